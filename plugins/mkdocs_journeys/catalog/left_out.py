"""Which stretches of the files are not for everybody: what stands there is not told of either."""

from __future__ import annotations

from collections import defaultdict

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.walk import everything
from mkdocs_journeys.problems import Place, Span


class LeftOut:
    """Knows where the things and mentions stand that a handbook for everybody is without."""

    def __init__(self, whole: Catalog, shown: Catalog) -> None:
        """Take the handbook as it was read, and what is shown of it; they may be the same one."""
        self._stretches: dict[str, list[Span]] = defaultdict(list)
        if whole is shown:
            return
        kept = {(one.spot.file, one.spot.whole) for one in _all(shown)}
        for thing in _all(whole):
            if (thing.spot.file, thing.spot.whole) not in kept:
                self._stretches[thing.spot.file].append(thing.spot.whole)
        for place, key in whole.meanings.items():
            if key not in shown.known:
                self._stretches[place.file].append(place.span)

    def holds(self, place: Place) -> bool:
        """Tell whether a place lies in something that is left out."""
        return any(
            span[:2] <= place.span[:2] and place.span[2:] <= span[2:]
            for span in self._stretches.get(place.file, ())
        )


def _all(catalog: Catalog) -> tuple[Thing, ...]:
    return (*everything(catalog.settings), *catalog.things)
