"""All journeys crossed with personas and with the lifecycle: who travels what, and when."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from statistics import fmean

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.catalog.travels import line_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.entries import lifecycle_stages
from mkdocs_journeys.pages.link import Link, links_to


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonaCell:
    """Where a journey meets a persona: whether she travels it, and how it feels to her.

    ``mean`` is that of her scores from -2 to 2, None where she has none.
    """

    travels: bool
    mean: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixRow:
    """One journey: a cell for each persona, and for each lifecycle stage its stages there."""

    journey: Link
    state: str
    personas: tuple[PersonaCell, ...]
    lifecycle: tuple[tuple[Link, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MatrixFacts:
    """All journeys in rows. A side is empty where nothing stands on it."""

    personas: tuple[Link, ...]
    lifecycle: tuple[Link, ...]
    rows: tuple[MatrixRow, ...]


def matrix_of(catalog: Catalog, journeys: Iterable[Journey]) -> MatrixFacts:
    """Cross these journeys with all who travel them and with the lifecycle of handbook.yml."""
    rows = tuple(journeys)
    personas = catalog.in_order({key for one in rows for key in travellers(catalog, one)})
    stages = tuple(Key("lifecycle", one.id) for one in lifecycle_stages(catalog))
    touched = [tuple(_stages(catalog, one, stage) for stage in stages) for one in rows]
    return MatrixFacts(
        personas=links_to(catalog, personas),
        lifecycle=links_to(catalog, stages) if any(any(cells) for cells in touched) else (),
        rows=tuple(
            MatrixRow(
                journey=Link(text=one.title, to=one.key),
                state=one.state,
                personas=tuple(_cell(catalog, one, persona) for persona in personas),
                lifecycle=cells,
            )
            for one, cells in zip(rows, touched, strict=True)
        ),
    )


def _cell(catalog: Catalog, journey: Journey, persona: Key) -> PersonaCell:
    if persona not in travellers(catalog, journey):
        return PersonaCell(travels=False)
    scores = [score for score in line_of(catalog, journey, persona) if score is not None]
    return PersonaCell(travels=True, mean=round(fmean(scores), 1) if scores else None)


def _stages(catalog: Catalog, journey: Journey, lifecycle: Key) -> tuple[Link, ...]:
    return tuple(
        Link(text=stage.title, to=inner_key("stage", journey, stage.id))
        for stage in journey.stages
        if lifecycle in {catalog.meant(ref) for ref in stage.lifecycle}
    )
