"""A drawing of a page as a file of its own, for slides, posters and mails.

It needs nothing but itself: its colours are attributes, its icons and gradients are inside, and
its links lead to the published site, or nowhere where nobody said where that is.

A site has thousands of drawings, and most of their elements are written alike: each tag is dressed
once and then known. So drawings are read as text, tag by tag, and never become trees.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape, unescape
from typing import NamedTuple

from mkdocs_journeys.render.look import Dressed, Look
from mkdocs_journeys.render.shapes import point

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
MARGIN = 16.0
"""What stands around a drawing, in its own units: some reach a little beyond their box."""

MOST_TAGS = 20_000
"""How many tags are remembered at the most, about ten megabytes."""

_SPACES = ' xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
_HREF = "xlink:href"

_TAG = re.compile(r'<(/?)([A-Za-z][\w.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(/?)>')
_ATTRIBUTE = re.compile(r'([\w:.-]+)="([^"]*)"')
_ITS_OWN = re.compile(r'\s(?:id|aria-labelledby|aria-describedby)=|\sxlink:href="(?!#jm-)|url\(#')
"""A tag that is not dressed like every other one with the same letters: it names or leads."""

_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_PAGE_ONLY = frozenset(("class", "style", "focusable", "tabindex", "xmlns", "xmlns:xlink"))
_DEFINED_ELSEWHERE = ("jm-g-", "jm-i-")
"""How the ids of gradients and icons begin; they are the same in every drawing."""

_FRAMED = frozenset(("color", "display", "font-family", "height", "viewBox", "width"))
"""Of the whole drawing, these are as its frame has them."""

_ID = re.compile(r'\sid="([^"]*)"')
_PLACE = re.compile(r"url\(#([^)]+)\)")
_CURVES = re.compile(r"\bjm-(?:cv|area)\b")
_GRADIENT = re.compile(r"<linearGradient.*?</linearGradient>")


class Dresser:
    """Makes files of drawings that all have the same looks. Remembers how tags are written."""

    def __init__(self, look: Look) -> None:
        """Take the looks of the site."""
        self._look = look
        self._tags: Tags = {}

    def standing_alone(
        self, svg: str, *, symbols: str, address: Callable[[str], str | None]
    ) -> str:
        """Give an inline ``<svg>`` as the text of a file that any viewer shows as the page does.

        ``symbols`` are the definitions of icons that it refers to and of gradients, ``address``
        turns a link of the page into one that works from anywhere, or None. Light colours on light
        ground, whatever the viewer's scheme. Raises ValueError when it is no well-formed drawing
        with a view box.
        """
        if len(self._tags) > MOST_TAGS:
            self._tags.clear()
        svg = _NOT_XML.sub("", svg) if not svg.isprintable() else svg
        # The curve's gradients are named in the style sheet, not in the drawing.
        defined = symbols if _CURVES.search(svg) else _GRADIENT.sub("", symbols)
        names = (id_ for id_ in _ID.findall(svg) if not id_.startswith(_DEFINED_ELSEWHERE))
        numbered = {id_: f"p{number}" for number, id_ in enumerate(names, start=1)}
        written = _Writing(self._look, self._tags, numbered, address).drawing(svg, defined)
        return f'<?xml version="1.0" encoding="UTF-8"?>\n{written}\n'


class _Open(NamedTuple):
    """An element that has begun: what it is called in the page and here, and how it is dressed."""

    tag: str
    here: str
    dressed: Dressed


Tags = dict[tuple[Dressed, str], tuple[_Open, str]]
"""How tags are written here, by where they stand and how they are written in the page."""


class _Writing:
    """Writes one drawing as it stands alone."""

    def __init__(
        self,
        look: Look,
        tags: Tags,
        names: Mapping[str, str],
        address: Callable[[str], str | None],
    ) -> None:
        self._look = look
        self._tags = tags
        self._names = names
        self._address = address

    def drawing(self, svg: str, symbols: str) -> str:
        root = _TAG.match(svg.lstrip())
        if root is None or root[2] != "svg":
            raise ValueError("There is no drawing.")
        own = dict(_ATTRIBUTE.findall(root[3]))
        dressed = self._look.in_page("svg", own.get("class", ""))
        box = _view_box(own)
        inside = svg.lstrip()[root.end() :]
        if not inside.rstrip().endswith("</svg>"):
            raise ValueError("A drawing does not end.")
        body = self._inside(inside.rstrip()[: -len("</svg>")], _Open("svg", "svg", dressed))
        about, rest = _told_first(body)
        label = own.get("aria-label")
        title = f"<title>{label}</title>" if label and "<title" not in about else ""
        within = _Open("defs", "defs", dressed.inside("defs", ""))
        defs = f"<defs>{self._inside(symbols, within)}</defs>" if symbols else ""
        attributes = self._attributes("svg", own, dressed, without=_FRAMED)
        frame, ground = _frame(box, self._look)
        return f"<svg{_SPACES}{attributes}{frame}>{title}{defs}{about}{ground}{rest}</svg>"

    def _inside(self, text: str, around: _Open) -> str:
        """Write what stands inside of an element."""
        parts: list[str] = []
        still_open = [around]
        hidden = 0  # how many elements have begun since one that is not shown
        at = 0
        for tag in _TAG.finditer(text):
            words = text[at : tag.start()]
            if "<" in words:
                break
            at = tag.end()
            if not hidden:
                parts.append(words)
            if tag[1]:
                if hidden:
                    hidden -= 1
                    continue
                ended = still_open.pop()
                if ended.tag != tag[2] or not still_open:
                    break
                parts.append(f"</{ended.here}>")
            elif hidden:
                hidden += not tag[4]
            else:
                begun, written = self._begun(tag, still_open[-1].dressed)
                if begun.dressed.attributes.get("display") == "none":
                    hidden = not tag[4]
                    continue
                parts.append(written)
                if not tag[4]:
                    still_open.append(begun)
        rest = text[at:]
        if still_open != [around] or "<" in rest or hidden:
            raise ValueError("A drawing is no XML.")
        return "".join((*parts, rest))

    def _begun(self, tag: re.Match[str], around: Dressed) -> tuple[_Open, str]:
        """Give an element that begins, and its tag as it is written here."""
        if _ITS_OWN.search(tag[0]):
            return self._dressed(tag, around)
        asked = (around, tag[0])
        if asked not in self._tags:
            self._tags[asked] = self._dressed(tag, around)
        return self._tags[asked]

    def _dressed(self, tag: re.Match[str], around: Dressed) -> tuple[_Open, str]:
        own = dict(_ATTRIBUTE.findall(tag[3]))
        inside = around.inside(tag[2], own.get("class", ""))
        here = tag[2]
        if here == "a":
            here, own = self._led_outside(own)
        attributes = self._attributes(here, own, inside)
        return _Open(tag[2], here, inside), f"<{here}{attributes}{tag[4]}>"

    def _attributes(
        self,
        tag: str,
        own: Mapping[str, str],
        dressed: Dressed,
        without: frozenset[str] = frozenset(),
    ) -> str:
        given = dressed.attributes
        kept = (
            f' {name}="{self._anew(name, value, tag)}"'
            for name, value in own.items()
            if name not in given and name not in without and not _is_of_page(name)
        )
        looks = (
            f' {name}="{escape(value)}"' for name, value in given.items() if name not in without
        )
        return "".join((*kept, *looks))

    def _led_outside(self, own: Mapping[str, str]) -> tuple[str, dict[str, str]]:
        """Give a link as one that works anywhere, or as a group where there is none."""
        outside = self._address(unescape(own.get(_HREF, "")))
        if outside is not None:
            return "a", {**own, _HREF: escape(outside)}
        rest = {name: value for name, value in own.items() if name != _HREF}
        return "g", {**rest, "role": "img"} if rest.get("aria-label") else rest

    def _anew(self, name: str, value: str, tag: str) -> str:
        """Give the value of an attribute with ids as they are called here."""
        names = self._names
        if name == "id":
            return names.get(value, value)
        if name in ("aria-labelledby", "aria-describedby"):
            return " ".join(names.get(old, old) for old in value.split())
        if name == _HREF and value[1:] in names and tag != "a":
            return f"#{names[value[1:]]}"
        if "url(#" in value:
            return _PLACE.sub(lambda found: f"url(#{names.get(found[1], found[1])})", value)
        return value


def _is_of_page(name: str) -> bool:
    return name in _IN_PAGE_ONLY or (name.startswith("data-") and name != "data-step")


def _view_box(own: Mapping[str, str]) -> tuple[float, float, float, float]:
    numbers = own.get("viewBox", "").replace(",", " ").split()
    if len(numbers) != 4:
        raise ValueError("A drawing has no view box.")
    left, top, width, height = map(float, numbers)
    return left, top, width, height


_ABOUT = re.compile(r"(?:\s*<(title|desc)\b[^>]*>[^<]*</\1>)*")


def _told_first(body: str) -> tuple[str, str]:
    """Give the title and the description that a drawing begins with, and the rest."""
    about = _ABOUT.match(body)
    end = about.end() if about else 0
    return body[:end], body[end:]


def _frame(box: tuple[float, float, float, float], look: Look) -> tuple[str, str]:
    """Give the attributes and the ground of a drawing: a margin, a size and fonts of its own."""
    left, top, width, height = box
    left, top, width, height = left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN
    size = f' width="{point(width)}" height="{point(height)}"'
    frame = (
        f' viewBox="{" ".join(map(point, (left, top, width, height)))}"{size}'
        f' font-family="{escape(FONTS)}" color="{look.colour("ink")}"'
    )
    place = f' x="{point(left)}" y="{point(top)}"'
    return frame, f'<rect{place}{size} fill="{look.colour("canvas")}"/>'
