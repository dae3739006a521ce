"""What customers said."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind, of_thing
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import short
from mkdocs_journeys.changes.shown import shown
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.step import Experience


class QuoteAdded(ChangeKind):
    """Says that the words of a customer came in.

    ## Why it matters
    A map speaks with her voice.

    ## Level
    Minor.
    """

    name = "quote-added"
    level = "minor"
    mirror = "quote-removed"
    tells = ((Experience, "quotes"), (Journey, "quotes"), (Evidence, "quotes"), (Persona, "quote"))

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at steps, stages, journeys, personas and evidence."""
        for one in comparison.quoted:
            pair = one.pair
            for quote in one.added:
                words = shown(quote, comparison.head)
                yield self.change(
                    comparison,
                    pair,
                    f"A quote{of_thing(pair)} was added, “{short(words)}”",
                    after=words,
                    fields=("quotes",),
                    head=quote.spot.of("text"),
                )


class QuoteRemoved(ChangeKind):
    """Says that the words of a customer went.

    ## Why it matters
    What she said is heard no more.

    ## Level
    Minor.
    """

    name = "quote-removed"
    level = "minor"
    mirror = "quote-added"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at steps, stages, journeys, personas and evidence."""
        for one in comparison.quoted:
            pair = one.pair
            for quote in one.removed:
                words = shown(quote, comparison.base)
                yield self.change(
                    comparison,
                    pair,
                    f"A quote{of_thing(pair)} was removed, “{short(words)}”",
                    before=words,
                    fields=("quotes",),
                    base=quote.spot.of("text"),
                )
