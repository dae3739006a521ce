"""What must come first: initiatives that depend on each other, and those that go in circles."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.handbook import Handbook
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.key import Key

Circle = tuple[Key, ...]
"""Initiatives that each depend on the next one, and the last one on the first."""


def depends_on(catalog: Catalog, initiative: Initiative) -> Iterator[tuple[Ref, Initiative]]:
    """Give the initiatives that must come first, each with its mention, in the author's order.

    Those that cannot be read are left out.
    """
    for ref in initiative.depends_on:
        key = catalog.meant(ref)
        if key and (first := catalog.entry(Initiative, key.id)):
            yield ref, first


@worked_out_once
def circles(catalog: Catalog, settings: Handbook) -> tuple[Circle, ...]:
    """Give the circles of initiatives; none where all of them can begin one day.

    Each begins with the initiative that comes first in the handbook. Of circles that share
    initiatives at least one is found, and others may be once that one is cut. ``settings`` are
    those of the handbook.
    """
    found: list[Circle] = []
    done: set[Key] = set()
    caught: set[Key] = set()
    for initiative in catalog.all(Initiative):
        if not initiative.depends_on or initiative.key in done:
            continue
        # Not recursive: nobody says how long a chain of dependencies may be.
        path = [initiative.key]
        places = {initiative.key: 0}
        waiting = [depends_on(catalog, initiative)]
        while waiting:
            following = next(waiting[-1], None)
            if following is None:
                waiting.pop()
                done.add(path[-1])
                del places[path.pop()]
                continue
            key = following[1].key
            if key in places:
                if key not in caught and path[-1] not in caught:
                    circle = tuple(path[places[key] :])
                    caught.update(circle)
                    found.append(_from_the_first(catalog, circle))
            elif key not in done:
                places[key] = len(path)
                path.append(key)
                waiting.append(depends_on(catalog, following[1]))
    return tuple(found)


def _from_the_first(catalog: Catalog, circle: Circle) -> Circle:
    start = min(range(len(circle)), key=lambda place: catalog.known[circle[place]].order)
    return (*circle[start:], *circle[:start])
