"""A drawing of a page as a file of its own, for slides, posters and mails.

It needs nothing but itself: its colours are attributes, its icons and gradients are inside, and
its links lead to the published site, or nowhere where nobody said where that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from mkdocs_journeys.render.look import Dressed, Look
from mkdocs_journeys.render.shapes import point

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
MARGIN = 16.0
"""What stands around a drawing, in its own units: some reach a little beyond their box."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XLINK_HREF = f"{{{_XLINK}}}href"

_HREF = "xlink:href"
_SPACES = f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"'
_OPENING = re.compile(r"\s*<(\w+)([^>]*)>")
_NAMESPACES = re.compile(r'\sxmlns(:\w+)?="[^"]*"')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_PAGE_ONLY = frozenset(("class", "style", "focusable", "tabindex"))
_DEFINED_ELSEWHERE = ("jm-g-", "jm-i-")
"""How the ids of gradients and icons begin; they are the same in every drawing."""

_FRAMED = frozenset(("color", "display", "font-family", "height", "width"))
"""Of the whole drawing, these are as its frame has them."""

_GRADIENTS = {"jm-g-line", "jm-g-area"}
_PLACE = re.compile(r"url\(#([^)]+)\)")


def standing_alone(
    svg: str, *, look: Look, symbols: str, address: Callable[[str], str | None]
) -> str:
    """Give an inline ``<svg>`` as the text of a file that any viewer shows as the page does.

    ``symbols`` are the definitions that it refers to and that stand elsewhere in the page,
    ``address`` turns a link of the page into one that works from anywhere, or None. Light colours
    on light ground, whatever the viewer's scheme. Raises ValueError when it is no well-formed
    drawing with a view box.
    """
    root = _parsed(svg)
    box = _view_box(root)
    if symbols and (used := _used_in(root)):
        defined = _parsed(f"<defs>{symbols}</defs>")
        wanted = [one for one in defined if one.get("id") in used]
        if wanted:
            definitions = Element(f"{{{_SVG}}}defs")
            definitions.extend(wanted)
            root.insert(0, definitions)
    _frame(root, box, look)
    writing = _Writing(_names(root), address)
    writing.write(root, look.in_page("svg", root.get("class", "")))
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{"".join(writing.parts)}\n'


def _parsed(text: str) -> Element:
    start = _OPENING.match(text)
    if start is None:
        raise ValueError("There is no drawing.")
    whole = f"<{start[1]}{_SPACES}{_NAMESPACES.sub('', start[2])}>{text[start.end() :]}"
    try:
        return ElementTree.fromstring(whole)
    except (ElementTree.ParseError, UnicodeEncodeError):
        pass  # hardly ever: some word has characters that no file may hold
    try:
        return ElementTree.fromstring(_NOT_XML.sub("", whole))
    except ElementTree.ParseError as error:
        raise ValueError(f"A drawing is no XML: {error}") from error


def _view_box(root: Element) -> tuple[float, float, float, float]:
    numbers = root.get("viewBox", "").replace(",", " ").split()
    if len(numbers) != 4:
        raise ValueError("A drawing has no view box.")
    left, top, width, height = map(float, numbers)
    return left, top, width, height


def _used_in(root: Element) -> set[str]:
    """Give the ids that a drawing refers to and does not have, icons and gradients mostly."""
    found = {link[1:] for one in root.iter() if (link := one.get(_XLINK_HREF, ""))[:1] == "#"}
    classes = " ".join(one.get("class", "") for one in root.iter())
    # The curve's gradients are named in the style sheet, not in the drawing.
    return found | (_GRADIENTS if re.search(r"\bjm-(cv|area)\b", classes) else set())


def _names(root: Element) -> dict[str, str]:
    """Number the ids: those of a page depend on what else is drawn there."""
    ids = (one.get("id", "") for one in root.iter())
    own = (id_ for id_ in ids if id_ and not id_.startswith(_DEFINED_ELSEWHERE))
    return {id_: f"p{number}" for number, id_ in enumerate(own, start=1)}


