"""A finding stands at exactly one token, whatever bytes stand before it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.problems import Place
from mkdocs_journeys.rules.all import BY_NAME
from mkdocs_journeys.rules.judge import judge
from tests.conftest import Golden
from tests.disturbed import (
    DISTURBANCES,
    Files,
    names_in,
    tokens,
    with_everything,
    with_strange_words,
)
from tests.rules.test_rules import CASES, TODAY

Tokens = Counter[tuple[str, ...]]

# Titles that are longer, or no known words any more, make other findings.
OTHER_FINDINGS = {
    ("not-in-registry", "an id, a title in any case, and a singular key for several"),
    ("stage-name-inside-out", "words of back offices and of the funnel"),
    ("text-too-long-for-diagram", "titles that just fit, and drafts"),
    ("unknown-lifecycle-stage", "an id, a title, an old id and a slip of the pen"),
    ("unknown-mention", "by title, and across journeys"),
}


def found_tokens(rule: str, files: Files, folder: Path) -> Tokens:
    for name, content in files.items():
        path = folder / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode("utf-8"))
    catalog = look_up(load(folder / "maps", "maps"), TODAY)

    def places() -> Iterator[tuple[str, Place]]:
        for one in judge(catalog, check_docs(folder / "docs", "docs", catalog)):
            if one.rule == rule:
                yield rule, one.place
                for other in one.also:
                    yield f"{rule} (also)", other

    return tokens(places(), folder)


@cache
def plain_tokens(rule: str, name: str) -> Tokens:
    with TemporaryDirectory() as folder:
        return found_tokens(rule, CASES[rule, name]["given"], Path(folder))


@pytest.mark.parametrize(("rule", "name"), [one for one in CASES if one not in OTHER_FINDINGS])
def test_a_finding_stands_at_its_token_behind_marks_tabs_and_signs_of_any_width(
    rule: str, name: str, tmp_path: Path
) -> None:
    given = CASES[rule, name]["given"]
    disturbed = with_everything(given, names_in(given))
    assert found_tokens(rule, disturbed, tmp_path) == plain_tokens(rule, name)


@pytest.mark.long
@pytest.mark.parametrize("disturb", DISTURBANCES)
@pytest.mark.parametrize(("rule", "name"), CASES)
def test_each_disturbance_by_itself_moves_no_finding(
    rule: str, name: str, disturb: Callable[[Files, frozenset[str]], Files], tmp_path: Path
) -> None:
    if disturb is with_strange_words and (rule, name) in OTHER_FINDINGS:
        return
    given = CASES[rule, name]["given"]
    disturbed = disturb(given, names_in(given))
    assert found_tokens(rule, disturbed, tmp_path) == plain_tokens(rule, name)


def test_every_rule_is_looked_at() -> None:
    told = {
        rule
        for (rule, name), case in CASES.items()
        if case["then"] and (rule, name) not in OTHER_FINDINGS
    }
    assert told == set(BY_NAME)


def test_a_finding_stands_at_exactly_what_is_wrong(golden: Golden) -> None:
    """Each token in full, or the id or title of what lacks something, to be reviewed."""
    told = {
        (about, token, file)
        for rule, name in CASES
        for about, file, token in plain_tokens(rule, name)
    }
    lines = [f"{about}: {token!r} in {file}" for about, token, file in sorted(told)]
    golden("goldens/tokens.txt", "\n".join(lines) + "\n")
