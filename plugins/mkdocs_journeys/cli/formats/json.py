"""Findings for programs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import as_json
from mkdocs_journeys.problems import Edit, Level, Place, Problem

SCHEMA_VERSION = 1
"""Goes up when a key changes its meaning or is taken away, not when one is added."""

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Line = Annotated[int, Field(ge=1, description="Counts from 1.")]
Column = Annotated[
    int,
    Field(
        ge=1,
        description="Counts code points from 1, without a byte-order mark; in a CSV, cells.",
    ),
]
EndColumn = Annotated[int, Field(ge=1, description="As column; the end itself is not part of it.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedEdit:
    """What shall stand at a place instead of what stands there now."""

    line: Line
    column: Column
    end_line: Line
    end_column: EndColumn
    text: Annotated[str, Field(description="Empty where something is only taken away.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedPlace:
    """Another place that a finding speaks of."""

    file: Annotated[str, Field(description="As it was named to the command, with `/`.")]
    line: Line
    column: Column
    end_line: Line
    end_column: EndColumn


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedProblem:
    """One finding."""

    level: Annotated[Level, Field(description="How bad it is.")]
    rule: Annotated[str, Field(description="The name of the rule; never used for another one.")]
    file: Annotated[str, Field(description="As it was named to the command, with `/`.")]
    line: Line
    column: Column
    end_line: Line
    end_column: EndColumn
    what: Annotated[str, Field(description="What is wrong, in one sentence.")]
    mend: Annotated[str, Field(description="How to mend it; empty where `what` says it all.")]
    about: Annotated[
        str, Field(description="The thing and the field, by ids; empty for none of the maps.")
    ]
    also: Annotated[
        tuple[ReportedPlace, ...], Field(description="Other places that `what` speaks of.")
    ]
    fingerprint: Annotated[
        str, Field(description="Stays while lines move and messages are reworded; may be shared.")
    ]
    fixes: Annotated[
        tuple[ReportedEdit, ...],
        Field(description="Edits of this file that mend it, all or none; none where it takes you."),
    ]
    file_name: Annotated[
        str, Field(description="The name that mends it when the file gets it; else empty.")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What `journeys check --format json` prints."""

    schema_version: Annotated[
        int,
        Field(
            ge=1,
            description="Goes up when a key changes its meaning or goes, not when one is added.",
        ),
    ]
    problems: Annotated[tuple[ReportedProblem, ...], Field(description="By file, line, column.")]


def write(problems: Sequence[Problem], look: Look) -> str:
    """Give one object with all findings; `schema` describes it."""
    report = Report(
        schema_version=SCHEMA_VERSION,
        problems=tuple(_reported(problem) for problem in problems),
    )
    return as_json(asdict(report))


def schema() -> dict[str, Any]:
    """Give the JSON Schema 2020-12 of the report."""
    described = TypeAdapter(Report).json_schema(mode="serialization")
    return {"$schema": DIALECT, **described}


def _reported(problem: Problem) -> ReportedProblem:
    return ReportedProblem(
        level=problem.level,
        rule=problem.rule,
        file=problem.place.file,
        **problem.place.span._asdict(),
        what=problem.what,
        mend=problem.mend,
        about=problem.about,
        also=tuple(_place(place) for place in problem.also),
        fingerprint=problem.fingerprint,
        fixes=tuple(_edit(edit) for edit in problem.fixes),
        file_name=problem.file_name,
    )


def _place(place: Place) -> ReportedPlace:
    return ReportedPlace(file=place.file, **place.span._asdict())


def _edit(edit: Edit) -> ReportedEdit:
    return ReportedEdit(**edit.place.span._asdict(), text=edit.text)
