"""How findings are written for people, for editors and for GitHub."""

from __future__ import annotations

import json
import os
import pty
import re
import subprocess
from itertools import pairwise
from pathlib import Path

import pytest

from mkdocs_journeys.cli.formats.all import FORMATS
from tests.cli.findings import PLAIN, found_in
from tests.command_line import RUN, check, environment
from tests.maps_on_disk import write_maps

ERRORS_ONLY = "profile: minimal\n"
WEB = "- {id: web, title: Web, titel: x}\n"
CHANEL = "title: I order\nstages:\n  - {id: pay, title: I pay, chanel: web, channels: []}\n"


@pytest.fixture
def shop(tmp_path: Path) -> Path:
    """Two slips of the pen, and a channel that nobody mentions."""
    write_maps(
        tmp_path,
        {
            "handbook.yml": f"{ERRORS_ONLY}rules: {{orphan: warning}}\n",
            "journeys/order.yml": CHANEL,
            "channels.yml": WEB,
        },
    )
    return tmp_path


@pytest.fixture
def quiet(tmp_path: Path) -> Path:
    """A handbook whose errors alone are told."""
    write_maps(
        tmp_path,
        {"handbook.yml": ERRORS_ONLY, "journeys/order.yml": "title: I order\nstages: []\n"},
    )
    return tmp_path


def test_every_format_has_its_section_in_the_manual() -> None:
    page = Path(__file__).parents[2] / "docs/about-this-tool/reference/formats.md"
    sections = re.findall(r"^## (.+)$", page.read_text("utf-8"), re.MULTILINE)
    assert sections == list(FORMATS)


def test_concise_gives_one_line_for_each_finding(shop: Path) -> None:
    assert check(shop, "--format", "concise").stdout == (
        "maps/channels.yml:1:8: warning: Nobody mentions the channel “Web”. [orphan]\n"
        "maps/channels.yml:1:25: error: A channel has no field `titel`. [unknown-key]\n"
        "maps/journeys/order.yml:3:29: error: A stage has no field `chanel`. [unknown-key]\n"
    )


def test_a_github_workflow_gets_annotations_by_itself(shop: Path) -> None:
    ran = check(shop, GITHUB_ACTIONS="true")
    assert ran.stdout == (
        "::error file=maps/channels.yml,line=1,col=25,endColumn=30,title=unknown-key"
        "::A channel has no field `titel`.%0ADid you mean `title`?\n"
        "::error file=maps/journeys/order.yml,line=3,col=29,endColumn=35,title=unknown-key"
        "::A stage has no field `chanel`.%0ADid you mean `channel`?\n"
        "::warning file=maps/channels.yml,line=1,col=8,endColumn=11,title=orphan"
        "::Nobody mentions the channel “Web”.%0AMention `web` where it takes part, or delete it.\n"
    )
    first = "maps/channels.yml:1:8: Nobody mentions the channel “Web”. [orphan]\n"
    assert check(shop, "--format", "text", GITHUB_ACTIONS="true").stdout.startswith(first)
    check(shop, "--output", "report.txt", GITHUB_ACTIONS="true")
    assert (shop / "report.txt").read_text(encoding="utf-8").startswith(first)


def test_words_of_a_map_cannot_become_a_workflow_command(quiet: Path) -> None:
    write_maps(
        quiet,
        {
            "journeys/a, b: 100%.yml": 'id: x\ntitle: I pay\n"::set-env%0A,x": 1\nstages: []\n',
            "channels.yml": "- {id: web, title: Web, '##[add-mask]a': 1}\n",
        },
    )
    lines = check(quiet, "--format", "github").stdout.splitlines()
    assert all(line.startswith("::error file=maps/") for line in lines)
    assert any("file=maps/journeys/a%2C b%3A 100%25.yml,line=3" in line for line in lines)
    assert any("no field `::set-env%250A,x`" in line for line in lines)


