"""`journeys rules`: what each rule finds, why it matters, and what to write instead."""

from __future__ import annotations

import inspect

import click

from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.rules.all import BY_NAME, RULES
from mkdocs_journeys.rules.rule import GROUPS, Rule


@click.command(short_help="Explain the rules.")
@click.argument("name", required=False)
@debug_option
def rules(name: str | None) -> None:
    """List all rules, or explain the one called NAME."""
    if name is None:
        click.echo(listing(), nl=False)
    elif rule := BY_NAME.get(name):
        click.echo(page(rule), nl=False)
    else:
        hint = did_you_mean(name, BY_NAME, "`journeys rules` lists them all.")
        raise click.UsageError(f"No rule is called `{name}`. {hint}")


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


def page(rule: Rule) -> str:
    """Give the page of a rule in Markdown, with its name as the heading."""
    return f"# {rule.name}\n\n{rule.group} · {rule.level}\n\n{inspect.getdoc(rule)}\n"


def first_sentence(rule: Rule) -> str:
    """Give what a rule finds, in one sentence."""
    return (inspect.getdoc(rule) or "").partition("\n")[0]
