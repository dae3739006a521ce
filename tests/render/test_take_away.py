"""A drawing taken out of its page shows the same in any program."""

from __future__ import annotations

import re
from functools import partial
from pathlib import Path

import pytest
from lxml import etree

from mkdocs_journeys.diagrams.graph import Graph
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.palette import DARK, LIGHT, OURS, with_colours
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.icons import OUR_DRAWINGS, definitions, used_in
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.look import Look, look_of
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.take_away import Dresser
from mkdocs_journeys.render.taken import Taken, picture_file
from tests.render.graphs_to_draw import all_shapes, journey, titled
from tests.render.test_flow_svg import HOSTILE, drawing

SVG = "{http://www.w3.org/2000/svg}"
HREF = "{http://www.w3.org/1999/xlink}href"


@pytest.fixture(scope="module")
def look() -> Look:
    """Read the style sheet once for all tests."""
    return look_of(OURS)


def alone(svg: str, look: Look, site: str = "") -> etree._Element:
    symbols = definitions(used_in(svg), OUR_DRAWINGS)
    text = Dresser(look).standing_alone(
        svg, symbols=symbols, address=lambda link: f"{site}{link}" if site else None
    )
    return etree.fromstring(text.encode())


def classed(svg: str, look: Look) -> dict[str, etree._Element]:
    """Give the first element of each class of a drawing as it stands alone."""
    names = [one.get("class") or "" for one in etree.fromstring(svg.encode()).iter(SVG + "*")]
    found = [one for one in alone(svg, look).iter(SVG + "*") if not _is_added(one)]
    assert len(names) == len(found)
    return dict(reversed(list(zip(names, found, strict=True))))


def _is_added(one: etree._Element) -> bool:
    """Tell whether it is the ground or one of the definitions."""
    above = [parent.tag for parent in one.iterancestors()]
    is_ground = one.tag == f"{SVG}rect" and above == [f"{SVG}svg"] and one.get("rx") is None
    return (
        one.tag == f"{SVG}defs"
        or f"{SVG}defs" in above
        or (is_ground and one.get("stroke") is None)
    )


def test_a_drawing_wears_the_colours_of_the_page_as_attributes(look: Look) -> None:
    found = classed(drawing(journey()), look)
    assert found["jm-cluster"].get("fill") == LIGHT["surface"]
    assert found["jm-edge jm-edge--path"].get("stroke") == LIGHT["line-strong"]
    assert found["jm-edge jm-edge--exit"].get("stroke-dasharray") == "5 5"
    assert found["jm-node__t"].get("font-size") == "13"
    assert found["jm-label__t"].get("text-anchor") == "middle"


def test_each_family_of_channels_and_each_moment_keeps_its_own_colours(look: Look) -> None:
    root = alone(drawing(journey()), look, site="https://example.com/")
    fills = {
        box.get("aria-label", "").partition(" ")[0]: [
            part.get("fill") for part in box if part.tag in (f"{SVG}rect", f"{SVG}path")
        ]
        for box in root.iter(f"{SVG}a")
    }
    assert LIGHT["ch-digital-soft"] in fills["7"]
    assert LIGHT["ch-physical-soft"] in fills["1"]
    assert LIGHT["ch-human-soft"] in fills["15"]
    assert LIGHT["mot"] in fills["10"]


@pytest.mark.parametrize("graph", [journey(), journey(across=False), all_shapes()])
def test_it_asks_for_nothing_and_leans_on_nothing(graph: Graph, look: Look) -> None:
    svg = drawing(graph)
    root = alone(svg, look)
    ids = {one.get("id") for one in root.iter(SVG + "*") if one.get("id")}
    for one in root.iter(SVG + "*"):
        assert one.tag not in {f"{SVG}style", f"{SVG}script", f"{SVG}image", f"{SVG}a"}
        assert not {"class", "style", "href"} & set(one.attrib)
        for name, value in one.attrib.items():
            assert "var(" not in value, (name, value)
            assert "jm-" not in value or value.removeprefix("#") in ids, (name, value)
        if link := one.get(HREF):
            assert link[1:] in ids
    assert root.get("width")
    assert root.get("height")


