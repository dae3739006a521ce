"""`journeys publish`: a version of the site beside the others, on a branch that hosts read."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.formats.words import counted
from mkdocs_journeys.cli.host import (
    FAILED,
    FINE,
    CannotRun,
    HostCall,
    call_host,
    ending_well,
    environment,
    settings_file,
)
from mkdocs_journeys.cli.host_settings import UnreadableSettings
from mkdocs_journeys.cli.progress import progress
from mkdocs_journeys.cli.publish_target import Wanted, address_of, target_of
from mkdocs_journeys.publishing.asking import git_folder, uncommitted, who_publishes
from mkdocs_journeys.publishing.clone import Clone
from mkdocs_journeys.publishing.plan import (
    CURRENT,
    FRONT,
    UNRELEASED,
    CannotPublish,
    Change,
    Published,
    Release,
    Removal,
    Target,
    refuse_names,
)
from mkdocs_journeys.render.links import ASSETS
from mkdocs_journeys.render.site_files import VERSIONS_SCRIPT
from mkdocs_journeys.swap import Beside, beside

VERSION = "MIKE_DOCS_VERSION"
"""Tells the host, as mike does, which version is built."""

CANONICAL = "JOURNEYS_CANONICAL"
"""Tells our plugin below which name each page is to be found by search engines."""


@click.command(short_help="Publish the site as a version, beside the others.")
@click.argument("names", nargs=-1, metavar="VERSION [ALIAS]...")
@click.option("--alias", "aliases", multiple=True, metavar="ALIAS", help="One more alias.")
@click.option("--title", help="What the selector calls the version; without it, its name.")
@click.option("--default", "is_default", is_flag=True, help="Let the root lead to this version.")
@click.option("--again", is_flag=True, help="Write a release again that is published already.")
@click.option("--delete", "is_removal", is_flag=True, help="Take versions or aliases away.")
@click.option("--dry-run", is_flag=True, help="Do all but the push, and tell what it would bring.")
@click.option(
    "--site",
    type=click.Path(file_okay=False, path_type=Path),
    help="Publish this folder, which is built already.",
)
@click.option("--strict", is_flag=True, help="Publish nothing if there are warnings.")
@click.option(
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The settings of the site.  [default: mkdocs.yml]",
)
@click.option("--remote", metavar="NAME", help="The remote to push to.  [default: origin]")
@click.option("--branch", metavar="NAME", help="The branch of versions.  [default: gh-pages]")
@click.option("--prefix", metavar="DIR", help="The folder of the branch to publish in.")
@debug_option
def publish(
    names: tuple[str, ...],
    aliases: tuple[str, ...],
    title: str | None,
    is_default: bool,
    again: bool,
    is_removal: bool,
    dry_run: bool,
    site: Path | None,
    strict: bool,
    config_file: Path | None,
    remote: str | None,
    branch: str | None,
    prefix: str | None,
) -> None:
    """Build the site and publish it as VERSION, beside the versions that are there.

    An ALIAS, for example latest, moves to it from the version that had it. The site is built once;
    if others publish at the same moment, it is put on top of theirs. A release stays as it was
    published, only `next` is written again and again. The working tree and the branch that is
    checked out are not touched. With --delete, the names are what goes: a version goes with its
    aliases. The exit code is 1 where a strict build ends on what maps or pages say, and 2 where
    nothing could be published.
    """
    if not names:
        raise click.UsageError("Name the version, for example: journeys publish 2026.11 latest")
    wanted = Wanted(remote=remote, branch=branch, prefix=prefix)
    every = (*names, *aliases)
    try:
        refuse_names(every)
        settings = _settings(config_file, is_needed=not (site or is_removal))
        folder = settings.absolute().parent if settings else Path.cwd()
        work = git_folder(folder) / "journeys" / "site"
        target = target_of(wanted, settings, folder)
        with ending_well(), beside(work) as place:
            change: Change = Release(
                version=every[0],
                aliases=every[1:],
                site=(site or place.new).resolve(),
                title=title,
                again=again,
                is_default=is_default,
            )
            change = Removal(names=every) if is_removal else change
            clone = Clone(folder=folder, place=place.folder, who=who_publishes(folder))
            there = _look(clone, change, target)
            if settings and not (site or is_removal):
                _build(settings, place, every, there, strict=strict)
            _push(clone, change, target, is_dry=dry_run)
    except (CannotPublish, UnreadableSettings) as trouble:
        click.echo(str(trouble), err=True)
        sys.exit(FAILED)
    if not (is_removal or dry_run):
        click.echo(f"{every[0]} {address_of(every[0], settings)}".rstrip())


def _settings(given: Path | None, *, is_needed: bool) -> Path | None:
    """Give the settings of the site; None where none lie here and none are needed."""
    try:
        return settings_file(given)
    except CannotRun:
        if given or is_needed:
            raise
        return None


def _look(clone: Clone, change: Change, target: Target) -> Published:
    # Only here: it brings mike along, and with it the host, which no other verb waits for.
    from mkdocs_journeys.publishing.rounds import look

    return look(clone, change, target)


def _build(
    settings: Path, place: Beside, names: tuple[str, ...], there: Published, *, strict: bool
) -> None:
    """Build the site of a version; what the host says ends the command where it fails.

    Every version says that its page is, properly, the one of the current version: so search engines
    find that, and pages that did not change are the same bytes in all versions.
    """
    current = next((name for name in CURRENT if name in names or there.bearer(name)), names[0])
    if names[0] not in UNRELEASED and (count := uncommitted(settings.absolute().parent)):
        click.echo(
            f"{counted(count, 'file')} here with edits that no commit has: they are published "
            f"as {names[0]} too. Commit and tag first, then publish what the tag holds.",
            err=True,
        )
    click.echo(f"Building {names[0]} …", err=True)
    with progress(is_wanted=True) as shown:
        call = HostCall(
            verb="build",
            config_file=settings,
            arguments=("--site-dir", str(place.new), *(["--strict"] if strict else [])),
            environment=environment(**{VERSION: names[0], CANONICAL: current, **shown.environment}),
            kept_open=tuple(one for one in (place.lock, shown.pipe) if one is not None),
        )
        code = call_host(call, shown.say)
    if code != FINE:
        click.echo("Nothing was published.", err=True)
        sys.exit(code)


def _push(clone: Clone, change: Change, target: Target, *, is_dry: bool) -> None:
    """Publish a change, and tell what it touches."""
    from mkdocs_journeys.publishing.rounds import publish as publish_in_rounds

    def say(sentence: str) -> None:
        click.echo(sentence, err=True)

    if isinstance(change, Release):
        _judge_site(change.site, change.version)
    where = f"{target.branch} of {target.remote}"
    say(f"{'Trying' if is_dry else 'Publishing'} on {where} …")
    outcome = publish_in_rounds(clone, change, target, say, is_dry=is_dry)
    if outcome.commit is None:
        say(f"All of it is on {where} already; nothing was pushed.")
        return
    files = f"{outcome.added} added, {outcome.changed} changed, {outcome.removed} taken away"
    told = f"{where}: {counted(sum((outcome.added, outcome.changed, outcome.removed)), 'file')}"
    click.echo(f"{'Would be pushed' if is_dry else 'Pushed'} to {told}, {files}.", err=not is_dry)


def _judge_site(site: Path, version: str) -> None:
    """Raise CannotPublish for a folder that is no site, or would publish what lies outside it.

    Tells of one that was not built as a version.
    """
    how = f"{VERSION}={version} journeys build --site-dir DIR"
    if not (site / FRONT).is_file():
        raise CannotPublish(f"There is no {FRONT} in `{site}`. Build the site first: {how}")
    for path in site.rglob("*"):
        if path.is_symlink() and not path.resolve().is_relative_to(site):
            raise CannotPublish(f"`{path}` leads out of the site, and is not published.")
    if (site / ASSETS).is_dir() and not (site / VERSIONS_SCRIPT).exists():
        click.echo(f"Readers of this site cannot change the version. Build it so: {how}", err=True)
