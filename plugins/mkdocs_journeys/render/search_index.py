"""What the site's search finds of ours: written on purpose, instead of read from HTML."""

from __future__ import annotations

import html
import json
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.pages.page import Page


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One thing that a search can lead to; ``location`` is relative to the site's root."""

    location: str
    title: str
    text: str


def entries_of(page: Page, url: str) -> tuple[Entry, ...]:
    """Give the search entries of a page that is published at ``url``: its own, then its parts."""
    # The lede is often among the words too, and a result would say it twice.
    lines = dict.fromkeys(line for text in (page.lede, page.words) for line in text.splitlines())
    own = Entry(location=url, title=page.title, text="\n".join(filter(None, lines)))
    return (
        own,
        *(
            Entry(
                location=f"{url}#{find.anchor}" if find.anchor else url,
                title=find.title,
                text=find.words,
            )
            for find in page.finds
        ),
    )


def hidden_words(page: Page) -> str:
    """Give what a page is found by as HTML that nobody sees, for a search that reads pages."""
    found = entries_of(page, "")
    lines = [found[0].text, *(f"{one.title}: {one.text}" for one in found[1:])]
    words = "".join(f"<p>{html.escape(line)}</p>" for line in lines if line.strip())
    return f'<div class="jm-searched" hidden>{words}</div>'


def merge(index: Path, entries: Iterable[Entry]) -> bool:
    """Add entries to the index that the host wrote; tell whether there was one.

    They replace what the host found on the same pages: not every search plugin can be told to
    leave a page out. Titles and texts are HTML there, so what authors typed is escaped.
    """
    if not index.is_file():
        return False
    entries = tuple(entries)
    data = json.loads(index.read_text(encoding="utf-8"))
    pages = {entry.location.partition("#")[0] for entry in entries}
    data["docs"] = [one for one in data["docs"] if one["location"].partition("#")[0] not in pages]
    data["docs"].extend(
        {
            "location": entry.location,
            "title": html.escape(entry.title, quote=False),
            "text": "".join(
                f"<p>{html.escape(line, quote=False)}</p>"
                for line in entry.text.splitlines()
                if line.strip()
            ),
        }
        for entry in entries
    )
    index.write_text(json.dumps(data, sort_keys=True, separators=(",", ":")), encoding="utf-8")
    return True
