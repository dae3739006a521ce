"""From a place in a file back to the thing that stands there."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.whereabouts import Whereabouts
from mkdocs_journeys.problems import START, Place, Span
from tests.maps_on_disk import catalog_of

FILES = {
    "journeys/order.yml": """\
        title: I order
        stages:
          - id: pay
            title: I pay
            steps:
              - {id: card, title: By card, pain_points: [{id: slow, title: It is slow}]}
        """,
    "journeys/lost.yml": "title: [I lose\n",
    "channels.yml": "- {id: web}\n- {id: fax}\n",
    "metrics/calls.yml": "title: Calls\n",
    "metrics/calls.csv": "date,value\n2026-01,3\n",
    "handbook.yml": "lifecycle: [{id: join, title: Join}]\n",
}


@pytest.mark.parametrize(
    ("file", "line", "column", "meant"),
    [
        ("journeys/order.yml", 1, 8, "journey:order"),
        ("journeys/order.yml", 4, 12, "stage:order/pay"),
        ("journeys/order.yml", 6, 25, "step:order/card"),
        ("journeys/order.yml", 6, 60, "pain-point:order/slow"),
        ("journeys/lost.yml", 1, 8, "journey:lost"),
        ("channels.yml", 2, 4, "channel:fax"),
        ("metrics/calls.csv", 2, 1, "metric:calls"),
        ("handbook.yml", 1, 14, "lifecycle:join"),
    ],
)
def test_the_innermost_thing_is_given(
    file: str, line: int, column: int, meant: str, tmp_path: Path
) -> None:
    where = Whereabouts(catalog_of(tmp_path, FILES))
    known = where.at(Place(f"maps/{file}", Span(line, column, line, column + 1)))
    assert known is not None
    assert str(known.key) == meant


def test_a_whole_file_is_its_only_thing_and_no_one_of_several(tmp_path: Path) -> None:
    where = Whereabouts(catalog_of(tmp_path, FILES))
    order = where.at(Place("maps/journeys/order.yml", START))
    assert order is not None
    assert order.title == "I order"
    assert where.at(Place("maps/channels.yml", Span(9, 1, 9, 1))) is None
    assert where.at(Place("docs/about.md", START)) is None
