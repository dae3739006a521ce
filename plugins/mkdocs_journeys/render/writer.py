"""From what a page tells to a piece of HTML that can be put into any host's page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path

from jinja2 import ChoiceLoader, Environment, FileSystemLoader, PackageLoader, StrictUndefined
from markupsafe import Markup

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.diagrams.circle import Circle
from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.diagrams.swimlane import Swimlane
from mkdocs_journeys.language import ENGLISH, Language, gettext, speaking
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.changes import CHANGES
from mkdocs_journeys.pages.own_row import in_row
from mkdocs_journeys.pages.page import Find, Page
from mkdocs_journeys.pages.views import View
from mkdocs_journeys.palette import with_colours
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.render.blocks import add_blocks, add_parts
from mkdocs_journeys.render.charts import add_charts
from mkdocs_journeys.render.circle_svg import draw_circle
from mkdocs_journeys.render.compiled import COMPILED
from mkdocs_journeys.render.dates import printed, printed_span
from mkdocs_journeys.render.direct_calls import TemplateEnvironment
from mkdocs_journeys.render.flow_words import add_flow_words
from mkdocs_journeys.render.icons import sprite, used_in
from mkdocs_journeys.render.layout import NoPicture
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.outward import outward
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.priority_svg import draw_matrix
from mkdocs_journeys.render.prose import prose
from mkdocs_journeys.render.roadmap_svg import draw_roadmap
from mkdocs_journeys.render.stop_marks import told
from mkdocs_journeys.render.swimlane_svg import draw_names, draw_swimlane
from mkdocs_journeys.render.taken import Taken, picture_file
from mkdocs_journeys.render.tips import as_words


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading of a page, for its table of contents."""

    level: int
    title: str
    anchor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Fragment:
    """A finished piece of HTML with what a host needs to know of it.

    ``notices`` say which pictures could not be drawn, and why. ``files`` are its pictures as files
    of their own: where each lies below our assets, and its text.
    """

    html: str
    headings: tuple[Heading, ...] = ()
    finds: tuple[Find, ...] = ()
    notices: tuple[str, ...] = ()
    files: tuple[tuple[str, str], ...] = ()


