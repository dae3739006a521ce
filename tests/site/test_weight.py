"""What a page of the handbook weighs on its way to a reader."""

from __future__ import annotations

import gzip
import shutil
from copy import deepcopy
from itertools import cycle, islice
from typing import Any

import pytest
import yaml

from tests.site.project import ROOT, Built, Project

MOST_BYTES = 80_000
AS_SERVERS_PACK = 6
"""The level of gzip that web servers come with: more costs them time at every page."""

STEPS, STAGES = 60, 8
LEADING = ("next", "journey", "alongside", "replaces", "formerly", "rows")
"""What of a step means something only in the journey that it was taken from."""


def long_journey() -> str:
    """Give a map of 60 steps, made of those of the example, as full as they are there."""
    found: list[dict[str, Any]] = []
    for file in sorted((ROOT / "maps" / "journeys").glob("*.yml")):
        for stage in yaml.safe_load(file.read_text(encoding="utf-8")).get("stages", ()):
            found += [step for step in stage.get("steps", ()) if len(step) >= 6]
    steps = [
        numbered({name: said for name, said in step.items() if name not in LEADING}, place)
        for place, step in enumerate(islice(cycle(found), STEPS))
    ]
    share = -(-STEPS // STAGES)
    stages = [
        {"id": f"stage-{n}", "title": f"Part {n + 1}", "steps": steps[n * share : (n + 1) * share]}
        for n in range(STAGES)
    ]
    journey = {"title": "A long way", "personas": ["priya", "tom"], "stages": stages}
    return yaml.safe_dump(journey, sort_keys=False, allow_unicode=True)


def numbered(thing: dict[str, Any], place: int) -> dict[str, Any]:
    """Give a step under an id of its own, and so all that has an id in it."""
    own = deepcopy(thing)
    # Those that are named by their id alone stand somewhere else in their journey.
    own["pain_points"] = [one for one in own.get("pain_points", ()) if isinstance(one, dict)]
    for part in (own, *(one for said in own.values() if isinstance(said, list) for one in said)):
        if isinstance(part, dict) and "id" in part:
            part["id"] = f"{part['id']}-{place}"
    return own


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Built:
    folder = tmp_path_factory.mktemp("weight")
    shutil.copytree(ROOT / "maps", folder / "maps")
    return (
        Project(folder, folder / "drawings")
        .write({"maps/journeys/long-way.yml": long_journey()})
        .configure(features=("navigation.tabs", "navigation.indexes"))
        .build()
    )


def test_a_journey_of_sixty_steps_arrives_in_eighty_kilobytes(built: Built) -> None:
    page = built.page("journeys/long-way")
    assert len(page.tree.xpath("//*[starts-with(@id, 'step-')]")) == STEPS
    assert len(gzip.compress(page.source.encode(), AS_SERVERS_PACK)) <= MOST_BYTES


def test_every_picture_says_how_large_it_is_and_waits_until_it_is_needed(built: Built) -> None:
    for address in ("journeys/switch-to-fibre", "personas/priya", "personas"):
        for picture in built.page(address).tree.xpath("//*[contains(@class,'jm')]//img"):
            assert picture.get("width"), address
            assert picture.get("height"), address
            # A portrait is what its page begins with.
            assert "jm-av--xl" in picture.get("class", "") or picture.get("loading") == "lazy"
