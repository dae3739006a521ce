"""A handbook for everybody says nothing that is internal."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Stakeholder
from mkdocs_journeys.pages.all_pages import all_pages
from tests.maps_on_disk import catalog_of

FILES = {
    "journeys/pay.yml": """\
title: I pay
owner: billing
steps:
  - id: bill
    title: The bill comes
    metrics: [secret-score, calls]
    opportunities: [secret-plan, {title: A plain bill}]
    pain_points:
      - {id: dear, title: It is dear, opportunities: [secret-plan]}
    quotes:
      - {text: Print me., consent: true, evidence: secret-talks}
      - {text: Never print me., consent: false}
      - {text: Nobody asked me.}
    rows: {Who decides: [billing, secret-board]}
  - {id: pay, title: I pay it}
""",
    "journeys/plot.yml": "title: The plot\naudience: internal\nsteps: [{id: hush, title: Hush}]\n",
    "opportunities/secret-plan.yml": "title: Squeeze them\naudience: internal\n",
    "metrics/secret-score.yml": "title: Margin\naudience: internal\n",
    "metrics/calls.yml": "title: Calls\n",
    "evidence/secret-talks.yml": "title: Board talks\nkind: workshop\naudience: internal\n",
    "stakeholders/billing.yml": "name: Billing\ninfluence: 5\ninterest: 2\n",
    "stakeholders/secret-board.yml": "name: The board\naudience: internal\n",
}
ROWS = "rows: [{title: Who decides, type: mentions}]\n"
INTERNAL = ("Squeeze them", "Margin", "Board talks", "The board", "The plot", "secret-", "Hush")


@pytest.mark.parametrize("words", [*INTERNAL, "Never print me.", "Nobody asked me."])
def test_nothing_internal_stands_in_what_any_page_tells(tmp_path: Path, words: str) -> None:
    public = {**FILES, "handbook.yml": f"audience: public\n{ROWS}"}
    told = repr(all_pages(catalog_of(tmp_path, public)))
    assert words not in told
    assert "Print me." in told


def test_a_handbook_for_the_company_shows_all_of_it(tmp_path: Path) -> None:
    told = repr(all_pages(catalog_of(tmp_path, {**FILES, "handbook.yml": ROWS})))
    assert [words for words in (*INTERNAL, "Nobody asked me.") if words not in told] == []


def test_what_is_left_keeps_its_steps_links_and_names(tmp_path: Path) -> None:
    public = {**FILES, "handbook.yml": f"audience: public\n{ROWS}"}
    catalog = catalog_of(tmp_path, public)
    journey = catalog.entry(Journey, "pay")
    assert journey is not None
    assert [step.id for step in journey.all_steps] == ["bill", "pay"]
    assert [use.metric.text for use in journey.all_steps[0].metrics] == ["calls"]
    assert journey.all_steps[0].rows == {"Who decides": ("billing",)}
    assert catalog.related(Key("step", "pay/bill"), "metric") == (Key("metric", "calls"),)
    billing = catalog.entry(Stakeholder, "billing")
    assert billing is not None
    assert (billing.influence, billing.interest) == (None, None)
