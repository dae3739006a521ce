"""Somebody's own pages and files beside the handbook: which there are, and where they will lie."""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from pathspec import GitIgnoreSpec

from mkdocs_journeys.catalog.docs import MARKDOWN
from mkdocs_journeys.rules.all import BY_NAME

NEVER_PUBLISHED = (".*", "/templates/")
"""What MkDocs leaves out by itself."""

RULE_PAGES = "reference/rules"
"""Where our manual has them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HandWritten:
    """The files below a docs folder by their names there; ``outside`` are links that lead away."""

    files: dict[str, Path]
    outside: tuple[str, ...]

    @property
    def pages(self) -> tuple[str, ...]:
        """Give the Markdown files, sorted."""
        return tuple(uri for uri in self.files if is_page(uri))


def hand_written(docs: Path, top: Path, left_out: str) -> HandWritten:
    """Find what is published of a folder; nothing for no folder.

    ``left_out`` are patterns as git has them, a line each. A file whose real place is not below
    ``top`` is left out too: a link could publish anything of this machine.
    """
    hidden = GitIgnoreSpec.from_lines([*NEVER_PUBLISHED, *left_out.splitlines()])
    inside = top.resolve()
    files: dict[str, Path] = {}
    outside: list[str] = []
    for path in _below(docs):
        uri = path.relative_to(docs).as_posix()
        if hidden.match_file(uri):
            continue
        if path.resolve().is_relative_to(inside):
            files[uri] = path
        else:
            outside.append(uri)
    return HandWritten(files=dict(sorted(files.items())), outside=tuple(sorted(outside)))


def is_page(uri: str) -> bool:
    """Tell whether a file becomes a page."""
    return uri.endswith(MARKDOWN)


def is_rule_page(uri: str) -> bool:
    """Tell whether a page explains one of our rules: our manual is part of this site."""
    path = PurePosixPath(uri)
    return path.stem in BY_NAME and path.parent.as_posix().endswith(RULE_PAGES)


def published_at(uri: str, *, folders: bool) -> str:
    """Give the file that a page becomes; with ``folders``, ``a.md`` is ``a/index.html``."""
    path = PurePosixPath(uri).with_suffix("")
    if path.name in ("index", "README"):
        return str(path.with_name("index.html"))
    return f"{path}/index.html" if folders else f"{path}.html"


def _below(folder: Path) -> Iterator[Path]:
    for here, _, names in os.walk(folder, followlinks=True):
        for name in names:
            yield Path(here, name)
