"""The command itself: its verbs, its formats, its version."""

from __future__ import annotations

import inspect
from importlib import import_module
from pathlib import Path
from types import ModuleType

import click
from click.testing import CliRunner

from mkdocs_journeys import cli
from mkdocs_journeys.cli import formats, front_door, main
from mkdocs_journeys.cli.formats.all import FORMATS


def names_in(package: ModuleType) -> set[str]:
    return {path.stem for path in Path(inspect.getfile(package)).parent.glob("*.py")}


def test_no_verb_is_forgotten_in_the_list() -> None:
    modules = names_in(cli) - {"__init__", "front_door"}
    written = {
        member.name
        for name in modules
        for member in vars(import_module(f"{cli.__name__}.{name}")).values()
        if isinstance(member, click.Command)
    }
    assert {verb.name for verb in front_door.VERBS} == written == set(main.commands)


def test_no_format_is_forgotten_in_the_list() -> None:
    modules = {name: import_module(f"{formats.__name__}.{name}") for name in names_in(formats)}
    assert set(FORMATS) == {name for name, module in modules.items() if hasattr(module, "write")}


def test_every_verb_says_what_it_is_for_and_can_be_debugged() -> None:
    for verb in front_door.VERBS:
        ran = CliRunner().invoke(main, [str(verb.name), "--help"])
        assert ran.exit_code == 0
        assert verb.get_short_help_str(200).endswith(".")
        assert "--debug" in ran.output


def test_the_command_knows_its_version() -> None:
    ran = CliRunner().invoke(main, ["--version"])
    assert ran.output.startswith("journeys, version ")
