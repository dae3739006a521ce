"""Findings as one page for the browser: no scripts, nothing loaded, both colour schemes."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from mkdocs_journeys.cli.formats.addresses import rule_page
from mkdocs_journeys.cli.formats.columns import SourceText, SourceTexts
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import LEVELS, counted, tally
from mkdocs_journeys.palette import DARK, LIGHT
from mkdocs_journeys.printable import printable
from mkdocs_journeys.problems import Problem, code_spans

LONGEST_LINE = 400
"""Of longer source lines only the stretch concerned is shown, and that much of it."""


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give a page with a section for each file and its findings in it."""
    # Here, because it takes 60 ms to load and no other format needs it.
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("mkdocs_journeys.cli.formats", "templates"),
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
        undefined=StrictUndefined,
    )
    environment.filters.update(printable=printable, code_spans=code_spans)
    environment.globals.update(light=LIGHT, dark=DARK)
    sources = SourceTexts()
    files = [
        (file, tuple((problem, _marked(problem, sources.of(file))) for problem in found))
        for file, found in groupby(problems, key=lambda one: one.place.file)
    ]
    return environment.get_template("report.html.jinja").render(
        files=files,
        title=tally(problems) or "Nothing to mend",
        in_files=counted(len(files), "file"),
        levels=LEVELS,
        page_of=lambda rule: rule_page(look.manual, rule),
    )


def _marked(problem: Problem, source: SourceText | None) -> Iterator[tuple[str, bool]] | None:
    """Give the source line in pieces, each with whether it is what is meant; None for no line."""
    span = problem.place.span
    line = source.line(span.line) if source and not problem.is_private else ""
    if not line.strip() or "\0" in line:
        return None
    start, end = span.column - 1, span.end_column - 1
    end = end if span.end_line == span.line else len(line)
    before, meant, behind = line[:start], line[start:end], line[end:]
    if len(line) > LONGEST_LINE:
        before, meant, behind = before and "…", meant[:LONGEST_LINE], behind and "…"
    pieces = ((before, False), (meant, True), (behind, False))
    return ((printable(piece.replace("\t", " ")), is_meant) for piece, is_meant in pieces if piece)
