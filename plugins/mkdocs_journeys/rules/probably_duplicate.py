"""Two things that are probably one."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.kinds import KINDS
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class ProbablyDuplicate(Rule):
    """Finds two things of a kind whose titles differ only in spaces, hyphens, case or punctuation.

    A current and a future map of one journey may have the same title.

    ## Why it matters to the customer
    What is known of one place is spread over two: each looks as if only half of her journeys
    went through it, and a trouble there looks half as big.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: web-shop, title: Web shop}
    - {id: webshop, title: Webshop}
    ```

    ## Write instead
    ```yaml
    # maps/channels.yml
    - {id: web-shop, title: Web shop, formerly: [webshop]}
    ```
    """

    name = "probably-duplicate"
    group = "links"
    level = "info"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every kind; the finding stands at the later of two and names the first."""
        for kind in KINDS:
            first: dict[tuple[str, str], Entry] = {}
            for entry in catalog.all(kind):
                bare = bare_title(entry.called)
                state = entry.state if isinstance(entry, Journey) else ""
                earlier = first.setdefault((bare, state), entry) if bare else entry
                if earlier.id != entry.id:
                    place = earlier.spot.of("title", "name", "id")
                    yield self.problem(
                        entry.spot.of("title", "name", "id"),
                        f"“{entry.called}” is probably “{earlier.called}” ({place}).",
                        f"Keep one of them, with `formerly: [{entry.id}]` at the one that stays, "
                        "or make their titles tell them apart.",
                        also=(place,),
                    )


def bare_title(title: str) -> str:
    """Give what is left of a title without case, spaces, hyphens and punctuation.

    Symbols stay: C and C++ are two things.
    """
    folded = unicodedata.normalize("NFKC", title).casefold()
    return "".join(sign for sign in folded if unicodedata.category(sign)[0] not in "ZPC")
