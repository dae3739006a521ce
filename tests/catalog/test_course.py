"""The course of a journey: the same ways as on its pages, and quickly found in a long one."""

from __future__ import annotations

import json
from pathlib import Path
from time import process_time
from typing import Any

import pytest
import yaml

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.course import courses, unreached, ways_back
from mkdocs_journeys.catalog.ways import ways_on
from mkdocs_journeys.model.journey import Journey
from tests.maps_on_disk import catalog_of

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("ways.yml").read_text("utf-8")
)
STAGES = """\
title: Way
stages:
  - {{id: begin, title: Begin, steps: [{{id: a, title: A}}, {{id: b, title: B{next}}}]}}
  - {{id: end, title: End, steps: [{{id: c, title: C}}, {{id: d, title: D}}]}}
"""


def journey_of(folder: Path, text: str) -> tuple[Catalog, Journey]:
    other = "title: The other map\nsteps: [{id: x, title: X}]\n"
    catalog = catalog_of(folder, {"journeys/way.yml": text, "journeys/other.yml": other})
    journey = catalog.entry(Journey, "way")
    assert journey is not None
    return catalog, journey


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if "next" in case])
def test_it_goes_where_the_pages_say(name: str, tmp_path: Path) -> None:
    more = f", next: {json.dumps(CASES[name]['next'])}"
    catalog, journey = journey_of(tmp_path, STAGES.format(next=more))

    (course,) = courses(catalog)

    written = [course.places[lead.to].id for lead in course.leads if lead.to is not None]
    back = [course.places[lead.to or 0].id for lead in ways_back(course)]
    on_pages = [way for way in ways_on(catalog, journey, journey.all_steps[1]) if way.to]
    default = ["c"] if len(on_pages) > len(written) else []
    assert default + written == [way.to.id for way in on_pages if way.to]
    assert back == [one for one in written if one in ("a", "b")]


def test_where_nobody_wrote_a_way_there_is_nothing_to_look_at(tmp_path: Path) -> None:
    catalog, _ = journey_of(tmp_path, STAGES.format(next=""))

    assert list(courses(catalog)) == []


def test_the_longest_journey_takes_hardly_longer_to_look_through_than_to_read(
    tmp_path: Path,
) -> None:
    """4,900 ways between 490 stages: about as many as a map may have."""
    stages = [
        {
            "id": f"s{stage}",
            "title": f"Stage {stage}",
            "steps": [
                {
                    "id": f"s{stage}-{step}",
                    "title": f"Step {step}",
                    "next": f"s{(stage * 7 + step) % 490}-{step}",
                }
                for step in range(10)
            ],
        }
        for stage in range(490)
    ]
    before = process_time()
    catalog, _ = journey_of(tmp_path, json.dumps({"title": "Way", "stages": stages}))
    read = process_time() - before

    before = process_time()
    (course,) = courses(catalog)
    lost, back = unreached(catalog, course), ways_back(course)

    assert process_time() - before < read
    assert lost
    assert back
