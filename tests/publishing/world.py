"""A bare remote with a handbook, and clones that publish it: real git, real mike."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.command_line import RUN, environment

ALONE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "NO_MKDOCS_2_WARNING": "1",
    "CI": "",
}
"""Git without the settings of the person who runs the tests."""

NAME = {
    f"GIT_{who}_{what}": said
    for who in ("AUTHOR", "COMMITTER")
    for what, said in (("NAME", "Northline"), ("EMAIL", "cx@northline.example"))
}

SETTINGS = """\
site_name: Small
site_url: https://handbook.northline.example/
theme: {name: mkdocs}
hooks: [count.py]
"""
COUNT = """\
from pathlib import Path

def on_post_build(config):
    with Path("builds").open("a") as builds:
        builds.write("one\\n")
"""
"""A hook of the host that counts the builds."""


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """A folder with a bare remote, and what is asked of it."""

    folder: Path

    @property
    def remote(self) -> Path:
        """The bare repository that everybody pushes to."""
        return self.folder / "remote.git"

    @classmethod
    def made(cls, folder: Path) -> World:
        """Make a remote with one commit on `main`."""
        world = cls(folder=folder)
        world.git(folder, "init", "--quiet", "--bare", "--initial-branch=main", "remote.git")
        # As forges have it: clones may leave out what they do not look at.
        world.git(world.remote, "config", "uploadpack.allowFilter", "true")
        world.git(world.remote, "config", "uploadpack.allowAnySHA1InWant", "true")
        work = world.clone("first")
        for name, text in (
            ("mkdocs.yml", SETTINGS),
            ("count.py", COUNT),
            ("docs/index.md", "# Our customers\n"),
            (".gitignore", "builds\n__pycache__\n"),
        ):
            (work / name).parent.mkdir(exist_ok=True)
            (work / name).write_text(text, encoding="utf-8")
        world.git(work, "add", "--all")
        world.git(work, "commit", "--quiet", "--message", "A handbook")
        world.git(work, "push", "--quiet", "origin", "HEAD:main")
        return world

    def clone(self, name: str, *arguments: str) -> Path:
        """Clone the remote."""
        where = self.remote.as_uri()
        self.git(self.folder, "clone", "--quiet", *arguments, where, name)
        return self.folder / name

    def git(self, at: Path, *arguments: str) -> str:
        """Run git, which must go well; give what it says."""
        ran = subprocess.run(
            ["git", "-c", "protocol.file.allow=always", "-c", "gc.auto=0", *arguments],
            cwd=at,
            env={**os.environ, **ALONE, **NAME},
            capture_output=True,
            text=True,
            check=False,
        )
        assert ran.returncode == 0, f"git {' '.join(arguments)}\n{ran.stderr}"
        return ran.stdout.strip()

    def there(self, path: str, *, branch: str = "gh-pages") -> str:
        """Give a file as it is published; a link gives where it leads."""
        return self.git(self.remote, "show", f"{branch}:{path}")

    def listed(self, prefix: str = "") -> dict[str, list[str]]:
        """Give the versions that are published, each with its aliases, as they are listed."""
        listed: list[dict[str, Any]] = json.loads(self.there(f"{prefix}versions.json"))
        return {one["version"]: one["aliases"] for one in listed}

    def tip(self) -> str:
        """Give the commit that is published."""
        return self.git(self.remote, "rev-parse", "gh-pages")


def site(folder: Path, text: str, renames: Mapping[str, list[str]] | None = None) -> Path:
    """Write the folder of a site that is built already."""
    pages = {"index.html": text, "journeys/order/index.html": f"Order: {text}"}
    told = {"assets/journeys/renames.json": json.dumps({"schema_version": 1, "renames": renames})}
    for name, said in {**pages, **(told if renames else {})}.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(said, encoding="utf-8")
    return folder


def start(clone: Path, *arguments: str, **more: str) -> subprocess.Popen[str]:
    """Begin to publish, as a process of its own."""
    return subprocess.Popen(
        [*RUN, "publish", *arguments],
        cwd=clone,
        env=environment(**ALONE, **NAME, **more),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
        start_new_session=True,
    )


def ended(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    """Wait for the end; give the exit code, the result, and what was told."""
    with process:
        result, told = process.communicate(timeout=300)
    assert "Traceback" not in told, told
    return process.returncode, result, told
