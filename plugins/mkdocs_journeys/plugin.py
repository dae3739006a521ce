"""MkDocs events, one call each. What they call knows what to do; this file only says when."""

from __future__ import annotations

import os
from typing import Any

import click
from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page
from mkdocs.utils.templates import TemplateContext

from mkdocs_journeys.config import JourneysConfig
from mkdocs_journeys.mkdocs_build import Build
from mkdocs_journeys.mkdocs_later import WaitingPages, can_wait
from mkdocs_journeys.mkdocs_progress import Steps
from mkdocs_journeys.mkdocs_serve import Serving, end_without, watch
from mkdocs_journeys.render.compiled import COMPILED


class JourneysPlugin(BasePlugin[JourneysConfig]):  # type: ignore[no-untyped-call]  # MkDocs' own
    """Publishes the maps of a folder as pages of the site. Wires events and does nothing else."""

    def __init__(self) -> None:
        """Begin without a build; serving keeps this object from one build to the next."""
        self.build: Build | None = None
        self.later: WaitingPages | None = None
        self.command = "build"
        self.answers = False
        self._steps = Steps(os.environ)

    # That this event is here keeps one plugin object across the rebuilds of serve.
    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember what was asked for; with ``--dirty``, pages that embed maps may stay old."""
        self.command = command
        asked = click.get_current_context(silent=True)
        # Without live reload, the host lets nobody stand between its server and the readers.
        self.answers = (
            command == "serve" and not dirty and bool(asked and asked.params.get("livereload"))
        )

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Take the options. mike runs this too, in a process that builds nothing."""
        is_served = self.command == "serve"
        self.build = Build(self.config, config, is_served=is_served, before=self.build)
        return config

    def on_pre_build(self, config: MkDocsConfig) -> None:
        """Read and judge the maps before the host empties its site folder."""
        self._build.read()

    # Early: plugins that look at all files (literate-nav, redirects, blog) shall see ours.
    @event_priority(50)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add a page for everything in the handbook."""
        files = self._build.add_files(files)
        self.later = None
        if self.answers and can_wait(config):
            self.later = WaitingPages(config, files)
            return self.later.files
        return files

    # Before section-index and awesome-nav's retitling, after the host's own navigation.
    @event_priority(-60)
    def on_nav(self, nav: Navigation, config: MkDocsConfig, files: Files) -> Navigation:
        """Put our pages into the navigation."""
        self._steps.begin(len(files.documentation_pages()))
        nav = self._build.place(nav)
        if self.later:
            self.later.begin(nav)
        return nav

    # After meta (50), so that what it says of our pages is known; before macros (0) and tags (-50),
    # so that our links are ordinary links to them.
    @event_priority(40)
    def on_page_markdown(
        self, markdown: str, page: Page, config: MkDocsConfig, files: Files
    ) -> str:
        """Turn mentions in hand-written pages into links."""
        return self._build.prepare(markdown, page)

    def on_page_content(self, html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Put our pages' words in after conversion."""
        self._steps.step()
        return self._build.fill(html, page)

    # The last event before the host copies what is published as it is.
    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Add the pictures of all pages as files to take away."""
        if self.later:
            env.bytecode_cache = COMPILED
            self.later.meet(env)
        self._build.add_pictures(files)
        return env

    def on_page_context(
        self, context: TemplateContext, *, page: Page, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give each page its own branch of the navigation."""
        self._steps.step()
        self._build.narrow(context, page)
        return context

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Give the pages of the theme the top of the navigation."""
        self._build.narrow(context, None)
        return context

    # After the search plugin (0) has written its index, before offline (-100) packs it.
    @event_priority(-50)
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Add what can be found of ours to the search index."""
        if self.later:
            self.later.end()
        self._build.finish(self.later.pages if self.later else ())

    def on_serve(
        self, server: LiveReloadServer, config: MkDocsConfig, builder: Any
    ) -> LiveReloadServer:
        """Watch the maps, and templates and words of the user's own; answer for the server."""
        watch(server, self._build.folders.maps, self._build.templates, self._build.words)
        Serving(server, self)
        end_without(os.environ)
        return server

    @property
    def _build(self) -> Build:
        assert self.build is not None, "MkDocs calls on_config first"
        return self.build
