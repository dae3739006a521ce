"""A map whose keys stand where they have a place (``model/order.py``), and nothing else moved.

A key takes with it what belongs to it: its value, the comment behind it, comments deeper below
it, and the comments and blank lines above it. Lists keep their order, and so do keys that may
stand anywhere. Comments at the top of a file, or of an entry of a list, stay there.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache, partial

from mkdocs_journeys.edit.gaps import belongs_before
from mkdocs_journeys.edit.key_order import IN_FRONT, Entry, in_order, in_order_in_braces
from mkdocs_journeys.edit.quoting import canonical_quotes
from mkdocs_journeys.load.editing import Change, edited
from mkdocs_journeys.load.lines import BREAK
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.order import ANYWHERE, LAST, order_of
from mkdocs_journeys.model.shapes import Shape, shapes_by_key
from mkdocs_journeys.problems import Edit, Place

_GOES_ON = re.compile(r"[|>](?:\d?\+|\+\d)")

Look = Callable[[Node, int, int], list[Change]]
"""Looks at a value: it, where its lines end, and where the first line below its key begins."""

Fields = dict[str, tuple[int, Shape]]
"""The keys of a thing, each with its rank and what goes in."""

NO_KEY = -1
"""Instead of the line below its key, for a thing that is the value of none."""


def canonical(source: Source, root: Node, thing: type[Thing]) -> bytes:
    """Give the bytes of a map in canonical form; ``thing`` is what each entry of it is.

    ``root`` is its tree, read without any finding: what YAML has dropped from it would be lost.
    A missing line end is put behind the last line, unless a block of text stands there, which
    would become another text.
    """
    if not source.text.endswith(("\n", "\r")) and not _Walk(source).is_open(root):
        source = Source(source.file, source.data + source.line_end(0).encode(), source.limits)
    changes = _Walk(source).whole(thing, root)
    span = source.lines.span
    return edited(source, (Edit(Place(source.file, span(a, b)), new) for a, b, new in changes))


@cache
def _fields_of(thing: type[Thing]) -> Fields:
    order = order_of(thing)
    return {key: (order[key], shape) for key, (shape, _) in shapes_by_key(thing).items()}


class _Walk:
    """Goes through one file beside the declarations; knows nothing of other files."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        ends = source.text.endswith(("\n", "\r"))
        self._may_be_open = not ends or bool(_GOES_ON.search(source.text))

    def whole(self, thing: type[Thing], root: Node) -> list[Change]:
        """Give the changes in a file of one thing, or of a list of them."""
        look = partial(self._thing, thing)
        end = len(self._text)
        if isinstance(root, Sequence):
            return self._list(root, end, look)
        return look(root, end, NO_KEY)

    def is_open(self, node: Node) -> bool:
        """Tell whether a node ends in a block of text that goes on with what follows it."""
        while not isinstance(node, Scalar):
            inside = node.items if isinstance(node, Sequence) else [one for _, one in node.entries]
            if not inside or self._is_flow(node):
                return False
            node = inside[-1]
        start, end = self._source.indexes(node.span)
        if node.plain or self._text[start] not in "|>":
            return False
        header = self._text[start : self._source.lines.end_of_line(start)].partition("#")[0]
        return "+" in header or not BREAK.search(self._text, end)

    def _thing(self, thing: type[Thing], node: Node, end: int, above: int) -> list[Change]:
        if isinstance(node, Scalar):
            return self._scalar(node, is_word=False)
        if isinstance(node, Sequence):
            return []
        return self._mapping(node, end, above, _fields_of(thing))

    def _value(self, shape: Shape, node: Node, end: int, above: int) -> list[Change]:
        if shape.by_key and isinstance(node, Mapping):
            return self._mapping(node, end, above, shape)
        return self._many(shape, node, end, above)

    def _many(self, shape: Shape, node: Node, end: int, above: int) -> list[Change]:
        if isinstance(node, Scalar) and node.plain:
            return []
        look = partial(self._item, shape)
        if shape.many and isinstance(node, Sequence):
            return self._list(node, end, look)
        return look(node, end, above)

    def _item(self, shape: Shape, node: Node, end: int, above: int) -> list[Change]:
        if shape.thing:
            return self._thing(shape.thing, node, end, above)
        if not isinstance(node, Scalar):
            return []
        return self._scalar(node, is_word=bool(shape.to or shape.choices or shape.is_id))

    def _list(self, node: Sequence, end: int, look: Look) -> list[Change]:
        found: list[Change] = []
        starts = [self._line(item.span.line) for item in node.items]
        ends = (*starts[1:], end) if starts else ()
        is_flow = self._is_flow(node)
        for item, following in zip(node.items, ends, strict=True):
            stop = following if is_flow else self._stop(item, following, node.span.column)
            found += look(item, stop, NO_KEY)
        return found

    def _mapping(self, node: Mapping, end: int, above: int, fields: Fields | Shape) -> list[Change]:
        if not node.entries:
            return []
        if self._is_flow(node):
            return in_order_in_braces(self._text, self._in_braces(node, fields))
        if not self._is_tidy(node, above):
            return []
        entries = self._in_lines(node, end, above, fields)
        if self._may_be_open and any(self.is_open(value) for _, value in node.entries):
            return [change for one in entries for change in one.changes]
        return in_order(self._text, entries, of_a_key=above != NO_KEY)

    def _in_lines(self, node: Mapping, end: int, above: int, fields: Fields | Shape) -> list[Entry]:
        entries: list[Entry] = []
        column = node.entries[0][0].span.column
        lines = [self._line(key.span.line) for key, _ in node.entries]
        lead, rank = above if above != NO_KEY else lines[0], -1
        for (key, value), line, following in zip(
            node.entries, lines, (*lines[1:], end), strict=True
        ):
            stop = self._stop(value, following, column)
            rank, changes = self._entry(key, value, stop, rank, fields)
            entries.append(
                Entry(
                    lead=lead,
                    line=line,
                    start=line + key.span.column - 1,
                    end=stop,
                    rank=rank,
                    changes=tuple(changes),
                )
            )
            lead = stop
        return entries

    def _in_braces(self, node: Mapping, fields: Fields | Shape) -> list[Entry]:
        entries: list[Entry] = []
        rank = -1
        # `{a, b: c}`: a key without a value is read as one only where it stands.
        is_whole = not any(isinstance(at, Scalar) and at.is_empty for _, at in node.entries)
        # On one line nothing is so long that it would hide what stands behind it.
        highest = ANYWHERE if node.span.line == node.span.end_line else LAST
        for key, value in node.entries:
            start, end = self._source.indexes(key.span)[0], self._source.indexes(value.span)[1]
            rank, changes = self._entry(key, value, end, rank, fields if is_whole else {})
            entries.append(
                Entry(
                    lead=start,
                    line=start,
                    start=start,
                    end=end,
                    rank=min(rank, highest),
                    changes=tuple(changes),
                )
            )
        return entries

    def _is_tidy(self, node: Mapping, above: int) -> bool:
        """Tell whether every key begins its line; in front of the first there may be a dash."""
        first = node.entries[0][0].span
        in_front = self._text[self._line(first.line) :][: first.column - 1]
        if not IN_FRONT.fullmatch(in_front) or (above != NO_KEY and in_front.strip()):
            return False
        spaces = " " * (first.column - 1)
        return all(
            key.span.column == first.column
            and self._text.startswith(spaces, self._line(key.span.line))
            for key, _ in node.entries[1:]
        )

    def _entry(
        self, key: Scalar, value: Node, end: int, rank: int, fields: Fields | Shape
    ) -> tuple[int, list[Change]]:
        """Give the rank of a key, that of the key before it where it is unknown, and changes."""
        below = self._line(key.span.end_line + 1)
        if isinstance(fields, Shape):
            return 0, self._many(fields, value, end, below)
        if key.text not in fields:
            return rank, []
        rank, shape = fields[key.text]
        changes = self._scalar(key, is_word=True)
        return rank, changes + self._value(shape, value, end, below)

    def _scalar(self, node: Scalar, *, is_word: bool) -> list[Change]:
        if node.plain or node.span.line != node.span.end_line:
            return []
        start, end = self._source.indexes(node.span)
        said = self._text[start:end]
        best = canonical_quotes(said, node.text, is_word=is_word)
        return [(start, end, best)] if best != said else []

    def _stop(self, node: Node, following: int, column: int) -> int:
        """Give where the lines of a node end, with the comments that belong to it."""
        after = self._line(node.span.end_line + 1)
        if after >= following:
            return after
        return belongs_before(self._text, after, following, column)

    def _line(self, number: int) -> int:
        return self._source.lines.index(number, 1)

    def _is_flow(self, node: Node) -> bool:
        return self._text[self._source.indexes(node.span)[0]] in "[{"
