"""The glossary, and the page that teaches to read a map."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import PEOPLE, SPARSE
from tests.pages.reading import headings, links, page_of, shown, words

GLOSSARY = page_key("glossary")
HOW_TO_READ = page_key("how-to-read")
TERMS = """\
- id: hum
  title: Hum
  definition: What a *lamp* does.
  also: [buzz]
  formerly: [noise]
  owner: shop-team
- {id: bulb, title: bulb}
- {id: moment, title: Moment of truth, definition: When it hums.}
"""


def test_a_term_has_its_anchor_and_the_anchors_it_had_before(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE | {"terms.yml": TERMS}), GLOSSARY)
    (hum,) = tree.xpath("//*[@id='term-hum']")
    assert words(hum) == "Hum also: buzz What a lamp does. Kept by Shop team"
    assert hum.xpath(".//*[@id='term-noise']")


def test_terms_come_by_the_alphabet_whatever_their_case(tmp_path: Path) -> None:
    facts = page_of(catalog_of(tmp_path, {"terms.yml": TERMS}), GLOSSARY).facts
    assert [one.term.called for one in facts.terms] == ["bulb", "Hum", "Moment of truth"]


def test_a_term_without_a_meaning_says_so(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, {"terms.yml": TERMS}), GLOSSARY)
    assert "Nobody has said yet" in words(tree.xpath("//*[@id='term-bulb']")[0])


def test_the_words_of_the_field_stand_there_without_any_map(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path), GLOSSARY)
    assert headings(tree) == ["field"]
    assert "Pain point" in words(tree.xpath("//*[@id='word-pain-point']")[0])


def test_every_word_of_the_field_is_told_in_one_sentence(tmp_path: Path) -> None:
    field = page_of(catalog_of(tmp_path), GLOSSARY).facts.words
    assert [one.title for one in field] == sorted(one.title for one in field)
    assert all(one.meaning.endswith(".") and ". " not in one.meaning for one in field)


def test_the_company_own_definition_stands_instead_of_the_common_one(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, {"terms.yml": TERMS}), GLOSSARY)
    assert tree.xpath("//*[@id='word-moment-of-truth']") == []


def test_a_term_whose_file_cannot_be_read_keeps_its_anchor(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, {"terms/hum.yml": "title: [\n"}), GLOSSARY)
    assert "cannot be read" in words(tree.xpath("//*[@id='term-hum']")[0])


def test_a_term_is_found_by_its_other_words_at_its_anchor(tmp_path: Path) -> None:
    finds = page_of(catalog_of(tmp_path, {"terms.yml": TERMS}), GLOSSARY).finds
    (hum,) = (one for one in finds if one.title == "Hum")
    assert "buzz" in hum.words
    assert hum.anchor == "term-hum"


def test_the_lesson_shows_every_mark_in_a_handbook_without_maps(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path), HOW_TO_READ)
    said = words(tree)
    for text in (
        *("Very positive", "Positive", "Neutral", "Negative", "Very negative"),
        *("Solid", "Dashed", "Dotted", "Digital", "Person to person", "Physical", "Outside"),
        *("Winning", "At risk", "Failing", "Not rated", "Low", "Medium", "High", "Critical"),
        *("Assumption", "Weak", "Moderate", "Strong"),
    ):
        assert text in said
    for stroke in ("solid", "dashed", "dotted"):
        assert tree.xpath(f"//*[contains(@class, 'jm-cv--{stroke}')]")
    for family in ("digital", "human", "physical", "outside"):
        assert tree.xpath(f"//*[contains(@class, 'jm-fs') and contains(@class, 'jm-f-{family}')]")


def test_the_lesson_draws_a_flow_with_its_twin_in_words(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path), HOW_TO_READ)
    assert tree.xpath("//svg[contains(@class, 'jm-flow__svg')]")
    assert "I ring to ask" in words(tree.xpath("//details")[0])


def test_the_lesson_uses_the_company_own_channels_and_its_richest_map(tmp_path: Path) -> None:
    found = links(shown(catalog_of(tmp_path, PEOPLE), HOW_TO_READ))
    assert found["Web"] == "../channels/web/"
    assert found["I order a lamp"] == "../journeys/order/"


def test_the_lesson_speaks_the_handbook_own_words_for_feelings(tmp_path: Path) -> None:
    scale = "scales: {emotion: [Awful, Bad, So so, Good, Great]}\n"
    tree = shown(catalog_of(tmp_path, SPARSE | {"handbook.yml": scale}), HOW_TO_READ)
    assert "Awful" in words(tree)
    assert "Very negative" not in words(tree)
