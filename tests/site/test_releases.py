"""What changed from release to release is told from the tags of git."""

from __future__ import annotations

import gzip
from pathlib import Path

import feedparser
import html5lib
import pytest
from lxml import etree

from tests.site.project import BEA, HANDBOOK, ORDER, Built, Project
from tests.site.released import Edit, begin, git_as, make, save
from tests.site.test_weight import AS_SERVERS_PACK, MOST_BYTES

ORDER_FILE = "maps/journeys/order.yml"
REPO = "https://github.com/small/book"
ATOM = "{http://www.w3.org/2005/Atom}"
GRAMMAR = etree.RelaxNG(etree.parse(Path(__file__).parent / "schemas" / "atom.rng"))


def released(project: Project, *, edits: tuple[Edit, ...] = (), **journeys: object) -> Project:
    """Give a handbook with two releases, its last edits in the second."""
    project.write(HANDBOOK | {".gitignore": "site\n.cache\n"})
    project.configure(repo_url=REPO, journeys=journeys)
    begin(project.folder, "v1", "2026-08-20")
    make(project.folder, edits or EDITS)
    git_as(project.folder, "Mina Park", "2026-11-20", "tag", "v2")
    return project


EDITS = (
    Edit(
        file=ORDER_FILE,
        before="emotion: -1",
        after="emotion: -2",
        message="Twelve minutes at the counter (#7)",
        day="2026-10-01",
    ),
    Edit(
        file=ORDER_FILE,
        before="title: Pays at once",
        after="title: Pays in two goes",
        message="Two goes since September\n\nSee merge request small/book!9",
        author="Jonas Lind",
        day="2026-10-02",
    ),
    Edit(
        file="maps/personas/bea.yml",
        before="role: Night baker",
        after="role: Day baker",
        message="Bea moved to days",
        day="2026-10-03",
    ),
)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory, drawings: Path) -> Built:
    return released(Project(tmp_path_factory.mktemp("released"), drawings)).build(strict=True)


def entries(built: Built, folder: str) -> list[str]:
    """Give the words of every change on a page."""
    found = built.page(folder).article.find_class("jm-cg")
    return [" ".join(one.text_content().split()) for one in found]


def test_a_release_has_a_page_with_what_was_and_is_and_why(built: Built) -> None:
    page = built.page("changes/v2")
    assert "What changed since v1" in page.text
    call = next(one for one in entries(built, "changes/v2") if "Rings the shop" in one)
    assert "Rings the shop, feeling" in call
    assert "Was: −1 Negative Is now: −2 Very negative" in call
    assert "Twelve minutes at the counter" in call
    assert "#7 · Amara Osei · 1 October 2026" in call


def test_two_changes_of_one_file_have_each_their_own_reason(built: Built) -> None:
    pays = next(one for one in entries(built, "changes/v2") if "Pays in two goes" in one)
    assert "Two goes since September!9 · Jonas Lind" in pays


def test_a_pull_request_leads_to_the_forge(built: Built) -> None:
    links = dict(built.page("changes/v2").links("//*[@class='jm-by']"))
    assert links["#7"] == f"{REPO}/pull/7"


def test_nobodys_address_is_told(built: Built) -> None:
    for file in (built.site / "changes").rglob("*"):
        assert not file.is_file() or "private@" not in file.read_text(encoding="utf-8"), file


def test_the_net_effect_stands_in_four_numbers(built: Built) -> None:
    (numbers,) = built.page("changes/v2").article.find_class("jm-kpis")
    told = [" ".join(one.text_content().split()) for one in numbers]
    assert told[0] == "Average feeling+0.7 then +0.30 up, 1 down"
    assert told[1].startswith("Moments of truth failing0 then 0")
    assert told[2].startswith("Maps in date")
    assert told[3] == "Changes33 changed"


