"""When a map or a persona is to be looked at again. Cases stand in reviews.yml."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from mkdocs_journeys.catalog.reviews import Review, review_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from tests.maps_on_disk import catalog_of

CASES: dict[str, dict[str, str]] = yaml.load(
    Path(__file__).with_name("reviews.yml").read_text("utf-8"), yaml.BaseLoader
)


def said(review: Review | None) -> str:
    return f"{review.due or 'never due'}, {review.standing}" if review else "none"


@pytest.mark.parametrize("name", CASES)
def test_a_case_tells_when_a_map_is_due(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    says = "\n".join(case["says"].strip("{}").split(", "))
    files = {"journeys/a.yml": f"title: A\n{says}\nsteps: [{{title: S}}]\n"}
    if "handbook" in case:
        files["handbook.yml"] = f"review_every: {case['handbook']}\n"
    (journey,) = (catalog := catalog_of(tmp_path, files)).all(Journey)
    assert said(review_of(catalog, journey)) == case["then"]


def test_a_persona_is_due_like_a_map(tmp_path: Path) -> None:
    files = {
        "handbook.yml": "review_every: 3 months\n",
        "personas/bea.yml": "name: Bea\nreviewed: 2026-08-01\n",
        "personas/carl.yml": "name: Carl\n",
    }
    catalog = catalog_of(tmp_path, files)
    bea, carl = catalog.all(Persona)
    assert said(review_of(catalog, bea)) == "2026-11-01, overdue"
    assert review_of(catalog, carl) is None
