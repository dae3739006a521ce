"""A whole site as files: the pages of the handbook, somebody's own, and what both need."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from mkdocs_journeys.language import Language, speaking
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.changes import CHANGES
from mkdocs_journeys.pages.contents import contents
from mkdocs_journeys.pages.feed import feed_facts
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.pages.views import view_of
from mkdocs_journeys.plain_site.edit_links import edit_link
from mkdocs_journeys.plain_site.hand_written import (
    HandWritten,
    is_page,
    is_rule_page,
    published_at,
)
from mkdocs_journeys.plain_site.navigation import (
    as_settings,
    as_written,
    by_folders,
    uris_of,
    with_handbook,
)
from mkdocs_journeys.plain_site.page_text import (
    own_page_text,
    page_text,
    seen_from_above,
    with_view,
)
from mkdocs_journeys.plain_site.settings import SiteSettings
from mkdocs_journeys.render.docs import Embed, linked
from mkdocs_journeys.render.feed import FEED, feed_of
from mkdocs_journeys.render.links import ASSETS, Links, elsewhere
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.site_files import SCRIPT, STYLE, logo_of, site_files
from mkdocs_journeys.render.stylesheet import is_wide
from mkdocs_journeys.render.writer import Fragment, Writer
from mkdocs_journeys.road import Folders, Handbook

DOCS, OVERRIDES, SETTINGS = "docs", "overrides", "mkdocs.yml"

ICON_PACKAGES = ("material", "zensical")
"""Packages that bring drawings of Material's icons, below ``templates/.icons``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file of the site: where it lies, and its text, or the file that it is copied from."""

    uri: str
    content: str | Path


