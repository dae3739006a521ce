"""Whether two texts of a map say the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from mkdocs_journeys.load.allowances import MARK, allowances_in
from mkdocs_journeys.load.tree import Mapping, Node, Sequence


def says_the_same(before: Node | None, after: Node | None) -> bool:
    """Tell whether two maps have the same keys and values, in whatever order and quotes."""
    return _said(before) == _said(after)


def allows_the_same(before: tuple[str, Node], after: tuple[str, Node]) -> bool:
    """Tell whether comments allow the same at the same keys; each map is a text and its tree."""
    return MARK not in before[0] or _allowed(*before) == _allowed(*after)


def _said(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: _said(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return None if node is None or node.is_empty else node.text


def _allowed(text: str, root: Node) -> Counter[object]:
    keys = tuple(_keys(root))
    return Counter(
        (
            tuple(named.name for named in allowance.names),
            allowance.reason,
            frozenset(path for line, path in keys if allowance.first <= line <= allowance.last),
        )
        for allowance in allowances_in(text, root, "")
    )


def _keys(root: Node) -> Iterator[tuple[int, tuple[str | int, ...]]]:
    """Give the line of each key, and the keys and numbers that lead to it."""
    waiting: list[tuple[tuple[str | int, ...], Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Mapping):
            yield from ((key.span.line, (*path, key.text)) for key, _ in node.entries)
            waiting += [((*path, key.text), value) for key, value in node.entries]
        elif isinstance(node, Sequence):
            waiting += [((*path, number), item) for number, item in enumerate(node.items)]
