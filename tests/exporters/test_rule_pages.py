"""The page of every rule says what its docstring says, and the committed pages are current."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

from mkdocs_journeys.exporters.reference import GENERATED
from mkdocs_journeys.exporters.rule_pages import rule_pages
from mkdocs_journeys.rules.all import BY_NAME, RULES
from mkdocs_journeys.rules.rule import GROUPS

COMMITTED = Path(__file__).parents[2] / "docs" / "about-this-tool" / "reference"

PAGES = rule_pages(RULES, GROUPS)


def test_the_committed_pages_are_current() -> None:
    for name, text in PAGES.items():
        committed = (COMMITTED / name).read_text(encoding="utf-8")
        assert committed == text, f"{name} is old: run `journeys reference {COMMITTED}`"


def test_no_page_of_a_rule_that_is_no_more_is_left_over() -> None:
    there = {f"rules/{path.name}" for path in (COMMITTED / "rules").iterdir()}
    assert there == set(PAGES)


def test_a_page_tells_all_that_its_docstring_says() -> None:
    for name, rule in BY_NAME.items():
        page = PAGES[f"rules/{name}.md"]
        for paragraph in (inspect.getdoc(rule) or "").split("\n\n"):
            assert paragraph in page, name
        assert f"# {name}\n" in page
        assert f"**{rule.level}**" in page


def test_the_list_leads_to_every_rule_once_and_says_how_bad_it_is() -> None:
    rows = re.findall(r"^\| \[(\S+)\]\((\S+)\.md\) \| (\w+) \|", PAGES["rules/index.md"], re.M)
    assert sorted(rows) == sorted((rule.name, rule.name, rule.level) for rule in RULES)


def test_the_list_has_a_heading_for_each_group_that_has_rules() -> None:
    headings = re.findall(r"^## (.+)$", PAGES["rules/index.md"], re.M)
    used = [group for group in GROUPS if group in {rule.group for rule in RULES}]
    assert headings == [group.replace("-", " ").capitalize() for group in used]


def test_a_group_without_rules_has_no_heading() -> None:
    some = [rule for rule in RULES if rule.group == "links"]
    assert "## Reading" not in rule_pages(some, GROUPS)["rules/index.md"]


def test_every_page_begins_by_saying_that_it_is_generated() -> None:
    assert all(text.startswith(GENERATED) for text in PAGES.values())
