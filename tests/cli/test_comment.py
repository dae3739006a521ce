"""The comment on a pull request: one look tells what an edit does to customers."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from mkdocs_journeys.changes.change import CHANGE_LEVELS
from tests.cli.comments import (
    MARK,
    comment,
    diff,
    live,
    northline,
    read,
    worse_overnight,
    write_pair,
)
from tests.command_line import check
from tests.conftest import Golden
from tests.git_repository import commit, git, write

GITHUB = {"GITHUB_SERVER_URL": "https://github.com", "GITHUB_REPOSITORY": "northline/cx"}
ONE_STEP = """\
title: I order
stages:
  - {id: pay, title: I pay, emotion: 1}
"""


@pytest.fixture
def edit(tmp_path: Path) -> Path:
    """Both sides of a believable edit, as folders."""
    return write_pair(tmp_path, *northline())


@pytest.fixture
def branch(tmp_path: Path) -> Path:
    """The same edit as a branch that is checked out in a repository."""
    base, head = northline()
    git(tmp_path, "init", "-q", "-b", "main")
    for message, files in (("The maps", base), ("The edit", head)):
        for name, content in files.items():
            write(tmp_path, f"cx/maps/{name}", content)
        commit(tmp_path, message)
        if files is base:
            git(tmp_path, "checkout", "-q", "-b", "edit")
    return tmp_path


def test_a_believable_edit_is_told_as_a_reviewer_needs_it(edit: Path, golden: Golden) -> None:
    golden("goldens/comment.md", comment(edit))


def test_the_comment_is_found_again_by_its_first_line(edit: Path) -> None:
    assert comment(edit).splitlines()[0] == MARK


def test_where_nothing_changed_it_is_one_line(edit: Path) -> None:
    said = diff(edit, "base", "base", "--format", "markdown").stdout.splitlines()
    assert said == [
        MARK,
        "Nothing changed in the maps: <code>base</code> against <code>base</code>",
    ]


def test_where_nothing_that_was_asked_for_changed_it_says_so(edit: Path) -> None:
    words = ("base", "base", "--format", "markdown", "--level", "significant")
    said = diff(edit, *words).stdout.splitlines()
    assert said[1].startswith("Nothing changed in the maps that is significant or more: ")


def test_the_table_holds_what_breaks_and_what_is_significant_with_the_level_as_a_word(
    edit: Path,
) -> None:
    changes = json.loads(diff(edit, "base", "head", "--format", "json").stdout)["changes"]
    seen = read(comment(edit))
    assert [row[0] for row in seen.rows] == [
        one["level"] for one in changes if one["level"] in ("breaking", "significant")
    ]
    assert {len(row) for table in seen.tables for row in table} == {5}
    assert not list(live(comment(edit)))


def test_minor_and_editorial_changes_are_folded_away_each_in_a_table(edit: Path) -> None:
    text = comment(edit)
    folded = text.partition("<details>")[2]
    assert "3 minor changes" in folded
    assert [len(table) - 1 for table in read(text).tables] == [7, 3, 1]
    assert all(f"| {level} |" not in text.partition("<details>")[0] for level in CHANGE_LEVELS[2:])


def test_who_uses_what_changed_and_who_owns_it_is_told_without_calling_anybody(edit: Path) -> None:
    told = comment(edit).partition("**Affects**")[2]
    assert "- Journeys: “Switch to fibre, as it should be”" in told
    assert "- Personas: “Priya Raman”" in told
    assert "- Owners: “Contact centre”, “Field Service”, “Home Broadband CX”" in told
    assert "@" not in comment(edit)


def test_findings_are_those_of_check_on_head(branch: Path) -> None:
    text = diff(branch, "main", "--maps", "cx/maps", "--format", "markdown").stdout
    found = check(branch, "--maps", "cx/maps", "--format", "json", "--as-of", "2026-11-21")
    levels = [one["level"] for one in json.loads(found.stdout)["problems"]]
    assert f"Findings: {levels.count('error')} error" in text
    assert len(levels) == 1


@pytest.mark.parametrize(("folder", "maps"), [(".", "cx/maps"), ("cx", "maps")])
def test_every_line_is_linked_where_it_stood_or_stands_for_good(
    branch: Path, folder: str, maps: str
) -> None:
    text = diff(branch / folder, "main", "--maps", maps, "--format", "markdown", **GITHUB).stdout
    links = [link for link in read(text).links if "/blob/" in link]
    assert len(links) == 11
    shown = re.compile(r"https://github\.com/northline/cx/blob/([0-9a-f]{40})/(.+)#L(\d+)")
    lines = {}
    for link in links:
        found = shown.fullmatch(link)
        assert found, link
        commit_, path, line = found.groups()
        content = git(branch, "show", f"{commit_}:{path}").splitlines()
        lines[commit_, content[int(line) - 1].strip()] = link
    base, head = git(branch, "rev-parse", "main"), git(branch, "rev-parse", "edit")
    assert (base, "- id: confirmation") in lines
    assert (head, "emotion: {score: -2, words: [boxed in]}") in lines
    assert {commit_ for commit_, _ in lines} == {base, head}


@pytest.mark.parametrize(
    ("job", "begins"),
    [
        (GITHUB, "https://github.com/northline/cx/blob/"),
        ({**GITHUB, "GITEA_ACTIONS": "true"}, "https://github.com/northline/cx/src/commit/"),
        (
            {"CI_PROJECT_URL": "https://gitlab.example/group/cx"},
            "https://gitlab.example/group/cx/-/blob/",
        ),
    ],
)
def test_a_job_of_a_forge_knows_where_lines_are_seen(
    branch: Path, job: dict[str, str], begins: str
) -> None:
    text = diff(branch, "main", "--maps", "cx/maps", "--format", "markdown", **job).stdout
    assert all(link.startswith(begins) for link in read(text).links)
    assert read(text).links


def test_another_forge_is_told_by_a_template(branch: Path) -> None:
    template = "https://git.example/cx?at={commit}&file={path}#{line}"
    text = diff(
        branch, "main", "--maps", "cx/maps", "--format", "markdown", "--source", template
    ).stdout
    head = git(branch, "rev-parse", "HEAD")
    wanted = f"https://git.example/cx?at={head}&file=cx/maps/metrics/chase-calls.yml#4"
    assert wanted in read(text).links


def test_without_a_forge_the_source_is_words(edit: Path) -> None:
    seen = read(comment(edit))
    assert not seen.links
    assert seen.rows[0][4] == "switch-to-fibre.yml:18 in base"


def test_a_folder_outside_of_any_commit_has_no_links(edit: Path) -> None:
    text = diff(edit, "base", "head", "--format", "markdown", **GITHUB).stdout
    assert not read(text).links


def test_preview_and_full_report_are_linked_where_they_are_known(edit: Path) -> None:
    preview, full = "https://preview.example/7/", "https://ci.example/7"
    text = comment(edit, "--preview", preview, "--report-url", full)
    links = read(text).links
    assert links[:2] == [preview, full]
    rows = [row for table in read(text).tables for row in table[1:]]
    assert len([link for link in links if link.startswith(f"{preview}changes/")]) == len(rows)
    assert "Preview" not in comment(edit)


def test_a_level_leads_to_what_the_manual_says_of_the_change(
    edit: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("mkdocs_journeys.cli.review.manual", lambda: "https://manual.example/")
    links = read(comment(edit)).links
    assert len(links) == sum(len(table) - 1 for table in read(comment(edit)).tables)
    pages = Path(__file__).parents[2] / "docs/about-this-tool/reference"
    for link in links:
        assert (
            pages / f"{link.removeprefix('https://manual.example/reference/').rstrip('/')}.md"
        ).exists()


@pytest.mark.parametrize(
    "wrong",
    [
        ("--preview", "javascript:alert(1)"),
        ("--report-url", "ci.example/7"),
        ("--preview", "https://["),
        ("--source", "https://git.example/cx/"),
        ("--source", "https://git.example/cx/{path}"),
        ("--source", "ftp://git.example/{commit}/{path}"),
    ],
)
def test_what_is_no_address_of_the_web_is_refused(edit: Path, wrong: tuple[str, str]) -> None:
    ran = diff(edit, "base", "head", "--format", "markdown", *wrong)
    assert ran.returncode == 2
    assert wrong[0] in ran.stderr


def test_an_address_cannot_end_its_link(edit: Path) -> None:
    preview = "https://preview.example/a) [x](https://evil.example/|<b>"
    seen = read(comment(edit, "--preview", preview))
    assert all(link.startswith("https://preview.example/a%29") for link in seen.links)
    assert len(seen.links) == 1 + sum(len(table) - 1 for table in seen.tables)


def accept(edit: Path, *names: str, until: str = "") -> None:
    changes = json.loads(diff(edit, "base", "head", "--format", "json").stdout)["changes"]
    lines = "".join(
        f"- {{fingerprint: {one['fingerprint']}, reason: agreed | with @sales{until}}}\n"
        for one in changes
        if one["name"] in names or not names
    )
    write(edit, "head/accepted.yml", lines)


def test_an_accepted_change_is_counted_and_folded_away_with_its_reason(edit: Path) -> None:
    accept(edit, "metric-redefined", until=", until: 2027-02")
    text = comment(edit)
    assert "1 change accepted" in text
    assert [row[0] for row in read(text).rows].count("breaking") == 2
    assert "<summary>Accepted: 1 change</summary>" in text
    head, row = read(text).tables[-1]
    assert head == ["Level", "Change", "Where", "Why it is fine", "Until"]
    assert row[0] == "breaking"
    assert row[3:] == ["agreed | with @sales", "2027-02"]
    assert not list(live(text))


def test_where_every_change_is_accepted_the_comment_still_says_why(edit: Path) -> None:
    accept(edit)
    text = comment(edit)
    assert "### Journeys: all changes are accepted\n" in text
    (table,) = read(text).tables
    assert {row[3] for row in table[1:]} == {"agreed | with @sales"}
    assert {row[4] for row in table[1:]} == {"–"}


def test_programs_are_told_why_a_change_is_accepted_and_until_when(edit: Path) -> None:
    accept(edit, "metric-redefined", until=", until: 2027-02-01")
    told = json.loads(diff(edit, "base", "head", "--format", "json").stdout)["changes"]
    assert {(one["name"], one["accepted"], one["accepted_until"]) for one in told[-1:]} == {
        ("metric-redefined", "agreed | with @sales", "2027-02-01")
    }
    assert {one["accepted_until"] for one in told[:-1]} == {""}


def test_a_report_is_a_folder_with_the_comment_and_the_same_for_programs(edit: Path) -> None:
    ran = diff(edit, "base", "head", "--report", "out/review")
    assert ran.stdout == diff(edit, "base", "head").stdout
    assert (edit / "out/review/comment.md").read_text("utf-8") == comment(edit)
    told = json.loads((edit / "out/review/report.json").read_text("utf-8"))
    assert told == json.loads(diff(edit, "base", "head", "--format", "json").stdout)


def test_a_map_whose_picture_is_the_same_gets_none(tmp_path: Path) -> None:
    head = ONE_STEP.replace("title: I order", "title: I order\nowner: sales")
    text = comment(
        write_pair(tmp_path, {"journeys/order.yml": ONE_STEP}, {"journeys/order.yml": head})
    )
    assert "owner" in text
    assert not read(text).mermaid


def test_a_new_map_is_drawn_as_new_and_a_map_that_went_as_gone(tmp_path: Path) -> None:
    pair = ({"journeys/old.yml": ONE_STEP}, {"journeys/old.yml": "", "journeys/leave.yml": LEAVE})
    text = comment(write_pair(tmp_path, *pair))
    new, old = (block for block in read(text).mermaid if block.startswith("flowchart"))
    drawn = {new, old}
    assert any("I leave<br/>#40;added#41;" in block for block in drawn)
    assert any("I pay<br/>#40;removed#41;" in block for block in drawn)


LEAVE = """\
title: I leave the company for good
stages:
  - title: Leaving
    steps:
      - {id: ring, title: I leave, emotion: -1}
      - {id: bill, title: I get the last bill, emotion: 0}
