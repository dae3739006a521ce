"""What the site of a version has that no other site has."""

from __future__ import annotations

import gzip
import json

import pytest
from mkdocs.config import load_config

from mkdocs_journeys.mkdocs_look import tell_versions
from mkdocs_journeys.publishing.renames import merged
from mkdocs_journeys.render.stylesheet import versions_script
from tests.site.project import HANDBOOK, Built, Project

SCRIPT, RENAMES = "assets/journeys/elsewhere.js", "assets/journeys/renames.json"
RENAMED = HANDBOOK["maps/journeys/order.yml"].replace(
    "title: Order a line", "title: Order a line\nformerly: [buy-a-line]"
)


def canonical(built: Built) -> str:
    source = built.page("journeys/order").source
    return source.partition('<link rel="canonical" href="')[2].partition('"')[0]


def test_a_version_tells_its_renames_and_names_the_current_one_as_canonical(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIKE_DOCS_VERSION", "2026.1")
    monkeypatch.setenv("JOURNEYS_CANONICAL", "latest")
    project.write(HANDBOOK | {"maps/journeys/order.yml": RENAMED})
    built = project.configure(journeys={"engine": "none"}).build(strict=True)
    assert json.loads((built.site / RENAMES).read_text(encoding="utf-8"))["renames"] == {
        "journeys/buy-a-line": ["journeys/order"],
        "journeys/buy-a-line/ask": ["journeys/order/ask"],
        "journeys/buy-a-line/buy": ["journeys/order/buy"],
    }
    assert f'src="../../{SCRIPT}"' in built.page("journeys/order").source
    assert canonical(built) == "https://small.example/latest/journeys/order/"


def test_a_version_that_nobody_calls_current_is_its_own_canonical_address(
    handbook: Project,
) -> None:
    config = load_config(str(handbook.folder / "mkdocs.yml"))
    tell_versions(config, {"MIKE_DOCS_VERSION": "2026.1"})
    assert config.site_url == "https://small.example/2026.1/"


def test_where_mike_takes_part_it_says_the_address(handbook: Project) -> None:
    handbook.configure(plugins=("search", "mike"))
    config = load_config(str(handbook.folder / "mkdocs.yml"))
    tell_versions(config, {"MIKE_DOCS_VERSION": "2026.1"})
    assert config.site_url == "https://small.example/"


def test_a_site_without_versions_has_nothing_of_it(small: Built) -> None:
    assert not small.has(SCRIPT)
    assert not small.has(RENAMES)
    assert SCRIPT not in small.page("journeys/order").source
    assert canonical(small) == "https://small.example/journeys/order/"


def test_what_leads_to_other_versions_is_small() -> None:
    assert len(gzip.compress(versions_script().encode(), 9)) <= 1_200


@pytest.mark.parametrize(
    "text", [b"", b"{", b"[]", b'{"renames": 7}', b'{"renames": {"a": 7, "b": [1]}}', b"\xff"]
)
def test_renames_that_cannot_be_read_say_nothing(text: bytes) -> None:
    good = b'{"renames": {"x": ["y"]}}'
    assert json.loads(merged((text, good, None)))["renames"]["x"] == ["y"]
