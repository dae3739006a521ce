"""Every rule, on real files: each case in <rule>.yml is a folder of maps and what is found there.

``given`` holds the files by path below ``maps/`` (``../docs/…`` for a hand-written page), ``then``
the findings of the rule that the file is named for, as text; nothing where it stays silent.
"""

from __future__ import annotations

import inspect
import re
from collections.abc import Mapping
from datetime import date
from importlib import import_module
from pathlib import Path

import pytest
import yaml

from mkdocs_journeys import rules
from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.catalog.look_up import look_up
from mkdocs_journeys.cli.formats import text
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.load.folder import load
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.all import BY_NAME, RULES
from mkdocs_journeys.rules.extent import ExtentRule
from mkdocs_journeys.rules.judge import judge
from mkdocs_journeys.rules.rule import GROUPS, Rule

HERE = Path(__file__).parent
TODAY = date(2026, 11, 21)
OTHER_PLACE = re.compile(r"\(maps/\S+:\d+:\d+\)")
HEADINGS = ["Why it matters to the customer", "Example", "Write instead", "Options"]

# The loader of the standard tags only: cases are text, and `no` in them stays `no`.
CASES = {
    (path.stem, name): case
    for path in sorted(HERE.glob("*.yml"))
    for name, case in yaml.load(path.read_text("utf-8"), yaml.BaseLoader).items()
}


def found_in(files: Mapping[str, str], folder: Path) -> tuple[Problem, ...]:
    for name, content in files.items():
        path = folder / "maps" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, encoding="utf-8")
    catalog = look_up(load(folder / "maps", "maps"), TODAY)
    return judge(catalog, check_docs(folder / "docs", "docs", catalog))


@pytest.mark.parametrize(("rule", "name"), CASES)
def test_a_case_gives_exactly_its_findings(rule: str, name: str, tmp_path: Path) -> None:
    case = CASES[rule, name]
    found = [one for one in found_in(case["given"], tmp_path) if one.rule == rule]
    assert text.write(found, Look(sources=False, colour=False)) == case["then"]


NAMES_A_PLACE = [asked for asked, case in CASES.items() if OTHER_PLACE.search(case["then"])]


@pytest.mark.parametrize(("rule", "name"), NAMES_A_PLACE)
def test_where_a_message_names_another_place_a_reader_can_go_on_from_there(
    rule: str, name: str, tmp_path: Path
) -> None:
    for one in found_in(CASES[rule, name]["given"], tmp_path):
        assert one.rule != rule or one.also or not OTHER_PLACE.search(one.what)


@pytest.mark.parametrize("name", BY_NAME)
def test_every_rule_has_a_case_that_finds_and_one_that_stays_silent(name: str) -> None:
    outcomes = {bool(case["then"]) for (rule, _), case in CASES.items() if rule == name}
    assert outcomes == {True, False}


def test_every_case_file_is_named_for_a_rule() -> None:
    assert {rule for rule, _ in CASES} <= set(BY_NAME)


def test_no_rule_is_forgotten_in_the_list() -> None:
    folder = Path(inspect.getfile(rules)).parent
    written = {
        member
        for path in folder.glob("*.py")
        for member in vars(import_module(f"{rules.__name__}.{path.stem}")).values()
        if inspect.isclass(member) and issubclass(member, Rule) and member not in (Rule, ExtentRule)
    }
    assert {type(rule) for rule in RULES} == written


def test_a_rule_stands_in_a_file_of_its_name() -> None:
    for rule in RULES:
        assert type(rule).__module__ == f"{rules.__name__}.{rule.name.replace('-', '_')}"
        assert type(rule).__name__ == rule.name.title().replace("-", "")


def test_names_are_given_once_and_no_rule_is_called_like_a_group() -> None:
    names = [*(rule.name for rule in RULES), *GROUPS]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_page_of_a_rule_has_its_fixed_headings(rule: Rule) -> None:
    page = inspect.getdoc(rule) or ""
    headings = re.findall(r"^## (.*)$", page, re.MULTILINE)
    assert headings in (HEADINGS, HEADINGS[:-1])
    assert page.startswith("Finds ")
    assert page.partition("\n\n")[0].endswith(".")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_the_example_of_a_rule_is_found_and_what_to_write_instead_is_not(
    rule: Rule, tmp_path: Path
) -> None:
    page = inspect.getdoc(rule) or ""
    example, instead = re.split(r"^## (?:Write instead|Options)$", page, flags=re.MULTILINE)[:2]
    wrong = files_in(example)
    right = wrong | files_in(instead)
    assert right != wrong
    assert rule.name in {one.rule for one in found_in(wrong, tmp_path / "wrong")}
    assert rule.name not in {one.rule for one in found_in(right, tmp_path / "right")}


def files_in(page: str) -> dict[str, str]:
    """Give the files shown in a page, each named in the comment on its first line."""
    blocks = re.findall(r"^```yaml\n# maps/(\S+)\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    return dict(blocks)


def test_where_the_settings_cannot_be_read_nothing_is_found_that_they_may_say(
    tmp_path: Path,
) -> None:
    maps = {
        "handbook.yml": "owner: cx\nlifecycle: [join, use\nrules: {scope-missing: off}\n",
        "stakeholders.yml": "- {id: cx, name: CX}\n- {id: other, name: Other}\n",
        "personas/bea.yml": "name: Bea\n",
        "journeys/order.yml": "title: A\nstages: [{title: B, lifecycle: join}]\n",
        "../docs/index.md": "[[lifecycle:use]]\n",
    }
    found = found_in(maps, tmp_path)
    assert {one.rule for one in found} >= {"yaml-syntax", "stage-count"}
    dependent = {"owner-missing", "not-in-registry", "unknown-mention", "scope-missing"}
    assert not dependent & {one.rule for one in found}
    # The one that is named there may be the owner; the other one nobody mentions.
    assert [one.what for one in found if one.rule == "orphan"] == [
        "Nobody mentions the stakeholder “Other”."
    ]
