"""Hosts with their themes and other people's plugins, each in an environment of its own.

They are installed with pip when a long test first asks for them, and kept below .cache/hosts/ under
a hash of what is asked for: later runs start at once.
"""

from __future__ import annotations

import fcntl
import hashlib
import shutil
import subprocess
import sys
import tomllib
import zipfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tests.site.project import ROOT

PLUGINS = (
    "mike>=2.2",
    "mkdocs-autorefs>=1.4",
    "mkdocs-awesome-nav>=3.3",
    "mkdocs-exclude-search>=0.6.6",
    "mkdocs-gen-files>=0.6.1",
    "mkdocs-git-authors-plugin>=0.10",
    "mkdocs-git-revision-date-localized-plugin>=1.6",
    "mkdocs-glightbox>=0.5",
    "mkdocs-literate-nav>=0.6.3",
    "mkdocs-macros-plugin>=1.5",
    "mkdocs-minify-plugin>=0.8",
    "mkdocs-monorepo-plugin>=1.1",
    "mkdocs-print-site-plugin>=2.9",
    "mkdocs-redirects>=1.2.3",
    "mkdocs-rss-plugin>=1.19",
    "mkdocs-section-index>=0.3.12",
    "mkdocs-static-i18n>=1.3",
)

ENVIRONMENTS = {
    "material": ("mkdocs>=1.6.1,<2", "mkdocs-material>=9.8", "properdocs>=1.6.7", *PLUGINS),
    "materialx": ("mkdocs>=1.6.1,<2", "mkdocs-materialx>=10.2", "properdocs>=1.6.7", *PLUGINS),
    # The lowest that [project.optional-dependencies] allows.
    "floor": ("mkdocs==1.6.1", "mkdocs-material==9.5.50", *PLUGINS),
    "zensical": ("zensical",),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Host:
    """A generator with a theme: which environment it is in, and the module that builds.

    ``faults`` are words in faults of pages that the theme has by itself.
    """

    name: str
    environment: str
    module: str
    theme: str = "material"
    faults: tuple[str, ...] = ()

    def __str__(self) -> str:
        """Give its name, for the names of tests."""
        return self.name


HOSTS = (
    Host(name="MkDocs, Material", environment="material", module="mkdocs"),
    Host(name="ProperDocs, Material", environment="material", module="properdocs"),
    Host(
        name="ProperDocs, MaterialX",
        environment="materialx",
        module="properdocs",
        theme="materialx",
        faults=("id __toc stands 2 times",),
    ),
    Host(name="MkDocs, oldest Material", environment="floor", module="mkdocs"),
)


class NotInstallable(Exception):  # noqa: N818 - it is a reason to skip, not a fault
    """The packages could not be had, and why."""


def python_of(name: str) -> Path | None:
    """Give the Python of an environment; None where it is not installed yet."""
    folder = _folder(name)
    return folder / "bin" / "python" if (folder / "done").exists() else None


@cache
def installed(name: str) -> Path:
    """Give the Python of an environment, installed now if need be; raises NotInstallable.

    What was installed of other packages before goes.
    """
    folder = _folder(name)
    folder.parent.mkdir(parents=True, exist_ok=True)
    # Two processes of a test run may ask for the same.
    with (folder.parent / f"{name}.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        found = python_of(name)
        if found is not None:
            return found
        for old in folder.parent.glob(f"{name}-*"):
            shutil.rmtree(old)
        _run(sys.executable, "-m", "venv", str(folder))
        python = folder / "bin" / "python"
        wanted = ENVIRONMENTS[name] if name == "zensical" else (*ENVIRONMENTS[name], *_ours())
        _run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", *wanted)
        (folder / "done").touch()
        return python


def versions_in(python: Path) -> dict[str, str]:
    """Give what is installed beside a Python, by the name of the package."""
    listed = _run(
        str(python), "-m", "pip", "list", "--format=freeze", "--disable-pip-version-check"
    )
    return dict(line.split("==", 1) for line in listed.splitlines() if "==" in line)


def unpacked_wheel(folder: Path) -> Path:
    """Build the wheel and unpack it: a folder for PYTHONPATH that holds just what people get."""
    _run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder), at=ROOT)
    [wheel] = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(folder / "unpacked")
    return folder / "unpacked"


def _ours() -> tuple[str, ...]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return tuple(project["dependencies"])


def _folder(name: str) -> Path:
    wanted = (*ENVIRONMENTS[name], *_ours(), *map(str, sys.version_info[:2]))
    digest = hashlib.sha256("\n".join(wanted).encode()).hexdigest()[:12]
    return ROOT / ".cache" / "hosts" / f"{name}-{digest}"


def _run(*command: str, at: Path | None = None) -> str:
    done = subprocess.run(command, cwd=at, capture_output=True, text=True, timeout=900, check=False)
    if done.returncode != 0:
        last = (done.stderr.strip() or done.stdout.strip()).splitlines()[-1:]
        raise NotInstallable(f"{' '.join(command[:5])}: {' '.join(last)}")
    return done.stdout
