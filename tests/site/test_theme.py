"""What people change about the looks of their site goes on working."""

from __future__ import annotations

import pytest
from lxml import etree

from tests.site.link_check import PageOfSite, faults_of, pages_of
from tests.site.project import HANDBOOK, Built, Project

OWN_PERSONA = """\
    {% set words = page.title %}
    <p id="own">Our own page of {{ words }}</p>
    """


def test_your_own_template_replaces_ours_and_leaves_the_others(handbook: Project) -> None:
    handbook.write({"looks/persona.html.jinja": OWN_PERSONA})
    built = handbook.configure(journeys={"templates": "looks"}).build(strict=True)
    assert built.page("personas/bea").text.endswith("Our own page of Bea Brook")
    assert "Night baker" not in built.page("personas/bea").text
    assert "Searches for a price" in built.page("journeys/order").text


@pytest.mark.parametrize(
    ("template", "place"),
    [
        ("<p>\n{% if page %}\n<p>", "looks/persona.html.jinja:3: "),
        ("<p>\n{{ facts.no_such_fact }}\n<p>", "looks/persona.html.jinja:2: "),
    ],
)
def test_a_fault_in_your_own_template_is_told_with_its_line(
    handbook: Project, template: str, place: str
) -> None:
    handbook.write({"looks/persona.html.jinja": template})
    assert place in handbook.configure(journeys={"templates": "looks"}).fail()


def test_blocks_and_styles_of_your_own_theme_folder_stay_in_force(project: Project) -> None:
    project.write(
        HANDBOOK
        | {
            "overrides/main.html": '{% extends "base.html" %}'
            "{% block announce %}Office closed on Monday{% endblock %}",
            "docs/mine.css": ".jm { color: red }",
        }
    )
    project.configure(theme={"custom_dir": "overrides"}, extra_css=["mine.css"])
    page = project.build(strict=True).page("journeys/order")
    assert "Office closed on Monday" in page.source
    styles = [str(one) for one in page.tree.xpath("//link[@rel='stylesheet']/@href")]
    ours, mine = (
        next(place for place, style in enumerate(styles) if style.endswith(name))
        for name in ("assets/journeys/journeys.css", "mine.css")
    )
    assert ours < mine, "what the user adds comes last, so that it wins"


def test_features_of_the_theme_change_nothing_of_what_a_page_tells(
    handbook: Project, small: Built
) -> None:
    features = ("instant", "prune", "tabs", "indexes", "path", "footer")
    handbook.configure(features=tuple(f"navigation.{name}" for name in features))
    pages = pages_of(handbook.build(strict=True).site)
    assert [fault for page in pages for fault in faults_of(page)] == []
    plain = {page.address: ours(page) for page in pages_of(small.site)}
    assert {page.address: ours(page) for page in pages} == plain


def ours(page: PageOfSite) -> list[bytes]:
    return [etree.tostring(fragment) for fragment in page.ours]


def test_the_host_without_material_publishes_every_page_too(handbook: Project) -> None:
    config = {"name": "mkdocs", "font": None, "features": None}
    built = handbook.configure(theme=config).build(strict=True)
    assert "Searches for a price" in built.page("journeys/order").source
    found = [one for one in built.search_entries if one["location"].startswith("personas/bea/")]
    assert [one["title"] for one in found].count("Bea Brook") == 1
