"""Old addresses that lead on: where a thing lived before it was given another id."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.gap import current_of
from mkdocs_journeys.catalog.known import inner_key
from mkdocs_journeys.load.ids import RESERVED
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.pages.address import FOLDERS, address


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """An old folder of the site, without slashes at its ends, and what stands there now."""

    old: str
    to: Key


def redirects(catalog: Catalog) -> tuple[Redirect, ...]:
    """Give every old address with what it leads to, sorted by folder, each folder once.

    Made from ``formerly`` on every kind, on stages and on lifecycle stages; an old id of a journey
    moves the pages of its stages and its comparison too. What has no page of its own (steps, pain
    points, terms) has its old anchor on the page where it stands. A folder that is a page today
    never leads elsewhere.
    """
    taken = {address(key).folder for key in catalog.known if _has_page(key)}
    taken.update(f"compare/{one.id}" for one in catalog.all(Journey) if current_of(catalog, one))
    found: dict[str, Key] = {}
    for old, now in catalog.former.items():
        for folder, to in _moved(catalog, old, now):
            if folder not in taken and not RESERVED & set(folder.split("/")[1:]):
                found.setdefault(folder, to)
    return tuple(Redirect(old=folder, to=found[folder]) for folder in sorted(found))


def _has_page(key: Key) -> bool:
    return key.kind in ("stage", "lifecycle") or (key.kind in FOLDERS and key.kind != "term")


def _moved(catalog: Catalog, old: Key, now: Key) -> Iterator[tuple[str, Key]]:
    if not _has_page(old):
        return
    yield address(old).folder, now
    journey = catalog.entry(Journey, now.id) if now.kind == "journey" else None
    if journey is None:
        return
    # Present ids first: an old id that something else bears today leads to what bears it.
    ids = [(stage.id, stage) for stage in journey.stages]
    ids += [(former, stage) for stage in journey.stages for former in stage.formerly]
    for id_, stage in ids:
        yield f"{address(old).folder}/{id_}", inner_key("stage", journey, stage.id)
    if current_of(catalog, journey):
        yield address(Key("compare", old.id)).folder, Key("compare", journey.id)
