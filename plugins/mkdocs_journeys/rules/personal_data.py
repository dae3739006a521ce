"""Something that gives a person away."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.nouns import an
from mkdocs_journeys.catalog.writing import Written, place_of, sources, texts_in, where
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.metric import Metric
from mkdocs_journeys.model.registries import Stakeholder
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

if TYPE_CHECKING:
    from mkdocs_journeys.catalog.personal_data import Giveaway

ADDRESSES = ("url", "tracker", "suggest")
"""Fields with an address on the web: what stands in it is no text, but a key may."""
CONTACTS = ("e-mail address", "phone number")


class PersonalData(Rule):
    """Finds e-mail addresses, phone numbers, card and bank account numbers, and keys in texts.

    Looks into quotes and every other text. Card numbers are checked by their check digit (Luhn),
    bank accounts by theirs (IBAN, modulo 97), phone numbers by the numbering plans. The message
    never shows the value. A team's mailbox (*support@…*) and numbers that are free to call are
    nobody's, and colleagues may be reached: contacts of stakeholders are fine as long as the
    handbook is `audience: internal`.

    ## Why it matters to the customer
    She told us her story to help us. Her number on a page that the whole company reads, or the
    whole world, is a breach of the law and of her trust.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes: [{text: Ring me on +44 20 7946 0018 when it is there.}]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    quotes: [{text: "Ring me on [phone number] when it is there."}]
    stages: []
    ```
    """

    name = "personal-data"
    group = "words-and-privacy"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look into the files in which an @ or a long number stands, and into readings."""
        texts = sources(catalog, "private")
        holders: tuple[Thing, ...] = (catalog.settings, *catalog.loaded.entries) if texts else ()
        for holder in holders:
            if holder.spot.file in texts:
                for written in texts_in(holder):
                    yield from self._in(catalog, holder, written, texts[holder.spot.file])
        for metric in catalog.all(Metric):
            for reading in metric.readings:
                # Those in the YAML were looked at above; a CSV has no other text than this.
                if reading.note and reading.spot.file != metric.spot.file:
                    place = reading.spot.of("note")
                    note = Written(thing=reading, field="note", text=reading.note, place=place)
                    yield from self._in(catalog, metric, note, "")

    def _in(
        self, catalog: Catalog, holder: Thing, written: Written, source: str
    ) -> Iterator[Problem]:
        # Here, because its patterns take 25 ms to set up and most handbooks need none of them.
        from mkdocs_journeys.catalog.personal_data import giveaways

        for found in giveaways(written.text, catalog.settings.language):
            if _is_fine(catalog, holder, written, found):
                continue
            sort = f"{an(found.sort).capitalize()} ({found.hint})"
            problem = self.problem(
                place_of(written, found.start, found.end, source),
                f"{sort} stands in {where(written, holder)}.",
                "Take it out, and have the key revoked: who reads the history still has it."
                if found.sort == "key"
                else f"Take it out, or write `[{found.sort}]` in its place.",
            )
            yield replace(problem, is_private=True)


def _is_fine(catalog: Catalog, holder: Thing, written: Written, found: Giveaway) -> bool:
    if written.field in ADDRESSES:
        return found.sort != "key"
    is_colleague = isinstance(holder, Stakeholder) and catalog.settings.audience == "internal"
    return is_colleague and found.sort in CONTACTS
