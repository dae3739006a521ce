"""Every colour of the published site, and the proof that it can be read.

The only file with a colour: style sheets, drawings and templates use the names below as CSS custom
properties (``--jm-ink``, ``--jm-emo-n2`` …). Feelings run from vermilion to blue, not from red to
green, so that readers with any kind of colour vision tell them apart; see the ratios in ``PAIRS``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, NamedTuple

from mkdocs_journeys.contrast import NON_TEXT, TEXT, channels, contrast

FEELINGS = ("n2", "n1", "0", "p1", "p2")
"""The tokens of a feeling, from -2 (very negative) to 2 (very positive)."""

FAMILIES = ("digital", "human", "physical", "outside")
"""The families of channels that have a hue; a channel without a family is drawn in ``ink-3``."""

LIGHT: Mapping[str, str] = MappingProxyType(
    {
        "canvas": "#FFFFFF",
        "surface": "#F7F8FA",
        "surface-2": "#EDF0F4",
        "raised": "#FFFFFF",
        "line": "#D3D9E1",
        "line-strong": "#768291",
        "ink": "#17202B",
        "ink-2": "#414D5C",
        "ink-3": "#586473",
        "accent": "#463BB8",
        "accent-soft": "#ECEBFB",
        "focus": "#463BB8",
        "mot": "#17202B",
        "mot-ink": "#FFFFFF",
        "header": "#FFFFFF",
        "header-ink": "#17202B",
        "emo-n2": "#A3230A",
        "emo-n1": "#9A5B00",
        "emo-0": "#5F6166",
        "emo-p1": "#1A6FB5",
        "emo-p2": "#0B3F8F",
        "emo-n2-soft": "#FBE4DC",
        "emo-n1-soft": "#FDF0DC",
        "emo-0-soft": "#EEEFF1",
        "emo-p1-soft": "#E6F1FB",
        "emo-p2-soft": "#D9E5FA",
        "ch-digital": "#4A3FC0",
        "ch-human": "#B32B74",
        "ch-physical": "#6E5C00",
        "ch-outside": "#26303C",
        "ch-digital-soft": "#ECEBFB",
        "ch-human-soft": "#FAE9F3",
        "ch-physical-soft": "#F6F1D8",
        "ch-outside-soft": "#EEF1F4",
    }
)
"""Token to colour on light ground; also what is printed."""

DARK: Mapping[str, str] = MappingProxyType(
    {
        "canvas": "#11161D",
        "surface": "#171E27",
        "surface-2": "#212A36",
        "raised": "#1A222C",
        "line": "#34404F",
        "line-strong": "#7C8A9B",
        "ink": "#ECF0F5",
        "ink-2": "#C2CBD6",
        "ink-3": "#A3AFBD",
        "accent": "#B1ACFF",
        "accent-soft": "#2A2852",
        "focus": "#B1ACFF",
        "mot": "#F2F5F9",
        "mot-ink": "#11161D",
        "header": "#11161D",
        "header-ink": "#ECF0F5",
        "emo-n2": "#FF8A66",
        "emo-n1": "#F5C06B",
        "emo-0": "#B4B6BA",
        "emo-p1": "#9CCBF5",
        "emo-p2": "#5FA8FF",
        "emo-n2-soft": "#451D15",
        "emo-n1-soft": "#3A2C14",
        "emo-0-soft": "#2B2F36",
        "emo-p1-soft": "#18303F",
        "emo-p2-soft": "#122B52",
        "ch-digital": "#A9A4FF",
        "ch-human": "#F283C0",
        "ch-physical": "#DCC95C",
        "ch-outside": "#EDF1F6",
        "ch-digital-soft": "#2A2852",
        "ch-human-soft": "#40213A",
        "ch-physical-soft": "#363010",
        "ch-outside-soft": "#28323E",
    }
)
"""The same tokens on dark ground, on screens only."""

REVIEW: Mapping[str, str] = MappingProxyType(
    {
        "ink": "#17202B",
        "added": "#1A7F37",
        "added-soft": "#DAFBE1",
        "removed": "#CF222E",
        "removed-soft": "#FFEBE9",
        "changed": "#9A6700",
        "changed-soft": "#FFF3B8",
        "was": "#768291",
        "now": "#1A6FB5",
    }
)
"""What a review on a forge is drawn in: its pages know no custom properties, light or dark."""


class Pair(NamedTuple):
    """Two tokens that meet on the page, and the least ratio between them."""

    front: str
    ground: str
    least: float


def _pairs() -> Iterator[Pair]:
    for ink in ("ink", "ink-2", "ink-3"):
        for ground in ("canvas", "surface", "surface-2", "raised"):
            yield Pair(ink, ground, TEXT)
    for feeling in FEELINGS:
        soft = f"emo-{feeling}-soft"
        for ground in ("canvas", "surface", "raised", soft):
            yield Pair(f"emo-{feeling}", ground, TEXT)
        yield Pair("ink", soft, TEXT)
        yield Pair("ink-2", soft, TEXT)
    for family in FAMILIES:
        soft = f"ch-{family}-soft"
        for ground in ("canvas", "surface", "raised", soft):
            yield Pair(f"ch-{family}", ground, TEXT)
        yield Pair("ink", soft, TEXT)
        yield Pair("ink-3", soft, TEXT)
    for ground in ("canvas", "surface", "surface-2", "raised", "accent-soft"):
        yield Pair("accent", ground, TEXT)
    for ink in ("ink", "ink-2", "ink-3"):
        yield Pair(ink, "accent-soft", TEXT)
    yield Pair("canvas", "accent", TEXT)
    yield Pair("accent", "emo-n2-soft", TEXT)
    yield Pair("mot-ink", "mot", TEXT)
    yield Pair("header-ink", "header", TEXT)
    for ground in ("canvas", "surface", "surface-2"):
        yield Pair("line-strong", ground, NON_TEXT)
        yield Pair("focus", ground, NON_TEXT)


PAIRS: tuple[Pair, ...] = tuple(_pairs())
"""Every pair of tokens that meets on a page; a style that makes a new pair adds it here."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Palette:
    """The colours of one handbook, token to ``#RRGGBB``, for both schemes."""

    light: Mapping[str, str]
    dark: Mapping[str, str]