def test_no_other_format_gives_a_workflow_a_command_by_the_old_way(
    quiet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_maps(quiet, {"channels.yml": "- {id: web, title: Web, '##[add-mask]a': 1}\n"})
    for form, told in reports(quiet, monkeypatch).items():
        assert "add-mask" in told
        assert "##[" not in told or form == "github"


def test_github_gets_ten_of_a_level_and_the_last_says_how_many_more(quiet: Path) -> None:
    wrong = "".join(f"nokey{number}qqq: 1\n" for number in range(37))
    write_maps(quiet, {"journeys/order.yml": f"title: I order\nstages: []\n{wrong}"})
    lines = check(quiet, "--format", "github").stdout.splitlines()
    assert len(lines) == 10
    assert lines[9].endswith("%0AAnd 27 more like this: run `journeys check`.")
    assert sum("more like this" in line for line in lines) == 1


def test_github_hears_of_every_thing_before_it_hears_of_one_again(quiet: Path) -> None:
    wrong = "".join(f"nokey{number}qqq: 1\n" for number in range(37))
    personas = {f"personas/p{number}.yml": "name: Bea\nnmae: x\n" for number in range(8)}
    write_maps(quiet, {"journeys/order.yml": f"title: I order\nstages: []\n{wrong}", **personas})
    lines = check(quiet, "--format", "github").stdout.splitlines()
    assert len(lines) == 10
    assert sum("file=maps/personas/" in line for line in lines) == 8
    assert lines[9].endswith("%0AAnd 35 more like this: run `journeys check`.")


def test_in_a_job_files_are_named_from_the_top_of_the_repository(shop: Path) -> None:
    top = {"GITHUB_WORKSPACE": str(shop.parent)}
    told = check(shop, "--format", "github", **top).stdout
    assert f"file={shop.name}/maps/channels.yml," in told
    elsewhere = {"GITHUB_WORKSPACE": str(shop / "maps" / "journeys")}
    assert "file=maps/channels.yml," in check(shop, "--format", "github", **elsewhere).stdout


def reports(folder: Path, patch: pytest.MonkeyPatch) -> dict[str, str]:
    """Give what is found in a handbook in every format there is."""
    patch.chdir(folder)
    problems = found_in(".")
    return {form: write(problems, PLAIN) for form, write in FORMATS.items()}


def test_file_names_cannot_steer_a_terminal_or_break_a_line(
    quiet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_maps(quiet, {"personas/\x1b[31mred\nfile:1:1: \u202ex.yml": "nme: Bea\n"})
    for form, told in reports(quiet, monkeypatch).items():
        assert not {"\x1b", "\u202e"} & set(told), form
    assert "maps/personas/\\x1b[31mred\\nfile:1:1: \\u202ex.yml:1:1: " in check(quiet).stdout


def test_no_format_repeats_personal_data(quiet: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    bea = "name: Bea\nsummary: Write to anna.kowalska@shop-of-bea.com\n"
    write_maps(quiet, {"personas/bea.yml": bea, "handbook.yml": "profile: strict\n"})
    for form, told in reports(quiet, monkeypatch).items():
        assert "personal-data" in told, form
        assert "kowalska" not in told, form


def test_file_names_that_are_no_text_are_shown_all_the_same(
    quiet: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = os.fsencode(quiet / "maps" / "journeys") + b"/caf\xe9.yml"
    Path(os.fsdecode(name)).write_text("title: [\n")
    for form, told in reports(quiet, monkeypatch).items():
        assert ("maps/journeys/caf%E9.yml" if form == "sarif" else "udce9.yml") in told, form
        if form in ("gitlab", "rdjson", "sarif"):
            # What the others would make of half a character is anybody's guess.
            assert json.dumps(json.loads(told), ensure_ascii=False).encode("utf-8")
    ran = check(quiet, "--format", "html")
    assert (ran.returncode, "Traceback" in ran.stderr) == (1, False)


def on_terminal(folder: Path, **more: str) -> str:
    """Run the check on a terminal and give what it shows there."""
    ours, theirs = pty.openpty()
    with subprocess.Popen(
        [*RUN, "check"],
        cwd=folder,
        env=environment(TERM="xterm", **more),
        stdout=theirs,
        stderr=subprocess.DEVNULL,
    ) as process:
        os.close(theirs)
        shown = b""
        # Linux ends a terminal whose other side is closed with an error.
        try:
            while piece := os.read(ours, 4096):
                shown += piece
        except OSError:
            pass
        process.wait(timeout=60)
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n")


def test_a_terminal_shows_the_line_with_a_caret_below(quiet: Path) -> None:
    widths = {
        "title: 買う": 11,
        "title: 👩‍🔧": 9,
        'title: "a\tb"': 12,
        "title: e\N{COMBINING ACUTE ACCENT}": 8,
    }
    lines = [f"  - {{{before}, nmae: x}}" for before in widths]
    write_maps(quiet, {"journeys/order.yml": "\n".join(["title: I order", "stages:", *lines])})
    told = on_terminal(quiet, NO_COLOR="1").splitlines()
    shown = [
        (line, below)
        for line, below in pairwise(told)
        if re.match(r" +\d \| ", line) and "nmae" in line
    ]
    assert shown == [
        (f"    {number} | {line}".replace("\t", " "), f"      | {' ' * (width + 7)}^^^^")
        for number, (line, width) in enumerate(zip(lines, widths.values(), strict=True), 3)
    ]


def test_a_terminal_shows_colours_unless_they_are_refused(shop: Path) -> None:
    assert "\x1b[31m[unknown-key]\x1b[0m" in on_terminal(shop)
    assert "\x1b[33m[orphan]\x1b[0m" in on_terminal(shop)
    assert "\x1b" not in on_terminal(shop, NO_COLOR="1")


def test_a_file_in_another_encoding_is_not_shown(quiet: Path) -> None:
    (quiet / "maps" / "terms.yml").write_bytes("- {term: CX}\n".encode("utf-16"))
    assert " 1 | " not in on_terminal(quiet)
