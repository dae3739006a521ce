"""The tutorial, followed to the letter: files, commands, and what they print."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path
from shutil import copytree

import pytest

from tests.docs.manual import MANUAL, blocks, file_named_in, typed

PAGE = (MANUAL / "tutorial.md").read_text("utf-8")

# The environment is there already, and serving never ends.
BY_OTHERS = ("python3 -m venv", ". .venv", "pip install", "mkdocs serve", "mkdir handbook")


def run(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}",
        "NO_MKDOCS_2_WARNING": "1",
    }
    environment.pop("GITHUB_ACTIONS", None)
    return subprocess.run(
        command,
        shell=True,
        cwd=folder,
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )


@pytest.fixture(scope="module")
def handbook(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Do what the tutorial says, in its order, and compare what it prints with what is printed."""
    folder = tmp_path_factory.mktemp("handbook")
    followed = 0
    for fence in blocks(PAGE, "yaml", "console"):
        if name := file_named_in(fence.inside):
            (folder / name).write_text(fence.inside, encoding="utf-8")
            continue
        for command, printed in typed(fence):
            if command.startswith(BY_OTHERS):
                continue
            done = run(command, folder)
            followed += 1
            if printed:
                assert done.stdout.strip() == printed.strip()
            else:
                assert done.returncode == 0, done.stdout
    assert followed == 5
    return folder


def test_every_page_that_it_promises_is_there(handbook: Path) -> None:
    for address in ("journeys/first-order", "journeys/first-order/wait", "personas/bea"):
        assert (handbook / "site" / address / "index.html").is_file(), address


def test_the_page_shows_the_map_in_the_words_of_the_tutorial(handbook: Path) -> None:
    page = (handbook / "site/journeys/first-order/index.html").read_text("utf-8")
    for words in ("My first order", "Nobody tells me when it comes", "Busy Bea", "ignored"):
        assert words in page


def test_at_its_end_nothing_is_left_to_mend(handbook: Path) -> None:
    assert run("journeys check --fail-on info", handbook).returncode == 0


def test_without_its_status_the_map_is_asked_what_the_tutorial_says(
    handbook: Path, tmp_path: Path
) -> None:
    copytree(handbook / "maps", tmp_path / "maps")
    path = tmp_path / "maps/journeys/first-order.yml"
    path.write_text(path.read_text("utf-8").replace("status: draft\n", ""), encoding="utf-8")

    done = run("journeys check --format concise", tmp_path)

    told = re.findall(r"reference/rules/([a-z-]+)\.md", PAGE)
    assert len(told) == 5
    for rule in told:
        assert f"[{rule}]" in done.stdout
    assert done.returncode == 0
