"""How a journey feels: the curve, its mean, and where it is highest and lowest."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience, Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeling:
    """How somebody feels at one part of a journey.

    ``persona`` is None for somebody who has no line on this map; ``who`` names them then.
    ``score`` is from -2 to 2, or None where there are only words.
    """

    stage: Stage
    part: Experience
    emotion: Emotion
    persona: Key | None
    who: str = ""

    @property
    def score(self) -> float | None:
        """Give the score, or None where the author gave words only."""
        return self.emotion.score.value if self.emotion.score else None

    @property
    def word(self) -> str:
        """Give the feeling in words, or nothing."""
        return ", ".join(self.emotion.words)


def travellers(catalog: Catalog, journey: Journey) -> tuple[Key, ...]:
    """Give the personas who have a line on this map, in the journey's order."""
    keys = (catalog.meant(ref) for ref in journey.personas)
    return tuple(dict.fromkeys(key for key in keys if key and key.kind == "persona"))


def felt_parts(stage: Stage) -> tuple[Experience, ...]:
    """Give the parts of a stage that the curve runs through, in order.

    These are its steps in the customer's sight; a stage without scored steps stands for itself,
    unless it is itself on the company's side.
    """
    steps = tuple([step for step in stage.steps if step.side == "customer"])
    if not stage.emotion or stage.side != "customer":
        return steps
    scored = any(emotion.score for step in steps for emotion in step.emotion)
    return steps if scored else (stage,)


def feelings(catalog: Catalog, journey: Journey) -> Iterator[Feeling]:
    """Give all feelings of a journey, in its order.

    A feeling without ``who`` holds for every traveller, and comes once for each of them; on a
    map without personas it comes once, for nobody in particular.
    """
    lines = travellers(catalog, journey)
    for stage in journey.stages:
        for part in felt_parts(stage):
            for emotion in part.emotion:
                for persona, who in whose(catalog, emotion, lines):
                    yield Feeling(stage=stage, part=part, emotion=emotion, persona=persona, who=who)


def whose(
    catalog: Catalog, emotion: Emotion, lines: tuple[Key, ...]
) -> tuple[tuple[Key | None, str], ...]:
    """Give whose feeling it is: travellers with a line, or the name of somebody without one.

    A feeling without ``who`` is that of every traveller, and of nobody in particular (None and no
    name) on a map without personas.
    """
    if emotion.who is None:
        return tuple((persona, "") for persona in lines or (None,))
    key = catalog.meant(emotion.who)
    if key in lines:
        return ((key, ""),)
    return ((None, catalog.title(key) if key else emotion.who.text),)


def scores(catalog: Catalog, journey: Journey, persona: Key | None = None) -> tuple[float, ...]:
    """Give the scores of a journey in order: those of one persona, or of all who travel it."""
    return tuple(
        feeling.score
        for feeling in feelings(catalog, journey)
        if feeling.score is not None
        and not feeling.who
        and (persona is None or feeling.persona == persona)
    )


def scores_of_parts(catalog: Catalog, journey: Journey) -> dict[str, tuple[float, ...]]:
    """Give the scores of all who travel a journey, by the id of the part; in journey order."""
    found: dict[str, tuple[float, ...]] = {}
    for feeling in feelings(catalog, journey):
        if feeling.score is not None and not feeling.who:
            found[feeling.part.id] = (*found.get(feeling.part.id, ()), feeling.score)
    return found


def mean_emotion(catalog: Catalog, journey: Journey) -> float | None:
    """Give the mean of all scores, from -2 (very negative) to 2, or None without scores."""
    found = scores(catalog, journey)
    return fmean(found) if found else None


def lows(catalog: Catalog, journey: Journey, most: int = 3) -> tuple[Feeling, ...]:
    """Give the lowest feelings below zero, one a step, lowest first; ties in journey order."""
    return _extremes(catalog, journey, most, sign=1)


def highs(catalog: Catalog, journey: Journey, most: int = 3) -> tuple[Feeling, ...]:
    """Give the highest feelings above zero, one a step, highest first; ties in journey order."""
    return _extremes(catalog, journey, most, sign=-1)


def _extremes(catalog: Catalog, journey: Journey, most: int, sign: int) -> tuple[Feeling, ...]:
    found: dict[str, tuple[float, Feeling]] = {}
    lines = travellers(catalog, journey)
    for stage in journey.stages:
        for part in felt_parts(stage):
            for emotion in part.emotion:
                rank = emotion.score.value * sign if emotion.score else 0.0
                if rank >= 0 or (part.id in found and rank >= found[part.id][0]):
                    continue
                for persona, who in whose(catalog, emotion, lines)[:1]:
                    if not who:
                        feeling = Feeling(stage=stage, part=part, emotion=emotion, persona=persona)
                        found[part.id] = (rank, feeling)
    ranked = sorted(found.values(), key=lambda pair: pair[0])
    return tuple(feeling for _, feeling in ranked[:most])
