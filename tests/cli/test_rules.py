"""`journeys rules`: the rules in words."""

from __future__ import annotations

from click.testing import CliRunner

from mkdocs_journeys.changes.all import CHANGES
from mkdocs_journeys.changes.change import CHANGE_LEVELS
from mkdocs_journeys.cli import main
from mkdocs_journeys.rules.all import RULES
from mkdocs_journeys.rules.rule import GROUPS


def test_all_rules_are_listed_by_group_with_what_they_find() -> None:
    ran = CliRunner().invoke(main, ["rules"])
    assert ran.exit_code == 0
    assert [line for line in ran.output.splitlines() if line and line[0] != " "] == [*GROUPS]
    for rule in RULES:
        assert f"  {rule.name} " in ran.output


def test_a_rule_is_explained_by_its_page() -> None:
    ran = CliRunner().invoke(main, ["rules", "orphan"])
    assert ran.exit_code == 0
    assert ran.output.startswith("# orphan\n\nlinks · warning\n\nFinds things in a registry")
    assert "## Why it matters to the customer" in ran.output


def test_a_rule_that_does_not_exist_is_a_plain_sentence() -> None:
    ran = CliRunner().invoke(main, ["rules", "orphans"])
    assert ran.exit_code == 2
    assert "No rule and no change is called `orphans`. Did you mean `orphan`?" in ran.output


def test_a_change_is_explained_by_its_page() -> None:
    ran = CliRunner().invoke(main, ["rules", "step-removed"])
    assert ran.exit_code == 0
    assert ran.output.startswith("# step-removed\n\nchange · significant\n\nSays that a step")
    assert "## Level\nSignificant. Breaking when" in ran.output


def test_all_changes_are_listed_by_level_with_what_they_say() -> None:
    ran = CliRunner().invoke(main, ["rules", "--changes"])
    assert ran.exit_code == 0
    lines = ran.output.splitlines()
    assert [line for line in lines if line and line[0] != " "] == [*CHANGE_LEVELS]
    for sort in CHANGES:
        assert any(line.startswith(f"  {sort.name} ") for line in lines)
