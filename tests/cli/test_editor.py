"""What an editor does with our schemas: the language server for YAML, asked for real."""

from __future__ import annotations

import json
from collections.abc import Iterator

import pytest

from tests.cli.in_process import journeys
from tests.cli.language_server import LanguageServer
from tests.cli.quiet import lay
from tests.node_packages import NotInstallable

TWO = """\
title: I order twice
personas: [bea]
stages:
  - id: again
    title: I order again
    channel: web
    owner: some words of mine
    feeling: -2
    steps:
      - {id: one, title: Once, persona: bea}
      - {id: two, title: Twice, next: [{to: first-order/silence}, {to: one}]}
      - id: three
        title: Thrice
        journey: first-ordre
        emotion: {score: 3}
        next: [first-order/nowhere]
        opportunities:
          - day-message
"""
NAME = "maps/journeys/two.yml"


@pytest.fixture(scope="module")
def editor(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LanguageServer]:
    """An editor with a new handbook in it, set up as `journeys init` sets it up."""
    folder = tmp_path_factory.mktemp("editor")
    assert journeys(folder, "init").returncode == 0
    try:
        server = LanguageServer(folder)
    except NotInstallable as reason:
        pytest.skip(f"There is no language server for YAML: {reason}.")
    settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
    with server:
        # It would fetch a list of schemas from the network.
        server.configure({**settings, "yaml.schemaStore.enable": False})
        server.configure({"yaml.completion": True, "yaml.hover": True, "yaml.validate": True})
        lay(folder, {NAME: TWO})
        yield server


@pytest.fixture(scope="module")
def marked(editor: LanguageServer) -> list[str]:
    return editor.open(NAME, TWO)


def place(words: str) -> tuple[int, int]:
    """Give the line and column of the first of these words."""
    before = TWO[: TWO.index(words)]
    return before.count("\n") + 1, len(before) - before.rfind("\n")


def test_exactly_what_is_wrong_is_marked(marked: list[str]) -> None:
    assert sorted(line.partition(":")[0] for line in marked) == ["10", "14", "15", "16", "8"]
    told = "\n".join(marked)
    assert "8: Property feeling is not allowed." in told
    assert "10: Property persona is not allowed." in told
    assert "14: No journey is called so." in told
    assert "16: No stage, step or journey is called so." in told


@pytest.mark.parametrize(
    ("words", "id_", "title"),
    [
        ("bea]", "bea", "Busy Bea – persona"),
        ("web", "post", "Post – channel"),
        ("first-ordre", "first-order", "My first order – journey"),
        ("day-message", "day-message", "A message with the day as soon as it is sent – opp"),
        ("some words", "customer-care", "Customer care – stakeholder"),
    ],
)
@pytest.mark.usefixtures("marked")
def test_ids_of_the_handbook_are_offered_with_their_titles(
    words: str, id_: str, title: str, editor: LanguageServer
) -> None:
    offered = {one.label: one.documentation for one in editor.complete(NAME, *place(words))}
    assert offered[id_].startswith(title)


@pytest.mark.usefixtures("marked")
def test_keys_are_offered_with_what_they_mean(editor: LanguageServer) -> None:
    offered = {one.label: one.documentation for one in editor.complete(NAME, *place("feeling"))}
    assert offered["emotion"].startswith("How it feels: a score from -2 to 2")
    assert "feelings" not in offered


@pytest.mark.usefixtures("marked")
def test_a_key_and_an_id_are_explained_under_the_pointer(editor: LanguageServer) -> None:
    assert "Whose journey it is." in editor.hover(NAME, *place("personas"))
    assert "`bea`: Busy Bea – persona" in editor.hover(NAME, *place("bea]"))


def test_the_files_of_a_new_handbook_have_nothing_to_mark(editor: LanguageServer) -> None:
    for path in sorted(editor.folder.glob("maps/**/*.yml")):
        name = path.relative_to(editor.folder).as_posix()
        if name != NAME:
            assert editor.open(name, path.read_text(encoding="utf-8")) == [], name


def test_a_new_file_has_nothing_to_mark(editor: LanguageServer) -> None:
    path = journeys(editor.folder, "new", "persona", "ann", "--from", "bea").stdout.strip()
    text = (editor.folder / path).read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../.schema/persona.json\n")
    assert editor.open(path, text) == []
