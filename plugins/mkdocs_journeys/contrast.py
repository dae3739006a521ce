"""How well one colour can be read on another: the formula of WCAG, and what it asks for."""

from __future__ import annotations

TEXT = 4.5
"""The least ratio of text against its ground (WCAG 2.2, 1.4.3, level AA)."""

NON_TEXT = 3.0
"""The least ratio of edges, borders and focus rings (WCAG 2.2, 1.4.11, level AA)."""


def contrast(a: str, b: str) -> float:
    """The contrast ratio of two colours, from 1 (the same) to 21 (black and white).

    Source: WCAG 2.2, definitions of contrast ratio and relative luminance,
    https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio. The order of the two does not matter.
    """
    darker, lighter = sorted((_luminance(a), _luminance(b)))
    return (lighter + 0.05) / (darker + 0.05)


def channels(colour: str) -> tuple[int, int, int]:
    """The red, green and blue of a colour written as ``#RRGGBB``, each from 0 to 255."""
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (
        # 0.04045 is sRGB's own threshold; WCAG prints 0.03928 and gives the same in 8 bits.
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in (channel / 255 for channel in channels(colour))
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
