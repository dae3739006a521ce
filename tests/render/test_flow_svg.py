from __future__ import annotations

import re
from xml.etree import ElementTree

import html5lib
import pytest
from lxml import etree

from mkdocs_journeys.diagrams.graph import Graph, Handling, Node
from mkdocs_journeys.render.column_layout import column_layout
from mkdocs_journeys.render.dot import write_dot
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.flow_boxes import nearest_feeling
from mkdocs_journeys.render.flow_svg import draw, icons_of
from mkdocs_journeys.render.icons import used_in
from mkdocs_journeys.render.layout import Layout, read_layout
from mkdocs_journeys.render.shapes import STEP
from tests.conftest import Golden
from tests.render.graphs_to_draw import SHAPES, all_shapes, clique, href, journey, stages, titled

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
HOSTILE = {
    "script": "<script>alert(1)</script>",
    "quotes": "\"' onload='alert(1)' x=\"",
    "cdata": "]]><![CDATA[ <b>&amp;</b> --> <!-- ]]>",
    "escapes": "\\N \\G \\L \\",
    "entity": "&lt;&#0;&nosuch;",
    "right to left": "\u202egnirts\u202c הזמנה",
    "family": "👩\u200d👩\u200d👧\u200d👦" * 40,
    "accents": "e" + "\u0301" * 3_000,
    "long": "word " * 2_000,
    "one long word": "x" * 10_000,
}


def drawing(graph: Graph, *, is_mirrored: bool = False) -> str:
    return draw(graph, laid_out(graph), href=href, prefix="flow", is_mirrored=is_mirrored)


def laid_out(graph: Graph) -> Layout:
    if not graph.across:
        return column_layout(graph)
    return read_layout(Sandboxed().lay_out(write_dot(graph)), graph)


def parsed(svg: str) -> ElementTree.Element:
    etree.fromstring(svg.encode())
    return ElementTree.fromstring(svg)


def boxes(root: ElementTree.Element) -> list[ElementTree.Element]:
    return [thing for thing in root.iter() if "jm-node" in thing.get("class", "").split()]


def lines_of(box: ElementTree.Element) -> list[str]:
    (title,) = (text for text in box.iter(f"{SVG}text") if "jm-node__t" in text.get("class", ""))
    return [line.text or "" for line in title]


@pytest.mark.parametrize("across", [True, False])
def test_the_drawing_of_a_journey_is_the_golden_one(golden: Golden, across: bool) -> None:
    svg = drawing(journey(across=across))
    golden(f"goldens/journey-{'across' if across else 'down'}.svg", svg.replace("><", ">\n<"))


ALL = {
    "journey": journey(),
    "down": journey(across=False),
    "shapes": all_shapes(),
    "large": clique(12),
    "hostile": titled(*HOSTILE.values(), label=HOSTILE["script"]),
}


@pytest.mark.parametrize("graph", ALL.values(), ids=ALL.keys())
def test_a_drawing_holds_no_colour_no_style_and_nothing_that_runs(graph: Graph) -> None:
    allowed = {
        "class", "d", "x", "y", "cx", "cy", "r", "rx", "width", "height", "viewBox", "id", "role",
        "aria-label", "aria-labelledby", "data-step", "transform", f"{XLINK}href",
    }  # fmt: skip
    elements = {"svg", "title", "desc", "g", "a", "rect", "path", "circle", "text", "tspan", "use"}
    for thing in parsed(drawing(graph)).iter():
        assert set(thing.attrib) <= allowed
        assert thing.tag.removeprefix(SVG) in elements


def test_ids_begin_with_the_prefix_and_stand_once() -> None:
    ids = re.findall(r' id="([^"]*)"', drawing(journey()))
    assert ids == ["flow-t", "flow-d"]


def test_a_box_leads_where_its_key_lives_and_tells_its_step() -> None:
    root = parsed(drawing(journey()))
    steps = [box for box in boxes(root) if box.tag == f"{SVG}a"]
    assert [box.get("data-step") for box in steps] == [f"step-{n}" for n in range(1, 19)]
    assert steps[9].get(f"{XLINK}href") == "../step/switch-to-fibre/step-10/"
    exits = [box for box in boxes(root) if box.tag == f"{SVG}g"]
    assert [box.get("role") for box in exits] == ["img", "img"]


def test_what_a_box_is_called_begins_with_what_stands_in_it() -> None:
    names = set()
    for box in boxes(parsed(drawing(journey()))):
        seen = "".join(text for part in box.iter(f"{SVG}text") for text in part.itertext())
        assert box.get("aria-label", "").startswith(seen.strip()), seen
        names.add(box.get("aria-label"))
    assert "10 Hears nothing, so chases. By phone. Moment of truth, failing." in names


