"""A map with its keys in the order of the declarations, and nothing else moved.

A key takes with it what belongs to it: its value, the comment behind it, comments deeper below
it, and the comments and blank lines above it. Lists keep their order, and so do mappings with
keys of the author's own. Comments at the top of a file, or of an entry of a list, stay there.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, chain, pairwise

from mkdocs_journeys.edit.gaps import belongs_before, blank_lines, indented
from mkdocs_journeys.edit.quoting import canonical_quotes
from mkdocs_journeys.load.allowances import MARK
from mkdocs_journeys.load.editing import Change, changed, edited
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.order import order_of
from mkdocs_journeys.model.shapes import Shape, shapes_by_key
from mkdocs_journeys.problems import Edit, Place

_KEEPS_BLANK_LINES = re.compile(r"[|>](?:\d?\+|\+\d)")
_IN_FRONT_OF_A_KEY = re.compile(r" *(?:- +)?")
_BETWEEN_FLOW_KEYS = re.compile(r"\s*,\s*")

Look = Callable[[Node, int, int], list[Change]]
"""Looks at a value: it, the index where its lines end, and that of the first line below its key."""


def canonical(source: Source, thing: type[Thing]) -> bytes:
    """Give the bytes of a map in canonical form; ``thing`` is what each entry of it is.

    A file that cannot be read, or that YAML reads in a surprising way, is not for this function:
    ask ``load.yaml_text.read`` first. A missing line end is put behind the last line, unless a
    block of text stands there, which would become another text.
    """
    root = source.root
    if root is None:
        return source.data
    text = source.text
    walk = _Walk(source)
    if not text.endswith(("\n", "\r")) and not walk.is_open(root):
        end = source.line_end(0)
        source = Source(source.file, source.data + end.encode())
        walk = _Walk(source)
    nodes = walk.ends_of(root, len(source.text)) if isinstance(root, Sequence) else ()
    changes = chain.from_iterable(walk.thing(thing, node, end) for node, end in nodes)
    found = list(changes) if isinstance(root, Sequence) else walk.whole(thing, root)
    places = (Edit(Place(source.file, source.lines.span(a, b)), new) for a, b, new in found)
    return edited(source, places)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """One key of a mapping in lines: indexes of the key, of its line, and of its end.

    ``lead`` is what stands above it and goes with it; ``changes`` are those inside of it.
    """

    start: int
    line: int
    end: int
    lead: str
    rank: int
    changes: tuple[Change, ...]


class _Walk:
    """Goes through one file beside the declarations; knows nothing of other files."""

    def __init__(self, source: Source) -> None:
        self._source = source
        self._text = source.text
        self._may_be_open = bool(_KEEPS_BLANK_LINES.search(source.text)) or not (
            source.text.endswith(("\n", "\r"))
        )

    def whole(self, thing: type[Thing], root: Node) -> list[Change]:
        """Look at the only thing of a file; what stands behind it is none of its lines."""
        return self.thing(thing, root, self._lines_end(root))

    def thing(self, thing: type[Thing], node: Node, end: int, above: int = -1) -> list[Change]:
        """Give the changes in a thing whose lines end at an index.

        ``above`` is the first line below the key that it is the value of, -1 where there is none.
        """
        if isinstance(node, Scalar):
            return self._scalar(node, is_word=False)
        if isinstance(node, Sequence):
            return []
        keys, order = shapes_by_key(thing), order_of(thing)

        def field(key: str) -> tuple[int | None, Look | None]:
            if key not in keys:
                return None, None
            return order[key], partial(self._value, keys[key][0])

        return self._mapping(node, end, above, field)

    def ends_of(self, node: Sequence, end: int) -> Iterator[tuple[Node, int]]:
        """Give the entries of a list, each with the index where its lines end."""
        nexts = [self._line_of(item) for item in node.items[1:]]
        for item, following in zip(node.items, (*nexts, end), strict=True):
            after = self._after(item)
            column = node.span.column
            yield item, belongs_before(self._text, after, max(after, following), column)

    def is_open(self, node: Node) -> bool:
        """Tell whether a node ends in a block of text that goes on with what follows it."""
        if not self._may_be_open:
            return False
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

    def _value(self, shape: Shape, node: Node, end: int, above: int) -> list[Change]:
        if shape.by_key and isinstance(node, Mapping):
            look = partial(self._many, shape)
            return self._mapping(node, end, above, lambda _: (0, look), has_own_keys=True)
        return self._many(shape, node, end, above)

    def _many(self, shape: Shape, node: Node, end: int, above: int) -> list[Change]:
        if not isinstance(node, Sequence) or not shape.many:
            return self._item(shape, node, end, above)
        if self._is_flow(node):
            return [one for item in node.items for one in self._item(shape, item, end, -1)]
        return [one for item, at in self.ends_of(node, end) for one in self._item(shape, item, at)]

    def _item(self, shape: Shape, node: Node, end: int, above: int = -1) -> list[Change]:
        if shape.thing:
            return self.thing(shape.thing, node, end, above)
        if not isinstance(node, Scalar):
            return []
        return self._scalar(node, is_word=bool(shape.to or shape.choices or shape.is_id))

    def _scalar(self, node: Scalar, *, is_word: bool) -> list[Change]:
        if node.plain or node.span.line != node.span.end_line:
            return []
        start, end = self._source.indexes(node.span)
        said = self._text[start:end]
        best = canonical_quotes(said, node.text, is_word=is_word)
        return [(start, end, best)] if best != said else []