def test_the_curve_before_and_after_stands_beside_the_feeling_that_changed(built: Built) -> None:
    (figure,) = built.page("changes/v2").article.find_class("jm-m2")
    assert figure.getparent().find_class("jm-cg__t")[0].text_content().startswith("Rings the shop")
    assert len(figure.find_class("jm-m2__c")) == len(figure.find_class("jm-m2__d")) == 1


def test_one_list_holds_all_and_can_be_narrowed(built: Built) -> None:
    page = built.page("changes")
    items = page.article.xpath(".//*[@data-jm-item]")
    assert len(items) == 3
    by_owner = [one for one in items if "sales" in one.get("data-owner").split()]
    assert len(by_owner) == 2
    # Bea is a persona of her own; her journey is concerned all the same.
    assert {one.get("data-journey") for one in items} == {"order"}
    assert {one.get("data-release") for one in items} == {"v2"}
    # What all have in common narrows nothing.
    narrowing = page.article.xpath(".//*[@data-jm-filter]/@data-jm-filter")
    assert narrowing == ["owner", "level", "kind"]


def test_the_release_before_all_others_is_only_named(built: Built) -> None:
    assert "v1 20 August 2026 · the first release" in built.page("changes").text
    assert not built.has("changes/v1")


def test_the_pages_of_what_changed_tell_it_too(built: Built) -> None:
    assert "Everything since v1" in built.page("").text
    assert "Recently changed" in built.page("").text
    ways = built.page("journeys/order").links("//*[@class='jm-status']")
    assert ("v2", "../../changes/?journey=order") in ways
    assert "Rings the shop" in built.page("stakeholders/sales").text
    more = built.page("stakeholders/sales").links("//p[@class='jm-more']")
    assert ("All changes", "../../changes/?owner=sales") in more
    assert "What changed" not in built.page("personas").article.text_content()


def test_the_navigation_leads_there(built: Built) -> None:
    assert ("What changed", "changes/") in built.page("").links("//nav")


def test_the_feed_is_valid_and_every_link_of_it_leads_somewhere(built: Built) -> None:
    tree = etree.parse(built.site / "changes" / "feed.xml")
    assert GRAMMAR.validate(tree), GRAMMAR.error_log
    # What the standard says in another language: somebody must have written each entry.
    assert tree.findall(f"{ATOM}author") or all(
        entry.findall(f"{ATOM}author") for entry in tree.iter(f"{ATOM}entry")
    )
    feed = feedparser.parse(str(built.site / "changes" / "feed.xml"))
    assert feed.bozo is False
    assert feed.feed.updated == "2026-10-03T12:00:00Z"
    assert [one.title for one in feed.entries] == ["v2: Order a line", "v2: Personas"]
    ids = [feed.feed.id, *(one.id for one in feed.entries)]
    assert len(set(ids)) == 3
    assert all(one.startswith("tag:small.example,2026-") for one in ids)
    for one in feed.entries:
        folder, _, anchor = one.link.removeprefix("https://small.example/").partition("#")
        assert built.page(folder.strip("/")).tree.get_element_by_id(anchor) is not None
    assert "Twelve minutes at the counter" in feed.entries[0].content[0].value


def test_every_page_names_the_feed(built: Built) -> None:
    for folder, way in (("", "changes/feed.xml"), ("journeys/order", "../../changes/feed.xml")):
        (link,) = built.page(folder).tree.xpath("//link[@type='application/atom+xml']")
        assert (link.get("href"), link.get("rel").split()) == (way, ["alternate"])


def test_what_is_not_released_yet_comes_first(project: Project) -> None:
    released(project).write({"maps/personas/bea.yml": BEA.replace("Night", "Evening")})
    built = project.build(strict=True)
    releases = built.page("changes").links("//ul[contains(@class, 'jm-rels')]")
    assert releases == [("Since v2", "next/"), ("v2", "v2/")]
    (told,) = entries(built, "changes/next")
    assert "Day baker" in told
    assert "Evening baker" in told
    assert "Amara" not in told, "nobody has said yet why"
    feed = feedparser.parse(str(built.site / "changes" / "feed.xml"))
    assert all("v2" in one.title for one in feed.entries)


