"""Hand-written pages may mention what the maps tell, and show a view of a journey."""

from __future__ import annotations

import pytest

from tests.site.link_check import dead_links, faults_of, pages_of
from tests.site.project import HANDBOOK, Built, Project

TITLES = {
    "maps/personas/tom.yml": 'name: "Tom: [the *first*] <b>| {{ 7*7 }} #1 & co_co ~x~ \\\\o/"\n',
    "maps/journeys/order.yml": HANDBOOK["maps/journeys/order.yml"].replace("[bea]", "[bea, tom]"),
}
TOM = "Tom: [the *first*] <b>| {{ 7*7 }} #1 & co_co ~x~ \\o/"

PAGE = """\
---
title: About us
---
# About [[persona:bea]]

Ask [[persona:bea|our baker: *Bea*]] how she [[step:order/call]]s, or [[persona:tom]].

| who | where |
|---|---|
| [[persona:bea\\|Bea]] | [[stage:order/ask]] |

Typed: `[[persona:bea]]` and \\[[persona:bea]].

```
[[persona:nobody]]
```

- one

    ```journey
    id: order
    view: steps
    ```

- two

> ```journey
> id: order
> view: curve
> ```

!!! note
    ```journey
    id: order
    ```

```journey
id: order
view: flow
```
After it.
"""
EXTENSIONS = ["admonition", "attr_list", "tables", "pymdownx.superfences", "pymdownx.tilde"]


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, drawings: object) -> Built:
    folder = tmp_path_factory.mktemp("mentions")
    project = Project(folder, folder / "drawings")
    project.write(HANDBOOK | TITLES | {"docs/about/us.md": PAGE})
    return project.configure(markdown_extensions=EXTENSIONS).build(strict=True)


def links_of(built: Built) -> dict[str, str]:
    return dict(built.page("about/us").links("//article"))


def test_a_mention_is_a_link_with_the_title_or_with_your_words(built: Built) -> None:
    links = links_of(built)
    assert links["Bea Brook"] == "../../personas/bea/"
    assert links["our baker: *Bea*"] == "../../personas/bea/"
    assert links["Rings the shop"] == "../../journeys/order/#step-call"


def test_a_mention_in_a_table_is_a_link_too(built: Built) -> None:
    cells = built.page("about/us").links("//table[not(ancestor::*[contains(@class, 'jm')])]")
    assert cells == [("Bea", "../../personas/bea/"), ("Ask around", "../../journeys/order/ask/")]


def test_a_title_is_shown_as_it_was_typed_whatever_signs_are_in_it(built: Built) -> None:
    assert links_of(built)[TOM] == "../../personas/tom/"


def test_code_and_what_is_escaped_stays_as_it_was_typed(built: Built) -> None:
    page = built.page("about/us")
    assert "[[persona:bea]]" in page.tree.xpath("//article//code/text()")
    assert "[[persona:nobody]]" in "".join(page.tree.xpath("//article//pre//text()"))
    assert "and [[persona:bea]]." in page.text


def test_a_heading_with_a_mention_has_a_readable_anchor(built: Built) -> None:
    assert built.page("about/us").tree.xpath("//h1/@id") == ["about-bea-brook"]


def test_every_view_is_shown_where_its_block_stood(built: Built) -> None:
    page = built.page("about/us")
    assert len(page.tree.xpath("//div[@class='jm' and @data-search-exclude]")) == 4
    assert len(page.tree.xpath("//li//div[@class='jm']")) == 1
    assert len(page.tree.xpath("//blockquote//div[@class='jm']")) == 1
    note = page.tree.xpath("//div[contains(@class, 'admonition')]//div[@class='jm']")
    assert "Searches for a price" in note[0].text_content()
    assert page.tree.xpath("//p//div[@class='jm']") == []
    assert page.text.endswith("After it.")
    assert "journeys view" not in page.source


def test_nothing_on_the_page_leads_nowhere_and_no_id_stands_twice(built: Built) -> None:
    pages = pages_of(built.site)
    assert dead_links(built.site, pages, "https://small.example/") == []
    mine = [page for page in pages if page.address.startswith("about/")]
    left = [fault for page in mine for fault in faults_of(page) if "a mention is left" not in fault]
    assert left == []


def test_a_dead_mention_and_a_dead_view_are_told_with_their_place(handbook: Project) -> None:
    handbook.write(
        {
            "docs/us.md": "---\ntitle: Us\n---\n# Us\n\nAsk [[persona:beo]].\n\n"
            "```journey\nid: ordre\n```\n\n```journey\nid: order\nview: mapp\n```\n"
        }
    )
    log = handbook.fail(strict=True)
    for place in ("docs/us.md:6:7: ", "docs/us.md:9:5: ", "docs/us.md:14:7: "):
        assert f"WARNING journeys: {place}" in log
    page = handbook.build().page("us")
    assert "[[persona:beo]]" in page.text


def test_a_mention_by_an_old_id_still_leads_there(handbook: Project) -> None:
    bea = HANDBOOK["maps/personas/bea.yml"] + "formerly: [beatrice]\n"
    handbook.write({"maps/personas/bea.yml": bea, "docs/us.md": "[[persona:beatrice]]\n"})
    links = handbook.build(strict=True).page("us").links("//article")
    assert ("Bea Brook", "../personas/bea/") in links
