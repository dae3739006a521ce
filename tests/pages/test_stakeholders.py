"""Stakeholders: who decides, who reports to whom, and "my part"."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import page_key
from tests.maps_on_disk import catalog_of
from tests.pages.people_maps import HANDBOOK, PEOPLE
from tests.pages.reading import headings, links, page_of, part, shown, words

TEAM = Key("stakeholder", "shop-team")
ALL = page_key("stakeholders")


def test_influence_and_interest_are_a_table_that_everybody_placed_stands_in(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), ALL)
    rows = tree.xpath("//table[contains(@class, 'jm-power')]/tbody/tr")
    cells = [[words(cell) for cell in row.xpath("./*")] for row in rows]
    assert cells[0] == ["5", "Nobody", "The board", "Nobody", "Nobody", "Nobody"]
    assert cells[1][5] == "Shop team"
    assert "Till" not in str(cells)


def test_much_of_both_is_managed_closely_and_much_power_alone_kept_satisfied(
    tmp_path: Path,
) -> None:
    rows = page_of(catalog_of(tmp_path, PEOPLE), ALL).facts.rows
    assert {row.stakeholder.id: row.attitude for row in rows} == {
        "board": "Keep satisfied",
        "shop-team": "Manage closely",
        "till": "",
    }


def test_who_reports_to_whom_is_a_nested_list(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), ALL)
    assert tree.xpath("//div[@class='jm-tree']/ul/li/a/text()") == ["The board"]
    assert tree.xpath("//div[@class='jm-tree']/ul/li/ul/li/a/text()") == ["Shop team"]


def test_a_tree_with_several_tops_and_depths_stays_a_proper_list(tmp_path: Path) -> None:
    above = {"a": "", "b": "a", "c": "b", "d": "a", "e": "", "f": "e"}
    files = {
        f"stakeholders/{name}.yml": f"name: {name.upper()}\n"
        + (f"reports_to: {boss}\n" if boss else "")
        for name, boss in above.items()
    }
    tree = shown(catalog_of(tmp_path, files), ALL)
    found = {
        item.xpath("./a/text()")[0]: item.xpath("ancestor::li[1]/a/text()")
        for item in tree.xpath("//div[@class='jm-tree']//li")
    }
    assert found == {"A": [], "B": ["A"], "C": ["B"], "D": ["A"], "E": [], "F": ["E"]}


def test_a_circle_of_reports_ends(tmp_path: Path) -> None:
    files = {
        "stakeholders/a.yml": "name: A\nreports_to: b\n",
        "stakeholders/b.yml": "name: B\nreports_to: a\n",
        "stakeholders/c.yml": "name: C\nreports_to: c\n",
    }
    tree = page_of(catalog_of(tmp_path, files), ALL).facts.tree
    assert [(one.stakeholder.id, one.depth) for one in tree] == [("a", 0), ("b", 1)]


def test_a_chain_of_a_thousand_reports_has_a_page(tmp_path: Path) -> None:
    text = "".join(f"- {{id: s-{n}, name: S{n}, reports_to: s-{n - 1}}}\n" for n in range(1, 1000))
    catalog = catalog_of(tmp_path, {"stakeholders.yml": "- {id: s-0, name: S0}\n" + text})
    assert len(page_of(catalog, ALL).facts.tree) == 1000
    assert max(one.depth for one in page_of(catalog, ALL).facts.tree) == 8


def test_a_public_handbook_says_nothing_of_influence_and_interest(tmp_path: Path) -> None:
    public = PEOPLE | {"handbook.yml": HANDBOOK + "audience: public\n"}
    catalog = catalog_of(tmp_path, public)
    for key in (ALL, TEAM):
        assert "nterest" not in words(shown(catalog, key))
        assert "Manage closely" not in words(shown(catalog, key))
        assert "of 5" not in words(shown(catalog, key))
    assert "power" not in headings(shown(catalog, ALL))


def test_my_part_says_what_i_deliver_at_which_step(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), TEAM)
    assert "I compare I order a lamp Frontstage Answers the chat" in part(tree, "delivers")
    assert links(tree)["I compare"] == "../../journeys/order/#step-compare"


def test_a_system_that_a_blueprint_only_names_delivers_there_too(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), Key("stakeholder", "till"))
    assert "I compare I order a lamp Support" in part(tree, "delivers")
    assert "Chat window" in part(tree, "touchpoints")


def test_who_acts_at_a_step_delivers_it(tmp_path: Path) -> None:
    order = PEOPLE["journeys/order.yml"].replace(
        "title: I pay\n", "title: I pay\n        with: [till]\n"
    )
    catalog = catalog_of(tmp_path, PEOPLE | {"journeys/order.yml": order})
    assert "Acts at this step" in part(shown(catalog, Key("stakeholder", "till")), "delivers")


def test_my_part_says_what_i_own(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), TEAM)
    owned = part(tree, "owns")
    for text in ("Journeys", "I order a lamp", "Steps", "I compare", "Personas", "Bea Lamp"):
        assert text in owned
    assert "Chat window" in part(tree, "touchpoints")
    assert "A page with sounds Opportunity Open" in part(tree, "work")


def test_what_is_overdue_stands_first_and_is_as_of_today(tmp_path: Path) -> None:
    overdue = page_of(catalog_of(tmp_path, PEOPLE), TEAM).facts.overdue
    assert [(one.what, one.thing.text, one.due.isoformat()) for one in overdue] == [
        ("Review", "I order a lamp", "2026-09-01"),
        ("Initiative", "Record every lamp", "2026-11-20"),
    ]


def test_work_that_is_due_today_or_done_is_not_overdue(tmp_path: Path) -> None:
    for change in (("2026-11-20", "2026-11-21"), ("in-progress", "done")):
        files = PEOPLE | {
            "initiatives/record.yml": PEOPLE["initiatives/record.yml"].replace(*change)
        }
        overdue = page_of(catalog_of(tmp_path, files), TEAM).facts.overdue
        assert [one.what for one in overdue] == ["Review"]


def test_my_part_says_whom_i_influence_and_what_to_learn(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, PEOPLE), TEAM)
    said = words(tree)
    for text in ("Reports to The board", "Influences Till", "Influence 4 of 5", "Interest 5 of 5"):
        assert text in said
    assert "How to hear a hum" in part(tree, "training")
    assert "Influenced by Shop team" in words(
        shown(catalog_of(tmp_path, PEOPLE), Key("stakeholder", "till"))
    )


def test_a_stakeholder_of_only_a_name_looks_right(tmp_path: Path) -> None:
    catalog = catalog_of(tmp_path, {"stakeholders/x.yml": "name: X\n"})
    tree = shown(catalog, Key("stakeholder", "x"))
    assert headings(tree) == ["used-by"]
    assert "No map says yet what X does or answers for." in words(tree)
    assert "None" not in words(tree)
    assert tree.xpath("//dl[@class='jm-status']") == []
    assert headings(shown(catalog, ALL)) == ["everybody"]
