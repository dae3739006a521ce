"""The map of a journey: its lanes, its cells, and the lines of those who travel it."""

from __future__ import annotations

from pathlib import Path

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.map_facts import MapFacts, StageColumn
from mkdocs_journeys.pages.map_of import map_of
from mkdocs_journeys.pages.own_row import in_row
from tests.maps_on_disk import catalog_of
from tests.pages.journey_maps import FULL, SPARSE


def told(catalog: Catalog, id_: str = "order") -> MapFacts:
    journey = catalog.entry(Journey, id_)
    assert journey is not None
    return map_of(catalog, journey)


def of_stages(folder: Path, stages: str, **more: str) -> MapFacts:
    text = f"title: A\nstages:\n{stages}"
    return told(catalog_of(folder, FULL | more | {"journeys/a.yml": text}), "a")


def lanes(facts: MapFacts) -> list[str]:
    return [lane.name for lane in facts.lanes]


def points(column: StageColumn) -> list[tuple[float, int | None, str, float | None]]:
    return [(one.x, one.line, one.who or one.word, one.score) for one in column.points]


def test_a_map_of_titles_has_one_lane(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, SPARSE))
    assert lanes(facts) == ["steps"]
    assert [len(stage.steps) for stage in facts.stages] == [2, 0]
    assert facts.travellers == facts.families == ()


def test_lanes_come_as_the_handbook_asks_and_only_with_something_in_them(tmp_path: Path) -> None:
    assert lanes(told(catalog_of(tmp_path, FULL))) == [
        *("steps", "row:What others do", "emotion"),
        *("moments-of-truth", "thoughts", "needs", "pain-points", "opportunities", "metrics"),
        *("physical-evidence", "frontstage", "support", "fail-points"),
        "row:Head or heart",
    ]


def test_without_a_wish_lanes_come_from_the_face_to_those_behind_it(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL | {"handbook.yml": "title: T\n"}))
    assert lanes(facts)[:3] == ["steps", "emotion", "moments-of-truth"]
    assert lanes(facts)[-2:] == ["row:Head or heart", "row:What others do"]
    assert [lane.line for lane in facts.lanes if lane.line] == [
        *("interaction", "internal interaction"),
    ]


def test_a_lane_that_nobody_knows_is_no_lane(tmp_path: Path) -> None:
    settings = {"handbook.yml": "lanes: [smells, emotion]\n"}
    assert lanes(told(catalog_of(tmp_path, FULL | settings)))[:2] == ["emotion", "steps"]


def test_rows_of_one_name_are_one_lane_across_the_map(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL))
    cells = [[one.text for one in stage.of("row:Head or heart")] for stage in facts.stages]
    assert cells == [["head", "heart"], [], []]


def test_a_row_named_like_a_lane_of_ours_is_a_lane_of_its_own(tmp_path: Path) -> None:
    facts = of_stages(tmp_path, "  - {id: s, title: S, rows: {Needs: Ours}, needs: [Mine]}\n")
    assert lanes(facts) == ["steps", "needs", "row:Needs"]


def test_a_chapter_stands_on_its_first_stage_only(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL))
    assert [stage.chapter for stage in facts.stages] == ["Before it is dark", "", "At night"]


def test_a_chapter_that_comes_back_is_told_again(tmp_path: Path) -> None:
    stages = "".join(
        f"  - {{id: s{n}, title: S, chapter: {name}}}\n" for n, name in enumerate("ABA")
    )
    assert [stage.chapter for stage in of_stages(tmp_path, stages).stages] == ["A", "B", "A"]


def test_step_numbers_run_through_and_stages_have_their_own(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL))
    assert [stage.number for stage in facts.stages] == ["1", "2", "3"]
    numbers = [[step.number for step in stage.steps] for stage in facts.stages]
    assert numbers == [["1", "2"], [], ["3", "4", "5"]]


def test_a_step_tells_its_conditions_and_ways(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL))
    steps = {step.anchor: step for stage in facts.stages for step in stage.steps}
    assert steps["pay"].notes == ("optional", "only for guests")
    assert steps["pay"].channel == "The web and 1 more"
    assert steps["pack"].notes == ("alongside 3", "alongside I wait", "alongside I lie down")
    assert steps["pack"].is_unseen
    assert steps["ask"].notes == ("back to 1 (no answer, 17%)",)
    assert (steps["ask"].channel, steps["ask"].family) == ("The phone", "human")
    assert steps["read"].opens is not None
    assert steps["read"].opens.to == Key("journey", "sleep")
    assert steps["compare"].formerly == ("check",)
    assert facts.families == ("digital", "human")


def test_each_persona_has_a_line_and_others_are_marked_points(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL))
    assert facts.travellers == ("Bea", "Carl")
    assert points(facts.stages[0]) == [
        (25, 0, "lost", -2),
        (25, 1, "", 1),
        (75, None, "A friend", 1),
        # Nobody of the map feels anything there: a gap in both lines.
        (75, 0, "", None),
        (75, 1, "", None),
    ]
    assert points(facts.stages[1]) == [(50, 0, "", -0.5), (50, 1, "", -0.5)]


def test_whom_a_step_does_not_score_has_a_gap_there(tmp_path: Path) -> None:
    """A line ran on through a step that was scored for somebody else only."""
    step = "{id: t, title: T, emotion: {who: bea, score: 1}}"
    text = f"title: A\npersonas: [bea, carl]\nsteps: [{step}]\n"
    facts = told(catalog_of(tmp_path, FULL | {"journeys/a.yml": text}), "a")
    assert points(facts.stages[0]) == [(50, 0, "", 1), (50, 1, "", None)]


