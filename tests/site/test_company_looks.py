"""A company's own colours, logo and words on the built site."""

from __future__ import annotations

import base64

from tests.site.project import HANDBOOK, Project

PIXEL = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="
)
SETTINGS = """\
title: Small Handbook
palette: {accent: "#0B6E4F", header: "#FFD500", human: "#8A2A5B"}
logo: {file: logo.png, alt: Small Ltd}
"""


def test_colours_and_logo_of_the_handbook_are_those_of_every_page(project: Project) -> None:
    project.write(HANDBOOK | {"maps/handbook.yml": SETTINGS})
    (project.folder / "maps" / "logo.png").write_bytes(PIXEL)
    built = project.configure().build(strict=True)
    css = (built.site / "assets/journeys/journeys.css").read_text(encoding="utf-8")
    light = css.partition("@media screen")[0]
    for declared in (
        *("--jm-accent:#0B6E4F", "--jm-ch-human:#8A2A5B"),
        *("--jm-header:#FFD500", "--jm-header-ink:#17202B"),
    ):
        assert declared in light
    assert (built.site / "assets/journeys/maps/logo.png").read_bytes() == PIXEL
    for address in ("journeys/order", ""):
        logos = built.page(address).tree.xpath("//header//a[contains(@class,'md-logo')]//img/@src")
        assert [one.endswith("assets/journeys/maps/logo.png") for one in logos] == [True]


def test_a_logo_that_mkdocs_yml_names_wins(project: Project) -> None:
    project.write(HANDBOOK | {"maps/handbook.yml": SETTINGS, "docs/own.svg": "<svg/>"})
    (project.folder / "maps" / "logo.png").write_bytes(PIXEL)
    project.configure(theme={"logo": "own.svg"})
    page = project.build(strict=True).page("journeys/order")
    assert page.tree.xpath("//header//img/@src") == ["../../own.svg"]


def test_a_colour_that_cannot_be_read_fails_a_strict_build_and_says_which_can(
    project: Project,
) -> None:
    project.write(HANDBOOK | {"maps/handbook.yml": 'palette: {accent: "#FFD500"}\n'})
    said = project.configure().fail(strict=True)
    assert "maps/handbook.yml:1:19: `#FFD500` is too faint to read" in said
    assert 'Write `"#7A6600"`' in said