@pytest.mark.parametrize(
    ("handling", "words"),
    [
        ("winning", "Moment of truth, winning."),
        ("at-risk", "Moment of truth, at risk."),
        ("failing", "Moment of truth, failing."),
        ("unrated", "Moment of truth."),
    ],
)
def test_how_a_moment_of_truth_is_handled_is_told_in_words(handling: Handling, words: str) -> None:
    node = Node(name="a", title="Is it on?", shape="human", moment=handling, says="By phone")
    (box,) = boxes(parsed(drawing(Graph(title="", description="", nodes=(node,)))))
    assert box.get("aria-label") == f"Is it on? By phone. {words}"
    assert "jm-node--mot" in box.get("class", "")


@pytest.mark.parametrize(
    ("score", "place"),
    [(-2, 0), (-1.6, 0), (-1.5, 1), (-0.6, 1), (-0.5, 2), (0, 2), (0.5, 2), (0.51, 3), (1.5, 3),
     (2, 4)],
)  # fmt: skip
def test_a_score_between_two_faces_shows_the_calmer_one(score: float, place: int) -> None:
    assert nearest_feeling(score) == place


def test_all_icons_of_a_drawing_are_known_before_it_is_drawn() -> None:
    for graph in (journey(), all_shapes(), stages(2, 9)):
        assert icons_of(graph) == frozenset(used_in(drawing(graph)))


def test_each_shape_of_channel_has_an_outline_of_its_own() -> None:
    outlines = {}
    for shape in SHAPES[:5]:
        node = Node(name="a", title="", shape=shape)
        (box,) = boxes(parsed(drawing(Graph(title="", description="", nodes=(node,)))))
        outline = next(part for part in box.iter() if part.get("class") == "jm-node__s")
        outlines[shape] = (outline.tag, outline.get("rx"), outline.get("d"))
    assert len(set(outlines.values())) == 5, outlines


@pytest.mark.parametrize("title", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_stand_in_the_drawing_as_words(title: str) -> None:
    root = parsed(drawing(titled(title, "Second", label=title)))
    (box, _) = boxes(root)
    words = re.sub(" +", " ", title).strip()
    assert box.get("aria-label", "").startswith(f"1 {words}")
    assert (root.findtext(f"{SVG}title") or "") == words
    shown = "".join(lines_of(box))
    if shown.endswith("…"):
        assert words.startswith(shown.removesuffix("…"))
        assert box.findtext(f"{SVG}title") == words
    else:
        assert shown == words


def test_characters_that_xml_and_html_forbid_are_left_out_and_line_breaks_are_spaces() -> None:
    title = "a\x00b\x1bc\ud800d\ufffee\x85f\u2028g\r\nh\ti"
    (box,) = boxes(parsed(drawing(titled(title))))
    assert "".join(lines_of(box)) == "abcde f g h i"


def test_words_of_a_map_never_become_elements() -> None:
    plain = [thing.tag for thing in parsed(drawing(titled("Plain words", "Second"))).iter()]
    hostile = parsed(drawing(titled("<g/><a href='javascript:x'/>", "Second"))).iter()
    assert {thing.tag for thing in hostile} <= set(plain) | {f"{SVG}title"}


def test_a_browser_reads_the_same_drawing_inside_a_page_as_a_strict_reader() -> None:
    svg = drawing(titled(*HOSTILE.values(), label=HOSTILE["cdata"]))
    body = html5lib.parse(f"<!doctype html><body>{svg}", namespaceHTMLElements=False).find("body")
    (inline,) = body
    strict = parsed(svg)
    assert [thing.tag for thing in inline.iter()] == [thing.tag for thing in strict.iter()]
    assert list(inline.itertext()) == list(strict.itertext())


def test_a_drawing_of_nothing_is_still_a_drawing() -> None:
    root = parsed(drawing(Graph(title="Empty", description="Nothing yet.", nodes=())))
    assert root.findtext(f"{SVG}desc") == "Nothing yet."


def test_where_reading_begins_on_the_right_the_flow_and_its_boxes_do_too() -> None:
    def places(*, is_mirrored: bool) -> dict[str, tuple[float, float, float]]:
        """Where boxes drawn as rectangles have their outline, their icon and their number."""
        found = {}
        for box in boxes(parsed(drawing(journey(), is_mirrored=is_mirrored))):
            left = float(re.findall(r"[\d.]+", box.get("transform", ""))[0])
            at = {part.get("class", ""): left + float(part.get("x") or "nan") for part in box}
            if "jm-node__nb" in at and at["jm-node__s"] == at["jm-node__s"]:
                found[box.get("aria-label", "")[:2]] = (
                    at["jm-node__s"], at["jm-node__i"], at["jm-node__nb"]
                )  # fmt: skip
        return found

    normal, mirrored = places(is_mirrored=False), places(is_mirrored=True)
    assert normal["7 "][0] < normal["16"][0]
    assert mirrored["7 "][0] > mirrored["16"][0]
    middle = STEP.width / 2
    assert all(max(icon, number) < box + middle for box, icon, number in normal.values())
    assert all(min(icon, number) > box + middle for box, icon, number in mirrored.values())
