"""What a chat or a mail shows of a link to a page."""

from __future__ import annotations

import pytest

from tests.properties.values import DOT
from tests.site.project import BEA, Built, Page, Project

HOSTILE = """\
title: '"><script>alert(1)</script> & <b>'
summary: '"><img src=x onerror=alert(1)> {{ config }}'
stages: [{id: ask, title: Ask, steps: [{id: search, title: Search}]}]
"""


def previewed(page: Page) -> dict[str, str]:
    found = page.tree.xpath("//head/meta[starts-with(@property, 'og:')]")
    return {one.get("property").removeprefix("og:"): one.get("content") for one in found}


def test_a_link_to_a_page_is_shown_with_its_title_its_words_and_where_it_leads(
    small: Built,
) -> None:
    page = small.page("personas/bea")
    assert previewed(page) == {
        "title": "Bea Brook",
        "description": "Night baker",
        "type": "profile",
        "site_name": "Small",
        "url": "https://small.example/personas/bea/",
    }
    assert page.tree.xpath("//meta[@name='twitter:card']/@content") == ["summary"]
    assert page.tree.xpath("//link[@rel='canonical']/@href") == [previewed(page)["url"]]
    assert previewed(small.page("journeys/order"))["type"] == "article"
    assert previewed(small.page(""))["type"] == "website"


def test_a_portrait_is_the_picture_else_the_logo_of_the_site(handbook: Project) -> None:
    image = "image: {file: bea 1.png, alt: Bea at her oven, consent: true}\n"
    handbook.write({"maps/personas/bea.yml": BEA + image})
    for file in ("maps/personas/bea 1.png", "docs/logo.png"):
        (handbook.folder / file).write_bytes(DOT)
    built = handbook.configure(theme={"logo": "logo.png"}).build(strict=True)
    portrait = previewed(built.page("personas/bea"))["image"]
    assert portrait == "https://small.example/assets/journeys/maps/personas/bea%201.png"
    assert built.has("assets/journeys/maps/personas/bea 1.png")
    assert previewed(built.page("journeys/order"))["image"] == "https://small.example/logo.png"


def test_a_drawing_that_chats_cannot_show_is_no_picture(handbook: Project) -> None:
    handbook.write({"docs/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>"})
    built = handbook.configure(theme={"logo": "logo.svg"}).build(strict=True)
    assert "image" not in previewed(built.page("journeys/order"))


def test_without_an_address_of_the_site_nothing_is_said_of_where_it_is(handbook: Project) -> None:
    (handbook.folder / "docs/logo.png").write_bytes(DOT)
    built = handbook.configure(site_url="", theme={"logo": "logo.png"}).build()
    assert previewed(built.page("personas/bea")).keys() == {
        *("title", "description", "type", "site_name")
    }


def test_titles_that_attack_are_only_words(handbook: Project) -> None:
    handbook.write({"maps/journeys/order.yml": HOSTILE})
    handbook.configure(site_name='A & "B" </title>')
    page = handbook.build().page("journeys/order")
    shown = previewed(page)
    assert shown["title"] == '"><script>alert(1)</script> & <b>'
    assert shown["description"] == '"><img src=x onerror=alert(1)> {{ config }}'
    assert shown["site_name"] == 'A & "B" </title>'
    assert "<script>alert" not in page.source
    assert "<img src=x" not in page.source


@pytest.mark.parametrize("written", ["A way of our own.", "1 < 2 & 3"])
def test_words_from_front_matter_of_your_own_page_are_left_to_you(
    handbook: Project, written: str
) -> None:
    handbook.write({"docs/about.md": f'---\ndescription: "{written}"\n---\n# About\n'})
    assert previewed(handbook.build(strict=True).page("about")) == {}


def test_your_own_theme_folder_may_say_something_else(handbook: Project) -> None:
    handbook.write(
        {
            "overrides/main.html": '{% extends "base.html" %}{% block extrahead %}'
            '<meta property="og:title" content="Ours">{% endblock %}'
        }
    )
    built = handbook.configure(theme={"custom_dir": "overrides"}).build(strict=True)
    assert previewed(built.page("personas/bea")) == {"title": "Ours"}


def test_what_the_theme_forgets_to_name_has_a_name(handbook: Project) -> None:
    handbook.configure(features=("navigation.indexes", "navigation.path", "navigation.tabs"))
    page = handbook.build(strict=True).page("personas/bea")
    assert page.tree.xpath("//*[@role='dialog']/@aria-label") == ["Search"]
    assert page.tree.xpath("//nav[@class='md-path']/@aria-label") == ["The way here"]
    parts = page.tree.xpath("//nav[@aria-labelledby]")
    names = [page.tree.get_element_by_id(part.get("aria-labelledby")) for part in parts]
    # A name is words, or the label of a sign.
    said = [
        " ".join([*name.text_content().split(), *name.xpath(".//@aria-label")]) for name in names
    ]
    assert "Personas" in said
    assert all(said)
