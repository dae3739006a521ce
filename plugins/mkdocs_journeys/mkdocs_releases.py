"""Releases as MkDocs has them: which are wanted, and the file of their feed."""

from __future__ import annotations

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from mkdocs_journeys.config import JourneysConfig
from mkdocs_journeys.history.past import Past, Releases, Wanted
from mkdocs_journeys.mkdocs_files import asset
from mkdocs_journeys.mkdocs_findings import log
from mkdocs_journeys.pages.changes import CHANGES
from mkdocs_journeys.pages.feed import feed_facts
from mkdocs_journeys.render.feed import FEED, feed_of
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.road import Handbook


def releases_of(
    past: Past, maps: Path, options: JourneysConfig, config: MkDocsConfig
) -> Releases | None:
    """Give the releases that git knows and the site wants; None for none."""
    wanted = Wanted(
        pattern=options.releases,
        most=options.releases_compared,
        repo_url=config.repo_url or "",
    )
    return past.releases(maps, wanted)


def feed_file(handbook: Handbook, config: MkDocsConfig, links: Links) -> File | None:
    """Give the feed of releases; None without one, or where nobody says where the site is.

    Call it in the language of the site.
    """
    facts = feed_facts(handbook.catalog, handbook.history)
    if facts is None:
        return None
    if not links.site:
        log.info("What changed has no feed: its entries need `site_url` in mkdocs.yml.")
        return None
    text = feed_of(facts, links, handbook.catalog.settings.title or config.site_name)
    return asset(config, f"{links.folder(CHANGES)}/{FEED}", text)


def tell_history(handbook: Handbook) -> None:
    """Say what a person should know of the releases; mostly nothing."""
    for notice in handbook.history.notices if handbook.history else ():
        log.info(notice)
