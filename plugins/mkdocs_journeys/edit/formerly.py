"""A thing called by another id: the id itself, and ``formerly`` with the one it had."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.order import order_of
from mkdocs_journeys.problems import Edit, Place, Span

KEY = "formerly"


def called_anew(source: Source, thing: Thing, old: str, new: str) -> tuple[Edit, ...]:
    """Give the edits that let a thing have another id and remember the one it had.

    In the style in which the thing is written. None where that takes a person: where the thing is
    a text of several lines, or its id is written with escapes.
    """
    *_, node = source.way_to(thing.spot.whole) or (None,)
    if isinstance(node, Scalar):
        return _of_text(source, node, type(thing).text_field, old, new)
    if not isinstance(node, Mapping):
        return ()
    if not node.entries:
        # `{}`: its id is the name of its file.
        return (Edit(Place(source.file, node.span), f"{{{KEY}: [{old}]}}"),)
    values = {key.text: value for key, value in node.entries}
    edits = [*_replaced(source, values.get("id"), old, new)]
    if "id" in values and not edits:
        return ()
    if KEY in values:
        edits += _extended(source, values[KEY], old, new)
    else:
        edits.append(_added(source, node, type(thing), old))
    return tuple(edits)


def instead(source: Source, span: Span, old: str, new: str) -> Edit | None:
    """Give the edit that puts an id where another stands, quotes and all else kept.

    None where the other is not found as it is, for example in a text with escapes.
    """
    start, end = source.indexes(span)
    at = source.text.rfind(old, start, end)
    if at < 0:
        return None
    return Edit(Place(source.file, source.lines.span(at, at + len(old))), new)


def _of_text(source: Source, node: Scalar, field: str, old: str, new: str) -> tuple[Edit, ...]:
    if node.span.line != node.span.end_line:
        return ()
    place = Place(source.file, node.span)
    if field == "id":
        return (Edit(place, f"{{id: {new}, {KEY}: [{old}]}}"),)
    start, _ = source.indexes(node.span)
    line = f"{source.line_end(start)}{' ' * (node.span.column - 1)}"
    return (Edit(place, f"{field}: {source.said_at(node.span)}{line}{KEY}: [{old}]"),)


def _replaced(source: Source, node: Node | None, old: str, new: str) -> Iterator[Edit]:
    edit = instead(source, node.span, old, new) if node else None
    if edit:
        yield edit


def _extended(source: Source, node: Node, old: str, new: str) -> Iterator[Edit]:
    """Put the old id behind those before it; the new one, if it was one of them, is none now."""
    items = node.items if isinstance(node, Sequence) else (node,)
    again = [item for item in items if isinstance(item, Scalar) and item.text == new]
    if again:
        yield from _replaced(source, again[0], new, old)
    elif isinstance(node, Scalar):
        said = "" if node.is_empty else f"{source.said_at(node.span)}, "
        yield Edit(Place(source.file, node.span), f"{' ' * node.is_empty}[{said}{old}]")
    elif not items:
        yield Edit(Place(source.file, node.span), f"[{old}]")
    elif _is_flow(source, node):
        yield _behind(source, items[-1].span, f", {old}")
    else:
        yield _below(source, items[-1].span, f"{' ' * (node.span.column - 1)}- {old}")


def _added(source: Source, node: Mapping, thing: type[Thing], old: str) -> Edit:
    """Put it where `journeys fmt` would: behind the id and the title."""
    order = order_of(thing)
    before = [entry for entry in node.entries if order.get(entry[0].text, 99) < order[KEY]]
    said = f"{KEY}: [{old}]"
    first = node.entries[0][0].span
    is_flow = _is_flow(source, node)
    indentation = " " * (first.column - 1)
    if before:
        last = max((value.span for _, value in before), key=lambda span: span[2:])
        if is_flow:
            return _behind(source, last, f", {said}")
        return _below(source, last, indentation + said)
    start, _ = source.indexes(first)
    gap = ", " if is_flow else source.line_end(start) + indentation
    return Edit(Place(source.file, Span(*first[:2], *first[:2])), said + gap)


def _behind(source: Source, span: Span, text: str) -> Edit:
    return Edit(Place(source.file, Span(*span[2:], *span[2:])), text)


def _below(source: Source, span: Span, line: str) -> Edit:
    """Put a line below the one on which something ends, whatever stands behind it there."""
    _, end = source.indexes(span)
    at = source.lines.end_of_line(end)
    place = Place(source.file, source.lines.span(at, at))
    return Edit(place, source.line_end(end) + line)


def _is_flow(source: Source, node: Node) -> bool:
    return source.text[source.indexes(node.span)[0]] in "[{"
