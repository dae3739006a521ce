"""One build of the site: the road of the handbook, walked with the host's files and pages."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page

from mkdocs_journeys.as_of import as_of
from mkdocs_journeys.config import JourneysConfig
from mkdocs_journeys.mkdocs_files import MapFile, add, asset, copied, edit_uri
from mkdocs_journeys.mkdocs_nav import branch_of, grow
from mkdocs_journeys.mkdocs_pages import introduce, put_in
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.contents import contents
from mkdocs_journeys.pages.page import Page as Told
from mkdocs_journeys.pages.redirects import redirects
from mkdocs_journeys.pages.views import view_of
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.render.docs import Embed, linked
from mkdocs_journeys.render.engines import engine_called
from mkdocs_journeys.render.links import ASSETS, Links
from mkdocs_journeys.render.palette import palette_of
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.redirects import LEAD_ON, SCRIPT_NAME, redirect_page
from mkdocs_journeys.render.search_index import Entry, entries_of, merge
from mkdocs_journeys.render.stylesheet import script, stylesheet
from mkdocs_journeys.render.writer import Writer
from mkdocs_journeys.road import Folders, Handbook, read_handbook

log = get_plugin_logger("journeys")
STYLE, SCRIPT = f"{ASSETS}/journeys.css", f"{ASSETS}/journeys.js"


class Build:
    """What is known from the first event of a build to the last. Reads maps, writes no maps.

    ``before`` is the last build of the same server: what it could read stays shown while a map
    is being mended.
    """

    def __init__(
        self,
        options: JourneysConfig,
        config: MkDocsConfig,
        *,
        is_served: bool = False,
        before: Build | None = None,
    ) -> None:
        """Take the options; touches no files, since mike asks for this much and builds nothing."""
        self._options = options
        self._config = config
        self._is_served = is_served
        self._top = Path(config.config_file_path or "mkdocs.yml").resolve().parent
        self._handbook_before = before.handbook if before else None
        self.folders = Folders(
            maps=self._top / options.maps,
            maps_shown_as=Path(options.maps).as_posix(),
            docs=Path(config.docs_dir),
            docs_shown_as=_shown(Path(config.docs_dir).resolve(), self._top),
        )
        self.handbook: Handbook | None = None
        self._links = Links(prefix=options.folder.strip("/"))
        self._told: dict[str, Told] = {}
        self._files: dict[Key, MapFile] = {}
        self._embeds: dict[str, tuple[Embed, ...]] = {}
        self._entries: list[Entry] = []
        self._writer: Writer | None = None
        self._pictures: Pictures | None = None
        for name, uri in (("extra_css", STYLE), ("extra_javascript", SCRIPT)):
            if uri not in [str(one) for one in config[name]]:
                config[name].append(uri)
        if self.folders.maps.is_dir() and str(self.folders.maps) not in config.watch:
            config.watch.append(str(self.folders.maps))

    def read(self) -> None:
        """Read and judge the maps; a strict build ends here if a finding fails it."""
        try:
            today = as_of(self._options.as_of, os.environ)
        except ValueError as error:
            raise PluginError(f"journeys: {error}") from None
        self.handbook = read_handbook(
            self.folders, today, before=self._handbook_before if self._is_served else None
        )
        failing = [problem for problem in self.handbook.problems if self._say(problem)]
        if failing and self._config.strict and not self._is_served:
            raise PluginError(
                f"journeys: {_count(len(failing), 'finding')} of the level that fails a strict "
                "build; nothing was published. Each is told above."
            )

    def _say(self, problem: Problem) -> bool:
        """Tell a finding to the host's log; give whether it fails a strict build."""
        fails = problem.level == "error" or (
            problem.level == "warning" and self._options.fail_on == "warning"
        )
        text = f"{problem.place}: {problem.what} [{problem.rule}]"
        if problem.mend:
            text += f"\n    {problem.mend}"
        if fails:
            log.warning(text)
        elif problem.level == "warning":
            log.info(text)
        else:
            log.debug(text)
        return fails

    def add_files(self, files: Files) -> Files:
        """Add our pages, the files that they need, and pages at old addresses."""
        handbook, config = self._read_handbook, self._config
        own_home = files.get_file_from_path("index.md") is not None and not self._links.prefix
        self._links = Links(
            style="folder" if config.use_directory_urls else "file",
            prefix=self._links.prefix,
            home="handbook" if own_home else "",
        )
        for told in handbook.pages:
            backing = self._backing(told)
            file = MapFile(
                self._links.file(told.key),
                config,
                backed_by=backing,
                edit_uri=edit_uri(config, backing) if told.source else None,
            )
            if add(files, (file,)):
                log.info(f"{file.src_uri} is written by hand; the handbook's page is left out.")
            else:
                self._told[file.src_uri] = told
                self._files[told.key] = file
        add(files, self._assets())
        return files

    def _backing(self, told: Told) -> Path:
        """Give the file that a page tells of: its YAML, else the settings, else mkdocs.yml."""
        if told.source:
            below = Path(told.source).relative_to(self.folders.maps_shown_as)
            return self.folders.maps / below
        settings = self.folders.maps / "handbook.yml"
        return settings if settings.is_file() else self._top / "mkdocs.yml"

    def _assets(self) -> list[File]:
        handbook, config = self._read_handbook, self._config
        colours = handbook.catalog.settings.palette
        found = [
            asset(config, STYLE, stylesheet(palette_of(colours.accent if colours else None))),
            asset(config, SCRIPT, script()),
            asset(config, f"{ASSETS}/{SCRIPT_NAME}", LEAD_ON),
        ]
        found += [
            copied(config, f"{ASSETS}/{shown}", path)
            for shown, path in handbook.catalog.loaded.pictures
        ]
        found += [
            asset(config, *redirect_page(redirect, self._links))
            for redirect in redirects(handbook.catalog)
        ]
        return found

    def place(self, nav: Navigation) -> Navigation:
        """Put our pages into the navigation, unless somebody else does."""
        if self._options.navigation and "awesome-nav" not in self._config.plugins:
            tree = contents(self._read_handbook.pages)
            grow(nav, tree, lambda told: self._files.get(told.key), self._config)
        return nav

    def prepare(self, markdown: str, page: Page) -> str:
        """Introduce a page of ours; turn the mentions of a hand-written one into links."""
        told = self._told.get(page.file.src_uri)
        if told:
            introduce(page, told)
            return markdown
        catalog = self._read_handbook.catalog
        found = linked(markdown, page.file.src_uri, catalog, self._links)
        self._embeds[page.file.src_uri] = found.embeds
        return found.markdown

    def fill(self, html: str, page: Page) -> str:
        """Put our words in after conversion: whole pages, and views in hand-written ones."""
        told = self._told.get(page.file.src_uri)
        if told:
            fragment = self._pen.write(told)
            self._entries.extend(entries_of(told, page.url))
            self._notice(fragment.notices)
            return put_in(page, fragment)
        for embed in self._embeds.get(page.file.src_uri, ()):
            catalog = self._read_handbook.catalog
            journey = catalog.entry(Journey, embed.journey.id)
            if journey:
                at = page_key(page.file.dest_uri.rpartition("/")[0])
                view = view_of(catalog, journey, embed.view)
                fragment = self._pen.write_view(view, at, number=embed.number)
                self._notice(fragment.notices)
                html = html.replace(embed.mark, fragment.html)
        return html

    def narrow(self, context: dict[str, Any], page: Page) -> dict[str, Any]:
        """Give a page the branch of the navigation that surrounds it."""
        context["nav"] = branch_of(context["nav"], page)
        return context

    def finish(self) -> None:
        """Add what can be found of ours to the search index, and say what the drawings cost."""
        if self._options.search:
            index = Path(self._config.site_dir) / "search" / "search_index.json"
            if not merge(index, self._entries):
                log.info("There is no search index to add the handbook to.")
        if self._pictures:
            self._notice(self._pictures.notices)
            drawn, reused = self._pictures.drawn, self._pictures.reused
            log.info(f"Drawings: {drawn} drawn, {reused} reused from the cache.")

    def _notice(self, notices: tuple[str, ...]) -> None:
        for notice in notices:
            log.warning(notice)

    @property
    def _read_handbook(self) -> Handbook:
        assert self.handbook is not None, "MkDocs calls on_pre_build first"
        return self.handbook

    @property
    def _pen(self) -> Writer:
        if self._writer is None:
            cache = self._options.cache
            self._pictures = Pictures(
                engine_called(self._options.engine), self._top / cache if cache else None
            )
            self._writer = Writer(
                catalog=self._read_handbook.catalog,
                links=self._links,
                pictures=self._pictures,
                icons=_icons(self._config),
                overrides=Path(self._options.templates) if self._options.templates else None,
                banners=self._read_handbook.banners if self._is_served else {},
            )
        return self._writer


def _icons(config: MkDocsConfig) -> Path | None:
    """Find the theme's drawings of icons, if it has some."""
    folders = (Path(folder) / ".icons" / "material" for folder in config.theme.dirs)
    return next((folder for folder in folders if folder.is_dir()), None)


def _shown(path: Path, top: Path) -> str:
    return path.relative_to(top).as_posix() if path.is_relative_to(top) else path.as_posix()


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number} {noun}s"
