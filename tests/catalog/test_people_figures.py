"""Figures about people: who travels what, what fails them, and who is at work on it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mending import active_initiatives
from mkdocs_journeys.catalog.overview import moments_that_need_work, overview, reviews_due
from mkdocs_journeys.catalog.travels import journeys_of, line_of
from mkdocs_journeys.catalog.unmet import unmet_needs
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from tests.maps_on_disk import catalog_of

BEA = Key("persona", "bea")


def travelled(folder: Path, *stages: str, more: str = "") -> Catalog:
    """Look up a handbook with one persona on one map of these stages."""
    text = "title: I order\npersonas: [bea]\n" + more + "stages:\n"
    text += "".join(f"  - {{{stage}}}\n" for stage in stages)
    return catalog_of(folder, {"personas/bea.yml": "name: Bea\n", "journeys/order.yml": text})


def test_retired_journeys_come_last(tmp_path: Path) -> None:
    files = {
        "personas/bea.yml": "name: Bea\n",
        "journeys/a.yml": "title: A\nstatus: retired\npersonas: [bea]\nsteps: [{title: S}]\n",
        "journeys/b.yml": "title: B\npersonas: [bea]\nsteps: [{title: S}]\n",
    }
    assert [one.id for one in journeys_of(catalog_of(tmp_path, files), BEA)] == ["b", "a"]


def test_a_mention_inside_a_journey_does_not_make_its_persona_a_traveller(tmp_path: Path) -> None:
    files = {
        "personas/bea.yml": "name: Bea\n",
        "journeys/a.yml": "title: A\nsteps: [{title: S, actors: [bea], "
        "pain_points: [{title: P, personas: [bea]}]}]\n",
    }
    assert journeys_of(catalog_of(tmp_path, files), BEA) == ()


def test_of_several_scores_at_one_step_the_first_draws_the_line(tmp_path: Path) -> None:
    catalog = travelled(
        tmp_path,
        "id: a, title: A, steps: [{title: S, emotion: [{score: 2}, {when: late, score: -2}]}]",
        "id: b, title: B, steps: [{id: t, title: T}]",
    )
    journey = catalog.entry(Journey, "order")
    assert journey is not None
    assert line_of(catalog, journey, BEA) == (2.0, None)


def test_a_map_without_scores_has_no_line(tmp_path: Path) -> None:
    catalog = travelled(tmp_path, "id: a, title: A, steps: [{id: s, title: S}]")
    journey = catalog.entry(Journey, "order")
    assert journey is not None
    assert line_of(catalog, journey, BEA) == ()


def test_the_need_of_a_stage_is_judged_by_the_mean_of_its_steps(tmp_path: Path) -> None:
    steps = "steps: [{id: s, title: S, emotion: -2}, {id: t, title: T, emotion: 1}]"
    catalog = travelled(tmp_path, f"id: a, title: A, needs: [Light], {steps}")
    assert [(one.need, one.score) for one in unmet_needs(catalog, BEA)] == [("Light", -0.5)]


def test_needs_on_future_and_retired_maps_are_not_counted_as_unmet(tmp_path: Path) -> None:
    stage = "id: a, title: A, needs: [Light], emotion: -2"
    for number, more in enumerate(("state: future\n", "status: retired\n")):
        catalog = travelled(tmp_path / str(number), stage, more=more)
        assert unmet_needs(catalog, BEA) == ()
    assert len(unmet_needs(travelled(tmp_path / "now", stage), BEA)) == 1


def test_among_moments_handled_alike_the_lowest_feeling_comes_first(tmp_path: Path) -> None:
    def moment(name: str, handling: str, score: str) -> str:
        truth = f"moment_of_truth: {{question: {name}, handling: {handling}}}"
        return f"id: {name}, title: {name}, {truth}, emotion: {score}"

    catalog = travelled(
        tmp_path,
        moment("x", "at-risk", "-2"),
        moment("y", "failing", "0"),
        moment("z", "failing", "-1"),
        moment("w", "winning", "-2"),
    )
    assert [one.thing.question for one in moments_that_need_work(catalog)] == ["z", "y", "x"]


def test_an_empty_handbook_counts_nothing(tmp_path: Path) -> None:
    counts = overview(catalog_of(tmp_path))
    assert (counts.maps, counts.moments, counts.stages) == (0, 0, 0)


def test_a_map_that_was_never_reviewed_is_not_in_date_and_not_due(tmp_path: Path) -> None:
    catalog = travelled(tmp_path, "id: a, title: A")
    assert (overview(catalog).maps, overview(catalog).maps_in_date) == (1, 0)
    assert reviews_due(catalog) == ()


def test_the_longest_overdue_review_comes_first(tmp_path: Path) -> None:
    dates = {"a": "2026-08-01", "b": "2026-01-01", "c": "2026-11-20", "d": "2026-08-30"}
    files = {
        f"journeys/{name}.yml": f"title: {name}\nreviewed: {day}\nreview_every: 3 months\n"
        "steps: [{title: S}]\n"
        for name, day in dates.items()
    }
    found = [(one.id, review.standing) for one, review in reviews_due(catalog_of(tmp_path, files))]
    assert found == [("b", "overdue"), ("a", "overdue"), ("d", "soon")]


def test_an_idea_or_a_dropped_initiative_is_no_fix(tmp_path: Path) -> None:
    files = {"opportunities/light.yml": "title: Light\n"}
    for status in ("idea", "prototype", "testing", "planned", "in-progress", "done", "dropped"):
        files[f"initiatives/{status}.yml"] = (
            f"title: {status}\nstatus: {status}\nopportunities: [light]\n"
        )
    catalog = catalog_of(tmp_path, files)
    found = active_initiatives(catalog, (Key("opportunity", "light"),))
    assert {key.id for key in found} == {"prototype", "testing", "planned", "in-progress"}
