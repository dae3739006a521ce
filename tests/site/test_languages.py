"""A site in another language: our words, dates and numbers follow the theme, an author's never."""

from __future__ import annotations

import json

import pytest

from tests.site.project import HANDBOOK, Project

REVIEWED = "reviewed: 2026-11-03\n"
MAP = HANDBOOK["maps/journeys/order.yml"] + REVIEWED


def in_language(project: Project, tag: str, **options: object) -> Project:
    return project.write(HANDBOOK | {"maps/journeys/order.yml": MAP}).configure(
        theme={"language": tag}, journeys=options
    )


def test_a_german_site_speaks_german_around_the_words_of_authors(project: Project) -> None:
    built = in_language(project, "de").build(strict=True)
    journey, persona, home = (built.page(one) for one in ("journeys/order", "personas/bea", ""))
    for page in (journey, persona, home):
        assert page.tree.get("lang") == "de"
    for words in ("Ist-Zustand", "Geprüft: 3. November 2026", "Schmerzpunkte", "Karte", "Ablauf"):
        assert words in journey.text
    for words in ("Current state", "Reviewed", "Pain points", "Used by"):
        assert words not in journey.text
    assert "Nobody picks up the phone" in journey.text
    assert "Verwendet in" in persona.text
    assert "Wie es sich anfühlt" in home.text


def test_a_german_site_names_its_menu_and_is_found_in_german(project: Project) -> None:
    built = in_language(project, "de").build(strict=True)
    menu = " ".join(words for words, _ in built.page("").links("//nav"))
    for words in ("Handbuch", "So liest man eine Karte"):
        assert words in menu
    titles = {entry["title"] for entry in built.search_entries}
    assert {"Searches for a price", "So liest man eine Karte"} <= titles
    index = json.loads((built.site / "search" / "search_index.json").read_text("utf-8"))
    assert index["config"]["lang"] == ["de"]


def test_an_old_address_says_in_german_that_the_page_has_moved(project: Project) -> None:
    in_language(project, "de").write({"maps/personas/bea.yml": "name: Bea\nformerly: [beatrice]\n"})
    page = (project.build().site / "personas" / "beatrice" / "index.html").read_text("utf-8")
    assert '<html lang="de">' in page
    assert "Diese Seite ist umgezogen." in page


def test_a_language_without_a_catalogue_has_our_english_and_its_own_dates(
    project: Project,
) -> None:
    page = in_language(project, "fr").build(strict=True).page("journeys/order")
    assert page.tree.get("lang") == "fr"
    assert "Current state" in page.text
    assert "Reviewed 3 novembre 2026" in page.text


def test_a_site_from_right_to_left_says_so_to_the_browser(project: Project) -> None:
    page = in_language(project, "ar").build(strict=True).page("journeys/order")
    assert page.tree.find("body").get("dir") == "rtl"
    assert "Current state" in page.text


def test_words_of_ones_own_stand_on_every_page(project: Project) -> None:
    project.write({"words/en.po": 'msgid ""\nmsgstr ""\n\nmsgid "Pain points"\nmsgstr "Hurdles"\n'})
    page = in_language(project, "en", words="words").build(strict=True).page("journeys/order")
    assert "Hurdles" in page.text
    assert "Pain points" not in page.text


@pytest.mark.parametrize("words", ['msgid "Due %(day)s"\nmsgstr "%(date)s"\n', "hello\n"])
def test_words_that_cannot_be_said_end_the_build_with_their_file(
    project: Project, words: str
) -> None:
    project.write({"words/de.po": words})
    assert "journeys: de.po" in in_language(project, "de", words="words").fail()
