"""`journeys rename`: the same handbook under another id, and not a byte besides."""

from __future__ import annotations

import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.gap import gap
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.mend import Mending
from mkdocs_journeys.cli.rename import write_all
from mkdocs_journeys.cli.sources import stamps
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.model.journey import Journey
from tests.cli.quiet import lay
from tests.maps_on_disk import TODAY

FILES = {
    "maps/handbook.yml": (
        "lifecycle: [join, {id: use, title: Use}]\n"
        "rows: [{title: Who decides, type: mentions}]\n"
        "overrides: [{files: [journeys/order.yml], rules: {evidence: info}}]\n"
    ),
    "maps/personas/bea.yml": "# She.\nname: Bea   # 🎉\nnote: bea is no mention\n",
    "maps/personas/marek.yml": "id: marek\nname: Marek\nformerly: [mark]\n",
    "maps/stakeholders.yml": "- {id: care, name: Care}\n",
    "maps/channels.yml": (
        "- id: web   # the shop\n  title: Website\n  # icon\n  icon: web\n"
        "- {id: app, title: App, formerly: [apps]}\n"
    ),
    "maps/journeys/order.yml": (
        "title: I order\r\npersonas: ['bea', \"marek\"]\r\n"
        "stages:\r\n"
        "  - id: pay   # 我付\r\n"
        "    title: I pay\r\n"
        "    lifecycle: join\r\n"
        "    channels:\r\n      - web # first\r\n      - Website\r\n"
        "    emotion: {who: mark, score: 1}\r\n"
        "    rows: {Who decides: [care, bea]}\r\n"
        "    steps:\r\n"
        "      - {id: card, title: By card, next: [{to: wait}]}\r\n"
        "      - id: wait\r\n        title: I wait\r\n"
        "        pain_points: [{id: long, title: Too long}]\r\n"
    ),
    "maps/journeys/order-future.yml": (
        "title: I order, in future\nstate: future\nfuture_of: order\nstages:\n"
        "  - id: pay\n    title: I pay\n    steps:\n"
        "      - {id: card, title: By card}\n"
        "      - {id: look, title: I look, replaces: [wait]}\n"
    ),
    "maps/opportunities/date.yml": (
        "title: A date\npain_points: [order/long]\nsteps: [order/wait]\nstages: order/pay\n"
    ),
    "maps/metrics/calls.yml": "title: Calls\nunit: calls\n",
    "maps/metrics/calls.csv": (
        'date,value,at,persona,note\n2026-01,1, order/wait ,bea,bea\n"2026-02",2,"order/pay",'
        '"bea","a ""b"",\nc"\n2026-03,3,,marek,"x"\n'
    ),
    "docs/a.md": (
        "---\ntitle: persona:bea\n---\n\n[[persona:bea|bea]] and [[step:order/wait]] "
        "`[[persona:bea]]`\n\n```journey\nid: order\nview: map\n```\n"
    ),
}

Rename = Callable[..., Result]


