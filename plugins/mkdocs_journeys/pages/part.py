"""A step (or a whole stage) in full: what happens, how it feels, what stands behind it."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.evidence_level import EvidenceLevel, evidence_level
from mkdocs_journeys.catalog.fixes import opportunities_for
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.moves import channels_of, owner_of
from mkdocs_journeys.catalog.ways import ways_in_words
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.registries import Channel
from mkdocs_journeys.model.step import Experience, Stage, Step, Variant
from mkdocs_journeys.pages.blueprint import blueprint_of
from mkdocs_journeys.pages.link import Link, all_mentioned, link_to, links_to, mentioned
from mkdocs_journeys.pages.map_facts import Family, Lane, MetricFact
from mkdocs_journeys.pages.measures import measures_of
from mkdocs_journeys.pages.people import PictureFacts, picture


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelFacts:
    """A channel with its shape and icon; both empty for one that is not in the registry."""

    link: Link
    family: Family = ""
    icon: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class EmotionFacts:
    """One feeling: ``who`` is empty for that of all who travel the map; score from -2 to 2."""

    emotion: Emotion
    who: str
    score: float | None
    word: str
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPointFacts:
    """A pain point with what it leans on and what would ease it."""

    pain: PainPoint
    personas: tuple[Link, ...]
    sources: tuple[Link, ...]
    opportunities: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuoteFacts:
    """Somebody's words with their source; ``said_by`` is empty where it may not be told."""

    quote: Quote
    said_by: str
    source: Link | None


