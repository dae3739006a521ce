"""What our style sheet makes of a drawing, worked out for programs that never see the style sheet.

A drawing in a page has classes and no colour. Taken out of the page it needs every colour and
measure as an attribute of its own: a ``<style>`` inside would be ignored by half of the programs
that open SVG, custom properties by nearly all, and a strict policy on content blocks both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from xml.etree.ElementTree import Element, SubElement

import cssselect2
import tinycss2

from mkdocs_journeys.palette import Palette
from mkdocs_journeys.render.stylesheet import ASSETS, stylesheet

KEPT = frozenset(
    (
        "color", "direction", "display", "dominant-baseline", "fill", "fill-opacity", "font-family",
        "font-size", "font-style", "font-weight", "letter-spacing", "opacity", "paint-order",
        "stop-color", "stop-opacity", "stroke", "stroke-dasharray", "stroke-dashoffset",
        "stroke-linecap", "stroke-linejoin", "stroke-opacity", "stroke-width", "text-anchor",
        "text-decoration", "vector-effect", "visibility",
    )
)  # fmt: skip
"""The properties that SVG also knows as attributes."""

_AROUND = (("html", ""), ("body", ""), ("div", "md-typeset"), ("div", "jm"))
"""What a drawing stands in, as far as our rules ask for it."""

_REM = 20
"""The theme's rem at normal widths, in pixels."""

_VARIABLE = re.compile(r"var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*))?\)")
_LENGTH = re.compile(r"(-?[\d.]+)(rem|px)\b")


class Dressed:
    """An element of a drawing where it stands, and what the rules say of it.

    Knows it by its tag and classes and by those around it, which is all that our rules ask for;
    two elements that look the same are one and the same `Dressed`.
    """

    __slots__ = ("_inside", "_look", "attributes", "classes", "custom", "outer", "tag")

    def __init__(self, look: Look, outer: Dressed | None, tag: str, classes: str) -> None:
        """Stand inside of another one, None for the root of a page."""
        self._look = look
        self._inside: dict[tuple[str, str], Dressed] = {}
        self.outer = outer
        self.tag = tag
        self.classes = classes
        declared = look.declared(self)
        own = {name: value for name, value in declared.items() if name.startswith("--")}
        inherited = outer.custom if outer else {}
        self.custom: Mapping[str, str] = {**inherited, **own} if own else inherited
        """The custom properties that hold here, by name."""
        self.attributes: Mapping[str, str] = {
            name: value
            for name in sorted(declared.keys() - own.keys())
            if (value := _plain(name, declared[name], self.custom)) is not None
        }
        """The attributes that stand in for rules, by name; not what it inherits."""

    def inside(self, tag: str, classes: str) -> Dressed:
        """Give an element that stands in this one."""
        asked = (tag, classes)
        if asked not in self._inside:
            self._inside[asked] = Dressed(self._look, self, tag, classes)
        return self._inside[asked]

    def outwards(self) -> Iterator[Dressed]:
        """Give this one and all around it, the root of the page last."""
        one: Dressed | None = self
        while one is not None:
            yield one
            one = one.outer


class Look:
    """The style sheet in light colours, for one element after the other.

    Knows rules outside of ``@media`` that hold at rest, which are those of a wide screen; rules
    that it cannot apply (``calc()``, states, other properties than ``KEPT``) count as not there.
    """

    def __init__(self, sheet: str, *, is_right_to_left: bool = False) -> None:
        """Read a style sheet; see `look_of`."""
        self._matcher = cssselect2.Matcher()
        self._direction = "rtl" if is_right_to_left else "ltr"
        for rule in tinycss2.parse_stylesheet(sheet, skip_whitespace=True, skip_comments=True):
            if rule.type == "qualified-rule":
                self._add(rule)
        (tag, classes), *inner = _AROUND
        self._around = Dressed(self, None, tag, classes)
        for tag, classes in inner:
            self._around = self._around.inside(tag, classes)

    def in_page(self, tag: str, classes: str) -> Dressed:
        """Give a drawing's own element in a page of ours."""
        return self._around.inside(tag, classes)

    def colour(self, token: str) -> str:
        """Give the colour of a token of the palette."""
        return self._around.custom[f"--jm-{token}"]

    def declared(self, one: Dressed) -> dict[str, str]:
        """Give what rules declare for an element, by property; the last one wins."""
        found: dict[str, str] = {}
        for *_, declared in self._matcher.match(self._element(one)):
            found.update(declared)
        return found

    def _add(self, rule: tinycss2.ast.QualifiedRule) -> None:
        declared = [
            (one.lower_name, tinycss2.serialize(one.value).strip())
            for one in tinycss2.parse_blocks_contents(rule.content)
            if one.type == "declaration"
            and (one.lower_name in KEPT or one.lower_name.startswith("--"))
        ]
        if not declared:
            return
        try:
            selectors = cssselect2.compile_selector_list(rule.prelude)
        except cssselect2.SelectorError:
            return  # a state or a part of the browser's own
        for selector in selectors:
            if selector.pseudo_element is None and not selector.never_matches:
                self._matcher.add_selector(selector, declared)

    def _element(self, one: Dressed) -> cssselect2.ElementWrapper:
        first, *rest = reversed(tuple(one.outwards()))
        root = element = Element(first.tag, {"dir": self._direction})
        for inner in rest:
            classes = {"class": inner.classes} if inner.classes else {}
            element = SubElement(element, inner.tag, classes)
        wrapped = cssselect2.ElementWrapper.from_html_root(root)
        return list(wrapped.iter_subtree())[-1]


def look_of(palette: Palette, *, is_right_to_left: bool = False) -> Look:
    """Give the looks of a palette; each style sheet is read once, for all builds of a process."""
    return _read(sheet_of(palette), is_right_to_left)


@lru_cache(maxsize=4)
def _read(sheet: str, is_right_to_left: bool) -> Look:
    return Look(sheet, is_right_to_left=is_right_to_left)


def sheet_of(palette: Palette) -> str:
    """Give the style sheet of the site, with the rules of drawings that no page shows."""
    alone = sorted((ASSETS / "taken").glob("*.css"))
    return "".join(
        [
            stylesheet(palette, is_review=True, is_right_to_left=True),
            *(file.read_text(encoding="utf-8") for file in alone),
        ]
    )


def _plain(name: str, value: str, custom: Mapping[str, str]) -> str | None:
    """Give a value that needs no style sheet; None where it has none, or only hands on another."""
    for _ in range(9):  # a variable may name another one
        if not _VARIABLE.search(value):
            break
        value = _VARIABLE.sub(lambda found: custom.get(found[1], found[2] or "inherit"), value)
    value = value.strip()
    if not value or "(" in value.replace("url(#", "") or value in ("inherit", "initial", "unset"):
        return None
    if name == "font-weight" and value.isdigit():
        return str(round(int(value), -2))  # fonts have hundreds, and old programs know no others
    return _LENGTH.sub(lambda length: _pixels(length[1], length[2]), value)


def _pixels(number: str, unit: str) -> str:
    return f"{float(number) * (_REM if unit == 'rem' else 1):g}"
