"""More maps than one site can hold."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule

MOST = 20_000


class TooManyMaps(Rule):
    """Finds a folder of more than 20,000 files of maps.

    A strict build refuses it, a plain one publishes them all.

    ## Why it matters to the customer
    A site of that size takes an hour to build and cannot be searched. An edit that helps her
    waits that long, too.

    ## Example
    ```yaml
    # maps/handbook.yml
    rules: {too-many-maps: {most: 1}}
    ```
    ```yaml
    # maps/stakeholders/care.yml
    name: Care
    ```
    ```yaml
    # maps/stakeholders/sales.yml
    name: Sales
    ```

    ## Write instead
    ```yaml
    # maps/handbook.yml
    rules: {too-many-maps: {most: 2}}
    ```

    ## Options
    `most: 40000` in handbook.yml sets another number: `rules: {too-many-maps: {most: 40000}}`.
    """

    name = "too-many-maps"
    group = "structure"
    level = "error"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Count the files; the finding stands in the first one that is too many, by its name."""
        setting = self.setting(catalog).most
        most = max(1, int(setting.value)) if setting else MOST
        read = (entry.spot.file for entry in catalog.loaded.entries)
        files = set(chain(read, (lost.file for lost in catalog.loaded.unreadable)))
        if len(files) > most:
            yield self.problem(
                Place(sorted(files)[most]),
                f"{catalog.loaded.folder}/ holds {len(files):,} files, more than {most:,}.",
                "Make a site for each part of the company, or merge things that are small into "
                "lists: a file may hold many.",
            )
