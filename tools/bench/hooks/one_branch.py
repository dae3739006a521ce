"""Gives every page of a hand-written site the branch of the navigation around it, as we do.

Written anew and not taken from the plugin, which narrows nothing but its own pages.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs.structure import StructureItem
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

NEAR = 7
"""So many neighbours on each side are shown of a longer list, as in the plugin."""


def on_page_context(
    context: dict[str, Any], page: Page, nav: Navigation, **_: object
) -> dict[str, Any]:
    """Narrow the navigation that the theme is given."""
    above = {id(item) for item in (page, *page.ancestors)}
    small = Navigation([_folded(item, above) for item in nav.items], nav.pages)
    small.homepage = nav.homepage
    return {**context, "nav": small}


def _folded(item: StructureItem, above: set[int]) -> StructureItem:
    if not isinstance(item, Section):
        return item
    if id(item) in above:
        children = [_folded(child, above) for child in _near(item.children, above)]
    else:
        first = _first_page(item)
        children = [first] if first else []
    section = Section(item.title, children)
    section.parent = item.parent
    section.active = item.active
    return section


def _first_page(section: Section) -> Page | None:
    for child in section.children:
        found = child if isinstance(child, Page) else None
        if isinstance(child, Section):
            found = _first_page(child)
        if found:
            return found
    return None


def _near(children: Sequence[StructureItem], above: set[int]) -> Sequence[StructureItem]:
    if len(children) <= 2 * NEAR + 1:
        return children
    here = next((n for n, child in enumerate(children) if id(child) in above), 0)
    first = max(1, min(here - NEAR, len(children) - 2 * NEAR))
    return [children[0], *children[first : first + 2 * NEAR]]
