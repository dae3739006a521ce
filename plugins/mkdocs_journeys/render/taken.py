"""The drawings of a site as files of their own.

They are worked out anew by every build: that costs less than to keep another file for each.
"""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.palette import Palette
from mkdocs_journeys.render.icons import definitions, used_in
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.look import look_of
from mkdocs_journeys.render.take_away import Dresser

FOLDER = "pictures"
"""Where the files lie, below our assets."""


def picture_file(key: Key, view: str) -> str:
    """Name the file of a view of a thing, by ids alone: ``pictures/journey.order.flow.svg``."""
    return f"{FOLDER}/{key.kind}.{key.id.replace('/', '.')}.{view}.svg"


class Taken:
    """Makes files of drawings. Knows where the site is and how it looks; writes nothing itself."""

    def __init__(
        self,
        *,
        palette: Palette,
        links: Links,
        icons: Path | None,
        is_right_to_left: bool,
    ) -> None:
        """Take the colours, where links lead, and where icons lie."""
        self._palette = palette
        self._links = links
        self._icons = icons
        self._is_right_to_left = is_right_to_left

    def file(self, page: Key, svg: str) -> str:
        """Give the text of the file for a drawing on a page; see `Dresser`."""
        symbols = definitions(used_in(svg), self._icons)
        return self._dresser.standing_alone(
            svg,
            symbols=symbols,
            address=lambda href: self._links.from_anywhere(page, href),
        )

    @cached_property
    def _dresser(self) -> Dresser:
        return Dresser(look_of(self._palette, is_right_to_left=self._is_right_to_left))