@dataclass(frozen=True, slots=True, kw_only=True)
class VariantFacts:
    """The same step as another lives it."""

    variant: Variant
    who: Link
    channels: tuple[ChannelFacts, ...]
    touchpoints: tuple[Link, ...]
    emotions: tuple[EmotionFacts, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class AlternativeFacts:
    """What else the customer may choose, and how that would feel."""

    title: str
    note: str
    emotions: tuple[EmotionFacts, ...]
    sources: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFacts:
    """All that is known of one part. ``number`` is empty for a whole stage.

    ``ways`` say where it goes on, unless simply to the next step. ``blueprint`` pairs each lane
    of the service blueprint that has something with its entries.
    """

    part: Experience
    key: Key
    number: str
    channels: tuple[ChannelFacts, ...]
    touchpoints: tuple[Link, ...]
    actors: tuple[Link, ...]
    owner: Link | None
    emotions: tuple[EmotionFacts, ...]
    moment_sources: tuple[Link, ...]
    pain_points: tuple[PainPointFacts, ...]
    opportunities: tuple[Link, ...]
    quotes: tuple[QuoteFacts, ...]
    metrics: tuple[MetricFact, ...]
    churn_metric: Link | None
    listening_metric: Link | None
    variants: tuple[VariantFacts, ...]
    alternatives: tuple[AlternativeFacts, ...]
    alongside: tuple[Link, ...]
    replaces: tuple[Link, ...]
    opens: Link | None
    ways: tuple[str, ...]
    blueprint: tuple[tuple[Lane, tuple[Link, ...]], ...]
    images: tuple[PictureFacts, ...]
    sources: tuple[Link, ...]
    evidence: EvidenceLevel


def part_of(
    catalog: Catalog, journey: Journey, stage: Stage, part: Experience, number: str = ""
) -> PartFacts:
    """Give all that is known of a step, or of the stage itself."""
    kind = "stage" if part is stage else "step"
    owner = owner_of(journey, stage, part) if isinstance(part, Step) else part.owner
    churn, listening = part.churn_risk, part.listening
    return PartFacts(
        part=part,
        key=inner_key(kind, journey, part.id),
        number=number,
        channels=tuple(channel_of(catalog, ref) for ref in channels_of(catalog, part)),
        touchpoints=all_mentioned(catalog, part.touchpoints),
        actors=all_mentioned(catalog, (*part.actors, *part.with_)),
        owner=mentioned(catalog, owner) if owner else None,
        emotions=emotions_of(catalog, part.emotion),
        moment_sources=(
            all_mentioned(catalog, part.moment_of_truth.evidence) if part.moment_of_truth else ()
        ),
        pain_points=tuple(_pain(catalog, journey, pain) for pain in part.pain_points),
        opportunities=_opportunities(catalog, inner_key(kind, journey, part.id), part),
        quotes=quotes_of(catalog, part.quotes),
        metrics=tuple(measures_of(catalog, part.metrics)),
        churn_metric=mentioned(catalog, churn.metric) if churn and churn.metric else None,
        listening_metric=(
            mentioned(catalog, listening.metric) if listening and listening.metric else None
        ),
        variants=tuple(_variant(catalog, one) for one in part.variants),
        alternatives=tuple(
            AlternativeFacts(
                title=one.title,
                note=one.note or "",
                emotions=emotions_of(catalog, one.emotion),
                sources=all_mentioned(catalog, one.evidence),
            )
            for one in part.alternatives
        ),
        alongside=all_mentioned(catalog, part.alongside),
        replaces=all_mentioned(catalog, part.replaces),
        opens=mentioned(catalog, part.journey) if part.journey else None,
        ways=tuple(ways_in_words(catalog, journey, part, with_reasons=True)),
        blueprint=blueprint_of(catalog, part),
        images=tuple(found for one in part.images if (found := picture(catalog, one))),
        sources=all_mentioned(catalog, part.evidence),
        evidence=evidence_level(catalog, part.evidence),
    )


def findable(part: Experience) -> str:
    """Give the words that a part is found by: what happens, what is thought, said and hurts."""
    said = (
        part.summary,
        part.action,
        *(quote.text for quote in part.quotes),
        *(thought.text for thought in part.thoughts),
        *(pain.title for pain in part.pain_points),
        part.moment_of_truth.question if part.moment_of_truth else "",
        *part.tags,
    )
    return "\n".join(text for text in said if text)


def channel_of(catalog: Catalog, ref: Ref) -> ChannelFacts:
    """Give a channel as mentioned, with shape and icon where it is in the registry."""
    key = catalog.meant(ref)
    channel = catalog.entry(Channel, key.id) if key else None
    if channel is None:
        return ChannelFacts(link=mentioned(catalog, ref))
    return ChannelFacts(
        link=mentioned(catalog, ref), family=channel.family or "", icon=channel.icon or ""
    )


def emotions_of(catalog: Catalog, emotions: tuple[Emotion, ...]) -> tuple[EmotionFacts, ...]:
    """Give feelings with whose they are and what they lean on."""
    return tuple(
        EmotionFacts(
            emotion=emotion,
            who=mentioned(catalog, emotion.who).text if emotion.who else "",
            score=emotion.score.value if emotion.score else None,
            word=", ".join(emotion.words),
            sources=all_mentioned(catalog, emotion.evidence),
        )
        for emotion in emotions
    )


def quotes_of(catalog: Catalog, quotes: tuple[Quote, ...]) -> tuple[QuoteFacts, ...]:
    """Give quotes with their sources."""
    return tuple(
        QuoteFacts(
            quote=quote,
            said_by=quote.said_by or "",
            source=mentioned(catalog, quote.evidence[0]) if quote.evidence else None,
        )
        for quote in quotes
    )


def _pain(catalog: Catalog, journey: Journey, pain: PainPoint) -> PainPointFacts:
    known = opportunities_for(catalog, journey, pain)
    labels = [Link(text=ref.text) for ref in pain.opportunities if not catalog.meant(ref)]
    return PainPointFacts(
        pain=pain,
        personas=all_mentioned(catalog, pain.personas),
        sources=all_mentioned(catalog, pain.evidence),
        opportunities=(*links_to(catalog, known), *labels),
    )


def _opportunities(catalog: Catalog, key: Key, part: Experience) -> tuple[Link, ...]:
    """Give the opportunities of a part: those of the registry first, then those of its own."""
    notes: dict[Key, list[str]] = {one: [] for one in catalog.related(key, "opportunity")}
    own = []
    for use in part.opportunities:
        said = [use.title or "", *use.ideas]
        if found := catalog.meant(use.opportunity):
            notes.setdefault(found, []).extend(filter(None, said))
            continue
        # With a label and a title, the title is what it is called.
        texts = list(filter(None, (said[0], use.opportunity.text if use.opportunity else "")))
        text = texts[0] if texts else ""
        own.append(Link(text=text, note="; ".join((*texts[1:], *use.ideas))))
    known = (link_to(catalog, one, "; ".join(notes[one])) for one in catalog.in_order(notes))
    return (*known, *own)


def _variant(catalog: Catalog, variant: Variant) -> VariantFacts:
    return VariantFacts(
        variant=variant,
        who=mentioned(catalog, variant.for_),
        channels=tuple(channel_of(catalog, ref) for ref in variant.channels),
        touchpoints=all_mentioned(catalog, variant.touchpoints),
        emotions=emotions_of(catalog, variant.emotion),
    )
