"""`journeys rules`: what each rule finds and each change says, why it matters, what to do."""

from __future__ import annotations

import inspect

import click

from mkdocs_journeys.changes.all import CHANGES, CHANGES_BY_NAME
from mkdocs_journeys.changes.change import CHANGE_LEVELS
from mkdocs_journeys.cli.completing import rule_or_change
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.exporters.change_pages import change_in_words
from mkdocs_journeys.exporters.change_pages import first_sentence as said_by
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.rules.all import BY_NAME, RULES
from mkdocs_journeys.rules.rule import GROUPS, Rule


@click.command(short_help="Explain rules and changes.")
@click.argument("name", required=False, shell_complete=rule_or_change)
@click.option("--changes", is_flag=True, help="List what `journeys diff` tells instead.")
@debug_option
def rules(name: str | None, *, changes: bool) -> None:
    """List all rules, or explain the rule or the sort of change called NAME."""
    if name is None:
        click.echo(listing_of_changes() if changes else listing(), nl=False)
    elif rule := BY_NAME.get(name):
        click.echo(page(rule), nl=False)
    elif sort := CHANGES_BY_NAME.get(name):
        click.echo(change_in_words(sort), nl=False)
    else:
        hint = did_you_mean(name, (*BY_NAME, *CHANGES_BY_NAME), "`journeys rules` lists them all.")
        raise click.UsageError(f"No rule and no change is called `{name}`. {hint}")


def listing() -> str:
    """Give all rules by group, one a line: name, level, what it finds."""
    width = max(len(rule.name) for rule in RULES)
    blocks = []
    for group in GROUPS:
        members = [rule for rule in RULES if rule.group == group]
        lines = [f"  {one.name:{width}}  {one.level:7}  {first_sentence(one)}" for one in members]
        if members:
            blocks.append("\n".join([group, *lines]))
    return "\n\n".join(blocks) + "\n"


def listing_of_changes() -> str:
    """Give all sorts of change by level, one a line: name, what it says."""
    width = max(len(sort.name) for sort in CHANGES)
    blocks = []
    for level in CHANGE_LEVELS:
        lines = [f"  {one.name:{width}}  {said_by(one)}" for one in CHANGES if one.level == level]
        blocks.append("\n".join([level, *lines]))
    return "\n\n".join(blocks) + "\n"


def page(rule: Rule) -> str:
    """Give the page of a rule in Markdown, with its name as the heading."""
    return f"# {rule.name}\n\n{rule.group} · {rule.level}\n\n{inspect.getdoc(rule)}\n"


def first_sentence(rule: Rule) -> str:
    """Give what a rule finds, in one sentence."""
    return (inspect.getdoc(rule) or "").partition("\n")[0]
