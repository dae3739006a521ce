"""The comparison of a current map with the future one that answers it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from tests.maps_on_disk import catalog_of
from tests.pages.figure_maps import FULL, SPARSE
from tests.pages.reading import has_page, headings, links, page_of, part, shown, words

COMPARE = Key("compare", "order-future")


def test_every_step_is_kept_changed_added_or_removed(tmp_path: Path) -> None:
    facts = page_of(catalog_of(tmp_path, FULL), COMPARE).facts
    told = [
        (row.change, [one.link.text for one in row.current], row.future and row.future.link.text)
        for row in facts.rows
    ]
    assert told == [
        ("changed", ["I compare"], "I listen first"),
        ("kept", ["I pay"], "I pay"),
        ("added", [], "I praise it"),
        ("removed", ["I ring"], None),
        ("removed", ["They pack it"], None),
    ]
    assert facts.rows[0].shift == 3


def test_initiatives_deliver_a_change_and_the_rest_are_wishes(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), COMPARE)
    first = words(tree.xpath('//*[@id="compare-list"]/tr[1]')[0])
    assert "A film In progress due 1 November 2026" in first
    assert "3 better" in first
    assert "I praise it" in part(tree, "wishes")
    assert "I listen first" not in part(tree, "wishes")


def test_the_mean_before_and_after_stands_first(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), COMPARE)
    first = words(tree.xpath('//ul[@class="jm-kpis"]/li[1]')[0])
    # (-2 + 1) / 2 today, (1 + 2) / 2 then.
    assert first == "Average emotion −0.5 to +1.5 2 better"


def test_both_curves_are_drawn_through_every_score(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), COMPARE)
    (drawing,) = tree.xpath('//svg[contains(@class, "jm-both")]')
    assert len(drawing.xpath('./circle[@class="jm-both__now-m"]')) == 2
    assert len(drawing.xpath('./path[@class="jm-both__then-m"]')) == 2
    assert len(drawing.xpath('./polyline[@class="jm-both__now"]')) == 1
    # Nobody has scored how it feels to pay: both curves are only dots there.
    assert len(drawing.xpath('./polyline[@class="jm-both__then"]')) == 2
    assert len(drawing.xpath('./polyline[contains(@class, "jm-both__open")]')) == 2


def test_the_largest_lift_is_named_on_an_arrow(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), COMPARE)
    assert [words(one) for one in tree.xpath('//text[@class="jm-both__lift"]')] == [
        "+3 I listen first"
    ]


def test_every_stage_is_told_today_and_in_future(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), COMPARE)
    (row,) = tree.xpath('//h2[@id="stages"]/following-sibling::table[1]/tbody/tr')
    told = [words(cell) for cell in row]
    assert told[:3] == ["1 I choose", "I compare", "I listen first"]
    assert "Neutral, −0.5 to Positive, +1.5 2 better" in told[3]
    assert told[4] == "Calls 9 to 5 calls"
    assert "A film In progress" in told[5]


def test_stages_that_come_and_go_stand_where_they_are_lived_through(tmp_path: Path) -> None:
    def journey(*stages: str, future: str = "") -> str:
        told = ", ".join(f"{{id: {id_}, title: {id_.title()}, emotion: 1}}" for id_ in stages)
        return f"title: A\n{future}stages: [{told}]\n"

    files = {
        "journeys/now.yml": journey("ask", "wait", "sign"),
        "journeys/then.yml": journey(
            "look", "ask", "sign", "praise", future="state: future\nfuture_of: now\n"
        ),
    }
    catalog = catalog_of(tmp_path, files)
    curves = page_of(catalog, Key("compare", "then")).facts.curves
    assert [title for _, title in curves.stages] == ["Look", "Ask", "Wait", "Sign", "Praise"]
    assert [(mark.part, round(mark.way, 1)) for mark in curves.before.marks] == [
        *(("ask", 0.3), ("wait", 0.5), ("sign", 0.7)),
    ]
    assert [mark.part for mark in curves.after.marks] == ["look", "ask", "sign", "praise"]


def test_the_tables_name_every_step_of_both_maps_once_each(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, FULL), COMPARE)
    named = tree.xpath('//*[@id="compare-list"]//*[@data-step]/@data-step')
    assert sorted(named) == sorted(
        ["compare", "ring", "pack", "pay", "compare", "pay", "praise"],
    )


def test_it_leads_back_to_both_maps_and_hangs_under_the_future_one(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, FULL)
    found = links(shown(catalog, COMPARE))
    assert found["Current"] == "../../journeys/order/"
    assert found["Future"] == "../../journeys/order-future/"
    assert page_of(catalog, COMPARE).above == Key("journey", "order-future")


def test_a_map_that_answers_none_has_no_comparison(tmp_path: Path) -> None:
    assert not has_page(catalog_of(tmp_path, SPARSE), Key("compare", "order"))


def test_two_maps_without_steps_can_still_be_compared(tmp_path: Path) -> None:
    future = "title: One day\nstate: future\nfuture_of: order\nstages: [{id: a, title: A}]\n"
    tree = shown(
        catalog_of(tmp_path, SPARSE | {"journeys/later.yml": future}), Key("compare", "later")
    )
    assert "nothing to compare" in part(tree, "steps")
    assert headings(tree) == ["steps"]
