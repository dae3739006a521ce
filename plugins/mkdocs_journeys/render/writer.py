"""From what a page tells to a piece of HTML that can be put into any host's page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from pathlib import Path
from typing import Any

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.language import ENGLISH, Language, gettext, ngettext, pgettext, speaking
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.link import in_row
from mkdocs_journeys.pages.page import Find, Page
from mkdocs_journeys.pages.views import View
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.render.blocks import add_blocks
from mkdocs_journeys.render.charts import add_charts
from mkdocs_journeys.render.compiled import COMPILED
from mkdocs_journeys.render.dates import printed
from mkdocs_journeys.render.icons import sprite, used_in
from mkdocs_journeys.render.layout import NoPicture
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.outward import outward
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.prose import prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a page, for its table of contents."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A finished piece of HTML with what a host needs to know of it.

    ``notices`` say which pictures could not be drawn, and why.
    """

    html: str
    headings: tuple[Heading, ...] = ()
    finds: tuple[Find, ...] = ()
    notices: tuple[str, ...] = ()


@dataclass(slots=True)
class _Sheet:
    """What comes up while one page is written."""

    page: Key
    prefix: str = "jm-"
    headings: list[Heading] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    pictures: int = 0


class Writer:
    """Writes pages. Reads templates and icons; knows nothing of the host."""

    def __init__(
        self,
        *,
        catalog: Catalog,
        links: Links,
        pictures: Pictures,
        icons: Path | None = None,
        overrides: Path | None = None,
        banners: Mapping[str, tuple[Problem, ...]] | None = None,
        language: Language = ENGLISH,
    ) -> None:
        """Take what to write of, how links look, and where icons and own templates lie.

        ``banners`` are problems by the file they stand in; the pages of that file show them.
        """
        self._banners = banners or {}
        self._language = language
        self._catalog = catalog
        self._links = links
        self._pictures = pictures
        self._icons = icons
        own = [FileSystemLoader(overrides)] if overrides else []
        self._environment = Environment(
            loader=ChoiceLoader([*own, PackageLoader("mkdocs_journeys.render")]),
            autoescape=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
            extensions=["jinja2.ext.i18n"],
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        # The extension's own method; what a template says is escaped where it is put in.
        self._environment.install_gettext_callables(  # type: ignore[attr-defined]  # see above
            gettext, ngettext, newstyle=True, pgettext=pgettext
        )
        self._environment.filters["prose"] = prose
        self._environment.filters["outward"] = outward
        self._environment.globals["printed"] = printed
        self._environment.globals["in_row"] = partial(in_row, catalog)
        self._environment.globals["settings"] = catalog.settings
        self._environment.globals["today"] = catalog.today
        add_blocks(self._environment, emotion_labels=catalog.settings.scales.emotion)
        add_charts(self._environment)

    def write(self, page: Page) -> Fragment:
        """Write one page with the template of its name."""
        with speaking(self._language):
            return self._written(page)

    def _written(self, page: Page) -> Fragment:
        sheet = _Sheet(page.key)
        html = self._environment.get_template(f"{page.template}.html.jinja").render(
            page=page, facts=page.facts, **self._functions(sheet)
        )
        if problems := self._banners.get(page.source or ""):
            banner = self._environment.get_template("banner.html.jinja")
            html = banner.render(problems=problems, **self._functions(sheet)) + html
        icons = sprite(used_in(html), self._icons)
        return self._finished(html, sheet, page.finds, icons=icons)

    def write_view(self, view: View, page: Key, *, number: int) -> Fragment:
        """Write a view of a journey for somebody's own page; ``number`` counts from 1 there.

        Its icons are not in it: `icons` gives those of all views of a page, once.
        """
        sheet = _Sheet(page, prefix=f"jm-v{number}-")
        template = self._environment.get_template(f"views/{view.name}.html.jinja")
        with speaking(self._language):
            html = template.render(view=view, **self._functions(sheet))
        # Material's search ends what it leaves out at the first closing tag of the same name, and
        # there are more <div> inside; nobody else has an element of ours.
        unsearched = f"<jm-unsearched data-search-exclude>{html}</jm-unsearched>"
        return self._finished(unsearched, sheet, (), icons="")

    def icons(self, html: str) -> str:
        """Give what must stand once in a page before views that refer to icons."""
        return f'<div class="jm">{sprite(used_in(html), self._icons)}</div>'

    def _finished(self, html: str, sheet: _Sheet, finds: tuple[Find, ...], icons: str) -> Fragment:
        # Nothing inside is searched: search entries are given on purpose (Page.finds).
        body = f'<div class="jm" data-search-exclude>{icons}{html}</div>'
        return Fragment(
            html=body,
            headings=tuple(sheet.headings),
            finds=finds,
            notices=tuple(sheet.notices),
        )

    def _functions(self, sheet: _Sheet) -> dict[str, Callable[..., Any]]:
        """Give what templates call: links, headings and pictures, as seen from this page."""

        # A page leads to the same few places again and again.
        @cache
        def url(key: Key) -> str:
            return self._links.href(sheet.page, key)

        def heading(title: str, anchor: str, level: int = 2) -> Markup:
            sheet.headings.append(Heading(level=level, title=title, anchor=anchor))
            return Markup(
                '<h{0} class="jm-h" id="{1}">{2}<a class="headerlink" href="#{1}" '
                'title="Link to this part">¶</a></h{0}>'
            ).format(level, anchor, title)

        def drawing(graph: Graph) -> Markup | None:
            sheet.pictures += 1
            drawn = self._pictures.picture(
                graph, href=url, prefix=f"{sheet.prefix}{sheet.pictures}-"
            )
            if isinstance(drawn, NoPicture):
                sheet.notices.append(f"{graph.title}: {drawn.reason}")
                return None
            return Markup(drawn)  # our own drawing, escaped when it was made

        def file(path: str) -> str:
            return self._links.asset(sheet.page, path)

        return {"url": url, "heading": heading, "drawing": drawing, "file": file}
