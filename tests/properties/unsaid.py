"""What a map says and its page does not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Term
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.step import Stage
from mkdocs_journeys.model.walk import parts
from tests.properties.written import LINKS, Written, parsed, words_of

NOT_SHOWN = {
    "icon": "an icon is drawn, or none",
    "file": "a picture is shown, and a source is linked to",
    "lang": "it is the language of the quote's element",
    "url": "it is where a link leads",
    "tracker": "it is where a link leads",
    "evidence": "sources stand beside claims, not beside everything that may have some",
    "PainPoint.personas": "a persona's pain point hurts the persona",
    "Quote.persona": "the page of all quotes says for whom one speaks",
}
"""Texts that no reader reads, each with what becomes of it."""

_MARKDOWN = re.compile(r"[*_`\[\]<>\\#|~=\n&+-]|^\s*\d+[.)]|://|  ")


def unsaid(written: Written) -> Iterator[str]:
    """Find the texts of every entry that its page does not say; prose only where it is plain."""
    words = {folder: words_of(parsed(html)) for folder, html in written.pages.items()}
    for entry in written.catalog.loaded.entries:
        for folder, thing in _where(entry):
            for shape, text in _texts(written.catalog, thing):
                if " ".join(text.split()) not in words[folder]:
                    yield f"{folder}: {type(thing).__name__}.{shape.attribute} {text!r}"


def _where(entry: Entry) -> Iterator[tuple[str, Thing]]:
    """Give every thing in an entry with the page that says all of it."""
    page = LINKS.folder(entry.key)

    def walk(thing: Thing, folder: str) -> Iterator[tuple[str, Thing]]:
        if isinstance(thing, Stage) and isinstance(entry, Journey):
            folder = LINKS.folder(Key("stage", f"{entry.id}/{thing.id}"))
        yield folder, thing
        for part in parts(thing):
            yield from walk(part, folder)

    if isinstance(entry, Term):
        page = "glossary"
    yield from walk(entry, page)


def _texts(catalog: Catalog, thing: Thing) -> Iterator[tuple[Shape, str]]:
    for shape in shapes_of(type(thing)):
        names = {shape.attribute, f"{type(thing).__name__}.{shape.attribute}"}
        if shape.attribute not in thing.model_fields_set or names & NOT_SHOWN.keys():
            continue
        for value in _flat(getattr(thing, shape.attribute)):
            if isinstance(value, Ref) and catalog.meant(value) is None:
                yield shape, value.text
            elif isinstance(value, str) and shape.item == "text" and _is_plain(shape, value):
                yield shape, value


def _is_plain(shape: Shape, text: str) -> bool:
    """Tell whether a text is shown as typed: a line always, prose where nothing is Markdown."""
    is_line = any(getattr(limit, "max_length", None) == 200 for limit in shape.limits)
    return is_line or not _MARKDOWN.search(text)


def _flat(value: object) -> Iterator[object]:
    if isinstance(value, tuple):
        for one in value:
            yield from _flat(one)
    elif isinstance(value, dict):
        for key, one in value.items():
            yield key
            yield from _flat(one)
    else:
        yield value
