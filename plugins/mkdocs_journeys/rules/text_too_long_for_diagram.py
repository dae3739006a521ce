"""A title that does not fit into a drawing."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import maps_in_force
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

MOST = 60
"""Beyond it the boxes of a flow, three lines of about twenty letters, end in an ellipsis."""


class TextTooLongForDiagram(Rule):
    """Finds titles of stages and steps that are cut short in diagrams.

    The boxes of a flow have room for about 60 letters. East Asian characters are twice as wide
    and count as two. The page below a diagram shows the title in full in any case. Retired maps
    and drafts are not looked at.

    ## Why it matters to the customer
    Her step ends in three dots just where it says what went wrong, and the picture is what
    people remember.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait for an engineer who was to come by twelve, and ring up twice to ask
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - id: wait
        title: I wait for an engineer who does not come
        summary: He was to come between eight and twelve. She rings up twice to ask where he is.
    ```

    ## Options
    `most`: how many letters are fine; 60 by default.
    """

    name = "text-too-long-for-diagram"
    group = "words-and-privacy"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the titles of every stage and step."""
        setting = self.setting(catalog).most
        most = setting.value if setting else MOST
        for journey in maps_in_force(catalog):
            for part in chain(journey.stages, journey.all_steps):
                length = len(part.title)
                # No sign is wider than two letters: most titles need no measuring.
                if length <= most and (length * 2 <= most or part.title.isascii()):
                    continue
                wide = _wide(part.title)
                if wide > most:
                    yield self.problem(
                        part.spot.of("title"),
                        f"The title “{_short(part.title)}” takes the room of {wide} letters, "
                        f"and diagrams show about {most:g}.",
                        "Say it in fewer words, and move the rest to `summary`.",
                    )


def _wide(title: str) -> int:
    """Give how many letters wide a title is."""
    if title.isascii():
        return len(title)
    # Here, because it takes 30 ms to load and few titles need it.
    from wcwidth import wcswidth

    # A tab has no width of its own, and the width of a text with a control character is unknown.
    wide: int = wcswidth(" ".join(title.split()))
    return wide if wide >= 0 else len(title)


def _short(title: str) -> str:
    return title if len(title) <= 40 else f"{title[:39]}…"
