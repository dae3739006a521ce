"""`journeys fmt`: one order of keys, and nothing else that anybody could notice."""

from __future__ import annotations

import codecs
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from mkdocs_journeys.cli import main
from mkdocs_journeys.cli.fmt import formatted_map
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.handbook import Handbook
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.registries import Channel
from tests.cli.quiet import lay
from tests.command_line import RUN, environment

ORDER = "maps/journeys/order.yml"
UNTIDY = "stages: []\ntitle: I order\n"
TIDY = "title: I order\nstages: []\n"

Fmt = Callable[..., Result]


@pytest.fixture
def fmt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Fmt:
    """Runs the command in a folder with one untidy map."""
    monkeypatch.chdir(lay(tmp_path, {"maps/handbook.yml": "title: A\n", ORDER: UNTIDY}))

    def run(*arguments: str, given: bytes = b"") -> Result:
        return CliRunner().invoke(main, ["fmt", *arguments], input=given)

    return run


def tidied(text: str, thing: type[Thing] = Journey) -> str:
    """Give what a map becomes; a second time there must be nothing to do."""
    data = text.encode()
    one = formatted_map("maps/a.yml", data, thing)
    assert not one.problems
    after = one.mending.after
    again = formatted_map("maps/a.yml", after, thing)
    assert again.mending.after == after
    return after.decode()


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("stages: []\ntitle: A\n", "title: A\nstages: []\n", id="two keys"),
        pytest.param("{stages: [], title: A}\n", "{title: A, stages: []}\n", id="braces"),
        pytest.param(
            "code: C\nsummary: B\ntitle: A", "title: A\ncode: C\nsummary: B\n", id="no line end"
        ),
        pytest.param(
            "stages: []\nxyzzy: 1\ntitle: A\n",
            "title: A\nstages: []\nxyzzy: 1\n",
            id="an unknown key stays behind the key before it",
        ),
        pytest.param(
            "xyzzy: 1\ncode: B\ntitle: A\n",
            "xyzzy: 1\ntitle: A\ncode: B\n",
            id="an unknown key stays first",
        ),
        pytest.param(
            "phases: []\nname: A\n", "name: A\nphases: []\n", id="other words of the field"
        ),
        pytest.param(
            "rows: {z: 1, a: 2}\ntitle: A\n", "title: A\nrows: {z: 1, a: 2}\n", id="own keys"
        ),
        pytest.param(
            "stages:\n  - steps:\n      - title: B\n        id: b\n    title: C\ntitle: A\n",
            "title: A\nstages:\n  - title: C\n    steps:\n      - id: b\n        title: B\n",
            id="nested",
        ),
        pytest.param(
            "title: A\nstages:\n- {steps: [{title: 我, id: b}], title: 🎉}\n",
            "title: A\nstages:\n- {title: 🎉, steps: [{id: b, title: 我}]}\n",
            id="nested in braces",
        ),
        pytest.param(
            "title: A\nstages:\n- {\n  steps: [],\n  title: B,\n  id: c,\n  }\n",
            "title: A\nstages:\n- {\n  id: c,\n  title: B,\n  steps: [],\n  }\n",
            id="braces over several lines",
        ),
        pytest.param(
            "---\nsummary: a\n  b\n   c\ntitle: A\n...\n",
            "---\ntitle: A\nsummary: a\n  b\n   c\n...\n",
            id="text over several lines",
        ),
        pytest.param(
            "note: |2\n    a\n  # b\n\ntitle: A\n",
            "title: A\n\nnote: |2\n    a\n  # b\n",
            id="a block of text with an indentation of its own",
        ),
    ],
)
def test_ids_and_titles_come_first_and_what_goes_on_for_pages_last(before: str, after: str) -> None:
    assert tidied(before) == after


