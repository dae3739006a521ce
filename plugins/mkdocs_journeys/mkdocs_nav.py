"""The handbook's contents in MkDocs' navigation, and the branch of it that each page is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_journeys.pages.contents import Branch
from mkdocs_journeys.pages.page import Page as Told

NEAR = 10
"""So many neighbours on each side are shown of a longer list: a page's cost stays the same
however many maps there are (the host's own navigation grows with the square)."""

FileOf = Callable[[Told], File | None]


def grow(nav: Navigation, tree: Iterable[Branch], file_of: FileOf, config: MkDocsConfig) -> None:
    """Put the handbook's contents into a navigation.

    An entry that names one of our pages becomes that page with all below it. Where none does,
    the contents are added behind what is there. Previous and next run through our pages too.
    """
    items = {}
    for branch in tree:
        item = _item(branch, file_of, config)
        if item is not None:
            items[_file(branch, file_of)] = item
    own = _by_file(items.values())
    named = _replace_named(nav.items, own)
    if not named:
        home = [item for item in items.values() if isinstance(item, Page) and item.is_homepage]
        rest = [item for item in items.values() if item not in home]
        nav.items[:] = [*home, *nav.items, *rest]
    pages = list(_pages(nav.items))
    nav.pages[:] = pages
    nav.homepage = next((page for page in pages if page.is_homepage), nav.homepage)
    for before, page, after in zip([None, *pages], pages, [*pages[1:], None], strict=False):
        page.previous_page, page.next_page = before, after


def branch_of(nav: Navigation, page: Page) -> Navigation:
    """Give a navigation that holds only what surrounds one page.

    The top level, the page's own branch with its siblings and children; of lists of more than
    20, the nearest. Everything else is folded into a link to its first page.
    """
    above = {id(item) for item in (page, *page.ancestors)}
    items = [_folded(item, above) for item in nav.items]
    small = Navigation(items, nav.pages)
    small.homepage = nav.homepage
    return small


def _item(branch: Branch, file_of: FileOf, config: MkDocsConfig) -> StructureItem | None:
    file = file_of(branch.page)
    if file is None:
        return None
    page = file.page or Page(branch.page.title, file, config)
    below = [item for each in branch.below if (item := _item(each, file_of, config))]
    if not below:
        return page
    return _section(branch.page.title, [page, *below])


def _section(title: str, children: list[StructureItem]) -> Section:
    section = Section(title, children)
    for child in children:
        child.parent = section
    return section


def _file(branch: Branch, file_of: FileOf) -> str:
    file = file_of(branch.page)
    return file.src_uri if file else ""


def _by_file(items: Iterable[StructureItem]) -> dict[str, StructureItem]:
    """Give every item of ours by the file of its own page."""
    found: dict[str, StructureItem] = {}
    for item in items:
        if isinstance(item, Section):
            index = item.children[0]
            if isinstance(index, Page):
                found[index.file.src_uri] = item
            found.update(
                (uri, one) for uri, one in _by_file(item.children[1:]).items() if uri not in found
            )
        elif isinstance(item, Page):
            found[item.file.src_uri] = item
    return found


def _replace_named(items: list[StructureItem], own: dict[str, StructureItem]) -> bool:
    """Put our branches where the user's navigation names their pages; tell whether it does."""
    named = False
    for position, item in enumerate(items):
        if isinstance(item, Section):
            named = _replace_named(item.children, own) or named
        elif isinstance(item, Page) and item.file.src_uri in own:
            ours = own[item.file.src_uri]
            ours.parent = item.parent
            if isinstance(ours, Section) and item.title:
                ours.title = item.title
            items[position] = ours
            named = True
    return named


def _pages(items: Iterable[StructureItem]) -> Iterable[Page]:
    for item in items:
        if isinstance(item, Page):
            yield item
        elif isinstance(item, Section):
            yield from _pages(item.children)


def _folded(item: StructureItem, above: set[int]) -> StructureItem:
    """Give an item as one page sees it: open where it leads to that page, else closed."""
    if not isinstance(item, Section):
        return item
    if id(item) not in above:
        return _closed(item)
    children = [_folded(child, above) for child in _near(item.children, above)]
    opened = Section(item.title, children)
    opened.parent = item.parent
    opened.active = item.active
    return opened


def _closed(section: Section) -> StructureItem:
    """Fold a section into its first page, with the section's title."""
    first = next(iter(_pages(section.children)), None)
    closed = Section(section.title, [first] if first else [])
    closed.parent = section.parent
    return closed


def _near(children: list[StructureItem], above: set[int]) -> list[StructureItem]:
    if len(children) <= 2 * NEAR + 1:
        return children
    here = next((n for n, child in enumerate(children) if id(child) in above), 0)
    first = max(1, min(here - NEAR, len(children) - 2 * NEAR))
    return [children[0], *children[first : first + 2 * NEAR]]
