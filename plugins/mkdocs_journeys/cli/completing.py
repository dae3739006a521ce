"""What a shell offers behind TAB: names of rules and changes, and ids of things in the maps."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

import click
from click.shell_completion import CompletionItem


def rule_or_change(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Give the rules and the sorts of change whose names begin so."""
    # Only here and below: what nobody completes need not be read.
    from mkdocs_journeys.changes.all import CHANGES_BY_NAME
    from mkdocs_journeys.rules.all import BY_NAME

    return _beginning((*BY_NAME, *CHANGES_BY_NAME), incomplete)


def rules_and_groups(
    ctx: click.Context, param: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    """Give the rules and groups that the last name of a list with commas may become."""
    from mkdocs_journeys.rules.all import BY_NAME
    from mkdocs_journeys.rules.rule import GROUPS

    before, comma, last = incomplete.rpartition(",")
    said = before.split(",")
    names = (f"{before}{comma}{name}" for name in (*GROUPS, *BY_NAME) if name not in said)
    return _beginning(names, f"{before}{comma}{last.lstrip()}")


def ids(ctx: click.Context, param: click.Parameter, incomplete: str) -> list[CompletionItem]:
    """Give the ids that begin so, of the kind that was named before, else of all.

    None where the maps cannot be read: a complaint would end up in the line that is typed.
    """
    from mkdocs_journeys.catalog.known import all_named
    from mkdocs_journeys.load.folder import load

    given = ctx.params.get("maps") or os.environ.get("JOURNEYS_MAPS") or "maps"
    kind = _kind(ctx)
    try:
        found = list(all_named(load(Path(given), given)))
    except Exception:  # whatever it is, `journeys check` tells it
        return []
    return _beginning((key.id for key, *_ in found if kind in (None, key.kind)), incomplete)


def _kind(ctx: click.Context) -> str | None:
    """Give the kind that a verb was told; click leaves it unread where an option is unfinished."""
    if not any(param.name == "kind" for param in ctx.command.params):
        return None
    return ctx.params.get("kind") or next(iter(ctx.args), None)


def _beginning(names: Iterable[str], incomplete: str) -> list[CompletionItem]:
    return [CompletionItem(name) for name in sorted(set(names)) if name.startswith(incomplete)]
