"""Whether two texts of a map say the same."""

from __future__ import annotations

from mkdocs_journeys.load.tree import Mapping, Node, Sequence


def says_the_same(before: Node | None, after: Node | None) -> bool:
    """Tell whether two maps have the same keys and values, in whatever order and quotes."""
    return _said(before) == _said(after)


def _said(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: _said(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_said(item) for item in node.items]
    return None if node is None or node.is_empty else node.text
