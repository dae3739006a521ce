"""What is worked out once for a catalog and then known: figures that several pages ask for."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any, TypeVar

from mkdocs_journeys.catalog.catalog import Catalog

T = TypeVar("T")
R = TypeVar("R")


def worked_out_once(work_out: Callable[[Catalog, T], R]) -> Callable[[Catalog, T], R]:
    """Let a figure of a thing be worked out once for each catalog.

    What was worked out is kept in the catalog itself, so that it ends with it. Told apart by the
    very thing and not by what it says: two maps with the same words are two maps. Only for
    figures that are values.
    """
    name = f"{work_out.__module__}.{work_out.__qualname__}"

    @wraps(work_out)
    def known(catalog: Catalog, thing: T) -> R:
        kept: dict[tuple[str, int], tuple[T, Any]] = catalog.worked_out
        asked = (name, id(thing))
        if asked not in kept:
            # With the thing itself, so that no other one can get its number meanwhile.
            kept[asked] = (thing, work_out(catalog, thing))
        answer: R = kept[asked][1]
        return answer

    return known
