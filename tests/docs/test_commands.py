"""Every command that the docs show exists, and every command that exists is in the manual."""

from __future__ import annotations

import re
import shlex
import subprocess
import sys

import click
import pytest
from mkdocs.__main__ import cli as mkdocs

from mkdocs_journeys.cli.front_door import VERBS as NAMES
from mkdocs_journeys.cli.front_door import main
from tests.docs.manual import MANUAL, ROOT, blocks, hand_written, typed

VERBS = [verb for name in NAMES if (verb := main.get_command(click.Context(main), name))]

COMMANDS = (MANUAL / "reference" / "commands.md").read_text("utf-8")

SHOWN = sorted(
    {
        command.partition(" #")[0]
        for text in hand_written().values()
        for fence in blocks(text, "console")
        for command, _ in typed(fence)
    }
    | {
        command.strip()
        for text in hand_written().values()
        for command in re.findall(r"`((?:journeys|mkdocs|mike|make) [^`]+)`", text)
    }
    | {
        command.strip()
        for text in hand_written().values()
        for fence in blocks(text, "yaml")
        for command in re.findall(r"^ *- (?:run: )?((?:journeys|mkdocs) .+)$", fence.inside, re.M)
    }
)


def calls(program: str) -> list[list[str]]:
    """Give the words behind the name of a program, for each call of it that the docs show."""
    # Variables may stand in front, as a shell wants them.
    found = [re.sub(r"^(?:[A-Z_]+=(?:\$\(.*?\)|\S+) )+", "", command) for command in SHOWN]
    return [shlex.split(one)[1:] for one in found if one.split()[0] == program]


@pytest.mark.parametrize("words", calls("journeys"), ids=" ".join)
def test_a_journeys_command_is_understood(
    words: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    if words[0].startswith("-"):
        options = {option for parameter in main.params for option in parameter.opts}
        assert set(words) <= options | {"--help"}
        return
    verb = next(verb for verb in VERBS if verb.name == words[0])
    assert verb.make_context(verb.name or "", words[1:])


@pytest.mark.parametrize("words", calls("mkdocs"), ids=" ".join)
def test_an_mkdocs_command_is_understood(words: list[str]) -> None:
    assert isinstance(mkdocs, click.Group)
    assert mkdocs.commands[words[0]].make_context(words[0], words[1:])


@pytest.mark.parametrize("verb", sorted({words[0] for words in calls("mike")} - {"-q"}))
def test_a_mike_command_exists(verb: str) -> None:
    told = subprocess.run(
        [sys.executable, "-m", "mike.driver", verb, "--help"], capture_output=True, check=False
    )
    assert told.returncode == 0, told.stderr


@pytest.mark.parametrize("target", sorted({words[0] for words in calls("make")}))
def test_a_target_of_make_exists(target: str) -> None:
    assert re.search(rf"^{target}:", (ROOT / "Makefile").read_text("utf-8"), re.MULTILINE)


def test_the_docs_show_commands_of_each_of_these() -> None:
    assert min(len(calls(one)) for one in ("journeys", "mkdocs", "mike", "make")) > 1


def test_every_verb_has_a_heading_in_the_manual_and_no_other_has() -> None:
    told = re.findall(r"^## journeys ([\w-]+)$", COMMANDS, re.MULTILINE)
    assert sorted(told) == sorted(verb.name or "" for verb in VERBS)


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.name))
def test_every_option_of_a_verb_stands_in_its_table_and_no_other_does(verb: click.Command) -> None:
    options = {
        option
        for parameter in verb.params
        if isinstance(parameter, click.Option)
        for option in parameter.opts
        if option.startswith("--")
    }
    told = set(re.findall(r"^\| `(--[a-z-]+)", section_of(verb), re.MULTILINE))
    assert told == options - {"--debug"}


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: str(verb.name))
def test_every_choice_and_variable_of_an_option_is_told(verb: click.Command) -> None:
    rows = section_of(verb).splitlines()
    for parameter in verb.params:
        if isinstance(parameter, click.Option):
            row = next((line for line in rows if line.startswith(f"| `{parameter.opts[-1]}")), "")
            choices = parameter.type.choices if isinstance(parameter.type, click.Choice) else ()
            assert all(choice in row for choice in choices)
            assert not parameter.envvar or f"`{parameter.envvar}`" in row


def section_of(verb: click.Command) -> str:
    """Give what the manual says of a verb, from its heading to the next one."""
    section = re.split(rf"^## journeys {verb.name}$", COMMANDS, flags=re.MULTILINE)[1]
    return re.split(r"^## ", section, flags=re.MULTILINE)[0]
