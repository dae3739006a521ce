"""Findings as a table in Markdown, for comments, summaries of jobs and wikis."""

from __future__ import annotations

import re
from collections.abc import Sequence

from mkdocs_journeys.cli.formats.addresses import rule_page
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import code_spans, printable, tally
from mkdocs_journeys.problems import Problem

_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;"}
_MARKUP = frozenset("\\`*_{}[]()~$^=!")
# Forges link people, issues, labels and addresses and draw emoji in the finished text, where no
# backslash helps; a space of no width in between does. In code they leave all but addresses.
_APART = "&#8203;"
_ADDRESSES = r"@|:(?=//)|www(?=\.)"
_REFERENCES = r"[#!%~$&](?=[\w\"])|\[(?=\w+:)|:(?=[\w+-]+:)|GH(?=-\d)"
_SIGNS = r"[\\`*_{}\[\]()<>|~$&^=!]"
_IN_WORDS = re.compile(rf"(?P<live>{_ADDRESSES}|{_REFERENCES})|{_SIGNS}", re.IGNORECASE)
_IN_CODE = re.compile(rf"(?P<live>{_ADDRESSES})|{_SIGNS}", re.IGNORECASE)


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one heading with the counts and a table with a row for each finding."""
    if not problems:
        return "## Nothing to mend\n"
    head = ["| Level | What is wrong | Where | How to mend it | Rule |", "|---|---|---|---|---|"]
    lines = [f"## {tally(problems)}", "", *head, *(_row(problem, look) for problem in problems)]
    return "\n".join(lines) + "\n"


def inert(text: str) -> str:
    """Give a text for the middle of a line of Markdown in which nothing is live.

    No markup, HTML, mention, link or emoji; what stands between backticks is shown as code.
    """
    return "".join(
        _code(piece) if is_code else _IN_WORDS.sub(_escaped, piece)
        for piece, is_code in code_spans(printable(text))
    )


def _row(problem: Problem, look: Look) -> str:
    page = rule_page(look.manual, problem.rule)
    cells = (
        problem.level,
        inert(problem.what),
        _code(printable(str(problem.place))),
        inert(problem.mend),
        f"[{problem.rule}]({page})" if page else problem.rule,
    )
    return f"| {' | '.join(cells)} |"


def _code(text: str) -> str:
    # As HTML, because a span in backticks has no escapes.
    return f"<code>{_IN_CODE.sub(_escaped, text)}</code>"


def _escaped(found: re.Match[str]) -> str:
    signs = found[0]
    backslash = "\\" if signs in _MARKUP else ""
    written = _ENTITIES.get(signs, f"{backslash}{signs}")
    return f"{written}{_APART}" if found["live"] else written
