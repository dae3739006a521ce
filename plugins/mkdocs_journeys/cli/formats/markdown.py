"""Findings as a table in Markdown, for comments, summaries of jobs and wikis."""

from __future__ import annotations

from collections.abc import Sequence

from mkdocs_journeys.cli.formats.addresses import rule_page
from mkdocs_journeys.cli.formats.inert import inert, inert_sentence
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import tally
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Problem


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one heading with the counts and a table with a row for each finding."""
    if not problems:
        return "## Nothing to mend\n"
    head = ["| Level | What is wrong | Where | How to mend it | Rule |", "|---|---|---|---|---|"]
    lines = [f"## {tally(problems)}", "", *head, *(_row(problem, look) for problem in problems)]
    return "\n".join(lines) + "\n"


def _row(problem: Problem, look: Look) -> str:
    page = rule_page(look.manual, problem.rule)
    cells = (
        problem.level,
        _words(problem.what),
        f"<code>{inert(printable(str(problem.place)))}</code>",
        _words(problem.mend),
        f"[{problem.rule}]({page})" if page else problem.rule,
    )
    return f"| {' | '.join(cells)} |"


def _words(sentence: str) -> str:
    # A line end in a name is what is wrong with it, and is shown.
    return inert_sentence(printable(sentence))
