"""What our style sheet makes of a drawing, worked out for programs that never see the style sheet.

A drawing in a page has classes and no colour. Taken out of the page it needs every colour and
measure as an attribute of its own: a ``<style>`` inside would be ignored by half of the programs
that open SVG, custom properties by nearly all, and a strict policy on content blocks both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple
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

_NOTHING: Mapping[str, str] = MappingProxyType({})


class Path(NamedTuple):
    """An element by its tag and its classes, and those of everything around it."""

    tag: str
    classes: str
    outer: Path | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Found:
    """What rules say of an element: its attributes, and the custom properties it hands down."""

    attributes: Mapping[str, str]
    custom: Mapping[str, str]


class Look:
    """The style sheet in light colours, for one element after the other.

    Knows rules outside of ``@media`` that hold at rest, which are those of a wide screen; rules
    that it cannot apply (``calc()``, states, other properties than ``KEPT``) count as not there.
    """

    def __init__(self, palette: Palette, *, is_right_to_left: bool = False) -> None:
        """Read the style sheet of a palette."""
        self._matcher = cssselect2.Matcher()
        self._found: dict[Path, _Found] = {}
        self._direction = "rtl" if is_right_to_left else "ltr"
        for rule in tinycss2.parse_stylesheet(
            sheet_of(palette), skip_whitespace=True, skip_comments=True
        ):
            if rule.type == "qualified-rule":
                self._add(rule)

    def attributes(self, path: Path) -> Mapping[str, str]:
        """Give the attributes that stand in for the rules that hold for an element, by name.

        What it inherits is not among them.
        """
        return self._of(path).attributes

    def colour(self, token: str) -> str:
        """Give the colour of a token of the palette."""
        return self._of(_surroundings()).custom[f"--jm-{token}"]

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

    def _of(self, path: Path) -> _Found:
        if path not in self._found:
            self._found[path] = self._work_out(path)
        return self._found[path]

    def _work_out(self, path: Path) -> _Found:
        inherited = self._of(path.outer).custom if path.outer else _NOTHING
        declared: dict[str, str] = {}
        for *_, found in self._matcher.match(self._element(path)):
            declared.update(found)
        own = {name: value for name, value in declared.items() if name.startswith("--")}
        custom = MappingProxyType({**inherited, **own}) if own else inherited
        attributes = {
            name: value
            for name in sorted(declared.keys() - own.keys())
            if (value := _plain(name, declared[name], custom)) is not None
        }
        return _Found(attributes=MappingProxyType(attributes), custom=custom)

    def _element(self, path: Path) -> cssselect2.ElementWrapper:
        first, *rest = reversed(tuple(_outwards(path)))
        root = element = Element(first.tag, {"dir": self._direction})
        for one in rest:
            element = SubElement(element, one.tag, {"class": one.classes} if one.classes else {})
        wrapped = cssselect2.ElementWrapper.from_html_root(root)
        return list(wrapped.iter_subtree())[-1]


def sheet_of(palette: Palette) -> str:
    """Give the style sheet of the site, with the rules of drawings that no page shows."""
    alone = sorted((ASSETS / "taken").glob("*.css"))
    return "".join([stylesheet(palette), *(file.read_text(encoding="utf-8") for file in alone)])


def in_page(tag: str, classes: str) -> Path:
    """Give the path of a drawing's own element in a page of ours."""
    return Path(tag, classes, _surroundings())


def _surroundings() -> Path:
    outer = None
    for tag, classes in _AROUND:
        outer = Path(tag, classes, outer)
    assert outer is not None
    return outer


def _outwards(path: Path) -> Iterator[Path]:
    one: Path | None = path
    while one is not None:
        yield one
        one = one.outer


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
