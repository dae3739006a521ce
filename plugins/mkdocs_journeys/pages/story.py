"""A journey told step by step: what its matrix and its story in words are made of."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.fixes import opportunities_at
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.catalog.ways import numbers_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.pages.link import mentioned
from mkdocs_journeys.pages.map_facts import MomentFact, OpportunityFact, PainFact, QuoteFact
from mkdocs_journeys.pages.map_of import opportunity_fact
from mkdocs_journeys.pages.part import ChannelFacts, channel_of


@dataclass(frozen=True, slots=True, kw_only=True)
class FeltFact:
    """One feeling: ``who`` is empty for that of all who travel; score from -2 to 2, or None."""

    who: str
    word: str
    score: float | None
    because: str
    is_assumption: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldPart:
    """One step, or a whole stage: then ``step`` and ``number`` are empty.

    ``does`` is prose: what the customer does, else what happens. ``is_unseen``: on the company's
    side. ``is_assumption``: nobody has shown it.
    """

    step: str
    number: str
    title: str
    to: Key
    channels: tuple[ChannelFacts, ...]
    is_unseen: bool
    does: str
    thoughts: tuple[str, ...]
    felt: tuple[FeltFact, ...]
    moment: MomentFact | None
    pain_points: tuple[PainFact, ...]
    opportunities: tuple[OpportunityFact, ...]
    quotes: tuple[QuoteFact, ...]
    is_assumption: bool

    @property
    def score(self) -> float | None:
        """Give the mean of its scores, from -2 to 2, or None without any."""
        scores = [one.score for one in self.felt if one.score is not None]
        return fmean(scores) if scores else None


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldStage:
    """A stage with its steps; ``whole`` is what it says of itself, None beside its steps."""

    number: str
    title: str
    to: Key
    customer_goal: str
    whole: ToldPart | None
    steps: tuple[ToldPart, ...]

    @property
    def parts(self) -> tuple[ToldPart, ...]:
        """Give its steps, or the stage itself where it has none."""
        return self.steps or ((self.whole,) if self.whole else ())


def story_of(catalog: Catalog, journey: Journey) -> tuple[ToldStage, ...]:
    """Give a journey stage by stage, each with its steps in order."""
    numbers = numbers_of(journey)
    return tuple(
        ToldStage(
            number=str(number),
            title=stage.title,
            to=inner_key("stage", journey, stage.id),
            customer_goal=stage.customer_goal or "",
            whole=None if stage.steps else _told(catalog, journey, stage, stage, ""),
            steps=tuple(
                _told(catalog, journey, stage, step, str(numbers[step.id])) for step in stage.steps
            ),
        )
        for number, stage in enumerate(journey.stages, 1)
    )


def _told(
    catalog: Catalog, journey: Journey, stage: Stage, part: Experience, number: str
) -> ToldPart:
    key = inner_key("stage" if part is stage else "step", journey, part.id)
    moment = part.moment_of_truth
    return ToldPart(
        step="" if part is stage else part.id,
        number=number,
        title=part.title,
        to=key,
        channels=tuple(channel_of(catalog, ref) for ref in channels_of(catalog, part)),
        is_unseen=part.side == "company",
        does=part.action or part.summary or "",
        thoughts=tuple(thought.text for thought in part.thoughts),
        felt=tuple(_felt(catalog, part)),
        moment=(
            MomentFact(question=moment.question or "", handling=moment.handling or "unrated")
            if moment
            else None
        ),
        pain_points=tuple(
            PainFact(
                title=pain.title,
                severity=pain.severity.word if pain.severity else "",
                is_assumption=not pain.evidence,
            )
            for pain in part.pain_points
        ),
        opportunities=tuple(_opportunities(catalog, journey, key, part)),
        quotes=tuple(
            QuoteFact(text=quote.text, said_by=quote.said_by or "", lang=quote.lang or "")
            for quote in part.quotes
        ),
        is_assumption=not part.evidence,
    )


def _felt(catalog: Catalog, part: Experience) -> Iterator[FeltFact]:
    for emotion in part.emotion:
        yield FeltFact(
            who=mentioned(catalog, emotion.who).text if emotion.who else "",
            word=", ".join(emotion.words),
            score=emotion.score.value if emotion.score else None,
            because=emotion.because or "",
            is_assumption=not emotion.evidence,
        )


def _opportunities(
    catalog: Catalog, journey: Journey, key: Key, part: Experience
) -> Iterator[OpportunityFact]:
    """Give what could be done here: what the registry has first, then what was only written."""
    for found in opportunities_at(catalog, journey, key, part):
        yield opportunity_fact(catalog, found)
    refs = [ref for pain in part.pain_points for ref in pain.opportunities]
    labels = {ref.text: None for ref in refs if catalog.meant(ref) is None}
    for use in part.opportunities:
        if catalog.meant(use.opportunity) is None:
            labels[use.title or (use.opportunity.text if use.opportunity else "")] = None
    yield from (OpportunityFact(title=label) for label in labels)
