"""The page of a persona: how well we know them before what is true of them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.key import Key
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import BEA, HANDBOOK, PEOPLE
from tests.pages.reading import headings, links, page_of, part, shown, words

BEA_KEY = Key("persona", "bea")
CARL_KEY = Key("persona", "carl")


@pytest.fixture
def catalog(tmp_path: Path) -> Catalog:
    return catalog_of(tmp_path, PEOPLE)


def test_how_well_we_know_her_stands_before_any_trait(catalog: Catalog) -> None:
    said = words(shown(catalog, BEA_KEY))
    assert said.index("Evidence Weak") < said.index("Last checked 2 October 2026")
    assert said.index("Checked against real people 1 time") < said.index("Light without noise")


@pytest.mark.parametrize(
    "text",
    [
        "P-1",
        "Reads at night",
        "Reads until two.",
        "Lives above a bakery.",
        "12% of homes",
        "I only want to read.",
        "Attic, Two cats",
        "Quiet",
        "A dim lamp",
        "Lamps hum High Often",
        "Reads reviews",
        "Text over calls",
        "A broken bulb",
        "Too dear",
        "Web 5 of 5 Prefers 1 Talks at night",
        "Phone 1 of 5 Avoids Assumption",
        "30 of 100, 0 is Short, 100 is Long",
        "Silent for life.",
        "2 October 2026 Playback, by Shop team , n = 6",
        "Recognised",
        "Medium confidence",
        "Check again in spring.",
        "night",
        "Favourite book Dracula",
        "Next review by 1 January 2027",
    ],
)
def test_everything_that_is_written_of_her_is_shown(catalog: Catalog, text: str) -> None:
    assert text in words(shown(catalog, BEA_KEY))


def test_what_she_decides_by_is_ranked(catalog: Catalog) -> None:
    ranked = shown(catalog, BEA_KEY).xpath("//ol[@class='jm-rank']/li")
    assert [words(one) for one in ranked] == ["Noise", "Price"]


def test_a_trait_without_a_source_is_an_assumption_and_one_with_a_source_is_not(
    catalog: Catalog,
) -> None:
    goals = shown(catalog, BEA_KEY).xpath("//section[h3[contains(., 'Goals')]]//li")
    assert [words(one) for one in goals] == [
        "Light without noise 1 Talks at night",
        "Sleep by three Assumption",
    ]


def test_what_supports_her_is_listed_with_what_it_supports(catalog: Catalog) -> None:
    (row,) = page_of(catalog, BEA_KEY).facts.proof.rows
    assert (row.source.text, row.n, row.is_qualitative) == ("Talks at night", 8, True)
    assert row.supports == ("The persona as a whole", "Goals", "Pain points", "Channels", "Quote")


def test_what_is_only_assumed_is_said_in_so_many_words(catalog: Catalog) -> None:
    assumed = dict(page_of(catalog, BEA_KEY).facts.proof.assumed)
    assert assumed["Goals"] == ("Sleep by three",)
    assert assumed["Channels"] == ("Phone",)
    assert "Pain points" not in assumed


def test_old_evidence_is_called_stale(tmp_path: Path) -> None:
    aged = HANDBOOK + "evidence_age: {interview: 3 months}\n"
    tree = shown(catalog_of(tmp_path, PEOPLE | {"handbook.yml": aged}), BEA_KEY)
    assert "May 2026 Stale" in part(tree, "evidence")


def test_every_journey_of_hers_has_her_own_curve(catalog: Catalog) -> None:
    (line,) = page_of(catalog, BEA_KEY).facts.journeys
    assert line.scores == (-1.0, 0.0, 2.0)
    (other,) = page_of(catalog, CARL_KEY).facts.journeys
    assert other.scores == (1.0, 1.0, 2.0)


def test_a_step_that_she_has_no_score_for_is_a_gap_in_her_curve(tmp_path: Path) -> None:
    order = PEOPLE["journeys/order.yml"].replace("{who: bea, score: 0}, ", "")
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order})
    assert page_of(catalog, BEA_KEY).facts.journeys[0].scores == (-1.0, None, 2.0)


def test_moments_that_matter_to_her_come_worst_first(catalog: Catalog) -> None:
    moments = page_of(catalog, BEA_KEY).facts.moments
    assert [(one.question, one.handling, one.score) for one in moments] == [
        ("Will it hum?", "failing", -1.0),
        ("Is it safe?", "winning", 0.0),
    ]


def test_a_moment_of_a_step_that_others_act_in_is_not_hers(tmp_path: Path) -> None:
    order = PEOPLE["journeys/order.yml"].replace(
        "title: I compare\n", "title: I compare\n        actors: [carl]\n"
    )
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order})
    assert [one.question for one in page_of(catalog, BEA_KEY).facts.moments] == ["Is it safe?"]


def test_a_need_at_a_step_that_fails_her_is_not_met(catalog: Catalog) -> None:
    tree = shown(catalog, BEA_KEY)
    assert "A sound sample I compare · I order a lamp" in part(tree, "unmet-needs")
    assert links(tree)["I compare"] == "../../journeys/order/#step-compare"


def test_a_need_where_all_goes_well_is_met(tmp_path: Path) -> None:
    order = PEOPLE["journeys/order.yml"].replace("failing", "winning")
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order})
    assert "unmet-needs" not in headings(shown(catalog, CARL_KEY))
    assert "unmet-needs" in headings(shown(catalog, BEA_KEY))


def test_a_stage_that_another_feels_differently_about_is_told_for_both(catalog: Catalog) -> None:
    (hers,) = page_of(catalog, BEA_KEY).facts.divergences
    assert (hers.stage.text, hers.score, hers.other.text, hers.others_score) == (
        "I choose",
        -0.5,
        "Carl",
        1.0,
    )
    (his,) = page_of(catalog, CARL_KEY).facts.divergences
    assert (his.score, his.other.text, his.steps) == (1.0, "Bea Lamp", 2)


def test_less_than_one_point_apart_is_no_divergence(tmp_path: Path) -> None:
    order = PEOPLE["journeys/order.yml"].replace("{who: carl, score: 1}]", "{who: carl, score: 0}]")
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order})
    assert page_of(catalog, BEA_KEY).facts.divergences == ()


def test_quotes_that_speak_for_her_come_from_maps_and_from_evidence(catalog: Catalog) -> None:
    quotes = page_of(catalog, BEA_KEY).facts.quotes
    assert [(one.said.quote.text, one.where.text) for one in quotes] == [
        ("It hums.", "I compare"),
        ("Hum hum hum.", "I read"),
    ]
    assert page_of(catalog, CARL_KEY).facts.quotes == ()


def test_a_quote_on_a_map_that_she_travels_alone_speaks_for_her(tmp_path: Path) -> None:
    order = (
        PEOPLE["journeys/order.yml"]
        .replace("[bea, carl]", "bea")
        .replace("persona: bea, consent", "consent")
    )
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order})
    assert page_of(catalog, BEA_KEY).facts.quotes[0].said.quote.text == "It hums."


def test_words_without_consent_stay_out_of_a_public_handbook(tmp_path: Path) -> None:
    files = {name: text.replace("consent: true", "consent: false") for name, text in PEOPLE.items()}
    files["handbook.yml"] = HANDBOOK + "audience: public\n"
    catalog = catalog_of(tmp_path, files)
    page = page_of(catalog, BEA_KEY)
    for text in ("It hums.", "Hum hum hum.", "I only want to read."):
        assert text not in words(shown(catalog, BEA_KEY))
        assert text not in page.words


def test_a_step_that_goes_differently_for_somebody_is_on_their_page(catalog: Catalog) -> None:
    assert "I pay I order a lamp I pay cash" in part(shown(catalog, CARL_KEY), "variants")
    assert "variants" not in headings(shown(catalog, BEA_KEY))


def test_a_persona_of_only_a_name_looks_right(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"personas/zoe.yml": "name: Zoe\n"})
    tree = shown(catalog, Key("persona", "zoe"))
    assert headings(tree) == ["journeys", "evidence", "used-by"]
    assert "Nobody has checked this persona against real people yet." in words(tree)
    assert "None" not in words(tree)


def test_people_find_her_by_her_words(catalog: Catalog) -> None:
    found = page_of(catalog, BEA_KEY).words
    for text in ("P-1", "bakery", "only want to read", "Lamps hum", "Sleep by three", "night"):
        assert text in found


def test_what_an_author_wrote_of_her_stays_text(tmp_path: Path) -> None:
    evil = BEA.replace("Quiet", '"<img src=x onerror=alert(1)>"').replace(
        "Lives above a bakery.", "'<script>alert(1)</script> [x](javascript:alert(1))'"
    )
    tree = shown(catalog_of(tmp_path, PEOPLE | {"personas/bea.yml": evil}), BEA_KEY)
    assert tree.xpath("//script | //*[@onerror] | //*[@style]") == []
    assert not [one for one in tree.xpath("//a/@href") if one.startswith("javascript")]
    assert "<img src=x onerror=alert(1)>" in words(tree)


def test_each_number_behind_a_trait_leads_to_its_source(catalog: Catalog) -> None:
    tree = shown(catalog, BEA_KEY)
    (note, *_) = tree.xpath('//*[@class="jm-notes"]/a')
    (row,) = tree.xpath(f'//tr[@id="{note.get("href").removeprefix("#")}"]')
    assert "Talks at night" in words(row)
    assert "Talks at night" in words(note)


def test_two_feelings_stand_in_numbers_and_words_beside_their_picture(catalog: Catalog) -> None:
    tree = shown(catalog, BEA_KEY)
    said = part(tree, "divergence")
    assert "I order a lamp" in said
    assert "I choose Neutral −0.5 Positive +1 Carl 1.5 over 2 steps" in said
    (picture,) = tree.xpath('//svg[@class="jm-bell"]')
    assert picture.get("aria-hidden") == "true"
    # From 10 to 150 is from −2 to +2.
    assert picture.xpath("./circle/@cx") == ["62.5"]