@pytest.mark.parametrize(
    ("text", "thing"),
    [
        pytest.param("title: A\nowner: b\nsummary: C\ncode: D\n", Journey, id="between"),
        pytest.param("title: A\nrows: {z: 1}\nscope:\n  end: b\n  start: a\n", Journey, id="parts"),
        pytest.param("rules: {orphan: off}\ntitle: A\n", Handbook, id="settings"),
        pytest.param("- {id: a, title: B, owner: c, summary: D}\n", Channel, id="braces"),
        pytest.param(
            "title: A\nstages:\n- {id: b, steps: [], owner: c}\n", Journey, id="steps on one line"
        ),
        pytest.param("title: A\nsteps: []\nstages: []\n", Journey, id="two that go on for pages"),
    ],
)
def test_all_other_keys_stay_where_their_author_put_them(text: str, thing: type[Thing]) -> None:
    assert tidied(text, thing) == text


def test_a_title_on_one_line_comes_in_front_of_the_steps_beside_it() -> None:
    before = "title: A\nstages: [{steps: [], owner: c, title: B, id: b}]\n"
    after = "title: A\nstages: [{id: b, title: B, steps: [], owner: c}]\n"
    assert tidied(before) == after


def test_the_example_is_formatted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(Path(__file__).parents[2])
    ran = CliRunner().invoke(main, ["fmt", "--check", "maps"])
    assert (ran.exit_code, ran.stdout) == (0, "")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param(
            "# head\n\n# of code\ncode: B # behind\n# of title\n\ntitle: A\n# foot\n",
            "# head\n\n# of code\n# of title\n\ntitle: A\ncode: B # behind\n# foot\n",
            id="above and behind; what stands above the first key stays at the top",
        ),
        pytest.param(
            "scope:\n  start: a\n    # deeper\n  # trailing\ntitle: A\n",
            "title: A\nscope:\n  start: a\n    # deeper\n  # trailing\n",
            id="trailing in a block",
        ),
        pytest.param(
            "title: A\nstages:\n-\n  # of owner\n  owner: b\n  title: C\n  # trailing\n",
            "title: A\nstages:\n-\n  # of owner\n  title: C\n  owner: b\n  # trailing\n",
            id="above the first key of an entry it stays at the top",
        ),
        pytest.param(
            "summary: B\n\ntitle: A\n\nstages: []\n",
            "title: A\n\nsummary: B\n\nstages: []\n",
            id="blank lines part keys, and never come first",
        ),
        pytest.param(
            "stages: []\n    \nowner: c\nscenario: |\n  d\n",
            "owner: c\nscenario: |\n  d\n\nstages: []\n",
            id="a line of spaces does not become a part of a block of text",
        ),
        pytest.param(
            "title: A\nstages:\n  # of this stage\n  - title: B\n    # of id\n    id: b\n",
            "title: A\nstages:\n  # of this stage\n  # of id\n  - id: b\n    title: B\n",
            id="above a key that comes to stand behind a dash",
        ),
        pytest.param(
            "title: A\nstages:\n  -   # of this stage\n    title: B\n    # of id\n    id: b\n",
            "title: A\nstages:\n  -   # of this stage\n    # of id\n    id: b\n    title: B\n",
            id="a dash with a comment",
        ),
        pytest.param(
            "title: A\nstages:\n- {title: b, # c\n  id: a}\n",
            "title: A\nstages:\n- {title: b, # c\n  id: a}\n",
            id="in braces: there it stays as it is",
        ),
    ],
)
def test_a_comment_stays_with_what_it_is_about(before: str, after: str) -> None:
    assert tidied(before) == after


