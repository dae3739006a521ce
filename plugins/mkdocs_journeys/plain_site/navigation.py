"""The navigation of a site that is written: somebody's own, with the handbook in it.

Holds to the same order as the plugin does in a site of its own (mkdocs_nav.py).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import PurePosixPath
from typing import Any

from markupsafe import escape

from mkdocs_journeys.pages.contents import Branch
from mkdocs_journeys.render.links import Links

HOME = "index.md"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page or a section of a navigation; ``uri`` is empty for a section.

    ``title`` is HTML, as generators of this family print it; empty where the page knows its own.
    """

    title: str = ""
    uri: str = ""
    below: tuple[Entry, ...] = ()


def as_written(items: Iterable[Any]) -> tuple[Entry, ...]:
    """Give the ``nav`` of a mkdocs.yml, whose pages stand alone or behind their titles."""
    return tuple(_written(items))


def by_folders(uris: Iterable[str]) -> tuple[Entry, ...]:
    """Give the navigation that a generator makes itself: pages by name, folders as sections."""
    tree: dict[str, Any] = {}
    for uri in sorted(uris, key=_index_first):
        here = tree
        for folder in PurePosixPath(uri).parts[:-1]:
            here = here.setdefault(folder, {})
        here[PurePosixPath(uri).name] = uri
    return _of_folder(tree)


def with_handbook(
    own: tuple[Entry, ...], tree: Iterable[Branch], links: Links, title: str, *, is_written: bool
) -> tuple[Entry, ...]:
    """Put the handbook's contents into a navigation.

    An entry that names one of our pages becomes that page with all below it. Where none does,
    the contents are added: as one last section called ``title`` to a navigation that somebody
    wrote, else each on its own behind the home.
    """
    ours = [entry for branch in tree if (entry := _entry(branch, links))]
    home = [entry for entry in ours if entry.uri == HOME]
    rest = [entry for entry in ours if entry.uri != HOME]
    named = set(_uris(own))
    placed = named & set(_uris(rest))
    if placed:
        by_file = {_first(one): one for one in _all(rest)}
        own = tuple(_replaced(own, by_file, placed))
    elif is_written and rest:
        own = (*own, Entry(title=str(escape(title)), below=tuple(rest)))
    start = 1 if own and own[0].uri == HOME else 0
    if not placed and not is_written:
        own = (*own[:start], *rest, *own[start:])
    return own if HOME in named else (*home, *own)


def as_settings(entries: Iterable[Entry]) -> list[Any]:
    """Give a navigation as it stands in a mkdocs.yml."""
    return [
        {entry.title: as_settings(entry.below) or entry.uri} if entry.title else entry.uri
        for entry in entries
    ]


def uris_of(entries: Iterable[Entry]) -> frozenset[str]:
    """Give all pages of a navigation."""
    return frozenset(_uris(entries))


def _written(items: Iterable[Any]) -> Iterator[Entry]:
    for item in items:
        if isinstance(item, str):
            yield Entry(uri=item)
        for title, value in item.items() if isinstance(item, dict) else ():
            if isinstance(value, list):
                yield Entry(title=title, below=as_written(value))
            else:
                yield Entry(title=title, uri=value)


def _of_folder(tree: dict[str, Any]) -> tuple[Entry, ...]:
    pages = [Entry(uri=one) for one in tree.values() if isinstance(one, str)]
    folders = [
        Entry(title=_folder_title(name), below=_of_folder(one))
        for name, one in tree.items()
        if isinstance(one, dict)
    ]
    return (*pages, *folders)


def _folder_title(name: str) -> str:
    words = name.replace("-", " ").replace("_", " ")
    return str(escape(words.capitalize() if words.lower() == words else words))


def _index_first(uri: str) -> tuple[str, bool, str]:
    path = PurePosixPath(uri)
    return path.parent.as_posix(), path.stem not in ("index", "README"), path.name


def _entry(branch: Branch, links: Links) -> Entry | None:
    """Give a branch of ours; without its own page where somebody wrote that by hand."""
    title, uri = str(escape(branch.page.title)), links.file(branch.page.key)
    page = () if uri in links.by_hand else (Entry(title=title, uri=uri),)
    below = tuple(entry for each in branch.below if (entry := _entry(each, links)))
    return Entry(title=title, below=(*page, *below)) if below else next(iter(page), None)


def _uris(entries: Iterable[Entry]) -> Iterator[str]:
    for entry in entries:
        if entry.uri:
            yield entry.uri
        yield from _uris(entry.below)


def _all(entries: Iterable[Entry]) -> Iterator[Entry]:
    """Give every entry behind those below it: of two with one first page, the section is last."""
    for entry in entries:
        yield from _all(entry.below)
        yield entry


def _first(entry: Entry) -> str:
    return entry.uri or next(_uris(entry.below), "")


def _without(entry: Entry, placed: set[str]) -> Iterator[Entry]:
    if _first(entry) in placed:
        return
    below = tuple(one for each in entry.below for one in _without(each, placed))
    yield replace(entry, below=below)


def _replaced(own: Iterable[Entry], by_file: dict[str, Entry], placed: set[str]) -> Iterator[Entry]:
    for entry in own:
        if entry.uri in by_file:
            ours = by_file[entry.uri]
            below = tuple(one for each in ours.below for one in _still_there(each, ours, placed))
            yield replace(ours, title=entry.title or ours.title, below=below)
        else:
            yield replace(entry, below=tuple(_replaced(entry.below, by_file, placed)))


def _still_there(entry: Entry, within: Entry, placed: set[str]) -> Iterator[Entry]:
    """Give an entry of a section that was placed; its own page belongs to it."""
    if entry.uri and entry.uri == _first(within):
        yield entry
    else:
        yield from _without(entry, placed)
