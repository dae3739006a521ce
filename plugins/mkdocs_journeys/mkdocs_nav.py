"""The handbook's contents in MkDocs' navigation, and the branch of it that each page is given."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import pairwise

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure import StructureItem
from mkdocs.structure.files import File
from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page

from mkdocs_journeys.mkdocs_files import MapFile
from mkdocs_journeys.pages.contents import Branch
from mkdocs_journeys.pages.page import Page as Told

NEAR = 7
"""So many neighbours on each side are shown of a longer list: a page's cost stays the same
however many maps there are (the host's own navigation grows with the square)."""

FileOf = Callable[[Told], File | None]


def grow(
    nav: Navigation, tree: Iterable[Branch], file_of: FileOf, config: MkDocsConfig, title: str
) -> tuple[str, ...]:
    """Put the handbook's contents into a navigation.

    An entry that names one of our pages becomes that page with all below it. Where none does,
    the contents are added: as one last section called ``title`` to a navigation that somebody
    wrote, else each on its own behind the home. Previous and next run through our pages too.
    Gives the files of the parts that have no place.
    """
    items = [item for each in tree if (item := _item(each, file_of, config))]
    home = [item for item in items if isinstance(item, Page) and _is_at_the_root(item)]
    rest = [item for item in items if item not in home]
    placed = _replace_named(nav.items, _by_file(rest))
    if not any(page in home for page in _pages(nav.items)):
        nav.items[:0] = home
    if not placed and config.nav is not None and rest:
        nav.items.append(_section(Markup.escape(title), rest))
    elif not placed:
        # Behind the home, before other pages: whoever comes to a handbook comes for its maps.
        first = nav.items[0] if nav.items else None
        start = 1 if isinstance(first, Page) and _is_at_the_root(first) else 0
        nav.items[start:start] = rest
    _connect(nav)
    there = {page.file.src_uri for page in _pages(nav.items)}
    return tuple(sorted(uri for item in rest if (uri := _first(item)) not in there))


def retitle(nav: Navigation) -> None:
    """Call every section that begins with a page of ours what that page is called.

    For a navigation that somebody else made from folders: their names are ids.
    """
    for section in _sections(nav.items):
        first = section.children[0] if section.children else None
        if isinstance(first, Page) and isinstance(first.file, MapFile) and first.is_index:
            section.title = first.file.title


class Branches:
    """What each page is given of a navigation. Knows which sections are ours; builds none."""

    def __init__(self, nav: Navigation) -> None:
        """Look once at a finished navigation."""
        self._holding: set[int] = set()
        self._whole: set[int] = set()
        for item in nav.items:
            self._look(item)

    def branch_of(self, nav: Navigation, page: Page | None) -> Navigation:
        """Give a navigation that holds only what surrounds a page; None is a page of the theme.

        The top level, the page's own branch with its siblings and children; of lists of more
        than 15, the nearest. What else is ours is folded into a link to its first page. Sections
        of somebody's own pages stay as they are.
        """
        above = {id(item) for item in (page, *page.ancestors)} if page else set()
        small = Navigation([self._folded(item, above) for item in nav.items], nav.pages)
        small.homepage = nav.homepage
        return small

    def _look(self, item: StructureItem) -> tuple[bool, bool]:
        """Tell whether an item holds pages of ours, and whether it holds nothing else."""
        if not isinstance(item, Section):
            is_ours = isinstance(item, Page) and isinstance(item.file, MapFile)
            return is_ours, is_ours
        below = [self._look(child) for child in item.children]
        holds, is_whole = any(some for some, _ in below), all(whole for _, whole in below)
        if holds:
            self._holding.add(id(item))
        if holds and is_whole:
            self._whole.add(id(item))
        return holds, holds and is_whole

    def _folded(self, item: StructureItem, above: set[int]) -> StructureItem:
        """Give an item as one page sees it: open where it leads to that page, else closed."""
        if not isinstance(item, Section) or id(item) not in self._holding:
            return item
        is_open = id(item) in above
        if not is_open and id(item) in self._whole:
            first = next(_pages(item.children))
            # A tab is a section; below it, a page alone looks the same and costs the theme less.
            is_tab = item.parent is None
            return first if not is_tab and first.title == item.title else _like(item, [first])
        children = self._near(item.children, above) if id(item) in self._whole else item.children
        return _like(item, [self._folded(child, above) for child in children])

    def _near(self, children: list[StructureItem], above: set[int]) -> list[StructureItem]:
        if len(children) <= 2 * NEAR + 1:
            return children
        here = next((n for n, child in enumerate(children) if id(child) in above), 0)
        first = max(1, min(here - NEAR, len(children) - 2 * NEAR))
        return [children[0], *children[first : first + 2 * NEAR]]


def _item(branch: Branch, file_of: FileOf, config: MkDocsConfig) -> StructureItem | None:
    file = file_of(branch.page)
    title = Markup.escape(branch.page.title)
    page = [file.page or Page(title, file, config)] if file else []
    below = [item for each in branch.below if (item := _item(each, file_of, config))]
    # Without a page of its own where somebody wrote that by hand.
    return _section(title, [*page, *below]) if below else next(iter(page), None)


def _section(title: str, children: list[StructureItem]) -> Section:
    section = Section(title, children)
    for child in children:
        child.parent = section
    return section


def _by_file(items: Iterable[StructureItem]) -> dict[str, StructureItem]:
    """Give every item of ours by the file of its own page."""
    found: dict[str, StructureItem] = {}
    for item in items:
        found.setdefault(_first(item), item)
        if isinstance(item, Section):
            for uri, one in _by_file(item.children).items():
                found.setdefault(uri, one)
    return found


def _is_at_the_root(page: Page) -> bool:
    return page.is_index and "/" not in page.file.dest_uri


def _first(item: StructureItem) -> str:
    """Give the file of the page that an item of ours begins with."""
    return next(page.file.src_uri for page in _pages([item]))


def _replace_named(
    items: list[StructureItem], own: dict[str, StructureItem], parent: Section | None = None
) -> bool:
    """Put our branches where the user's navigation names their pages; tell whether it does.

    ``items`` are what stands in ``parent``: the pages themselves know ours as parent by now.
    """
    named = False
    for position, item in enumerate(items):
        if isinstance(item, Section):
            named = _replace_named(item.children, own, item) or named
        elif isinstance(item, Page) and item.file.src_uri in own:
            ours = own[item.file.src_uri]
            _take_out(ours)
            ours.parent = parent
            if isinstance(ours, Section) and item.title:
                ours.title = item.title
            items[position] = ours
            named = True
    return named


def _take_out(item: StructureItem) -> None:
    """Take an item of ours out of the section that it would stand in by itself."""
    if isinstance(item.parent, Section):
        item.parent.children = [child for child in item.parent.children if child is not item]


def _connect(nav: Navigation) -> None:
    """Make previous and next run through the navigation as it is now."""
    nav.pages[:] = _pages(nav.items)
    nav.homepage = next((page for page in nav.pages if page.is_homepage), nav.homepage)
    for page in nav.pages:
        page.previous_page = page.next_page = None
    for before, after in pairwise(nav.pages):
        before.next_page, after.previous_page = after, before


def _pages(items: Iterable[StructureItem]) -> Iterator[Page]:
    for item in items:
        # section-index makes sections that are pages too.
        if isinstance(item, Page):
            yield item
        if isinstance(item, Section):
            yield from _pages(item.children)


def _sections(items: Iterable[StructureItem]) -> Iterator[Section]:
    for item in items:
        if isinstance(item, Section):
            yield item
            yield from _sections(item.children)


def _like(section: Section, children: Sequence[StructureItem]) -> Section:
    """Give a section that looks the same, with other children."""
    like = Section(section.title, list(children))
    like.parent = section.parent
    if section.active:
        # Saying no would tell its parents so too.
        like.active = True
    return like
