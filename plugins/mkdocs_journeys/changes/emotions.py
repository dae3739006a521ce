"""How it feels: scores that rise and fall, and where the low point is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.emotions import Feeling, lows
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.feelings import FeltPair
from mkdocs_journeys.changes.map_pair import MapPair
from mkdocs_journeys.changes.meaning import unequal
from mkdocs_journeys.changes.shown import listed, number, shown
from mkdocs_journeys.changes.sides import Pair, Side
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.problems import Place


class EmotionDropped(ChangeKind):
    """Says that something feels worse than before, and whether evidence came with it.

    ## Why it matters
    It is the heart of a map: here it hurts more than the company said it does.

    ## Level
    Significant.
    """

    name = "emotion-dropped"
    level = "significant"
    mirror = "emotion-raised"
    tells = ((Experience, "emotion"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the feelings with a lower score than before."""
        return _moved(self, comparison, is_up=False)


class EmotionRaised(ChangeKind):
    """Says that something feels better than before, and whether evidence came with it.

    ## Why it matters
    Without evidence, a better score is a wish: the work that was to be done may be forgotten.

    ## Level
    Significant.
    """

    name = "emotion-raised"
    level = "significant"
    mirror = "emotion-dropped"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the feelings with a higher score than before."""
        return _moved(self, comparison, is_up=True)


class EmotionAdded(ChangeKind):
    """Says that a step or stage now has a feeling, or a score for it, where it had none.

    ## Why it matters
    The curve has one more point, which is one more claim about the customer.

    ## Level
    Significant.
    """

    name = "emotion-added"
    level = "significant"
    mirror = "emotion-removed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the feelings without a score in base."""
        for one in comparison.felt:
            if one.head and (one.base is None or (one.head.score and not one.base.score)):
                what = f"{one.part.title} feels {_feeling(one.head, one.part.head)}{_for(one)} now"
                yield _change(self, comparison, one, f"{what}; nobody had said so before")


class EmotionRemoved(ChangeKind):
    """Says that a step or stage has lost a feeling, or its score.

    ## Why it matters
    A hole in the curve hides what was known to hurt, or to please.

    ## Level
    Significant.
    """

    name = "emotion-removed"
    level = "significant"
    mirror = "emotion-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the feelings without a score in head."""
        for one in comparison.felt:
            if one.base and (one.head is None or (one.base.score and not one.head.score)):
                was = _feeling(one.base, one.part.base)
                what = f"{one.part.title} no longer says how it feels{_for(one)}, it was {was}"
                yield _change(self, comparison, one, what)


class LowPointMoved(ChangeKind):
    """Says that the lowest point of a journey is at another step or stage.

    ## Why it matters
    It is where improvement begins; everybody who works on the old low point wants to know.

    ## Level
    Significant.
    """

    name = "low-point-moved"
    level = "significant"
    mirror = "low-point-moved"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the lowest score below zero on both sides; silent where one side has none."""
        for pair in comparison.maps:
            before = lows(comparison.base, pair.journey.base.thing, most=1)
            after = lows(comparison.head, pair.journey.head.thing, most=1)
            if not before or not after or _is_same(pair, before[0].part, after[0].part):
                continue
            was, now = before[0].part.title, after[0].part.title
            yield self.change(
                comparison,
                pair.journey,
                f"The low point moved from “{was}” to “{now}”",
                before=was,
                after=now,
                fields=("low-point",),
                base=_score_of(before[0]),
                head=_score_of(after[0]),
            )


def _moved(kind: ChangeKind, comparison: Comparison, *, is_up: bool) -> Iterator[Change]:
    for one in comparison.felt:
        if not one.is_scored_anew or not one.base or not one.head:
            continue
        before, after = one.base.score, one.head.score
        if not before or not after or (after.value > before.value) != is_up:
            continue
        way = "better" if is_up else "worse"
        was, now = number(before.text), number(after.text)
        what = f"{one.part.title} got {way}{_for(one)}, {was} → {now}"
        yield _change(kind, comparison, one, f"{what}; {_evidence(comparison, one)}")


def _change(kind: ChangeKind, comparison: Comparison, one: FeltPair, what: str) -> Change:
    return kind.change(
        comparison,
        one.part,
        what,
        before=_feeling(one.base, one.part.base) if one.base else "",
        after=_feeling(one.head, one.part.head) if one.head else "",
        fields=one.fields,
        base=_place(one.base),
        head=_place(one.head),
    )


def _place(emotion: Emotion | None) -> Place | None:
    return emotion.spot.of("score", "words", "who", "because") if emotion else None


def _score_of(feeling: Feeling) -> Place:
    return feeling.emotion.spot.of("score")


def _feeling(emotion: Emotion, side: Side[Experience]) -> str:
    words = shown(emotion.words, side.catalog) or shown(emotion.because, side.catalog)
    return number(emotion.score.text) if emotion.score else words


def _for(one: FeltPair) -> str:
    return f" for {listed(one.who)}" if one.who else ""


def _evidence(comparison: Comparison, one: FeltPair) -> str:
    """Say which evidence came, else which went, else that there is nothing new."""
    assert one.base is not None, "a score that moved is on both sides"
    assert one.head is not None, "a score that moved is on both sides"
    lost, new = unequal(one.base.evidence, one.head.evidence, comparison.names)
    came = tuple(shown(ref, comparison.head) for ref in new)
    went = tuple(shown(ref, comparison.base) for ref in lost)
    if came:
        return f"evidence added, {listed(came)}"
    if went:
        return f"evidence taken away, {listed(went)}"
    return "no evidence added"


def _is_same(pair: MapPair, before: Experience, after: Experience) -> bool:
    return any(
        one.base.thing is before and one.head.thing is after
        for one in (*pair.stages, *pair.steps)
        if isinstance(one, Pair)
    )
