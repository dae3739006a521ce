"""Mermaid as text; tests/browser/test_comment_pictures.py has Mermaid itself draw it."""

from __future__ import annotations

from mkdocs_journeys.contrast import NON_TEXT, TEXT, contrast
from mkdocs_journeys.diagrams.merged_curve import CurvePoint, MergedCurve, interleaved
from mkdocs_journeys.palette import REVIEW
from mkdocs_journeys.render.mermaid import curve, label
from mkdocs_journeys.render.sparkline import sparkline


def point(before: float | None, after: float | None, number: str = "") -> CurvePoint:
    return CurvePoint(number=number, before=before, after=after, in_base=True, in_head=True)


def curve_of(*points: CurvePoint) -> str:
    return curve(MergedCurve(points=points, mean_before=None, mean_after=None))


def test_a_label_keeps_letters_of_every_script() -> None:
    assert label("Ich wähle 预约 مرحبا 🚲 👩‍💻") == "Ich wähle 预约 مرحبا 🚲 👩#8205;💻"


def test_a_label_has_no_sign_that_mermaid_knows() -> None:
    assert label('"x" --> y; %%{init}%% #1') == (
        "#34;x#34; #45;#45;#62; y#59; #37;#37;#123;init#125;#37;#37; #35;1"
    )


def test_a_long_label_ends_in_an_ellipsis() -> None:
    assert label("x" * 100) == "x" * 59 + "…"
    assert label("x" * 60) == "x" * 60


def test_one_point_is_no_curve() -> None:
    assert curve_of(point(1, 1), point(None, 2)) == ""


def test_scores_are_written_as_short_as_they_are() -> None:
    text = curve_of(point(-2, 0.5, "1"), point(1 / 3, -0.001, "2"))
    assert "line [-2, 0.33]" in text
    assert "line [0.5, 0]" in text


def test_no_two_points_of_a_curve_have_one_name() -> None:
    text = curve_of(point(1, 1), point(0, -1, "1"), point(2, 2, "2"))
    assert 'x-axis ["1", "2", "3"]' in text


def test_a_sparkline_runs_from_lowest_to_highest_and_shows_its_gaps() -> None:
    scores = [
        (-2.0, True),
        (-1, True),
        (0, True),
        (1, True),
        (2, True),
        (None, True),
        (None, False),
    ]
    assert sparkline(scores) == "▁▃▅▆█·×"


def test_words_and_lines_of_a_review_can_be_read_by_day_and_by_night() -> None:
    # What GitHub lays beneath a comment.
    for ground in ("#FFFFFF", "#0D1117"):
        for line in ("added", "removed", "changed", "was", "now"):
            assert contrast(REVIEW[line], ground) >= NON_TEXT, (line, ground)
    for fate in ("added", "removed", "changed"):
        assert contrast(REVIEW["ink"], REVIEW[f"{fate}-soft"]) >= TEXT


def test_what_is_gone_follows_what_it_followed() -> None:
    assert interleaved("abcde", "xcbe") == ("a", "x", "c", "d", "b", "e")
    assert interleaved("ab", "") == ("a", "b")
    assert interleaved("", "ab") == ("a", "b")
