"""What to look at first, worked by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.gathered import handled, moments, pain_points, quotes
from mkdocs_journeys.catalog.priorities import (
    impact,
    numbers_of,
    opportunity_score,
    pain_priority,
    quadrant,
    ranked,
    share,
)
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.journey import Journey
from tests.maps_on_disk import catalog_of


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("68% of installs", 0.68),
        ("  57 % of quotes", 0.57),
        ("1.5%", 0.015),
        ("0% so far", 0.0),
        ("100%", 1.0),
        ("150% of what we thought", 1.0),
        ("1 in 3 homes", 1 / 3),
        ("5 in 4", 1.0),
        ("1 in 0", None),
        ("1 inch", None),
        ("12 in-house calls", None),
        ("about 68%", None),
        ("68 homes", None),
        ("1000%", None),
        ("57,5%", None),
        ("", None),
        (None, None),
    ],
)
def test_a_share_is_read_from_the_front_of_free_text(text: str | None, then: float | None) -> None:
    assert share(text) == (then if then is None else pytest.approx(then))


@pytest.mark.parametrize(
    ("pain", "then"),
    [
        ("severity: critical, frequency: always", 16),
        ("severity: low, frequency: rare", 1),
        ("severity: high, frequency: often, reach: 50% of homes", 4.5),
        ("severity: high, frequency: often, reach: many", 9),
        ("severity: high, frequency: often, reach: 0%", 0),
        # 7/10 ranks 7 / 2.5 = 2.8, rounded up.
        ("severity: 7/10, frequency: 2", 6),
        ("severity: critical", None),
        ("frequency: always, reach: 50%", None),
    ],
)
def test_the_priority_of_a_pain_point_is_severity_times_frequency_times_reach(
    pain: str, then: float | None, tmp_path: Path
) -> None:
    text = f"title: A\nsteps: [{{title: S, pain_points: [{{title: P, {pain}}}]}}]\n"
    catalog = catalog_of(tmp_path, {"journeys/a.yml": text})
    (found,) = pain_points(catalog.all(Journey))
    assert pain_priority(found.thing) == then


@pytest.mark.parametrize(
    ("said", "weights", "worth", "score"),
    [
        ("customer_value: 5, business_value: 2, effort: 2", "", 3.5, 1.5),
        (
            "customer_value: 5, business_value: 1, effort: 2",
            "{customer_value: 3, business_value: 1}",
            *(4, 2),
        ),
        ("customer_value: 5, effort: 5", "{customer_value: 0.1, business_value: 0.9}", 5, 0),
        ("business_value: 1, effort: 5", "", 1, -4),
        ("customer_value: 5, business_value: 1", "", 3, None),
        ("effort: 1", "", None, None),
        # A weight of nothing leaves nothing to weigh.
        ("customer_value: 5, effort: 1", "{customer_value: 0, business_value: 1}", None, None),
    ],
)
def test_an_opportunity_is_worth_its_weighted_values_less_its_effort(
    said: str, weights: str, worth: float | None, score: float | None, tmp_path: Path
) -> None:
    files = {"opportunities.yml": f"- {{id: o, title: O, {said}}}\n"}
    if weights:
        files["handbook.yml"] = f"opportunity_weights: {weights}\n"
    catalog = catalog_of(tmp_path, files)
    (opportunity,) = catalog.all(Opportunity)
    assert impact(catalog, opportunity) == worth
    assert opportunity_score(catalog, opportunity) == score


@pytest.mark.parametrize(
    ("worth", "effort", "then"),
    [
        *((5, 1, "do-now"), (5, 5, "bet"), (1, 1, "fill-in"), (1, 5, "think-twice")),
        *((3, 3, "do-now"), (3, 3.1, "bet"), (2.9, 3, "fill-in"), (2.9, 3.1, "think-twice")),
    ],
)
def test_the_middle_of_impact_and_effort_counts_to_the_better_side(
    worth: float, effort: float, then: str
) -> None:
    assert quadrant(worth, effort) == then


def test_of_equal_scores_the_one_with_more_impact_comes_first_and_unrated_ones_last(
    tmp_path: Path,
) -> None:
    text = """\
        - {id: none, title: N}
        - {id: small, title: S, customer_value: 2, effort: 1}
        - {id: great, title: G, customer_value: 5, effort: 4}
        - {id: again, title: A, customer_value: 5, effort: 4}
        - {id: best, title: B, customer_value: 5, effort: 1}
        """
    found = ranked(catalog_of(tmp_path, {"opportunities.yml": text}))
    assert [one.id for one in found] == ["best", "great", "again", "small", "none"]


@pytest.mark.parametrize(
    ("codes", "then"),
    [
        (["O-04", "O-12", "X 7b"], ("4", "12", "7")),
        # One number twice, one missing: counted instead.
        (["O-04", "P-4"], ("1", "2")),
        (["O-04", ""], ("1", "2")),
        (["O-4", "O-1234"], ("4", "234")),
        (["O-00"], ("1",)),
    ],
)
def test_the_number_of_an_opportunity_is_that_of_its_code_where_all_have_one(
    codes: list[str], then: tuple[str, ...], tmp_path: Path
) -> None:
    text = "".join(
        f"- {{id: o{place}, title: O, code: '{code}'}}\n"
        if code
        else f"- {{id: o{place}, title: O}}\n"
        for place, code in enumerate(codes)
    )
    catalog = catalog_of(tmp_path, {"opportunities.yml": text})
    assert numbers_of(catalog.all(Opportunity)) == then


GATHERED = {
    "journeys/a.yml": """\
        title: A
        stages:
          - id: s
            title: S
            moment_of_truth: {question: Of the stage, handling: winning}
            quotes: [At the stage]
            steps:
              - id: t
                title: T
                moment_of_truth: {question: Not rated}
                quotes: [At the step]
                pain_points:
                  - {title: nobody scored it}
                  - {title: meets nobody, severity: high, frequency: often, reach: 0%}
                  - {title: small, severity: low, frequency: rare}
              - id: u
                title: U
                moment_of_truth: {question: Failing, handling: failing}
                pain_points: [{title: great, severity: critical, frequency: always}]
        """,
    "journeys/b.yml": """\
        title: B
        steps:
          - {id: t, title: T, quotes: [Later],
             moment_of_truth: {question: At risk, handling: at-risk}}
          - {id: u, title: U, moment_of_truth: {question: Failing too, handling: failing}}
        """,
}


def test_moments_come_by_how_they_are_handled_and_then_in_journey_order(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, GATHERED)
    found = moments(catalog.all(Journey))
    assert [one.thing.question for one in found] == [
        *("Failing", "Failing too", "At risk", "Not rated", "Of the stage"),
    ]
    assert [str(one.key) for one in found][-2:] == ["step:a/t", "stage:a/s"]


def test_moments_are_counted_by_how_they_are_handled_worst_first(tmp_path: Path) -> None:
    first, second = catalog_of(tmp_path, GATHERED).all(Journey)
    assert handled(first) == (("failing", 1), ("unrated", 1), ("winning", 1))
    assert handled(second) == (("failing", 1), ("at-risk", 1))


def test_pain_points_come_by_priority_and_unscored_ones_last(tmp_path: Path) -> None:
    found = pain_points(catalog_of(tmp_path, GATHERED).all(Journey))
    assert [one.thing.title for one in found] == [
        *("great", "small", "meets nobody", "nobody scored it"),
    ]


def test_quotes_come_in_the_order_of_the_maps(tmp_path: Path) -> None:
    found = quotes(catalog_of(tmp_path, GATHERED).all(Journey))
    assert [one.thing.text for one in found] == ["At the stage", "At the step", "Later"]
