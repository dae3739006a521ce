"""Programs of the Node world that a test runs, installed by npm apart from our own environment."""

from __future__ import annotations

import shutil
import subprocess
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[1]
SECONDS = 120


class NotInstallable(Exception):  # noqa: N818 - it is a reason to skip, not a fault
    """The package could not be had, and why."""


def node() -> str:
    """Give the program that runs packages: the system's, else the one that Playwright brings."""
    if found := shutil.which("node"):
        return found
    playwright = find_spec("playwright")
    if playwright and playwright.origin:
        brought = Path(playwright.origin).parent / "driver" / "node"
        if brought.is_file():
            return str(brought)
    raise NotInstallable("there is no program `node`")


def installed(package: str, version: str) -> Path:
    """Give the folder of a package; installed once with all that it needs, kept below .cache/."""
    folder = ROOT / ".cache" / "node" / f"{package}-{version}"
    if not folder.is_dir():
        npm = shutil.which("npm")
        if npm is None:
            raise NotInstallable(f"there is no program `npm` to install {package}")
        _install(npm, f"{package}@{version}", folder)
    return folder / "node_modules" / package


def _install(npm: str, wanted: str, folder: Path) -> None:
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    unfinished.mkdir(parents=True, exist_ok=True)
    command = [npm, "install", "--prefix", str(unfinished), "--no-audit", "--no-fund"]
    try:
        done = subprocess.run(
            [*command, "--ignore-scripts", "--loglevel=error", wanted],
            cwd=unfinished,
            capture_output=True,
            text=True,
            timeout=SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise NotInstallable(f"npm did not install {wanted} in {SECONDS} seconds") from None
    if done.returncode != 0:
        told = " ".join(done.stderr.strip().splitlines()[:2]) or "npm said nothing"
        raise NotInstallable(f"npm could not install {wanted}: {told}")
    unfinished.rename(folder)
