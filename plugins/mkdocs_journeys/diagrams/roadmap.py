"""What is done when and by whom, and what waits for what, before anybody has drawn it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.effects import is_overdue
from mkdocs_journeys.catalog.progress import Progress, progress_of
from mkdocs_journeys.model.improvement import Initiative
from mkdocs_journeys.model.key import Key

Horizon = Literal["now", "next", "later", "open", "done"]
"""``now`` is under way; ``next`` begins within six months; ``open`` has no date yet."""

NEXT_DAYS = 183
MONTHS_BACK, MONTHS_AHEAD = 12, 60
"""How far the picture reaches at most; what begins or ends beyond is cut at its edge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """One initiative. ``end`` is the day it was done, else the one it is due.

    With one of the two days missing it is a point in time, not a span.
    """

    key: Key
    title: str
    code: str
    status: str
    progress: Progress
    horizon: Horizon
    start: date | None
    end: date | None
    is_overdue: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Lane:
    """What one owner has to do, first begun first. ``title`` is empty where nobody owns it."""

    title: str
    to: Key | None
    works: tuple[Work, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wait:
    """One initiative that waits for another.

    ``days_between`` lie between the end of ``first`` and the start of ``then``: less than 1 where
    it begins before the other has ended, None where one of the days is not known.
    """

    first: Work
    then: Work
    days_between: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Roadmap:
    """All initiatives that are not dropped.

    ``lanes`` hold those with a day between ``first`` and ``last`` (whole months), by owner, the
    owner first who begins first; ``works`` holds all of them, in the order of lanes, then those
    that are not in the picture.
    """

    today: date
    first: date
    last: date
    lanes: tuple[Lane, ...]
    works: tuple[Work, ...]
    waits: tuple[Wait, ...]


def roadmap_of(catalog: Catalog) -> Roadmap:
    """Give the roadmap of a handbook as of today; without lanes where nothing has a date."""
    found = [one for one in catalog.all(Initiative) if one.status != "dropped"]
    works = {one.key: _work(catalog, one) for one in found}
    first, last = _window(catalog.today, works.values())
    lanes = tuple(_lanes(catalog, found, works, first, last))
    drawn = [work for lane in lanes for work in lane.works]
    return Roadmap(
        today=catalog.today,
        first=first,
        last=last,
        lanes=lanes,
        works=(*drawn, *(work for work in works.values() if work not in drawn)),
        waits=tuple(_waits(catalog, found, works)),
    )


def month_after(day: date, months: int) -> date:
    """Give the first day of the month so many months after that of a day, within the calendar."""
    count = min(max(day.year * 12 + day.month - 1 + months, 12), date.max.year * 12 + 11)
    return date(count // 12, count % 12 + 1, 1)


def _work(catalog: Catalog, initiative: Initiative) -> Work:
    ended = initiative.done or initiative.due
    start = initiative.start.first if initiative.start else None
    end = ended.last if ended else None
    return Work(
        key=initiative.key,
        title=initiative.called,
        code=initiative.code or "",
        status=initiative.status,
        progress=progress_of(initiative),
        horizon=_horizon(catalog.today, initiative),
        # A day of the end before that of the start is a slip; the picture shows the later one.
        start=min(start, end) if start and end else start,
        end=end,
        is_overdue=is_overdue(catalog, initiative),
    )


def _horizon(today: date, initiative: Initiative) -> Horizon:
    progress = progress_of(initiative)
    if progress in ("done", "delivery"):
        return "done" if progress == "done" else "now"
    begins = initiative.start or initiative.due
    if begins is None:
        return "open"
    if begins.first <= today:
        return "now"
    return "next" if begins.first <= today + timedelta(days=NEXT_DAYS) else "later"


def _window(today: date, works: Iterable[Work]) -> tuple[date, date]:
    """Give the first and the last day of the months to show: of all that is open, and today."""
    days = [
        day for one in works if one.horizon != "done" for day in (one.start, one.end) if day
    ] + [today]
    first = max(month_after(min(days), 0), month_after(today, -MONTHS_BACK))
    last = min(month_after(max(days), 1), month_after(today, MONTHS_AHEAD))
    return first, last - timedelta(days=1)


def _lanes(
    catalog: Catalog,
    found: list[Initiative],
    works: dict[Key, Work],
    first: date,
    last: date,
) -> Iterator[Lane]:
    by_owner: dict[str, list[Initiative]] = {}
    for one in found:
        if _is_between(works[one.key], first, last):
            by_owner.setdefault(catalog.identity(one.owner), []).append(one)
    lanes = []
    for group in by_owner.values():
        owner = group[0].owner
        to = catalog.meant(owner)
        mine = sorted((works[one.key] for one in group), key=_begins)
        title = catalog.title(to) if to else owner.text if owner else ""
        lanes.append(Lane(title=title, to=to, works=tuple(mine)))
    yield from sorted(lanes, key=lambda lane: _begins(lane.works[0]))


def _is_between(work: Work, first: date, last: date) -> bool:
    begins, ends = work.start or work.end, work.end or work.start
    return bool(begins and ends and begins <= last and ends >= first)


def _begins(work: Work) -> tuple[date, date]:
    days = [day for day in (work.start, work.end) if day] or [date.max]
    return min(days), max(days)


def _waits(catalog: Catalog, found: list[Initiative], works: dict[Key, Work]) -> Iterator[Wait]:
    for one in found:
        for key in dict.fromkeys(catalog.meant(ref) for ref in one.depends_on):
            if key is None or key not in works or key == one.key:
                continue
            first, then = works[key], works[one.key]
            days = (then.start - first.end).days if first.end and then.start else None
            yield Wait(first=first, then=then, days_between=days)
