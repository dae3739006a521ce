"""Pages run the other way where people read the other way: styles know no left and no right."""

from __future__ import annotations

import re

import pytest

from mkdocs_journeys.language import language_called, speaking
from mkdocs_journeys.render.charts import line_chart
from mkdocs_journeys.render.stylesheet import ASSETS
from tests.render.test_charts import chart

PHYSICAL = re.compile(
    r"(?<![\w-])(?:left|right|(?:margin|padding|border|scroll-margin|scroll-padding)-(?:left|right)"
    r"|border-(?:top|bottom)-(?:left|right)-radius)\s*:|text-align:\s*(?:left|right)|float:"
)
FOUR = re.compile(r"(?:margin|padding|inset|scroll-padding|scroll-margin):\s*([^;}]+)")

FILES = sorted(file.name for file in ASSETS.glob("*.css"))


@pytest.mark.parametrize("name", FILES)
def test_a_style_says_start_and_end_instead_of_left_and_right(name: str) -> None:
    css = re.sub(r"/\*.*?\*/", "", (ASSETS / name).read_text("utf-8"), flags=re.DOTALL)
    # A rule for one direction may say what it means there.
    rules = [rule for rule in css.split("}") if "[dir=" not in rule]
    wrong = [found[0] for rule in rules for found in PHYSICAL.finditer(rule)]
    wrong += [found[0] for rule in rules for found in FOUR.finditer(rule) if is_lopsided(found[1])]
    assert wrong == []


def is_lopsided(value: str) -> bool:
    """Tell whether four lengths differ between left and right: logical properties say that."""
    while value != (shorter := re.sub(r"\([^()]*\)", "", value)):
        value = shorter
    lengths = value.replace("!important", "").split()
    return len(lengths) == 4 and lengths[1] != lengths[3]


@pytest.mark.parametrize(
    ("rule", "is_wrong"),
    [
        ("margin-left: 1rem", True),
        ("inset-inline-start: 0", False),
        ("text-align: right", True),
        ("border-top-left-radius: 3px", True),
        ("left: 0", True),
        ("--left: 0", False),
    ],
)
def test_the_judge_knows_left_from_start(rule: str, is_wrong: bool) -> None:
    assert bool(PHYSICAL.search(rule)) == is_wrong


def test_the_judge_sees_lopsided_lengths() -> None:
    assert is_lopsided("1px 2px 1px calc(3px + 4px)")
    assert not is_lopsided("1px 2px 3px 2px")


@pytest.mark.parametrize(("tag", "is_rising"), [("en", True), ("de", True), ("ar", False)])
def test_time_runs_in_a_chart_as_the_language_is_read(tag: str, is_rising: bool) -> None:
    with speaking(language_called(tag)):
        drawn = line_chart(chart([1.0, 2.0, 3.0]))
    places = [drawn.at(dot.x) for dot in drawn.dots]
    assert places == sorted(places, reverse=not is_rising)
    ends = [float(one.points.split()[0].split(",")[0]) for one in drawn.strokes]
    assert ends == places[:-1], "the line goes through the dots"
