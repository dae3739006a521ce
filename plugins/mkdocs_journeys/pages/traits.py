"""What is true of a persona, trait by trait, each with what shows it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.persona import Persona, Trait
from mkdocs_journeys.pages.link import Link, all_mentioned
from mkdocs_journeys.pages.part import ChannelFacts, channel_of

DOTS = {"prefers": 5, "likes": 4, "uses": 3, "reluctant": 2, "avoids": 1}
"""How many of five dots stand for how somebody takes to a channel."""

LOOKED_AT_FIRST = (
    ("goals", later("Goals"), "target"),
    ("motivations", later("Motivations"), "heart-pulse"),
    ("pain_points", later("Pain points"), "alert-outline"),
    ("behaviours", later("Behaviours"), "walk"),
)
HOW_TO_WIN = (
    ("needs", later("Needs"), "key-outline"),
    ("preferences", later("Preferences"), "check-circle-outline"),
    ("triggers", later("Triggers"), "bell-outline"),
    ("objections", later("Objections"), "minus-circle-outline"),
    ("decision_factors", later("Decides by, most important first"), "scale-balance"),
    ("messages", later("What to say"), "bullhorn-outline"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitFacts:
    """One trait with its sources; ``pain`` is given where it hurts."""

    title: str
    sources: tuple[Link, ...]
    confidence: str = ""
    pain: PainPoint | None = None
    eased_by: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TraitGroup:
    """Traits of one sort, in the author's order; ``name`` is the field in YAML."""

    name: str
    title: str
    icon: str
    traits: tuple[TraitFacts, ...]

    @property
    def is_assumed(self) -> bool:
        """Tell whether nothing in the group has a source, so that it is said once for all."""
        return not any(one.sources for one in self.traits)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelLiking:
    """How a persona takes to a channel: a word, and 1 (avoids) to 5 (prefers) dots."""

    channel: ChannelFacts
    use: str
    dots: int
    sources: tuple[Link, ...]


def trait_groups(
    catalog: Catalog, persona: Persona
) -> tuple[tuple[TraitGroup, ...], tuple[TraitGroup, ...]]:
    """Give what drives a persona and what wins them; groups without a trait are left out."""
    return _groups(catalog, persona, LOOKED_AT_FIRST), _groups(catalog, persona, HOW_TO_WIN)


def likings(catalog: Catalog, persona: Persona) -> tuple[ChannelLiking, ...]:
    """Give the channels that a persona has an opinion of, in the author's order."""
    return tuple(
        ChannelLiking(
            channel=channel_of(catalog, one.channel),
            use=one.use,
            dots=DOTS[one.use],
            sources=all_mentioned(catalog, one.evidence),
        )
        for one in persona.channels
    )


def _groups(
    catalog: Catalog, persona: Persona, wanted: tuple[tuple[str, str, str], ...]
) -> tuple[TraitGroup, ...]:
    return tuple(
        TraitGroup(
            name=name,
            title=_(title),
            icon=icon,
            traits=tuple(_trait(catalog, one) for one in getattr(persona, name)),
        )
        for name, title, icon in wanted
        if getattr(persona, name)
    )


def _trait(catalog: Catalog, one: Trait | PainPoint) -> TraitFacts:
    pain = one if isinstance(one, PainPoint) else None
    return TraitFacts(
        title=one.title,
        sources=all_mentioned(catalog, one.evidence),
        confidence=one.confidence or "",
        pain=pain,
        eased_by=all_mentioned(catalog, pain.opportunities) if pain else (),
    )