def test_an_allowance_speaks_of_what_it_spoke_of_before() -> None:
    """Above the first key it would speak of the whole file."""
    text = "code: B\n# journeys: allow name-or-title – so it was\nname: A\nstate: current\n"
    assert tidied(text) == text
    # Of nothing, and of nothing it shall be.
    text = "scope:\n  start: a\n  # journeys: allow x – y\n\ntitle: B\ntags: [x]\n"
    assert tidied(text) == text
    text = "stages: []\ncode: B\n# journeys: allow x – y\nname: A\n"
    assert tidied(text) == "stages: []\n# journeys: allow x – y\nname: A\ncode: B\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        pytest.param("'title': A\n", "title: A\n", id="a key"),
        pytest.param('"xyzzy": A\n', '"xyzzy": A\n', id="an unknown key"),
        pytest.param("personas: ['bea', \"marek\"]\n", "personas: [bea, marek]\n", id="mentions"),
        pytest.param("personas: [Bea Ny, '7']\n", 'personas: [Bea Ny, "7"]\n', id="not words"),
        pytest.param('state: "current"\n', "state: current\n", id="a choice"),
        pytest.param('title: "A"\n', 'title: "A"\n', id="a text keeps its quotes"),
        pytest.param("title: 'It''s A'\n", 'title: "It\'s A"\n', id="single quotes"),
        pytest.param("title: 'an \"A\"'\n", "title: 'an \"A\"'\n", id="a quote inside"),
        pytest.param("title: 'A\\B'\n", "title: 'A\\B'\n", id="a backslash"),
        pytest.param("title: 'A\n  B'\n", "title: 'A\n  B'\n", id="several lines"),
        pytest.param("title: no\n", "title: no\n", id="bare words stay bare"),
        pytest.param("personas: ['no']\n", 'personas: ["no"]\n', id="not what looks like no text"),
    ],
)
def test_quotes_are_changed_only_where_that_is_certain(before: str, after: str) -> None:
    assert tidied(before) == after


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8], ids=["no mark", "byte-order mark"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"], ids=["LF", "CRLF", "CR"])
def test_line_ends_and_byte_order_mark_stay(mark: bytes, line_end: str) -> None:
    before = "code: 我 # 🎉\n\n# of title\ntitle: A\nnote: |\n  a\n\n  b\nsummary: >-\n  c"
    after = "# of title\ntitle: A\n\ncode: 我 # 🎉\nnote: |\n  a\n\n  b\nsummary: >-\n  c\n"
    data = mark + (before + "\n").replace("\n", line_end).encode()
    one = formatted_map("maps/a.yml", data, Journey)
    assert one.mending.after == mark + after.replace("\n", line_end).encode()


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("note: |+\n  b\n\n\ntitle: A\n", id="blank lines are part of it"),
        pytest.param("stages: []\ntitle: A\ncode: |\n  C", id="it has no line end"),
        pytest.param("? summary\n: B\n? title\n: A\n", id="keys with a question mark"),
    ],
)
def test_where_order_would_change_a_text_keys_stay(text: str) -> None:
    assert tidied(text) == text


def test_lists_are_put_in_order_too() -> None:
    channels = "# ours\n- title: Web\n  id: web\n- {family: digital, id: app}\n"
    after = "# ours\n- id: web\n  title: Web\n- {id: app, family: digital}\n"
    assert tidied(channels, Channel) == after


def test_all_maps_are_written_and_counted(fmt: Fmt) -> None:
    ran = fmt()
    assert (ran.exit_code, ran.stdout, ran.stderr) == (0, "", "1 file of 2 put in order.\n")
    assert Path(ORDER).read_text() == TIDY
    assert fmt().stderr == "0 files of 2 put in order.\n"


def test_check_names_what_would_change_and_writes_nothing(fmt: Fmt) -> None:
    ran = fmt("--check")
    assert (ran.exit_code, ran.stdout) == (1, f"{ORDER}\n")
    assert ran.stderr == "1 file of 2 would be put in order.\n"
    assert Path(ORDER).read_text() == UNTIDY
    fmt()
    assert fmt("--check").exit_code == 0


