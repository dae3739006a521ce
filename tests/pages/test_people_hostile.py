"""Whatever an author writes of people, it stays text on every page about them."""

from __future__ import annotations

from pathlib import Path

import html5lib
import pytest

from mkdocs_journeys.pages.address import page_key
from mkdocs_journeys.pages.all_pages import all_pages
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import PEOPLE
from tests.pages.reading import links, part, shown, words, written

OURS = {
    *("home", "personas", "persona", "segments", "segment", "lifecycle", "lifecycle_stage"),
    *("stakeholders", "stakeholder", "how_to_read", "glossary"),
}
TERMS = "- {id: hum, title: Hum, definition: A sound., also: [Buzz], note: Beware., tags: [Ear]}\n"
EVIL = "<img src=x onerror=alert(1)><script>alert(2)</script>“\\'>"


def hostile() -> dict[str, str]:
    """Put something evil into the words of every file, and leave ids and keys as they are."""
    files = PEOPLE | {"terms.yml": TERMS}
    for word in (
        *("Bea Lamp", "Reads at night", "Lives above a bakery.", "Quiet", "Lamps hum", "Attic"),
        *("I order a lamp", "I choose", "I compare", "Will it hum?", "A sound sample", "It hums."),
        *("Night owls", "40,000 homes", "Shop team", "Answers the chat", "How to hear a hum"),
        *("Talks at night", "A page with sounds", "Record every lamp", "A sound.", "Buzz", "Ear"),
        *("Returned lamps", "Chat window", "Beware.", "Dracula", "Choose", "Patience", "Short"),
    ):
        quoted = '"' + (word + EVIL).replace("\\", "\\\\") + '"'
        files = {name: text.replace(word, quoted) for name, text in files.items()}
    return files


@pytest.mark.parametrize("template", sorted(OURS))
def test_nothing_that_an_author_wrote_runs(tmp_path: Path, template: str) -> None:
    catalog = catalog_of(tmp_path, hostile())
    assert catalog.loaded.unreadable == ()
    pages = [page for page in all_pages(catalog) if page.template == template]
    trees = [written(catalog, page) for page in pages]
    assert any("<script>alert(2)</script>" in words(tree) for tree in trees)
    for tree in trees:
        assert tree.xpath("//script | //*[@style] | //*[@*[starts-with(name(), 'on')]]") == []
        assert not [src for src in tree.xpath("//img/@src") if src == "x"]


@pytest.mark.parametrize("template", sorted(OURS))
def test_every_page_about_people_is_well_formed(tmp_path: Path, template: str) -> None:
    catalog = catalog_of(tmp_path, PEOPLE | {"terms.yml": TERMS})
    writer = Writer(catalog=catalog, links=Links(), pictures=Pictures(Sandboxed()))
    for page in all_pages(catalog):
        if page.template == template:
            parser = html5lib.HTMLParser(strict=True)
            parser.parseFragment(writer.write(page).html)


def test_names_in_every_script_are_told_as_written(tmp_path: Path) -> None:
    files = {
        "personas/a.yml": "name: 田中 さくら\nchannels: [{channel: 電話}]\n",
        "stakeholders/b.yml": "name: خدمة العملاء\ntraining: [🙂 listen]\n",
    }
    catalog = catalog_of(tmp_path, files)
    by_id = {page.key.id: page for page in all_pages(catalog)}
    tree = written(catalog, by_id["a"])
    assert "How to reach 田中 さくら" in words(tree)
    assert "電話" in part(tree, "channels")
    assert "🙂 listen" in words(written(catalog, by_id["b"]))
    everybody = links(shown(catalog, page_key("stakeholders")))
    assert everybody["خدمة العملاء"] == "b/"
