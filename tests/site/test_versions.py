"""Releases of the handbook side by side, published with mike."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest

from tests.site.link_check import dead_links, pages_of
from tests.site.project import HANDBOOK, Project
from tests.site.versions import Versions, mike, run

RELEASES = ("2026.1", "2026.2", "next")


def settings_of(page: str) -> dict[str, Any]:
    """What a page tells the theme's script."""
    found = re.search(r'<script id="__config" type="application/json">(.*?)</script>', page)
    assert found
    settings: dict[str, Any] = json.loads(found[1])
    return settings


def test_two_releases_and_the_next_one_are_listed_newest_first(versions: Versions) -> None:
    assert [(one["version"], one["aliases"]) for one in versions.listed] == [
        ("next", []),
        ("2026.2", ["latest"]),
        ("2026.1", []),
    ]


def test_each_version_tells_what_the_maps_said_then(versions: Versions) -> None:
    titles = {
        "2026.1": "Order a line",
        "2026.2": "Order a faster line",
        "next": "Order a line of light",
        "latest": "Order a faster line",
    }
    for version, title in titles.items():
        assert f"<title>{title} - " in versions.page(f"{version}/journeys/order")


def test_the_root_leads_to_the_current_version(versions: Versions) -> None:
    assert 'url=latest/"' in (versions.folder / "index.html").read_text(encoding="utf-8")


def test_every_version_has_a_selector_and_a_banner_that_leads_to_the_current_one(
    versions: Versions,
) -> None:
    """The theme shows the banner where none of a version's names is that of the current one."""
    for version in RELEASES:
        page = versions.page(f"{version}/journeys/order")
        assert settings_of(page)["version"] == {
            "provider": "mike",
            "default": ["latest", "stable"],
        }
        assert "You are not reading the current version" in page
        assert '<a href="../../../"><strong>Go to the current one.' in page


def test_the_canonical_address_of_a_page_is_that_of_its_version(versions: Versions) -> None:
    page = versions.page("2026.1/journeys/order")
    canonical = re.search(r'<link rel="canonical" href="([^"]+)"', page)
    assert canonical
    assert canonical[1].endswith("/2026.1/journeys/order/")


@pytest.mark.parametrize("version", RELEASES)
def test_no_link_of_a_version_is_dead(versions: Versions, version: str) -> None:
    site = versions.folder / version
    pages = pages_of(site)
    dead = dead_links(site, pages, f"https://handbook.northline.example/{version}/")
    # The banner's way out of this version, whose own folder is all that is looked at here.
    out = {f"{page.address}: a[href] {_up(page.address)}" for page in pages}
    assert [link for link in dead if link not in out] == []


def _up(address: str) -> str:
    depth = address.count("/")
    return f"{'/'.join(['..'] * depth) or '.'}/../"


def test_the_banner_of_the_page_for_what_is_missing_leads_out_too(versions: Versions) -> None:
    """Its links begin at the host's root: it is shown at any address."""
    page = (versions.folder / "2026.1" / "404.html").read_text(encoding="utf-8")
    assert '<a href="/2026.1/../"><strong>Go to the current one.' in page


def test_without_mike_no_page_asks_for_versions(versions: Versions) -> None:
    """A versions.json that is not there is an error in the reader's console."""
    page = (versions.plain / "journeys" / "order" / "index.html").read_text(encoding="utf-8")
    assert settings_of(page)["version"] is None
    assert "You are not reading the current version" not in page


def test_an_alias_moves_and_what_is_published_stays_to_the_byte(
    versions: Versions, tmp_path: Path
) -> None:
    work = tmp_path / "work"
    run("git", "clone", "--quiet", str(versions.work), str(work), at=tmp_path)
    run("git", "fetch", "--quiet", str(versions.remote), "gh-pages:gh-pages", at=work)
    before = run("git", "rev-parse", "gh-pages:2026.1", "gh-pages:2026.2", at=work)
    mike(work, "alias", "--update-aliases", "2026.1", "latest")
    listed = json.loads(run("git", "show", "gh-pages:versions.json", at=work))
    assert [(one["version"], one["aliases"]) for one in listed] == [
        ("next", []),
        ("2026.2", []),
        ("2026.1", ["latest"]),
    ]
    assert run("git", "show", "gh-pages:latest", at=work).strip() == "2026.1"
    assert run("git", "rev-parse", "gh-pages:2026.1", "gh-pages:2026.2", at=work) == before


def test_your_own_banner_and_version_settings_win(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MIKE_DOCS_VERSION", "2026.1")
    banner = '{% extends "base.html" %}{% block outdated %}Ours is newer{% endblock %}'
    project.write(HANDBOOK | {"overrides/main.html": banner})
    own = {"provider": "mike", "default": "current"}
    project.configure(theme={"custom_dir": "overrides"}, extra={"version": own})
    page = project.build(strict=True).page("journeys/order").source
    assert "Ours is newer" in page
    assert "You are not reading" not in page
    assert settings_of(page)["version"] == own
