"""Readings of a metric from the CSV beside its YAML."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from mkdocs_journeys.load.build import build
from mkdocs_journeys.load.tree import Mapping, Scalar
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.problems import Place, Problem, Span

MOST_ROWS = 10_000


def with_readings(
    metric: Metric, path: Path, shown_as: str, folder: Path
) -> tuple[Metric, tuple[Problem, ...]]:
    """Give the metric with the readings of its CSV behind those in its YAML.

    The first line names the columns, which are the fields of a reading. Without a CSV the
    metric comes back as it is; a row that cannot be read is reported and left out.
    """
    if not path.is_file():
        return metric, ()
    shown = f"{shown_as}/{path.relative_to(folder).as_posix()}"
    try:
        text = path.read_text(encoding="utf-8-sig")
        rows = csv.reader(io.StringIO(text, newline=""), strict=True)
        names = [name.strip() for name in next(rows, [])]
        readings: list[Reading] = []
        problems: list[Problem] = []
        for row in rows:
            if rows.line_num > MOST_ROWS + 1:
                problems.append(_problem(shown, rows.line_num, f"More than {MOST_ROWS} rows."))
                break
            if not any(cell.strip() for cell in row):
                continue
            value, found = build(Reading, _node(names, row, rows.line_num), shown)
            problems.extend(found)
            readings.extend((value,) if value else ())
    except (UnicodeDecodeError, csv.Error) as error:
        return metric, (_problem(shown, 1, f"The readings cannot be read: {error}."),)
    merged = metric.model_copy(update={"readings": (*metric.readings, *readings)})
    merged.model_fields_set.add("readings")
    return merged, tuple(problems)


def _node(names: list[str], row: list[str], line: int) -> Mapping:
    """Give a row as a mapping; a cell's place is its line and its number in the row."""
    entries, column = [], 1
    for number, cell in enumerate(row):
        end = column + len(cell)
        span = Span(line, column, line, end)
        name = names[number] if number < len(names) else f"column {number + 1}"
        entries.append((Scalar(name, span), Scalar(cell.strip(), span)))
        column = end + 1
    return Mapping(tuple(entries), Span(line, 1, line, max(1, column - 1)))


def _problem(shown: str, line: int, what: str) -> Problem:
    return Problem(
        place=Place(shown, Span(line, 1, line, 1)),
        rule="wrong-shape",
        what=what,
        mend="Save it as CSV in UTF-8, with `date,value` in the first line.",
    )
