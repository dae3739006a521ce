"""Swimlane, circle and the other views as they are drawn and written."""

from __future__ import annotations

import gzip
import re
from pathlib import Path
from typing import Any

import pytest
from lxml import etree, html

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.diagrams.circle import Circle, circle_of
from mkdocs_journeys.diagrams.swimlane import swimlane_of
from mkdocs_journeys.language import language_called, speaking
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.circle_svg import CENTRE, angles, draw_circle
from mkdocs_journeys.render.swimlane_svg import NAMES, draw_swimlane
from tests.maps_on_disk import catalog_of
from tests.pages.long_journey import long_journey
from tests.pages.reading import shown, words

XLINK = "{http://www.w3.org/1999/xlink}href"
SVG = "{http://www.w3.org/2000/svg}"


def journey_in(catalog: Catalog, name: str = "way") -> Journey:
    journey = catalog.entry(Journey, name)
    assert journey is not None
    return journey


def maps(stages: str, head: str = "") -> dict[str, str]:
    return {"journeys/way.yml": f"title: Way\n{head}stages: [{stages}]\n"}


def href(key: Key) -> str:
    return f"#{key.id}"


def drawn_swimlane(folder: Path, files: dict[str, str], name: str = "way") -> Any:
    catalog = catalog_of(folder, files)
    found = swimlane_of(catalog, journey_in(catalog, name))
    assert found is not None
    return etree.fromstring(draw_swimlane(found, href=href, prefix="p-"))


def circle_in(folder: Path, files: dict[str, str], name: str = "way") -> Circle:
    catalog = catalog_of(folder, files)
    found = circle_of(catalog, journey_in(catalog, name))
    assert found is not None
    return found


def drawn_circle(folder: Path, files: dict[str, str], name: str = "way") -> Any:
    return etree.fromstring(draw_circle(circle_in(folder, files, name), href=href, prefix="p-"))


def spots(tree: Any) -> list[tuple[float, float]]:
    """Give where the steps stand, in their order."""
    found = []
    for link in tree.iter(f"{SVG}a"):
        if link.get("data-step"):
            numbers = re.findall(r"-?[\d.]+", link.get("transform"))
            found.append((float(numbers[0]), float(numbers[1])))
    return found


def names(tree: Any) -> list[str]:
    return [link[0].text for link in tree.iter(f"{SVG}a") if link.get("data-step")]


TWO = "{title: S, steps: [{title: A, channel: a, emotion: 2}, {title: B, channel: b, emotion: -2}]}"


@pytest.mark.parametrize("draw", [drawn_swimlane, drawn_circle])
def test_a_step_is_heard_with_all_that_its_picture_shows(draw: Any, tmp_path: Path) -> None:
    step = (
        "{id: ask, title: I ask, channels: [Phone, Chat], emotion: {score: -1, words: lost},"
        " moment_of_truth: {question: Why?, handling: at-risk}}"
    )
    tree = draw(tmp_path, maps(f"{{title: S, steps: [{step}, {{title: B, side: company}}]}}"))
    assert names(tree) == [
        "1 I ask. Phone, Chat. Feeling lost. Emotion −1. Moment of truth, at risk",
        "2 B. Unseen by the customer",
    ]
    leads_to = [one.get(XLINK) for one in tree.iter(f"{SVG}a") if one.get("data-step")]
    assert leads_to[0] == "#way/ask"


@pytest.mark.parametrize("draw", [drawn_swimlane, drawn_circle])
def test_a_drawing_has_no_colour_no_style_and_no_plain_address(draw: Any, tmp_path: Path) -> None:
    tree = draw(tmp_path, maps(TWO))
    for element in tree.iter():
        assert not {"style", "fill", "stroke", "href"} & {*element.attrib}


@pytest.mark.parametrize("draw", [drawn_swimlane, drawn_circle])
def test_words_of_a_map_stay_words(draw: Any, tmp_path: Path) -> None:
    hostile = "'</title><script>alert(1)</script>&amp;\"'"
    text = f"{{title: {hostile}, steps: [{{title: {hostile}, channel: {hostile}, emotion: 1}}]}}"
    tree = draw(tmp_path, maps(text))
    assert not [*tree.iter(f"{SVG}script")]
    assert "</title><script>" in names(tree)[0]


