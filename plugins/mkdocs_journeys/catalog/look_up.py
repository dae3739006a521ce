"""From what was read to what is known: the one way to a catalog."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from mkdocs_journeys.catalog.catalog import Catalog, Use
from mkdocs_journeys.catalog.known import all_known, all_named, former_names
from mkdocs_journeys.catalog.mentions import look_up_all
from mkdocs_journeys.catalog.rows import look_up_rows
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.key import Key


def look_up(loaded: Loaded, today: date) -> Catalog:
    """Give the catalog of a handbook as of ``today``.

    Its problems are those of looking up; those of reading stay with ``loaded``.
    """
    named = tuple(all_named(loaded))
    known = all_known(loaded, named)
    former, clashes = former_names(named, known)
    found = look_up_all(loaded, known, former)
    rows = look_up_rows(loaded, known)
    uses = (*found.uses, *rows.uses)
    return Catalog(
        loaded=loaded,
        today=today,
        known=known,
        former=former,
        meanings=found.meanings,
        in_rows=rows.meanings,
        uses=uses,
        things=tuple(found.things),
        problems=(*clashes, *found.problems, *rows.problems),
        _used_by=_by_target(uses),
    )


def _by_target(uses: Iterable[Use]) -> dict[Key, list[Use]]:
    groups: dict[Key, list[Use]] = defaultdict(list)
    for use in uses:
        groups[use.target].append(use)
    # A plain one: to ask for what nobody mentions must not add it.
    return dict(groups)
