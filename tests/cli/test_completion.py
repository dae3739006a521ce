"""TAB in a shell: names of rules and changes, ids of things."""

from __future__ import annotations

from pathlib import Path

import click
import pytest
from click.shell_completion import ShellComplete

from mkdocs_journeys.cli import main
from tests.cli.quiet import lay

MAPS = {
    "maps/journeys/order.yml": "title: A\nstages: [{id: pay, title: I pay}]\n",
    "maps/channels.yml": "- {id: web, title: Web}\n- {id: weblog, title: Weblog}\n",
}


def offered(*words: str) -> list[str]:
    """Give what is offered for the last word, which may be empty."""
    complete = ShellComplete(main, {}, "journeys", "_JOURNEYS_COMPLETE")
    return [item.value for item in complete.get_completions(list(words[:-1]), words[-1])]


def test_verbs() -> None:
    assert offered("di") == ["diff"]


def test_rules_and_sorts_of_change() -> None:
    assert offered("rules", "orph") == ["orphan"]
    assert "step-removed" in offered("rules", "step-")


@pytest.mark.parametrize("option", ["--select", "--ignore"])
def test_rules_and_groups_one_after_the_other(option: str) -> None:
    assert offered("check", option, "struct") == ["structure"]
    assert offered("check", option, "structure,orph") == ["structure,orphan"]
    assert "orphan,orphan" not in offered("check", option, "orphan,")


@pytest.mark.parametrize("verb", ["uses", "rename"])
def test_ids_of_anything(verb: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lay(tmp_path, MAPS))
    assert offered(verb, "") == ["order", "order/pay", "web", "weblog"]
    assert offered(verb, "--maps", "none", "") == []


def test_ids_of_the_kind_that_was_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(lay(tmp_path, MAPS))
    assert offered("new", "channel", "--from", "we") == ["web", "weblog"]
    assert offered("new", "journey", "--from", "") == ["order"]


def test_maps_that_cannot_be_read_are_silent(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert offered("uses", "") == []
    lay(tmp_path, {"maps/channels.yml": "- {id: [\n", "maps/handbook.yml": "a: [\n"})
    assert isinstance(main, click.Group)
    offered("uses", "")
    assert capsys.readouterr() == ("", "")
