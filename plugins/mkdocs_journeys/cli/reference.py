"""`journeys reference`: the reference of the YAML, of rules and of changes as Markdown pages."""

from __future__ import annotations

from pathlib import Path

import click

from mkdocs_journeys.changes.all import CHANGES
from mkdocs_journeys.changes.change import CHANGE_LEVELS
from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.exporters.change_pages import change_pages
from mkdocs_journeys.exporters.reference import GENERATED, reference
from mkdocs_journeys.exporters.rule_pages import rule_pages
from mkdocs_journeys.rules.all import RULES
from mkdocs_journeys.rules.rule import GROUPS


@click.command("reference", short_help="Write the reference of YAML, rules and changes.")
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a page would change.")
@debug_option
def reference_command(folder: Path, *, check: bool) -> None:
    """Write the reference to DIR: a page for each kind of YAML, each rule and each sort of change.

    Pages of other names stay untouched, unless this command wrote them: those are removed.
    """
    old = _generated(folder)
    pages = reference() | rule_pages(RULES, GROUPS) | change_pages(CHANGES, CHANGE_LEVELS)
    changed = sorted(name for name in {*pages, *old} if old.get(name) != pages.get(name))
    if not check:
        _write(folder, {name: pages.get(name) for name in changed})
    for name in changed:
        click.echo(f"{folder / name}{' is not current' if check else ''}")
    if check and changed:
        click.echo(f"To mend it: journeys reference {folder}", err=True)
        raise click.exceptions.Exit(1)
    click.echo("The reference is current.", err=True)


def _generated(folder: Path) -> dict[str, str]:
    """Read the pages of the folder that this command wrote; nothing for no folder."""
    # Somebody else's page may be in any encoding; it is only asked how it begins.
    texts = {
        path.relative_to(folder).as_posix(): path.read_text("utf-8", "replace")
        for path in folder.rglob("*.md")
    }
    return {name: text for name, text in texts.items() if text.startswith(GENERATED)}


def _write(folder: Path, pages: dict[str, str | None]) -> None:
    for name, text in pages.items():
        if text is None:
            (folder / name).unlink()
        else:
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