def test_without_tags_there_is_no_trace_of_it(small: Built) -> None:
    page = small.page("")
    assert not small.has("changes")
    assert "What changed" not in page.text
    assert not page.tree.xpath("//link[@type='application/atom+xml']")
    assert "jm-cg" not in (small.site / "assets/journeys/journeys.css").read_text()


def test_a_pattern_says_which_tags_are_releases(project: Project) -> None:
    assert not released(project, releases="release-*").build(strict=True).has("changes")


def test_a_shallow_clone_says_what_to_fetch_and_builds(project: Project, tmp_path: Path) -> None:
    released(project)
    clone = tmp_path / "clone"
    way = f"file://{project.folder}"
    git_as(tmp_path, "CI", "2026-11-21", "clone", "-q", "--depth", "1", way, str(clone))
    (clone / "docs").mkdir()
    shallow = Project(clone, project.cache).build(strict=True)
    assert not shallow.has("changes")
    assert len(shallow.logged("git fetch --unshallow --tags")) == 1


def test_without_an_address_of_the_site_there_is_no_feed(project: Project) -> None:
    released(project).configure(site_url="")
    built = project.build(strict=True)
    assert built.has("changes/v2")
    assert not built.has("changes/feed.xml")
    assert len(built.logged("What changed has no feed")) == 1
    assert not built.page("").tree.xpath("//link[@type='application/atom+xml']")


def test_a_preview_shows_the_edit_and_releases_beneath(project: Project) -> None:
    released(project, compare_with="main")
    git_as(project.folder, "Mina Park", "2026-11-21", "checkout", "-q", "-b", "edit")
    project.write({"maps/personas/bea.yml": BEA.replace("Night", "Evening")})
    save(project.folder, "Evenings it is", "Mina Park", "2026-11-21")
    built = project.build(strict=True)
    page = built.page("changes")
    assert "This handbook against main" in page.text
    assert ("v2", "v2/") in page.links("//ul[contains(@class, 'jm-rels')]")
    assert built.has("changes/personas/bea")
    assert built.has("changes/next")


def test_a_map_that_was_broken_at_a_tag_is_named_and_the_rest_is_told(project: Project) -> None:
    project.write(HANDBOOK | {"maps/journeys/lost.yml": "title: [\n"}).configure()
    begin(project.folder, "v1", "2026-08-20")
    project.write({"maps/journeys/lost.yml": ORDER})
    make(project.folder, EDITS[:1])
    git_as(project.folder, "Mina Park", "2026-11-20", "tag", "v2")
    page = project.build().page("changes/v2")
    assert "Could not be read in v1, and is left out here: maps/journeys/lost.yml." in page.text
    assert "Rings the shop" in page.text


HOSTILE = "<script>alert(1)</script>"


def test_texts_that_attack_are_only_words(project: Project) -> None:
    said = f"{HOSTILE} \x1b[31m\u202e]]> &amp; (#1)\n\n'\"><img src=x onerror=alert(1)>"
    edits = (
        Edit(file=ORDER_FILE, before="emotion: -1", after="emotion: 2", message=said, author="<b>"),
        Edit(
            file=ORDER_FILE,
            before="title: Pays at once",
            after=f"title: '{HOSTILE}'",
            message="Merge pull request #2 from x/y\n\njavascript:alert(1)",
            author="mallory@example.com",
        ),
    )
    released(project, edits=edits, releases="*")
    git_as(project.folder, "x", "2026-11-20", "tag", "-f", "<script>'&quot;>")
    built = project.build(strict=True)
    for file in (built.site / "changes").rglob("*.html"):
        source = file.read_text(encoding="utf-8")
        # As a browser reads it.
        found = html5lib.parse(source, namespaceHTMLElements=False)
        assert not [one for one in found.iter() if "onerror" in one.attrib]
        assert not [one for one in found.iter("script") if "alert(" in (one.text or "")]
        assert not [one for one in found.iter("a") if "javascript" in one.get("href", "")]
        assert "\x1b" not in source
        assert "mallory@" not in source
    (tag,) = (built.site / "changes").glob("*script*")
    assert tag.name == "script"
    feed = built.site / "changes" / "feed.xml"
    assert GRAMMAR.validate(etree.parse(feed)), GRAMMAR.error_log
    told = "".join(one.text or "" for one in etree.parse(feed).iter(f"{ATOM}content"))
    assert "&lt;script&gt;alert(1)" in told
    assert "<script>" not in told


