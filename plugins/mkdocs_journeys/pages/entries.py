"""What a list page lists: the entries of a kind, and those whose file cannot be read."""

from __future__ import annotations

from typing import TypeVar

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.handbook import Lifecycle
from mkdocs_journeys.pages.link import Link, link_to

E = TypeVar("E", bound=Entry)


def listed(catalog: Catalog, kind: type[E]) -> tuple[E, ...]:
    """Give the entries of a kind that have a page; of two with one id, the first."""
    return tuple(entry for entry in catalog.all(kind) if catalog.known[entry.key].thing is entry)


def lost(catalog: Catalog, kind: type[Entry]) -> tuple[Link, ...]:
    """Link to the pages that say why something of this kind cannot be read; usually none."""
    return tuple(
        link_to(catalog, key)
        for key, known in catalog.known.items()
        if key.kind == kind.key_kind and known.thing is None
    )


def lifecycle_stages(catalog: Catalog) -> tuple[Lifecycle, ...]:
    """Give the lifecycle stages of handbook.yml in order; of two with one id, the first."""
    stages: dict[str, Lifecycle] = {}
    for stage in catalog.settings.lifecycle:
        stages.setdefault(stage.id, stage)
    return tuple(stages.values())
