"""Findings for reviewdog, which brings them to many forges and offers fixes as suggestions.

Columns count bytes of UTF-8 and the end is exclusive; see proto/rdf/reviewdog.proto of reviewdog.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from mkdocs_journeys.cli.formats.addresses import rule_page
from mkdocs_journeys.cli.formats.columns import SourceText, SourceTexts
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import as_json, as_name
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Edit, Level, Problem, Span

SEVERITIES: dict[Level, str] = {"error": "ERROR", "warning": "WARNING", "info": "INFO"}


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one object with all findings; where a file cannot be read, they have lines only."""
    sources = SourceTexts()
    result = {
        "source": {"name": "journeys"} | ({"url": look.manual} if look.manual else {}),
        "diagnostics": [
            _diagnostic(problem, sources.of(problem.place.file), look) for problem in problems
        ],
    }
    return as_json(result)


def _diagnostic(problem: Problem, source: SourceText | None, look: Look) -> dict[str, Any]:
    page = rule_page(look.manual, problem.rule)
    place = problem.place
    words = (printable(part) for part in (problem.what, problem.mend) if part)
    diagnostic: dict[str, Any] = {
        "message": "\n".join(words),
        "location": {"path": as_name(place.file), "range": _range(place.span, source)},
        "severity": SEVERITIES[problem.level],
        "code": {"value": problem.rule} | ({"url": page} if page else {}),
    }
    if problem.fixes and source:
        span, text = whole_edit(problem.fixes, source)
        diagnostic["suggestions"] = [{"range": _range(span, source), "text": text}]
    return diagnostic


def whole_edit(fixes: Sequence[Edit], source: SourceText) -> tuple[Span, str]:
    """Give several edits of one file as one, from the first to the last.

    Suggestions are taken one by one, and half a mend may be worse than none.
    """
    first, *others = sorted(fixes, key=lambda edit: edit.place.span)
    span, text = first.place.span, first.text
    for edit in others:
        to = edit.place.span
        between = Span(span.end_line, span.end_column, to.line, to.column)
        text += source.piece(between) + edit.text
        span = Span(span.line, span.column, to.end_line, to.end_column)
    return span, text


def _range(span: Span, source: SourceText | None) -> dict[str, dict[str, int]]:
    if source is None:
        return {"start": {"line": span.line}}
    start, end = (
        dict(zip(("line", "column"), source.utf_8_position(line, column), strict=True))
        for line, column in ((span.line, span.column), (span.end_line, span.end_column))
    )
    return {"start": start, "end": end}
