from __future__ import annotations

import socket
import subprocess
import sys
from pathlib import Path

import pytest

from tools import machine, set_up

PROJECT = {
    "project": {"name": "mkdocs-journeys", "dependencies": ["mkdocs"]},
    "dependency-groups": {"dev": ["pytest"]},
    "tool": {"ruff": {"line-length": 100}},
}


def test_a_new_dependency_asks_for_a_new_set_up() -> None:
    more = {**PROJECT, "dependency-groups": {"dev": ["pytest", "hypothesis"]}}
    assert set_up.fingerprint_of(more) != set_up.fingerprint_of(PROJECT)


def test_a_changed_lint_rule_installs_nothing() -> None:
    other_rules = {**PROJECT, "tool": {"ruff": {"line-length": 80}}}
    assert set_up.fingerprint_of(other_rules) == set_up.fingerprint_of(PROJECT)


def test_all_that_is_missing_is_named_at_once_with_its_reason() -> None:
    needs = [
        machine.Need(package="graphviz", why="a test draws with dot", is_there=lambda: False),
        machine.Need(package="chromium", why="tests use a browser", is_there=lambda: False),
    ]
    told = machine.what_is_missing(needs)
    assert "graphviz" in told
    assert "a test draws with dot" in told
    assert "apt-get install chromium graphviz" in told
    assert "JOURNEYS_CHROMIUM" in told


def test_what_a_test_can_do_without_is_never_demanded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    web = machine.Need(package="nginx", why="hosts", is_there=lambda: False, is_spared=True)
    dot = machine.Need(package="graphviz", why="draws", is_there=lambda: False)
    machine.bring([web])
    with pytest.raises(machine.CannotGoOn) as told:
        machine.bring([web, dot])
    assert "graphviz" in str(told.value)
    assert "nginx" not in str(told.value)


def test_the_browser_named_by_the_user_comes_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("JOURNEYS_CHROMIUM", sys.executable)
    assert machine.find_chromium() == sys.executable


def test_a_named_browser_that_is_not_there_is_told(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("JOURNEYS_CHROMIUM", str(tmp_path / "chromium"))
    with pytest.raises(machine.CannotGoOn, match=r"JOURNEYS_CHROMIUM names .*chromium"):
        machine.find_chromium()


def test_a_taken_port_is_told_with_another_one() -> None:
    with socket.socket() as seat:
        seat.bind(("127.0.0.1", 0))
        seat.listen()
        port = seat.getsockname()[1]
        with pytest.raises(machine.CannotGoOn, match=f"PORT={port + 1}"):
            set_up.refuse_taken_port(port)


def test_make_alone_lists_every_target_with_a_line() -> None:
    told = subprocess.run(["make"], cwd=machine.ROOT, capture_output=True, text=True, check=True)
    listed = {line.split()[0] for line in told.stdout.splitlines() if line.startswith("  ")}
    assert {"serve", "build", "test", "test-long", "lint", "bench", "clean"} <= listed


def test_an_environment_that_was_moved_is_not_used(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    made_elsewhere = tmp_path / ".venv"
    (made_elsewhere / "bin").mkdir(parents=True)
    python = made_elsewhere / "bin" / "python"
    python.write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n')
    python.chmod(0o755)
    (made_elsewhere / "bin" / "pip").write_text("#!/somewhere/.venv/bin/python\n")
    monkeypatch.setattr(set_up, "VENV", made_elsewhere)
    monkeypatch.setattr(set_up, "PYTHON", python)
    assert not set_up.has_environment()
    (made_elsewhere / "bin" / "pip").write_text(f"#!{made_elsewhere}/bin/python\n")
    assert set_up.has_environment()


@pytest.mark.skipif(not machine.on_path("apt-cache"), reason="no apt on this system")
def test_a_package_that_apt_does_not_know_is_not_asked_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "LOG", tmp_path / "log")
    need = machine.Need(
        package="chromium", why="a test", is_there=lambda: False, rather="chromium-of-nobody"
    )
    assert machine.package_for(need) == "chromium"
