"""Schemas that editors can read from the site itself, with the ids of the handbook."""

from __future__ import annotations

import json

from jsonschema import Draft202012Validator

from mkdocs_journeys.exporters.json_schema import FILES
from tests.site.project import HANDBOOK, Built, Project

FOLDER = "assets/journeys/schema"


def test_the_site_brings_the_schema_of_every_kind_of_file(small: Built) -> None:
    served = {path.stem for path in (small.site / FOLDER).iterdir()}
    assert served == {*FILES}
    schema = json.loads((small.site / FOLDER / "insight.json").read_text(encoding="utf-8"))
    insight = Draft202012Validator(schema)
    assert insight.is_valid({"title": "Slow", "steps": ["order/pay"]})
    assert not insight.is_valid({"title": "Slow", "steps": ["order/pya"]})


def test_a_public_site_tells_no_internal_id(project: Project) -> None:
    files = HANDBOOK | {
        "maps/handbook.yml": "audience: public\n",
        "maps/terms.yml": "- {id: wow, title: Wow}\n",
        "maps/segments.yml": "- {id: shown, title: Shown}\n"
        "- {id: hush, title: Hush, audience: internal}\n",
    }
    site = project.write(files).configure(journeys={"engine": "none"}).build().site
    told = (site / FOLDER / "journey.json").read_text(encoding="utf-8")
    assert '"shown"' in told
    assert "hush" not in told.lower()