def test_a_diff_can_be_applied_with_git(fmt: Fmt, tmp_path: Path) -> None:
    ran = fmt("--diff")
    assert ran.exit_code == 0
    assert Path(ORDER).read_text() == UNTIDY
    subprocess.run(["git", "apply"], cwd=tmp_path, input=ran.stdout, text=True, check=True)
    assert Path(ORDER).read_text() == TIDY
    assert fmt("--diff", "--check").stdout == ""


def test_only_the_files_and_folders_that_were_named(fmt: Fmt) -> None:
    Path("maps/channels.yml").write_text("- title: A\n  id: a\n")
    assert fmt("maps/channels.yml").stderr == "1 file of 1 put in order.\n"
    assert Path(ORDER).read_text() == UNTIDY
    assert fmt("maps/journeys").stderr == "1 file of 1 put in order.\n"


@pytest.mark.parametrize("name", ["README.md", "docs", "maps/none.yml"])
def test_a_path_that_is_not_among_the_maps_is_refused(name: str, fmt: Fmt) -> None:
    Path("README.md").write_text("# A\n")
    Path("docs").mkdir()
    ran = fmt(name)
    assert ran.exit_code == 2
    assert f"`{name}`" in ran.stderr


def test_what_lies_among_the_maps_and_is_none_is_left_alone(fmt: Fmt) -> None:
    """A hook before a commit hands over whatever has changed."""
    Path("maps/journeys/order.csv").write_text("b,a\n")
    Path("maps/other.yml").write_text("b: 1\na: 2\n")
    ran = fmt("maps/journeys/order.csv", "maps/other.yml", ORDER)
    assert (ran.exit_code, ran.stderr) == (0, "1 file of 1 put in order.\n")
    assert fmt(".").exit_code == 0


def test_a_map_that_cannot_be_read_stays_and_is_told_of(fmt: Fmt) -> None:
    bad = "title: A\ntitle: B\ncode: C\n"
    Path("maps/journeys/bad.yml").write_text(bad)
    ran = fmt()
    assert ran.exit_code == 1
    assert ran.stdout.startswith("maps/journeys/bad.yml:2:1: `title` stands twice")
    assert Path("maps/journeys/bad.yml").read_text() == bad
    assert Path(ORDER).read_text() == TIDY


def test_what_a_comma_has_cut_is_not_torn_apart(fmt: Fmt) -> None:
    text = "title: A\nvalidated_with: [{method: b, who: Priya, 36}]\n"
    Path(ORDER).write_text(text)
    ran = fmt()
    assert ran.exit_code == 1
    assert "[yaml-trap]" in ran.stdout
    assert Path(ORDER).read_text() == text


def test_standard_input_becomes_standard_output(fmt: Fmt) -> None:
    ran = fmt("-", given="role: b\nname: 我 🎉\n".encode())
    assert (ran.exit_code, ran.stdout_bytes.decode()) == (0, "name: 我 🎉\nrole: b\n")
    ran = fmt("-", "--stdin-name", "maps/channels.yml", given=b"- {title: A, id: b}\r\n")
    assert (ran.exit_code, ran.stdout_bytes) == (0, b"- {id: b, title: A}\r\n")
    assert fmt("-", "--stdin-name", "README.md").exit_code == 2


def test_standard_input_that_cannot_be_read_comes_back_as_it_was(fmt: Fmt) -> None:
    ran = fmt("-", given=b"title: [\n")
    assert (ran.exit_code, ran.stdout_bytes) == (1, b"title: [\n")
    assert "<stdin>:" in ran.stderr


def test_bytes_pass_through_a_real_process(tmp_path: Path) -> None:
    ran = subprocess.run(
        [*RUN, "fmt", "-"],
        cwd=tmp_path,
        env=environment(),
        input=codecs.BOM_UTF8 + "stages: []\r\ntitle: 我\r\n".encode(),
        capture_output=True,
        timeout=60,
        check=True,
    )
    assert ran.stdout == codecs.BOM_UTF8 + "title: 我\r\nstages: []\r\n".encode()
