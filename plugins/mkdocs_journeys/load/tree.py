"""YAML as read: text, lists and mappings, each with its place. Nothing is interpreted yet."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_journeys.problems import Span

NONE = "~"
"""The word of YAML for none; where any text may stand, it is a text like others."""


class Scalar(NamedTuple):
    """One piece of text, exactly as its author typed it: ``no``, ``010`` and ``1.10`` stay so.

    ``plain`` is true when it stands without quotes; an empty plain scalar is a key without a value.
    """

    text: str
    span: Span
    plain: bool = True

    @property
    def is_empty(self) -> bool:
        """Tell whether the author left the value out (``title:`` and nothing behind it)."""
        return self.plain and not self.text


class Sequence(NamedTuple):
    """A list, in the author's order."""

    items: tuple[Node, ...]
    span: Span


class Mapping(NamedTuple):
    """A mapping, in the author's order. Keys are text and stand once: a second one is a problem."""

    entries: tuple[tuple[Scalar, Node], ...]
    span: Span


Node = Scalar | Sequence | Mapping
