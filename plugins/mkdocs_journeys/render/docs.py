"""Hand-written pages: mentions become Markdown links, embedded views a place to be filled."""

from __future__ import annotations

import re
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mentions import Directory
from mkdocs_journeys.load.docs import DocEmbed, DocMention, mentions_in
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.links import Links

# All that Markdown, its extensions or the macros plugin may read as more than a letter.
_PUNCTUATION = re.compile(r"[!-&(-+\--/:-@\[-`{-~]")


@dataclass(frozen=True, slots=True, kw_only=True)
class Embed:
    """A view of a journey in somebody's page; ``mark`` stands where it belongs."""

    number: int
    journey: Key
    view: str

    @property
    def mark(self) -> str:
        """Give what stands in the page: a comment goes through the converter untouched."""
        return f"<!-- journeys view {self.number} -->"


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkedPage:
    """A hand-written page whose mentions are links that the host understands and checks."""

    markdown: str
    embeds: tuple[Embed, ...]


def linked(text: str, uri: str, catalog: Catalog, links: Links) -> LinkedPage:
    """Turn the mentions of a page into Markdown links relative to ``uri``, its own file.

    What cannot be found stays as it was typed: ``check`` and the build tell of it. An embedded
    view becomes a mark on a line of its own, which `Embed.mark` names.
    """
    found = mentions_in(text, uri)
    if not found:
        return LinkedPage(markdown=text, embeds=())
    directory = Directory(catalog.known, catalog.former, catalog.loaded.lost)
    pieces: list[str] = []
    embeds: list[Embed] = []
    end = 0
    for one in found:
        pieces.append(text[end : one.start])
        written = text[one.start : one.end]
        if isinstance(one, DocMention):
            written = _mention(one, uri, directory, catalog, links) or written
        elif embed := _embed(one, directory, catalog, len(embeds) + 1):
            embeds.append(embed)
            # A paragraph of its own, as far in as the block stood: in a list or a quotation.
            before = text[text.rfind("\n", 0, one.start) + 1 : one.start]
            written = f"\n{before}{embed.mark}\n"
        pieces.append(written)
        end = one.end
    pieces.append(text[end:])
    return LinkedPage(markdown="".join(pieces), embeds=tuple(embeds))


def _mention(
    one: DocMention, uri: str, directory: Directory, catalog: Catalog, links: Links
) -> str | None:
    key, _ = directory.look_up_in_full(one.kind, one.id, one.place)
    if key is None:
        return None
    words = _PUNCTUATION.sub(_as_number, one.words or catalog.title(key))
    return f"[{words}]({links.from_file(uri, key)})"


def _as_number(sign: re.Match[str]) -> str:
    # Not a backslash: converters know it before some signs only, and show it before the others.
    return f"&#{ord(sign[0])};"


def _embed(one: DocEmbed, directory: Directory, catalog: Catalog, number: int) -> Embed | None:
    if one.problems:
        return None
    key = directory.find(one.id, "journey", None)
    if key is None or catalog.known[key].thing is None:
        return None
    return Embed(number=number, journey=key, view=one.view)
