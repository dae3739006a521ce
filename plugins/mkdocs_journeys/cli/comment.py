"""`journeys comment`: the report of an edit, as the one comment of ours in its pull request."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from mkdocs_journeys.cli.debug import debug_option
from mkdocs_journeys.cli.permalinks import address
from mkdocs_journeys.cli.report_folder import comment_in, with_links
from mkdocs_journeys.printable import printable

if TYPE_CHECKING:
    from mkdocs_journeys.forge.discussion import Discussion


class NotPostedError(click.ClickException):
    """The forge did not take the comment; the message says what to do."""

    exit_code = 2


@click.command(short_help="Post a report in its pull request.")
@click.argument("folder", metavar="REPORT_DIR", type=click.Path(file_okay=False, path_type=Path))
@click.option("--preview", default="", metavar="URL", help="Where this edit is seen as a site.")
@click.option(
    "--report-url", "full", default="", metavar="URL", help="Where the report is kept in full."
)
@debug_option
def comment(folder: Path, preview: str, full: str) -> None:
    """Post what `journeys diff --report` wrote as a comment, in a job of GitHub or GitLab.

    There is one comment, edited in place by every further run. The token stands in GITHUB_TOKEN,
    or in JOURNEYS_TOKEN or GITLAB_TOKEN. On GitHub the job may run on `workflow_run`: the pull
    request is then the one whose newest commit that run was about, as GitHub itself says.

    The exit code is 2 when the report is none of ours or the forge did not take it. A pull request
    that has moved on meanwhile gets its comment from a later run, and this one ends with 0.
    """
    links = {
        "Preview": address(preview, "--preview"),
        "Full report": address(full, "--report-url"),
    }
    text = with_links(comment_in(folder), links)
    # It takes as long to load as all the verbs together.
    from mkdocs_journeys.forge.asking import ForgeError
    from mkdocs_journeys.forge.discussion import put_up

    try:
        discussion = _discussion(os.environ)
        if discussion is None:
            click.echo("This is no newest commit of an open pull request any more: nothing to do.")
            return
        if len(text) > discussion.most:
            raise ForgeError(
                f"The comment has {len(text):,} characters, and {discussion.most:,} are possible."
            )
        outcome, posted = put_up(discussion, text)
    except ForgeError as error:
        raise NotPostedError(printable(str(error))) from None
    click.echo(
        f"{discussion.title}: the comment is {outcome}. {printable(posted.address)}".rstrip()
    )


def _discussion(environment: Mapping[str, str]) -> Discussion | None:
    from mkdocs_journeys.forge.github import github
    from mkdocs_journeys.forge.gitlab import gitlab

    if environment.get("GITLAB_CI"):
        return gitlab(environment)
    if event := environment.get("GITHUB_EVENT_PATH"):
        return github(environment, json.loads(Path(event).read_text("utf-8")))
    raise click.UsageError(
        "This is no job of GitHub or GitLab. Elsewhere, post what "
        "`journeys diff --format markdown` prints."
    )
