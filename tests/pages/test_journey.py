"""The page of a journey: the map first, then everything that leads in and out of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from mkdocs_journeys.model.key import Key
from tests.conftest import Golden
from tests.maps_on_disk import catalog_of
from tests.pages.html_text import as_text
from tests.pages.journey_maps import FULL, SPARSE
from tests.pages.reading import headings, links, page_of, part, shown, words

ORDER = Key("journey", "order")
FUTURE = Key("journey", "order-future")


def segments(tree: Any) -> list[tuple[str, str, str]]:
    return [
        (words(one), one.get("href"), one.get("aria-current", ""))
        for one in tree.xpath('//nav[@aria-label="Map state"]/a')
    ]


def facts_line(tree: Any) -> list[str]:
    return [words(one) for one in tree.xpath('//ul[@class="jm-facts"]/li')]


def test_the_whole_page(tmp_path: Path, golden: Golden) -> None:
    golden("goldens/journey.txt", as_text(shown(catalog_of(tmp_path, FULL), ORDER)))


def test_a_map_of_titles_has_a_page_without_empty_parts(tmp_path: Path, golden: Golden) -> None:
    tree = shown(catalog_of(tmp_path, SPARSE), ORDER)
    assert headings(tree) == ["map", "flow", "other-views", "about", "used-by"]
    assert facts_line(tree) == ["2 stages", "2 steps"]
    assert segments(tree) == []
    assert not tree.xpath('//dl[@class="jm-dl jm-dl--wide"]/div')
    golden("goldens/journey-sparse.txt", as_text(tree))


def test_the_head_tells_who_and_how_it_goes(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), ORDER)
    assert facts_line(tree) == [
        "3 stages",
        "5 steps",
        "1 channel switch",
        "2 hand-offs",
        # Bea: -2, -0.5, 2; Carl: 1, -0.5, 2.
        "+0.3 average emotion",
        "1 moment of truth Failing ×1",
        "Very negative, −2 Lowest point: I compare",
    ]
    assert links(tree)["B Bea Reads at night"] == "../../personas/bea/"


def test_one_of_a_thing_is_said_as_one(tmp_path: Path) -> None:
    text = "title: A\nsteps: [{title: S, channel: a}, {title: T, channel: b}]\n"
    tree = shown(catalog_of(tmp_path, {"journeys/a.yml": text}), Key("journey", "a"))
    assert facts_line(tree) == ["1 stage", "2 steps", "1 channel switch"]


def test_a_current_map_leads_to_its_future_and_the_comparison(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    assert segments(shown(catalog, ORDER)) == [
        ("Current", "./", "page"),
        ("Future", "../order-future/", ""),
        ("Compare", "../../compare/order-future/", ""),
    ]
    assert segments(shown(catalog, FUTURE)) == [
        ("Current", "../order/", ""),
        ("Future", "./", "page"),
        ("Compare", "../../compare/order-future/", ""),
    ]


def test_several_futures_are_numbered(tmp_path: Path) -> None:
    other = "title: Bold\nstate: future\nfuture_of: order\nsteps: [{title: S}]\n"
    tree = shown(catalog_of(tmp_path, FULL | {"journeys/bold.yml": other}), ORDER)
    assert [one[0] for one in segments(tree)] == [
        *("Current", "Future 1", "Compare", "Future 2", "Compare"),
    ]


def test_old_ids_of_everything_on_the_page_are_anchors_there(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), ORDER)
    within = {
        "stage-pick": "stage-choose",
        "step-check": "step-compare",
        "pain-point-noise-at-night": "pain-point-hum",
        "objective-quiet": "objective-calm",
        "hypothesis-fear": "hypothesis-noise",
    }
    for old, now in within.items():
        assert len(tree.xpath(f'//*[@id="{now}"]//*[@id="{old}"]')) == 1, old


def test_no_two_elements_have_one_id(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    for key in (ORDER, FUTURE, Key("stage", "order/choose")):
        ids = shown(catalog, key).xpath("//@id")
        assert sorted(ids) == sorted(set(ids))


VIEWS_OF_STEPS = {
    "map": '//ol[@class="jm-steps"]/li/@data-step',
    "flow": '//svg[contains(@class, "jm-flow__svg")][1]//*[@data-step]/@data-step',
    "flow in words": '//details[contains(@class, "jm-twin")]//li/@data-step',
    "swimlane": '//*[@id="view-swimlane"]//svg//a/@data-step',
    "blueprint": '//*[@id="view-blueprint"]//tr/@data-step',
    "circle": '//*[@id="view-circle"]//svg//a/@data-step',
    "matrix": '//*[@id="view-matrix"]//tr/@data-step',
    "story": '//*[@id="view-story"]//li/@data-step',
}


def test_every_view_tells_of_the_same_steps_in_the_same_order(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), ORDER)
    told = {view: [*dict.fromkeys(tree.xpath(path))] for view, path in VIEWS_OF_STEPS.items()}
    # A flow draws in the order of its boxes; what it leads to comes between them.
    told["flow"] = sorted(told["flow"], key=told["map"].index)
    steps = ["compare", "ask", "pay", "pack", "read"]
    assert told == dict.fromkeys(VIEWS_OF_STEPS, steps)


def test_highs_and_lows_name_the_step_and_the_feeling(tmp_path: Path) -> None:
    said = part(shown(catalog_of(tmp_path, FULL), ORDER), "highs-and-lows")
    assert said == (
        "Highest Very positive +2 I read Positive +1 I compare "
        "Lowest lost (Very negative) −2 I compare Neutral −0.5 I wait"
    )


def test_objectives_and_hypotheses_tell_what_shows_them(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), ORDER)
    assert "Fewer calls Calls 5 31 January 2027" in part(tree, "objectives")
    assert "Noise is fear Supported Talks at night" in part(tree, "hypotheses")


def test_every_step_is_found_by_what_is_said_there(tmp_path: Path) -> None:
    page = page_of(catalog_of(tmp_path, FULL), ORDER)
    found = {one.anchor: one.words for one in page.finds}
    assert list(found) == ["step-compare", "step-ask", "step-pay", "step-pack", "step-read"]
    for text in ("I hear it at night.", "They all look the same", "It may hum", "Will it hum?"):
        assert text in found["step-compare"]
    for text in ("J-1", "All lamps hum in the end.", "lamps", "past midnight"):
        assert text in page.words


def test_only_markdown_of_prose_is_markdown(tmp_path: Path) -> None:
    files = {"journeys/a.yml": "title: A *lamp* <b>\ncustomer_goal: '*so* <i>'\nsteps: [S]\n"}
    tree = shown(catalog_of(tmp_path, files), Key("journey", "a"))
    assert words(tree.xpath("//h1")[0]) == "A *lamp* <b>"
    assert words(tree.xpath('//*[@class="jm-goal"]//em')[0]) == "so"
    assert "*so*" not in words(tree)
    assert "so <i>" in words(tree)
