"""Text that was meant and became a comment: ``I am customer #4711`` ends before the ``#``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.tree import Mapping, Node, Scalar
from mkdocs_journeys.load.yaml_quoting import Refusal

_HASH = re.compile(r"(?<=[^ \t\r\n])[ \t]+(#\w+)")


def cut_by_hash(text: str, root: Node) -> Iterator[Refusal]:
    """Give each word that begins with ``#`` and stands right behind a text without quotes.

    Who writes a comment puts a space behind its ``#``; who means a number, a colour or a tag
    does not.
    """
    # Most files have none: what they have is asked first in the way that costs next to nothing.
    if " #" not in text and "\t#" not in text:
        return
    if not (found := list(_HASH.finditer(text))):
        return
    lines = Lines(text)
    ends = {scalar.span[2:] for scalar in _plain(root)}
    for hidden in found:
        if lines.position(hidden.start()) in ends:
            what = f"YAML takes `{hidden[1]}` for a comment, and all behind it on this line."
            mend = "Put the whole text in quotes; if it is a comment, put a space behind the `#`."
            yield lines.span(*hidden.span(1)), what, mend


def _plain(root: Node) -> Iterator[Scalar]:
    """Give every value without quotes, those that are left out too."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            if node.plain:
                yield node
            continue
        waiting += [at for _, at in node.entries] if isinstance(node, Mapping) else node.items
