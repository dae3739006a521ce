"""`journeys build`: the host's build, beside the site, and swapped in whole when it is done."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.host import (
    FAILED,
    FINE,
    HostCall,
    call_host,
    checked_day,
    ending_well,
    environment,
    settings_file,
)
from mkdocs_journeys.cli.host_settings import UnreadableSettings
from mkdocs_journeys.cli.progress import progress
from mkdocs_journeys.cli.site_folder import foreign, site_folder
from mkdocs_journeys.swap import CannotSwap, beside


@click.command("build", short_help="Build the site; the old one stays until the new one is whole.")
@click.option(
    "-f",
    "--config-file",
    type=click.Path(dir_okay=False, path_type=Path),
    help="The settings of the site.  [default: mkdocs.yml]",
)
@click.option(
    "-d", "--site-dir", metavar="DIR", help="The folder of the site; without it, as settings say."
)
@click.option("-s", "--strict/--no-strict", default=None, help="Whether warnings end the build.")
@click.option("--as-of", "day", default="", metavar="DATE", help="The day to take for today.")
@click.option("--overwrite", is_flag=True, help="Replace a folder that no build has written.")
@click.option("-t", "--theme", help="The theme to use.")
@click.option(
    "--use-directory-urls/--no-directory-urls",
    "folders",
    default=None,
    help="Whether addresses end in a folder.",
)
@click.option("-q", "--quiet", is_flag=True, help="Tell only what is wrong; strict stays strict.")
@click.option("-v", "--verbose", is_flag=True, help="Tell all that the host does.")
@debug_option
def build(
    config_file: Path | None,
    site_dir: str | None,
    strict: bool | None,
    day: str,
    overwrite: bool,
    theme: str | None,
    folders: bool | None,
    quiet: bool,
    verbose: bool,
) -> None:
    """Build the site with the host that is installed, MkDocs or ProperDocs.

    The site is built beside its folder and put in its place when it is whole, so that its readers
    see the old site or the new one, whatever happens meanwhile. Of the old folder, only what begins
    with a dot is kept. The exit code is 1 where a strict build ends on what maps or pages say,
    and 2 where the site could not be built; in both the old site stays.
    """
    settings = settings_file(config_file)
    arguments = _arguments(strict=strict, theme=theme, folders=folders, verbose=verbose)
    try:
        site = site_folder(settings, site_dir)
        _refuse_foreign(site, is_wanted=overwrite)
        with ending_well(), beside(site) as place, progress(is_wanted=not quiet) as shown:
            call = HostCall(
                verb="build",
                config_file=settings,
                arguments=(*arguments, "--site-dir", str(place.new)),
                environment=environment(as_of_flag=checked_day(day), **shown.environment),
                quiet=quiet,
                kept_open=tuple(one for one in (place.lock, shown.pipe) if one is not None),
            )
            names = str(place.new), _seen(site)
            code = call_host(call, lambda line: shown.say(line.replace(*names)))
            if code == FINE:
                place.put_in()
    except (CannotSwap, UnreadableSettings) as trouble:
        _end(str(trouble))
    except OSError as trouble:
        named = f"`{trouble.filename}`" if trouble.filename else "A file"
        _end(f"{named} cannot be written: {trouble.strerror}. The site is as it was.")
    if code != FINE:
        click.echo(f"Nothing was published: `{_seen(site)}` is as it was.", err=True)
        sys.exit(code)
    if not quiet:
        click.echo(f"The new site is in `{_seen(site)}`.", err=True)


def _arguments(
    *, strict: bool | None, theme: str | None, folders: bool | None, verbose: bool
) -> list[str]:
    """Give the arguments of the host that are not about folders."""
    said = {
        "--strict": strict is True,
        "--no-strict": strict is False,
        "--use-directory-urls": folders is True,
        "--no-directory-urls": folders is False,
        "--verbose": verbose,
    }
    return [name for name, is_said in said.items() if is_said] + (
        ["--theme", theme] if theme else []
    )


def _refuse_foreign(site: Path, *, is_wanted: bool) -> None:
    found = () if is_wanted else foreign(site)
    if found:
        named = ", ".join(f"`{name}`" for name in found[:3]) + (" …" if len(found) > 3 else "")
        _end(
            f"`{_seen(site)}` holds what no build has written: {named}. Nothing was changed. Name "
            "another folder with --site-dir, or replace all of it with --overwrite."
        )


def _seen(path: Path) -> str:
    here = Path.cwd()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else path.as_posix()


def _end(why: str) -> None:
    click.echo(why, err=True)
    sys.exit(FAILED)
