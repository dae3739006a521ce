"""The page of a stage: its steps one by one, what happens behind them, what we do about it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from tests.conftest import Golden
from tests.maps_on_disk import catalog_of
from tests.pages.html_text import as_text
from tests.pages.journey_maps import FULL, SPARSE
from tests.pages.reading import headings, page_of, part, shown, words

CHOOSE, WAIT, USE = (Key("stage", f"order/{id_}") for id_ in ("choose", "wait", "use"))


def test_the_whole_page(tmp_path: Path, golden: Golden) -> None:
    golden("goldens/stage.txt", as_text(shown(catalog_of(tmp_path, FULL), CHOOSE)))


def test_a_stage_of_titles_is_enough(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, SPARSE)
    assert headings(shown(catalog, Key("stage", "order/stage-1"))) == ["steps", "flow", "used-by"]
    bare = shown(catalog, Key("stage", "order/stage-2"))
    assert headings(bare) == ["steps", "used-by"]
    assert words(bare.xpath('//h2[@id="steps"]')[0]) == "What happens ¶"


def test_step_numbers_run_through_the_whole_journey(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    numbers = [
        words(one)
        for key in (CHOOSE, WAIT, USE)
        for one in shown(catalog, key).xpath('//*[@class="jm-rail__n"]')
    ]
    assert numbers == ["1", "2", "3", "4", "5"]


def test_every_step_repeats_its_anchor_and_old_anchors(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CHOOSE)
    assert tree.xpath('//ol[@class="jm-rail"]/li/@id') == ["step-compare", "step-ask"]
    assert tree.xpath('//ol[@class="jm-rail"]/li/@data-step') == ["compare", "ask"]
    assert tree.xpath('//li[@id="step-compare"]//*[@id="step-check"]')


def test_it_leads_to_its_neighbours_and_says_where_it_stands(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), WAIT)
    assert tree.xpath('//a[@rel="prev"]/@href') == ["../choose/"]
    assert tree.xpath('//a[@rel="next"]/@href') == ["../use/"]
    assert words(tree.xpath('//*[@class="jm-where"]')[0]) == "Stage 2 of 3 · I order a lamp"
    assert words(tree.xpath('//*[@aria-current="step" or @aria-current="page"]')[0]).startswith("2")
    first = shown(catalog_of(tmp_path, FULL), CHOOSE)
    assert not first.xpath('//a[@rel="prev"]')


def test_the_service_blueprint_leads_to_who_does_it_and_to_what_it_hurts(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CHOOSE)
    rows = [words(row) for row in tree.xpath('//table[contains(@class, "jm-behind")]/tbody/tr')]
    assert rows == [
        "Physical evidence The box",
        "Line of interaction Frontstage Shop team Answers",
        "Line of internal interaction Support The till Plain text",
        "Fail points No answer Ring back",
    ]
    (fails,) = tree.xpath('//table[contains(@class, "jm-behind")]//a[text()="No answer"]/@href')
    assert fails == "../#pain-point-hum"


def test_figures_stand_against_their_targets_and_evidence_beside_them(tmp_path: Path) -> None:
    told = [
        words(one)
        for one in shown(catalog_of(tmp_path, FULL), CHOOSE).xpath('//ul[@class="jm-kpis"]/li')
    ]
    assert told[0] == "Calls 9 calls target 5 calls 4 above target"
    assert told[1].startswith("Evidence ")
    assert told[2] == "Owner Shop team"


def test_every_step_has_a_link_to_pass_on(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), CHOOSE)
    for step in tree.xpath('//ol[@class="jm-rail"]/li'):
        (link,) = step.xpath(".//@data-jm-link")
        assert link == f"#{step.get('id')}"


def test_what_is_done_is_told_from_either_end_of_the_link(tmp_path: Path) -> None:
    said = part(shown(catalog_of(tmp_path, FULL), CHOOSE), "doing")
    assert "Record every lamp Shop team Open A film In progress due January 2027" in said
    assert "A listening corner" in said


def test_what_only_the_stage_says_stands_in_a_part_of_its_own(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    assert "Head or heart head" in part(shown(catalog, CHOOSE), "as-a-whole")
    assert "as-a-whole" not in headings(shown(catalog, USE))
    assert "Nobody knows" in part(shown(catalog, WAIT), "steps")


def test_ways_conditions_and_sides_of_a_step_are_told(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    asking = words(shown(catalog, CHOOSE).xpath('//li[@id="step-ask"]')[0])
    assert "Goes on back to 1 (no answer, 17%)" in asking
    using = shown(catalog, USE)
    paying = words(using.xpath('//li[@id="step-pay"]')[0])
    assert "Optional" in paying
    assert "Only for guests" in paying
    packing = words(using.xpath('//li[@id="step-pack"]')[0])
    assert "Unseen by the customer" in packing
    assert "Alongside I pay , I wait , I lie down" in packing
    assert "Opens the map I sleep" in words(using.xpath('//li[@id="step-read"]')[0])


def test_a_stage_is_found_by_what_is_said_there(tmp_path: Path) -> None:
    """Quotes of a map that is a table of stages were not found."""
    text = """\
        title: A
        stages:
          - {id: s, title: S, customer_goal: Peace, pain_points: [It hums],
             quotes: [{text: Hum hum., consent: true}], moment_of_truth: Is it still?}
        """
    page = page_of(catalog_of(tmp_path, {"journeys/a.yml": text}), Key("stage", "a/s"))
    assert page.lede == "Peace"
    for said in ("A", "It hums", "Hum hum.", "Is it still?"):
        assert said in page.words.splitlines()


def test_the_row_of_stages_shows_one_curve_and_not_two_in_one(tmp_path: Path) -> None:
    """With two personas the small curves jumped to and fro between their scores."""
    facts = page_of(catalog_of(tmp_path, FULL), CHOOSE).facts
    assert [one.scores for one in facts.sisters] == [(-2,), (-0.5,), (2,)]
    assert [one.is_here for one in facts.sisters] == [True, False, False]
    # The lowest and the highest are those of all who travel.
    assert (facts.lowest.score, facts.highest.score) == (-2, 1)
