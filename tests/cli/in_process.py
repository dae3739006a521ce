"""The command `journeys` run in this process: starting a new one takes most of a test."""

from __future__ import annotations

import contextlib
import os
from pathlib import Path
from typing import NamedTuple

from click.testing import CliRunner

from mkdocs_journeys.cli import main


class Ran(NamedTuple):
    """What a command said and how it ended."""

    stdout: str
    stderr: str
    returncode: int


def journeys(folder: Path, *arguments: str, **environment: str) -> Ran:
    """Run the command in a folder, as on the day of the tests."""
    ours = {name: None for name in os.environ if name.startswith("JOURNEYS_")}
    day = {"JOURNEYS_AS_OF": "2026-11-21"}
    with contextlib.chdir(folder):
        ran = CliRunner(env={**ours, **day, **environment}).invoke(main, [*arguments])
    assert "Traceback" not in ran.output
    return Ran(ran.stdout, ran.stderr, ran.exit_code)
