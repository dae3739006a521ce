"""Pages of ours that are built when somebody asks for them, while the handbook is served.

Of a thousand pages, whoever edits a map looks at two. The host would build all of them after every
edit; here it builds what is written by hand, and each page of ours when it is first looked at, by
the host's own steps. What it then gives is what a whole build gives, to the byte.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePosixPath

from jinja2 import Environment
from mkdocs.commands.build import _build_page, _populate_page
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_journeys.mkdocs_files import MapFile
from mkdocs_journeys.mkdocs_pages import search_reads_pages

FREE = frozenset(
    {
        *("search", "journeys", "mike", "redirects"),
        *("awesome-nav", "literate-nav", "section-index"),
    }
)
"""The plugins that want to see no page of ours while the site is built. With any other, all pages
are built after every edit, as the host would."""


def can_wait(config: MkDocsConfig) -> bool:
    """Tell whether no plugin, no hook and no search wants to see all pages at once."""
    if search_reads_pages(config):
        return False
    return all(name.rpartition("/")[2] in FREE for name in config.plugins)


class WaitingFiles(Files):
    """The files of a site; of its pages, ours are left out while the host builds the others."""

    are_waiting = False

    def documentation_pages(
        self, *, inclusion: Callable[[InclusionLevel], bool] = InclusionLevel.is_included
    ) -> Sequence[File]:
        """Give the pages, as the host does; those to be built and served, without ours that wait.

        The host asks in other words when it wants them for the map of the site.
        """
        found = super().documentation_pages(inclusion=inclusion)
        if not self.are_waiting or inclusion is not InclusionLevel.is_in_serve:
            return found
        return [one for one in found if not isinstance(one, MapFile)]


class WaitingPages:
    """The pages of one build that wait until somebody asks for them."""

    def __init__(self, config: MkDocsConfig, files: Files) -> None:
        """Take the files of the site, ours among them."""
        self.files = WaitingFiles(files)
        self._config = config
        self._nav: Navigation | None = None
        self._theme: Environment | None = None
        self._waiting: dict[str, File] = {}

    def begin(self, nav: Navigation) -> None:
        """Leave our pages to later, now that the navigation is known."""
        self._nav = nav
        for file in self.pages:
            if isinstance(file, MapFile):
                self._waiting[file.dest_uri] = file
                # The host makes those that stand in no navigation while it reads them.
                file.page = file.page or Page(None, file, self._config)
                # Menus say it before the page is read.
                file.page.title = file.page.title or file.title
        self.files.are_waiting = True

    def meet(self, theme: Environment) -> None:
        """Take the theme; read the pages that hand-written ones link into, to check anchors."""
        self._theme = theme
        for file in self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve):
            links = file.page.links_to_anchors if file.page else None
            self._read(found for found in links or () if found.dest_uri in self._waiting)

    def end(self) -> None:
        """Give the host all pages again, when it has built what it builds."""
        self.files.are_waiting = False

    @property
    def pages(self) -> Sequence[File]:
        """Give all pages of the site, in their order."""
        before, self.files.are_waiting = self.files.are_waiting, False
        found = self.files.documentation_pages(inclusion=InclusionLevel.is_in_serve)
        self.files.are_waiting = before
        return found

    def waits_at(self, address: str) -> bool:
        """Tell whether a page waits at an address of the site: ``a/index.html``, or ``a``."""
        return self._at(address) is not None

    def build(self, address: str) -> bool:
        """Build the page at an address of the site, if it waits; tell whether it did.

        What the host raises when it cannot goes through.
        """
        file = self._at(address)
        if file is None or self._nav is None or self._theme is None:
            return False
        self._read([file])
        assert file.page is not None, "begin() made one"
        _build_page(file.page, self._config, self.pages, self._nav, self._theme)
        del self._waiting[file.dest_uri]
        return True

    def _at(self, address: str) -> File | None:
        ways = (address, str(PurePosixPath(address, "index.html")))
        return next((self._waiting[one] for one in ways if one in self._waiting), None)

    def _read(self, files: Iterable[File]) -> None:
        for file in files:
            assert file.page is not None, "begin() made one"
            if file.page.content is None:
                _populate_page(file.page, self._config, self.files)
