"""A pain point that hurts much, and nobody has an answer."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.fixes import opportunities_for
from mkdocs_journeys.catalog.gathered import Found
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import parts_that_say
from mkdocs_journeys.model.improvement import Opportunity
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.pain_point import PainPoint
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

SEVERE = 3
"""The rank of a severity from which a pain point asks for an answer: *high*."""


class SeverePainPointUnanswered(Rule):
    """Finds pain points of severity *high* or *critical* that no opportunity would ease.

    The opportunity may stand at the pain point or at its step, in the registry or in plain
    words, and the link may be written at either end; first `ideas` at its step will do too. An
    opportunity that is dismissed is no answer. Looks at current maps that are published or in
    review.

    ## Why it matters to the customer
    What hurts her most goes on hurting as long as nobody has even an idea.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        pain_points: [{title: Twelve days with no update, severity: critical}]
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait
        pain_points: [{title: Twelve days with no update, severity: critical}]
        opportunities: [A text on day 5]
    ```
    """

    name = "severe-pain-point-unanswered"
    group = "improvement"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every step and stage; silent for what a file that cannot be read may answer."""
        dismissed = {one.key for one in catalog.all(Opportunity) if one.status == "dismissed"}
        for journey, parts in parts_that_say(catalog, "pain_points"):
            for stage, part in parts if is_current(journey) else ():
                for pain in part.pain_points:
                    if pain.severity is None or pain.severity.rank < SEVERE:
                        continue
                    if not _names_an_answer(catalog, part, pain, dismissed):
                        found = Found(thing=pain, journey=journey, stage=stage, part=part)
                        yield from self._finding(catalog, found, dismissed)

    def _finding(
        self, catalog: Catalog, found: Found[PainPoint], dismissed: set[Key]
    ) -> Iterator[Problem]:
        pain = found.thing
        answers = _answers(catalog, found)
        if any(key not in dismissed for key in answers) or _may_be_unreadable(catalog, pain):
            return
        named = " and ".join(f"“{catalog.title(key)}”" for key in answers)
        yield self.problem(
            pain.spot.of("id", "title", "name"),
            f"“{pain.title}” hurts (`{pain.severity.text if pain.severity else ''}`), and no "
            "opportunity would ease it" + (f" but {named}, which was dismissed." if named else "."),
            "Name what would ease it, be it in plain words: `opportunities: [A text on day 5]`.",
        )


def _names_an_answer(
    catalog: Catalog, part: Experience, pain: PainPoint, dismissed: set[Key]
) -> bool:
    """Tell whether it or its step names an opportunity that is not dismissed, or an idea."""
    if part.ideas:
        return True
    if not dismissed:
        return bool(pain.opportunities or part.opportunities)
    refs = (*pain.opportunities, *(use.opportunity for use in part.opportunities))
    return any(catalog.meant(ref) not in dismissed for ref in refs)


def _answers(catalog: Catalog, found: Found[PainPoint]) -> tuple[Key, ...]:
    at_its_step = catalog.related(found.key, "opportunity")
    return catalog.in_order((*opportunities_for(catalog, found.journey, found.thing), *at_its_step))


def _may_be_unreadable(catalog: Catalog, pain: PainPoint) -> bool:
    return any(pain.id in lost.words for lost in catalog.loaded.unreadable)
