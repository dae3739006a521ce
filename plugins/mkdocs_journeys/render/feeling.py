"""How a score of emotion is shown: a face, a colour token, a word and a number."""

from __future__ import annotations

import math
from typing import NamedTuple

from mkdocs_journeys.language import gettext, later, spoken
from mkdocs_journeys.model.icon_names import FACES
from mkdocs_journeys.palette import FEELINGS

LABELS = (
    later("Very negative"),
    later("Negative"),
    later("Neutral"),
    later("Positive"),
    later("Very positive"),
)
"""The words of the scale from -2 to 2, unless the handbook has its own: those stay as they are."""


class Feeling(NamedTuple):
    """The looks of one score: ``token`` names its colours, ``icon`` its face."""

    token: str
    icon: str
    label: str
    number: str


def feeling(score: float, labels: tuple[str, ...] = LABELS) -> Feeling:
    """The nearest face of a score from -2 to 2; a half goes toward 0, so no feeling is inflated.

    ``labels`` are the five words of the scale from -2 to 2. The number is the score as it is.
    """
    level = min(2, math.ceil(abs(score) - 0.5)) * (1 if score > 0 else -1) + 2
    label = gettext(LABELS[level]) if tuple(labels) == LABELS else labels[level]
    return Feeling(FEELINGS[level], FACES[level], label, signed(score))


def signed(number: float, places: int = 2) -> str:
    """A number with its sign written out, with a true minus sign: ``+1.5``, ``−2``, ``0``.

    At most ``places`` decimals, without zeros at the end.
    """
    text = f"{abs(round(number, places)):.{places}f}"
    text = text.rstrip("0").rstrip(".") if "." in text else text
    if text == "0":
        return text
    text = text.replace(".", spoken().decimal)
    return f"+{text}" if number > 0 else f"\N{MINUS SIGN}{text}"


def score_in(text: str) -> tuple[float | None, str]:
    """Give the score that a text begins with, under any minus sign or None, and the words of it."""
    first, _, words = text.partition(" ")
    try:
        return float(first.replace("\N{MINUS SIGN}", "-")), words
    except ValueError:
        return None, text
