"""What only the system's package manager can bring: seen, installed, or named to the reader.

Root on a machine with apt gets packages installed; everybody else is told their names. Knows
nothing of the Python environment. Standard library only, as `set_up`.
"""

from __future__ import annotations

import ctypes
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LOG = ROOT / ".cache" / "set-up.log"
LOG_LINES_SHOWN = 30
APT_ATTEMPTS = 3
SBIN = ["/usr/sbin", "/sbin"]

# The same Chromium without windows starts a page in a tenth of the time. Then Debian's own name;
# the others are what Ubuntu, Fedora and Google call theirs.
CHROMIUM_NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")


class CannotGoOn(Exception):  # noqa: N818 - not an error of ours: something is missing
    """Says in its text what is missing and what to do about it."""


@dataclass(frozen=True, kw_only=True)
class Need:
    """Something only the system's package manager can bring; knows how to see that it is there.

    ``rather`` is a package that does it better, on systems whose apt knows one. ``is_spared`` where
    we may not install it: its tests are skipped then, and say so.
    """

    package: str
    why: str
    is_there: Callable[[], bool]
    rather: str = ""
    is_spared: bool = False


def find_chromium() -> str | None:
    """The browser for tests: JOURNEYS_CHROMIUM, else the first one found; None without any.

    Raises CannotGoOn when the named one is not there: another would hide the slip.
    """
    named = os.environ.get("JOURNEYS_CHROMIUM")
    if named:
        if found := shutil.which(named):
            return found
        raise CannotGoOn(f"JOURNEYS_CHROMIUM names {named}, and no such program can be started.")
    return next((path for name in CHROMIUM_NAMES if (path := shutil.which(name))), None)


def has_venv() -> bool:
    """Whether this Python can make an environment with pip in it, in one way or another."""
    # Debian splits ensurepip off; with the system's pip an environment is made without it.
    return succeeds("import venv, ensurepip") or succeeds("import venv, pip")


def has_font_for(language: str) -> bool:
    """Whether fontconfig knows a font for the language, for example `ar` or `und-zsye` (emoji)."""
    if sys.platform != "linux":
        return True  # macOS and Windows bring fonts for every script, and no fontconfig
    if not shutil.which("fc-list"):
        return False
    found = subprocess.run(
        ["fc-list", f":lang={language}", "file"], capture_output=True, check=False
    )
    return bool(found.stdout.strip())


def has_libatomic() -> bool:
    """Whether the one library is there that Playwright's own Node does not bring along."""
    if sys.platform != "linux":
        return True
    try:
        ctypes.CDLL("libatomic.so.1")
    except OSError:
        return False
    return True


def has_nginx() -> bool:
    """Whether nginx is there; its folder is often on the path of root only."""
    return any(os.access(f"{folder}/nginx", os.X_OK) for folder in os.get_exec_path() + SBIN)


VENV_MODULE = Need(
    package=f"python3.{sys.version_info[1]}-venv",
    why="makes the Python environment",
    is_there=has_venv,
)
TEST_NEEDS = (
    Need(package="git", why="tests publish to a repository", is_there=lambda: on_path("git")),
    Need(
        package="chromium",
        why="tests use a browser",
        is_there=lambda: bool(find_chromium()),
        rather="chromium-headless-shell",
    ),
    Need(package="libatomic1", why="Playwright's Node needs it", is_there=has_libatomic),
    Need(package="graphviz", why="a test draws with dot", is_there=lambda: on_path("dot")),
    Need(package="nginx", why="a test hosts with it", is_there=has_nginx, is_spared=True),
    Need(package="fonts-noto-core", why="Arabic script", is_there=lambda: has_font_for("ar")),
    Need(package="fonts-noto-cjk", why="Chinese script", is_there=lambda: has_font_for("zh-cn")),
    Need(package="fonts-noto-color-emoji", why="emoji", is_there=lambda: has_font_for("und-zsye")),
)


def on_path(program: str) -> bool:
    """Whether the shell would find the program."""
    return shutil.which(program) is not None


def bring(needs: Sequence[Need]) -> None:
    """Install the needs that are not met where we may, else name them all at once."""
    missing = [need for need in needs if not need.is_there()]
    if not missing:
        return
    packages = sorted({need.package for need in missing})
    if os.geteuid() != 0 or not on_path("apt-get"):
        if demanded := [need for need in missing if not need.is_spared]:
            raise CannotGoOn(what_is_missing(demanded))
        return
    say(f"Installing Debian packages: {' '.join(packages)} (a minute or two) …")
    started = time.monotonic()
    apt_install(missing)
    still_missing = [need for need in missing if not need.is_there()]
    if still_missing:
        raise CannotGoOn(what_is_missing(still_missing) + shown_log())
    say(f"  done in {time.monotonic() - started:.0f} s.")


def what_is_missing(needs: Sequence[Need]) -> str:
    """Name each missing package with its reason, and the command that brings them."""
    named = "".join(f"  {need.package:24} {need.why}\n" for need in needs)
    packages = " ".join(sorted({need.package for need in needs}))
    chromium = (
        "Another Chromium is used when JOURNEYS_CHROMIUM names it.\n"
        if "chromium" in packages
        else ""
    )
    return (
        f"Missing on this machine:\n{named}"
        f"On Debian and Ubuntu, as root:  apt-get install {packages}\n{chromium}"
        "Then run the same command again."
    )


def apt_install(needs: Sequence[Need]) -> None:
    """Install with apt, asking nothing; try again, because mirrors have bad moments."""
    apt = ["apt-get", "-o", "Acquire::Retries=3", "-o", "DPkg::Lock::Timeout=300"]
    # At this run level Debian starts no service that a package brings, such as a web server.
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "RUNLEVEL": "1"}
    for attempt in range(APT_ATTEMPTS):
        time.sleep(attempt * 5)
        # A failed update may still leave lists that are good enough for the install.
        logged([*apt, "update"], environment)
        packages = [package_for(need) for need in needs]
        if logged([*apt, "install", "-y", "--no-install-recommends", *packages], environment):
            return
    named = " ".join(need.package for need in needs)
    raise CannotGoOn(f"apt-get could not install {named}." + shown_log())


def package_for(need: Need) -> str:
    """Give the package to install: the one we would rather have, where apt knows it."""
    if need.rather and on_path("apt-cache") and logged(["apt-cache", "show", need.rather]):
        return need.rather
    return need.package


def succeeds(code: str, python: Path | str = sys.executable) -> bool:
    """Whether a Python runs the code to its end."""
    return subprocess.run([python, "-c", code], capture_output=True, check=False).returncode == 0


def logged(command: Sequence[str], environment: Mapping[str, str] | None = None) -> bool:
    """Run a command with its output in the log; tell whether it succeeded."""
    with LOG.open("a", encoding="utf-8") as log:
        print("\n$", *command, file=log, flush=True)
        ended = subprocess.run(
            command,
            cwd=ROOT,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            check=False,
        )
    return ended.returncode == 0


def shown_log() -> str:
    """The end of the log, for the message of a failure."""
    lines = LOG.read_text(encoding="utf-8", errors="replace").splitlines()
    return "\n".join(["", f"The end of {LOG}:", *lines[-LOG_LINES_SHOWN:]])


def say(words: str) -> None:
    """Print at once, also where the output is a file."""
    print(words, flush=True)
