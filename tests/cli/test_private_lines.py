"""What gives somebody away is found, and no report shows it."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from slugify import slugify

from mkdocs_journeys.cli.formats.all import FORMATS
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.sources import Sources
from mkdocs_journeys.rules.in_full import in_full
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import catalog_of

SECRETS = ("priya.raman@mail.example", "07700 900123", "4111 1111 1111 1111")


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_shows_what_gives_somebody_away(form: str, tmp_path: Path) -> None:
    quotes = "".join(f"  - {{text: Reach me at {secret}., said_by: Ed}}\n" for secret in SECRETS)
    files = {"journeys/order.yml": f"title: I order\nquotes:\n{quotes}stages: []\n"}
    catalog = catalog_of(tmp_path, files)
    with chdir(tmp_path):
        full = in_full(judge(catalog), catalog, Sources().of)
        found = [one for one in full if one.rule == "personal-data"]
        assert len(found) == len(SECRETS)
        report = FORMATS[form](found, Look(sources=True, colour=False))
    assert "order.yml" in report
    assert not [secret for secret in SECRETS if secret in report or slugify(secret) in report]
