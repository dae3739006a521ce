"""All pain points on one page, ranked by how much they hurt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.gathered import Found, pain_points
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.pages.address import HOME, page_key
from mkdocs_journeys.pages.answers import AnswerFacts, answer_of
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.moments import MENDING
from mkdocs_journeys.pages.page import Page

SEVERITIES = ("critical", "high", "medium", "low")


@dataclass(frozen=True, slots=True, kw_only=True)
class RankedPain:
    """A pain point with its place in the ranking, counted from 1; None where it is not scored.

    Those of equal priority share a place. ``hurts`` are the personas as written at it, else all
    who travel its journey. ``mending`` is a key of ``MENDING``.
    """

    place: int | None
    answer: AnswerFacts
    hurts: tuple[Key, ...]
    mending: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPointsFacts:
    """All pain points, worst first, with what they can be chosen by."""

    ranked: tuple[RankedPain, ...]
    narrowing: tuple[Choices, ...]


def pain_points_pages(catalog: Catalog) -> Iterator[Page]:
    """Give the page of all pain points; those of retired maps are left out."""
    journeys = tuple(one for one in catalog.all(Journey) if one.status != "retired")
    found = pain_points(journeys)
    answers = [answer_of(catalog, one) for one in found]
    places = _places(answers)
    ranked = tuple(
        RankedPain(
            place=None if answer.priority is None else places[answer.priority],
            answer=answer,
            hurts=_hurts(catalog, one, answer),
            mending=_mending(answer),
        )
        for one, answer in zip(found, answers, strict=True)
    )
    yield Page(
        key=page_key("pain-points"),
        title=_("Pain points"),
        template="pain_points",
        facts=PainPointsFacts(
            ranked=ranked,
            narrowing=_narrowing(catalog, ranked),
        ),
        above=HOME,
        lede=_("What hurts our customers, the worst first, and what we do about it."),
        is_listed=bool(ranked),
    )


def _narrowing(catalog: Catalog, ranked: tuple[RankedPain, ...]) -> tuple[Choices, ...]:
    pains = [one.answer.pain for one in ranked]
    return narrowing(
        by_words(
            "severity",
            _("Severity"),
            (pain.severity.word if pain.severity else "" for pain in pains),
            order=SEVERITIES,
        ),
        by_things(
            catalog,
            "persona",
            _("Persona"),
            (one.hurts for one in ranked),
            everything=_("Everyone"),
        ),
        by_words(
            "mending",
            _("What mends it"),
            (one.mending for one in ranked),
            order=MENDING,
            titles={word: _(said) for word, said in MENDING.items()},
        ),
        by_things(
            catalog,
            "journey",
            _("Journey"),
            (keys_of([one.answer.journey]) for one in ranked),
            everything=_("All journeys"),
        ),
    )


def _mending(answer: AnswerFacts) -> str:
    if any(one.status != "dropped" for one in answer.initiatives):
        return "under-way"
    return "possible" if answer.opportunities else "nothing"


def _places(answers: list[AnswerFacts]) -> dict[float | None, int]:
    """Give the place of each priority, counted from 1."""
    places: dict[float | None, int] = {}
    for place, answer in enumerate(answers, 1):
        places.setdefault(answer.priority, place)
    return places


def _hurts(catalog: Catalog, found: Found[PainPoint], answer: AnswerFacts) -> tuple[Key, ...]:
    written = tuple(link.to for link in answer.personas if link.to)
    return written or travellers(catalog, found.journey)
