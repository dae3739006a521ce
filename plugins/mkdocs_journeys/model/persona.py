"""The people whom the maps are about."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.entry import Actor, Titled
from mkdocs_journeys.model.fields import (
    ChannelRef,
    Count,
    Line,
    Rank,
    SegmentRef,
    Text,
    Thing,
    Whole,
    says,
)
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.picture import Picture
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.values import Day, Money, Period


class Trait(Thing):
    """Something that is true of a persona."""

    noun = "trait"
    text_field = "title"

    title: Text = says("What is true of them.", required=True, also=("text",))


class ChannelUse(Thing):
    """How a persona likes a channel."""

    noun = "channel preference"
    text_field = "channel"

    channel: ChannelRef = says("The channel.", required=True)
    use: Literal["prefers", "likes", "uses", "reluctant", "avoids"] = says(
        "How they take to it.", default="uses"
    )


class Scale(Thing):
    """Where a persona stands between two ends."""

    noun = "scale"

    title: Line | None = says("What the scale is about.")
    low: Line | None = says("What its low end means.")
    high: Line | None = says("What its high end means.")
    value: Whole = says("From 0 (low end) to 100 (high end).", required=True, ge=0, le=100)


class Validation(Thing):
    """A check of a persona against real people."""

    noun = "validation"

    date: Day | None = says("When.")
    by: Line | None = says("Who did it.")
    method: Line | None = says("How.")
    result: Text | None = says("What came out.")
    n: Count | None = says("With how many people.")


class Persona(Actor):
    """A person made of what we know about many: one for whom a map is drawn."""

    noun = "persona"
    key_kind = "persona"
    folder = "personas"

    role: Line | None = says("What they do, in a few words.")
    image: Picture | None = says("A portrait.")
    segment: tuple[SegmentRef, ...] = says("The segment they stand for.", default=())
    share: Line | None = says("How many customers they stand for, as typed.")
    priority: Rank | None = says("From 1 (looked at first) to 5.")
    quote: Quote | None = says("One sentence that is theirs.")
    bio: Text | None = says("Who they are.")
    demographics: dict[str, tuple[Line, ...]] = says("Age, home, work …", default={})
    motivations: tuple[Trait, ...] = says("What drives them.", default=(), one="motivation")
    goals: tuple[Trait, ...] = says("What they want to reach.", default=(), one="goal")
    needs: tuple[Trait, ...] = says("What they need.", default=(), one="need")
    pain_points: tuple[PainPoint, ...] = says(
        "What hurts them.",
        default=(),
        one="pain_point",
        also=("pains", "barriers", "frustrations", "challenges"),
    )
    behaviours: tuple[Trait, ...] = says(
        "What they do.", default=(), one="behaviour", also=("behaviors", "behavior")
    )
    preferences: tuple[Trait, ...] = says("What they like.", default=(), one="preference")
    triggers: tuple[Trait, ...] = says("What sets them off.", default=(), one="trigger")
    objections: tuple[Trait, ...] = says("What holds them back.", default=(), one="objection")
    decision_factors: tuple[Trait, ...] = says(
        "What they decide by, most important first.", default=(), one="decision_factor"
    )
    channels: tuple[ChannelUse, ...] = says("How they like each channel.", default=())
    scales: tuple[Scale, ...] = says("Where they stand between two ends.", default=())
    messages: tuple[Trait, ...] = says(
        "What to say to them.", default=(), one="message", also=("messaging",)
    )
    validation: tuple[Validation, ...] = says("Checks against real people.", default=())
    reviewed: Day | None = says("When it was last reviewed.", also=("last_reviewed",))
    review_every: Period | None = says("How often it shall be reviewed.")


class Segment(Titled):
    """A group of customers."""

    noun = "segment"
    key_kind = "segment"
    folder = "segments"

    size: Line | None = says("How many there are, as typed.")
    share: Line | None = says("Their share of all customers, as typed.")
    value: Money | None = says("What they are worth.")
    definition: Text | None = says("Who belongs to it.")
