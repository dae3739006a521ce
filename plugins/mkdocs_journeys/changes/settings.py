"""The settings of the company, in handbook.yml."""

from __future__ import annotations

from collections.abc import Hashable, Iterable
from typing import Any

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import short
from mkdocs_journeys.changes.meaning import meaning
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.changes.shown import in_full, shown
from mkdocs_journeys.model.handbook import Handbook
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.problems import START, Place

THE_HANDBOOK = Key("handbook", "handbook")


class SettingChanged(ChangeKind):
    """Says that a setting of the handbook is another: its scales, its lifecycle, its budgets.

    Lists in the settings have an order: that of the lanes, of the lifecycle, of a scale.

    ## Why it matters
    It changes what every page shows, or what is found in every map.

    ## Level
    Minor. Mentions of a part of the lifecycle that is gone are told as broken links.
    """

    name = "setting-changed"
    level = "minor"
    mirror = "setting-changed"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at every setting."""
        before, after = comparison.base.settings, comparison.head.settings
        for shape in shapes_of(Handbook) if before != after else ():
            one, other = getattr(before, shape.attribute), getattr(after, shape.attribute)
            names = comparison.names
            if _in_order(one, names, names.base) == _in_order(other, names, names.head):
                continue
            was, now = shown(one, names.base), shown(other, names.head)
            if was == now:
                was, now = _in_full(one, names.base), _in_full(other, names.head)
            yield Change(
                name=self.name,
                level=self.level,
                key=THE_HANDBOOK,
                home=THE_HANDBOOK,
                path=("handbook", shape.attribute),
                where=(after.title or before.title or "Handbook",),
                what=f"The setting `{shape.key}` changed{_from_to(was, now)}",
                before=was,
                after=now,
                base=_place(comparison.base, shape),
                head=_place(comparison.head, shape),
            )


def _in_order(value: Any, names: Names, catalog: Catalog) -> Hashable:
    if isinstance(value, tuple):
        return tuple(meaning(one, names, catalog) for one in value)
    return meaning(value, names, catalog)


def _in_full(value: Any, catalog: Catalog) -> str:
    if isinstance(value, tuple):
        return ", ".join(in_full(one, catalog) for one in value)
    return in_full(value, catalog)


def _from_to(was: str, now: str) -> str:
    return f", {short(was) or 'none'} → {short(now) or 'none'}" if was != now else ""


def _place(catalog: Catalog, shape: Shape) -> Place:
    settings = catalog.settings
    if settings.spot.file:
        return settings.spot.of(shape.attribute, "title")
    return Place(f"{catalog.loaded.folder}/{Handbook.file}", START)
