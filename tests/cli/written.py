"""A small handbook and what `journeys write` makes of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from tests.cli.in_process import Ran, journeys
from tests.site.project import HANDBOOK, Project

OWN = {
    "docs/about/us.md": "---\ntitle: Who we are\n---\n# Us\n\n"
    "See [[persona:bea]] and `[[persona:bea]]`.\n\n"
    "```journey\nid: order\nview: curve\n```\n\n- A list\n\n    ```journey\n    id: order\n"
    "    view: flow\n    ```\n",
    "docs/about/photo.txt": "a file",
}


def small_book(project: Project) -> Project:
    """Write the small handbook with a page of its own that embeds two views."""
    moved = HANDBOOK["maps/personas/bea.yml"] + "formerly: [baker]\n"
    return project.write(HANDBOOK | OWN | {"maps/personas/bea.yml": moved}).configure(
        nav=[{"About": "about/us.md"}],
        repo_url="https://git.small.example/cx/book",
        edit_uri="edit/main/docs/",
    )


def write(book: Project, *more: str) -> Path:
    ran = run(book, *more)
    assert ran.returncode == 0, ran.stderr
    return book.folder / "out"


def run(book: Project, *more: str) -> Ran:
    return journeys(book.folder, "write", "out", *more)


def all_in(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def front_of(text: str) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(text.split("---\n")[1])
    return found


def settings_of(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load((out / "mkdocs.yml").read_text(encoding="utf-8"))
    return found
