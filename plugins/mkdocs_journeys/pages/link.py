"""A few words that may lead somewhere."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.key import Key


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Words, a link where they name something with a page; ``note`` stands small beside them."""

    text: str
    to: Key | None = None
    note: str = ""
    is_assumption: bool = False


def link_to(catalog: Catalog, key: Key, note: str = "") -> Link:
    """Link to a known thing by its title."""
    return Link(text=catalog.title(key), to=key, note=note)


def links_to(catalog: Catalog, keys: Iterable[Key]) -> tuple[Link, ...]:
    """Link to known things by their titles, in the order given."""
    return tuple(link_to(catalog, key) for key in keys)


def mentioned(catalog: Catalog, ref: Ref) -> Link:
    """Link to what a mention means, or show it as the text that it is."""
    key = catalog.meant(ref)
    return link_to(catalog, key) if key else Link(text=ref.text)


def all_mentioned(catalog: Catalog, refs: Iterable[Ref]) -> tuple[Link, ...]:
    """Link to what each of these mentions means, in the author's order."""
    return tuple(mentioned(catalog, ref) for ref in refs)
