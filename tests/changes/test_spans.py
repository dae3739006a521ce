"""The token of a change is the same whatever bytes stand before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

import pytest

from mkdocs_journeys.changes.all import CHANGES_BY_NAME
from mkdocs_journeys.changes.compare import compare
from mkdocs_journeys.problems import Place
from tests.changes.test_changes import CASES, catalog_in
from tests.disturbed import DISTURBANCES, Files, names_in, tokens, with_everything

Tokens = Counter[tuple[str, ...]]

# Titles that begin alike are taken for one another, so that other changes are found there.
OTHER_CHANGES = {
    ("id-renamed", "another thing at another place"),
    ("link-broken", "a persona with another id, found by her name"),
    ("link-broken", "in a row of the team's own"),
    ("stage-added", "a map that had only steps"),
    ("stage-split", "it is gone, and two new stages have its steps"),
}


def changed_tokens(base: Files, head: Files, folder: Path) -> Tokens:
    sides = catalog_in(folder / "base", base), catalog_in(folder / "head", head)
    found = compare(*sides)

    def places(side: str) -> Iterator[tuple[str, Place | None]]:
        for one in found:
            yield f"{one.name} in {side}", one.base if side == "base" else one.head

    return tokens(places("base"), folder / "base") + tokens(places("head"), folder / "head")


def both(
    change: str, name: str, disturb: Callable[[Files, frozenset[str]], Files], folder: Path
) -> tuple[Tokens, Tokens]:
    case = CASES[change, name]
    base, head = case["base"], {**case["base"], **case["head"]}
    names = names_in(base) | names_in(head)
    return (
        changed_tokens(base, head, folder / "plain"),
        changed_tokens(disturb(base, names), disturb(head, names), folder / "disturbed"),
    )


@pytest.mark.parametrize(("change", "name"), [one for one in CASES if one not in OTHER_CHANGES])
def test_a_change_stands_at_its_token_behind_marks_tabs_and_signs_of_any_width(
    change: str, name: str, tmp_path: Path
) -> None:
    plain, disturbed = both(change, name, with_everything, tmp_path)
    assert disturbed == plain


@pytest.mark.long
@pytest.mark.parametrize("disturb", DISTURBANCES)
@pytest.mark.parametrize(("change", "name"), [one for one in CASES if one not in OTHER_CHANGES])
def test_each_disturbance_by_itself_moves_no_change(
    change: str, name: str, disturb: Callable[[Files, frozenset[str]], Files], tmp_path: Path
) -> None:
    plain, disturbed = both(change, name, disturb, tmp_path)
    assert disturbed == plain


def test_every_sort_of_change_is_looked_at() -> None:
    told: Iterable[str] = {
        change
        for (change, name), case in CASES.items()
        if case["then"] and (change, name) not in OTHER_CHANGES
    }
    assert set(told) == set(CHANGES_BY_NAME)