def test_title_description_and_what_boxes_are_called_stay(look: Look) -> None:
    root = alone(drawing(journey()), look)
    assert root.findtext(f"{SVG}title") == "Flow of Switch to fibre"
    assert (root.findtext(f"{SVG}desc") or "").startswith("18 touchpoints")
    told = [one.get("aria-label") for one in root.iter(f"{SVG}g") if one.get("data-step")]
    assert len(told) == 18
    ids = [one.get("id") for one in root if one.get("id")]
    assert root.get("aria-labelledby") == " ".join(map(str, ids))


def test_a_drawing_that_has_only_a_label_gets_it_as_a_title(look: Look) -> None:
    root = alone('<svg viewBox="0 0 9 9" role="img" aria-label="A &lt; B"></svg>', look)
    assert root.findtext(f"{SVG}title") == "A < B"


def test_links_lead_to_the_published_site_or_nowhere() -> None:
    here, there = Key("journey", "a"), Key("step", "b/c")
    nowhere, site = Links(), Links(site="https://cx.example/book/")
    assert nowhere.from_anywhere(here, "../b/#step-c") is None
    for page in (here, Key("page", "journeys")):
        way = site.from_anywhere(page, site.href(page, there))
        assert way == "https://cx.example/book/journeys/b/#step-c"
    files = Links(style="file", site="https://cx.example/book/")
    step = Key("step", "a/c")
    way = files.from_anywhere(here, files.href(here, step))
    assert way == "https://cx.example/book/journeys/a/index.html#step-c"


def test_the_same_drawing_on_two_pages_is_one_file(tmp_path: Path) -> None:
    links = Links(site="https://cx.example/")
    pictures = Pictures(Sandboxed(), tmp_path)
    taken = Taken(palette=OURS, links=links, icons=None, is_right_to_left=False)
    texts = set()
    for page, prefix in ((Key("journey", "switch-to-fibre"), "a"), (Key("page", "x"), "b")):
        svg = pictures.picture(journey(), href=partial(links.href, page), prefix=prefix)
        texts.add(taken.file(page, str(svg)))
    assert len(texts) == 1


def test_other_colours_of_the_company_are_another_file() -> None:
    svg = drawing(all_shapes())
    other = look_of(with_colours({"digital": "#004488"}))
    assert "#004488" in etree.tostring(alone(svg, other)).decode()


def test_files_are_named_by_ids_and_two_things_never_share_one() -> None:
    assert picture_file(Key("journey", "order"), "flow") == "pictures/journey.order.flow.svg"
    assert picture_file(Key("stage", "a/b-c"), "flow") != picture_file(
        Key("stage", "a-b/c"), "flow"
    )


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE.keys())
def test_hostile_words_stay_words(words: str, look: Look) -> None:
    svg = drawing(titled(words, "Second", label=words))
    root = alone(svg, look)
    assert {one.tag.rpartition("}")[2] for one in root.iter(SVG + "*")} <= {
        "svg", "title", "desc", "defs", "symbol", "g", "rect", "path", "circle", "text", "tspan",
        "use", "linearGradient", "stop",
    }  # fmt: skip
    first = next(one for one in root.iter(f"{SVG}g") if one.get("data-step") == "t1")
    assert first.get("aria-label", "").startswith(re.sub(" +", " ", f"1 {words}").strip()[:60])


def test_characters_that_no_file_may_hold_are_left_out(look: Look) -> None:
    root = alone('<svg viewBox="0 0 9 9"><text>a\x0bb\x1bc\ufffe</text></svg>', look)
    assert root.findtext(f"{SVG}text") == "abc"


@pytest.mark.parametrize("broken", ["", "no drawing", "<svg viewBox='0 0 1 1'>", "<svg></svg>"])
def test_what_is_no_drawing_is_an_error_of_the_program(broken: str, look: Look) -> None:
    with pytest.raises(ValueError, match=r"drawing"):
        Dresser(look).standing_alone(broken, symbols="", address=lambda link: link)


def test_rules_of_other_screens_states_and_schemes_do_not_count(look: Look) -> None:
    box = look.in_page("svg", "jm-flow__svg").inside("a", "jm-node jm-node--digital")
    assert box.inside("rect", "jm-node__s").attributes == {
        "fill": LIGHT["ch-digital-soft"],
        "stroke": LIGHT["ch-digital"],
        "stroke-width": "1.5",
    }
    assert look.colour("ink") == LIGHT["ink"] != DARK["ink"]
