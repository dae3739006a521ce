"""Plugins of other people that stand beside ours, installed apart from our own environment.

Some of them bring a second MkDocs with them, which mike would take instead of the first.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from pathlib import Path

from tests.site.project import ROOT

PLUGINS = (
    "mkdocs-awesome-nav>=3.3",
    "mkdocs-literate-nav>=0.6.3",
    "mkdocs-section-index>=0.3.12",
    "mkdocs-macros-plugin>=1.5",
    "mkdocs-git-revision-date-localized-plugin>=1.6",
    "mkdocs-git-authors-plugin>=0.10",
)
# What they need beside what our own environment has; without the second MkDocs.
NEEDED = (
    "bracex",
    "gitdb",
    "gitpython",
    "hjson",
    "natsort",
    "smmap",
    "super-collections",
    "termcolor",
    "wcmatch",
)


class NotInstallable(Exception):  # noqa: N818 - it is a reason to skip, not a fault
    """The plugins could not be had, and why."""


def installed_neighbours() -> Path:
    """Give a folder with all of them, for PYTHONPATH; made once, kept below .cache/."""
    wanted = (*PLUGINS, *NEEDED, f"{sys.version_info[0]}.{sys.version_info[1]}")
    digest = hashlib.sha256("\n".join(wanted).encode()).hexdigest()[:16]
    folder = ROOT / ".cache" / "neighbours" / digest
    if folder.is_dir():
        return folder
    unfinished = folder.with_name(f"{digest}.unfinished")
    command = [sys.executable, "-m", "pip", "install", "--quiet", "--no-deps"]
    done = subprocess.run(
        [*command, "--disable-pip-version-check", f"--target={unfinished}", *PLUGINS, *NEEDED],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    if done.returncode != 0:
        raise NotInstallable(done.stderr.strip().splitlines()[-1])
    unfinished.rename(folder)
    return folder
