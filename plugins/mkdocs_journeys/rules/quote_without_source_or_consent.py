"""Somebody's words, and nobody knows whose, or whether they may be shown."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.in_force import is_current
from mkdocs_journeys.catalog.mapped import parts_that_say
from mkdocs_journeys.model.evidence import Evidence
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.persona import Persona
from mkdocs_journeys.model.quote import Quote
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

IN_PUBLIC = ("review", "social")
"""Kinds of evidence that everybody can read already."""

SHOWN = 40
"""So much of a quote is repeated in a message."""


class QuoteWithoutSourceOrConsent(Rule):
    """Finds quotes that do not say where they come from, or whether the person agreed.

    A source is `evidence` or `said_by`; a quote in the registry of evidence comes from there.
    Agreed has who says `consent: true`, or took part in evidence whose `consent` tells what
    those asked have agreed to. Reviews and posts that everybody can read need no consent. A
    quote with `consent: false` is always found.

    Where no quote of a map has a source and consent, that is one finding. A persona's sentence may
    be made up, unless it names a source. Drafts, retired and future maps are left alone.

    ## Why it matters to the customer
    Her own words carry further than any figure. If nobody knows whose they are, they may be
    invented; if she never agreed, she reads in print what she said in private.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes: [{text: Nobody told me anything., said_by: Interview 07}]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes: [{text: Nobody told me anything., said_by: Interview 07, consent: true}]
    stages: []
    ```
    """

    name = "quote-without-source-or-consent"
    group = "evidence"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the quotes of maps, personas and evidence."""
        at_parts = {journey.key: parts for journey, parts in parts_that_say(catalog, "quotes")}
        for journey in catalog.all(Journey):
            quotes = list(journey.quotes)
            for _, part in at_parts.get(journey.key, ()):
                quotes += part.quotes
            if quotes:
                yield from self._of_journey(catalog, journey, quotes)
        for persona in catalog.all(Persona):
            quote = persona.quote
            if quote and (quote.said_by or quote.evidence or quote.consent is False):
                yield from self._findings(catalog, quote)
        for source in catalog.all(Evidence):
            for quote in source.quotes:
                yield from self._findings(catalog, quote, source)

    def _of_journey(
        self, catalog: Catalog, journey: Journey, quotes: list[Quote]
    ) -> Iterator[Problem]:
        if not is_current(journey):
            quotes = [quote for quote in quotes if quote.consent is False]
        elif len(quotes) > 1 and all(_says_nothing(quote) for quote in quotes):
            yield self.problem(
                quotes[0].spot.of("text"),
                f"None of the {len(quotes)} quotes of “{journey.called}” says where it comes from "
                "or whether the person agreed.",
                "Write it at each, for example `{text: …, said_by: Interview 07, consent: true}`.",
            )
            return
        for quote in quotes:
            yield from self._findings(catalog, quote)

    def _findings(
        self, catalog: Catalog, quote: Quote, home: Evidence | None = None
    ) -> Iterator[Problem]:
        line = " ".join(quote.text.split())
        words = f"“{line[:SHOWN]}{'…' if len(line) > SHOWN else ''}”"
        if quote.consent is False:
            yield self.problem(
                quote.spot.of("consent"),
                f"Who said {words} did not agree to be quoted.",
                "Take the quote out.",
            )
            return
        sources = [home] if home else []
        for ref in quote.evidence:
            key = catalog.meant(ref)
            sources += [one for one in [key and catalog.entry(Evidence, key.id)] if one]
        lacking = []
        if not (quote.said_by or quote.evidence or home):
            lacking.append("where it comes from")
        if not (quote.consent or any(one.consent or one.kind in IN_PUBLIC for one in sources)):
            lacking.append("whether the person agreed to be quoted")
        if lacking:
            yield self.problem(
                quote.spot.of("text"),
                f"{words} does not say {' or '.join(lacking)}.",
                "Write it down, for example `said_by: Interview 07` and `consent: true`; without "
                "consent take the quote out.",
            )


def _says_nothing(quote: Quote) -> bool:
    return not (quote.said_by or quote.evidence) and quote.consent is None
