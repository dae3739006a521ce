"""What somebody allows although it would be found: comments in the maps, and accepted changes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.whereabouts import Whereabouts
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.findings import without_giveaways
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.problems import Place


@dataclass(frozen=True, slots=True, kw_only=True)
class AllowedRow:
    """One line that allows something: ``names`` are rules, else the fingerprint of a change.

    ``until`` is the last day on which it holds, None for as long as it stands there.
    """

    names: tuple[str, ...]
    is_change: bool
    reason: str
    until: Day | None
    thing: Link | None
    file: str
    line: int


def allowed_rows(catalog: Catalog) -> tuple[AllowedRow, ...]:
    """Give what is allowed today, in the order of files; nothing where everybody may read it.

    Reasons are written by those who make maps for each other.
    """
    if catalog.settings.audience == "public":
        return ()
    return (*_allowances(catalog), *_accepted(catalog))


def _allowances(catalog: Catalog) -> Iterator[AllowedRow]:
    where = Whereabouts(catalog)
    for one in catalog.loaded.allowances:
        # The comment stands before what it speaks of, and may stand outside of it.
        line = one.place.span.line if one.first <= one.place.span.line <= one.last else one.first
        at = one.place.span._replace(line=line, end_line=line)
        known = where.at(Place(one.place.file, at))
        yield AllowedRow(
            names=tuple(name.name for name in one.names),
            is_change=False,
            reason=without_giveaways(catalog, one.reason),
            until=None,
            thing=Link(text=known.title, to=known.key) if known else None,
            file=_as_text(one.place.file),
            line=one.place.span.line,
        )


def _accepted(catalog: Catalog) -> Iterator[AllowedRow]:
    for one in catalog.loaded.accepted:
        if one.until is None or one.until.last >= catalog.today:
            place = one.spot.of("fingerprint")
            yield AllowedRow(
                names=(one.fingerprint,),
                is_change=True,
                reason=without_giveaways(catalog, one.reason),
                until=one.until,
                thing=None,
                file=_as_text(place.file),
                line=place.span.line,
            )


def _as_text(file: str) -> str:
    return file.encode("utf-8", "backslashreplace").decode("utf-8")
