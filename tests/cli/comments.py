"""Comments of `journeys diff`, and what a forge makes of them."""

from __future__ import annotations

import contextlib
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

import yaml
from click.testing import CliRunner
from markdown_it import MarkdownIt
from markdown_it.token import Token

from mkdocs_journeys.cli import main

MARK = "<!-- journeys: review -->"
STEERING = (
    *("JOURNEYS_AS_OF", "JOURNEYS_MAPS", "JOURNEYS_SOURCE"),
    *("JOURNEYS_DIFF_FORMAT", "JOURNEYS_DIFF_FAIL_ON"),
    *("GITHUB_SERVER_URL", "GITHUB_REPOSITORY", "CI_PROJECT_URL", "GITEA_ACTIONS"),
    "FORGEJO_ACTIONS",
)
MAPS = Path(__file__).parents[2] / "maps"
NORTHLINE = yaml.safe_load((Path(__file__).parent / "northline_edit.yml").read_text("utf-8"))

# GitHub and GitLab look for these in finished text, whatever was escaped in the source.
LIVE = re.compile(
    r"@\w|[#!%$&~^]\w|\bGH-\d|https?://|www\.|:[\w+-]+:|::|\[\w+:|\{[+-]|\b[0-9a-f]{7,40}\b", re.I
)
OUR_HTML = {"<!-- -->", "<code>", "</code>"}


class Ran(NamedTuple):
    """What a command said and how it ended."""

    stdout: str
    stderr: str
    returncode: int


def diff(folder: Path, *arguments: str, **environment: str) -> Ran:
    """Run the command in a folder; the environment holds nothing that would steer it."""
    with contextlib.chdir(folder):
        ran = CliRunner(env={**dict.fromkeys(STEERING), **environment}).invoke(
            main, ["diff", "--as-of", "2026-11-21", *arguments], catch_exceptions=False
        )
    return Ran(ran.stdout, ran.stderr, ran.exit_code)


def comment(folder: Path, *arguments: str) -> str:
    """Give the comment on what differs between the folders `base` and `head`."""
    ran = diff(folder, "base", "head", "--format", "markdown", *arguments)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


def write_pair(folder: Path, base: Mapping[str, str], head: Mapping[str, str]) -> Path:
    """Write both handbooks; what `head` does not name is as in base, an empty text is gone."""
    for side, files in (("base", base), ("head", {**base, **head})):
        for name, content in files.items():
            if content:
                path = folder / side / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(content.encode())
    return folder


def northline() -> tuple[dict[str, str], dict[str, str]]:
    """Give the files of the example before and after the edit."""
    base = dict(NORTHLINE["base"])
    head = dict(base)
    for edit in NORTHLINE["edits"]:
        assert head[edit["file"]].count(edit["was"]) == 1, edit
        head[edit["file"]] = head[edit["file"]].replace(edit["was"], edit["now"])
    return base, head


def worse_overnight(folder: Path) -> Path:
    """Write the example handbook, and one in which all feels worse and things are gone."""
    for side in ("base", "head"):
        shutil.copytree(MAPS, folder / side)
    for path in (folder / "head").rglob("*.yml"):
        text = path.read_text("utf-8")
        text = text.replace("score: -1", "score: -2").replace("score: 1", "score: -1")
        path.write_bytes(text.replace("due: 2027", "due: 2028").encode())
    (folder / "head/journeys/leave-us.yml").unlink()
    (folder / "head/personas/tom.yml").unlink()
    return folder


class Read(NamedTuple):
    """A comment as a forge reads it: rows of all tables, links, words, HTML, Mermaid."""

    tables: list[list[list[str]]]
    links: list[str]
    words: list[str]
    html: list[str]
    headings: list[str]
    mermaid: list[str]

    @property
    def rows(self) -> list[list[str]]:
        """Give the rows of the table that is not folded away."""
        return self.tables[0][1:]


def read(text: str) -> Read:
    """Read a comment with a real parser of CommonMark with the tables of GitHub."""
    found = Read([], [], [], [], [], [])
    tokens = MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text)
    for token, before in zip(tokens, [None, *tokens], strict=False):
        if token.type == "table_open":
            found.tables.append([])
        elif token.type == "tr_open":
            found.tables[-1].append([])
        elif token.type == "fence":
            found.mermaid.extend([token.content] if token.info == "mermaid" else [])
        elif token.type == "html_block":
            found.html.append(token.content)
        elif token.type == "inline" and before:
            if before.type in ("th_open", "td_open"):
                found.tables[-1][-1].append(shown(token))
            elif before.type == "heading_open":
                found.headings.append(shown(token))
            _read_inline(token, found)
    return found


def _read_inline(token: Token, found: Read) -> None:
    in_code = False
    for one in token.children or ():
        if one.content in ("<code>", "</code>"):
            in_code = one.content == "<code>"
        # In code, no forge looks for anything.
        if one.type == "text" and in_code:
            continue
        if one.type == "link_open":
            found.links.append(str(one.attrs["href"]))
        elif one.type in ("text", "code_inline"):
            found.words.extend([one.content] if one.type == "text" else [])
        elif one.type == "html_inline":
            found.html.append(one.content)
        else:
            assert one.type in ("link_close", "strong_open", "strong_close", "softbreak"), one


def shown(token: Token) -> str:
    """Give what a reader sees of a line."""
    return "".join(
        one.content for one in token.children or () if one.type in ("text", "code_inline")
    )


def live(text: str) -> Iterator[str]:
    """Give all in a comment that a forge would bring to life, and that is not ours."""
    seen = read(text)
    for words in seen.words:
        yield from (match[0] for match in LIVE.finditer(words))
    for html in seen.html:
        if html not in OUR_HTML and not re.fullmatch(
            rf"{MARK}\n|</details>\n|<details><summary>[\w ,:]+</summary>\n", html
        ):
            yield html
