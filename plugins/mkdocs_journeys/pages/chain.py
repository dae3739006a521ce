"""The chain from what a customer says to what figures show, and the links that it is made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import Effect, effects_of, is_overdue
from mkdocs_journeys.catalog.fixes import found_pain_point
from mkdocs_journeys.catalog.readings import leading_series
from mkdocs_journeys.model.improvement import Initiative, Opportunity
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.model.values import Day
from mkdocs_journeys.pages.answers import AnswerFacts, answer_of
from mkdocs_journeys.pages.link import Link, link_to, mentioned
from mkdocs_journeys.pages.measures import with_unit

MOST_QUOTES = 3
"""So many voices are heard; the places they come from have all of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Voice:
    """What somebody said, and the step or stage where."""

    quote: Quote
    where: Link


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainOpportunity:
    """What could be better, with the first ideas."""

    link: Link
    code: str
    ideas: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainInitiative:
    """What is done about it; ``ends`` is the day it was done, else the one it is due."""

    link: Link
    status: str
    starts: Day | None
    ends: Day | None
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EffectFacts:
    """What an initiative expects of a metric beside what was read; readings with their unit.

    ``newest`` is the last reading of all with its day, also where nothing was read since; what is
    only predicted is none.
    """

    initiative: Link
    metric: Link
    effect: Effect
    before: str
    after: str
    newest: str
    newest_on: Day | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ChainFacts:
    """The five links of the chain; each may be empty."""

    voices: tuple[Voice, ...]
    pains: tuple[AnswerFacts, ...]
    opportunities: tuple[ChainOpportunity, ...]
    initiatives: tuple[ChainInitiative, ...]
    effects: tuple[EffectFacts, ...]


def chain_of(
    catalog: Catalog, opportunities: tuple[Key, ...], initiatives: tuple[Key, ...]
) -> ChainFacts:
    """Give the chain that leads to these opportunities and on from these initiatives."""
    pains = catalog.in_order(
        pain for each in opportunities for pain in catalog.related(each, "pain-point")
    )
    found = tuple(one for key in pains if (one := found_pain_point(catalog, key)))
    known = [entry for key in opportunities if (entry := catalog.entry(Opportunity, key.id))]
    works = [work for key in initiatives if (work := catalog.entry(Initiative, key.id))]
    return ChainFacts(
        voices=tuple(_voices(catalog, opportunities, (one.key for one in found)))[:MOST_QUOTES],
        pains=tuple(answer_of(catalog, one) for one in found),
        opportunities=tuple(
            ChainOpportunity(
                link=link_to(catalog, entry.key), code=entry.code or "", ideas=tuple(entry.ideas)
            )
            for entry in known
        ),
        initiatives=initiatives_of(catalog, initiatives),
        effects=tuple(each for work in works for each in effect_facts(catalog, work)),
    )


def initiatives_of(catalog: Catalog, keys: Iterable[Key | None]) -> tuple[ChainInitiative, ...]:
    """Give initiatives in one line each, in the order given; unreadable ones left out."""
    found = (catalog.entry(Initiative, key.id) for key in keys if key)
    return tuple(
        ChainInitiative(
            link=link_to(catalog, one.key),
            status=one.status,
            starts=one.start,
            ends=one.done or one.due,
            is_overdue=is_overdue(catalog, one),
        )
        for one in found
        if one
    )


def effect_facts(catalog: Catalog, initiative: Initiative) -> tuple[EffectFacts, ...]:
    """Give what an initiative expects beside what was read, in the author's order."""
    return tuple(_effect(catalog, initiative, one) for one in effects_of(catalog, initiative))


def _effect(catalog: Catalog, initiative: Initiative, effect: Effect) -> EffectFacts:
    metric = effect.metric
    series = leading_series(catalog, metric) if metric else None
    read = [one for one in series.readings if one.date.first <= catalog.today] if series else []
    newest = read[-1] if read and metric and not metric.predicted else None
    return EffectFacts(
        initiative=link_to(catalog, initiative.key),
        metric=mentioned(catalog, effect.expectation.metric),
        effect=effect,
        before=_read(metric, effect.before),
        after=_read(metric, effect.after),
        newest=_read(metric, newest),
        newest_on=newest.date if newest else None,
    )


def _read(metric: Metric | None, reading: Reading | None) -> str:
    return with_unit(reading.value.text, metric.unit) if metric and reading else ""


def _voices(
    catalog: Catalog, opportunities: tuple[Key, ...], hurting: Iterable[Key]
) -> Iterator[Voice]:
    """Give the quotes at the places that hurt, then at those where the opportunities arise."""
    arising = (
        key
        for each in opportunities
        for kind in ("step", "stage")
        for key in catalog.related(each, kind)
    )
    seen: set[str] = set()
    for key in dict.fromkeys((*hurting, *arising)):
        part = catalog.known[key].thing
        for quote in part.quotes if isinstance(part, Experience) else ():
            if quote.text not in seen:
                seen.add(quote.text)
                yield Voice(quote=quote, where=link_to(catalog, key))
