"""The pen of one build: pages and views as HTML, and what they leave to be published."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import Files

from mkdocs_journeys.config import JourneysConfig
from mkdocs_journeys.language import Language, speaking
from mkdocs_journeys.mkdocs_files import add, asset
from mkdocs_journeys.mkdocs_findings import log, no_traceback, tell_notices
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.page import Page as Told
from mkdocs_journeys.pages.views import view_of
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.render.docs import Embed
from mkdocs_journeys.render.engines import engine_called
from mkdocs_journeys.render.links import ASSETS, Links, elsewhere
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Fragment, Writer
from mkdocs_journeys.road import Handbook


class Pen:
    """Writes fragments; their pictures and notices are kept until they are published and told.

    ``cache`` is the folder for finished drawings, None for none; ``feed`` the address of the feed
    within the handbook, empty for none; ``banners`` are the errors of each file, for its pages.
    """

    def __init__(
        self,
        handbook: Handbook,
        links: Links,
        options: JourneysConfig,
        config: MkDocsConfig,
        *,
        cache: Path | None,
        language: Language,
        feed: str,
        banners: Mapping[str, tuple[Problem, ...]],
    ) -> None:
        """Take up the pen; draws and reads nothing yet."""
        self._config = config
        self._catalog = handbook.catalog
        self._language = language
        self._templates = Path(options.templates) if options.templates else None
        self._has_engine = options.engine != "none"
        self._pictures = Pictures(engine_called(options.engine), cache)
        self._writer = Writer(
            catalog=handbook.catalog,
            links=links,
            pictures=self._pictures,
            icons=_icons(config),
            overrides=self._templates,
            banners=dict(banners),
            language=language,
            feed=feed,
        )
        self._notices: list[str] = []
        self._taken: dict[str, str] = {}

    def page(self, told: Told) -> Fragment:
        """Write a page of ours."""
        with no_traceback(f"writing the page “{told.title}”", self._templates):
            return self._noted(self._writer.write(told))

    def view(self, embed: Embed, file: str, address: str) -> Fragment:
        """Write a view that ``file`` embeds, for a page at ``address`` of the site."""
        journey = self._catalog.entry(Journey, embed.journey.id)
        assert journey is not None, "render/docs.py leaves out what cannot be shown"
        at = elsewhere(address.rpartition("/")[0])
        with no_traceback(f"writing a view in {file}", self._templates):
            with speaking(self._language):
                view = view_of(self._catalog, journey, embed.view)
            return self._noted(self._writer.write_view(view, at, number=embed.number))

    def icons(self, html: str) -> str:
        """Give the icons that somebody's page with views needs."""
        return self._writer.icons(html)

    def add_pictures(self, files: Files, *, is_served: bool) -> None:
        """Add the pictures of all pages as files, once the pages are written."""
        found = [
            asset(self._config, f"{ASSETS}/{path}", text)
            for path, text in sorted(self._taken.items())
        ]
        add(files, found, is_served=is_served)

    def catch_up(self) -> None:
        """Publish the pictures of a page that was built later; tell what could not be drawn."""
        for path, text in self._taken.items():
            asset(self._config, f"{ASSETS}/{path}", text).copy_file()
        tell_notices(self._notices)
        self._taken.clear()
        self._notices.clear()

    def tell(self) -> None:
        """Say what the drawings cost, and which could not be made."""
        log.info(
            f"Drawings: {self._pictures.drawn} drawn, "
            f"{self._pictures.reused} reused from the cache."
        )
        self._notices.extend(self._pictures.notices)
        if self._has_engine:
            tell_notices(self._notices)
        self._notices.clear()

    def _noted(self, fragment: Fragment) -> Fragment:
        self._notices.extend(fragment.notices)
        self._taken.update(fragment.files)
        return fragment


def _icons(config: MkDocsConfig) -> Path | None:
    """Find the theme's drawings of icons, if it has some."""
    folders = (Path(folder) / ".icons" / "material" for folder in config.theme.dirs)
    return next((folder for folder in folders if folder.is_dir()), None)