@dataclass(slots=True)
class _Sheet:
    """What comes up while one page is written."""

    page: Key
    prefix: str = "jm-"
    headings: list[Heading] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)
    files: dict[str, str] = field(default_factory=dict)
    pictures: int = 0
    urls: dict[Key, str] = field(default_factory=dict)


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
        feed: str = "",
    ) -> None:
        """Take what to write of, how links look, and where icons and own templates lie.

        ``banners`` are problems by the file they stand in; the pages of that file show them.
        ``feed`` is what the feed of releases is called, empty without one.
        """
        self._banners = banners or {}
        self._language = language
        self._feed = feed
        self._catalog = catalog
        self._links = links
        self._pictures = pictures
        self._icons = icons
        colours = catalog.settings.palette
        self._taken = Taken(
            palette=with_colours(colours.wanted if colours else {}),
            links=links,
            icons=icons,
            is_right_to_left=language.is_right_to_left,
        )
        self._sheet = _Sheet(Key("page", ""))
        self._environment = self._new_environment(overrides)

    def _new_environment(self, overrides: Path | None) -> Environment:
        """Give what templates are written with: where they lie, and all that they may call."""
        own = [FileSystemLoader(overrides)] if overrides else []
        environment = TemplateEnvironment(
            loader=ChoiceLoader([*own, PackageLoader("mkdocs_journeys.render")]),
            autoescape=True,
            auto_reload=False,
            bytecode_cache=COMPILED,
            trim_blocks=True,
            lstrip_blocks=True,
            undefined=StrictUndefined,
        )
        environment.filters["prose"] = prose
        environment.filters["outward"] = outward
        environment.globals["printed"] = printed
        environment.globals["told"] = told
        environment.globals["in_row"] = partial(in_row, self._catalog)
        environment.globals["settings"] = self._catalog.settings
        environment.globals["today"] = self._catalog.today
        add_blocks(environment, emotion_labels=self._catalog.settings.scales.emotion)
        add_charts(environment)
        environment.globals.update(
            draw_matrix=draw_matrix, draw_roadmap=draw_roadmap, printed_span=printed_span
        )
        add_flow_words(environment)
        environment.globals.update(
            here=self._here,
            url=self._url,
            heading=self._heading,
            drawing=self._drawing,
            file=self._file,
            feed_href=self._feed_href,
            source_line=self._links.source,
            rule_page=lambda rule: self._links.rule_page(self._sheet.page, rule),
            take=self._take,
            swimlane=self._swimlane,
            circle=self._circle,
        )
        with speaking(self._language):
            add_parts(environment)
        return environment

    def write(self, page: Page) -> Fragment:
        """Write one page with the template of its name."""
        with speaking(self._language):
            return self._written(page)

    def _written(self, page: Page) -> Fragment:
        sheet = self._sheet = _Sheet(page.key)
        html = self._environment.get_template(f"{page.template}.html.jinja").render(
            page=page, facts=page.facts
        )
        if page.compared:
            way = self._environment.get_template("compared.html.jinja")
            html = way.render(compared=page.compared) + html
        if problems := self._banners.get(page.source or ""):
            banner = self._environment.get_template("banner.html.jinja")
            html = banner.render(problems=problems) + html
        icons = sprite(used_in(html), self._icons)
        return self._finished(html, sheet, page.finds, icons=icons)

    def write_view(self, view: View, page: Key, *, number: int) -> Fragment:
        """Write a view of a journey for somebody's own page; ``number`` counts from 1 there.

        Its icons are not in it: `icons` gives those of all views of a page, once.
        """
        sheet = self._sheet = _Sheet(page, prefix=f"jm-v{number}-")
        template = self._environment.get_template(f"views/{view.name}.html.jinja")
        with speaking(self._language):
            html = template.render(view=view)
        # Material's search ends what it leaves out at the first closing tag of the same name, and
        # there are more <div> inside; nobody else has an element of ours.
        unsearched = f"<jm-unsearched data-search-exclude>{html}</jm-unsearched>"
        return self._finished(unsearched, sheet, (), icons="")

    def icons(self, html: str) -> str:
        """Give what must stand once in a page before views that refer to icons."""
        return f'<div class="jm">{sprite(used_in(html), self._icons)}</div>'

    def _finished(self, html: str, sheet: _Sheet, finds: tuple[Find, ...], icons: str) -> Fragment:
        # Nothing inside is searched: search entries are given on purpose (Page.finds).
        body = f'<div class="jm" data-search-exclude>{icons}{as_words(html)}</div>'
        return Fragment(
            html=body,
            headings=tuple(sheet.headings),
            finds=finds,
            notices=tuple(sheet.notices),
            files=tuple(sheet.files.items()),
        )

    def _here(self) -> Key:
        return self._sheet.page

    def _url(self, key: Key) -> str:
        # A page leads to the same few places again and again.
        known = self._sheet.urls
        if key not in known:
            known[key] = self._links.href(self._sheet.page, key)
        return known[key]

    def _heading(self, title: str, anchor: str, level: int = 2) -> Markup:
        # A title with a name put into it comes escaped; the table of contents wants its words.
        plain = title.unescape() if isinstance(title, Markup) else title
        self._sheet.headings.append(Heading(level=level, title=plain, anchor=anchor))
        return Markup(
            '<h{0} class="jm-h" id="{1}">{2}<a class="headerlink" href="#{1}" '
            'title="{3}">¶</a></h{0}>'
        ).format(level, anchor, title, gettext("Link to this part"))

    def _drawing(self, graph: Graph, *, is_down: bool = False) -> Markup | None:
        sheet = self._sheet
        sheet.pictures += 1
        drawn = self._pictures.picture(
            replace(graph, across=False) if is_down else graph,
            href=self._url,
            prefix=f"{sheet.prefix}{sheet.pictures}-",
        )
        if isinstance(drawn, NoPicture):
            sheet.notices.append(f"{graph.title}: {drawn.reason}")
            return None
        return Markup(drawn)  # our own drawing, escaped when it was made

    def _feed_href(self) -> str:
        return self._links.beside(self._sheet.page, CHANGES, self._feed) if self._feed else ""

    def _file(self, path: str) -> str:
        return self._links.asset(self._sheet.page, path)

    def _take(self, key: Key, view: str, svg: str, title: str = "") -> Markup:
        path = picture_file(key, view)
        self._sheet.files[path] = self._taken.file(self._sheet.page, str(svg))
        line: Markup = self._environment.globals["share"].take(  # type: ignore[attr-defined]  # a macro
            self._file(path), path.rpartition("/")[2], title
        )
        return line

    def _swimlane(self, of: Swimlane) -> dict[str, Markup]:
        prefix = f"{self._sheet.prefix}swim-"
        whole = draw_swimlane(of, href=self._url, prefix=prefix)
        return {"whole": Markup(whole), "names": Markup(draw_names(of, prefix=prefix))}

    def _circle(self, of: Circle) -> Markup:
        return Markup(draw_circle(of, href=self._url, prefix=f"{self._sheet.prefix}circle-"))
