"""What is expected of a journey, held against what its map says."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import feelings, felt_parts
from mkdocs_journeys.catalog.expectations import (
    Bound,
    Claim,
    Counts,
    Expectation,
    Feels,
    Has,
    NeverInARow,
    Owns,
    Subject,
)
from mkdocs_journeys.catalog.fixes import opportunities_at
from mkdocs_journeys.catalog.gathered import Found, parts_of
from mkdocs_journeys.catalog.moves import channel_switches, hand_offs
from mkdocs_journeys.catalog.once import worked_out_once
from mkdocs_journeys.catalog.progress import progress_of
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.model.walk import everything
from mkdocs_journeys.problems import Place

ACTIVE = ("delivery", "planned")
"""How far an initiative is that counts as active: people work on it, or it is planned."""


Alternatives = tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a claim holds; None where the map does not say. ``saying`` tells the value seen."""

    holds: bool | None
    saying: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """What a claim is about: a moment, a step, a stage or the journey, and the parts within."""

    called: str
    thing: Thing
    parts: tuple[Found[Experience], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Breach:
    """What does not keep to an expectation: ``“I wait” is −2 and has no active initiative``."""

    clause: str
    place: Place


def breaches(catalog: Catalog, journey: Journey, expectation: Expectation) -> tuple[Breach, ...]:
    """Give what does not keep to an expectation, in journey order; empty where all does.

    What nobody scored breaks nothing. Where all claims of a line are about one sort of thing,
    each moment, step or stage may choose another alternative; otherwise one alternative has to
    hold for all of them.
    """
    judging = _Judging(catalog, journey)
    subjects = {_subject(claim) for claims in expectation.alternatives for claim in claims}
    if len(subjects) == 1:
        return tuple(judging.failing(subjects.pop(), expectation.alternatives))
    first: tuple[Breach, ...] = ()
    for claims in expectation.alternatives:
        failing = [
            breach for claim in claims for breach in judging.failing(_subject(claim), ((claim,),))
        ]
        if not failing:
            return ()
        first = first or tuple(failing)
    return first


@dataclass(frozen=True, slots=True, kw_only=True)
class Felt:
    """The scores of a journey by the ids of its parts: all of them, and each traveller's first.

    The traveller is None on a map without personas.
    """

    of_all: Mapping[str, tuple[float, ...]]
    by_traveller: Mapping[Key | None, Mapping[str, float]]


@worked_out_once
def _felt(catalog: Catalog, journey: Journey) -> Felt:
    """Gather the scores once: a handbook may have several lines for every journey."""
    of_all: dict[str, tuple[float, ...]] = {}
    by_traveller: dict[Key | None, dict[str, float]] = defaultdict(dict)
    for feeling in feelings(catalog, journey):
        if feeling.score is not None and not feeling.who:
            of_all[feeling.part.id] = (*of_all.get(feeling.part.id, ()), feeling.score)
            by_traveller[feeling.persona].setdefault(feeling.part.id, feeling.score)
    return Felt(of_all=of_all, by_traveller=by_traveller)


def _subject(claim: Claim) -> Subject:
    return claim.subject if isinstance(claim, Feels | Owns) else "journey"


class _Judging:
    """Holds claims against one journey."""

    def __init__(self, catalog: Catalog, journey: Journey) -> None:
        self._catalog = catalog
        self._journey = journey
        felt = _felt(catalog, journey)
        self._scores = felt.of_all
        self._by_traveller = felt.by_traveller

    def failing(
        self, subject: Subject, alternatives: Iterable[tuple[Claim, ...]]
    ) -> Iterator[Breach]:
        """Say of each thing of a sort for which no alternative holds what it is instead."""
        for whole in self._wholes(subject):
            verdicts = [
                [self._verdict(whole, claim) for claim in claims] for claims in alternatives
            ]
            if all(any(one.holds is False for one in claims) for claims in verdicts):
                wrong = [one.saying for claims in verdicts for one in claims if one.holds is False]
                yield Breach(
                    clause=f"{whole.called} {' and '.join(dict.fromkeys(wrong))}",
                    place=whole.thing.spot.of("title", "question"),
                )

    def _wholes(self, subject: Subject) -> Iterator[Whole]:
        found = tuple(
            Found(thing=part, journey=self._journey, stage=stage, part=part)
            for stage, part in parts_of(self._journey)
        )
        if subject == "journey":
            yield Whole(called="the journey", thing=self._journey, parts=found)
            return
        for one in found:
            called, moment = f"“{one.part.title}”", one.part.moment_of_truth
            if subject == "moment of truth" and moment:
                yield Whole(called=called, thing=moment, parts=(one,))
            elif subject == "step" and one.part is not one.stage:
                yield Whole(called=called, thing=one.part, parts=(one,))
            elif subject == "stage" and one.part is one.stage:
                inside = tuple(each for each in found if each.stage is one.stage)
                yield Whole(called=called, thing=one.part, parts=inside)

    def _verdict(self, whole: Whole, claim: Claim) -> Verdict:
        if isinstance(claim, Feels):
            return self._feels(whole, claim)
        if isinstance(claim, Owns):
            article = {"evidence": "evidence"}.get(claim.what, claim.what.partition(" ")[2])
            return Verdict(holds=self._owns(whole, claim.what), saying=f"has no {article}")
        if isinstance(claim, Counts):
            return self._counts(claim)
        return self._in_a_row(claim)

    def _feels(self, whole: Whole, claim: Feels) -> Verdict:
        """Compare the lowest score with *at least*, the highest with *at most*.

        A stage and a journey have the mean of the scores within; a moment has those of its part.
        """
        if claim.subject in ("stage", "journey"):
            scores = self._means(one.part for one in whole.parts)
        else:
            scores = self._of_part(whole.parts[0])
        if not scores:
            return Verdict(holds=None)
        score = min(scores) if claim.bound == "at least" else max(scores)
        return Verdict(holds=_keeps(claim.bound, score, claim.value), saying=f"is {_said(score)}")

    def _of_part(self, found: Found[Experience]) -> tuple[float, ...]:
        if found.part is found.stage and found.part.id not in self._scores:
            return self._means(found.stage.steps)
        return self._scores.get(found.part.id, ())

    def _means(self, parts: Iterable[Experience]) -> tuple[float, ...]:
        """Give the mean of all scores of these parts; nothing where nobody scored any."""
        inside = [score for part in parts for score in self._scores.get(part.id, ())]
        return (fmean(inside),) if inside else ()

    def _owns(self, whole: Whole, what: Has) -> bool:
        owning: dict[Has, Callable[[Whole], bool]] = {
            "evidence": self._has_evidence,
            "an active initiative": self._has_initiative,
            "a metric": self._has_metric,
        }
        return owning[what](whole)

    def _has_evidence(self, whole: Whole) -> bool:
        """Tell whether a thing names evidence; a step or a stage also by one of its claims."""
        if isinstance(whole.thing, Experience):
            return any(one.evidence for one in everything(whole.thing))
        return bool(whole.thing.evidence)

    def _has_initiative(self, whole: Whole) -> bool:
        return any(
            (entry := self._catalog.entry(Initiative, key.id)) and progress_of(entry) in ACTIVE
            for found in whole.parts
            for opportunity in opportunities_at(self._catalog, self._journey, found.key, found.part)
            for key in self._catalog.related(opportunity, "initiative")
        )

    def _has_metric(self, whole: Whole) -> bool:
        """Tell whether something is measured here, or was read here."""
        return any(
            found.part.metrics or self._catalog.related(found.key, "metric")
            for found in whole.parts
        )

    def _counts(self, claim: Counts) -> Verdict:
        if claim.of == "hand-offs":
            number = len(hand_offs(self._catalog, self._journey))
        else:
            number = channel_switches(self._catalog, self._journey)
        words = claim.of if number != 1 else {"hand-offs": "hand-off"}.get(claim.of, claim.of[:-2])
        return Verdict(
            holds=_keeps(claim.bound, number, claim.number), saying=f"has {number} {words}"
        )

    def _in_a_row(self, claim: NeverInARow) -> Verdict:
        """Look for the first row that is too long; what nobody scored ends a row."""
        for titles, line in self._lines(claim):
            paired = zip(titles, line, strict=True)
            for keeps, row in groupby(
                paired,
                lambda pair: pair[1] is not None and _keeps(claim.bound, pair[1], claim.value),
            ):
                found = [(title, score) for title, score in row if score is not None]
                if keeps and len(found) >= claim.length:
                    scores = ", ".join(_said(score) for _, score in found)
                    reach = f"from “{found[0][0]}” to “{found[-1][0]}”"
                    if len(found) == 1:
                        reach = f"at “{found[0][0]}”"
                    return Verdict(holds=False, saying=f"goes {scores} {reach}")
        return Verdict(holds=True)

    def _lines(
        self, claim: NeverInARow
    ) -> Iterator[tuple[tuple[str, ...], tuple[float | None, ...]]]:
        """Give titles and scores in journey order: for steps a line for each traveller."""
        stages = self._journey.stages
        if claim.of == "stage":
            means = (self._means((stage, *stage.steps)) for stage in stages)
            yield (
                tuple(stage.title for stage in stages),
                tuple(mean[0] if mean else None for mean in means),
            )
            return
        parts = tuple(part for stage in stages for part in felt_parts(stage))
        titles = tuple(part.title for part in parts)
        for scores in self._by_traveller.values():
            yield titles, tuple(scores.get(part.id) for part in parts)


def _keeps(bound: Bound, value: float, limit: float) -> bool:
    return value >= limit if bound == "at least" else value <= limit


def _said(score: float) -> str:
    """Say a score as pages do: ``−1.5``, with a real minus sign."""
    return f"{round(score, 2):g}".replace("-", "−")
