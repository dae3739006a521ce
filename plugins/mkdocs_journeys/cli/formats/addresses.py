"""Where things are: files for a forge that counts from the top of the repository, and rules."""

from __future__ import annotations

import os
from importlib.metadata import metadata
from pathlib import Path

TOPS = ("GITHUB_WORKSPACE", "CI_PROJECT_DIR")
"""Where the repository lies in a job of GitHub and in one of GitLab."""

RULE_PAGES = "reference/rules/"
"""Where the pages of the rules are, below the manual."""

CHANGE_PAGES = "reference/changes/"
"""Where the pages of the sorts of change are, below the manual."""


def from_top(file: str) -> str:
    """Give a file as the repository calls it, wherever in it the command runs.

    Outside of a job, and for a file outside of the repository, the name is what it was.
    """
    top = next((top for name in TOPS if (top := os.environ.get(name))), "")
    if not top:
        return file
    # The file itself may be a link, and its finding stands at the link.
    whole = Path.cwd().joinpath(file)
    relative = os.path.relpath(whole.parent.resolve(), Path(top).resolve())
    if relative.partition(os.sep)[0] == os.pardir:
        return file
    return Path(relative, whole.name).as_posix()


def manual() -> str:
    """Give the address of the manual as the package declares it; empty where it does not."""
    for declared in metadata("mkdocs-journeys").get_all("Project-URL") or ():
        label, _, address = declared.partition(",")
        if label.strip().lower() == "documentation":
            return f"{address.strip().rstrip('/')}/"
    return ""


def rule_page(manual: str, rule: str) -> str:
    """Give the address of a rule's page in the manual; empty where its address is not known."""
    return f"{manual}{RULE_PAGES}{rule}/" if manual else ""


def change_page(manual: str, change: str) -> str:
    """Give the address of the page of a sort of change; empty where it is not known."""
    return f"{manual}{CHANGE_PAGES}{change}/" if manual else ""
