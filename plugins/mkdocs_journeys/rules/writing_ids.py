"""An id put in front of what a thing says, in the style in which the thing is written."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.problems import Edit, Place, Span


def with_id(place: Place, id_: str, source: Source) -> tuple[Edit, ...]:
    """Give the edit that makes ``id`` the first key of the thing at a place.

    Plain text becomes a thing with that text as its title. None where the text goes over several
    lines: its indentation would have to change.
    """
    *around, node = source.way_to(place.span) or (None,)
    in_brackets = _in_brackets(source, around)
    if isinstance(node, Mapping) and node.entries:
        in_braces = _in_brackets(source, (node,))
        if in_brackets and not in_braces:
            return ()
        first = node.entries[0][0].span
        text = f"id: {id_}, " if in_braces else _line(id_, first, source)
        return (_before(first, text, source),)
    if not isinstance(node, Scalar) or node.span.line != node.span.end_line:
        return ()
    if in_brackets:
        return (Edit(place, f"{{id: {id_}, title: {source.said_at(node.span)}}}"),)
    return (_before(node.span, f"{_line(id_, node.span, source)}title: ", source),)


def _in_brackets(source: Source, nodes: Iterable[Node | None]) -> bool:
    """Tell whether any of these lists and mappings is written in brackets or braces."""
    return any(
        source.said_at(Span(*node.span[:2], node.span.line, node.span.column + 1)) in ("[", "{")
        for node in nodes
        if isinstance(node, Mapping | Sequence)
    )


def _line(id_: str, at: Span, source: Source) -> str:
    """Give a line with the id, and the indentation of what follows on the next."""
    start, _ = source.indexes(at)
    return f"id: {id_}{source.line_end(start)}{' ' * (at.column - 1)}"


def _before(at: Span, text: str, source: Source) -> Edit:
    return Edit(Place(source.file, Span(at.line, at.column, at.line, at.column)), text)
