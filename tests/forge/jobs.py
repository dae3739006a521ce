"""What a job at a forge knows, and `journeys comment` run in one."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from tests.cli.in_process import Ran, journeys
from tests.forge.servers import TOKEN, Forge

MARK = "<!-- journeys: review -->"
REPORT = f"{MARK}\n### Journeys: 1 significant\n\n<code>maps</code> against <code>main</code>\n"
COMMIT = "c" * 40


def in_github(forge: Forge, folder: Path, event: Any = None) -> dict[str, str]:
    """Give what GitHub tells a job, of a pull request unless another event is named."""
    file = folder / "event.json"
    file.write_text(json.dumps({"pull_request": {"number": 7}} if event is None else event))
    return {
        "GITHUB_ACTIONS": "true",
        "GITHUB_API_URL": forge.root,
        "GITHUB_GRAPHQL_URL": f"{forge.root}/graphql",
        "GITHUB_REPOSITORY": "cx/handbook",
        "GITHUB_EVENT_PATH": str(file),
        "GITHUB_TOKEN": TOKEN,
    }


def in_gitlab(forge: Forge) -> dict[str, str]:
    """Give what GitLab tells a job of a merge request."""
    return {
        "GITLAB_CI": "true",
        "CI_API_V4_URL": forge.root,
        "CI_MERGE_REQUEST_IID": "7",
        "CI_MERGE_REQUEST_PROJECT_ID": "5",
        "JOURNEYS_TOKEN": TOKEN,
    }


def post(folder: Path, environment: dict[str, str], *arguments: str) -> Ran:
    """Run `journeys comment` on the report in a folder; the token is never printed."""
    ran = journeys(folder, "comment", "review", *arguments, **environment)
    assert TOKEN not in ran.stdout + ran.stderr
    return ran
