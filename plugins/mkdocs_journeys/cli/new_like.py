"""What a new file takes over from another: its structure, and nothing that it claims."""

from __future__ import annotations

from dataclasses import replace

import click

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mentions import Directory
from mkdocs_journeys.catalog.nouns import NOUNS
from mkdocs_journeys.exporters.blank_form import Form, Part
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.shapes import shapes_of
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.nearest import did_you_mean

TAKEN_OVER = ("lifecycle", "channels", "touchpoints")
"""What a part of a map takes over beside its id and title: where it happens, not how it was."""


def like(form: Form, id_: str, catalog: Catalog) -> Form:
    """Open the fields that another thing of the kind fills, and take over its stages and steps."""
    model = _entry(form.kind, id_, catalog)
    written = frozenset(
        shape.attribute
        for shape in shapes_of(form.kind)
        if shape.attribute in model.model_fields_set
    )
    stages = outline(model) if isinstance(model, Journey) else ()
    return replace(form, open=written, stages=stages or form.stages)


def future_of(form: Form, id_: str, catalog: Catalog) -> Form:
    """Draw a map as it shall be: the steps of the current one, each to be kept or changed."""
    current = _entry(Journey, id_, catalog)
    assert isinstance(current, Journey), "a journey was asked for"
    if current.state == "future":
        raise click.UsageError(f"“{current.called}” is a future map itself: name a current one.")
    said = {
        "state": ("future",),
        "future_of": (current.id,),
        "personas": tuple(ref.text for ref in current.personas),
    }
    return replace(
        form,
        title=f"{current.called}, as it shall be",
        said={**form.said, **{key: values for key, values in said.items() if values}},
        stages=outline(current) or form.stages,
    )


def outline(journey: Journey) -> tuple[Part, ...]:
    """Give the stages and steps of a journey, by ids, titles and where they happen."""
    return tuple(
        _part(stage, tuple(_part(step) for step in stage.steps)) for stage in journey.stages
    )


def _part(part: Experience, steps: tuple[Part, ...] = ()) -> Part:
    # An id that only says a position was not written, and would be wrong after the first move.
    id_ = part.id if part.spot.has("id") else ""
    said = []
    for shape in shapes_of(type(part)):
        if shape.attribute in TAKEN_OVER and (refs := getattr(part, shape.attribute)):
            key = shape.words.one if len(refs) == 1 and shape.words.one else shape.key
            said.append((key, tuple(ref.text for ref in refs)))
    return Part(id=id_, title=part.title, said=tuple(said), steps=steps)


def _entry(kind: type[Entry], id_: str, catalog: Catalog) -> Entry:
    found = Directory(catalog.known, catalog.former).find(id_, kind.key_kind, None)
    entry = catalog.entry(kind, found.id) if found else None
    if entry:
        return entry
    noun = NOUNS[kind.key_kind]
    if found:
        raise click.UsageError(
            f"The {noun} `{id_}` cannot be read: {catalog.known[Key(*found)].place}. "
            "`journeys check` says why."
        )
    hint = did_you_mean(id_, (one.id for one in catalog.known if one.kind == kind.key_kind))
    raise click.UsageError(f"No {noun} is called `{id_}`. {hint}".rstrip())
