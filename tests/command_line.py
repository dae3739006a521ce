"""The command `journeys` as a process, in a folder with maps."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

# A rule that is added finds nothing here: only errors and one warning are looked for.
# Where `channels` stands, `chanel` is read as nothing, and nobody mentions the channel.
FILES = {
    "handbook.yml": "profile: minimal\nrules: {orphan: warning}\n",
    "journeys/order.yml": (
        "title: I order\nstages:\n  - {id: pay, title: I pay, chanel: web, channels: []}\n"
    ),
    "channels.yml": "- {id: web, title: Web, titel: x}\n",
}
UNKNOWN = (
    "maps/channels.yml:1:25: A channel has no field `titel`. [unknown-key]\n"
    "    Did you mean `title`?\n"
)
CHANEL = (
    "maps/journeys/order.yml:3:29: A stage has no field `chanel`. [unknown-key]\n"
    "    Did you mean `channel`?\n"
)
ORPHAN = (
    "maps/channels.yml:1:8: Nobody mentions the channel “Web”. [orphan]\n"
    "    Mention `web` where it takes part, or delete it.\n"
)
RUN = [sys.executable, "-W", "error", "-c", "from mkdocs_journeys.cli import main; main()"]


def environment(**more: str) -> dict[str, str]:
    """Give an environment without what would steer the command."""
    ours = ("JOURNEYS_", "GITHUB_", "SOURCE_DATE", "NO_COLOR")
    kept = {name: value for name, value in os.environ.items() if not name.startswith(ours)}
    return {**kept, "PYTHONUTF8": "1", **more}


def check(folder: Path, *arguments: str, **more: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*RUN, "check", *arguments],
        cwd=folder,
        env=environment(**more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=60,
        check=False,
    )
