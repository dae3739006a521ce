"""A handbook on a branch, with an edit that a preview shows."""

from __future__ import annotations

from tests.git_repository import commit, git
from tests.site.project import HANDBOOK, ORDER, Built, Project

EDITED = (
    ORDER.replace("emotion: -1", "emotion: -2")
    .replace("      - {id: pay, title: Pays at once", "      - {id: pay, title: Pays in two goes")
    .replace(
        "  - id: buy\n",
        "      - {id: wait, title: Waits for an answer, emotion: 0, channel: phone}\n  - id: buy\n",
    )
)
PALETTE = [
    {
        "media": media,
        **({"scheme": scheme} if scheme else {}),
        "primary": "custom",
        "accent": "custom",
        "toggle": {"icon": "material/brightness-auto", "name": "Switch"},
    }
    for media, scheme in (
        ("(prefers-color-scheme)", ""),
        ("(prefers-color-scheme: light)", "default"),
        ("(prefers-color-scheme: dark)", "slate"),
    )
]
"""Light and dark as the reader likes; each with what our own colours need."""


def branched(project: Project) -> Project:
    """Put a handbook on a branch of its own, before anybody edits it."""
    project.write(HANDBOOK).configure()
    git(project.folder, "init", "-q", "-b", "main")
    commit(project.folder, "The first map")
    git(project.folder, "checkout", "-q", "-b", "edit")
    return project


def preview_of(project: Project) -> Built:
    """Build a handbook whose branch edits a journey, compared with the main branch."""
    branched(project).write({"maps/journeys/order.yml": EDITED})
    return project.configure(theme={"palette": PALETTE}, journeys={"compare_with": "main"}).build()