@pytest.fixture
def rename(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Rename:
    """Runs the command in a folder where everything mentions everything."""
    monkeypatch.chdir(lay(tmp_path, FILES))
    return lambda *arguments: CliRunner().invoke(main, ["rename", *arguments])


def changes() -> dict[str, tuple[str, ...]]:
    """Give the lines that are new, by file; none for a file that is gone."""
    found = {}
    for file, before in FILES.items():
        after = Path(file).read_bytes().decode() if Path(file).exists() else ""
        if after != before:
            lines = set(after.splitlines()) - set(before.splitlines())
            found[file] = tuple(sorted(line.strip() for line in lines))
    return found


def old_words() -> list[str]:
    """Give what a check still says of mentions."""
    catalog = look_up(load(Path("maps"), "maps"), TODAY)
    problems = (*catalog.loaded.problems, *catalog.problems)
    found = (*problems, *check_docs(Path("docs"), "docs", catalog))
    return [f"{one.place} {one.what}" for one in found if one.rule != "not-in-registry"]


def test_every_mention_of_a_persona_is_edited_and_nothing_else(rename: Rename) -> None:
    ran = rename("bea", "beatrix")
    assert (ran.exit_code, ran.stdout) == (0, "")
    assert ran.stderr == "“Bea” (persona:bea) is called `beatrix`.\n4 files changed.\n"
    assert changes() == {
        "maps/personas/bea.yml": (),
        "maps/journeys/order.yml": (
            "personas: ['beatrix', \"marek\"]",
            "rows: {Who decides: [care, beatrix]}",
        ),
        "maps/metrics/calls.csv": (
            '"2026-02",2,"order/pay","beatrix","a ""b"",',
            "2026-01,1, order/wait ,beatrix,bea",
        ),
        "docs/a.md": ("[[persona:beatrix|bea]] and [[step:order/wait]] `[[persona:bea]]`",),
    }
    assert Path("maps/personas/beatrix.yml").read_text() == (
        "# She.\nname: Bea   # 🎉\nformerly: [bea]\nnote: bea is no mention\n"
    )
    assert b"\r\n" in Path("maps/journeys/order.yml").read_bytes()
    assert [one for one in old_words() if "mark" not in one] == []


def test_a_mention_by_an_older_id_gets_the_new_one_too(rename: Rename) -> None:
    rename("persona/marek", "marek-nowak")
    assert Path("maps/personas/marek-nowak.yml").read_text() == (
        "id: marek-nowak\nname: Marek\nformerly: [mark, marek]\n"
    )
    assert "who: marek-nowak" in Path("maps/journeys/order.yml").read_text()
    assert old_words() == []


def test_a_thing_in_a_list_keeps_its_style_and_its_comments(rename: Rename) -> None:
    rename("web", "site")
    rename("app", "mobile-app")
    assert Path("maps/channels.yml").read_text() == (
        "- id: site   # the shop\n  title: Website\n  formerly: [web]\n  # icon\n  icon: web\n"
        "- {id: mobile-app, title: App, formerly: [apps, app]}\n"
    )
    # A mention by title needs no edit.
    assert changes()["maps/journeys/order.yml"] == ("- site # first",)


def test_a_journey_takes_all_that_is_mentioned_inside_of_it_along(rename: Rename) -> None:
    rename("order", "first-order")
    assert not Path("maps/journeys/order.yml").exists()
    assert (
        Path("maps/journeys/first-order.yml")
        .read_bytes()
        .startswith(b"title: I order\r\nformerly: [order]\r\npersonas:")
    )
    changed = changes()
    assert changed["maps/opportunities/date.yml"] == (
        "pain_points: [first-order/long]",
        "stages: first-order/pay",
        "steps: [first-order/wait]",
    )
    assert changed["maps/journeys/order-future.yml"] == ("future_of: first-order",)
    assert "[[step:first-order/wait]]" in changed["docs/a.md"][0]
    assert "id: first-order" in Path("docs/a.md").read_text()
    assert "at,persona" in Path("maps/metrics/calls.csv").read_text()
    assert '"first-order/pay"' in Path("maps/metrics/calls.csv").read_text()
    assert "journeys/first-order.yml" in Path("maps/handbook.yml").read_text()
    assert [one for one in old_words() if "mark" not in one] == []


def test_a_step_is_mentioned_with_and_without_its_journey(rename: Rename) -> None:
    rename("order/wait", "stand-by")
    order = Path("maps/journeys/order.yml").read_bytes().decode()
    assert "next: [{to: stand-by}]" in order
    assert "- id: stand-by\r\n        title: I wait\r\n        formerly: [wait]\r\n" in order
    changed = changes()
    assert changed["maps/opportunities/date.yml"] == ("steps: [order/stand-by]",)
    assert "replaces: [stand-by]" in changed["maps/journeys/order-future.yml"][0]
    assert "2026-01,1, order/stand-by ,bea,bea" in changed["maps/metrics/calls.csv"]
    assert "[[step:order/stand-by]]" in changed["docs/a.md"][0]


def test_a_step_and_its_answer_on_the_future_map_go_together(rename: Rename) -> None:
    """They belong together because they have one id: that is a mention as well."""

    def gaps() -> list[str]:
        catalog = look_up(load(Path("maps"), "maps"), TODAY)
        future = catalog.entry(Journey, "order-future")
        return [answer.change for answer in gap(catalog, future)] if future else []

    before = gaps()
    assert "“By card” (step:order-future/card) is called" in rename("order/card", "by-card").stderr
    assert gaps() == before
    rename("order-future/by-card", "card")
    assert gaps() == before
    # Back to what it was: the old id is none any more, the one between is.
    assert "{id: card, title: By card, formerly: [by-card]" in (
        Path("maps/journeys/order-future.yml").read_text()
    )
    assert [one for one in old_words() if "mark" not in one] == []


@pytest.mark.parametrize(
    ("old", "before", "after"),
    [
        pytest.param("long", "{id: long, title: Too long}", "{id: slow, title: Too long, "
                     "formerly: [long]}", id="a pain point"),
        pytest.param("lifecycle/use", "{id: use, title: Use}",
                     "{id: slow, title: Use, formerly: [use]}", id="a stage of life"),
        pytest.param("join", "[join,", "[{id: slow, formerly: [join]},", id="a bare word"),
    ],
)  # fmt: skip
def test_other_things_with_ids(old: str, before: str, after: str, rename: Rename) -> None:
    assert rename(old, "slow").exit_code == 0
    texts = [Path(file).read_text() for file in FILES if Path(file).exists()]
    assert not any(before in text for text in texts)
    assert any(after in text for text in texts)
    assert [one for one in old_words() if "mark" not in one] == []


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("formerly: a", "formerly: [a, bea]", id="one"),
        pytest.param("formerly: []", "formerly: [bea]", id="none"),
        pytest.param("formerly:", "formerly: [bea]", id="nothing yet"),
        pytest.param("formerly: ['a', b] # c", "formerly: ['a', b, bea] # c", id="brackets"),
        pytest.param(
            "formerly:\n  - a # c\n  # d", "formerly:\n  - a # c\n  - bea\n  # d", id="lines"
        ),
        pytest.param("formerly:\n- a\nrole: b", "formerly:\n- a\n- bea\nrole: b", id="no indent"),
        pytest.param("formerly: [ann, a]", "formerly: [bea, a]", id="the new one was one"),
    ],
)
def test_formerly_is_extended_in_its_own_style(before: str, after: str, rename: Rename) -> None:
    Path("maps/personas/bea.yml").write_text(f"name: Bea\n{before}\nnote: c\n")
    assert rename("persona/bea", "ann").exit_code == 0
    assert Path("maps/personas/ann.yml").read_text() == f"name: Bea\n{after}\nnote: c\n"