def test_words_without_a_score_are_told_without_a_point(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL))
    assert points(facts.stages[2])[:2] == [(25, 0, "calm", None), (25, 1, "calm", None)]


def test_what_leans_on_nothing_is_an_assumption(tmp_path: Path) -> None:
    column = told(catalog_of(tmp_path, FULL)).stages[0]
    assert [one.is_assumption for one in column.points[:2]] == [False, True]
    assert [(one.title, one.is_assumption) for one in column.pain_points] == [("It may hum", False)]


def test_opportunities_are_told_from_either_end_of_the_link(tmp_path: Path) -> None:
    """An opportunity that named the step, and was not named by it, was missing on the map."""
    facts = told(catalog_of(tmp_path, FULL))
    found = [[(one.title, one.code, one.to) for one in each.opportunities] for each in facts.stages]
    assert found == [
        [
            ("Record every lamp", "O-1", Key("opportunity", "record")),
            ("A listening corner", "", Key("opportunity", "listen")),
        ],
        [],
        [("A plain idea", "", None)],
    ]


def test_an_opportunity_stands_once_in_a_stage(tmp_path: Path) -> None:
    both = "opportunities: [record, Mine]"
    step = f"title: T, {both}, pain_points: [{{title: P, {both}}}]"
    facts = of_stages(
        tmp_path, f"  - {{id: s, title: S, opportunities: [record], steps: [{{id: t, {step}}}]}}\n"
    )
    assert [one.title for one in facts.stages[0].opportunities] == ["Record every lamp", "Mine"]


def test_the_blueprint_names_who_does_what(tmp_path: Path) -> None:
    column = told(catalog_of(tmp_path, FULL)).stages[0]
    cells = {name: [(one.text, one.note) for one in links] for name, links in column.entries}
    assert cells["frontstage"] == [("Shop team", "Answers")]
    assert cells["support"] == [("The till", ""), ("Plain text", "")]
    assert cells["fail-points"] == [("No answer", "Ring back")]
    assert cells["physical-evidence"] == [("The box", "")]


def test_a_map_of_thirty_stages_is_told(tmp_path: Path) -> None:
    stages = "".join(
        f"  - {{id: s{n}, title: S{n}, thoughts: [{'word ' * 20}]}}\n" for n in range(30)
    )
    facts = of_stages(tmp_path, stages)
    assert len(facts.stages) == 30
    assert facts.lines_on_paper > 0


OWN = {
    "handbook.yml": """\
        rows:
          - {title: Trust, at: step, type: curve, least: -2, most: 2}
          - {title: Queue, type: number, unit: min}
          - {title: Mood, at: step, type: choice, choices: [head, heart]}
        """
}
ROWS = (
    "  - {id: s, title: S, rows: {Queue: -3.5, Note: any}, steps: [{id: t, title: T,\n"
    "     rows: {Trust: -1, Mood: head}}, {id: u, title: U},\n"
    "     {id: v, title: V, rows: {Trust: 2}}]}\n"
    "  - {id: r, title: R, rows: {Trust: 0}}\n"
)


def test_a_row_of_ones_own_looks_as_it_was_declared(tmp_path: Path) -> None:
    facts = of_stages(tmp_path, ROWS, **OWN)
    forms = {lane.title: lane.form for lane in facts.lanes if lane.group == "own"}
    assert forms == {"Trust": "curve", "Queue": "texts", "Mood": "tags", "Note": "texts"}
    assert [one.text for one in facts.stages[0].of("row:Queue")] == ["−3.5 min"]


def test_a_page_says_a_row_of_ones_own_as_the_map_does(tmp_path: Path) -> None:
    text = f"title: A\nstages:\n{ROWS}"
    catalog = catalog_of(tmp_path, FULL | OWN | {"journeys/a.yml": text})

    def said(title: str, text: str) -> list[str]:
        return [one.text for one in in_row(catalog, title, [text])]

    assert said("Trust", "-1") == ["−1"]
    assert said("Queue", "-3.5") == ["−3.5 min"]
    assert said("Mood", "-1") == ["-1"]


def test_a_curve_of_ones_own_has_a_point_a_step_or_one_for_its_stage(tmp_path: Path) -> None:
    facts = of_stages(tmp_path, ROWS, **OWN)
    told = [
        [(round(one.x), one.at, one.share, one.text) for one in stage.curve("row:Trust")]
        for stage in facts.stages
    ]
    assert told == [
        [(17, "Step 1", 0.25, "−1"), (50, "Step 2", None, ""), (83, "Step 3", 1, "2")],
        [(50, "R", 0.5, "0")],
    ]


def test_what_is_for_one_person_says_so(tmp_path: Path) -> None:
    steps = "[{id: t, title: T, actors: [bea]}, {id: u, title: U, actors: [bea, A friend]}]"
    pains = "[{title: P, personas: [carl]}]"
    stages = f"  - {{id: s, title: S, pain_points: {pains}, steps: {steps}}}\n"
    column = of_stages(tmp_path, stages).stages[0]
    assert [step.who for step in column.steps] == [("bea",), ()]
    assert [pain.who for pain in column.pain_points] == [("carl",)]


def test_a_step_is_found_by_all_its_channels_and_their_families(tmp_path: Path) -> None:
    facts = told(catalog_of(tmp_path, FULL))
    pay = facts.stages[2].steps[0]
    assert pay.channels == ("digital", "human", "web", "phone")
    assert [(one.id, one.family) for one in facts.channels] == [
        ("web", "digital"),
        ("phone", "human"),
    ]
    assert facts.traveller_ids == ("bea", "carl")
