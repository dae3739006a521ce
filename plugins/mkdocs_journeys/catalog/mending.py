"""Whether somebody is at work on it: the initiatives that pursue an opportunity today."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.key import Key

ACTIVE = ("prototype", "testing", "planned", "in-progress")
"""Somebody has begun or has planned to: an idea is no fix yet, a dropped one never will be."""


def active_initiatives(catalog: Catalog, opportunities: Iterable[Key]) -> tuple[Key, ...]:
    """Give the initiatives for these opportunities that somebody has planned or begun.

    In the order of the handbook, once each; empty where nobody is at work.
    """
    keys = {key for each in opportunities for key in catalog.related(each, "initiative")}
    return tuple(
        key
        for key in catalog.in_order(keys)
        if (entry := catalog.entry(Initiative, key.id)) and entry.status in ACTIVE
    )