@pytest.mark.parametrize(
    ("text", "after"),
    [
        pytest.param("Bea", "name: Bea\nformerly: [bea]", id="a bare name"),
        pytest.param("'Bea: x'\n", "name: 'Bea: x'\nformerly: [bea]\n", id="a name in quotes"),
        pytest.param("{role: b}\n", "{formerly: [bea], role: b}\n", id="braces without a name"),
        pytest.param("role: b\n", "formerly: [bea]\nrole: b\n", id="no name"),
        pytest.param("{}\n", "{formerly: [bea]}\n", id="nothing at all"),
        pytest.param("role: b\nname: Bea", "role: b\nname: Bea\nformerly: [bea]", id="no line end"),
        pytest.param(
            '---\nid: "bea" # c\n', '---\nid: "ann" # c\nformerly: [bea]\n', id="only an id"
        ),
    ],
)
def test_formerly_is_added_in_the_style_of_the_thing(text: str, after: str, rename: Rename) -> None:
    Path("maps/personas/bea.yml").write_text(text)
    assert rename("persona/bea", "ann").exit_code == 0
    assert Path("maps/personas/ann.yml").read_text() == after


def test_readings_go_with_their_metric(rename: Rename) -> None:
    readings = Path("maps/metrics/calls.csv").read_bytes()
    ran = rename("calls", "phone-calls")
    assert ran.stderr.endswith("2 files changed.\n")
    assert Path("maps/metrics/phone-calls.csv").read_bytes() == readings
    assert sorted(path.name for path in Path("maps/metrics").iterdir()) == [
        "phone-calls.csv",
        "phone-calls.yml",
    ]


