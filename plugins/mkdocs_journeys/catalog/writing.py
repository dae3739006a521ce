"""What authors wrote in their own words, and where each piece of it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.nouns import an
from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.marked import Mark
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import shapes_of
from mkdocs_journeys.model.walk import everything, mentions
from mkdocs_journeys.problems import Place, Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """One text: the thing and the field that it stands in, and its place."""

    thing: Thing
    field: str
    text: str
    place: Place


def sources(catalog: Catalog, mark: Mark) -> Mapping[str, str]:
    """Give the text of each file that has a mark, by the file; empty where none has it."""
    return {one.file: one.text for one in catalog.loaded.marked if mark in one.marks}


def texts_in(thing: Thing) -> Iterator[Written]:
    """Give every text in a thing and in all inside it: prose, lines, and mentions as typed."""
    for one in everything(thing):
        written = one.model_fields_set
        for field in _text_fields(type(one)):
            if field in written:
                yield from _texts(one, field)
        for shape, ref in mentions(one):
            yield Written(thing=one, field=shape.attribute, text=ref.text, place=ref.place)


def place_of(written: Written, start: int, end: int, source: str = "") -> Place:
    """Give the place of a piece of a text, from ``start`` up to ``end``.

    A text in one line, bare or in quotes, is counted through. In one that is folded, or holds
    escapes, the piece is sought in ``source``, the text of the file. Where it is not found, the
    place is that of the whole text.
    """
    line, column, end_line, end_column = written.place.span
    quotes = end_column - column - len(written.text)
    if line == end_line and quotes in (0, 2):
        first = column + quotes // 2
        return Place(written.place.file, Span(line, first + start, line, first + end))
    lines = Lines(source)
    piece = written.text[start:end]
    index = lines.index(line, column) - 1
    last = lines.index(end_line, end_column)
    for _ in range(written.text.count(piece, 0, start) + 1):
        index = source.find(piece, index + 1, last)
        if index < 0:
            return written.place
    return Place(written.place.file, lines.span(index, index + len(piece)))


def where(written: Written, holder: Thing) -> str:
    """Say where a text stands: ``the `note` of a step of “I order”``; ``holder`` has the page."""
    field = f"the `{written.field.removesuffix('_')}`"
    if not isinstance(holder, Entry):
        return f"{field} of the settings"
    if written.thing is holder:
        return f"{field} of “{holder.called}”"
    return f"{field} of {an(written.thing.noun)} of “{holder.called}”"


def _texts(thing: Thing, field: str) -> Iterator[Written]:
    value = getattr(thing, field)
    named = value.items() if isinstance(value, dict) else (("", value),)
    for name, texts in named:
        path = f"{field}.{name}" if name else field
        for number, text in enumerate(texts if isinstance(texts, tuple) else (texts,)):
            if isinstance(text, str):
                place = thing.spot.of(f"{path}.{number}", path, field)
                yield Written(thing=thing, field=field, text=text, place=place)


@cache
def _text_fields(thing: type[Thing]) -> tuple[str, ...]:
    return tuple(shape.attribute for shape in shapes_of(thing) if shape.item == "text")
