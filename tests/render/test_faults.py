"""What Graphviz and the folder of drawings may do wrong: a page has its words instead."""

from __future__ import annotations

import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from mkdocs_journeys.render.engines import Sandboxed, System
from mkdocs_journeys.render.layout import NoPicture
from mkdocs_journeys.render.pictures import Pictures
from tests.render.graphs_to_draw import href, journey

needs_posix = pytest.mark.skipif(os.name != "posix", reason="There are no such programs here.")

GARBAGE = {
    "nothing": "",
    "words": "Warning: something is odd",
    "half an answer": '{"bb": "0,0,100,50", "objects": [{"na',
    "another shape": "[1, 2, 3]",
    "no boxes": '{"bb": "0,0,100,50", "objects": []}',
    "no numbers": '{"bb": "0,0,a,b", "objects": []}',
    "deep": "[" * 200_000,
    "bytes": "\x00\x01\x02",
}


def dot(folder: Path, script: str) -> System:
    """Put a program in the place of ``dot`` that does what the script says."""
    file = folder / "dot"
    file.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    file.chmod(0o755)
    return System(str(file), cpu_seconds=2, wall_seconds=10)


@needs_posix
@pytest.mark.parametrize("answer", GARBAGE.values(), ids=GARBAGE)
def test_garbage_is_no_picture_and_is_not_kept(tmp_path: Path, answer: str) -> None:
    (tmp_path / "answer").write_text(answer, encoding="utf-8")
    engine = dot(tmp_path, f"exec cat '{tmp_path}/answer'")
    pictures = Pictures(engine, tmp_path / "kept")
    refused = pictures.picture(journey(), href=href, prefix="flow")
    assert isinstance(refused, NoPicture)
    assert refused.reason.endswith(".")
    assert not (tmp_path / "kept").exists(), "another time it may go well"


@needs_posix
@pytest.mark.parametrize("death", ["SEGV", "ABRT", "KILL"])
def test_a_program_that_crashes_is_no_picture(tmp_path: Path, death: str) -> None:
    with pytest.raises(NoPicture, match=r"^(Graphviz|The diagram).*\.$"):
        dot(tmp_path, f"kill -{death} $$").lay_out("digraph {}")


@needs_posix
@pytest.mark.skipif(sys.platform == "darwin", reason="macOS does not limit memory like this.")
def test_a_program_that_wants_all_memory_is_no_picture(tmp_path: Path) -> None:
    greedy = f"exec '{sys.executable}' -c 'bytearray(3 << 30)'"
    with pytest.raises(NoPicture, match="ended with code"):
        dot(tmp_path, greedy).lay_out("digraph {}")


def test_the_sandbox_stumbles_over_one_question_and_answers_the_next() -> None:
    engine = Sandboxed()
    deep = "digraph {" + "subgraph {" * 20_000 + "}" * 20_001
    with pytest.raises(NoPicture, match=r"\.$"):
        engine.lay_out(deep)
    assert '"bb"' in engine.lay_out("digraph { a -> b }")


DRAW = """
import os, signal, sys
from pathlib import Path
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.pictures import Pictures
from tests.render.graphs_to_draw import href, journey

def die(event, arguments):
    if event == sys.argv[2]:
        os.kill(os.getpid(), signal.SIGKILL)

sys.addaudithook(die)
for number in range(9):
    drawn = Pictures(Sandboxed(), Path(sys.argv[1]))
    print(hash(drawn.picture(journey(), href=href, prefix=f"flow{number}")))
"""


def draw(folder: Path, die_at: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-c", DRAW, str(folder), die_at],
        env={**os.environ, "PYTHONHASHSEED": "0"},
        cwd=Path(__file__).parents[2],
        stdout=subprocess.PIPE,
        text=True,
    )


@needs_posix
def test_killed_while_it_is_kept_a_drawing_is_there_or_not_and_never_half(tmp_path: Path) -> None:
    with draw(tmp_path, "os.rename") as process:
        assert process.wait(timeout=60) == -signal.SIGKILL
    assert list(tmp_path.glob("*.drawing")) == []
    again = Pictures(Sandboxed(), tmp_path)
    assert isinstance(again.picture(journey(), href=href, prefix="flow0"), str)
    assert (again.drawn, again.notices) == (1, ())


def test_two_builds_that_share_a_folder_give_the_same_drawings(tmp_path: Path) -> None:
    with draw(tmp_path, "") as one, draw(tmp_path, "") as other:
        told = {one.communicate(timeout=60)[0], other.communicate(timeout=60)[0]}
    assert len(told) == 1
    assert len(told.pop().split()) == 9
    assert {file.suffix for file in tmp_path.iterdir()} == {".drawing"}


@needs_posix
def test_a_folder_that_cannot_be_read_or_written_costs_time_and_nothing_else(
    tmp_path: Path,
) -> None:
    first = Pictures(Sandboxed(), tmp_path).picture(journey(), href=href, prefix="flow")
    (file,) = tmp_path.iterdir()
    file.unlink()
    file.mkdir()  # nobody can read or write a folder as a file, root neither
    again = Pictures(Sandboxed(), tmp_path)
    assert again.picture(journey(), href=href, prefix="flow") == first
    assert again.notices != ()

    mount = shutil.which("mount")
    read_only = [mount or "", "-t", "tmpfs", "-o", "ro", "none", str(tmp_path)]
    if not mount or subprocess.run(read_only, check=False, capture_output=True).returncode:
        return  # only root of a Linux may
    try:
        again = Pictures(Sandboxed(), tmp_path)
        assert again.picture(journey(), href=href, prefix="flow") == first
        (notice,) = again.notices
        assert "Read-only" in notice
    finally:
        subprocess.run(["umount", "--lazy", str(tmp_path)], check=True)