def test_a_dry_run_prints_a_patch_and_writes_nothing(rename: Rename, tmp_path: Path) -> None:
    ran = rename("calls", "phone-calls", "--dry-run")
    assert changes() == {}
    assert "would be called `phone-calls`.\n2 files would change.\n" in ran.stderr
    subprocess.run(["git", "apply"], cwd=tmp_path, input=ran.stdout, text=True, check=True)
    assert Path("maps/metrics/phone-calls.csv").is_file()
    assert Path("maps/metrics/phone-calls.yml").read_text() == (
        "title: Calls\nformerly: [calls]\nunit: calls\n"
    )


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("beaa", "x", "Nothing in the handbook is called `beaa`. Did you mean `bea`?"),
        ("order/wayt", "x", "called `order/wayt`. Did you mean `order/wait`?"),
        ("pay", "x", "Several things are called `pay`. Name one: `stage/order/pay`, `stage/order-"),
        ("bea", "Bea Ny", "`Bea Ny` cannot be an id: small letters, digits and single hyphens"),
        ("bea", "Bea Ny", "Did you mean `bea-ny`?"),
        ("bea", "404", "no name that the site needs itself"),
        ("bea", "x" * 65, "at most 64"),
        ("bea", "bea", "“Bea” is called `bea` already."),
        ("bea", "care", "There is a stakeholder `care` already: maps/stakeholders.yml:1:8."),
        ("bea", "mark", "`mark` was the id of “Marek”, and old links lead there."),
        ("order/wait", "long", "There is a pain point `long` already"),
        ("order/card", "look", "There is a step `look` already: maps/journeys/order-future.yml"),
    ],
)
def test_what_cannot_be_is_refused_before_anything_is_written(
    old: str, new: str, said: str, rename: Rename
) -> None:
    ran = rename(old, new)
    assert ran.exit_code == 2
    assert said in " ".join(ran.stderr.split())
    assert changes() == {}


def test_a_name_may_be_free_in_another_journey_or_kind(rename: Rename) -> None:
    assert rename("bea", "web").exit_code == 0
    assert rename("order/long", "bea").exit_code == 0


def test_a_file_in_the_way_is_never_overwritten(rename: Rename) -> None:
    Path("maps/metrics/phone-calls.csv").write_text("mine")
    ran = rename("calls", "phone-calls")
    assert ran.exit_code == 2
    assert "maps/metrics/phone-calls.csv is there already." in ran.stderr
    assert changes() == {}


def test_a_step_without_an_id_has_nothing_to_rename(rename: Rename) -> None:
    Path("maps/journeys/other.yml").write_text("title: B\nstages: [I look]\n")
    ran = rename("other/stage-1", "look")
    assert ran.exit_code == 2
    assert "`other/stage-1` is only a position." in ran.stderr


def test_what_cannot_be_read_is_told_of(rename: Rename) -> None:
    Path("maps/journeys/bad.yml").write_text("title: [\npersonas: [bea]\n")
    ran = rename("bea", "ann")
    assert ran.exit_code == 0
    assert "maps/journeys/bad.yml cannot be read: what it says of `bea` stays." in ran.stderr


def test_a_mention_with_escapes_is_left_to_people(rename: Rename) -> None:
    Path("maps/personas/marek.yml").write_text('name: M\nsegment: "fam\\x69ly"\n')
    Path("maps/segments.yml").write_text("- {id: family, title: Families}\n")
    ran = rename("family", "families")
    assert ran.exit_code == 0
    said = "maps/personas/marek.yml:2:10: this mention stays, and still leads there."
    assert said in ran.stderr


def test_an_id_with_escapes_stays(rename: Rename) -> None:
    Path("maps/personas/bea.yml").write_text('id: "b\\x65a"\nname: Bea\n')
    ran = rename("bea", "ann")
    assert ran.exit_code == 2
    assert "maps/personas/bea.yml:1:5: write a bare `id:` there first" in ran.stderr


def test_when_a_file_cannot_be_written_those_before_are_named(
    rename: Rename, capsys: pytest.CaptureFixture[str]
) -> None:
    """Somebody saved a file between the reading and the writing."""
    before = stamps([Path("maps")])
    Path("maps/channels.yml").write_text("[]\n")
    one, two = (
        Mending(file=file, new_name=file, before=b"", after=b"[]\n", problems=())
        for file in ("maps/stakeholders.yml", "maps/channels.yml")
    )
    with pytest.raises(SystemExit) as end:
        write_all((one, two), before)
    assert end.value.code == 2
    assert capsys.readouterr().err == (
        "maps/channels.yml has changed meanwhile and was left alone.\n"
        "Written before: maps/stakeholders.yml.\n"
    )
