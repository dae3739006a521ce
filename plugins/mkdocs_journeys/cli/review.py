"""What a review needs beside the changes: addresses, findings, and a folder with its report."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from mkdocs_journeys.catalog.docs import check_docs
from mkdocs_journeys.cli.diff_formats.all import DIFF_FORMATS
from mkdocs_journeys.cli.diff_formats.report import Around, Report
from mkdocs_journeys.cli.formats.addresses import manual
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.permalinks import address, permalinks, template_of
from mkdocs_journeys.cli.two_sides import Side, Sides
from mkdocs_journeys.cli.writing import write_whole
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.judge import judge

FILES = {"comment.md": "markdown", "report.json": "json", "changes.html": "html"}
"""What a report for a review consists of, each file with its format."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Addresses:
    """Where a review finds what it links to, ready for Markdown; empty where nobody knows."""

    preview: str
    full_report: str
    source: str

    @classmethod
    def of(cls, preview: str, full_report: str, source: str) -> Addresses:
        """Take what was typed; raises click.UsageError for what is no address of the web."""
        return cls(
            preview=address(preview, "--preview"),
            full_report=address(full_report, "--report-url"),
            source=template_of(source),
        )


def around(sides: Sides, wanted: Addresses) -> Around:
    """Give addresses and findings; the files of both sides must still be there."""
    return Around(
        preview=wanted.preview,
        full_report=wanted.full_report,
        manual=address(manual(), "Project-URL"),
        base=permalinks(sides.base, wanted.source),
        head=permalinks(sides.head, wanted.source),
        findings=_findings(sides.head),
    )


def write_report(folder: Path, report: Report, look: Look) -> None:
    """Write the files of a report into a folder, which is made where it is not there."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, form in FILES.items():
        write_whole(folder / name, DIFF_FORMATS[form](report, look).encode())


def _findings(side: Side) -> tuple[Problem, ...]:
    """Give what `journeys check` finds; in a commit, hand-written pages are not looked at."""
    if side.commit:
        return judge(side.catalog)
    settings, folder = side.catalog.settings, Path(side.catalog.loaded.folder)
    pages = folder.parent / (settings.docs or "docs")
    return judge(side.catalog, check_docs(pages, pages.as_posix(), side.catalog))
