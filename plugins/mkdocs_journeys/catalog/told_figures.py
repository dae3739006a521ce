"""Figures that a handbook tells in words: shares of customers, and what a study is said to show."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import parts_that_say
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.load.loaded import Loaded
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.evidence import Insight
from mkdocs_journeys.model.fields import Ref, Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.persona import Persona, Segment, Trait
from mkdocs_journeys.model.step import Experience, Stage
from mkdocs_journeys.model.walk import all_of
from mkdocs_journeys.problems import Place

CLAIMING: Mapping[str, tuple[str, ...]] = {
    "pain_points": ("title", "summary", "reach"),
    "moment_of_truth": ("why",),
    "next": ("rate", "why"),
    "alternatives": ("note",),
    "churn_risk": ("why",),
    "business": ("risk",),
}
"""What is written at a step or stage, and which texts of it claim something of customers."""

_SHARE = re.compile(
    r"(?<![\w.,])\d{1,2}(?:[.,]\d{1,3})?\s?(?:[%\uff05٪]|per ?cent\b|prozent\b)"
    r"|(?<![\w.,])\d{1,4} out of \d{1,5}\b"
    r"|(?<![\w.,])[1-9] in (?:[2-9]|10|20|50|100|1000)\b",
    re.IGNORECASE,
)
_NOTHING = re.compile(r"00?(?![\d.,])")
# What follows a number that is a price or a time, and no share of anybody.
_OTHERWISE = re.compile(
    r"[\s-]*(?:off|discount|cheaper|interest|vat|apr|tax|rabatt|zinsen|mwst|seconds?|minutes?"
    r"|hours?|days?|weeks?|months?|years?|minuten|stunden|tagen|wochen)\b",
    re.IGNORECASE,
)
_STUDY = re.compile(
    r"\b(?:a|one|another) (?:\w+ )?(?:study|survey) (?:by|from|of|has|had|shows?|showed|says?|said"
    r"|finds?|found|suggests?|suggested)\b"
    r"|\b(?:studies|surveys|statistics|research) (?:have|has|shows?|showed|says?|finds?|found"
    r"|suggests?|proves?|proved)\b"
    r"|\baccording to (?:an? |one |the )?(?:\w+ )?(?:study|studies|survey|surveys|research)\b"
    r"|\blaut (?:einer |der )?(?:\w+ )?(?:studien?|umfragen?)\b"
    r"|\b(?:eine (?:studie|umfrage)|studien|umfragen) (?:hat|haben|zeigt|zeigen|belegt|belegen)\b",
    re.IGNORECASE,
)
_DIGIT = re.compile(r"\d")
_SENTENCE_ENDS = re.compile(r"(?<=[.!?])\s+|(?<=[。\uff01\uff1f])|\n{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldFigure:
    """A text that tells a figure, with what it leans on.

    ``field`` of ``thing`` holds it, and ``text`` is the sentence, in one line. ``about`` is the
    title of the thing, else of the step or entry that it stands in. ``shown`` is what gives the
    figure away: ``68%`` or *a study shows*, and ``is_share`` tells the one from the other.
    ``sources`` are the evidence of the thing, else of the step around it, else of the stage; of
    the entry for what stands at its top.
    ``is_measured`` is true where the step or its stage names a metric, which says where its
    figures come from. ``home`` is the entry that it lives in.
    """

    home: Key
    thing: Thing
    about: str
    field: str
    text: str
    shown: str
    is_share: bool
    sources: tuple[Ref, ...]
    is_measured: bool
    place: Place


@worked_out_once
def told_figures(catalog: Catalog, loaded: Loaded) -> tuple[ToldFigure, ...]:
    """Give the texts of a handbook that tell a figure, in the order of files and lines.

    Looks at what a team claims of its customers: summaries, reasons, traits, pain points, shares
    and rates, on current maps in force, of personas, of segments and in insights. No claims are
    the customer's own words (titles of steps, thoughts, quotes), goals, targets, prices and
    times. Each text once, with the first figure in it. ``loaded`` is what the catalog was made
    from.
    """
    found = [*_at_parts(catalog)]
    for entry in loaded.entries:
        if isinstance(entry, Journey | Persona | Segment | Insight):
            for thing, fields in _at_the_top(entry):
                sources = thing.evidence or entry.evidence
                for field in fields:
                    found += _figure(entry, thing, field, entry.called, sources)
    return tuple(sorted(found, key=lambda told: told.place))


def told_by(text: str) -> tuple[str, bool] | None:
    """Give the first figure in a text, and whether it is a share; None where there is none.

    All or nothing (100%, 0%) is a way of speaking, and more than all (200%) is no share.
    """
    if _DIGIT.search(text):
        for match in _SHARE.finditer(text):
            if not _NOTHING.match(match[0]) and not _OTHERWISE.match(text, match.end()):
                return match[0], True
    if _may_name_a_study(text) and (study := _STUDY.search(text)):
        return study[0], False
    return None


def _may_name_a_study(text: str) -> bool:
    """Tell at little cost which texts are worth a search; the first letter may be a capital."""
    return (
        "tud" in text
        or "urvey" in text
        or "esearch" in text
        or "tatistics" in text
        or "mfrage" in text
    )


def _at_parts(catalog: Catalog) -> Iterator[ToldFigure]:
    for journey, stage, part, thing, fields in _claiming(catalog):
        for field in fields:
            # Asked before anything else is looked at: hardly any text tells a figure.
            if (text := getattr(thing, field)) and told_by(text):
                sources = thing.evidence or part.evidence or stage.evidence
                is_measured = bool(part.metrics or stage.metrics)
                yield from _figure(journey, thing, field, part.title, sources, is_measured)


def _claiming(
    catalog: Catalog,
) -> Iterator[tuple[Journey, Stage, Experience, Thing, tuple[str, ...]]]:
    """Give what claims something on a current map: where it stands, and its fields that do."""
    for field in ("summary", "mindset"):
        for journey, parts in parts_that_say(catalog, field):
            for stage, part in parts if is_current(journey) else ():
                yield journey, stage, part, part, (field,)
    for field, fields in CLAIMING.items():
        for journey, parts in parts_that_say(catalog, field):
            for stage, part in parts if is_current(journey) else ():
                written = getattr(part, field)
                for thing in written if isinstance(written, tuple) else filter(None, (written,)):
                    yield journey, stage, part, thing, fields


def _at_the_top(
    entry: Journey | Persona | Segment | Insight,
) -> Iterator[tuple[Thing, tuple[str, ...]]]:
    """Give what stands at the top of an entry and claims something, with its fields that do."""
    if isinstance(entry, Journey):
        if is_current(entry):
            yield entry, ("summary", "scenario")
            if entry.business:
                yield entry.business, ("risk",)
    elif isinstance(entry, Persona):
        yield entry, ("summary", "bio", "share")
        for trait in all_of(entry, (Trait, PainPoint)):
            yield trait, ("title",)
    elif isinstance(entry, Segment):
        yield entry, ("summary", "definition", "share")
    else:
        yield entry, ("title", "summary")


def _figure(
    home: Entry,
    thing: Thing,
    field: str,
    around: str,
    sources: tuple[Ref, ...],
    is_measured: bool = False,
) -> tuple[ToldFigure, ...]:
    """Give the figure that a field tells; none where it tells none or is not written."""
    text = getattr(thing, field) or ""
    told = told_by(text)
    if told is None:
        return ()
    return (
        ToldFigure(
            home=home.key,
            thing=thing,
            about=thing.title if isinstance(thing, PainPoint) else around,
            field=field,
            text=_sentence(text, told[0]),
            shown=told[0],
            is_share=told[1],
            sources=sources,
            is_measured=is_measured,
            place=thing.spot.of(field),
        ),
    )


def _sentence(text: str, shown: str) -> str:
    """Give the first sentence of a text with these words in it, in one line."""
    sentences = (one for one in _SENTENCE_ENDS.split(text) if shown in one)
    return " ".join(next(sentences, text).split())
