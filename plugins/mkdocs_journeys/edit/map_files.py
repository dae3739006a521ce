"""Which files of a folder hold maps, and what each of them is about."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from mkdocs_journeys.load.files import YAML, files_below, listing, stays_inside
from mkdocs_journeys.load.tree import Mapping, Node, Sequence
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.handbook import Accepted, Handbook
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.model.shapes import shapes_by_key


def map_files(folder: Path) -> Iterator[tuple[Path, type[Thing]]]:
    """Give the files that a handbook is read from, each with what stands in it.

    In the order of names. Leaves out what is of no kind and what leads out of the folder.
    """
    for top in listing(folder):
        if thing := thing_of(PurePosixPath(top.name)):
            for path in files_below(top) if top.is_dir() or top.suffix in YAML else ():
                if stays_inside(path, folder) and path.is_file():
                    yield path, thing


def thing_of(path: PurePosixPath) -> type[Thing] | None:
    """Give what a file is about, by its path below the folder of maps; None for no kind."""
    top = path.parts[0] if path.parts else ""
    if top == Handbook.file:
        return Handbook
    if top == Accepted.file:
        return Accepted
    stem = PurePosixPath(top).stem if PurePosixPath(top).suffix in YAML else top
    named = [kind for kind in KINDS if stem == kind.folder]
    named += [kind for kind in KINDS if stem in kind.folder_also]
    return named[0] if named else None


def likely_thing(root: Node) -> type[Thing]:
    """Give what a map of unknown name is most likely about: what knows most of its keys."""
    nodes = root.items if isinstance(root, Sequence) else (root,)
    keys = {key.text for node in nodes if isinstance(node, Mapping) for key, _ in node.entries}
    things: tuple[type[Thing], ...] = (*KINDS, Handbook)
    return max(things, key=lambda thing: len(keys & shapes_by_key(thing).keys()))
