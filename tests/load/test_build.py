"""What an author may write in a field, and what it becomes."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.load.folder import load
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.handbook import RuleSetting
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.step import Step
from mkdocs_journeys.model.values import Day, Period
from mkdocs_journeys.problems import Span
from tests.maps_on_disk import as_text, write_maps

STEP = """\
title: I order
stages:
  - id: choose
    title: I choose
    steps:
      - id: compare
        title: I compare
        """

LIKE_A_DATE = "Write a date like `2026-11-21`, or a month like `2026-08`."


def loaded(folder: Path, **files: str) -> Loaded:
    """Load maps whose names are written `journeys__order` for journeys/order.yml."""
    named = {f"{name.replace('__', '/')}.yml": content for name, content in files.items()}
    return load(write_maps(folder, named), "maps")


def journey(folder: Path, text: str) -> Journey:
    found = loaded(folder, journeys__order=text)
    assert as_text(found.problems) == ""
    (only,) = found.entries
    assert isinstance(only, Journey)
    return only


def step(folder: Path, line: str) -> Step:
    return journey(folder, STEP + line + "\n").all_steps[0]


def texts(refs: tuple[Ref, ...]) -> tuple[str, ...]:
    return tuple(ref.text for ref in refs)


@pytest.mark.parametrize(
    ("line", "channels"),
    [
        ("channel: web", ("web",)),
        ("channels: web", ("web",)),
        ("channel: [web, phone]", ("web", "phone")),
        ("channels: [web, phone]", ("web", "phone")),
        ("channels: []", ()),
        ("channel:", ()),
        ('channel: " web "', ("web",)),
    ],
)
def test_one_or_many_may_be_written_with_either_word(
    line: str, channels: tuple[str, ...], tmp_path: Path
) -> None:
    assert texts(step(tmp_path, line).channels) == channels


def test_plain_text_is_welcome_wherever_a_thing_is(tmp_path: Path) -> None:
    found = step(
        tmp_path,
        """pain_points: [No date until payment, {title: No bell, severity: 7/10}]
        thought: Hurry up
        moment_of_truth: Am I booked?
        quote: It took ages
        blueprint: {backstage: No view of dates}""",
    )
    assert [pain.title for pain in found.pain_points] == ["No date until payment", "No bell"]
    assert [pain.severity and pain.severity.rank for pain in found.pain_points] == [None, 3]
    assert found.thoughts[0].text == "Hurry up"
    assert found.moment_of_truth is not None
    assert found.moment_of_truth.question == "Am I booked?"
    assert found.quotes[0].text == "It took ages"
    assert found.blueprint is not None
    assert found.blueprint.backstage[0].does == "No view of dates"


@pytest.mark.parametrize(
    ("line", "scores", "words"),
    [
        ("emotion: -2", [-2.0], [()]),
        ("emotion: +1.5", [1.5], [()]),
        ("emotion: ignored", [None], [("ignored",)]),
        ("emotion: {score: 0, words: [calm, tired]}", [0.0], [("calm", "tired")]),
        ("emotion: [{who: bea, score: 2}, {who: tom, word: bored}]", [2.0, None], [(), ("bored",)]),
    ],
)
def test_an_emotion_is_a_score_or_words_or_several(
    line: str, scores: list[float | None], words: list[tuple[str, ...]], tmp_path: Path
) -> None:
    found = step(tmp_path, line).emotion
    assert [one.score.value if one.score else None for one in found] == scores
    assert [one.words for one in found] == words


@pytest.mark.parametrize("typed", ["no", "010", "12:30", "1.10", "~", "null", "2026-11-21", "0x1F"])
def test_text_stays_as_it_was_typed(typed: str, tmp_path: Path) -> None:
    found = step(tmp_path, f"action: {typed}")
    assert found.action == typed


def test_an_empty_value_is_as_good_as_none(tmp_path: Path) -> None:
    assert step(tmp_path, "summary:").summary is None


def test_quotes_make_an_empty_text_a_value(tmp_path: Path) -> None:
    assert step(tmp_path, 'summary: ""').summary == ""


def test_a_list_is_needed_where_order_is_meant(tmp_path: Path) -> None:
    found = loaded(tmp_path, journeys__order="title: I order\nsteps: I pay\n")
    assert as_text(found.problems) == (
        "maps/journeys/order.yml:2:8: The `steps` of a journey needs a list. [wrong-shape]\n"
        "    Start each entry with `- `.\n"
    )


def test_steps_without_stages_become_one_stage(tmp_path: Path) -> None:
    found = journey(tmp_path, "title: I order\nsteps: [I look, I pay]\n")
    assert [stage.id for stage in found.stages] == ["stage-1"]
    assert [one.id for one in found.all_steps] == ["step-1-1", "step-1-2"]


def test_a_stage_takes_what_a_step_takes(tmp_path: Path) -> None:
    found = journey(
        tmp_path,
        "title: I order\nstages: [{title: Pay, emotion: -1, channel: web, pain_points: [Slow]}]\n",
    )
    (stage,) = found.stages
    assert stage.emotion[0].score is not None
    assert texts(stage.channels) == ("web",)
    assert stage.pain_points[0].title == "Slow"


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("2026-11-21", "2026-11-21", "2026-11-21"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
    ],
)
def test_a_date_is_a_day_or_a_month(typed: str, first: str, last: str, tmp_path: Path) -> None:
    found = journey(tmp_path, f"title: I order\nreviewed: {typed}\nstages: []\n")
    assert found.reviewed == Day.read(typed)
    assert (found.reviewed.first.isoformat(), found.reviewed.last.isoformat()) == (first, last)


@pytest.mark.parametrize(
    ("typed", "mend"),
    [
        ("2026-2-1", "Write it as `2026-02-01`."),
        ("21.11.2026", "Write it as `2026-11-21`."),
        ("11/21/2026", "Write it as `2026-11-21`."),
        ("12/11/2026", "Write it as `2026-11-12` or `2026-12-11`."),
        ("3.3.2026", "Write it as `2026-03-03`."),
        ("2026-02-30", f"The calendar has no such day. {LIKE_A_DATE}"),
        ("30/02/2026", f"The calendar has no such day. {LIKE_A_DATE}"),
        ("12/11/26", LIKE_A_DATE),
        ("2026-13", LIKE_A_DATE),
        ("2026", LIKE_A_DATE),
        ("2026-11-21T10:00", LIKE_A_DATE),
        ("soon", LIKE_A_DATE),
    ],
)
def test_anything_else_is_no_date(typed: str, mend: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, journeys__order=f"title: I order\nreviewed: {typed}\nstages: []\n")
    assert as_text(found.problems) == (
        f"maps/journeys/order.yml:2:11: The `reviewed` of a journey: `{typed}` is no date."
        f" [wrong-shape]\n    {mend}\n"
    )


@pytest.mark.parametrize(
    ("typed", "months", "days"),
    [
        ("3 months", 3, 0),
        ("1 year", 12, 0),
        ("2 weeks", 0, 14),
        ("10 days", 0, 10),
        ("P3M", 3, 0),
        ("P1Y2M3W4D", 14, 25),
    ],
)
def test_a_period_is_in_words_or_as_iso(typed: str, months: int, days: int, tmp_path: Path) -> None:
    found = journey(tmp_path, f"title: I order\nreview_every: {typed}\nstages: []\n")
    assert found.review_every == Period(typed, months, days)


@pytest.mark.parametrize("typed", ["quarterly", "P", "3", "three months", "-3 months", "P3"])
def test_anything_else_is_no_period(typed: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, journeys__order=f"title: I\nreview_every: {typed}\nstages: []\n")
    assert [problem.rule for problem in found.problems] == ["wrong-shape"]
    assert "is no period" in found.problems[0].what


@pytest.mark.parametrize(
    ("typed", "value"), [("7", 7.0), ("-12", -12.0), ("+0.5", 0.5), ("0", 0.0), ("100.00", 100.0)]
)
def test_a_number_is_kept_as_typed(typed: str, value: float, tmp_path: Path) -> None:
    (metric,) = loaded(tmp_path, metrics__nps=f"title: NPS\nbaseline: {typed}\n").entries
    assert isinstance(metric, Metric)
    assert metric.baseline is not None
    assert (metric.baseline.text, metric.baseline.value) == (typed, value)


@pytest.mark.parametrize(
    "typed", ["010", "1_000", "12:30", ".nan", "nan", ".inf", "1e3", "0x1F", "0o7", "~", "1.", "٣"]
)
def test_what_tools_read_in_different_ways_is_no_number(typed: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, metrics__nps=f"title: NPS\nbaseline: {typed}\n")
    assert [(problem.rule, problem.what) for problem in found.problems] == [
        ("wrong-shape", f"The `baseline` of a metric: `{typed}` is no number.")
    ]


def test_a_decimal_comma_is_told_how_to_become_a_point(tmp_path: Path) -> None:
    (problem,) = loaded(tmp_path, metrics__nps='title: NPS\nbaseline: "1,5"\n').problems
    assert problem.mend == "Write a point instead of the comma: `1.5`."


@pytest.mark.parametrize("typed", ["2.5", "-1", "many"])
def test_people_are_counted_in_whole_numbers(typed: str, tmp_path: Path) -> None:
    found = loaded(tmp_path, evidence__talks=f"title: Talks\nkind: interview\nn: {typed}\n")
    assert [problem.mend for problem in found.problems] == [
        "Write a whole number of 0 or more, for example `n: 0`."
    ]


def test_names_of_the_authors_own_may_hold_one_or_many(tmp_path: Path) -> None:
    (persona,) = loaded(
        tmp_path, personas__bea="name: Bea\ndemographics: {age: 41, children: [two, a dog]}\n"
    ).entries
    assert isinstance(persona, Persona)
    assert persona.demographics == {"age": ("41",), "children": ("two", "a dog")}


def test_the_place_of_a_name_of_the_authors_own_is_known(tmp_path: Path) -> None:
    settings = loaded(tmp_path, handbook="rules:\n  orphan: off\n").settings
    assert settings.rules["orphan"] == RuleSetting(level="off")
    assert settings.spot.of("rules.orphan").span == Span(2, 3, 2, 9)


def test_every_field_knows_where_its_value_stands(tmp_path: Path) -> None:
    found = step(tmp_path, "channel: web")
    assert found.spot.of("channels").span == Span(8, 18, 8, 21)
    assert found.spot.of("title").span == Span(7, 16, 7, 25)
    assert found.spot.of("summary", "id").span == Span(6, 13, 6, 20)
    assert found.channels[0].place.span == Span(8, 18, 8, 21)


def test_one_wrong_value_does_not_hide_the_others(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        journeys__order="titel: I order\nstate: maybe\nreviewed: soon\nstages: [{emotion: 9}]\n",
    )
    assert [(one.rule, one.place.span.line) for one in found.problems] == [
        ("unknown-key", 1),
        ("wrong-shape", 1),
        ("wrong-shape", 2),
        ("wrong-shape", 3),
        ("wrong-shape", 4),
        ("wrong-shape", 4),
    ]


def test_unknown_keys_alone_do_not_lose_the_map(tmp_path: Path) -> None:
    found = loaded(tmp_path, evidence__talks="title: Talks\nkind: interview\nkolour: red\n")
    assert [problem.rule for problem in found.problems] == ["unknown-key"]
    assert [type(entry) for entry in found.entries] == [Evidence]


def test_other_words_are_understood_with_a_finding(tmp_path: Path) -> None:
    found = loaded(
        tmp_path,
        journeys__order="name: I order\nstate: to-be\nphases: [{title: Pay, pains: [Slow]}]\n",
    )
    assert [problem.rule for problem in found.problems] == [
        "name-or-title",
        "renamed-key",
        "renamed-key",
        "renamed-key",
    ]
    (entry,) = found.entries
    assert isinstance(entry, Journey)
    assert (entry.title, entry.state) == ("I order", "future")
    assert entry.stages[0].pain_points[0].title == "Slow"


def test_a_long_title_is_told_by_its_length(tmp_path: Path) -> None:
    found = loaded(tmp_path, journeys__order=f"title: {'x' * 201}\nstages: []\n")
    assert [problem.what for problem in found.problems] == [
        "The `title` of a journey has 201 characters; at most 200 are kept."
    ]


def test_a_slip_in_a_key_is_told_and_read_as_what_it_means(tmp_path: Path) -> None:
    found = loaded(tmp_path, journeys__order="titel: A\nstages: [{id: b, title: B, chanel: web}]\n")
    (order,) = found.entries
    assert isinstance(order, Journey)
    assert (order.title, texts(order.stages[0].channels)) == ("A", ("web",))
    assert [one.rule for one in found.problems] == ["unknown-key", "unknown-key"]


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("scop: often", id="what it may mean takes another value"),
        pytest.param("titel: C", id="what it may mean stands there already"),
        pytest.param("titl: C\ntitel: D", id="two that may mean the same"),
        pytest.param("colour: red", id="a key that is near none"),
    ],
)
def test_a_key_that_is_no_certain_slip_takes_nothing_else_with_it(
    line: str, tmp_path: Path
) -> None:
    found = loaded(tmp_path, journeys__order=f"title: A\n{line}\nstages: []\n")
    (order,) = found.entries
    assert isinstance(order, Journey)
    assert order.title == "A"
    assert {one.rule for one in found.problems} == {"unknown-key"}
