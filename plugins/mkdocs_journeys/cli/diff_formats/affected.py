"""Whom a review concerns: who uses what changed, and who answers for it."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.diff_formats.rows import named
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.key import Key

MOST_NAMED = 20


def affected(report: Report) -> str:
    """Give journeys and personas that use what changed, and owners; nothing where nobody does.

    Owners are those of what changed and of the journeys that use it, as plain text: nobody is
    called by it.
    """
    users = dict.fromkeys(key for change in report.changes for key in change.impact)
    homes = dict.fromkeys(change.home for change in report.changes)
    told = [
        _sentence(
            many, tuple(dict.fromkeys(report.title(key) for key in users if key.kind == kind))
        )
        for kind, many in (("journey", "Journeys"), ("persona", "Personas"))
    ]
    journeys = [key for key in users if key.kind == "journey"]
    owners = tuple(
        dict.fromkeys(owner for key in (*homes, *journeys) for owner in _owner(report, key))
    )
    told.append(_sentence("Owners", tuple(sorted(owners))))
    lines = [line for line in told if line]
    return "\n".join(("**Affects**", "", *lines)) if lines else ""


def _sentence(what: str, titles: tuple[str, ...]) -> str:
    return f"- {what}: {named(titles, MOST_NAMED)}" if titles else ""


def _owner(report: Report, key: Key) -> Iterator[str]:
    for side in (report.head, report.base):
        known = side.catalog.known.get(key)
        if known and isinstance(known.thing, Entry):
            if owner := known.thing.owner:
                meant = side.catalog.meant(owner)
                yield side.catalog.title(meant) if meant else owner.text
            return
