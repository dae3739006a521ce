import re

import pytest

from mkdocs_journeys.contrast import contrast
from mkdocs_journeys.palette import (
    DARK,
    LIGHT,
    OURS,
    PAIRS,
    Palette,
    custom_properties,
    readable,
    too_faint,
    with_colours,
)


def test_every_text_and_edge_can_be_read_on_its_ground_in_both_schemes() -> None:
    assert too_faint(OURS) == ()


def test_black_on_white_has_the_highest_contrast_and_order_does_not_matter() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21)
    assert contrast("#463BB8", "#463BB8") == pytest.approx(1)


def test_the_ratio_is_that_of_the_published_formula() -> None:
    # The grey that WCAG's own techniques give as the lightest that passes AA on white.
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.005)


def test_a_faint_colour_is_found() -> None:
    faint = Palette(light={**LIGHT, "ink-3": "#BBBBBB"}, dark=DARK)
    found = {(scheme, pair.front) for scheme, pair, _ in too_faint(faint)}
    assert found == {("light", "ink-3")}


def test_both_schemes_know_the_same_tokens_and_every_pair_is_made_of_them() -> None:
    assert list(LIGHT) == list(DARK)
    assert {token for pair in PAIRS for token in (pair.front, pair.ground)} <= set(LIGHT)


def test_every_token_but_the_hairline_is_checked_against_something() -> None:
    checked = {token for pair in PAIRS for token in (pair.front, pair.ground)}
    assert set(LIGHT) - checked == {"line"}


def test_dark_is_for_screens_only_so_that_paper_is_light() -> None:
    css = custom_properties()
    light, dark = css.split("@media screen{")
    assert "#FFFFFF" in light
    assert DARK["canvas"] in dark
    assert DARK["canvas"] not in light
    assert css.count("{") == css.count("}")


@pytest.mark.parametrize(
    "accent", ["#463BB8", "#FFE600", "#00A651", "#808080", "#FFFFFF", "#000000"]
)
def test_a_company_accent_of_any_colour_leaves_nothing_unreadable(accent: str) -> None:
    assert too_faint(with_colours({"accent": accent})) == ()


@pytest.mark.parametrize("use", ["header", "digital", "human", "physical", "outside"])
@pytest.mark.parametrize("colour", ["#FFE600", "#00A651", "#808080", "#FFFFFF", "#000000"])
def test_the_other_colours_of_a_company_leave_nothing_unreadable_either(
    use: str, colour: str
) -> None:
    assert too_faint(with_colours({use: colour})) == ()


def test_the_bar_at_the_top_has_the_colour_as_typed_with_ink_that_can_be_read_on_it() -> None:
    yellow = with_colours({"header": "#FFE600"})
    assert (yellow.light["header"], yellow.light["header-ink"]) == ("#FFE600", LIGHT["ink"])
    grey = with_colours({"header": "#808080"})
    assert grey.dark["header"] == "#808080"
    night = with_colours({"header": "#102040"})
    assert (night.light["header"], night.light["header-ink"]) == ("#102040", "#FFFFFF")


def test_a_readable_accent_is_used_as_typed_and_a_faint_one_is_not() -> None:
    assert readable("accent", "#0B3F8F") == "#0B3F8F"
    assert with_colours({"accent": "#0b3f8f"}).light["accent"] == "#0B3F8F"
    assert readable("accent", "#FFE600") != "#FFE600"


def test_our_own_accent_asked_for_by_name_is_ours_on_dark_ground_too() -> None:
    assert with_colours({"accent": LIGHT["accent"].lower()}) == OURS


def test_an_accent_changes_no_colour_that_carries_meaning() -> None:
    changed = with_colours({"accent": "#00A651"})
    for ours, theirs in ((LIGHT, changed.light), (DARK, changed.dark)):
        differs = {token for token in ours if ours[token] != theirs[token]}
        assert differs <= {"accent", "accent-soft", "focus"}


@pytest.mark.parametrize("wrong", ["red", "#FFF", "#12345G", "#463BB8;}body{display:none", ""])
def test_what_is_no_colour_never_reaches_the_style_sheet(wrong: str) -> None:
    with pytest.raises(ValueError, match="A colour is written as #RRGGBB"):
        with_colours({"accent": wrong})


def test_the_palette_is_written_in_one_form() -> None:
    assert all(
        re.fullmatch(r"#[0-9A-F]{6}", colour) for colour in (*LIGHT.values(), *DARK.values())
    )
