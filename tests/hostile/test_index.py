"""Every hostile input of the list beside the project, and the outcome that stands there."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from tests.cli.in_process import journeys
from tests.hostile import test_files, test_texts
from tests.hostile.texts import TEXTS
from tests.properties.draft import lay_file
from tests.properties.written import live, parsed, write_all
from tests.site import conftest as sites
from tests.site.project import HANDBOOK, Project

drawings, neighbours = sites.drawings, sites.neighbours

ORIGINALS = Path(__file__).parents[3] / "shared" / "hostile"
INDEX: dict[str, str] = {}
"""The expected outcome by the name of each input; empty where the list is not there."""
CLASSES: dict[str, str] = {}
if ORIGINALS.is_dir():
    with (ORIGINALS / "INDEX.tsv").open(encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            INDEX[row["file"]] = row["expected_of_ours"]
            CLASSES[row["file"]] = row["class"]

MEANT = {"broken__stage_is_text": "A text is a stage with that title."}
"""What the vocabulary lets people write, though the list would refuse it."""

SAID = {
    "loss__dup_key": ("a.yml:3:", "line 2"),
    "loss__dup_id_two_stages": ("a.yml:5:", "a.yml:4:"),
    "loss__unknown_field": ("[unknown-key]", "`pain_points`"),
    "broken__conflict": ("unresolved merge conflict",),
    "broken__conflict_in_text": ("unresolved merge conflict",),
}
"""What the report must say of some of them."""


def checked(folder: Path, files: Mapping[str, str | bytes]) -> tuple[int, str]:
    """Lay files below maps/ and check them; give how the command ended and what it said."""
    for name, data in files.items():
        lay_file(folder / "maps" / name, data if isinstance(data, bytes) else data.encode())
    ran = journeys(folder, "check")
    return ran.returncode, ran.stdout


def hold_file(name: str, folder: Path) -> None:
    """Refuse it with a place, or read it as it was typed."""
    stem, expected = name.removesuffix(".yml"), INDEX[name]
    data = test_files.INPUTS[stem]
    if stem == "loss__unknown_field":
        # Pains are felt at a stage here, not all through a journey.
        data = (
            data.replace(b"paint_points", b"stages: [{id: s, title: S, paint_points").rstrip()
            + b"}]"
        )
    code, report = checked(folder, {"journeys/x.yml": data})
    assert code in (0, 1)
    if stem in MEANT or expected.startswith(("accepted", "page heading")):
        assert code == 0, report
    elif expected.startswith(("check exits 1", "exit 1")):
        assert code == 1, report
        assert "maps/journeys/x.yml:" in report
    for words in SAID.get(stem, ()):
        assert words.replace("a.yml", "x.yml") in report
    if stem in test_files.HEADINGS:
        page = parsed(write_all(folder / "maps").pages["journeys/x"])
        assert page.xpath("string(//h1)").split() == [test_files.HEADINGS[stem]]
    if stem == "enc__crlf":
        lay_file(folder / "lf" / "journeys" / "x.yml", data.replace(b"\r\n", b"\n"))
        assert write_all(folder / "lf").pages == write_all(folder / "maps").pages


# Scenarios of several files, with the names of our fields.

X = b"title: A\nstages: []\n"
SCENARIOS: dict[str, dict[str, str | bytes]] = {
    "avatar_traversal": {"personas/a.yml": "name: A\nimage: ../../../etc/passwd\n"},
    "case_collision": {
        "journeys/a.yml": "id: Buy\ntitle: One\nstages: []\n",
        "journeys/b.yml": "id: buy\ntitle: Two\nstages: []\n",
    },
    "dangling_ref": {
        "personas/nobodi.yml": "name: Nobodi\n",
        "journeys/a.yml": "title: A\npersona: nobody\nstages: []\n",
    },
    "nfc_nfd_filenames": {
        "journeys/caf\u00e9.yml": "id: a\ntitle: One\nstages: []\n",
        "journeys/cafe\u0301.yml": "id: b\ntitle: Two\nstages: []\n",
    },
    "svg_foreignobject": {
        "personas/a.yml": "name: A\nimage: av.svg\n",
        "personas/av.svg": '<svg xmlns="http://www.w3.org/2000/svg" onload="window.__x=1"/>',
    },
    "symlink_dir": {"journeys/a.yml": X},
}
ELSEWHERE = {
    "macros_rce": "tests/hostile/test_index.py, test_a_page_that_would_run_a_program_runs_none",
    "rand100_500": "test_a_journey_of_a_hundred_steps_and_five_hundred_ways_is_told_in_time",
}
"""Scenarios that a test of their own holds."""


def hold_scenario(name: str, folder: Path) -> None:
    """Refuse it; nothing from elsewhere is published."""
    scenario = name.removeprefix("repo__").removesuffix(".repo.json")
    assert (ORIGINALS / name).is_file()
    if scenario in ELSEWHERE:
        test = ELSEWHERE[scenario].rpartition(" ")[2]
        assert test in globals() or hasattr(test_files, test)
        return
    if scenario == "symlink_dir":
        (folder / "maps" / "journeys").mkdir(parents=True)
        (folder / "maps" / "journeys" / "avatars").symlink_to("/etc/ssl")
    code, report = checked(folder, SCENARIOS[scenario])
    assert code == 1, report
    assert "maps/" in report
    assert scenario != "dangling_ref" or "Did you mean `nobodi`" in report
    assert not write_all(folder / "maps").catalog.loaded.pictures


# Texts, one at a time.


def hold_text(name: str, folder: Path) -> None:
    """Every field of every kind with this text: see test_texts, and tests/browser for clicks."""
    assert name in TEXTS
    assert hasattr(test_texts, "test_a_hostile_text_in_every_field_stands_there_as_text")
    assert TEXTS[name] == PAYLOADS[name]


def hold_address(name: str, folder: Path) -> None:
    """In a field for an address it is told of, unless it is one; no link leads there."""
    hold_text(name, folder)
    address = json.dumps(TEXTS[name])
    evidence = f"- {{id: e, title: E, kind: interview, url: {address}}}\n"
    code, report = checked(folder, {"evidence.yml": evidence})
    is_address = name in ("url8", "url10")
    assert (code == 0) == is_address, report
    assert ("maps/evidence.yml:1:" in report.replace("1:8:", "")) != is_address
    for page in write_all(folder / "maps").pages.values():
        assert not list(live(parsed(page)))


def hold_cell(name: str, folder: Path) -> None:
    """In a table that we give away it is text, and reads back as it was typed."""
    hold_text(name, folder)
    text = TEXTS[name]
    team = f"- {{id: care, name: {json.dumps(text)}}}\n"
    order = "title: I order\nowner: care\nstages: []\n"
    checked(folder, {"stakeholders.yml": team, "journeys/order.yml": order})
    table = journeys(folder, "stats", "--format", "csv").stdout
    cell = list(csv.reader(io.StringIO(table, newline="")))[2][0]
    is_formula = text[0] in "=+-@\t\r"
    assert cell == ("'" + text if is_formula else text)
    assert cell.removeprefix("'") == text


def hold_private(name: str, folder: Path) -> None:
    """It is an error at its place, and is never shown whole."""
    hold_text(name, folder)
    quote = f"title: I order\nquotes: [{{text: {json.dumps(TEXTS[name])}, consent: true}}]\n"
    code, report = checked(folder, {"journeys/order.yml": quote + "stages: []\n"})
    assert code == 1
    (line,) = (line for line in report.splitlines() if line.endswith("[personal-data]"))
    assert line.startswith("maps/journeys/order.yml:2:")
    assert TEXTS[name].partition(" ")[2] not in line or name == "pii4"
    assert TEXTS[name] not in report


PAYLOADS: dict[str, str] = {}
if ORIGINALS.is_dir():
    for one in json.loads((ORIGINALS / "payloads.json").read_text("utf-8")):
        PAYLOADS[f"{one['class']}{one['n']}"] = one["text"]

HOLDS: dict[str, Callable[[str, Path], None]] = {
    "payload-url": hold_address,
    "payload-csv": hold_cell,
    "payload-pii": hold_private,
    **dict.fromkeys(("payload-html", "payload-md", "payload-jinja"), hold_text),
    **dict.fromkeys(("payload-dot", "payload-text"), hold_text),
    "repo": hold_scenario,
}


@pytest.mark.skipif(not INDEX, reason="the list lies beside the project only")
@pytest.mark.parametrize("name", INDEX)
def test_an_input_of_the_list_ends_as_the_list_says(name: str, tmp_path: Path) -> None:
    HOLDS.get(CLASSES[name], hold_file)(name.rpartition("#")[2], tmp_path)


@pytest.mark.skipif(not INDEX, reason="the list lies beside the project only")
def test_the_list_is_walked_whole() -> None:
    held = [name for name in INDEX if not name.endswith(".yml") or name[:-4] in test_files.INPUTS]
    print(f"{len(held)} of {len(INDEX)} inputs of the list are held.")
    assert len(held) == len(INDEX) == 114
    files = {path.name for path in ORIGINALS.iterdir()} - {"INDEX.tsv", "payloads.json"}
    assert {name for name in INDEX if "#" not in name} == files
    assert {name.partition("#")[2] for name in INDEX if "#" in name} == PAYLOADS.keys()


ATTACK = "{{ cycler.__init__.__globals__.os.popen('id').read() }}"


def test_a_page_that_would_run_a_program_runs_none(tmp_path: Path, drawings: Path) -> None:
    """Neither in a page written by hand nor in a map; macros, which run it, are told of."""
    order = HANDBOOK["maps/journeys/order.yml"].replace("title: Buy it", f'title: "{ATTACK}"')
    project = Project(tmp_path, drawings)
    project.write(HANDBOOK | {"maps/journeys/order.yml": order, "docs/x.md": f"{ATTACK}\n"})
    built = project.configure().build()
    assert "os.popen('id').read() }}" in built.page("x").text
    assert ATTACK in built.page("journeys/order").text


@pytest.mark.long
def test_beside_macros_only_the_page_written_by_hand_runs_and_that_is_told(
    tmp_path: Path, drawings: Path, neighbours: str
) -> None:
    attack = ATTACK.replace("'id'", "'echo ran-$((6*7))'")
    order = HANDBOOK["maps/journeys/order.yml"].replace("title: Buy it", f'title: "{attack}"')
    project = Project(tmp_path, drawings)
    project.write(HANDBOOK | {"maps/journeys/order.yml": order, "docs/x.md": f"{attack}\n"})
    project.configure(plugins=("search", "macros"))
    built = project.build_apart(PYTHONPATH=neighbours)
    assert "ran-42" in built.page("x").text  # that is what macros are for
    for folder in ("journeys/order", "journeys/order/buy"):
        assert "ran-42" not in built.page(folder).source
        assert attack in built.page(folder).text
    assert built.logged("mkdocs-macros runs what stands in braces in your own pages")
