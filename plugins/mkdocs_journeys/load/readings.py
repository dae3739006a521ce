"""Readings of a metric from the CSV beside its YAML."""

from __future__ import annotations

import csv
import io
import os
from collections.abc import Container, Iterator, Sequence
from pathlib import Path
from typing import Protocol

from mkdocs_journeys.load.build import build
from mkdocs_journeys.load.limits import LIMITS, Limits
from mkdocs_journeys.load.tree import Mapping, Scalar
from mkdocs_journeys.model.metric import Metric, Reading
from mkdocs_journeys.model.shapes import shapes_by_key, shapes_of
from mkdocs_journeys.nearest import did_you_mean
from mkdocs_journeys.problems import Place, Problem, Span

MOST_ROWS = 10_000


class CsvRows(Protocol):
    """What csv.reader gives: rows of text, and the line that was read last."""

    line_num: int

    def __iter__(self) -> Iterator[list[str]]:
        """Give the rows that are left."""

    def __next__(self) -> list[str]:
        """Give the next row."""


_AS_CSV = "Save it as CSV in UTF-8, with `date,value` in the first line."


def with_readings(
    metric: Metric, path: Path, shown: str, folder: Path, limits: Limits = LIMITS
) -> tuple[Metric, tuple[Problem, ...]]:
    """Give the metric with the readings of its CSV behind those in its YAML.

    The first line names the columns, which are the fields of a reading. Without a CSV the
    metric comes back as it is; a row or a column that cannot be read is reported and left out.
    ``shown`` is the file as the author calls it; it must lie in ``folder``.
    """
    if not path.is_file():
        return metric, ()
    if not os.path.realpath(path).startswith(os.path.realpath(folder) + os.sep):
        mend = "Put the file itself there instead of a link."
        return metric, (_problem(shown, 1, f"{shown} leads out of the folder of maps.", mend),)
    try:
        with path.open("rb") as file:
            data = file.read(limits.file_bytes + 1)
        if len(data) > limits.file_bytes:
            return metric, (_problem(shown, 1, "The readings are too many bytes to be read."),)
        rows = csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True)
        readings, problems = _table(rows, shown)
    except (UnicodeDecodeError, csv.Error) as error:
        return metric, (_problem(shown, 1, f"The readings cannot be read: {error}."),)
    except OSError as error:
        return metric, (_problem(shown, 1, f"The readings cannot be read: {error.strerror}."),)
    merged = metric.model_copy(update={"readings": (*metric.readings, *readings)})
    merged.model_fields_set.add("readings")
    return merged, tuple(problems)


def _table(rows: CsvRows, shown: str) -> tuple[list[Reading], list[Problem]]:
    """Read the rows of a table below its first line; a column of no field is told once."""
    names = [name.strip() for name in next(rows, [])]
    problems = list(_columns(names, shown))
    if any(problem.rule == "wrong-shape" for problem in problems):
        return [], problems
    known = shapes_by_key(Reading)
    readings: list[Reading] = []
    for number, row in enumerate(rows):
        line = rows.line_num
        if number >= MOST_ROWS:
            problems.append(_problem(shown, line, f"More than {MOST_ROWS:,} rows stand here."))
            break
        if not any(cell.strip() for cell in row):
            continue
        if len(row) > len(names):
            what = f"This row has {len(row)} cells, and the table {len(names)} columns."
            problems.append(_problem(shown, line, what, "Put text with a comma in quotes."))
            continue
        value, found = build(Reading, _node(names, row, line, known), shown)
        problems.extend(found)
        readings.extend((value,) if value else ())
    return readings, problems


def _columns(names: Sequence[str], shown: str) -> Iterator[Problem]:
    """Find columns that are no field of a reading, and those that are missing."""
    if any(";" in name for name in names):
        what = "The columns are separated by semicolons."
        yield _problem(shown, 1, what, "Save it with commas, and numbers with a point.")
        return
    keys = shapes_by_key(Reading)
    column = 1
    for name in names:
        if name not in keys:
            place = Place(shown, Span(1, column, 1, column + len(name)))
            what = f"A reading has no field `{name[:40]}`."
            mend = did_you_mean(name, keys, "Delete the column.")
            yield Problem(place=place, rule="unknown-key", what=what, mend=mend)
        column += len(name) + 1
    for shape in shapes_of(Reading):
        if shape.required and shape.key not in names:
            yield _problem(shown, 1, f"The table has no column `{shape.key}`.")


def _node(names: Sequence[str], row: Sequence[str], line: int, known: Container[str]) -> Mapping:
    """Give a row as a mapping; a cell's place is its line and its number in the row."""
    entries, column = [], 1
    for name, cell in zip(names, row, strict=False):
        end = column + len(cell)
        span = Span(line, column, line, end)
        if name in known:
            entries.append((Scalar(name, span), Scalar(cell.strip(), span)))
        column = end + 1
    return Mapping(tuple(entries), Span(line, 1, line, max(1, column - 1)))


def _problem(shown: str, line: int, what: str, mend: str = _AS_CSV) -> Problem:
    place = Place(shown, Span(line, 1, line, 1))
    return Problem(place=place, rule="wrong-shape", what=what, mend=mend)
