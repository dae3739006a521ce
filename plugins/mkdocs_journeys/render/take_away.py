"""A drawing of a page as a file of its own, for slides, posters and mails.

It needs nothing but itself: its colours are attributes, its icons and gradients are inside, and
its links lead to the published site, or nowhere where nobody said where that is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from html import escape
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from mkdocs_journeys.render.look import Look, Path, in_page
from mkdocs_journeys.render.shapes import point

FONTS = "system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans', Arial, sans-serif"
MARGIN = 16.0
"""What stands around a drawing, in its own units: some reach a little beyond their box."""

_SVG = "http://www.w3.org/2000/svg"
_XLINK = "http://www.w3.org/1999/xlink"
_XLINK_HREF = f"{{{_XLINK}}}href"

_NAMESPACES = re.compile(r'\sxmlns(:\w+)?="[^"]*"')
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_IN_PAGE_ONLY = frozenset(("class", "style", "focusable", "tabindex"))
_DEFINED_ELSEWHERE = ("jm-g-", "jm-i-")
"""How the ids of gradients and icons begin; they are the same in every drawing."""

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
    _name_anew(root)
    _lead_outside(root, address)
    _dress(root, in_page("svg", root.get("class", "")), look)
    _frame(root, box, look)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{"".join(_written(root))}\n'


def _parsed(text: str) -> Element:
    bare = _NAMESPACES.sub("", _NOT_XML.sub("", text), count=2)
    start, end = re.match(r"\s*<(\w+)", bare), f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"'
    if start is None:
        raise ValueError("There is no drawing.")
    try:
        return ElementTree.fromstring(f"{bare[: start.end()]}{end}{bare[start.end() :]}")
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


def _name_anew(root: Element) -> None:
    """Number the ids: those of a page depend on what else is drawn there."""
    ids = (one.get("id", "") for one in root.iter())
    own = (id_ for id_ in ids if id_ and not id_.startswith(_DEFINED_ELSEWHERE))
    names = {id_: f"p{number}" for number, id_ in enumerate(own, start=1)}
    for one in root.iter():
        for name, value in list(one.attrib.items()):
            if name == "id":
                one.set(name, names.get(value, value))
            elif name in ("aria-labelledby", "aria-describedby"):
                one.set(name, " ".join(names.get(old, old) for old in value.split()))
            elif name == _XLINK_HREF and value[1:] in names and one.tag != f"{{{_SVG}}}a":
                one.set(name, f"#{names[value[1:]]}")
            elif "url(#" in value:
                one.set(name, _PLACE.sub(lambda f: f"url(#{names.get(f[1], f[1])})", value))


def _lead_outside(root: Element, address: Callable[[str], str | None]) -> None:
    for one in root.iter(f"{{{_SVG}}}a"):
        outside = address(one.attrib.pop(_XLINK_HREF, ""))
        if outside is not None:
            one.set(_XLINK_HREF, outside)
            continue
        one.tag = f"{{{_SVG}}}g"
        if one.get("aria-label"):
            one.set("role", "img")


def _dress(element: Element, path: Path, look: Look) -> None:
    """Put what the style sheet says into attributes, for an element and all inside it."""
    for name, value in look.attributes(path).items():
        element.set(name, value)
    for name in [one for one in element.attrib if _is_of_page(one)]:
        del element.attrib[name]
    for child in list(element):
        inside = Path(child.tag.rpartition("}")[2], child.get("class", ""), path)
        if look.attributes(inside).get("display") == "none":
            element.remove(child)
        else:
            _dress(child, inside, look)


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


def _written(element: Element, *, is_first: bool = True) -> list[str]:
    tag = element.tag.rpartition("}")[2]
    spaces = f' xmlns="{_SVG}" xmlns:xlink="{_XLINK}"' if is_first else ""
    attributes = "".join(
        f' {"xlink:href" if name == _XLINK_HREF else name}="{escape(value)}"'
        for name, value in element.attrib.items()
    )
    if not len(element) and not element.text:
        return [f"<{tag}{spaces}{attributes}/>"]
    parts = [f"<{tag}{spaces}{attributes}>", escape(element.text or "", quote=False)]
    for child in element:
        parts += _written(child, is_first=False)
        parts.append(escape(child.tail or "", quote=False))
    parts.append(f"</{tag}>")
    return parts
