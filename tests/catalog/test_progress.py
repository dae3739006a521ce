"""How far work has come, and what figures say of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.progress import opportunity_progress, proof_of
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from tests.maps_on_disk import catalog_of


@pytest.mark.parametrize(
    ("own", "initiatives", "then"),
    [
        ("open", [], "idea"),
        ("in-progress", [], "delivery"),
        ("open", ["planned", "idea"], "planned"),
        ("open", ["idea", "testing", "done"], "delivery"),
        ("open", ["prototype"], "delivery"),
        ("open", ["done"], "done"),
        ("open", ["done", "planned"], "planned"),
        # What was dropped says nothing of how far the opportunity is.
        ("in-progress", ["dropped"], "delivery"),
        ("open", ["dropped"], "idea"),
        ("solved", ["in-progress"], "closed"),
        ("dismissed", [], "closed"),
    ],
)
def test_an_opportunity_is_as_far_as_what_runs_or_comes_next(
    own: str, initiatives: list[str], then: str, tmp_path: Path
) -> None:
    files = {"opportunities.yml": f"- {{id: o, title: O, status: {own}}}\n"}
    files["initiatives.yml"] = "".join(
        f"- {{id: i{place}, title: I, status: {status}, opportunity: o}}\n"
        for place, status in enumerate(initiatives)
    )
    catalog = catalog_of(tmp_path, files)
    (opportunity,) = catalog.all(Opportunity)
    assert opportunity_progress(catalog, opportunity) == then


UP = "direction: up\nreadings: [{date: 2026-01, value: 1}, {date: 2026-09, value: 2}]\n"
DOWN = "direction: down\nreadings: [{date: 2026-01, value: 1}, {date: 2026-09, value: 2}]\n"
SAME = "direction: up\nreadings: [{date: 2026-01, value: 1}, {date: 2026-09, value: 1}]\n"
EITHER = "readings: [{date: 2026-01, value: 1}, {date: 2026-09, value: 2}]\n"
BROKEN = UP + "series_break: 2026-05\n"
EARLY = "direction: up\nreadings: [{date: 2026-01, value: 1}]\n"


@pytest.mark.parametrize(
    ("metrics", "then"),
    [
        ([], "nothing"),
        ([UP], "better"),
        ([DOWN], "worse"),
        ([UP, DOWN], "mixed"),
        ([UP, SAME, EITHER], "better"),
        ([SAME], "unchanged"),
        ([EITHER], "unchanged"),
        ([EARLY], "unread"),
        ([EARLY, UP], "better"),
        ([BROKEN], "cut"),
    ],
)
def test_readings_say_whether_an_initiative_helped(
    metrics: list[str], then: str, tmp_path: Path
) -> None:
    files = {f"metrics/m{place}.yml": f"title: M\n{text}" for place, text in enumerate(metrics)}
    expects = ", ".join(f"{{metric: m{place}}}" for place in range(len(metrics)))
    files["initiatives/i.yml"] = (
        f"title: I\nstatus: done\nstart: 2026-03-01\ndone: 2026-06-01\nexpects: [{expects}]\n"
    )
    catalog = catalog_of(tmp_path, files)
    (initiative,) = catalog.all(Initiative)
    assert proof_of(catalog, initiative) == then
