"""What the site's search finds of ours."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.page import Find, Page
from mkdocs_journeys.render.search_index import Entry, entries_of, merge

PAGE = Page(key=Key("journey", "a"), title="A", template="t", facts=None, above=None)


def index_in(folder: Path, *locations: str) -> Path:
    path = folder / "search_index.json"
    docs = [{"location": one, "title": "Host", "text": "host"} for one in locations]
    path.write_text(json.dumps({"config": {"lang": ["en"]}, "docs": docs}), encoding="utf-8")
    return path


def test_a_page_is_found_by_its_lede_and_words_and_leads_to_its_parts() -> None:
    finds = (
        Find(title="S", words="what happens", anchor="step-s"),
        Find(title="Whole", words="all of it"),
    )
    told = entries_of(
        replace(PAGE, lede="In short", words="More\nwords", finds=finds), "journeys/a/"
    )
    assert told == (
        Entry(location="journeys/a/", title="A", text="In short\nMore\nwords"),
        Entry(location="journeys/a/#step-s", title="S", text="what happens"),
        Entry(location="journeys/a/", title="Whole", text="all of it"),
    )


def test_a_page_without_words_is_found_by_its_title() -> None:
    assert entries_of(PAGE, "a/") == (Entry(location="a/", title="A", text=""),)


def test_entries_join_those_of_the_host(tmp_path: Path) -> None:
    path = index_in(tmp_path, "guides/", "guides/#night")
    assert merge(path, [Entry(location="a/", title="A", text="One\n\nTwo")])
    data = json.loads(path.read_text("utf-8"))
    assert data["config"] == {"lang": ["en"]}
    assert [one["location"] for one in data["docs"]] == ["guides/", "guides/#night", "a/"]
    assert data["docs"][-1]["text"] == "<p>One</p><p>Two</p>"


def test_what_the_host_found_on_our_pages_is_replaced(tmp_path: Path) -> None:
    path = index_in(tmp_path, "a/", "a/#map", "ab/")
    ours = [("a/", "A"), ("a/#s", "S")]
    merge(path, [Entry(location=location, title=title, text="") for location, title in ours])
    data = json.loads(path.read_text("utf-8"))
    found = [(one["location"], one["title"]) for one in data["docs"]]
    assert found == [("ab/", "Host"), *ours]


def test_what_authors_typed_is_escaped(tmp_path: Path) -> None:
    path = index_in(tmp_path)
    merge(path, [Entry(location="a/", title="<b>&", text="<script>x</script>")])
    (entry,) = json.loads(path.read_text("utf-8"))["docs"]
    assert entry["title"] == "&lt;b&gt;&amp;"
    assert entry["text"] == "<p>&lt;script&gt;x&lt;/script&gt;</p>"


def test_a_site_without_search_is_left_alone(tmp_path: Path) -> None:
    assert not merge(tmp_path / "search_index.json", [])
    assert not list(tmp_path.iterdir())


def test_the_same_entries_give_the_same_bytes(tmp_path: Path) -> None:
    entry = Entry(location="a/", title="A", text="x")
    written = []
    for _ in range(2):
        path = index_in(tmp_path, "guides/")
        merge(path, [entry])
        written.append(path.read_bytes())
    assert written[0] == written[1]
