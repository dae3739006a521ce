"""Something published that says itself that it is not finished."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.writing import Written, place_of, sources, texts_in, where
from mkdocs_journeys.load.marked import PLACEHOLDERS
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.quote import Quote, Thought
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule

_FOUND = re.compile("|".join(rf"(?<!\w){re.escape(word)}(?!\w)" for word in PLACEHOLDERS))


class PublishedWithTodo(Rule):
    """Finds words that hold a place for others in what is published: `TODO`, `TBD`, `???`.

    Looks for `TODO`, `TBD`, `TBC`, `TBA` and `FIXME` in capitals, `???` and *Lorem ipsum*, in
    all texts of published maps and of everything else that readers see. Drafts, maps in review
    and retired maps may have them, and so may comments. What people said and thought is
    not looked at: these are their own words.

    ## Why it matters to the customer
    Whoever opens the map to decide something about her experience finds a hole where her voice
    should be, and does not know whether the rest is any better.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: pay, title: I pay, summary: "TODO ask billing"}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    status: draft
    stages:
      - {id: pay, title: I pay, summary: "TODO ask billing"}
    ```
    Or write what is known, and leave out what is not.

    ## Options
    `words`: more words to look for, exactly as written: `words: [BAUSTELLE]`.
    """

    name = "published-with-todo"
    group = "governance"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look into the files that hold such a word, or all files where settings name more."""
        words = self.setting(catalog).words
        texts = sources(catalog, "placeholder")
        if not texts and not words:
            return
        pattern = _with_more(words)
        for entry in catalog.loaded.entries:
            if (words or entry.spot.file in texts) and _is_published(entry):
                for written in texts_in(entry):
                    if not isinstance(written.thing, Quote | Thought):
                        source = texts.get(entry.spot.file, "")
                        yield from self._in(entry, written, pattern, source)

    def _in(
        self, entry: Entry, written: Written, pattern: re.Pattern[str], source: str
    ) -> Iterator[Problem]:
        for found in pattern.finditer(written.text):
            yield self.problem(
                place_of(written, found.start(), found.end(), source),
                f"`{found[0]}` stands in {where(written, entry)}, which is published.",
                "Write what belongs there, or leave the field out; a map that is not finished "
                "is `status: draft`.",
            )


def _with_more(words: Iterable[str]) -> re.Pattern[str]:
    more = [rf"(?<!\w){re.escape(word)}(?!\w)" for word in words]
    return re.compile("|".join((_FOUND.pattern, *more))) if more else _FOUND


def _is_published(entry: Entry) -> bool:
    return not isinstance(entry, Journey) or entry.status == "published"
