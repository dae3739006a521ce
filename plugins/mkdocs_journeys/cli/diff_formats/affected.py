"""Whom a review concerns: who uses what changed, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.diff_formats.rows import named
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key

MOST_NAMED = 20


def affected(report: Report) -> str:
    """Give who uses what changed, who travels the maps that changed, and who owns all of them.

    Owners are those of what changed and of the journeys that use it. All as plain text: nobody is
    called by it. Nothing where it touches nobody.
    """
    users = dict.fromkeys(key for change in report.changes for key in change.impact)
    homes = dict.fromkeys(change.home for change in report.changes)
    journeys = [key for key in users if key.kind == "journey"]
    personas = [key for key in users if key.kind == "persona"]
    personas += [key for home in homes for key in _travellers(report, home)]
    owners = {owner for key in (*homes, *journeys) for owner in _owner(report, key)}
    told = (
        _sentence("Journeys", [report.title(key) for key in journeys]),
        _sentence("Personas", [report.title(key) for key in personas]),
        _sentence("Owners", sorted(owners)),
    )
    lines = [line for line in told if line]
    return "\n".join(("**Affects**", "", *lines)) if lines else ""


def _sentence(what: str, titles: Iterable[str]) -> str:
    once = tuple(dict.fromkeys(titles))
    return f"- {what}: {named(once, MOST_NAMED)}" if once else ""


def _travellers(report: Report, key: Key) -> Iterator[Key]:
    for catalog, thing in _both(report, key):
        if isinstance(thing, Journey):
            yield from travellers(catalog, thing)


def _owner(report: Report, key: Key) -> Iterator[str]:
    for catalog, thing in _both(report, key):
        if owner := thing.owner:
            meant = catalog.meant(owner)
            yield catalog.title(meant) if meant else owner.text


def _both(report: Report, key: Key) -> Iterator[tuple[Catalog, Entry]]:
    """Give an entry in head and in base, where it is there by this name."""
    for side in (report.head, report.base):
        known = side.catalog.known.get(key)
        if known and isinstance(known.thing, Entry):
            yield side.catalog, known.thing
