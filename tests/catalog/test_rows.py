"""Rows of the team's own hold what handbook.yml declares."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.key import Key

SETTINGS = """\
rows:
  - {title: Minutes in the queue, type: number, least: 0}
  - {title: Head or heart, at: step, type: choice, choices: [head, heart]}
  - {title: Trust in us, at: step, type: curve, least: -2, most: 2}
  - {title: Who decides, type: mentions}
"""


@pytest.fixture
def catalog_of(tmp_path: Path) -> Callable[[str], Catalog]:
    """Give the catalog of one journey whose only stage has these rows."""

    def read(rows: str) -> Catalog:
        (tmp_path / "journeys").mkdir()
        (tmp_path / "stakeholders").mkdir()
        (tmp_path / "stakeholders/billing.yml").write_text("name: Billing\n", encoding="utf-8")
        (tmp_path / "handbook.yml").write_text(SETTINGS, encoding="utf-8")
        (tmp_path / "journeys/pay.yml").write_text(
            f"title: I pay\nstages:\n  - id: bill\n    title: The bill\n    rows:\n      {rows}\n",
            encoding="utf-8",
        )
        return look_up(load(tmp_path, "maps"), date(2026, 11, 21))

    return read


@pytest.mark.parametrize(
    ("rows", "told"),
    [
        ("Minutes in the queue: many", "says `many`, which is no number"),
        ("Minutes in the queue: -1", "says -1, outside 0 to …"),
        ("Trust in us: 3", "says 3, outside -2 to 2"),
        ("Head or heart: hart", "says `hart`, which is none of `head`, `heart`"),
        ("Who decides: biling", "mentions `biling`, which nothing is called"),
    ],
)
def test_what_does_not_fit_its_row_is_told_at_the_row(
    catalog_of: Callable[[str], Catalog], rows: str, told: str
) -> None:
    problems = catalog_of(rows).problems
    assert [told in problem.what for problem in problems] == [True]
    assert str(problems[0].place) == "maps/journeys/pay.yml:6:7"


@pytest.mark.parametrize(
    "rows",
    ["Minutes in the queue: 14", "Trust in us: -0.5", "Head or heart: [head, heart]", "Mine: x"],
)
def test_what_fits_its_row_or_has_no_declaration_is_not_told(
    catalog_of: Callable[[str], Catalog], rows: str
) -> None:
    assert catalog_of(rows).problems == ()


def test_a_row_of_mentions_leads_to_what_it_names_and_counts_as_used(
    catalog_of: Callable[[str], Catalog],
) -> None:
    catalog = catalog_of("Who decides: [billing]")
    billing = Key("stakeholder", "billing")
    assert catalog.in_rows == {("Who decides", "billing"): billing}
    assert [use.user for use in catalog.used_by(billing)] == [Key("stage", "pay/bill")]
