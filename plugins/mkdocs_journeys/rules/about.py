"""Which thing and which field a finding is about, by ids: what stays when lines move."""

from __future__ import annotations

import re
from pathlib import PurePosixPath

from slugify import slugify

from mkdocs_journeys.load.source import Source
from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence
from mkdocs_journeys.problems import Place, Span

CALLED = ("id", "title", "name", "text")
"""The fields that a thing is known by, the best first."""

_LONGEST = 40

_MAY_GIVE_AWAY = re.compile(r"[@\uFF20]|(?:\d\D{0,3}){9}|(?=\S*\d)\S{20}|(?i:passwor[dt]|api.?key)")
"""What no e-mail address, number or key goes without; most words of maps have none of it."""


def about(place: Place, source: Source | None, folder: str, *, is_private: bool = False) -> str:
    """Give a path like ``journeys/order/pay/channel``; no line, no position in a list is in it.

    It begins with the kind's folder and the id, goes on with the innermost id around the place,
    and ends with the field. What has no id is called by its title or its first words. Hand-written
    pages and files that cannot be read give their own path. ``folder`` is that of the maps, as it
    begins every place. Of what ``is_private`` only ids and fields are told, no words around it.
    """
    root = source.root if source else None
    path = PurePosixPath(place.file)
    if source is None or root is None or not path.is_relative_to(folder):
        word = source.said_at(place.span) if source and source.has_exact_places else ""
        is_told = word and "\n" not in word and not is_private
        return f"{place.file}/{_short(word)}" if is_told else place.file
    below = path.relative_to(folder)
    home = PurePosixPath(below.parts[0]).stem
    if isinstance(root, Mapping) and len(below.parts) > 1:
        home = f"{home}/{_of(root, 'id') or path.stem}"
    return "/".join((home, *_way(root, place.span, is_private=is_private)))


def _way(root: Node, span: Span, *, is_private: bool) -> list[str]:
    """Give the fields and names from the innermost id down to a stretch."""
    way: list[str] = []
    node: Node | None = root
    while node is not None and node.span != span:
        if isinstance(node, Mapping):
            node = _field(node, span, way)
        elif isinstance(node, Sequence):
            node = _entry(node, span, way, is_private=is_private)
        else:
            node = None
    if way and way[-1] in CALLED[:3]:
        way.pop()
    return way


def _field(node: Mapping, span: Span, way: list[str]) -> Node | None:
    for key, value in node.entries:
        if _holds(key.span, span):
            way.append(_discreet(key.text))
            return None
        if _holds(value.span, span):
            way.append(_discreet(key.text))
            return value
    return None


def _entry(node: Sequence, span: Span, way: list[str], *, is_private: bool) -> Node | None:
    for item in node.items:
        if _holds(item.span, span):
            if id_ := _of(item, "id"):
                way[:] = [_discreet(id_)]
            elif not is_private:
                way.append(_called(item))
            return item
    return None


def _called(node: Node) -> str:
    """Give a word for what has no id: its title, else its first text; nothing for a list."""
    if isinstance(node, Mapping):
        texts = [value.text for _, value in node.entries if isinstance(value, Scalar)]
        said = next((text for field in CALLED if (text := _of(node, field))), "")
        return _short(said or next(iter(texts), ""))
    return _short(node.text) if isinstance(node, Scalar) else ""


def _of(node: Node, field: str) -> str:
    if not isinstance(node, Mapping):
        return ""
    values = (value for key, value in node.entries if key.text == field)
    return next((value.text for value in values if isinstance(value, Scalar)), "")


def _short(text: str) -> str:
    """Shorten a text to a word; signs that no alphabet has stay as they are."""
    text = _discreet(text)
    return slugify(text, max_length=_LONGEST) or text[:_LONGEST]


def _discreet(text: str) -> str:
    """Leave out what gives somebody away: reports and baselines hold what this says."""
    if not _MAY_GIVE_AWAY.search(text):
        return text
    # Here, because its patterns take 25 ms to set up and most words need none of them.
    from mkdocs_journeys.catalog.personal_data import masked

    return masked(text)


def _holds(outer: Span, inner: Span) -> bool:
    return outer[:2] <= inner[:2] and inner[2:] <= outer[2:]