def test_steps_stand_from_start_to_end_in_the_rows_of_their_channels(tmp_path: Path) -> None:
    (first, second) = spots(drawn_swimlane(tmp_path, maps(TWO)))
    assert NAMES < first[0] < second[0]
    assert first[1] < second[1]


def test_a_language_from_right_to_left_has_its_first_step_on_the_right(tmp_path: Path) -> None:
    with speaking(language_called("ar")):
        tree = drawn_swimlane(tmp_path, maps(TWO))
    (first, second) = spots(tree)
    assert float(tree.get("width")) - NAMES > first[0] > second[0]


def test_the_line_is_dotted_where_no_channel_is_known_in_between(tmp_path: Path) -> None:
    steps = "{title: A, channel: a}, {title: B}, {title: C, channel: b}, {title: D, channel: a}"
    tree = drawn_swimlane(tmp_path, maps(f"{{title: S, steps: [{steps}]}}"))
    solid, gaps = (one.get("d") for one in tree.iter(f"{SVG}path") if "jm-way" in one.get("class"))
    at = spots(tree)
    assert gaps.startswith(f"M{at[0][0]:g} {at[0][1]:g}")
    assert gaps.endswith(f" {at[2][0]:g} {at[2][1]:g}")
    assert solid.startswith(f"M{at[2][0]:g} {at[2][1]:g}")


def test_the_better_it_feels_the_further_from_the_middle(tmp_path: Path) -> None:
    steps = ", ".join(f"{{title: A, emotion: {score}}}" for score in (-2, -1, 0, 0.5, 1, 2))
    far = [
        ((x - CENTRE) ** 2 + (y - CENTRE) ** 2) ** 0.5
        for x, y in spots(drawn_circle(tmp_path, maps(f"{{title: S, steps: [{steps}]}}")))
    ]
    assert far == pytest.approx([80, 114, 148, 165, 182, 216], abs=1)


def test_what_was_not_scored_has_no_face_and_the_line_dots_past_it(tmp_path: Path) -> None:
    steps = "{title: A, emotion: 1}, {title: B}, {title: C, emotion: 1}"
    tree = drawn_circle(tmp_path, maps(f"{{title: S, steps: [{steps}]}}"))
    faces = [
        bool([*link.iter(f"{SVG}use")]) for link in tree.iter(f"{SVG}a") if link.get("data-step")
    ]
    assert faces == [True, False, True]
    lines = [one.get("d") for one in tree.iter(f"{SVG}path") if "jm-way" in one.get("class")]
    assert [bool(line) for line in lines] == [False, True]


def test_a_stage_that_stands_for_its_steps_has_a_face_of_its_own(tmp_path: Path) -> None:
    stages = "{title: S, emotion: -2, steps: [{title: A}, {title: B}]}, {title: T, emotion: 1}"
    found = circle_in(tmp_path, maps(stages))
    assert found.wholes == (-2, None)
    tree = etree.fromstring(draw_circle(found, href=href, prefix="p-"))
    assert len([*tree.iter(f"{SVG}use")]) == 2


def test_a_stage_of_one_step_keeps_room_for_its_title(tmp_path: Path) -> None:
    many = ", ".join(f"{{title: A{number}}}" for number in range(40))
    stages = f"{{title: One, steps: [{{title: A, emotion: 1}}]}}, {{title: Many, steps: [{many}]}}"
    (start, end), (_, last) = angles(circle_in(tmp_path, maps(stages)))
    assert start == 0
    assert last == pytest.approx(6.283, abs=0.001)
    assert end > 1.5


@pytest.mark.parametrize(("stages", "steps"), [(1, 1), (3, 20), (12, 20)])
@pytest.mark.parametrize("draw", [drawn_swimlane, drawn_circle])
def test_any_size_stays_within_its_drawing(
    draw: Any, stages: int, steps: int, tmp_path: Path
) -> None:
    tree = draw(tmp_path, long_journey(stages, steps), "long")
    at = spots(tree)
    assert len(at) == stages * steps
    assert all(10 < x < float(tree.get("width")) - 10 for x, _ in at)
    assert all(10 < y < float(tree.get("height")) - 10 for _, y in at)


