from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mkdocs_journeys.render.curve import Mark, curve_slices, height_of, monotone, sparkline
from mkdocs_journeys.render.feeling import feeling, signed

SCORES = st.floats(min_value=-2, max_value=2, allow_nan=False)


def _points(line: str) -> list[tuple[float, float]]:
    pairs = (point.split(",") for point in line.split())
    return [(float(x), float(y)) for x, y in pairs]


@given(st.lists(SCORES, min_size=1, max_size=12), st.floats(min_value=-50, max_value=1300))
def test_the_curve_never_shows_a_feeling_beyond_its_neighbours(ys: list[float], x: float) -> None:
    xs = [100.0 * i for i in range(len(ys))]
    left = min(max(int(x // 100), 0), len(ys) - 1)
    right = min(left + 1, len(ys) - 1)
    low, high = sorted((ys[left], ys[right]))
    assert low - 1e-9 <= monotone(xs, ys)(x) <= high + 1e-9


@given(st.lists(SCORES, min_size=1, max_size=8))
@example(ys=[0.0, 2.225073858507e-311, 1.0])
def test_the_curve_goes_through_every_score(ys: list[float]) -> None:
    xs = [7.0 * i for i in range(len(ys))]
    curve = monotone(xs, ys)
    assert [curve(x) for x in xs] == pytest.approx(ys)


def test_the_curve_is_flat_before_the_first_and_after_the_last_score() -> None:
    curve = monotone([10, 20], [-1, 2])
    assert (curve(0), curve(99)) == (-1, 2)


def test_the_slices_of_neighbouring_stages_meet() -> None:
    marks = [Mark(0, 50, -1), Mark(1, 25, 2), Mark(1, 75, 0), Mark(2, 50, 1)]
    slices = curve_slices(3, marks)
    for left, right in pairwise(slices):
        (end_x, end_y), (start_x, start_y) = _points(left[-1].line)[-1], _points(right[0].line)[0]
        assert (end_x, start_x) == (100, 0)
        assert end_y == start_y


def test_a_slice_has_33_points_and_those_of_its_scores() -> None:
    (only,) = curve_slices(1, [Mark(0, 50, 1), Mark(0, 20, -1)])[0]
    points = _points(only.line)
    assert len(points) == 33 + 1  # 50 is one of the 33 already
    assert (20, height_of(-1)) in points
    assert only.stroke == "solid"


def test_an_unscored_step_makes_a_dotted_bridge_without_an_area() -> None:
    slices = curve_slices(3, [Mark(0, 50, 1), Mark(1, 50, None), Mark(2, 50, -1)])
    assert [[piece.stroke for piece in pieces] for pieces in slices] == [
        ["solid", "dotted"],
        ["dotted"],
        ["dotted", "solid"],
    ]
    assert all((piece.area == "") == (piece.stroke == "dotted") for s in slices for piece in s)


def test_an_assumption_is_dashed_on_both_its_sides() -> None:
    marks = [Mark(0, 10, 0), Mark(0, 50, 1, is_assumption=True), Mark(0, 90, 0), Mark(1, 50, 1)]
    assert [piece.stroke for piece in curve_slices(2, marks)[0]] == ["solid", "dashed", "solid"]


def test_stages_before_the_first_and_after_the_last_score_have_no_line() -> None:
    slices = curve_slices(4, [Mark(0, 50, None), Mark(1, 50, 2), Mark(3, 50, None)])
    assert [len(pieces) for pieces in slices] == [0, 1, 0, 0]


def test_a_journey_without_scores_has_no_line() -> None:
    assert curve_slices(2, [Mark(0, 50, None)]) == ((), ())
    assert curve_slices(2, []) == ((), ())


def test_of_two_scores_at_one_spot_the_first_counts() -> None:
    (piece,) = curve_slices(1, [Mark(0, 50, 2), Mark(0, 50, -2)])[0]
    assert {y for _, y in _points(piece.line)} == {height_of(2)}


def test_a_sparkline_tells_every_value_in_words() -> None:
    line = sparkline([-1, None, 2, 0.5])
    assert line.says == (
        "Emotion from start to end: −1, not scored, +2, +0.5. Lowest −1, highest +2."
    )
    assert len(line.lines) == 2
    assert len(line.gaps) == 1
    assert line.lowest is not None
    assert line.highest is not None
    assert line.highest[1] < line.lowest[1]


def test_a_sparkline_of_equal_scores_has_no_high_and_no_low() -> None:
    flat = sparkline([1, 1, 1])
    assert (flat.lowest, flat.highest) == (None, None)
    assert flat.says == "Emotion from start to end: +1, +1, +1."


def test_a_sparkline_of_nothing_says_so() -> None:
    assert sparkline([]).says == sparkline([None, None]).says == "Emotion: nothing was scored."
    assert sparkline([]).lines == ()


@given(st.lists(st.none() | SCORES, max_size=20))
def test_a_sparkline_stays_inside_its_box(scores: list[float | None]) -> None:
    line = sparkline(scores, 168, 44)
    points = [point for text in (*line.lines, *line.gaps) for point in _points(text)]
    assert all(0 <= x <= 168 and 0 <= y <= 44 for x, y in points)


@pytest.mark.parametrize(
    ("score", "token"),
    [
        (-2, "n2"),
        (-1.5, "n1"),
        (-1.51, "n2"),
        (-0.5, "0"),
        (0, "0"),
        (0.5, "0"),
        (1.5, "p1"),
        (1.6, "p2"),
        (2, "p2"),
    ],
)
def test_the_face_is_the_nearest_and_a_half_goes_toward_zero(score: float, token: str) -> None:
    assert feeling(score).token == token


@pytest.mark.parametrize(
    ("number", "text"),
    [(-2, "−2"), (2, "+2"), (0, "0"), (1.5, "+1.5"), (-0.001, "0"), (10, "+10"), (1.237, "+1.24")],
)
def test_a_number_is_printed_with_its_sign(number: float, text: str) -> None:
    assert signed(number) == text
