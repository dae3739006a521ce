"""Changes for programs."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Annotated, Any

from pydantic import Field, TypeAdapter

from mkdocs_journeys.changes.change import Change, ChangeLevel
from mkdocs_journeys.cli.diff_formats.report import Report
from mkdocs_journeys.cli.formats.json import DIALECT, ReportedPlace
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.formats.words import as_json
from mkdocs_journeys.model.handbook import Accepted
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Place

SCHEMA_VERSION = 1
"""Goes up when a key changes its meaning or is taken away, not when one is added."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedThing:
    """A thing of the handbook."""

    kind: Annotated[str, Field(description="`journey`, `persona`, `step` …")]
    id: Annotated[str, Field(description="Of parts of a journey: `journey/part`.")]
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedChange:
    """One change."""

    name: Annotated[str, Field(description="What sort of change it is, as the reference lists it.")]
    level: Annotated[ChangeLevel, Field(description="How much it matters to others.")]
    says: Annotated[str, Field(description="The change in one sentence.")]
    thing: ReportedThing
    path: Annotated[tuple[str, ...], Field(description="The way to it by ids, never positions.")]
    before: Annotated[str, Field(description="Empty where there was nothing.")]
    after: Annotated[str, Field(description="Empty where there is nothing.")]
    base: Annotated[ReportedPlace | None, Field(description="Where it stood; null if it is new.")]
    head: Annotated[ReportedPlace | None, Field(description="Where it stands; null if it went.")]
    affects: Annotated[tuple[ReportedThing, ...], Field(description="Who else uses it.")]
    fingerprint: Annotated[str, Field(description="For accepted.yml; stays while lines move.")]
    accepted: Annotated[str, Field(description="Why it was accepted; empty where nobody did.")]
    accepted_until: Annotated[
        str, Field(description="A date or a month; empty where it is for good, or not accepted.")
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportedSide:
    """One of the two handbooks that were compared."""

    name: Annotated[str, Field(description="As it was asked for.")]
    commit: Annotated[str, Field(description="Empty for a folder.")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeReport:
    """What `journeys diff --format json` prints."""

    schema_version: Annotated[
        int,
        Field(
            ge=1,
            description="Goes up when a key changes its meaning or goes, not when one is added.",
        ),
    ]
    base: ReportedSide
    head: ReportedSide
    changes: Annotated[tuple[ReportedChange, ...], Field(description="What matters most first.")]


def write(report: Report, look: Look) -> str:
    """Give one object with all changes, accepted ones last; `schema` describes it."""
    accepted = report.judged.accepted
    told = ChangeReport(
        schema_version=SCHEMA_VERSION,
        base=ReportedSide(name=report.base.name, commit=report.base.commit),
        head=ReportedSide(name=report.head.name, commit=report.head.commit),
        changes=(
            *(_change(change, report) for change in report.changes),
            *(_change(change, report, line) for change, line in accepted),
        ),
    )
    return as_json(asdict(told))


def schema() -> dict[str, Any]:
    """Give the JSON Schema 2020-12 of the report."""
    described = TypeAdapter(ChangeReport).json_schema(mode="serialization")
    return {"$schema": DIALECT, **described}


def _change(change: Change, report: Report, line: Accepted | None = None) -> ReportedChange:
    return ReportedChange(
        name=change.name,
        level=change.level,
        says=change.explain(),
        thing=_thing(change.key, report),
        path=change.path,
        before=change.before,
        after=change.after,
        base=_place(change.base),
        head=_place(change.head),
        affects=tuple(_thing(key, report) for key in change.impact),
        fingerprint=change.fingerprint,
        accepted=line.reason if line else "",
        accepted_until=line.until.text if line and line.until else "",
    )


def _thing(key: Key, report: Report) -> ReportedThing:
    return ReportedThing(kind=key.kind, id=key.id, title=report.title(key))


def _place(place: Place | None) -> ReportedPlace | None:
    return ReportedPlace(file=place.file, **place.span._asdict()) if place else None
