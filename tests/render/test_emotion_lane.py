"""Where faces and words of the emotion lane stand."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from mkdocs_journeys.pages.map_facts import CurvePoint, MapFacts, StageColumn
from mkdocs_journeys.render.box import Box
from mkdocs_journeys.render.emotion_lane import EmotionLane, Placed, emotion_lane
from mkdocs_journeys.render.feeling import LABELS
from mkdocs_journeys.render.room_for_words import Spot, room_for

PEOPLE = ("Bea", "Carl", "Dora", "Eli", "Fay")
COLUMN = Box(0, 0, 9.8, 10.6)


def lane(*points: CurvePoint, people: int = 1, stages: int = 4) -> EmotionLane:
    """Lay out a map whose first stage has these feelings, the others none."""
    empty = (StageColumn(number="2", title="S", anchor="s"),) * (stages - 1)
    facts = MapFacts(
        title="T",
        state="current",
        lanes=(),
        stages=(StageColumn(number="1", title="S", anchor="s", points=points), *empty),
        travellers=PEOPLE[:people],
        traveller_ids=PEOPLE[:people],
    )
    return emotion_lane(facts, LABELS)


def first(*points: CurvePoint, people: int = 1) -> tuple[Placed, ...]:
    return lane(*points, people=people).columns[0].points


def point(x: float, score: float | None, word: str = "calm", line: int | None = 0) -> CurvePoint:
    return CurvePoint(x=x, at="Step 1", score=score, word=word, line=line)


def test_words_stand_outside_the_curve_in_the_middle_of_their_point() -> None:
    high, low = first(point(25, 1), point(75, -1))
    assert high.words
    assert low.words
    assert (high.words.is_above, low.words.is_above) == (True, False)
    assert abs(high.words.before * 2 - high.words.across) <= 1


def test_words_at_the_edge_are_moved_inside_their_stage() -> None:
    (only,) = first(point(8, -1, "embarrassed"))
    assert only.words
    assert only.words.before < only.words.across / 2


def test_a_long_feeling_has_two_lines_and_a_very_long_one_is_cut() -> None:
    (two,) = first(point(50, 1, "rather relieved, to be honest"))
    (cut,) = first(point(50, 1, "rather relieved, " * 9))
    assert two.words
    assert cut.words
    assert (two.words.lines, two.words.is_cut) == (2, False)
    assert cut.words.is_cut
    assert cut.says.count("rather relieved") == 9


def test_a_feeling_that_all_share_is_one_face_without_a_name() -> None:
    (shared,) = first(point(50, 1, line=0), point(50, 1, line=1), people=2)
    assert shared.lines == (0, 1)
    assert shared.text == "calm"
    assert shared.says == "Step 1: calm (Positive, +1)"


def test_a_line_names_its_person_where_it_begins() -> None:
    told = first(
        point(25, 1, line=0), point(25, -1, line=1), point(75, 0, line=0), point(75, 2, line=1),
        people=2,
    )  # fmt: skip
    assert [one.text for one in told] == ["Bea: calm", "Carl: calm", "calm", "calm"]
    assert told[3].says == "Step 1: Carl: calm (Very positive, +2)"


def test_somebody_without_a_line_is_always_named() -> None:
    (one,) = first(replace(point(50, -1, "exposed", line=None), who="Marek Nowicki"))
    assert one.text == "Marek Nowicki: exposed"
    assert one.lines == ()


def test_what_was_not_scored_is_words_at_the_foot() -> None:
    (one,) = first(point(50, None, "puzzled"))
    assert one.words
    assert one.says == "Step 1: puzzled (not scored)"


def test_a_gap_is_no_feeling_and_keeps_the_line_apart() -> None:
    told = lane(point(20, 1), point(50, None, ""), point(80, 1))
    assert len(told.columns[0].points) == 2
    assert [piece.stroke for piece in told.curves[0][0]] == ["solid", "dotted", "solid"]


def test_faces_of_one_step_that_are_too_near_stand_beside_each_other() -> None:
    near = first(point(50, 1, line=0), point(50, 1.2, line=1), people=2)
    far = first(point(50, 2, line=0), point(50, -2, line=1), people=2)
    assert near[0].point.x < 50 < near[1].point.x
    assert [one.point.x for one in far] == [50, 50]


def test_the_line_of_a_person_goes_through_the_face_that_was_moved() -> None:
    told = lane(point(50, 1, line=0), point(50, 1.2, line=1), people=2)
    x = told.columns[0].points[0].point.x
    assert f"{x:g},35" in told.curves[0][0][0].line.split()


def test_of_two_feelings_at_one_step_the_line_takes_the_first() -> None:
    told = lane(point(50, 1), replace(point(50, -2, "cross"), when="it rains"))
    assert {pair.split(",")[1] for pair in told.curves[0][0][0].line.split()} == {"35"}
    assert told.columns[0].points[1].says == (
        "Step 1: cross (Very negative, −2) when it rains"
    )  # fmt: skip


def test_twenty_steps_have_dots_and_words_only_where_there_is_room() -> None:
    many = lane(*(point(step * 5 + 2.5, 1, "somehow") for step in range(20))).columns[0]
    assert many.is_crowded
    assert 0 < sum(one.words is not None for one in many.points) < 20


def test_there_is_no_room_where_everything_is_taken() -> None:
    assert room_for("calm", Spot(4, 5, 0.76, is_up=True), [COLUMN], COLUMN) is None


FEELINGS = st.lists(
    st.tuples(
        st.integers(0, 4),
        st.integers(0, 4),
        st.floats(-2, 2),
        st.text("abcdefgh ", min_size=1, max_size=30),
        st.booleans(),
    ),
    max_size=20,
    unique_by=lambda one: one[:2],
)


@given(FEELINGS, st.integers(1, 5))
def test_no_words_lie_on_words_or_faces(
    felt: list[tuple[int, int, float, str, bool]], people: int
) -> None:
    points = (
        replace(point(step * 20 + 10, score, word, line), is_moment=is_moment)
        for step, line, score, word, is_moment in sorted(felt)
        if line < people
    )
    told = [one for one in first(*points, people=people) if one.words and not one.words.is_solo]
    boxes = [(one, box(one, people)) for one in told]
    assert not [1 for (_, one), (_, other) in combinations(boxes, 2) if one.meets(other)]
    assert all(one.left >= 0 and one.right <= COLUMN.right + 1e-9 for _, one in boxes)


def box(one: Placed, people: int) -> Box:
    """Give where the style sheet puts the words: its measures, written down a second time."""
    assert one.words
    high = 13.0 if people > 1 else 10.6
    x, y = one.point.x / 100 * 9.8, (50 - 15 * (one.point.score or 0)) / 100 * high
    left = x - one.words.before * 0.25
    near = (1.01 if one.point.is_moment else 0.76) + one.words.tier * 0.7
    tall = one.words.lines * 0.7
    top = y - near - tall if one.words.is_above else y + near
    return Box(left, top + 0.4, left + one.words.across * 0.25, top + tall - 0.4)
