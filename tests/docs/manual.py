"""The pages that we write by hand, and the blocks of code in them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from mkdocs_journeys.exporters.reference import GENERATED
from mkdocs_journeys.load.markdown_code import Fence, outside_code

ROOT = Path(__file__).parents[2]
DOCS = ROOT / "docs"
MANUAL = DOCS / "about-this-tool"
README = ROOT / "README.md"


def hand_written() -> dict[str, str]:
    """Give README.md and every page of docs/ that no command wrote: name to text."""
    paths = [README, *sorted(DOCS.rglob("*.md"))]
    texts = {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}
    return {name: text for name, text in texts.items() if not text.startswith(GENERATED)}


def blocks(text: str, *words: str) -> Iterator[Fence]:
    """Give the fenced blocks of a page that are of these languages, in order."""
    yield from (fence for fence in outside_code(text)[1] if fence.word in words)


def first_line(text: str) -> str:
    """Give the first line of a block."""
    return text.partition("\n")[0]


def file_named_in(text: str) -> str:
    """Give the file that the first line of a block names in a comment; empty for none."""
    found = re.fullmatch(r"# ([\w./-]+\.\w+)", first_line(text))
    return found[1] if found else ""


def typed(fence: Fence) -> Iterator[tuple[str, str]]:
    """Give each command typed at a prompt in a console block, and what it is said to print."""
    command, printed = "", ""
    for line in fence.inside.splitlines(keepends=True):
        if line.startswith("$ "):
            if command:
                yield command, printed
            command, printed = line.removeprefix("$ ").strip(), ""
        else:
            printed += line
    if command:
        yield command, printed
