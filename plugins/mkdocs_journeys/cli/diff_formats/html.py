"""Changes as one page for the browser: no scripts, nothing loaded, both colour schemes."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.cli.diff_formats.report import Report, tally
from mkdocs_journeys.cli.diff_formats.rows import preview_of
from mkdocs_journeys.cli.formats.addresses import change_page
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.formats.words import tally as tally_of_findings
from mkdocs_journeys.cli.permalinks import Permalinks
from mkdocs_journeys.diagrams.graph import Cluster, Edge, Graph, Node
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import anchor_of_change
from mkdocs_journeys.palette import DARK, LIGHT
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import code_spans

if TYPE_CHECKING:
    from jinja2 import Environment

    from mkdocs_journeys.diagrams.two_curves import TwoCurves

MOST_DRAWN = 20
"""So many maps are drawn, those first that hold what matters most; each takes some 30 ms."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """All changes in one entry, and for a map on both sides its pictures, which may be None."""

    title: str
    changes: tuple[Change, ...]
    flow: Graph | None
    curves: TwoCurves | None


def write(report: Report, look: Look) -> str:
    """Give a page with a section for each thing that changed, what matters most first."""
    sections = tuple(_sections(report))
    drawn = [one for one in sections if one.flow or one.curves]
    environment = _environment()
    return environment.get_template("changes.html.jinja").render(
        report=report,
        sections=sections,
        drawn=drawn[:MOST_DRAWN],
        left_out=counted(len(drawn) - MOST_DRAWN, "map") if len(drawn) > MOST_DRAWN else "",
        title=tally(report.changes) or "Nothing changed",
        findings=tally_of_findings(report.around.findings),
        anchor_of=lambda change: anchor_of_change(change.fingerprint),
        explained=lambda change: change_page(report.around.manual, change.name),
        page_of=partial(_in_preview, report),
        source_of=partial(_source, report),
    )


def _sections(report: Report) -> list[Section]:
    # Here, because pages are loaded by no other format.
    from mkdocs_journeys.pages.changes import both_curves, both_flows

    by_home: dict[Key, list[Change]] = defaultdict(list)
    for change in report.changes:
        by_home[change.home].append(change)
    comparison = report.comparison
    pairs = {pair.journey.head.key: pair for pair in comparison.maps}
    return [
        Section(
            title=report.title(home),
            changes=tuple(changes),
            flow=_alone(both_flows(comparison, pair)) if (pair := pairs.get(home)) else None,
            curves=both_curves(comparison, pair) if pair else None,
        )
        for home, changes in by_home.items()
    ]


def _alone(graph: Graph | None) -> Graph | None:
    """Give a flow whose boxes lead nowhere: the page has no other; None where nothing changed."""
    if graph is None:
        return None
    parts: tuple[Node | Edge | Cluster, ...] = (*graph.nodes, *graph.edges, *graph.clusters)
    if not any(one.change for one in parts):
        return None
    return replace(
        graph,
        nodes=tuple(replace(node, to=None) for node in graph.nodes),
        clusters=tuple(replace(cluster, to=None) for cluster in graph.clusters),
    )


def _in_preview(report: Report, change: Change) -> str:
    preview = report.around.preview
    return preview_of(change, preview) if preview else ""


def _source(report: Report, change: Change) -> Mapping[str, str]:
    """Give the words and the address of a line; of what is gone, of the line in base."""
    place = change.head or change.base
    assert place is not None, change.name
    links: Permalinks | None = report.around.head if change.head else report.around.base
    text = f"{place.file}:{place.span.line}" + ("" if change.head else " in base")
    return {"text": text, "href": links.of(place) if links else ""}


def _environment() -> Environment:
    # Here, because they take 60 ms and more to load and no other format needs them.
    from jinja2 import ChoiceLoader, Environment, PackageLoader, StrictUndefined

    from mkdocs_journeys.render.blocks import add_blocks
    from mkdocs_journeys.render.engines import Sandboxed
    from mkdocs_journeys.render.icons import sprite, used_in
    from mkdocs_journeys.render.layout import NoPicture
    from mkdocs_journeys.render.pictures import Pictures
    from mkdocs_journeys.render.stylesheet import of_pictures
    from mkdocs_journeys.render.two_curves import two_curves

    pictures = Pictures(Sandboxed())

    def flow_of(graph: Graph, number: int) -> str | None:
        drawn = pictures.picture(graph, href=lambda key: "", prefix=f"flow-{number}")
        return None if isinstance(drawn, NoPicture) else drawn

    environment = Environment(
        loader=ChoiceLoader(
            [
                PackageLoader("mkdocs_journeys.cli.diff_formats"),
                PackageLoader("mkdocs_journeys.render"),
            ]
        ),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    add_blocks(environment)
    environment.filters.update(printable=printable, code_spans=code_spans)
    environment.globals.update(
        light=LIGHT,
        dark=DARK,
        two_curves=two_curves,
        flow_of=flow_of,
        icons=lambda html: sprite(used_in(html), None),
        style_of_pictures=of_pictures,
    )
    return environment
