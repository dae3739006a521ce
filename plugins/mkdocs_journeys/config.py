"""The options in mkdocs.yml: what is the host's. What belongs to the maps is in handbook.yml."""

from __future__ import annotations

import os
from datetime import date
from pathlib import Path
from typing import Literal

from mkdocs.config import base
from mkdocs.config import config_options as c
from mkdocs.exceptions import PluginError

from mkdocs_journeys.as_of import as_of
from mkdocs_journeys.language import Language, in_direction, language_called, with_own_words


class JourneysConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs' own
    """The options of the plugin ``journeys``. Paths are relative to mkdocs.yml."""

    maps = c.Type(str, default="maps")
    """The folder of maps. It may appear later: a handbook without maps is an empty handbook."""

    folder = c.Type(str, default="")
    """A folder of the site below which all our pages lie, for example `handbook`."""

    templates = c.Optional(c.Dir(exists=True))
    """A folder with templates of your own; one of the same name replaces ours."""

    words = c.Optional(c.Dir(exists=True))
    """A folder with catalogues of your own words, `de.po`; what they say replaces what we say."""

    engine = c.Choice[Literal["sandbox", "system", "none"]](
        ("sandbox", "system", "none"), default="sandbox"
    )
    """What lays diagrams out: Graphviz in a sandbox, the system's `dot`, or nothing (words)."""

    cache = c.Type(str, default=".cache/journeys")
    """Where finished drawings are kept between builds; empty for nowhere."""

    as_of = c.Type((str, date), default="")
    """The day as of which reviews and dates are judged (`2026-11-21`).

    Without it: `JOURNEYS_AS_OF`, else `SOURCE_DATE_EPOCH`, else today.
    """

    fail_on = c.Choice(("error", "warning"), default="error")
    """From which level on a finding fails a strict build."""

    compare_with = c.Type(str, default="")
    """A branch or another ref of git that this site is compared with, for those who review an edit.

    Without it: `JOURNEYS_COMPARE_WITH`, else nothing is compared.
    """

    releases = c.Type(str, default="versions")
    """Which tags of git are releases, whose changes have pages: a pattern such as `v*`.

    `versions` are those that look like one, `2026.08` or `v1.4.0`. Empty or `none` for no pages.
    """

    releases_compared = c.Type(int, default=12)
    """How many of the newest releases are compared with the one before; older ones are named."""

    health = c.Type(bool, default=True)
    """Whether there is a page of the handbook's health, with all findings."""

    navigation = c.Type(bool, default=True)
    """Whether our pages are put into the navigation. With awesome-nav, it decides itself."""

    search = c.Type(bool, default=True)
    """Whether personas, steps and quotes can be found by the site's search."""

    def today(self) -> date:
        """Give the day as of which maps are judged; ends the build where it is none."""
        # `journeys build --as-of` goes before all settings.
        given = os.environ.get("JOURNEYS_DAY") or str(self.as_of)
        try:
            return as_of(given, os.environ)
        except ValueError as error:
            raise PluginError(f"journeys: {error}") from None

    def language(self, tag: str, direction: str) -> Language:
        """Give the language of a tag, with the user's own words; ends the build if they fail.

        ``direction`` is that of the theme, empty where nobody says it.
        """
        language = in_direction(language_called(tag), direction)
        if not self.words:
            return language
        try:
            return with_own_words(language, Path(self.words))
        except ValueError as trouble:
            raise PluginError(f"journeys: {trouble}") from None
