"""A template of one's own gets what the manual says it gets."""

from __future__ import annotations

import re
from pathlib import Path

from mkdocs.commands.build import build
from mkdocs.config import load_config

from tests.docs.manual import MANUAL, ROOT

PAGE = (MANUAL / "how-to" / "templates.md").read_text("utf-8")

USES = {
    "page": "{{ page.title }}",
    "facts": "{{ facts.journey.id }}",
    "settings": "{{ settings.language }}",
    "today": "{{ today }}",
    "url": "{{ url(page.key) }}",
    "heading": '{{ heading("Part", "part", 2) }}',
    "drawing": "{{ drawing(facts.flow) }}",
    "take": '{{ take(page.key, "flow", drawing(facts.flow), "Flow") }}',
    "file": '{{ file("a.png") }}',
    "text": "{{ '*so*'|prose }}",
}


def test_all_that_the_manual_names_can_be_used_and_nothing_else_is_tried_here() -> None:
    told = re.findall(r"^\| `(\w+)", PAGE.partition("## Only the looks")[0], re.MULTILINE)
    assert told == list(USES)


def test_a_template_of_ones_own_writes_the_page(tmp_path: Path) -> None:
    for folder in ("docs", "templates", "maps/journeys"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "maps/journeys/order.yml").write_text("title: I order\nstages: [{title: So}]\n")
    lines = "".join(f'<section class="own">{use}</section>' for use in USES.values())
    (tmp_path / "templates/journey.html.jinja").write_text(lines)
    (tmp_path / "mkdocs.yml").write_text(
        "site_name: Us\nplugins:\n- journeys: {templates: templates, as_of: '2026-11-21'}\n"
        "theme: {name: material, font: false}\n"
    )
    build(load_config(str(tmp_path / "mkdocs.yml")))
    page = (tmp_path / "site/journeys/order/index.html").read_text("utf-8")
    written = re.findall(r'<section class="own">(.*?)</section>', page, re.DOTALL)
    assert len(written) == len(USES)
    assert written[:4] == ["I order", "order", "en", "2026-11-21"]
    assert 'id="part"' in written[5]
    assert "<em>so</em>" in written[-1]


def test_the_command_that_finds_our_templates_names_their_folder() -> None:
    code = re.search(r'\$ python -c "(.*)"', PAGE)
    assert code
    said = code[1].partition("+ '")[2].partition("'")[0]
    assert (
        ROOT / "plugins/mkdocs_journeys/render" / said.strip("/") / "journey.html.jinja"
    ).exists()
