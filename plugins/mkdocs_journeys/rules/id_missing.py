"""Stages and steps that are only called by their position."""

from __future__ import annotations

from collections.abc import Container, Iterable
from itertools import chain, count

from slugify import slugify

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mapped import parts_that_lack
from mkdocs_journeys.load.ids import RESERVED, inner_ids
from mkdocs_journeys.load.source import Source
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.problems import Edit, Problem
from mkdocs_journeys.rules.rule import Rule
from mkdocs_journeys.rules.writing_ids import with_id

LONGEST = 64
"""How many characters an id may have."""


class IdMissing(Rule):
    """Finds stages and steps without an id of their own, told once for each journey.

    Without an id, a step is called by its position: `step-3-2`. Nobody can mention it, and its
    address changes as soon as something moves in front of it.

    ## Why it matters to the customer
    A link to the very step where she gives up leads to another step next month, and an
    opportunity cannot say which step it would mend.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - title: I choose
        steps:
          - title: I compare prices
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: choose
        title: I choose
        steps:
          - {id: compare, title: I compare prices}
    ```
    """

    name = "id-missing"
    group = "links"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every journey; the finding stands at the first thing that has no id."""
        for journey, _ in parts_that_lack(catalog, "no id"):
            if nameless := _nameless(journey):
                yield self._finding(journey, nameless)

    def _finding(self, journey: Journey, nameless: list[Experience]) -> Problem:
        first = nameless[0]
        example = slugify(first.title, max_length=64, word_boundary=True)
        more = len(nameless) - 1
        what = f"“{first.title}” has no id of its own"
        if more:
            what += f", nor {'have' if more > 1 else 'has'} {more} more of “{journey.title}”"
        return self.problem(
            first.spot.of("title"),
            f"{what}: links to {'them' if more else 'it'} break when something moves.",
            f"Give each stage and step a line like `id: {example or 'step-one'}`.",
        )

    def edits(self, problem: Problem, source: Source, catalog: Catalog) -> tuple[Edit, ...]:
        """Write an id made from its title for each stage and step of the journey that has none."""
        at = problem.place
        for journey in catalog.all(Journey):
            nameless = _nameless(journey) if journey.spot.file == at.file else []
            if nameless and nameless[0].spot.of("title") == at:
                taken = {id_ for id_, _ in inner_ids(journey)} | RESERVED
                taken |= {old for part in _parts(journey) for old in part.formerly}
                edits: list[Edit] = []
                for part in nameless:
                    id_ = _free(part, taken)
                    edits += with_id(part.spot.place, id_, source)
                    taken.add(id_)
                return tuple(edits)
        return ()


def _nameless(journey: Journey) -> list[Experience]:
    return [part for part in _parts(journey) if not part.spot.has("id")]


def _free(part: Experience, taken: Container[str]) -> str:
    """Make an id from a title that nothing else in the journey has."""
    word = slugify(part.title, max_length=LONGEST, word_boundary=True) or part.noun
    numbered = (f"{word[: LONGEST - 5]}-{number}" for number in count(2))
    return next(id_ for id_ in chain((word,), numbered) if id_ not in taken)


def _parts(journey: Journey) -> Iterable[Experience]:
    """Give the stages and steps that were written, without the stage that steps alone become."""
    for stage in journey.stages:
        if stage.spot.place != journey.spot.place:
            yield stage
        yield from stage.steps