"""


def test_a_curve_fills_no_hole(tmp_path: Path) -> None:
    base = """\
        title: I order
        stages:
          - title: Order
            steps:
              - {id: a, title: A, emotion: 1}
              - {id: b, title: B}
              - {id: c, title: C, emotion: -1}
              - {id: d, title: D, emotion: 2}
        """
    base = "".join(line.removeprefix("        ") + "\n" for line in base.splitlines())
    head = base.replace("title: C, emotion: -1", "title: C, emotion: -2")
    text = comment(write_pair(tmp_path, {"journeys/o.yml": base}, {"journeys/o.yml": head}))
    (chart,) = (block for block in read(text).mermaid if "xychart" in block)
    assert 'x-axis ["1", "3", "4"]' in chart
    assert "line [1, -1, 2]" in chart
    assert "line [1, -2, 2]" in chart
    assert "was  ▆·▃█  mean 0.7\nnow  ▆·▁█  mean 0.3" in text


def test_same_maps_give_the_same_bytes(edit: Path) -> None:
    assert comment(edit) == comment(edit)


def test_a_whole_handbook_that_got_worse_overnight_fits_and_stays_readable(
    tmp_path: Path,
) -> None:
    text = comment(worse_overnight(tmp_path))
    seen = read(text)
    assert len(text) <= 60_000
    assert {len(row) for table in seen.tables for row in table} == {5}
    assert seen.mermaid
    assert not list(live(text))
