"""HTML as text that a person can review: one element a line, without icons and drawings."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

SAME_ON_EVERY_MAP = ("jm-legend", "jm-tools")


def as_text(tree: Any) -> str:
    """Write an element down with all inside it; icons, and what a drawing holds, are left out."""
    return "\n".join(_lines(tree, 0)) + "\n"


def _lines(element: Any, depth: int) -> Iterator[str]:
    room = "  " * depth
    said = "".join(f' {name}="{value}"' for name, value in sorted(element.attrib.items()))
    yield f"{room}<{element.tag}{said}>{_words(element.text)}"
    if element.tag != "svg":
        for child in element:
            if child.get("class") not in SAME_ON_EVERY_MAP and not child.get("focusable"):
                yield from _lines(child, depth + 1)
            if tail := _words(child.tail):
                yield f"{room}  {tail.strip()}"


def _words(text: str | None) -> str:
    words = " ".join((text or "").split())
    return f" {words}" if words else ""
