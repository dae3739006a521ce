"""The rows of a map, top to bottom: what is known as a lane, and which of them have something."""

from __future__ import annotations

from dataclasses import replace

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import later
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.pages.map_facts import Lane, StageColumn
from mkdocs_journeys.pages.map_rows import own_lane

LANES: tuple[Lane, ...] = (
    Lane(name="steps", title=later("Steps"), form="steps", group="experience", icon="walk"),
    Lane(
        name="emotion",
        title=later("Emotion"),
        form="emotion",
        group="experience",
        icon="heart-pulse",
    ),
    Lane(
        name="moments-of-truth",
        title=later("Moments of truth"),
        form="moments",
        group="experience",
        icon="star-four-points",
    ),
    Lane(
        name="thoughts",
        title=later("Thoughts"),
        form="thoughts",
        group="experience",
        icon="thought-bubble-outline",
    ),
    Lane(
        name="needs",
        title=later("Needs"),
        form="tags",
        group="experience",
        icon="hand-heart-outline",
    ),
    Lane(
        name="questions",
        title=later("Questions"),
        form="texts",
        group="experience",
        icon="help-circle-outline",
    ),
    Lane(
        name="considerations",
        title=later("Considerations"),
        form="texts",
        group="experience",
        icon="scale-balance",
    ),
    Lane(
        name="highlights",
        title=later("Highlights"),
        form="texts",
        group="experience",
        icon="emoticon-happy-outline",
    ),
    Lane(
        name="pain-points",
        title=later("Pain points"),
        form="pain-points",
        group="insight",
        icon="alert-outline",
    ),
    Lane(
        name="opportunities",
        title=later("Opportunities"),
        form="opportunities",
        group="insight",
        icon="lightbulb-on-outline",
    ),
    Lane(
        name="metrics", title=later("Metrics"), form="metrics", group="insight", icon="chart-line"
    ),
    Lane(
        name="physical-evidence",
        title=later("Physical evidence"),
        form="tags",
        group="blueprint",
        icon="file-document-outline",
    ),
    Lane(
        name="frontstage",
        title=later("Frontstage"),
        form="tags",
        group="blueprint",
        icon="eye-outline",
        line="interaction",
    ),
    Lane(
        name="backstage",
        title=later("Backstage"),
        form="tags",
        group="blueprint",
        icon="eye-off-outline",
        line="visibility",
    ),
    Lane(
        name="support",
        title=later("Support"),
        form="tags",
        group="blueprint",
        icon="cog-outline",
        line="internal interaction",
    ),
    Lane(
        name="fail-points",
        title=later("Fail points"),
        form="texts",
        group="blueprint",
        icon="alert-octagon",
    ),
)
"""Experience, insight, service blueprint: the eye falls from the face to why, what hurts, what
is done about it, and who makes it happen (design specification, *The map*)."""


def lanes_of(
    catalog: Catalog, journey: Journey, columns: tuple[StageColumn, ...]
) -> tuple[Lane, ...]:
    """Give the lanes in which at least one stage has something.

    handbook.yml's ``lanes`` come first and in its order, then the others as listed above, then
    the team's own rows in the order in which they were declared or first written; handbook.yml's
    ``icons`` and the icons of rows stand in for ours. Steps are always there: a map of bare stages
    is still a map.
    """
    known = {lane.name: lane for lane in LANES}
    own = [row.title for row in catalog.settings.rows]
    own += [
        lane.removeprefix("row:")
        for column in columns
        for lane, _ in (*column.entries, *column.curves)
        if lane.startswith("row:")
    ]
    for title in own:
        known[f"row:{title}"] = own_lane(catalog, title)
    icons = {row.title: row.icon for row in catalog.settings.rows if row.icon}
    for name, icon in (icons | catalog.settings.icons).items():
        if lane := _asked(name, known):
            known[lane] = replace(known[lane], icon=icon)
    asked = [_asked(name, known) for name in catalog.settings.lanes]
    order = dict.fromkeys([*(name for name in asked if name), *known])
    return tuple(
        known[name]
        for name in order
        if name == "steps" or any(_has(column, known[name]) for column in columns)
    )


def _asked(name: str, known: dict[str, Lane]) -> str | None:
    """Find a lane as handbook.yml names it: by its name, or by the title of a row."""
    return name if name in known else f"row:{name}" if f"row:{name}" in known else None


def _has(column: StageColumn, lane: Lane) -> bool:
    if lane.form == "emotion":
        return any(point.score is not None or point.word for point in column.points)
    if lane.form == "thoughts":
        return bool(column.thoughts or column.quotes)
    if lane.form == "curve":
        return bool(column.curve(lane.name))
    if lane.form in ("tags", "texts"):
        return bool(column.of(lane.name))
    return bool(getattr(column, lane.form.replace("-", "_")))
