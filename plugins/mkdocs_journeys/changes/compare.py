"""From two handbooks to all that differs between them."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.all import CHANGES
from mkdocs_journeys.changes.change import CHANGE_LEVELS, Change
from mkdocs_journeys.changes.comparison import Comparison, side_by_side
from mkdocs_journeys.model.kinds import KINDS

# A name and the id that it was made of are told by renaming; old ids are no part of what is said.
TOLD = frozenset(field for kind in CHANGES for field in kind.tells)
NAMED = frozenset(field for kind in CHANGES for field in kind.names)

_KINDS = {kind.key_kind: number for number, kind in enumerate(KINDS)}


def compare(base: Catalog, head: Catalog) -> tuple[Change, ...]:
    """Give all that differs, what matters most first, then by kind, home and place.

    Compares what is said, never how it is written. With the sides exchanged come the same
    changes with before and after exchanged, under the names of their mirrors; levels may differ.
    """
    return changes_in(compared(base, head))


def compared(base: Catalog, head: Catalog) -> Comparison:
    """Put two handbooks side by side, for those who need more of them than their changes."""
    return side_by_side(base, head, TOLD, NAMED)


def changes_in(comparison: Comparison) -> tuple[Change, ...]:
    """Give the changes of two handbooks that were put side by side; see `compare`."""
    return tuple(sorted(_found(comparison), key=_order))


def _found(comparison: Comparison) -> Iterable[Change]:
    for kind in CHANGES:
        try:
            yield from kind.find(comparison)
        except Exception as error:
            error.add_note(f"while looking for {kind.name}")
            raise


def _order(change: Change) -> tuple[object, ...]:
    place = change.head or change.base
    return (
        CHANGE_LEVELS.index(change.level),
        _KINDS.get(change.home.kind, len(_KINDS)),
        change.home.id,
        place.span[:2] if place else (0, 0),
        change.name,
        change.path,
        change.before,
        change.after,
    )