PUBLIC = "format: 1\ntitle: Small Handbook\naudience: public\n"


def test_what_is_private_now_is_in_no_earlier_state(project: Project) -> None:
    secret = "maps/stakeholders/secret.yml"
    project.write(HANDBOOK | {"maps/handbook.yml": PUBLIC, secret: "name: Task force X\n"})
    project.configure()
    begin(project.folder, "v1", "2026-08-20")
    edits = (
        Edit(file=ORDER_FILE, before="owner: sales", after="owner: secret", message="Owner"),
        Edit(file=ORDER_FILE, before="Is there anybody?", after="Hello?", message="Words"),
        Edit(file=ORDER_FILE, before="emotion: -1", after="emotion: -2", message="It got worse"),
    )
    make(project.folder, edits)
    git_as(project.folder, "Mina Park", "2026-11-20", "tag", "v2")
    end = (
        Edit(file=ORDER_FILE, before="owner: secret", after="owner: sales", message="Back"),
        Edit(file=ORDER_FILE, before="consent: true", after="consent: false", message="No more"),
        Edit(file=secret, before="name:", after="audience: internal\nname:", message="Hide"),
    )
    make(project.folder, end)
    git_as(project.folder, "Mina Park", "2026-11-21", "tag", "v3")
    built = project.build(strict=True)
    told = "".join(
        file.read_text(encoding="utf-8")
        for file in built.site.rglob("*")
        if file.suffix in (".html", ".xml", ".json")
    )
    # Nor is what colleagues said to each other, with their names.
    for private in ("Task force X", "Is there anybody?", "Hello?", "It got worse", "Amara Osei"):
        assert private not in told, private
    assert any("Rings the shop" in one for one in entries(built, "changes/v2"))


@pytest.mark.long
def test_the_same_releases_give_the_same_bytes_from_nothing_and_from_the_cache(
    project: Project, tmp_path: Path
) -> None:
    cold, warm = (
        {
            file.relative_to(built.site): file.read_bytes()
            for file in (built.site / "changes").rglob("*")
            if file.is_file()
        }
        for built in (
            released(project, cache=str(tmp_path / "kept")).build(site_dir=str(tmp_path / "one")),
            project.build(site_dir=str(tmp_path / "two")),
        )
    )
    assert cold == warm
    assert len(list((tmp_path / "kept").glob("*.release"))) == 2


@pytest.mark.long
def test_a_release_of_four_hundred_changes_fills_pages_that_stay_light(project: Project) -> None:
    project.write(HANDBOOK).configure(repo_url=REPO)
    begin(project.folder, "v1", "2026-08-20")
    terms = (
        f"- {{id: word-{n}, title: Word number {n}, meaning: Number {n}}}\n" for n in range(400)
    )
    project.write({"maps/terms.yml": "".join(terms)})
    save(project.folder, "All words of the field (#5)", "Mina Park", "2026-09-01")
    git_as(project.folder, "Mina Park", "2026-11-20", "tag", "v2")
    built = project.build()
    folders = ("changes/v2", "changes/v2/2", "changes/v2/3")
    assert [len(entries(built, folder)) for folder in folders] == [150, 150, 100]
    assert not built.has("changes/v2/4")
    assert len(entries(built, "changes")) == 200
    assert ("All 400 changes of v2", "v2/") in built.page("changes").links("//section//p")
    for folder in (*folders, "changes"):
        source = built.page(folder).source.encode()
        assert len(gzip.compress(source, AS_SERVERS_PACK)) <= MOST_BYTES
