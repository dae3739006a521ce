"""One build of the site: the road of the handbook, walked with the host's files and pages."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import replace
from functools import cache, partial
from pathlib import Path
from typing import Any, cast

from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journeys.config import JourneysConfig
from mkdocs_journeys.history.past import Past
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import speaking
from mkdocs_journeys.load.collector import leave_alone
from mkdocs_journeys.load.known_files import KnownFiles
from mkdocs_journeys.mkdocs_assets import assets_of, show_logo_of
from mkdocs_journeys.mkdocs_files import (
    MapFile,
    add,
    backing_of,
    docs_folder,
    edit_uri,
    published,
    shown_as,
)
from mkdocs_journeys.mkdocs_findings import log, no_traceback, tell_findings
from mkdocs_journeys.mkdocs_links import edit_links, rule_pages
from mkdocs_journeys.mkdocs_look import join_theme, surroundings, tell_versions
from mkdocs_journeys.mkdocs_nav import Branches, grow, retitle
from mkdocs_journeys.mkdocs_neighbours import refuse_impossible, tell_neighbours
from mkdocs_journeys.mkdocs_pages import (
    introduce,
    mended_edit_url,
    put_in,
    put_in_view,
    search_reads_pages,
    spare_conversion,
    unread,
)
from mkdocs_journeys.mkdocs_pen import Pen
from mkdocs_journeys.mkdocs_releases import feed_file, releases_of, tell_history
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.contents import contents
from mkdocs_journeys.pages.page import Page as Told
from mkdocs_journeys.render.docs import Embed, linked
from mkdocs_journeys.render.feed import FEED
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.search_index import Entry, entries_of, hidden_words, merge
from mkdocs_journeys.render.site_files import SCRIPT, STYLE
from mkdocs_journeys.road import Folders, Handbook, before_edit, read_handbook


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
        tag, direction = (str(config.theme.get(key) or "") for key in ("language", "direction"))
        self._language = options.language(tag, direction)
        self._handbook_before = before.last_read if before else None
        cache = self._top / options.cache if options.cache else None
        self._past: Past = before._past if before and is_served else Past(cache)
        self._known: KnownFiles = before._known if before and is_served else {}
        self._feed = ""
        self.folders = Folders(
            maps=self._top / options.maps,
            maps_shown_as=Path(options.maps).as_posix(),
            docs=Path(config.docs_dir),
            docs_shown_as=shown_as(docs_folder(config), self._top),
        )
        self.handbook: Handbook | None = None
        self._links = Links(prefix=options.folder.strip("/"))
        self._told: dict[str, Told] = {}
        self._is_found: dict[Key, bool] = {}
        self._files: dict[Key, MapFile] = {}
        self._embeds: dict[str, tuple[Embed, ...]] = {}
        self._entries: list[Entry] = []
        self._branches: Branches | None = None
        self._taken_up: Pen | None = None
        # First, so that what the user adds wins.
        for name, uri in (("extra_css", STYLE), ("extra_javascript", SCRIPT)):
            if uri not in [str(one) for one in config[name]]:
                config[name].insert(0, uri)
        refuse_impossible(config)
        join_theme(config)
        tell_versions(config, os.environ)

    def read(self) -> None:
        """Read and judge the maps; a strict build ends here if a finding fails it."""
        tell_neighbours(self._config)
        before = self._handbook_before if self._is_served else None
        ref = str(self._options.compare_with) or os.environ.get("JOURNEYS_COMPARE_WITH", "")
        with no_traceback("reading the maps"), before_edit(self.folders.maps, ref) as base:
            self.handbook = read_handbook(
                self.folders,
                self._options.today(),
                before,
                self._language,
                base,
                has_health=self._options.health,
                releases=releases_of(self._past, self.folders.maps, self._options, self._config),
                known=self._known if self._is_served else None,
            )
        tell_history(self.handbook)
        leave_alone()
        show_logo_of(self.handbook, self._config)
        tell_findings(
            self.handbook.problems, self._options, self._config, is_served=self._is_served
        )

    def add_files(self, files: Files) -> Files:
        """Add our pages, the files that they need, and pages at old addresses."""
        handbook, config = self._read_handbook, self._config
        has_home = "index.html" in published(files, is_served=self._is_served)
        self._links = Links(
            style="folder" if config.use_directory_urls else "file",
            prefix=self._links.prefix,
            site=f"{config.site_url.rstrip('/')}/" if config.site_url else "",
            home="handbook" if has_home and not self._links.prefix else "",
            sources=edit_links(handbook.problems, config, self._top),
            rule_pages=rule_pages(files),
        )
        # A journey and all its stages are edited in one file.
        way_to = cache(partial(edit_uri, config))
        for told in handbook.pages:
            backing = backing_of(told, self.folders, self._top)
            file = MapFile(
                self._links.file(told.key),
                config,
                title=Markup.escape(told.title),
                backed_by=backing,
                edit_uri=way_to(backing) if told.source else None,
            )
            self._told[file.src_uri] = told
            self._files[told.key] = file
        with speaking(self._language):
            beside = assets_of(handbook, config, self._links)
            feed = feed_file(handbook, config, self._links)
        if feed:
            beside.append(feed)
            self._feed = feed.dest_uri
        kept = add(files, (*self._files.values(), *beside), is_served=self._is_served)
        self._links = replace(self._links, by_hand=kept)
        self._files = {key: own for key, own in self._files.items() if own.src_uri not in kept}
        for uri in kept.values():
            log.info(f"{uri} is written by hand; what the handbook has there is left out.")
        return files

    def place(self, nav: Navigation) -> Navigation:
        """Put our pages into the navigation, unless somebody else does."""
        if "awesome-nav" in self._config.plugins:
            retitle(nav)
        elif self._options.navigation:
            with speaking(self._language):
                title = self._read_handbook.catalog.settings.title or _("Handbook")
            tree = contents(self._read_handbook.pages)
            left_out = grow(nav, tree, lambda told: self._files.get(told.key), self._config, title)
            if left_out:
                log.info(f"Your nav has no place for {', '.join(left_out)}; name them there too.")
        self._branches = Branches(nav)
        leave_alone()
        return nav

    def prepare(self, markdown: str, page: Page) -> str:
        """Introduce a page of ours; turn the mentions of a hand-written one into links."""
        told = self._of(page)
        if told:
            page.edit_url = mended_edit_url(page.edit_url)
            spare_conversion(page)
            self._is_found[told.key] = introduce(page, told, is_read=self._is_read)
            return markdown
        found = linked(markdown, page.file.src_uri, self._read_handbook.catalog, self._links)
        self._embeds[page.file.src_uri] = found.embeds
        return found.markdown

    def fill(self, html: str, page: Page) -> str:
        """Put our words in after conversion: whole pages, and views in hand-written ones."""
        told = self._of(page)
        if told:
            fragment = self._pen.page(told)
            if self._is_found.get(told.key, True):
                self._entries.extend(entries_of(told, page.url))
            if not self._is_read:
                return put_in(page, fragment)
            return hidden_words(told) + put_in(page, unread(fragment))
        embeds = self._embeds.get(page.file.src_uri, ())
        for embed in embeds:
            view = self._pen.view(embed, page.file.src_uri, page.file.dest_uri)
            html = put_in_view(html, embed.mark, unread(view) if self._is_read else view)
        return self._pen.icons(html) + html if embeds else html

    def add_pictures(self, files: Files) -> None:
        """Add the pictures of all pages as files, once the pages are written."""
        self._pen.add_pictures(files, is_served=self._is_served)

    def narrow(self, context: TemplateContext, page: Page | None) -> None:
        """Give a page the branch of the navigation that surrounds it, and our words around it."""
        with speaking(self._language):
            told = self._of(page) if page else None
            # The host types what it puts in itself; plugins may add.
            cast(dict[str, Any], context)["journeys"] = surroundings(
                page, told, self._config, self._feed
            )
        if self._branches:
            context["nav"] = self._branches.branch_of(context["nav"], page)

    def catch_up(self) -> None:
        """Publish the pictures of a page that was built later; tell what could not be drawn."""
        self._pen.catch_up()

    def finish(self, pages: Sequence[File] = ()) -> None:
        """Add what can be found of ours to the search index, and say what the drawings cost.

        ``pages`` are all pages of the site where some of ours are built later.
        """
        if pages:
            # In the order of a whole build, which reads all of them.
            ours = ((self._told.get(one.src_uri), one.page) for one in pages)
            found = (entries_of(told, page.url) for told, page in ours if told and page)
            self._entries = [entry for entries in found for entry in entries]
        index = Path(self._config.site_dir, "search", "search_index.json")
        if self._options.search and not self._is_read and not merge(index, self._entries):
            log.info("There is no search index to add the handbook to.")
        if self._taken_up:
            self._taken_up.tell()

    def _of(self, page: Page) -> Told | None:
        """Give what a page of ours tells; None for somebody else's, at our address too."""
        return self._told.get(page.file.src_uri) if isinstance(page.file, MapFile) else None

    @property
    def _is_read(self) -> bool:
        """Whether the site's search reads finished pages, and shall find ours."""
        return self._options.search and search_reads_pages(self._config)

    @property
    def templates(self) -> Path | None:
        """Give the folder of the user's own templates, if there is one."""
        return Path(self._options.templates) if self._options.templates else None

    @property
    def words(self) -> Path | None:
        """Give the folder of the user's own words, if there is one."""
        return Path(self._options.words) if self._options.words else None

    @property
    def last_read(self) -> Handbook | None:
        """Give the handbook of this build, else of the one before."""
        return self.handbook or self._handbook_before

    @property
    def _read_handbook(self) -> Handbook:
        assert self.handbook is not None, "MkDocs calls on_pre_build first"
        return self.handbook

    @property
    def _pen(self) -> Pen:
        if self._taken_up is None:
            cache = self._options.cache
            self._taken_up = Pen(
                self._read_handbook,
                self._links,
                self._options,
                self._config,
                cache=self._top / cache if cache else None,
                language=self._language,
                feed=FEED if self._feed else "",
                banners=self._read_handbook.banners if self._is_served else {},
            )
        return self._taken_up