def test_long_words_end_in_an_ellipsis_and_stand_in_full_for_a_tip(tmp_path: Path) -> None:
    title = "Donaudampfschifffahrtsgesellschaftskapitänsmütze " * 2
    tree = drawn_swimlane(
        tmp_path, maps(f"{{title: {title}, steps: [{{title: A, channel: {title}}}]}}")
    )
    shown_words = ["".join(text.itertext()) for text in tree.iter(f"{SVG}text")]
    assert len([text for text in shown_words if text.endswith("…")]) == 2
    tips = [one.text for one in tree.iter(f"{SVG}title")]
    assert any(text.endswith(title.strip()) for text in tips)


# Material's own part of a page, gzipped: 7.7 kB in the example, and the sprite is in the page.
SHELL = 9_000


def test_a_journey_of_sixty_steps_stays_below_80_kb(tmp_path: Path) -> None:
    tree = shown(catalog_of(tmp_path, long_journey()), Key("journey", "long"))
    assert len(tree.xpath('//*[@id="view-matrix"]//tr/@data-step')) == 60
    page = gzip.compress(html.tostring(tree), 6)
    assert len(page) + SHELL < 80_000


def test_what_is_internal_is_in_no_view(tmp_path: Path) -> None:
    """The matrix and the story tell of things that the map of that stage also shows."""
    steps = (
        "{title: A, channel: secret, emotion: {score: 1, words: glad}, opportunities: [plan],"
        " quotes: [{text: Never agreed., said_by: N}],"
        " blueprint: {backstage: [{who: hush-desk, does: Types}],"
        " support: [{who: team, does: Helps}]}}"
    )
    files = maps(f"{{title: S, steps: [{steps}]}}") | {
        "channels/secret.yml": "title: Hush line\nfamily: human\naudience: internal\n",
        "opportunities/plan.yml": "title: Hush plan\naudience: internal\n",
        "stakeholders/hush-desk.yml": "name: Hush desk\naudience: internal\n",
        "stakeholders/team.yml": "name: Open desk\n",
    }
    inside = shown(catalog_of(tmp_path / "inside", files), Key("journey", "way"))
    assert "Hush line" in words(inside)
    public = catalog_of(tmp_path / "public", files | {"handbook.yml": "audience: public\n"})
    said = shown(public, Key("journey", "way"))
    text = html.tostring(said, encoding="unicode")
    assert "Open desk" in text
    for secret in ("Hush line", "Hush plan", "Hush desk", "Never agreed", "hush-desk"):
        assert secret not in text


def test_the_story_tells_what_she_does_thinks_and_feels(tmp_path: Path) -> None:
    steps = (
        "{title: I ask, channel: Phone, action: Rings twice., thoughts: [Is anybody there?],"
        " emotion: {score: -2, words: ignored, because: Silence},"
        " quotes: [{text: Hello?, said_by: Interview 1, consent: true}]},"
        "{title: They answer, evidence: talks}"
    )
    files = maps(f"{{title: S, steps: [{steps}]}}") | {
        "evidence/talks.yml": "title: Talks\nkind: interview\ndate: 2026-10-01\n"
    }
    tree = shown(catalog_of(tmp_path, files), Key("journey", "way"))
    first, second = tree.xpath('//*[@id="view-story"]//li[@data-step]')
    told = words(first)
    for said in ("I ask", "Rings twice.", "“Is anybody there?”", "Phone", "ignored", "Silence"):
        assert said in told
    assert words(first.xpath(".//blockquote")[0]) == "Hello? Interview 1"
    assert "Assumption" in told
    assert "Assumption" not in words(second)


def test_the_blueprint_names_its_three_lines_and_leaves_holes_open(tmp_path: Path) -> None:
    step = "{title: A, blueprint: {frontstage: [We ask], support: [The till]}}"
    tree = shown(
        catalog_of(tmp_path, maps(f"{{title: S, steps: [{step}]}}")), Key("journey", "way")
    )
    (table,) = tree.xpath('//table[@class="jm-bp"]')
    heads = [words(one) for one in table.xpath(".//thead//th")]
    assert heads == [
        "Customer actions",
        "Physical evidence",
        "Line of interaction Frontstage",
        "Line of visibility Backstage",
        "Line of internal interaction Support",
    ]
    cells = [words(one) for one in table.xpath(".//tbody//td")]
    assert cells == ["— Nothing", "We ask", "— Nothing", "The till"]
