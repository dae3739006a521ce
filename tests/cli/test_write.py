"""`journeys write`: the handbook as plain Markdown that any generator leaves as it is."""

from __future__ import annotations

import json
from pathlib import Path

import markdown
import pytest
import yaml
from lxml import html
from markdown_it import MarkdownIt

from mkdocs_journeys.plain_site import site
from mkdocs_journeys.plain_site.block import block, block_inside
from tests.cli.written import all_in, front_of, run, settings_of, small_book, write
from tests.site import conftest as sites
from tests.site.project import HANDBOOK, ORDER, Project

project, drawings = sites.project, sites.drawings

HOSTILE = (
    "</p><script>alert(1)</script> & \"q\" 'x' {{ 7*7 }} {% raw %} [[persona:bea]] *a* `b` <b>"
)
TRAPS = (
    ORDER.replace("Order a line", json.dumps(HOSTILE))
    .replace("Searches for a price", json.dumps(HOSTILE))
    .replace(
        "action: Compares three pages",
        "action: |\n          One\n\n              code\n\n          # no",
    )
)


@pytest.fixture
def book(project: Project) -> Project:
    """The small handbook with a page of its own that embeds two views."""
    return small_book(project)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Path:
    """The same, written once for all that only look at it."""
    return write(small_book(Project(tmp_path_factory.mktemp("book"), drawings)))


def test_everything_has_its_page_with_what_a_generator_asks_for(written: Path) -> None:
    out = written
    text = (out / "docs/personas/bea/index.md").read_text(encoding="utf-8")
    front = front_of(text)
    assert front["title"] == "Bea Brook"
    assert front["description"] == "Night baker"
    assert "Night baker" in text
    for name in ("journeys.css", "journeys.js", "places.js"):
        assert (out / f"docs/assets/journeys/{name}").is_file()
    assert (out / "docs/assets/journeys/pictures/journey.order.flow.svg").is_file()
    assert (out / "docs/about/photo.txt").read_text(encoding="utf-8") == "a file"
    assert "extra_css" in settings_of(out)


@pytest.mark.parametrize("convert", ["Python-Markdown", "CommonMark"])
def test_words_that_look_like_markup_come_out_as_they_were_typed(
    project: Project, convert: str
) -> None:
    """Code, comments, templates and mentions in words of a map are words to every converter."""
    project.write(HANDBOOK | {"maps/journeys/order.yml": TRAPS}).configure()
    out = write(project)
    converters = {
        "Python-Markdown": lambda text: markdown.markdown(
            text, extensions=["extra", "md_in_html", "toc", "admonition"]
        ),
        "CommonMark": MarkdownIt("commonmark").render,
    }
    for path in sorted((out / "docs").rglob("*.md")):
        body = path.read_text(encoding="utf-8").split("---\n", 2)[2]
        assert "{" not in body
        assert "[[" not in body
        blocks = [line for line in body.splitlines() if line]
        assert all(line.startswith("<") for line in blocks), path
        page = html.fragment_fromstring(converters[convert](body), create_parent="div")
        same = html.fragment_fromstring("\n".join(blocks), create_parent="div")
        assert " ".join(page.text_content().split()) == " ".join(same.text_content().split()), path
        assert [one.tag for one in page.iter()] == [one.tag for one in same.iter()], path
        assert not page.xpath(".//script"), path
    journey = (out / "docs/journeys/order/index.md").read_text(encoding="utf-8")
    words = html.fragment_fromstring(journey.split("---\n", 2)[2], create_parent="div")
    assert HOSTILE in " ".join(words.text_content().split())
    assert "<script>" not in json.dumps(settings_of(out))


def test_lines_that_readers_see_as_typed_keep_their_ends() -> None:
    line = block(
        '<div>\n  <p>a\n  b</p>\n\n<pre>one\n\n  two</pre><i title="x\ny">{c}</i>\n</div>\n'
    )
    assert line == (
        '<div> <p>a b</p> <pre>one&#10;&#10;  two</pre><i title="x&#10;y">&#123;c&#125;</i> </div>'
    )


def test_a_view_deep_in_a_list_is_read_by_no_converter_of_words() -> None:
    inside = block_inside('<div class="a_b"><p>*no* _em_ [x](y) 1 &lt; 2 &amp; `c`</p></div>')
    converted = markdown.markdown(f"- A\n\n    - B\n\n        {inside}\n")
    tree = html.fragment_fromstring(converted, create_parent="div")
    assert "*no* _em_ [x](y) 1 < 2 & `c`" in tree.text_content()
    assert not tree.xpath(".//em | .//code | .//a")


def test_pages_of_your_own_lead_into_the_handbook_and_show_its_views(written: Path) -> None:
    text = (written / "docs/about/us.md").read_text(encoding="utf-8")
    assert text.startswith("---\ntitle: Who we are\n---\n")
    assert "[Bea Brook](../personas/bea/index.md)" in text
    assert "`[[persona:bea]]`" in text
    assert "```journey" not in text
    assert text.count('class="jm"') >= 2
    assert text.count('class="jm-sprite"') == 1


