"""The command itself: its verbs, its formats, its version."""

from __future__ import annotations

import inspect
import re
import subprocess
import sys
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
from click.testing import CliRunner

from mkdocs_journeys import cli
from mkdocs_journeys.cli import formats, front_door, main
from mkdocs_journeys.cli.formats.all import FORMATS
from tests.cli.quiet import lay
from tests.command_line import RUN, environment


def names_in(package: ModuleType) -> set[str]:
    return {path.stem for path in Path(inspect.getfile(package)).parent.glob("*.py")}


def test_no_verb_is_forgotten_in_the_list() -> None:
    modules = names_in(cli) - {"__init__", "front_door"}
    written = {
        member.name: f"{name}:{attribute}"
        for name in modules
        for attribute, member in vars(import_module(f"{cli.__name__}.{name}")).items()
        if isinstance(member, click.Command)
    }
    assert written == front_door.VERBS


def test_no_format_is_forgotten_in_the_list() -> None:
    modules = {name: import_module(f"{formats.__name__}.{name}") for name in names_in(formats)}
    assert set(FORMATS) == {name for name, module in modules.items() if hasattr(module, "write")}


def test_every_verb_says_what_it_is_for_and_can_be_debugged() -> None:
    overview = CliRunner().invoke(main, ["--help"]).output
    for name in front_door.VERBS:
        ran = CliRunner().invoke(main, [name, "--help"])
        assert ran.exit_code == 0
        verb = main.get_command(click.Context(main), name)
        assert verb is not None
        assert verb.get_short_help_str(200).endswith(".")
        shown = rf"^  {name} +{re.escape(verb.get_short_help_str(60))}$"
        assert bool(re.search(shown, overview, re.M)) is not verb.hidden
        assert "--debug" in ran.output


def test_only_the_verb_that_is_asked_for_is_read() -> None:
    told = "import sys; from mkdocs_journeys.cli import main; main(standalone_mode=False)"
    ran = subprocess.run(
        [sys.executable, "-c", f"{told}; print(*sys.modules)", "rules", "orphan"],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    modules = ran.stdout.split()
    assert "mkdocs_journeys.cli.rules" in modules
    assert not {"mkdocs_journeys.cli.check", "mkdocs_journeys.cli.publish"} & set(modules)


def test_the_command_knows_its_version() -> None:
    ran = CliRunner().invoke(main, ["--version"])
    assert ran.output.startswith("journeys, version ")


def test_an_output_that_lacks_a_character_shows_a_question_mark(tmp_path: Path) -> None:
    lay(tmp_path, {"maps/journeys/order.yml": "title: A\nstages: [{title: B, 我: red}]\n"})
    ran = subprocess.run(
        [*RUN, "check", "--select", "unknown-key"],
        cwd=tmp_path,
        env=environment(PYTHONUTF8="0", PYTHONIOENCODING="latin-1"),
        capture_output=True,
        timeout=60,
        check=False,
    )
    assert b"A stage has no field `?`" in ran.stdout
    assert ran.returncode == 1
