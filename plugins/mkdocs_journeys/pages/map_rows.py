"""What stands in the cells of a team's own rows, as handbook.yml declares them."""

from __future__ import annotations

from collections.abc import Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.handbook import Row
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.numbers import read_number
from mkdocs_journeys.model.step import Stage
from mkdocs_journeys.pages.link import Link
from mkdocs_journeys.pages.map_facts import Lane, LaneForm, RowPoint
from mkdocs_journeys.pages.own_row import as_number, declared, in_row

FORMS: dict[str, LaneForm] = {"curve": "curve", "choice": "tags", "mentions": "tags"}
"""How the lane of a row looks, by the type of the row; any other is lines of text."""


def own_lane(catalog: Catalog, title: str) -> Lane:
    """Give the lane of a row; one that handbook.yml does not declare takes any text."""
    row = declared(catalog, title)
    return Lane(
        name=f"row:{title}",
        title=title,
        form=FORMS.get(row.type, "texts") if row else "texts",
        group="own",
        icon="playlist-edit",
    )


def texts_of_rows(catalog: Catalog, stage: Stage) -> Iterator[tuple[str, tuple[Link, ...]]]:
    """Give the cells of the rows that are words, chips or numbers, by the name of the lane."""
    parts = (stage, *stage.steps)
    for title in dict.fromkeys(title for part in parts for title in part.rows):
        row = declared(catalog, title)
        if row and row.type == "curve":
            continue
        texts = (text for part in parts for text in part.rows.get(title, ()))
        yield f"row:{title}", in_row(catalog, title, texts)


def curves_of_rows(
    catalog: Catalog, journey: Journey, stage: Stage, numbers: dict[str, str]
) -> Iterator[tuple[str, tuple[RowPoint, ...]]]:
    """Give the cells of the rows that are curves: a point a step, or one for the stage itself.

    Empty cells are left out. A row without limits runs from its least value in this journey to its
    greatest one.
    """
    for row in catalog.settings.rows:
        if row.type != "curve":
            continue
        written = [one for part in stage.steps for one in part.rows.get(row.title, ())]
        parts = stage.steps if written else (stage,)
        least, most = _limits(journey, row)
        points = tuple(
            RowPoint(
                x=(position + 0.5) / len(parts) * 100,
                at=_("Step %(number)s") % {"number": numbers[part.id]}
                if part is not stage
                else stage.title,
                share=_share(text, least, most),
                text=as_number(text, row.unit or ""),
            )
            for position, part in enumerate(parts)
            for text in part.rows.get(row.title, ("",))[:1]
        )
        if any(point.text for point in points):
            yield f"row:{row.title}", points


def _limits(journey: Journey, row: Row) -> tuple[float, float]:
    found = [
        value
        for stage in journey.stages
        for part in (stage, *stage.steps)
        for text in part.rows.get(row.title, ())
        if (value := _value(text)) is not None
    ]
    least = row.least.value if row.least else min(found, default=0.0)
    most = row.most.value if row.most else max(found, default=0.0)
    return least, most


def _share(text: str, least: float, most: float) -> float | None:
    value = _value(text)
    if value is None:
        return None
    return min(1.0, max(0.0, (value - least) / (most - least))) if most > least else 0.5


def _value(text: str) -> float | None:
    try:
        return read_number(text)
    except ValueError:
        return None
