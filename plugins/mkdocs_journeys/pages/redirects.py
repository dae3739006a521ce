"""Addresses that things had before."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.key import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An old folder, and what is to be found instead."""

    old: str
    to: Key


def redirects(catalog: Catalog) -> tuple[Redirect, ...]:
    """Give the old folders that lead on."""
    return ()
