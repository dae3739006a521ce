"""Hand-written pages, checked against what the handbook knows."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path, PurePosixPath

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.doc_links import dead_links
from mkdocs_journeys.catalog.mentions import Directory
from mkdocs_journeys.load.docs import DocEmbed, DocMention, mentions_in
from mkdocs_journeys.load.files import is_file, is_folder, may_be_listed
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Edit, Place, Problem

MARKDOWN = (".md", ".markdown")

FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n.*?^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
"""What the host takes off before anybody sees a page."""


def check_docs(folder: Path, shown_as: str, catalog: Catalog) -> tuple[Problem, ...]:
    """Look up every mention in the hand-written pages below a folder; none for no folder.

    ``shown_as`` is how the author calls the folder (``docs``). Reports unknown-mention,
    wrong-kind-mention and mention-by-old-id, what is wrong with embedded views, dead-link for
    links to pages of the handbook that are not there, and missing-file for what may not be read.
    """
    directory = Directory(catalog.known, catalog.former, catalog.loaded.lost)
    problems: list[Problem] = []
    for page, shown, text in _texts(folder, shown_as, problems.append):
        problems.extend(dead_links(text, page, shown, folder, catalog))
        for one in mentions_in(text, shown):
            _, problem = look_up_in_docs(one, directory)
            problems.extend(one.problems if isinstance(one, DocEmbed) else ())
            problems.extend((problem,) if problem else ())
    return tuple(problems)


def uses_in_docs(folder: Path, shown_as: str, catalog: Catalog) -> tuple[tuple[Key, Place], ...]:
    """Give what the hand-written pages below a folder mention, and where; empty for no folder."""
    directory = Directory(catalog.known, catalog.former, catalog.loaded.lost)
    return tuple(
        (key, one.place)
        for one in _mentions(folder, shown_as)
        if (key := look_up_in_docs(one, directory)[0])
    )


def look_up_in_docs(
    one: DocMention | DocEmbed, directory: Directory
) -> tuple[Key | None, Problem | None]:
    """Give what a mention or an embedded view in a page means, and what is wrong with it."""
    if isinstance(one, DocMention):
        key, problem = directory.look_up_in_full(one.kind, one.id, one.place)
        return key, _in_full(problem, one.kind) if problem else None
    return directory.look_up_in_full("journey", one.id, one.place) if one.id else (None, None)


def _in_full(problem: Problem, kind: str) -> Problem:
    """Let the edits say the kind too: the place of a mention in a page holds it."""
    fixes = tuple(Edit(edit.place, f"{kind}:{edit.text}") for edit in problem.fixes)
    return replace(problem, fixes=fixes)


def _mentions(folder: Path, shown_as: str) -> Iterator[DocMention | DocEmbed]:
    for _page, shown, text in _texts(folder, shown_as):
        yield from mentions_in(text, shown)


def _texts(
    folder: Path, shown_as: str, tell: Callable[[Problem], None] | None = None
) -> Iterator[tuple[str, str, str]]:
    """Give each page below a folder: its file there, its name in places, and its text.

    What may not be read is told; raises OSError where there is nobody to tell it to.
    """

    def shut(error: OSError) -> None:
        if tell is None:
            raise error
        page = Path(error.filename).relative_to(folder).as_posix()
        tell(_cannot_be_read(str(PurePosixPath(shown_as, page)), error))

    for path in _pages(folder, shut):
        page = path.relative_to(folder).as_posix()
        try:
            text = path.read_bytes().decode("utf-8-sig", errors="replace")
        except OSError as error:
            shut(error)
            continue
        yield page, str(PurePosixPath(shown_as, page)), FRONT_MATTER.sub(_empty_lines, text)


def _cannot_be_read(shown: str, error: OSError) -> Problem:
    return Problem(
        place=Place(shown),
        rule="missing-file",
        what=f"{shown} cannot be read: {error.strerror}.",
        mend="Check that it is there and that you may read it.",
    )


def _pages(folder: Path, shut: Callable[[OSError], None]) -> Iterator[Path]:
    """Give the Markdown files below a folder in the order of names, hidden ones left out."""
    if not is_folder(folder):
        return
    for here, folders, files in os.walk(folder, onerror=shut):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if name.endswith(MARKDOWN) and not name.startswith("."):
                path = Path(here, name)
                # In a folder that may not be opened nothing can be asked: to read it tells why.
                if is_file(path) or not may_be_listed(path.parent):
                    yield path


def _empty_lines(front: re.Match[str]) -> str:
    """Keep only the line ends, so that every place behind stays what it is."""
    return re.sub(r"[^\r\n]", "", front[0])
