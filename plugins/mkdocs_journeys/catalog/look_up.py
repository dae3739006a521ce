"""From what was read to what is known: the one way to a catalog."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from operator import attrgetter

from mkdocs_journeys.catalog.catalog import Catalog, Use
from mkdocs_journeys.catalog.known import all_known, former_names
from mkdocs_journeys.catalog.mentions import look_up_all
from mkdocs_journeys.catalog.rows import look_up_rows
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.key import Key


def look_up(loaded: Loaded, today: date) -> Catalog:
    """Give the catalog of a handbook as of ``today``.

    Its problems are those of looking up; those of reading stay with ``loaded``.
    """
    known = all_known(loaded)
    former, clashes = former_names(loaded, known)
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
        problems=(*clashes, *found.problems, *rows.problems),
        _used_by=_grouped(uses, "target"),
        _uses_of=_grouped(uses, "user"),
    )


def _grouped(uses: Iterable[Use], end: str) -> dict[Key, tuple[Use, ...]]:
    groups: dict[Key, list[Use]] = defaultdict(list)
    key_of = attrgetter(end)
    for use in uses:
        groups[key_of(use)].append(use)
    return {key: tuple(group) for key, group in groups.items()}
