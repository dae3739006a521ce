"""From the roadmap as a meaning to numbers that a template can put into an SVG."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from mkdocs_journeys.diagrams.roadmap import Lane, Roadmap, Work
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.render.roadmap_scale import LEFT, Scale, months_of
from mkdocs_journeys.render.words import clean, width, wrap

TOP, BOTTOM = 62.0, 8.0
"""The room above the lanes, for today and the names of months, and below them."""

ROW, BAR, LANE_PAD = 40.0, 30.0, 5.0
_TEXT, _OWNER_LINE = 14.0, 17.0
_CORNER, _HEAD = 6.0, 7.0


@dataclass(frozen=True, slots=True, kw_only=True)
class BarDrawing:
    """One initiative: a bar from ``x``, or a point in time, as the ``outline`` of either.

    ``inside`` stands in the bar, ``beside`` next to it: words, where they begin, and which end of
    them that is; one of the two may be empty.
    """

    work: Work
    x: float
    y: float
    width: float
    height: float
    outline: str
    is_point: bool
    is_cut: bool
    inside: str
    inside_x: float
    beside: str
    beside_x: float
    beside_anchor: str

    @property
    def right(self) -> float:
        """Give the far edge, seen in the direction of reading."""
        return self.x + self.width


@dataclass(frozen=True, slots=True, kw_only=True)
class LaneDrawing:
    """The band of one owner; ``title`` pairs the height of each line with its words."""

    to: Key | None
    name: str
    x: float
    title: tuple[tuple[float, str], ...]
    y: float
    height: float
    bars: tuple[BarDrawing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadmapDrawing:
    """A roadmap in a box of ``width`` by ``height``; all numbers are its coordinates.

    ``months`` pair a line with the words beside it (empty where they have no room), ``ways`` are
    paths from what comes first to what waits for it, each with its arrowhead. ``now`` is the line
    of today, ``now_box`` left edge and width of the word above it.
    """

    lanes: tuple[LaneDrawing, ...]
    months: tuple[tuple[float, float, str], ...]
    ways: tuple[tuple[str, str], ...]
    now: float
    now_box: tuple[float, float]
    has_points: bool
    has_cuts: bool
    width: float
    height: float
    is_right_to_left: bool


def draw_roadmap(roadmap: Roadmap) -> RoadmapDrawing:
    """Lay out a roadmap in the language spoken; it holds at least one lane.

    Where that language runs from right to left, so does time.
    """
    scale = Scale.of(roadmap)
    lanes = tuple(_lanes(roadmap, scale))
    last = lanes[-1]
    now = scale.across(scale.x(roadmap.today))
    box = width(_("today"), 13.0, bold=True) + 22
    drawn = {bar.work.key: bar for lane in lanes for bar in lane.bars}
    pairs = ((drawn.get(wait.first.key), drawn.get(wait.then.key)) for wait in roadmap.waits)
    ways = [_way(tail, head) for tail, head in pairs if tail and head]
    return RoadmapDrawing(
        lanes=tuple(_mirrored(lane, scale) for lane in lanes) if scale.is_mirrored else lanes,
        months=tuple(months_of(roadmap, scale)),
        ways=tuple((_curve(way, scale), _arrow(way[-1], scale)) for way in ways),
        now=now,
        now_box=(round(min(max(now - box / 2, 0.0), scale.width - box), 1), round(box, 1)),
        has_points=any(bar.is_point for bar in drawn.values()),
        has_cuts=any(bar.is_cut for bar in drawn.values()),
        width=round(scale.width, 1),
        height=last.y + last.height + BOTTOM,
        is_right_to_left=scale.is_mirrored,
    )


def _lanes(roadmap: Roadmap, scale: Scale) -> Iterator[LaneDrawing]:
    top = TOP
    for lane in roadmap.lanes:
        height = ROW * len(lane.works) + 2 * LANE_PAD
        bars = tuple(
            _bar(work, top + LANE_PAD + row * ROW + (ROW - BAR) / 2, scale)
            for row, work in enumerate(lane.works)
        )
        name = clean(lane.title) or _("Nobody yet")
        yield LaneDrawing(
            to=lane.to,
            name=name,
            x=14.0,
            title=_owner(name, lane, top + height / 2),
            y=top,
            height=height,
            bars=bars,
        )
        top += height


def _owner(name: str, lane: Lane, middle: float) -> tuple[tuple[float, str], ...]:
    rooms = (LEFT - 28,) * min(2 + len(lane.works) - 1, 4)
    lines = wrap(name, rooms, _TEXT).lines
    first = middle - (len(lines) - 1) * _OWNER_LINE / 2 + 5
    return tuple((first + row * _OWNER_LINE, line.rstrip()) for row, line in enumerate(lines))


def _bar(work: Work, y: float, scale: Scale) -> BarDrawing:
    if work.start and work.end:
        left, right = scale.x(work.start), scale.x(work.end, after=1)
    else:
        middle = scale.x(work.start or work.end or scale.first)
        left, right = middle - BAR / 2, middle + BAR / 2
    x, wide = round(left + 1.5, 1), round(max(right - left - 3, 18.0), 1)
    is_point = not (work.start and work.end)
    cut = (scale.is_before(work.start), scale.is_beyond(work.end))
    code, title = clean(work.code), _title(work)
    inside, beside = "", f"{code} {title}".strip()
    for words, rest in ((beside, ""), (code, title)):
        if words and not is_point and width(words, _TEXT, bold=True) + 22 <= wide:
            inside, beside = words, rest
            break
    shown, at, anchor = _beside(beside, x, x + wide, scale)
    return BarDrawing(
        work=work,
        x=x,
        y=y,
        width=wide,
        height=BAR,
        outline=_outline(x, y, wide, is_point, cut, scale),
        is_point=is_point,
        is_cut=any(cut),
        inside=inside,
        inside_x=round(x + 11, 1),
        beside=shown,
        beside_x=at,
        beside_anchor=anchor,
    )


def _outline(
    x: float, y: float, wide: float, is_point: bool, cut: tuple[bool, bool], scale: Scale
) -> str:
    """Give a diamond, or a bar with round corners; an end that is cut off is pointed."""
    right, low, half = x + wide, y + BAR, y + BAR / 2
    at = scale.across
    if is_point:
        middle = at(x + wide / 2)
        return f"M{middle:g} {y + 3:g}l12 12-12 12-12-12z"
    begins = (
        f"M{at(x + 9):g} {low:g}L{at(x):g} {half:g}L{at(x + 9):g} {y:g}"
        if cut[0]
        else f"M{at(x + 8):g} {low:g}Q{at(x):g} {low:g} {at(x):g} {low - 8:g}"
        f"V{y + 8:g}Q{at(x):g} {y:g} {at(x + 8):g} {y:g}"
    )
    ends = (
        f"H{at(right - 9):g}L{at(right):g} {half:g}L{at(right - 9):g} {low:g}z"
        if cut[1]
        else f"H{at(right - 8):g}Q{at(right):g} {y:g} {at(right):g} {y + 8:g}"
        f"V{low - 8:g}Q{at(right):g} {low:g} {at(right - 8):g} {low:g}z"
    )
    return begins + ends


def _title(work: Work) -> str:
    """Give the words for a bar: what is late or done says so, whatever its colour."""
    title = clean(work.title)
    if work.is_overdue:
        return _("%(title)s (overdue)") % {"title": title}
    return f"✓ {title}" if work.progress == "done" else title


def _beside(words: str, left: float, right: float, scale: Scale) -> tuple[str, float, str]:
    """Put words behind a bar, or before it where there is more room for them."""
    behind, before = scale.width - right - 16, left - LEFT - 12
    is_behind = width(words, _TEXT) <= behind or behind >= before
    lines = wrap(words, (behind if is_behind else before,), _TEXT).lines
    shown = lines[0].rstrip() if lines else ""
    return (
        (shown, round(right + 8, 1), "start") if is_behind else (shown, round(left - 8, 1), "end")
    )


def _way(tail: BarDrawing, head: BarDrawing) -> tuple[tuple[float, float], ...]:
    """Lead from the end of one bar to the start of another, with right angles only."""
    down = head.y > tail.y
    edge = tail.y + tail.height if down else tail.y
    middle = head.y + head.height / 2
    out = max(min(tail.right - 18, head.x - 14), tail.x + 8)
    if out <= head.x - _HEAD - _CORNER:
        return (out, edge), (out, middle), (head.x - 1, middle)
    # What waits begins before the other one ends: around, between the two rows.
    between = edge + (ROW - BAR) / 2 * (1 if down else -1)
    before = max(head.x - 14, LEFT - 12)
    return (out, edge), (out, between), (before, between), (before, middle), (head.x - 1, middle)


def _curve(way: tuple[tuple[float, float], ...], scale: Scale) -> str:
    """Give a way as a path with rounded corners."""
    path = [f"M{scale.across(way[0][0]):g} {way[0][1]:g}"]
    for before, (at, after) in zip(way, pairwise(way[1:]), strict=False):
        start, end = _towards(at, before), _towards(at, after)
        path.append(
            f"L{scale.across(start[0]):g} {start[1]:g}"
            f"Q{scale.across(at[0]):g} {at[1]:g} {scale.across(end[0]):g} {end[1]:g}"
        )
    path.append(f"L{scale.across(way[-1][0] - _HEAD):g} {way[-1][1]:g}")
    return "".join(path)


def _towards(at: tuple[float, float], other: tuple[float, float]) -> tuple[float, float]:
    """Give the point a corner's length from one point on the way to another."""
    across, down = other[0] - at[0], other[1] - at[1]
    length = max(abs(across), abs(down)) or 1.0
    share = min(_CORNER / length, 0.5)
    return round(at[0] + across * share, 1), round(at[1] + down * share, 1)


def _arrow(tip: tuple[float, float], scale: Scale) -> str:
    back = scale.across(tip[0] - _HEAD - 1)
    return f"M{scale.across(tip[0]):g} {tip[1]:g}L{back:g} {tip[1] - 4:g}V{tip[1] + 4:g}z"


def _mirrored(lane: LaneDrawing, scale: Scale) -> LaneDrawing:
    # Anchors stay: in a drawing that runs from right to left, "start" is the right end of a text.
    bars = (
        replace(
            bar,
            x=scale.across(bar.right),
            inside_x=scale.across(bar.inside_x),
            beside_x=scale.across(bar.beside_x),
        )
        for bar in lane.bars
    )
    return replace(lane, x=scale.across(lane.x), bars=tuple(bars))
