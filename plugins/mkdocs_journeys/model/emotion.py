"""How the customer feels at a step, with the reason."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator

from mkdocs_journeys.model.fields import Line, Text, Thing, WhoRef, says
from mkdocs_journeys.model.numbers import read_number, unreadable
from mkdocs_journeys.model.values import Between, Number

SCALE = Between(-2, 2)


def _on_the_scale(number: Number) -> Number:
    if not SCALE.ge <= number.value <= SCALE.le:
        raise unreadable(
            f"the score {number.text} is outside -2 (very negative) to 2 (very positive)",
            "Write a number from -2 to 2; from a scale of 1 to 5 take 3 away.",
        )
    return number


Score = Annotated[Number, SCALE, AfterValidator(_on_the_scale)]


class Emotion(Thing):
    """How somebody feels: a score, words, or both; whose and when, where that differs."""

    noun = "emotion"
    text_field = "words"

    who: WhoRef | None = says("Whose feeling it is; without it, that of all personas of the map.")
    when: Line | None = says("In which case, where one step feels different in several.")
    score: Score | None = says(
        "From -2 (very negative) to 2 (very positive); decimals are welcome.", also=("value",)
    )
    words: tuple[Line, ...] = says(
        "What the feeling is called, for example `ignored`.", default=(), one="word"
    )
    because: Text | None = says("What set it off.", also=("trigger", "reason", "why"))

    @classmethod
    def from_text(cls, text: str) -> dict[str, str]:
        """Take a number as the score and anything else as a word for the feeling."""
        try:
            read_number(text)
        except ValueError:
            return {"words": text}
        return {"score": text}
