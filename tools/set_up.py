"""Sets up what a make target needs, and is done at once when it is there already.

    python3 -m tools.set_up site    the environment in .venv with the product and its theme
    python3 -m tools.set_up tools   the same with the tools of development
    python3 -m tools.set_up tests   the same with a browser, fonts and Graphviz

Uses nothing but the standard library, because it runs before anything is installed. Ends with
exit code 0 when all is there, else with 2 after saying what is missing. Packages of the system are
installed by root on a machine with apt, and only named to everybody else.
"""

from __future__ import annotations

import argparse
import fcntl
import hashlib
import json
import os
import shutil
import socket
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TextIO

# Ruff is right that the project asks for 3.11; this is where an older Python is told so.
if sys.version_info < (3, 11):  # noqa: UP036
    print(
        f"{sys.executable} is Python {sys.version.split()[0]}; this project needs 3.11 or newer.\n"
        "Name another one: make PYTHON=/path/to/python3.12 …",
        file=sys.stderr,
    )
    raise SystemExit(2)

import tomllib

from tools.machine import (
    LOG,
    ROOT,
    TEST_NEEDS,
    VENV_MODULE,
    CannotGoOn,
    bring,
    logged,
    say,
    shown_log,
    succeeds,
)

VENV = ROOT / ".venv"
PYTHON = VENV / "bin" / "python"


def main(arguments: Sequence[str] | None = None) -> int:
    """Set up one of site, tools or tests; give the exit code."""
    parser = argparse.ArgumentParser(description="Set up what a make target needs.")
    parser.add_argument("what", choices=("site", "tools", "tests"))
    parser.add_argument("--port", type=int, help="say so when nothing can be served at this port")
    chosen = parser.parse_args(arguments)
    try:
        with only_one_at_a_time():
            set_up(chosen.what)
        if chosen.port is not None:
            refuse_taken_port(chosen.port)
    except CannotGoOn as missing:
        print(missing, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        print("\nStopped. The next run goes on from here.", file=sys.stderr)
        return 130
    return 0


def set_up(what: str) -> None:
    """Bring the system packages first, then the environment; raise CannotGoOn where it ends."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    with_tools = what != "site"
    fingerprint = fingerprint_of(project)
    # The tools come with the product, so their set-up stands for both.
    stamps = (
        [VENV / "set-up-tools"] if with_tools else [VENV / "set-up-site", VENV / "set-up-tools"]
    )
    is_installed = runs(PYTHON) and any(is_stamped(stamp, fingerprint) for stamp in stamps)
    is_made = is_installed or has_environment()

    bring([*([] if is_made else [VENV_MODULE]), *(TEST_NEEDS if what == "tests" else ())])
    if not is_made:
        make_environment()
    if not is_installed:
        install(project, with_tools=with_tools)
        stamps[0].write_text(fingerprint, encoding="utf-8")


def fingerprint_of(project: Mapping[str, object]) -> str:
    """Tell two environments apart: by what they hold, by their Python and by where they are.

    Settings of tools are left out, so that a changed lint rule installs nothing.
    """
    told = [
        project.get("build-system"),
        project.get("project"),
        project.get("dependency-groups"),
        sys.version_info[:2],
        str(ROOT),
    ]
    return hashlib.sha256(json.dumps(told, sort_keys=True).encode()).hexdigest()


def is_stamped(stamp: Path, fingerprint: str) -> bool:
    """Whether this set-up was once finished for exactly this fingerprint."""
    return stamp.is_file() and stamp.read_text(encoding="utf-8") == fingerprint


def runs(python: Path) -> bool:
    """Whether the file is there; a link to a Python that was removed is not."""
    return python.exists() and os.access(python, os.X_OK)


def has_environment() -> bool:
    """Whether .venv holds a pip and a Python of our own version, and was made at this place."""
    pip = VENV / "bin" / "pip"
    # Commands in .venv/bin name their Python by its whole path: they do not survive a move.
    if not (runs(PYTHON) and pip.is_file() and str(VENV) in pip.read_text(encoding="utf-8")):
        return False
    ours = tuple(sys.version_info[:2])
    return succeeds(f"import pip, sys; assert sys.version_info[:2] == {ours}", PYTHON)


def make_environment() -> None:
    """Make .venv with a pip in it, in place of one that does not work."""
    if VENV.exists():
        if Path(sys.prefix).resolve() == VENV.resolve():
            raise CannotGoOn(
                "The environment in .venv is stale and in use: run `deactivate` first."
            )
        say("The environment in .venv is of another Python or place: making it again …")
        shutil.rmtree(VENV)
    else:
        say("Making the Python environment in .venv …")
    if succeeds("import ensurepip"):
        made = logged([sys.executable, "-m", "venv", str(VENV)])
    else:
        made = logged([sys.executable, "-m", "venv", "--without-pip", str(VENV)]) and logged(
            [sys.executable, "-m", "pip", "--python", str(PYTHON), "install", "pip"]
        )
    if not made:
        raise CannotGoOn("Python could not make the environment in .venv." + shown_log())


def install(project: Mapping[str, object], *, with_tools: bool) -> None:
    """Install the product, editable, with its theme; with_tools adds the group `dev`."""
    groups = project.get("dependency-groups")
    tools = list(groups["dev"]) if with_tools and isinstance(groups, dict) else []
    what = "the product, its theme and the tools" if with_tools else "the product and its theme"
    say(f"Installing {what} (about a minute) …")
    started = time.monotonic()
    pip = [str(PYTHON), "-m", "pip", "--disable-pip-version-check", "--no-input"]
    # pip reads the group itself only from 25.1 on, and Debian 12 has 23.
    if not logged([*pip, "install", "--progress-bar=off", "-e", ".[material]", *tools]):
        raise CannotGoOn(
            "pip could not install the packages. Is the network there? The next run tries again."
            + shown_log()
        )
    say(f"  done in {time.monotonic() - started:.0f} s.")


def only_one_at_a_time() -> TextIO:
    """Wait until no other set-up works in this folder; the lock ends with the block."""
    LOG.parent.mkdir(exist_ok=True)
    lock = LOG.with_suffix(".lock").open("w")
    fcntl.flock(lock, fcntl.LOCK_EX)
    LOG.unlink(missing_ok=True)
    return lock


def refuse_taken_port(port: int) -> None:
    """Raise CannotGoOn when something else is served at the port."""
    with socket.socket() as seat:
        seat.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            seat.bind(("127.0.0.1", port))
        except OSError:
            raise CannotGoOn(
                f"Something is served at http://127.0.0.1:{port}/ already (this handbook?).\n"
                f"Choose another port: make serve PORT={port + 1}"
            ) from None


if __name__ == "__main__":
    raise SystemExit(main())
