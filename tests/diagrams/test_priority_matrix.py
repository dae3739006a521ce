"""The impact and effort matrix: what stands where, and what is left to the list."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.diagrams.priority_matrix import priority_matrix
from tests.maps_on_disk import catalog_of

OPPORTUNITIES = """\
- {id: best, title: Best, customer_value: 5, business_value: 1, effort: 2}
- {id: bet, title: Bet, customer_value: 4, effort: 5, status: in-progress}
- {id: solved, title: Solved, customer_value: 4, effort: 1, status: solved}
- {id: dismissed, title: Dismissed, status: dismissed}
- {id: no-effort, title: No effort, customer_value: 4}
- {id: no-value, title: No value, effort: 4}
"""


def test_only_what_is_open_and_rated_stands_in_it_best_first(tmp_path: Path) -> None:
    files = {
        "handbook.yml": "opportunity_weights: {customer_value: 3, business_value: 1}\n",
        "opportunities.yml": OPPORTUNITIES,
        "initiatives.yml": "- {id: i, title: I, status: planned, opportunity: best}\n",
    }
    matrix = priority_matrix(catalog_of(tmp_path, files))
    assert [
        (one.number, one.title, one.impact, one.effort, one.quadrant, one.progress)
        for one in matrix.dots
    ] == [
        # Solved has the best score and with it number 1, in the list alone.
        ("2", "Best", 4.0, 2, "do-now", "planned"),
        ("3", "Bet", 4.0, 5, "bet", "delivery"),
    ]
    assert matrix.closed == 2


def test_a_handbook_without_opportunities_has_an_empty_one(tmp_path: Path) -> None:
    matrix = priority_matrix(catalog_of(tmp_path))
    assert (matrix.dots, matrix.closed) == ((), 0)
