"""What lies between a current map and its future. Cases stand in gap.yml."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gap import Answer, current_of, futures_of, gap
from mkdocs_journeys.model.journey import Journey
from tests.maps_on_disk import catalog_of

CASES: dict[str, dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("gap.yml").read_text("utf-8")
)
KNOWN = {
    "channels.yml": "- {id: phone, title: Telephone}\n- {id: web, title: Website}\n",
    "touchpoints.yml": "- {id: desk, title: The desk, channel: phone}\n",
    "journeys/other.yml": "title: Other\nsteps: [{id: x, title: X}]\n",
    "opportunities.yml": "- {id: tracker, title: T}\n- {id: forgotten, title: F}\n",
    "initiatives.yml": """\
        - {id: build, title: B, opportunity: tracker, status: in-progress}
        - {id: plan, title: P, opportunity: tracker}
        - {id: never, title: N, opportunities: [tracker, forgotten], status: dropped}
        """,
}


def journey_text(head: str, steps: list[str]) -> str:
    return f"{head}\nsteps:\n" + "".join(f"  - {step}\n" for step in steps)


def journey(catalog: Catalog, id_: str) -> Journey:
    found = catalog.entry(Journey, id_)
    assert found is not None
    return found


def said(answer: Answer) -> str:
    current = " ".join(step.id for step in answer.current)
    future = answer.future.id if answer.future else ""
    way = f"{answer.change} {current} -> {future}"
    if answer.change == "kept":
        return way
    return f"{way}, {'wish' if answer.is_wish else ' '.join(key.id for key in answer.initiatives)}"


@pytest.mark.parametrize("name", CASES)
def test_a_case_tells_what_changes(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    files = KNOWN | {
        "journeys/now.yml": journey_text("title: Now", case["now"]),
        "journeys/later.yml": journey_text("title: Later\nfuture_of: now", case["then"]),
    }
    catalog = catalog_of(tmp_path, files)
    assert [said(one) for one in gap(catalog, journey(catalog, "later"))] == case["gap"]


def test_a_map_may_have_several_futures_and_a_future_one_current_map(tmp_path: Path) -> None:
    files = {"journeys/now.yml": journey_text("title: Now", ["{id: a, title: A}"])}
    for name in ("bold", "careful"):
        files[f"journeys/{name}.yml"] = journey_text(
            f"title: {name}\nfuture_of: now", ["{id: a, title: A}"]
        )
    catalog = catalog_of(tmp_path, files)
    now = journey(catalog, "now")
    assert [one.id for one in futures_of(catalog, now)] == ["bold", "careful"]
    assert current_of(catalog, journey(catalog, "bold")) is now


def test_a_future_of_nothing_has_no_gap(tmp_path: Path) -> None:
    files = {"journeys/later.yml": journey_text("title: L\nstate: future", ["{id: a, title: A}"])}
    catalog = catalog_of(tmp_path, files)
    assert current_of(catalog, journey(catalog, "later")) is None
    assert gap(catalog, journey(catalog, "later")) == ()
