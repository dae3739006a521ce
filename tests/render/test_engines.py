from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from mkdocs_journeys.render.dot import write_dot
from mkdocs_journeys.render.engines import Engine, Sandboxed, System
from mkdocs_journeys.render.layout import NoPicture, read_layout
from tests.render.graphs_to_draw import all_shapes, clique, journey, titled

needs_dot = pytest.mark.skipif(
    shutil.which("dot") is None, reason="Graphviz's program `dot` is not installed"
)
needs_posix = pytest.mark.skipif(os.name != "posix", reason="Windows has no such limits")
ENGINES = [
    pytest.param(Sandboxed(), id="sandbox"),
    pytest.param(System(), id="dot", marks=needs_dot),
]
TOO_MUCH_WORK = "The diagram has too many ways between its boxes to be laid out in time."


def hard(count: int) -> str:
    """Everything leads to everything, and none of the cheap settings."""
    ways = "".join(f"n{a} -> n{b};" for a in range(count) for b in range(a + 1, count))
    return f"digraph {{ {ways} }}"


@pytest.mark.parametrize("engine", ENGINES)
def test_a_journey_is_laid_out_with_room_for_its_words(engine: Engine) -> None:
    graph = journey()
    layout = read_layout(engine.lay_out(write_dot(graph)), graph)
    labelled = [edge.label for edge in graph.edges if edge.label]
    assert len([way for way in layout.ways if way.label]) == len(labelled) == 4


@pytest.mark.parametrize("engine", ENGINES)
def test_every_graph_that_tests_draw_is_laid_out(engine: Engine) -> None:
    for graph in (all_shapes(), titled("one", "two", label="many words " * 9), clique(12)):
        assert len(read_layout(engine.lay_out(write_dot(graph)), graph).nodes) == len(graph.nodes)


@pytest.mark.parametrize("engine", ENGINES)
def test_a_question_that_is_no_graph_gives_no_picture(engine: Engine) -> None:
    with pytest.raises(NoPicture, match=r"^Graphviz.*\.$"):
        engine.lay_out("digraph {")


@pytest.mark.parametrize("engine", ENGINES)
def test_the_name_of_an_engine_tells_its_version(engine: Engine) -> None:
    assert any(char.isdigit() for char in engine.name)


def test_the_sandbox_ends_a_hopeless_graph_and_lays_out_the_next() -> None:
    engine = Sandboxed()
    start = time.monotonic()
    with pytest.raises(NoPicture) as told:
        engine.lay_out(hard(30))
    assert (told.value.reason, told.value.is_lasting) == (TOO_MUCH_WORK, True)
    assert time.monotonic() - start < 30
    assert json.loads(engine.lay_out("digraph { a -> b }"))["objects"]


def test_the_sandbox_answers_the_same_whatever_it_did_before() -> None:
    asked = write_dot(journey())
    used = Sandboxed()
    used.lay_out(write_dot(clique(12)))
    assert used.lay_out(asked) == used.lay_out(asked) == Sandboxed().lay_out(asked)


def test_the_sandbox_ends_at_its_limit_of_memory() -> None:
    with pytest.raises(NoPicture, match="memory") as told:
        Sandboxed(memory_bytes=4 * 1024 * 1024).lay_out(hard(20))
    assert told.value.is_lasting


def test_the_sandbox_works_where_its_machine_code_cannot_be_kept(tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_text("in the way")
    here = os.environ | {"XDG_CACHE_HOME": str(file), "HOME": str(file), "LOCALAPPDATA": str(file)}
    code = (
        "from mkdocs_journeys.render.engines import Sandboxed\n"
        "print(len(Sandboxed().lay_out('digraph { a -> b }')))"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], env=here, capture_output=True, text=True, check=True
    )
    assert int(done.stdout) > 100


def test_a_system_without_graphviz_is_told_what_to_do(tmp_path: Path) -> None:
    engine = System(str(tmp_path / "dot"))
    with pytest.raises(NoPicture, match=r"`dot` was not found; install Graphviz"):
        engine.lay_out("digraph {}")
    with pytest.raises(NoPicture, match=r"`dot` was not found"):
        str(engine.name)


def program(folder: Path, script: str) -> System:
    """Put a program in the place of ``dot`` that does what the script says."""
    file = folder / "dot"
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
    return System(str(file), cpu_seconds=1, wall_seconds=2)


@needs_posix
def test_a_program_that_sleeps_is_ended_with_all_it_has_started(tmp_path: Path) -> None:
    started = tmp_path / "started"
    engine = program(tmp_path, f"sleep 600 & echo $! > {started}; wait")
    with pytest.raises(NoPicture) as told:
        engine.lay_out("digraph {}")
    assert (told.value.reason, told.value.is_lasting) == (TOO_MUCH_WORK, False)
    child = started.read_text().strip()
    for _ in range(100):
        if has_ended(child):
            return
        time.sleep(0.05)
    pytest.fail("what the program started still runs")


def has_ended(process: str) -> bool:
    """Tell whether a process is gone, or only waits for somebody to hear that it ended."""
    if Path("/proc").is_dir():  # a bare Debian has no `ps`
        try:
            status = Path("/proc", process, "stat").read_text()
        except OSError:
            return True
        return status.rpartition(")")[2].split()[0] == "Z"
    asked = subprocess.run(["ps", "-o", "stat=", "-p", process], capture_output=True, text=True)
    return asked.stdout.strip()[:1] in ("", "Z")


@needs_posix
def test_a_program_that_works_without_end_is_ended(tmp_path: Path) -> None:
    with pytest.raises(NoPicture) as told:
        program(tmp_path, "while :; do :; done").lay_out("digraph {}")
    assert told.value.reason == TOO_MUCH_WORK


@needs_posix
def test_a_program_that_writes_without_end_is_ended(tmp_path: Path) -> None:
    with pytest.raises(NoPicture, match="larger than Graphviz may answer"):
        program(tmp_path, "exec cat /dev/zero").lay_out("digraph {}")


@needs_posix
def test_a_program_that_fails_gives_no_picture(tmp_path: Path) -> None:
    with pytest.raises(NoPicture, match="ended with code 3"):
        program(tmp_path, "exit 3").lay_out("digraph {}")
