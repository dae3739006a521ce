"""Why maps changed: what their merges and commits say, and where pull requests are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from mkdocs_journeys.history.git_log import Commit, commits_of, lines_of, log_of
from mkdocs_journeys.history.release import Reason, Spot
from mkdocs_journeys.repository import Repository

LONGEST = 200
"""Of a longer subject only so much is told."""

_REQUESTS = {
    "github": "pull/{number}",
    "gitlab": "-/merge_requests/{number}",
    "gitea": "pulls/{number}",
    "forgejo": "pulls/{number}",
    "codeberg": "pulls/{number}",
    "bitbucket": "pull-requests/{number}",
}
"""Where a pull request is, below the address of its repository, by a part of the forge's name."""

_MERGED = re.compile(r"Merge pull request #(\d+)\b.*")
_GITEA = re.compile(r"Merge pull request '(?P<title>.*)' \(#(?P<number>\d+)\) from .*")
_BITBUCKET = re.compile(r"Merged in .* \(pull request #(\d+)\)")
_MERGED_AT_GITLAB = re.compile(r"^See merge request \S*!(\d+)\s*$", re.MULTILINE)
_MERGE_OF_BRANCHES = re.compile(r"Merge (remote-tracking )?(branch|tag|commit)\b.*")
_SQUASHED = re.compile(r"(?P<title>.*?)\s*\((?P<number>[#!]\d+)\)")
_UNSEEN = re.compile(r"[\x00-\x1f\x7f-\x9f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]+")


MOST_BLAMED = 60
"""Of so many files git is asked for the reason of each line; of others, for that of the file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """Why maps changed between two releases, and how many took part."""

    why: tuple[tuple[Spot, Reason], ...]
    requests: int
    people: int


def reasons_between(
    repository: Repository,
    commits: tuple[str, str],
    path: str,
    repo_url: str,
    asked: Iterable[Spot],
) -> Reasons:
    """Give why lines and files of a folder changed last between two commits.

    Of a merge the author is who made what was merged, not who pressed the button. ``asked`` are
    the lines that somebody wants to know of; every file that changed is told too, as its line 0.
    """
    found = log_of(repository, *commits, path)
    tips = tuple(one.parents[1] for one in found if len(one.parents) > 1)
    merged = {one.hash: one for one in commits_of(repository, tips)}
    reasons = {
        one.hash: _reason(one, merged.get(one.parents[1]) if one.parents[1:] else None, repo_url)
        for one in found
    }
    why: dict[Spot, Reason] = {}
    for commit in found:
        for file in commit.files:
            why.setdefault((file, 0), reasons[commit.hash])
    times = Counter(file for commit in found for file in commit.files)
    # What one commit alone brought needs no second look.
    wanted = sorted(spot for spot in asked if spot[1] and times[spot[0]] > 1)
    for file in list(dict.fromkeys(file for file, _line in wanted))[:MOST_BLAMED]:
        lines = {line for name, line in wanted if name == file}
        for line, hash_ in _brought(repository, commits, file, lines, found):
            why[file, line] = reasons[hash_]
    return Reasons(
        why=tuple(why.items()),
        requests=len({one.number for one in reasons.values()} - {""}),
        people=len({one.author for one in reasons.values()} - {""}),
    )


def _brought(
    repository: Repository,
    commits: tuple[str, str],
    file: str,
    lines: set[int],
    found: tuple[Commit, ...],
) -> Iterator[tuple[int, str]]:
    """Give for lines of a file the commit that put them in, or for those that were, took them out.

    What is older, and what is still there, has none.
    """
    known = {one.hash for one in found}
    after = {one.parents[0]: one.hash for one in found if one.parents and file in one.files}
    came = lines_of(repository, *commits, file) if max(lines) > 0 else ()
    last = lines_of(repository, *commits, file, is_back=True) if min(lines) < 0 else ()
    for line in sorted(lines):
        if 0 < line <= len(came) and came[line - 1] in known:
            yield line, came[line - 1]
        if 0 < -line <= len(last) and last[-line - 1] in after:
            yield line, after[last[-line - 1]]


def _reason(commit: Commit, tip: Commit | None, repo_url: str) -> Reason:
    text, number = _said(commit.message)
    if not text and tip:
        text, own = _said(tip.message)
        number = number or own
    return Reason(
        text=_short(text),
        number=number,
        href=request_address(repo_url, number),
        author=_name((tip or commit).author),
        day=commit.when.date(),
    )


def _said(message: str) -> tuple[str, str]:
    """Give what a message says in one line, and the number of its pull request; empty for none.

    What a forge writes by itself says nothing; the title of the pull request stands below it.
    """
    subject, _, body = message.strip().partition("\n")
    below = [line.strip() for line in body.splitlines() if line.strip()]
    if found := _GITEA.fullmatch(subject):
        return found["title"], f"#{found['number']}"
    if found := _MERGED.fullmatch(subject) or _BITBUCKET.fullmatch(subject):
        return next(iter(below), ""), f"#{found[1]}"
    at_gitlab = _MERGED_AT_GITLAB.search(body)
    if _MERGE_OF_BRANCHES.fullmatch(subject):
        title = below[0] if at_gitlab and not _MERGED_AT_GITLAB.match(below[0]) else ""
        return title, f"!{at_gitlab[1]}" if at_gitlab else ""
    if found := _SQUASHED.fullmatch(subject):
        return found["title"], found["number"]
    return subject, f"!{at_gitlab[1]}" if at_gitlab else ""


def request_address(repo_url: str, number: str) -> str:
    """Give where a pull request is; empty where the forge is not known, or nothing is said."""
    try:
        parts = urlsplit(repo_url.strip())
        host, port = (parts.hostname or "").casefold(), f":{parts.port}" if parts.port else ""
    except ValueError:
        return ""
    if not number or not host or parts.scheme not in ("http", "https"):
        return ""
    way = next((way for name, way in _REQUESTS.items() if name in host), None)
    if way is None and number.startswith("!"):
        way = _REQUESTS["gitlab"]
    if way is None:
        return ""
    path = quote(parts.path.rstrip("/").removesuffix(".git"), safe="/%~.-_")
    return f"{parts.scheme}://{host}{port}{path}/{way.format(number=number[1:])}"


def _name(author: str) -> str:
    """Give a name in one line; nothing for one that is the address of a mailbox."""
    return "" if "@" in author else _short(author, 60)


def _short(text: str, most: int = LONGEST) -> str:
    one_line = " ".join(_UNSEEN.sub(" ", text).split())
    return one_line if len(one_line) <= most else one_line[: most - 1].rstrip() + "…"
