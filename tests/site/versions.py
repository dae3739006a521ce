"""A handbook published in versions: real git, a bare remote, real mike."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import yaml

from tests.site.project import AS_OF, HANDBOOK, ROOT, Project, environment

NAME = {
    f"GIT_{who}_{what}": value
    for who in ("AUTHOR", "COMMITTER")
    for what, value in (("NAME", "Amara Osei"), ("EMAIL", "amara.osei@northline.example"))
}
ALONE = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull, **NAME}
"""Git without the settings of the person who runs the tests."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Versions:
    """A published handbook: ``folder`` is what a host would serve, ``plain`` a build beside it.

    Released are 2026.1 and 2026.2, which is `latest` and where the root leads; `next` is not.
    """

    folder: Path
    plain: Path
    remote: Path
    work: Path

    @property
    def listed(self) -> list[dict[str, object]]:
        """What versions.json says."""
        text = (self.folder / "versions.json").read_text(encoding="utf-8")
        listed: list[dict[str, object]] = json.loads(text)
        return listed

    def page(self, path: str) -> str:
        """Give the HTML of a page by its address below the root."""
        return (self.folder / path / "index.html").read_text(encoding="utf-8")


def publish_versions(folder: Path, cache: Path) -> Versions:
    """Publish a small handbook, with the mkdocs.yml of this repository, three times.

    Takes an empty folder. Whoever looks at versions may call it: it needs no pytest.
    """
    remote, work = folder / "remote.git", folder / "work"
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", str(remote), at=folder)
    run("git", "clone", "--quiet", str(remote), str(work), at=folder)
    config = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    config["plugins"] = [_with_cache(plugin, cache) for plugin in config["plugins"]]
    project = Project(work, cache).write(HANDBOOK)
    project.write({"mkdocs.yml": yaml.safe_dump(config), "docs/about.md": "# About\n"})
    for version, aliases, title in (
        ("2026.1", ["latest"], "Order a line"),
        ("2026.2", ["latest"], "Order a faster line"),
        ("next", [], "Order a line of light"),
    ):
        order = HANDBOOK["maps/journeys/order.yml"].replace("Order a line", title)
        project.write({"maps/journeys/order.yml": order})
        run("git", "add", "--all", at=work)
        run("git", "commit", "--quiet", "--message", f"Maps of {version}", at=work)
        mike(work, "deploy", "--push", "--update-aliases", version, *aliases)
    mike(work, "set-default", "--push", "latest")
    run("git", "push", "--quiet", "origin", "HEAD:main", at=work)
    published = folder / "published"
    run("git", "clone", "--quiet", "--branch=gh-pages", str(remote), str(published), at=folder)
    plain = folder / "plain"
    run(sys.executable, "-m", "mkdocs", "build", "-d", str(plain), at=work)
    return Versions(folder=published, plain=plain, remote=remote, work=work)


def mike(work: Path, *arguments: str) -> str:
    """Run mike as a person does."""
    return run(str(Path(sys.executable).with_name("mike")), *arguments, at=work)


def run(*command: str, at: Path, **more: str) -> str:
    """Run a command that must go well, with these variables; give what it printed."""
    done = subprocess.run(
        command,
        cwd=at,
        env=environment(JOURNEYS_AS_OF=AS_OF, **ALONE, **more),
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, f"{' '.join(command)}\n{done.stdout}{done.stderr}"
    return done.stdout


def _with_cache(plugin: object, cache: Path) -> object:
    if plugin == "journeys":
        return {"journeys": {"cache": str(cache)}}
    if isinstance(plugin, dict) and "journeys" in plugin:
        return {"journeys": {**(plugin["journeys"] or {}), "cache": str(cache)}}
    return plugin