@dataclass(slots=True, kw_only=True)
class PlainSite:
    """Writes a site. Reads hand-written pages and icons; puts nothing on disk itself.

    ``icons`` is a folder of Material's drawings, or None; ``templates`` one of the user's own.
    ``moves_links`` is whether the generator takes links in HTML as seen from the Markdown file,
    as Zensical does, and not as they stand on the page.
    ``notices`` say which pictures could not be drawn, once all files have been given.
    """

    handbook: Handbook
    folders: Folders
    settings: SiteSettings
    own: HandWritten
    language: Language
    pictures: Pictures
    icons: Path | None
    templates: Path | None = None
    prefix: str = ""
    moves_links: bool = True
    notices: list[str] = field(default_factory=list)

    def files(self) -> Iterator[WrittenFile]:
        """Give every file of the site, each once but for pictures that two pages show."""
        links = self._links()
        feed = self._feed(links)
        writer = Writer(
            catalog=self.handbook.catalog,
            links=links,
            pictures=self.pictures,
            icons=self.icons,
            overrides=self.templates,
            language=self.language,
            feed=FEED if feed else "",
        )
        ours = [one for one in self.handbook.pages if links.file(one.key) not in links.by_hand]
        for told in ours:
            yield from self._page(told, writer.write(told), links)
        for uri, path in self.own.files.items():
            if is_page(uri):
                yield from self._own_page(uri, path, writer, links)
            else:
                yield WrittenFile(uri=f"{DOCS}/{uri}", content=path)
        yield from self._beside(links)
        if feed:
            yield WrittenFile(uri=f"{DOCS}/{links.folder(CHANGES)}/{FEED}", content=feed)
        yield from _theme(self.settings)
        yield WrittenFile(uri=SETTINGS, content=self._settings(ours, links))

    def kept(self) -> tuple[str, ...]:
        """Give the hand-written files that stand at an address of ours, which is left out."""
        return tuple(sorted(self._links().by_hand.values()))

    def _links(self) -> Links:
        use_folders = self.settings.is_on("use_directory_urls", default=True)
        taken = {published_at(uri, folders=use_folders): uri for uri in self.own.pages}
        taken |= {uri: uri for uri in self.own.files if uri.endswith(".html")}
        site = self.settings.word("site_url")
        links = Links(
            style="folder" if use_folders else "file",
            prefix=self.prefix,
            site=f"{site.rstrip('/')}/" if site else "",
            home="handbook" if "index.html" in taken and not self.prefix else "",
        )
        ours = [links.file(told.key) for told in self.handbook.pages]
        addresses = {uri: published_at(uri, folders=use_folders) for uri in ours}
        by_hand = {uri: taken[to] for uri, to in addresses.items() if to in taken}
        return replace(
            links,
            by_hand=by_hand,
            sources=self._sources(),
            rule_pages={
                PurePosixPath(uri).stem: published_at(uri, folders=use_folders).removesuffix(
                    "index.html"
                )
                for uri in self.own.pages
                if is_rule_page(uri)
            },
        )

    def _sources(self) -> dict[str, str]:
        """Give where each file with a finding is edited, by its name."""
        names = dict.fromkeys(one.place.file for one in self.handbook.problems)
        return {name: url for name in names if (url := self._edit_link(name))}

    def _edit_link(self, name: str) -> str | None:
        """Give where a file of maps or of pages is edited, which authors know by this name."""
        assert self.folders.docs is not None, "a site has a folder of pages"
        return edit_link(self.settings, self.folders.docs, self.settings.top / name)

    def _page(self, told: Page, fragment: Fragment, links: Links) -> Iterator[WrittenFile]:
        edit_url = self._edit_link(told.source) if told.source else None
        text = page_text(told, fragment, edit_url=edit_url, is_wide=is_wide(fragment.html))
        yield WrittenFile(uri=f"{DOCS}/{links.file(told.key)}", content=text)
        yield from self._taken(fragment)

    def _own_page(
        self, uri: str, path: Path, writer: Writer, links: Links
    ) -> Iterator[WrittenFile]:
        front, markdown = own_page_text(path.read_bytes().decode("utf-8-sig", errors="replace"))
        found = linked(markdown, uri, self.handbook.catalog, links)
        markdown = found.markdown
        fragments = [self._view(one, uri, writer, links) for one in found.embeds]
        icons = writer.icons("".join(one.html for one in fragments)) if fragments else ""
        for embed, fragment in zip(found.embeds, fragments, strict=True):
            # The icons of all views stand once, before the first: a page begins with its heading.
            markdown = with_view(markdown, embed, icons + fragment.html)
            icons = ""
            yield from self._taken(fragment)
        yield WrittenFile(uri=f"{DOCS}/{uri}", content=front + markdown)

    def _view(self, embed: Embed, uri: str, writer: Writer, links: Links) -> Fragment:
        journey = self.handbook.catalog.entry(Journey, embed.journey.id)
        assert journey is not None, "render/docs.py leaves out what cannot be shown"
        with speaking(self.language):
            view = view_of(self.handbook.catalog, journey, embed.view)
        folder = published_at(uri, folders=links.style == "folder").rpartition("/")[0]
        fragment = writer.write_view(view, elsewhere(folder), number=embed.number)
        if not self.moves_links or folder == uri.rpartition("/")[0]:
            return fragment
        return replace(fragment, html=seen_from_above(fragment.html, PurePosixPath(uri).stem))

    def _taken(self, fragment: Fragment) -> Iterator[WrittenFile]:
        self.notices.extend(fragment.notices)
        for path, text in fragment.files:
            yield WrittenFile(uri=f"{DOCS}/{ASSETS}/{path}", content=text)

    def _beside(self, links: Links) -> Iterator[WrittenFile]:
        with speaking(self.language):
            found = site_files(self.handbook.catalog, links, is_review=False)
        for one in found:
            if one.uri not in self.own.files:
                content = Path(one.path) if one.path else one.text
                yield WrittenFile(uri=f"{DOCS}/{one.uri}", content=content)

    def _feed(self, links: Links) -> str:
        """Give the feed of releases; empty without any, or where nobody says where the site is."""
        facts = feed_facts(self.handbook.catalog, self.handbook.history)
        if facts is None or not links.site:
            return ""
        title = self.handbook.catalog.settings.title or self.settings.word("site_name")
        with speaking(self.language):
            return feed_of(facts, links, title)

    def _settings(self, ours: list[Page], links: Links) -> str:
        with speaking(self.language):
            title = self.handbook.catalog.settings.title or _("Handbook")
        written = self.settings.nav
        own = by_folders(self.own.pages) if written is None else as_written(written)
        nav = with_handbook(
            own,
            contents(self.handbook.pages),
            links,
            title,
            is_written=written is not None,
        )
        there = uris_of(nav)
        is_left_to_others = "awesome-nav" in self.settings.plugins
        unlisted = [uri for told in ours if (uri := links.file(told.key)) not in there]
        return self.settings.with_handbook(
            site_name=title,
            nav=None if is_left_to_others else as_settings(nav),
            logo=logo_of(self.handbook.catalog),
            style=STYLE,
            script=SCRIPT,
            unlisted=() if is_left_to_others else unlisted,
        )


def installed_icons() -> Path | None:
    """Find Material's drawings of icons where a package has them; None where none does."""
    for name in ICON_PACKAGES:
        found = find_spec(name)
        for place in (found.submodule_search_locations or ()) if found else ():
            folder = Path(place, "templates", ".icons", "material")
            if folder.is_dir():
                return folder
    return None


def _theme(settings: SiteSettings) -> Iterator[WrittenFile]:
    """Give the templates of the theme: ours, and before them those of the user's own."""
    ours = dict(_templates(files("mkdocs_journeys.plain_site").joinpath("theme")))
    own: dict[str, Path] = {}
    if custom := settings.word("theme", "custom_dir"):
        folder = settings.top / custom
        paths = sorted(path for path in folder.rglob("*") if path.is_file())
        own = {path.relative_to(folder).as_posix(): path for path in paths}
    for name, content in sorted((ours | own).items()):
        yield WrittenFile(uri=f"{OVERRIDES}/{name}", content=content)


def _templates(folder: Traversable, above: str = "") -> Iterator[tuple[str, str | Path]]:
    for one in folder.iterdir():
        if one.is_dir():
            yield from _templates(one, f"{above}{one.name}/")
        else:
            yield f"{above}{one.name}", one.read_text("utf-8")
