"""The page that says how healthy the handbook is, to everybody who can mend something."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any

from lxml import html

from mkdocs_journeys.catalog.audience import shown_of
from mkdocs_journeys.catalog.coverage import coverage
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.language import language_called, speaking
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.pages.health import LONGEST, health_pages
from mkdocs_journeys.pages.page import Page
from mkdocs_journeys.render.engines import Sandboxed
from mkdocs_journeys.render.links import Links
from mkdocs_journeys.render.pictures import Pictures
from mkdocs_journeys.render.writer import Writer
from mkdocs_journeys.rules.judge import judge
from tests.conftest import Golden
from tests.maps_on_disk import TODAY, write_maps
from tests.pages.figure_maps import FULL, SPARSE
from tests.pages.reading import links, part, words

MOST_BYTES = 80_000
SECRETS = ("priya.raman@mail.example", "07700 900123", "4111 1111 1111 1111")


def health_of(
    folder: Path, files: dict[str, str], language: str = "en", *, sources: str = ""
) -> tuple[Page, str]:
    """Judge maps, and give the page and its HTML."""
    whole = look_up(load(write_maps(folder, files), "maps"), TODAY)
    shown = shown_of(whole)
    problems = judge(whole)
    tongue = language_called(language)
    with speaking(tongue):
        (page,) = health_pages(shown, whole, problems)
    edited = {one.place.file: f"{sources}{one.place.file}" for one in problems} if sources else {}
    writer = Writer(
        catalog=shown,
        links=Links(sources=edited, rule_pages={"orphan": "manual/reference/rules/orphan/"}),
        pictures=Pictures(Sandboxed()),
        language=tongue,
    )
    return page, writer.write(page).html


def shown_health(folder: Path, files: dict[str, str], **asked: Any) -> Any:
    return html.fromstring(health_of(folder, files, **asked)[1])


def ways(element: Any) -> dict[str, str]:
    """Give where the words of each link inside an element lead."""
    return {words(one): one.get("href") for one in element.xpath(".//a[@href]")}


def rows(tree: Any) -> list[str]:
    return [words(row) for row in tree.xpath("//*[@data-jm-item]")]


def test_every_finding_says_what_where_whose_and_how_to_mend_it(tmp_path: Path) -> None:
    tree = shown_health(
        tmp_path, FULL | {"channels.yml": "- {id: fax, title: Fax, owner: shop-team}\n"}
    )
    (row,) = tree.xpath('//*[@data-rule="orphan"][contains(., "Fax")]')
    assert words(row) == (
        "Warning Nobody mentions the channel “Fax”. "
        "Mention fax where it takes part, or delete it. "
        "Fax maps/channels.yml:1 Shop team"
    )
    assert row.xpath(".//code/text()") == ["fax"]
    assert (row.get("data-level"), row.get("data-kind")) == ("warning", "channel")
    assert row.get("data-owner") == "shop-team"
    assert ways(row) == {"Fax": "../channels/fax/"}


def test_a_rule_leads_to_its_page_only_where_this_site_has_one(tmp_path: Path) -> None:
    tree = shown_health(tmp_path, SPARSE)
    titles = {one.get("id"): one for one in tree.xpath('//h3[@class="jm-rule__t"]')}
    assert ways(titles["rule-orphan"]) == {"orphan": "../manual/reference/rules/orphan/"}
    assert "rule-scope-missing" in titles
    assert ways(titles["rule-scope-missing"]) == {}


def test_a_place_leads_to_its_line_where_the_host_can_edit_it(tmp_path: Path) -> None:
    found = links(shown_health(tmp_path, SPARSE, sources="https://git.example/edit/main/"))
    assert found["maps/channels.yml:1"] == "https://git.example/edit/main/maps/channels.yml#L1"


def test_findings_can_be_narrowed_by_level_owner_rule_and_kind(tmp_path: Path) -> None:
    tree = shown_health(tmp_path, FULL)
    assert tree.xpath("//@data-jm-filter") == ["level", "owner", "rule", "kind"]
    assert tree.xpath('//*[@data-jm-filter="level"]//@data-value') == [
        "",
        "error",
        "warning",
        "info",
    ]


def test_the_worst_stand_first(tmp_path: Path) -> None:
    broken = FULL | {"journeys/return.yml": "title: I return\nstages: [{titel: A}]\n"}
    page, _ = health_of(tmp_path, broken)
    levels = [row.level for one in page.facts.findings.by_rule for row in one.rows]
    assert levels[0] == "error"
    firsts = [one.rows[0].level for one in page.facts.findings.by_rule]
    assert firsts == sorted(firsts, key=("error", "warning", "info").index)


def test_the_figures_are_those_of_stats(tmp_path: Path) -> None:
    page, written = health_of(tmp_path, FULL)
    whole = look_up(load(tmp_path / "maps", "maps"), TODAY)
    assert page.facts.all == coverage(whole)
    told = words(html.fromstring(written).xpath('//ul[@class="jm-kpis"]')[0])
    assert "Reviews overdue 1" in told
    assert "Maps checked 2" in told


def test_a_finding_that_gives_somebody_away_is_told_without_its_words(tmp_path: Path) -> None:
    quotes = "".join(f"  - {{text: Reach me at {secret}., said_by: Ed}}\n" for secret in SECRETS)
    order = f"title: Ring {SECRETS[1]}\nowner: {SECRETS[0]}\nquotes:\n{quotes}stages: []\n"
    _, written = health_of(tmp_path, {"journeys/order.yml": order})
    tree = html.fromstring(written)
    found = tree.xpath('//*[@data-rule="personal-data"]')
    assert len(found) == 5
    for row in (*found, *tree.xpath('//*[@data-rule="not-in-registry"]')):
        assert "gives somebody away, so it is not repeated" in words(row)
        assert "maps/journeys/order.yml:" in words(row)
        assert not [secret for secret in SECRETS if secret in words(row)]


INTERNAL = {
    "handbook.yml": "audience: public\n",
    "journeys/order.yml": "title: I order\npersonas: [bea]\nstages:\n"
    "  - {id: pay, title: I pay, channel: hotline, touchpoints: [web-shopp],"
    " quotes: [{text: Between us}]}\n",
    "journeys/secret.yml": "title: Project Lazarus\naudience: internal\nstages: []\n",
    "personas/bea.yml": "name: Bea\n",
    "channels.yml": "- {id: hotline, title: Hotline of Lazarus, audience: internal}\n",
    "touchpoints.yml": "- {id: web-shop, title: Web shop of Lazarus, audience: internal}\n",
}


def test_a_public_handbook_tells_nothing_of_what_is_internal(tmp_path: Path) -> None:
    allowed = INTERNAL["journeys/order.yml"] + "# journeys: allow scope-missing – Lazarus first\n"
    _, written = health_of(tmp_path, INTERNAL | {"journeys/order.yml": allowed})
    tree = html.fromstring(written)
    found = rows(tree)
    assert found
    assert any("I order maps/journeys/order.yml:1" in row for row in found)
    for secret in ("Lazarus", "secret.yml", "hotline", "web-shop", "Between us"):
        assert secret not in written
    # Only rule and place: a message may name what is internal.
    assert not tree.xpath("//li[@data-jm-item]//p")
    assert "only the rule and the place are told here" in words(tree)


def test_for_colleagues_the_same_handbook_tells_all(tmp_path: Path) -> None:
    _, written = health_of(tmp_path, INTERNAL | {"handbook.yml": "audience: internal\n"})
    assert "Project Lazarus" in written
    assert "web-shopp" in written


def test_what_nobody_mentions_stands_under_its_kind(tmp_path: Path) -> None:
    tree = shown_health(tmp_path, SPARSE)
    assert "Shop page touchpoint" in part(tree, "orphans")
    assert "Record opportunity" in part(tree, "orphans")


def test_moments_count_as_heard_where_a_step_or_its_touchpoint_listens(tmp_path: Path) -> None:
    def order(where: str) -> str:
        return (
            "title: I order\nstages:\n  - id: pay\n    title: I pay\n    touchpoint: shop\n"
            f"    {where}\n    moment_of_truth: {{question: Is it right?, handling: failing}}\n"
        )

    shop = "- {id: shop, title: Shop, listening: {kind: %s}}\n"
    for post, at_step, heard in (
        ("none", "summary: x", False),
        ("none", "listening: {kind: none}", False),
        ("periodic", "summary: x", True),
        ("none", "listening: {kind: post-interaction}", True),
    ):
        files = {"journeys/order.yml": order(at_step), "touchpoints.yml": shop % post}
        said = part(shown_health(tmp_path, files), "unheard")
        assert ("Is it right?" not in said) is heard, (post, at_step)
        assert ("Somebody listens at every moment" in said) is heard


def test_open_hypotheses_are_told_with_owner_and_age_the_oldest_first(tmp_path: Path) -> None:
    def order(title: str, reviewed: str, status: str = "open") -> str:
        return (
            f"title: {title}\nowner: Shop team\nreviewed: {reviewed}\nstages: []\n"
            f"hypotheses: [{{title: Of {title}, status: {status}}}]\n"
        )

    files = {
        "journeys/a.yml": order("A", "2026-11-20"),
        "journeys/b.yml": order("B", "2026-08-13"),
        "journeys/c.yml": order("C", "2026-08-13", "refuted"),
        "journeys/d.yml": order("D", "2026-08-13") + "status: retired\n",
    }
    said = part(shown_health(tmp_path, files), "hypotheses")
    assert "Of B B Shop team 13 August 2026 100 days ago" in said
    assert said.index("Of B") < said.index("Of A")
    assert "Of C" not in said
    assert "Of D" not in said


def test_what_is_allowed_stands_with_its_reason_and_until_when(tmp_path: Path) -> None:
    files = {
        "journeys/order.yml": "title: I order\n"
        "# journeys: allow stage-empty – workshop in March\nstages: [{id: a, title: A}]\n",
        "accepted.yml": "- {fingerprint: 0a1b2c, reason: Agreed, until: 2026-12-31}\n"
        "- {fingerprint: 9f8e7d, reason: Long over, until: 2026-01-31}\n",
    }
    said = part(shown_health(tmp_path, files), "allowed")
    assert "stage-empty I order maps/journeys/order.yml:2 workshop in March" in said
    assert "The change 0a1b2c maps/accepted.yml:1 Agreed 31 December 2026" in said
    assert "9f8e7d" not in said


CALM = {
    "handbook.yml": "profile: minimal\n",
    "journeys/order.yml": "title: I order\nstages: [{id: a, title: A}]\n",
}


def test_nothing_to_mend_is_a_calm_page(tmp_path: Path) -> None:
    page, written = health_of(tmp_path, CALM)
    tree = html.fromstring(written)
    assert "Nothing to mend: every map says what it should." in part(tree, "findings")
    assert not tree.xpath("//@data-jm-filter")
    assert page.is_listed


def test_an_empty_handbook_has_the_page_and_does_not_list_it(tmp_path: Path) -> None:
    page, written = health_of(tmp_path, {})
    assert not page.is_listed
    assert "There is no map yet." in words(html.fromstring(written))


def test_what_cannot_be_read_is_found_under_its_own_page(tmp_path: Path) -> None:
    tree = shown_health(tmp_path, {"journeys/order.yml": "title: [I order\n"})
    (row,) = tree.xpath('//*[@data-rule="yaml-syntax"]')
    assert ways(row)["Order"] == "../journeys/order/"


def test_words_of_maps_are_words_on_the_page(tmp_path: Path) -> None:
    hostile = '"<script>alert(1)</script> `<b>`"'
    order = f"title: {hostile}\nowner: {hostile}\nstages: [{{id: a, title: {hostile}}}]\n"
    tree = shown_health(tmp_path, {"journeys/order.yml": order})
    assert not tree.xpath("//script | //b[not(ancestor::ul[@class='jm-kpis'])]")
    assert "<script>alert(1)</script>" in words(tree)


def test_on_a_german_page_messages_say_that_they_are_english(tmp_path: Path) -> None:
    tree = shown_health(tmp_path, SPARSE, language="de")
    assert set(tree.xpath("//li[@data-jm-item]//p/@lang")) == {"en"}
    assert not shown_health(tmp_path, SPARSE).xpath("//p/@lang")


def many(journeys: int) -> dict[str, str]:
    """Give maps with some sixty findings each, of all sorts."""
    step = (
        "      - {{title: 'Step {n} of {j} that nobody knows much about', emotion: 2,"
        " channel: 'Unknown {j} {n}', pain_points: ['It hurts {n}'],"
        " moment_of_truth: {{question: 'Is {n} right?'}}, quotes: ['I say {n}']}}\n"
    )
    return {
        f"journeys/map-{j}.yml": f"title: Map {j}\nowner: Team {j}\npersonas: ['Who {j}']\n"
        "status: published\nstages:\n  - title: All of it\n    steps:\n"
        + "".join(step.format(n=n, j=j) for n in range(12))
        for j in range(journeys)
    }


def test_two_thousand_findings_make_no_monster(tmp_path: Path) -> None:
    page, written = health_of(tmp_path, many(45), sources="https://git.example/edit/main/")
    assert page.facts.findings.total >= 2_000
    assert len(gzip.compress(written.encode(), 6)) <= MOST_BYTES
    tree = html.fromstring(written)
    (left,) = {
        one.rule: one.left for one in page.facts.findings.by_rule if one.rule == "moment-unrated"
    }.values()
    assert left > 100
    assert f"and {left} more: journeys check --select moment-unrated" in words(tree)
    assert len(page.facts.by_owner.rows) <= LONGEST


def test_the_same_maps_give_the_same_page(tmp_path: Path, golden: Golden) -> None:
    _, once = health_of(tmp_path / "a", FULL)
    _, again = health_of(tmp_path / "b", FULL)
    assert once == again
    sections = html.fromstring(once).xpath("//h2 | //h3 | //tr | //ul[@class='jm-kpis']/li")
    golden("goldens/health.txt", "".join(f"{words(one)}\n" for one in sections))