def test_links_of_views_fit_the_way_of_the_generator(book: Project, written: Path) -> None:
    """Zensical takes links in HTML as seen from the file, others as they stand on the page."""
    zensical = (written / "docs/about/us.md").read_text(encoding="utf-8")
    assert 'href="../journeys/order/' in zensical
    assert 'href="../../journeys/order/' not in zensical.replace('xlink:href="', "")
    other = (write(book, "--for", "other") / "docs/about/us.md").read_text(encoding="utf-8")
    assert 'href="../../journeys/order/' in other.replace('xlink:href="', "")


def test_the_navigation_is_yours_with_the_handbook_behind_it(written: Path) -> None:
    nav = settings_of(written)["nav"]
    assert nav[:2] == [{"Handbook": "index.md"}, {"About": "about/us.md"}]
    [(title, below)] = nav[2].items()
    assert title == "Small Handbook"
    assert {"Bea Brook": "personas/bea/index.md"} in next(
        one["Personas"] for one in below if "Personas" in one
    )


def test_an_entry_that_names_a_page_of_ours_becomes_all_below_it(book: Project) -> None:
    book.configure(nav=["index.md", {"Maps": "journeys/index.md"}, {"Truth": "moments/index.md"}])
    nav = settings_of(write(book))["nav"]
    assert [next(iter(one)) if isinstance(one, dict) else one for one in nav] == [
        *("index.md", "Maps", "Truth"),
    ]
    maps = json.dumps(nav[1])
    assert "journeys/order/ask/index.md" in maps
    assert "moments/index.md" not in maps


def test_without_a_navigation_the_handbook_comes_first_then_your_folders(book: Project) -> None:
    book.configure()
    nav = settings_of(write(book))["nav"]
    assert nav[0] == {"Handbook": "index.md"}
    assert "Journeys" in nav[1]
    assert nav[-1] == {"About": ["about/us.md"]}


def test_a_page_written_by_hand_wins_and_is_told(book: Project) -> None:
    book.write({"docs/index.md": "# Mine\n", "docs/personas/bea.md": "# My Bea\n"})
    ran = run(book)
    out = book.folder / "out/docs"
    assert (out / "index.md").read_text(encoding="utf-8") == "# Mine\n"
    assert (out / "handbook/index.md").is_file()
    assert not (out / "personas/bea/index.md").exists()
    assert "personas/bea.md is written by hand" in ran.stderr


def test_settings_stay_as_they_are_but_for_what_cannot_go_along(book: Project) -> None:
    (book.folder / "base.yml").write_text(
        "site_name: Base\nextra: {a: 1}\nmarkdown_extensions:\n"
        "  - pymdownx.emoji: {emoji_index: !!python/name:material.extensions.emoji.twemoji }\n",
        encoding="utf-8",
    )
    (book.folder / "mkdocs.yml").write_text(
        "INHERIT: base.yml\nsite_name: Own\nsite_url: !ENV SITE\nextra: {b: 2}\nhooks: [x.py]\n"
        "theme: materialx\nplugins: [tags, search, journeys]\n",
        encoding="utf-8",
    )
    ran = run(book)
    text = (book.folder / "out/mkdocs.yml").read_text(encoding="utf-8")
    assert "!!python/name:material.extensions.emoji.twemoji" in text
    assert "!ENV" in text
    for gone in ("INHERIT", "hooks", "journeys\n"):
        assert gone not in text
    assert "`hooks` of mkdocs.yml are left out" in ran.stderr
    plain = yaml.load(text, yaml.BaseLoader)
    assert plain["site_name"] == "Own"
    assert plain["extra"] == {"a": "1", "b": "2"}
    assert plain["plugins"] == ["tags", "search"]
    assert plain["theme"]["name"] == "material"


def test_what_you_exclude_and_what_lies_elsewhere_is_never_published(book: Project) -> None:
    secret = book.folder.parent / "secret.md"
    secret.write_text("secret", encoding="utf-8")
    book.write({"docs/drafts/plan.md": "plan", "docs/.hidden.md": "x", "docs/old.md": "x"})
    (book.folder / "docs/link.md").symlink_to(secret)
    book.configure(exclude_docs="drafts/\n", draft_docs="old.md\n")
    ran = run(book)
    assert "link.md leads out of the project" in ran.stderr
    names = [name for name in all_in(book.folder / "out") if name.startswith("docs/")]
    assert not [n for n in names if n.endswith(("plan.md", ".hidden.md", "old.md", "link.md"))]


def test_an_old_address_leads_on(written: Path) -> None:
    stub = (written / "docs/personas/baker/index.html").read_text(encoding="utf-8")
    assert 'href="../bea/"' in stub


def test_edit_links_open_the_yaml_and_lists_have_none(written: Path) -> None:
    out = written / "docs"
    own = front_of((out / "personas/bea/index.md").read_text(encoding="utf-8"))["journeys"]
    assert own["edit_url"] == "https://git.small.example/cx/book/edit/main/maps/personas/bea.yml"
    listed = front_of((out / "personas/index.md").read_text(encoding="utf-8"))["journeys"]
    assert "edit_url" not in listed


def test_without_a_package_of_icons_it_says_what_to_install(
    book: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(site, "ICON_PACKAGES", ("no_such_package",))
    ran = run(book)
    assert ran.returncode == 0
    assert "pip install mkdocs-material, or zensical" in ran.stderr
    assert "jm-sprite" in (book.folder / "out/docs/journeys/order/index.md").read_text("utf-8")
