"""Two maps that judge one touchpoint differently."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain
from typing import NamedTuple

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers, whose
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import Scored, parts_that_say, scored_parts
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import MomentOfTruth
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

APART = 2.0
"""What lies further apart than this lies on the two sides of neutral."""
HANDLED = {"winning": 2.0, "failing": -2.0}
"""A moment of truth is a verdict too; at risk is between the two and contradicts neither."""

Where = tuple[str, Key | None, bool]
"""A touchpoint as it is mentioned, whose verdict it is, and whether it is a moment of truth.

Nobody's in particular (None) on a map without personas.
"""


Said = list[tuple[float, Ref, Emotion | MomentOfTruth]]
"""Scores from -2 to 2, each with the mention that it stands at and what says so."""


class Verdict(NamedTuple):
    """What one map says of a touchpoint: ``score`` is the mean of all, from -2 to 2."""

    score: float
    journey: Journey
    said: Said

    @property
    def ref(self) -> Ref:
        """Give the first mention that it stands at."""
        return self.said[0][1]

    @property
    def is_explained(self) -> bool:
        """Tell whether all of it comes with its reason."""
        return all(one.because if isinstance(one, Emotion) else one.why for _, _, one in self.said)


class ContradictsMap(Rule):
    """Finds touchpoints that one current map praises and another one blames for the same persona.

    Compared are the means of her scores where each map meets the touchpoint, and moments of truth
    that are winning on one map and failing on the other. One finding a touchpoint, for the two
    maps that are furthest apart; none where both say why (`because:` at each score, `why:` at
    each moment), nor for drafts, retired and future maps.

    ## Why it matters to the customer
    It is one place to her. If one team reads that it goes well there and another that it fails,
    the first will not mend it, and at least one of them does not know her.

    ## Example
    ```yaml
    # maps/touchpoints.yml
    - {id: helpline, title: Helpline}
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: ask, title: I ask where it is, touchpoint: helpline, emotion: 2}
    ```
    ```yaml
    # maps/journeys/return.yml
    title: I send it back
    stages:
      - {id: ask, title: I ask how, touchpoint: helpline, emotion: -2}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: ask
        title: I ask where it is
        touchpoint: helpline
        emotion: {score: 2, because: They see where the van is}
    ```
    ```yaml
    # maps/journeys/return.yml
    title: I send it back
    stages:
      - id: ask
        title: I ask how
        touchpoint: helpline
        emotion: {score: -2, because: Nobody is trained for returns}
    ```

    ## Options
    `most`: how far apart the mean scores of two maps may be, in points of the scale from -2
    to 2; without it, 2.
    """

    name = "contradicts-map"
    group = "experience"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every touchpoint; the finding stands in the later of the two maps."""
        setting = self.setting(catalog)
        most = setting.most.value if setting.most else APART
        # The same few touchpoints stand in a handbook again and again.
        known: dict[str, Key | None] = {}
        verdicts: dict[tuple[Key, Key | None, bool], list[Verdict]] = defaultdict(list)
        for (text, persona, is_moment), verdict in chain(_scores(catalog), _moments(catalog)):
            if text not in known:
                known[text] = catalog.meant(verdict.ref)
            if touchpoint := known[text]:
                verdicts[touchpoint, persona, is_moment].append(verdict)
        worst: dict[Key, tuple[float, Problem]] = {}
        for (touchpoint, persona, is_moment), each in verdicts.items():
            low, high = _furthest(each)
            apart = high.score - low.score
            if apart > most and (touchpoint not in worst or apart > worst[touchpoint][0]):
                finding = self._finding(catalog, touchpoint, persona, is_moment, (low, high))
                worst[touchpoint] = (apart, finding)
        return (finding for _, finding in worst.values())

    def _finding(
        self,
        catalog: Catalog,
        touchpoint: Key,
        persona: Key | None,
        is_moment: bool,
        pair: tuple[Verdict, Verdict],
    ) -> Problem:
        first, later = sorted(pair, key=lambda one: catalog.known[one.journey.key].order)
        whom = f" to {catalog.title(persona)}" if persona else ""
        told = (
            f"is {_handled(later)} here, and {_handled(first)}"
            if is_moment
            else f"feels like {later.score:.3g}{whom} here, and like {first.score:.3g}"
        )
        return self.problem(
            later.ref.place,
            f"“{catalog.title(touchpoint)}” {told} on “{first.journey.called}” "
            f"({first.ref.place}).",
            "Find out which of the two is right; where both are, write why as "
            f"`{'why' if is_moment else 'because'}:` on both maps.",
            also=(first.ref.place,),
        )


def _furthest(verdicts: list[Verdict]) -> tuple[Verdict, Verdict]:
    """Give the lowest and the highest of two that are not both explained; else one twice."""
    low, high = min(verdicts, key=_score), max(verdicts, key=_score)
    if not (low.is_explained and high.is_explained):
        return low, high
    bare = [one for one in verdicts if not one.is_explained]
    if not bare:
        return low, low
    pairs = (low, max(bare, key=_score)), (min(bare, key=_score), high)
    return max(pairs, key=lambda pair: pair[1].score - pair[0].score)


def _score(verdict: Verdict) -> float:
    return verdict.score


def _handled(verdict: Verdict) -> str:
    return "winning" if verdict.score > 0 else "failing"


def _scores(catalog: Catalog) -> Iterator[tuple[Where, Verdict]]:
    """Give what each map says by its scores, for each of those who travel it."""
    for journey, scored in scored_parts(catalog):
        if not is_current(journey):
            continue
        lines = travellers(catalog, journey)
        said: dict[Where, Said] = {}
        for one in scored:
            if one.touchpoints:
                for persona in _whose(catalog, one, lines):
                    for ref in one.touchpoints:
                        told = (one.score, ref, one.emotion)
                        said.setdefault((ref.text, persona, False), []).append(told)
        yield from _verdicts(journey, said)


def _whose(catalog: Catalog, one: Scored, lines: tuple[Key, ...]) -> tuple[Key | None, ...]:
    """Give the travellers whose score it is; nobody where it is that of somebody else."""
    if one.is_everybodys:
        return lines or (None,)
    if one.part.side == "company":
        return ()
    return tuple(persona for persona, who in whose(catalog, one.emotion, lines) if not who)


def _moments(catalog: Catalog) -> Iterator[tuple[Where, Verdict]]:
    """Give what each map says by moments of truth that are winning or failing."""
    for journey, parts in parts_that_say(catalog, "moment_of_truth"):
        if not is_current(journey):
            continue
        said: dict[Where, Said] = {}
        for _, part in parts:
            moment = part.moment_of_truth
            if moment and moment.handling in HANDLED:
                for persona in travellers(catalog, journey) or (None,):
                    for ref in part.touchpoints:
                        told = (HANDLED[moment.handling], ref, moment)
                        said.setdefault((ref.text, persona, True), []).append(told)
        yield from _verdicts(journey, said)


def _verdicts(journey: Journey, said: dict[Where, Said]) -> Iterator[tuple[Where, Verdict]]:
    """Give the mean of all that a map says of each touchpoint."""
    for where, each in said.items():
        yield where, Verdict(sum([one[0] for one in each]) / len(each), journey, each)
