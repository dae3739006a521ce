"""What we do not do: nothing is sent to anybody, and nothing is written but the site and caches."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.site.project import HANDBOOK, Project, environment

GIT = ("git", "-c", "user.name=Bea", "-c", "user.email=bea@shop.example")
CHECK = (sys.executable, "-c", "from mkdocs_journeys.cli import main; main()")
REACH = """\
import socket, sys
try:
    socket.create_connection(("192.0.2.1", 80), timeout=2)
except OSError as error:
    print(error.strerror)
"""
"""Tells why nobody can be reached; the address is one that belongs to nobody."""


@pytest.fixture
def alone() -> tuple[str, ...]:
    """What a command is run with where there is no network at all, not even to itself."""
    unshare = shutil.which("unshare")
    if unshare is None:
        pytest.skip("there is no `unshare` here, which takes the network away")
    command = (unshare, "--map-root-user", "--net")
    done = subprocess.run([*command, "true"], capture_output=True, text=True, check=False)
    if done.returncode != 0:
        pytest.skip(f"nobody may take the network away here: {done.stderr.strip()}")
    return command


def listing(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_check_diff_and_a_build_send_nothing_and_write_the_site_and_the_cache_only(
    alone: tuple[str, ...], tmp_path: Path
) -> None:
    project = Project(tmp_path / "ours", tmp_path / "ours" / ".cache" / "journeys")
    project.write(HANDBOOK).configure()
    for command in (("init", "-q"), ("add", "."), ("commit", "-qm", "x")):
        subprocess.run([*GIT, *command], cwd=project.folder, check=True)
    project.write({"maps/personas/bea.yml": "name: Bea Brown\nrole: Baker\n"})
    home = tmp_path / "home"
    (home / "tmp").mkdir(parents=True)
    places = {"HOME": str(home), "TMPDIR": str(home / "tmp"), "PYTHONDONTWRITEBYTECODE": "1"}
    for kind in ("CACHE", "CONFIG", "DATA"):
        places[f"XDG_{kind}_HOME"] = str(home / kind.lower())

    def run(*command: str) -> subprocess.CompletedProcess[str]:
        done = subprocess.run(
            [*alone, *command],
            cwd=project.folder,
            env=environment(**places),
            capture_output=True,
            text=True,
            timeout=120,
            check=False,
        )
        assert "Traceback" not in done.stderr
        return done

    assert run(sys.executable, "-c", REACH).stdout.strip() == "Network is unreachable"
    before = listing(project.folder)
    assert run(*CHECK, "check").returncode == 0
    assert "Bea" in run(*CHECK, "diff", "HEAD").stdout
    assert listing(project.folder).keys() == before.keys()
    assert listing(home) == {}
    built = run(sys.executable, "-m", "mkdocs", "build")
    assert built.returncode == 0, built.stderr
    after = listing(project.folder)
    new = {name.partition("/")[0] for name in after.keys() - before.keys()}
    assert new == {"site", ".cache"}
    assert {name: after[name] for name in before} == before
    # Machine code of the sandbox is kept by wasmtime, for all that use it.
    assert {name.partition("/")[0] for name in listing(home)} <= {"cache"}
    assert sorted(path.name for path in tmp_path.iterdir()) == ["home", "ours"]
