import gzip
import re

import pytest
import tinycss2

from mkdocs_journeys.palette import DARK, LIGHT, with_colours
from mkdocs_journeys.render.curve import height_of
from mkdocs_journeys.render.stylesheet import ASSETS, head_script, script, stylesheet

# Of the theme, of the page (not of a component), or of the browser.
NOT_OURS = ("md-", "headerlink", "tabbed-", "on", "admonition")


def _rules(css: str) -> str:
    """Leave out strings, which may hold anything."""
    return re.sub(r'"[^"]*"', '""', css)


def test_style_sheet_and_scripts_together_stay_light() -> None:
    ours = stylesheet() + script() + head_script()
    assert len(gzip.compress(ours.encode(), 9)) <= 25_000


def test_the_script_is_small_and_needs_nothing() -> None:
    """Packed, as it travels: what readers wait for counts, not how long our names are."""
    assert len(gzip.compress(script().encode(), 9)) <= 6_000
    assert not re.search(r"\b(import|require|fetch|XMLHttpRequest|eval|innerHTML)\b", script())


def test_the_palette_is_the_only_file_with_a_colour() -> None:
    for file in ASSETS.glob("*.css"):
        text = re.sub(r"/\*.*?\*/|url\([^)]*\)", "", file.read_text("utf-8"), flags=re.DOTALL)
        values = re.findall(r":[^;{}]*[;}]", text)
        found = [
            v
            for v in values
            if re.search(r"#[0-9a-fA-F]{3,8}\b|\b(rgb|hsl|oklch)a?\(|\b(white|black|red|blue)\b", v)
        ]
        assert found == [], file.name


def test_every_colour_that_is_asked_for_is_in_the_palette() -> None:
    css = stylesheet()
    ours = {f"--jm-{token}" for token in LIGHT}
    declared = set(re.findall(r"(--jm-[\w-]+):", css))
    asked = set(re.findall(r"var\((--jm-[\w-]+)", css))
    assert ours <= declared
    assert asked <= declared


def test_every_class_of_ours_begins_with_jm() -> None:
    selectors = re.sub(r"\{[^{}]*\}", "{}", _rules(stylesheet()))
    names = set(re.findall(r"\.([A-Za-z][\w-]*)", selectors))
    assert {
        name for name in names if not name.startswith(("jm-", *NOT_OURS)) and name != "jm"
    } == set()


def test_braces_are_balanced_and_no_comment_is_left() -> None:
    css = _rules(stylesheet())
    assert css.count("{") == css.count("}")
    assert "/*" not in css


def test_a_position_class_exists_for_every_whole_percent_where_something_may_stand() -> None:
    css = stylesheet()
    assert all(f".jm-x-{n}{{--x:{n}%}}" in css for n in range(101))
    highest, lowest = round(height_of(2)), round(height_of(-2))
    assert all(f".jm-y-{n}{{top:{n}%}}" in css for n in range(highest, lowest + 1))


def test_the_same_palette_gives_the_same_bytes_and_an_accent_reaches_the_sheet() -> None:
    assert stylesheet() == stylesheet()
    assert "#0B3F8F" in stylesheet(with_colours({"accent": "#0B3F8F"})).partition("\n")[0]
    assert stylesheet().count(DARK["canvas"]) >= 1


@pytest.mark.parametrize(
    "physical",
    [
        "margin-left",
        "margin-right",
        "padding-left",
        "padding-right",
        "text-align:left",
        "text-align:right",
        "border-left",
        "border-right",
    ],
)
def test_nothing_is_tied_to_left_or_right_where_a_script_may_run_the_other_way(
    physical: str,
) -> None:
    assert physical not in stylesheet()


def test_the_sheet_asks_for_nothing_from_anywhere() -> None:
    assert not re.search(r"@import|@font-face|https?:|url\((?!#)", stylesheet())


def test_on_paper_nothing_leads_to_a_comparison() -> None:
    assert "@media print{.jm-compared{display:none}}" in stylesheet(is_review=True)


def test_only_pages_from_right_to_left_carry_what_they_need() -> None:
    assert ":where([dir=rtl] .jm)" not in stylesheet()
    assert ":where([dir=rtl] .jm)" in stylesheet(is_right_to_left=True)


def test_no_rule_of_the_screen_asks_what_the_whole_page_has() -> None:
    # Else a tip under the mouse has the style of every element of a page worked out anew.
    rules = tinycss2.parse_stylesheet(stylesheet(), skip_whitespace=True, skip_comments=True)
    asked = [tinycss2.serialize(rule.prelude) for rule in rules if rule.type == "qualified-rule"]
    assert asked
    assert [
        one for one in asked if re.search(r"\b(?:html|body)(?::not\()?:has\(|:root:has", one)
    ] == []
