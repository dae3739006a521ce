"""Which thing stands at a place of a file: the way back from a finding to what it is about."""

from __future__ import annotations

from collections import defaultdict

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import Known
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.problems import Place, Span


class Whereabouts:
    """Finds the innermost thing with a name at a place. Reads no files."""

    def __init__(self, catalog: Catalog) -> None:
        """Take what is known; of what cannot be read, the whole file is its thing."""
        self._inside: dict[str, list[tuple[Span, Known]]] = defaultdict(list)
        self._alone: dict[str, Known | None] = {}
        for key, one in catalog.known.items():
            file = one.thing.spot.file if one.thing else one.place.file
            if one.thing:
                self._inside[file].append((one.thing.spot.whole, one))
            if key == one.home:
                self._alone[file] = None if file in self._alone else one
        for metric in catalog.all(Metric):
            for reading in metric.readings:
                self._alone.setdefault(reading.spot.file, catalog.known[metric.key])

    def at(self, place: Place) -> Known | None:
        """Give the innermost thing around a place, else the only one of its file; None for none."""
        around = [
            (span, one)
            for span, one in self._inside.get(place.file, ())
            if span[:2] <= place.span[:2] and place.span[2:] <= span[2:]
        ]
        if around:
            # The last of those that begin latest: a thing is known before what is in it.
            return max(reversed(around), key=lambda pair: pair[0][:2])[1]
        return self._alone.get(place.file)