class _Writing:
    """Writes elements as they stand alone, in one walk: ``parts`` together are the text."""

    def __init__(self, names: Mapping[str, str], address: Callable[[str], str | None]) -> None:
        self.parts: list[str] = []
        self._names = names
        self._address = address

    def write(self, element: Element, dressed: Dressed, spaces: str = _SPACES) -> None:
        tag, own = element.tag.rpartition("}")[2], element.attrib
        if tag == "a":
            tag, own = self._led_outside(own)
        given = dressed.attributes
        if spaces:
            given = {name: value for name, value in given.items() if name not in _FRAMED}
        attributes = "".join(
            f' {_HREF if name == _XLINK_HREF else name}="{escape(self._anew(name, value, tag))}"'
            for name, value in own.items()
            if name not in given and not _is_of_page(name)
        )
        looks = "".join(f' {name}="{escape(value)}"' for name, value in given.items())
        if not len(element) and not element.text:
            self.parts.append(f"<{tag}{spaces}{attributes}{looks}/>")
            return
        text = escape(element.text or "", quote=False)
        self.parts.append(f"<{tag}{spaces}{attributes}{looks}>{text}")
        for child in element:
            inside = dressed.inside(child.tag.rpartition("}")[2], child.get("class", ""))
            if inside.attributes.get("display") != "none":
                self.write(child, inside, "")
                if child.tail:
                    self.parts.append(escape(child.tail, quote=False))
        self.parts.append(f"</{tag}>")

    def _led_outside(self, own: dict[str, str]) -> tuple[str, dict[str, str]]:
        """Give a link as one that works anywhere, or as a group where there is none."""
        outside = self._address(own.get(_XLINK_HREF, ""))
        if outside is not None:
            return "a", {**own, _XLINK_HREF: outside}
        rest = {name: value for name, value in own.items() if name != _XLINK_HREF}
        return "g", {**rest, "role": "img"} if rest.get("aria-label") else rest

    def _anew(self, name: str, value: str, tag: str) -> str:
        """Give the value of an attribute with ids as they are called here."""
        names = self._names
        if name == "id":
            return names.get(value, value)
        if name in ("aria-labelledby", "aria-describedby"):
            return " ".join(names.get(old, old) for old in value.split())
        if name == _XLINK_HREF and value[1:] in names and tag != "a":
            return f"#{names[value[1:]]}"
        if "url(#" in value:
            return _PLACE.sub(lambda found: f"url(#{names.get(found[1], found[1])})", value)
        return value


def _is_of_page(name: str) -> bool:
    return name in _IN_PAGE_ONLY or (name.startswith("data-") and name != "data-step")


def _frame(root: Element, box: tuple[float, float, float, float], look: Look) -> None:
    """Give the drawing its ground, its fonts, a margin and a size of its own."""
    left, top, width, height = box
    left, top, width, height = left - MARGIN, top - MARGIN, width + 2 * MARGIN, height + 2 * MARGIN
    for name in ("display", "width", "height"):
        root.attrib.pop(name, None)
    root.set("viewBox", " ".join(map(point, (left, top, width, height))))
    root.set("width", point(width))
    root.set("height", point(height))
    root.set("font-family", FONTS)
    root.set("color", look.colour("ink"))
    ground = Element(f"{{{_SVG}}}rect", {"x": point(left), "y": point(top)})
    ground.set("width", point(width))
    ground.set("height", point(height))
    ground.set("fill", look.colour("canvas"))
    told = [one for one in root if one.tag in (f"{{{_SVG}}}title", f"{{{_SVG}}}desc")]
    root.insert(max((list(root).index(one) for one in told), default=-1) + 1, ground)
    label = root.get("aria-label")
    if label and not any(one.tag == f"{{{_SVG}}}title" for one in root):
        title = Element(f"{{{_SVG}}}title")
        title.text = label
        root.insert(0, title)
