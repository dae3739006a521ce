import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from jinja2 import FileSystemLoader, StrictUndefined
from lxml import etree, html

import mkdocs_journeys.render
from mkdocs_journeys.pages.map_facts import MapFacts, StageColumn
from mkdocs_journeys.render.blocks import PARTS, add_blocks, add_parts, avatar_family, initials
from mkdocs_journeys.render.compiled import COMPILED
from mkdocs_journeys.render.curve import Mark, curve_slices, sparkline
from mkdocs_journeys.render.direct_calls import TemplateEnvironment
from mkdocs_journeys.render.outward import outward
from mkdocs_journeys.render.prose import prose
from mkdocs_journeys.render.stylesheet import stylesheet
from tests.render.maps_to_draw import address, map_of_two_stages

TEMPLATES = Path(mkdocs_journeys.render.__file__).parent / "templates"
HOSTILE = '"\'><script>alert(1)</script><img src=x onerror=alert(1)> style="x" {{ 7777*7 }} & 客户'

Say = Callable[..., str]


@pytest.fixture
def say() -> Say:
    """Render a piece of template that knows the macros as `marks`, `blocks` and `map`."""
    environment = TemplateEnvironment(
        loader=FileSystemLoader(TEMPLATES),
        bytecode_cache=COMPILED,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters |= {"prose": prose, "outward": outward}
    add_blocks(environment)
    add_parts(environment)

    def rendered(template: str, **values: object) -> str:
        return environment.from_string(template).render(**values)

    return rendered


EVERYTHING = """
{{ marks.number(t) }}{{ marks.unseen(t) }}{{ marks.face(-1.5, t) }}{{ marks.face(none, t) }}
{{ marks.score_chip(1) }}{{ marks.score_chip() }}{{ marks.channel(t, "human", "phone-outline", t) }}
{{ marks.channel(t) }}{{ marks.family_shape("digital") }}{{ marks.severity("high") }}
{{ marks.severity(t) }}{{ marks.frequency(t) }}
{{ marks.evidence("weak", t) }}{{ marks.evidence(t) }}
{{ marks.verdict("winning", 2) }}{{ marks.verdict(t) }}{{ marks.date(t, t, true) }}
{{ marks.review("fresh", t, t) }}{{ marks.review("soon", t, t) }}{{ marks.review("overdue", t, t) }}
{{ marks.review("") }}{{ marks.state("future") }}{{ marks.status("done") }}{{ marks.status(t) }}
{{ marks.change("added") }}{{ marks.change(t) }}{{ marks.trend(t, "down", false) }}
{{ marks.avatar(t, t, "", "l") }}{{ marks.avatar(t, t, t) }}
{{ blocks.header(t, t, t) }}{% call blocks.header(t) %}{{ marks.state("current") }}{% endcall %}
{{ blocks.heading(t, "part") }}
{% call blocks.facts([{"label": t, "value": t, "href": t}, {"label": t}]) %}
<li>{{ t }}</li>{% endcall %}
{{ blocks.kpis([{"label": t, "value": t, "note": t, "href": t}, {"label": t, "value": t}]) }}
{{ blocks.quote(t, t, t, "en", "big") }}{{ blocks.quote(t) }}
{{ blocks.pain_point(t, "low", t, t, t, true) }}{{ blocks.pain_point(t, is_gone=true) }}
{{ blocks.opportunity(t, t, t) }}{{ blocks.opportunity(t) }}
{{ blocks.moment(t, "failing", t, t, t) }}{{ blocks.moment(t) }}
{{ blocks.spark(spark) }}{{ blocks.mini_curve(slices, 0, t) }}
{% set review = {"standing": "soon", "iso": t, "printed": t} %}
{{ blocks.status_line(t, t, "current", "draft", review, "weak") }}
{{ blocks.details([{"label": t, "value": t, "href": t, "note": t}, {"label": t, "value": t}]) }}
{{ blocks.used_by([{"title": t, "links": [{"title": t, "href": t, "note": t}]}]) }}
{{ blocks.used_by([]) }}
{{ blocks.filters(t, "persona", [{"value": t, "title": t}], "cards", t) }}
{% set here = {"title": t, "href": t, "icon": "map-outline", "is_here": true} %}
{{ blocks.segments(t, [here, {"title": t, "href": t}]) }}
{% set stage = {"title": t, "href": t, "number": t, "is_here": true, "spark": spark} %}
{{ blocks.stepper([stage, {"title": t, "href": t, "number": t}]) }}
{% call blocks.scroller(t) %}<p>{{ t }}</p>{% endcall %}
{% call blocks.zoomable(t, t) %}<p>{{ t }}</p>{% endcall %}
{{ blocks.empty(t) }}
{{ map.journey_map(facts, url) }}{{ map.grid(future, url) }}
"""


def _everything(say: Say, text: str) -> str:
    return say(
        EVERYTHING,
        t=text,
        spark=sparkline([1, None, -2, 0]),
        slices=curve_slices(1, [Mark(0, 20, 1), Mark(0, 50, None), Mark(0, 80, -1)]),
        facts=map_of_two_stages(text),
        future=replace(map_of_two_stages(text), state="future", travellers=(text, "Marek")),
        url=lambda key: text if text == HOSTILE else address(key),
    )


def _grid(say: Say, facts: MapFacts) -> str:
    return say("{{ map.grid(facts, url) }}", facts=facts, url=address)


def test_hostile_text_is_text_everywhere(say: Say) -> None:
    written = _everything(say, HOSTILE)
    assert "<script" not in written
    assert "<img src=x" not in written
    assert "54439" not in written
    tree = html.fragment_fromstring(written, create_parent="div")
    assert tree.xpath("//script | //img[not(@class)]") == []
    names = {name for element in tree.iter(etree.Element) for name in element.attrib}
    assert not {name for name in names if name.startswith("on")}
    assert "style" not in names


def test_the_blocks_carry_no_style_no_handler_and_no_script(say: Say) -> None:
    written = _everything(say, "plain")
    assert not re.search(r"\sstyle=|\son[a-z]+=|<script|javascript:", written)


def test_in_svg_only_xlink_href_is_used(say: Say) -> None:
    written = _everything(say, "plain")
    drawings = re.findall(r"<svg\b.*?</svg>", written, flags=re.DOTALL)
    assert any("xlink:href" in drawing for drawing in drawings)
    assert [drawing for drawing in drawings if re.search(r"(?<!xlink:)href=", drawing)] == []


def test_every_class_that_a_block_wears_has_a_rule_or_is_a_bare_hook(say: Say) -> None:
    worn = set(
        re.findall(
            r"jm-[\w-]+", " ".join(re.findall(r'class="([^"]*)"', _everything(say, "plain")))
        )
    )
    known = set(re.findall(r"\.(jm-[\w-]+)", stylesheet()))
    # Nothing of their own: they only name what an element is, or the plain form of a mark.
    hooks = {"jm-top", "jm-ch", "jm-pain", "jm-verdict--none", "jm-st--idea", "jm-chg--kept"}
    hooks |= {name for name in worn if name.startswith(("jm-form-", "jm-sev--", "jm-pt--m"))}
    hooks |= {"jm-map--current", "jm-cv--solid", "jm-mk--0"}
    assert worn - known - hooks == set()


def test_what_is_said_by_a_colour_is_also_said_by_a_word(say: Say) -> None:
    assert "At risk" in say('{{ marks.verdict("at-risk") }}')
    assert "Not rated" in say('{{ marks.verdict("unrated") }}')
    assert "Critical" in say('{{ marks.severity("critical") }}')
    assert "Assumption" in say('{{ marks.evidence("assumption") }}')
    assert "In review" in say('{{ marks.status("in-review") }}')
    assert "Future state" in say('{{ marks.state("future") }}')


def test_a_feeling_is_a_face_a_word_and_a_number(say: Say) -> None:
    chip = say('{{ marks.face(-2, "ignored") }}')
    assert "#jm-i-emoticon-angry-outline" in chip
    assert "ignored" in chip
    assert "(Very negative)" in chip
    assert "−2" in chip
    assert "Positive" in say("{{ marks.face(1) }}")


def test_a_feeling_without_a_score_shows_its_word_and_no_face(say: Say) -> None:
    chip = say('{{ marks.face(none, "confused") }}')
    assert "confused" in chip
    assert "#jm-i-" not in chip


def test_a_date_that_is_due_tells_the_browser_so(say: Say) -> None:
    badge = say('{{ marks.review("soon", "2026-12-03", "3 Dec 2026") }}')
    assert '<time datetime="2026-12-03" data-jm-due>3 Dec 2026</time>' in badge
    assert "data-jm-due" not in say('{{ marks.review("fresh", "2026-12-03", "3 Dec 2026") }}')


def test_the_map_keeps_the_meaning_of_a_table_stage_by_stage(say: Say) -> None:
    tree = html.fragment_fromstring(_grid(say, map_of_two_stages()))
    table = tree.find(".//table")
    assert table is not None
    assert table.get("role") == "table"
    rows = table.findall(".//tr")
    assert [row.get("role") for row in rows] == ["row", "row", "row"]
    heads = table.xpath(".//thead//th[@role='columnheader'][@scope='col']")
    for row in table.findall(".//tbody/tr"):
        assert len(row.xpath("./th[@role='rowheader'][@scope='row']")) == 1
        assert len(row.xpath("./td[@role='cell']")) == len(heads) - 1
    assert [row.get("id") for row in rows[1:]] == ["stage-stage-1", "stage-stage-2"]


def test_the_map_tells_every_feeling_in_words(say: Say) -> None:
    tree = html.fragment_fromstring(_grid(say, map_of_two_stages()))
    told = [
        " ".join(point.text_content().split())
        for point in tree.xpath("//li[contains(@class, 'jm-pt')]/span[@class='jm-sr']")
    ]
    assert told[0] == "Step 1: ignored (Very negative, −2) when ignored"
    assert "Step 3: ignored (not scored)" in told
    assert not any("Step 2" in point for point in told), "a gap is no feeling"


def test_a_point_stands_where_its_classes_say(say: Say) -> None:
    written = _grid(say, map_of_two_stages())
    assert "jm-x-25 jm-y-80" in written
    assert "jm-x-90 jm-y-35" in written


def test_two_travellers_are_told_apart_by_shape_and_name(say: Say) -> None:
    written = _grid(say, replace(map_of_two_stages(), travellers=("Priya", "Marek")))
    assert "jm-map--many" in written
    assert written.count('class="jm-who"') == 2
    assert "jm-mk--1" in written
    assert "jm-area" not in written


def test_an_empty_cell_says_so_and_can_be_left_out_on_a_phone(say: Say) -> None:
    bare = StageColumn(number="1", title="Order", anchor="order")
    written = _grid(say, replace(map_of_two_stages(), stages=(bare,)))
    assert written.count("jm-c--none") == 8, "every lane but the drawn one"
    assert '<span class="jm-sr">Nothing</span>' in written
    assert "<a " not in written


def test_old_ids_are_anchors_at_the_new_place(say: Say) -> None:
    written = _grid(say, map_of_two_stages())
    assert '<span class="jm-anchor" id="stage-old"></span>' in written
    assert '<span class="jm-anchor" id="step-older"></span>' in written


def test_links_lead_where_the_caller_says(say: Say) -> None:
    tree = html.fragment_fromstring(_grid(say, map_of_two_stages()))
    targets = {link.get("href") for link in tree.iter("a")}
    assert targets == {
        "../stage/j/stage-1/",
        "../stage/j/stage-2/",
        "../step/j/s/",
        "../journey/k/",
        "../opportunity/o/",
        "../metric/m/",
    }


def test_long_texts_make_a_dense_map_and_short_ones_do_not() -> None:
    assert not map_of_two_stages("word").is_dense
    assert map_of_two_stages("word " * 200).is_dense


def test_a_name_has_at_most_two_initials_and_always_the_same_hue() -> None:
    assert initials("Priya Raman") == "PR"
    assert initials("Ana de la Cruz") == "AC"
    assert initials("edith") == "E"
    assert initials("  ") == ""
    assert avatar_family("priya") == avatar_family("priya")
    assert (
        len({avatar_family(name) for name in ("priya", "tom", "edith", "marek", "ana", "li")}) > 1
    )


def test_the_handbooks_own_words_for_emotions_are_used() -> None:
    environment = TemplateEnvironment(loader=FileSystemLoader(TEMPLATES), autoescape=True)
    environment.filters |= {"prose": prose, "outward": outward}
    add_blocks(environment, emotion_labels=("Furious", "Cross", "Calm", "Glad", "Thrilled"))
    add_parts(environment)
    template = environment.from_string("{{ marks.face(-2) }}")
    assert "Furious" in template.render()


def test_every_file_of_macros_has_a_name() -> None:
    found = (TEMPLATES / "parts").glob("*.jinja")
    files = {path.name.removesuffix(".html.jinja") for path in found}
    assert files - set(PARTS.values()) == {"answers", "first_map"}