OURS = Palette(light=LIGHT, dark=DARK)
"""The palette of a handbook that asks for no other colours."""


def too_faint(palette: Palette) -> tuple[tuple[Literal["light", "dark"], Pair, float], ...]:
    """The pairs below their least ratio, with scheme and ratio; empty when all can be read."""
    schemes: tuple[tuple[Literal["light", "dark"], Mapping[str, str]], ...] = (
        ("light", palette.light),
        ("dark", palette.dark),
    )
    return tuple(
        (scheme, pair, ratio)
        for scheme, colours in schemes
        for pair in PAIRS
        if (ratio := contrast(colours[pair.front], colours[pair.ground])) < pair.least
    )


def with_colours(wanted: Mapping[str, str]) -> Palette:
    """The palette with a company's own colours, each as ``#RRGGBB``, by what they are for.

    ``accent`` is for links and controls, ``header`` the bar at the top, and the families of
    channels go by their names. Where one cannot be read on our grounds, the nearest shade towards
    ink stands in (dark ground: towards white), so the result has no pair that is too faint; the bar
    keeps its colour and gets an ink that can be read. Feelings and moments of truth keep their
    colours: they carry meaning.
    """
    light, dark = LIGHT, DARK
    for use, colour in wanted.items():
        if not _HEX.fullmatch(colour):
            message = f"A colour is written as #RRGGBB, not {colour!r}"
            raise ValueError(message)
        if colour.upper() == LIGHT[_TOKENS[use][0]]:
            continue  # ours, and ours has its own shade on dark ground
        light = _with(light, use, colour.upper(), towards="#000000", softness=0.1)
        dark = _with(dark, use, colour.upper(), towards="#FFFFFF", softness=0.18)
    return Palette(light=light, dark=dark)


def readable(use: str, colour: str) -> str:
    """The colour itself where it can be read on light ground, else the nearest shade that can."""
    return with_colours({use: colour}).light[_TOKENS[use][0]]


def ground_ratio(colour: str) -> float:
    """The contrast of a colour on the lightest ground of our pages, from 1 to 21."""
    return contrast(colour, LIGHT["canvas"])


def custom_properties(palette: Palette = OURS) -> str:
    """The CSS text that gives every token its colour, for both schemes.

    Dark stands inside ``@media screen``: paper is always light, as the theme does it too.
    """
    return (
        f":root,[data-md-color-scheme=default]{{color-scheme:light;{_declared(palette.light)}}}\n"
        "@media screen{[data-md-color-scheme=slate]"
        f"{{color-scheme:dark;{_declared(palette.dark)}}}}}\n"
    )


_HEX = re.compile(r"#[0-9A-Fa-f]{6}")


def _declared(colours: Mapping[str, str]) -> str:
    return ";".join(f"--jm-{token}:{colour}" for token, colour in colours.items())


def _mixed(colour: str, other: str, share: float) -> str:
    mixed = (
        round(one * (1 - share) + two * share)
        for one, two in zip(channels(colour), channels(other), strict=True)
    )
    return "#" + "".join(f"{channel:02X}" for channel in mixed)


_TOKENS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "accent": ("accent", "focus", "accent-soft"),
        "header": ("header", "header-ink"),
        **{family: (f"ch-{family}", f"ch-{family}-soft") for family in FAMILIES},
    }
)
"""What a company may colour, and the tokens that follow from it: itself first."""


def _with(
    colours: Mapping[str, str], use: str, wanted: str, *, towards: str, softness: float
) -> Mapping[str, str]:
    tokens = _TOKENS[use]
    pairs = [pair for pair in PAIRS if set(tokens) & set(pair)]
    for step in range(51):
        shade = _mixed(wanted, towards, step / 50)
        told = {
            token: _mixed(colours["canvas"], shade, softness)
            if token.endswith("-soft")
            else _ink_on(shade)
            if token.endswith("-ink")
            else shade
            for token in tokens
        }
        tried = {**colours, **told}
        if all(contrast(tried[pair.front], tried[pair.ground]) >= pair.least for pair in pairs):
            return MappingProxyType(tried)
    return colours


def _ink_on(ground: str) -> str:
    """The first of our inks that can be read there; one of black and white always can."""
    inks = (LIGHT["ink"], "#FFFFFF", "#000000")
    return next(ink for ink in inks if contrast(ink, ground) >= TEXT)
