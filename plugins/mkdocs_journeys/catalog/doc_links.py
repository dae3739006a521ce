"""Links from hand-written pages to pages of the handbook that are not there."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.markdown_code import outside_code
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.nearest import nearest
from mkdocs_journeys.problems import Place, Problem

# Only files: what else a relative link may lead to depends on the host and its settings.
_LINK = re.compile(r"\]\(\s*<?(?P<to>[^\s()<>#?]+\.md)(?=[\s)>#?])")

_FOLDERS = {kind.folder: kind.key_kind for kind in KINDS if kind.key_kind != "term"} | {
    "lifecycle": "lifecycle"
}


def dead_links(
    text: str, page: str, shown: str, folder: Path, catalog: Catalog
) -> Iterator[Problem]:
    """Give the links of a page to things of the handbook that nothing is called.

    Reports dead-link. ``page`` is the page below ``folder``, ``shown`` its name in places. A file
    that somebody wrote is fine, and so are pages outside of the folders of the handbook: the host
    looks after these.
    """
    if ".md" not in text:
        return
    prose, _ = outside_code(text)
    lines = Lines(text)
    for link in _LINK.finditer(prose):
        target = posixpath.normpath(posixpath.join(posixpath.dirname(page), unquote(link["to"])))
        key = _page_of(target)
        if key is None or key in catalog.known or (folder / target).exists():
            continue
        yield Problem(
            place=Place(shown, lines.span(*link.span("to"))),
            rule="dead-link",
            what=f"`{link['to']}` leads to no page: no {_noun(key)} is called `{key.id}`.",
            mend=_hint(key, catalog),
        )


def _page_of(target: str) -> Key | None:
    """Name the thing whose page has a file, as the handbook lays it out; None for other files."""
    top, *ids, last = target.split("/") if "/" in target else ("", target)
    if last != "index.md" or top not in _FOLDERS or not ids:
        return None
    if len(ids) == 1:
        return Key(_FOLDERS[top], ids[0])
    return Key("stage", "/".join(ids)) if top == "journeys" and len(ids) == 2 else None


def _noun(key: Key) -> str:
    return "lifecycle stage" if key.kind == "lifecycle" else key.kind


def _hint(key: Key, catalog: Catalog) -> str:
    if now := catalog.former.get(key):
        return f"It is called `{now.id}` now; `[[{now}]]` would have led on."
    meant = nearest(key.id, [one.id for one in catalog.known if one.kind == key.kind])
    return (
        f"Did you mean `[[{key.kind}:{meant}]]`?"
        if meant
        else (f"Mention it by its id, for example `[[{key.kind}:…]]`, or take the link out.")
    )
