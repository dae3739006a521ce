"""What stands where in the emotion lane of a map: lines, faces and words, none on another.

Each column is laid out for itself, because on a phone each stands alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import combinations, groupby, pairwise

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.pages.map_facts import CurvePoint, MapFacts, RowPoint, StageColumn
from mkdocs_journeys.render.box import Box
from mkdocs_journeys.render.curve import Mark, Piece, curve_slices, height_of
from mkdocs_journeys.render.feeling import feeling
from mkdocs_journeys.render.room_for_words import Spot, Words, room_for
from mkdocs_journeys.render.words import clean

# All in rem of the page, as in map.css.
HIGH, HIGH_WITH_MANY = 10.6, 13.0
NARROW, WIDE = 9.8, 13.2
HEADS, HEADS_WITH_MANY = 7.2, 8.8
WHOLE = 66.5
PRINTED = 98.0
"""How wide all columns of a map on A3 are together, at the least."""
FACE, DOT = 0.66, 0.3
"""Half of a face, and half of the dot that stands for it where there is no room for faces."""
BESIDE, BESIDE_A_STAR = 1.4, 1.8
"""How far apart two faces stand that would lie on each other, without and with a ring and star."""
MOST_WORDS = 16
"""In one column words are looked for room for this many feelings, the strongest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A feeling with its place: ``point.x`` is where it is drawn.

    ``lines`` are the travellers whose feeling it is, counted from 0, and empty for somebody without
    a line. ``says`` is all of it in words, for those who listen; ``text`` is what is read at the
    point, ``words`` where, or None where there is no room. ``is_first``: the person's line begins
    here, and the text names them.
    """

    point: CurvePoint
    lines: tuple[int, ...]
    text: str
    says: str
    is_first: bool
    words: Words | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class EmotionColumn:
    """One stage: feelings in the order of its steps. ``is_crowded``: dots instead of faces."""

    points: tuple[Placed, ...]
    is_crowded: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class EmotionLane:
    """The whole lane: ``curves`` of each traveller, cut into stages, and what stands on them."""

    curves: tuple[tuple[tuple[Piece, ...], ...], ...]
    columns: tuple[EmotionColumn, ...]


def whole_percent(share: float) -> int:
    """A share from 0 to 100 as the whole number that has a position class, ``jm-x-…``."""
    return min(100, max(0, round(share)))


def curves_of(facts: MapFacts) -> tuple[tuple[tuple[Piece, ...], ...], ...]:
    """The curve of each traveller of a map, cut into its stages; empty when nobody has one."""
    return tuple(
        curve_slices(
            len(facts.stages),
            (
                Mark(column, whole_percent(point.x), point.score, point.is_assumption)
                for column, stage in enumerate(facts.stages)
                for point in stage.points
                if point.line == line
            ),
        )
        for line in range(max(len(facts.travellers), 1))
    )


def is_wide(facts: MapFacts) -> bool:
    """Whether some stage has so many feelings that all columns are made wider."""
    return any(
        len({point.x for point in stage.points if point.score is not None}) * BESIDE > NARROW
        for stage in facts.stages
    )


def has_room(facts: MapFacts) -> bool:
    """Whether all columns fit on the widest page, so that the map needs no scroller of its own."""
    heads = HEADS_WITH_MANY if len(facts.travellers) > 1 else HEADS
    return heads + len(facts.stages) * (WIDE if is_wide(facts) else NARROW) <= WHOLE


def emotion_lane(facts: MapFacts, labels: tuple[str, ...]) -> EmotionLane:
    """Place all feelings of a map; ``labels`` are the five words of the scale, from -2 to 2."""
    # One or two stages are never narrower than the screen of a small phone.
    across = WIDE if is_wide(facts) or len(facts.stages) <= 2 else NARROW
    across = min(across, PRINTED / max(len(facts.stages), 1))
    room = Box(0, 0, across, HIGH_WITH_MANY if len(facts.travellers) > 1 else HIGH)
    moved = tuple(
        replace(stage, points=tuple(_beside(stage.points, room))) for stage in facts.stages
    )
    knots = tuple(
        replace(after, points=tuple(_knots(before, after)))
        for before, after in zip(facts.stages, moved, strict=True)
    )
    begun: set[int] = set()
    return EmotionLane(
        curves=curves_of(replace(facts, stages=knots)),
        columns=tuple(
            _column(tuple(_told(facts, stage.points, labels, begun)), room) for stage in moved
        ),
    )


def _beside(points: Sequence[CurvePoint], room: Box) -> Iterator[CurvePoint]:
    """Move feelings of one step apart where their faces would lie on each other.

    Equal ones are one face for all who share it and stay together.
    """
    slots = len({point.x for point in points}) or 1
    for x, group in groupby(points, key=lambda point: point.x):
        together = list(group)
        scored = [(point.score, _anybodys(point)) for point in together if point.score is not None]
        faces = sorted(dict.fromkeys(scored), key=lambda pair: pair[0])
        is_tight = any(
            (height_of(low) - height_of(high)) / 100 * room.bottom < 2 * FACE
            for (low, _point), (high, _other) in pairwise(faces)
        )
        apart = _apart([face for _score, face in faces], room.right / slots) / room.right * 100
        place = {face: at - (len(faces) - 1) / 2 for at, (_score, face) in enumerate(faces)}
        for point in together:
            shift = place.get(_anybodys(point), 0.0) * apart if is_tight else 0.0
            yield replace(point, x=float(whole_percent(x + shift)))


def _apart(faces: Sequence[CurvePoint], slot: float) -> float:
    """Give how far apart faces of one step stand: the room of the step is theirs, or a bit more."""
    wanted = BESIDE_A_STAR if any(face.is_moment for face in faces) else BESIDE
    share = slot / max(len(faces), 1)
    return wanted if wanted <= share * 1.15 else min(BESIDE, share)


def _anybodys(point: CurvePoint) -> CurvePoint:
    return replace(point, line=None)


def _knots(before: StageColumn, after: StageColumn) -> Iterator[CurvePoint]:
    """Give the points that a line goes through: of two scores at one step, only the first."""
    passed: set[tuple[float, int | None]] = set()
    for was, point in zip(before.points, after.points, strict=True):
        if point.score is not None and (was.x, was.line) in passed:
            continue
        if point.score is not None:
            passed.add((was.x, was.line))
        yield point


def _told(
    facts: MapFacts, points: Sequence[CurvePoint], labels: tuple[str, ...], begun: set[int]
) -> Iterator[Placed]:
    """Give what is told, each once: a feeling that several share is one with all their names.

    Where a line begins its person is named; ``begun`` are those whose line has begun.
    """
    told: dict[CurvePoint, tuple[int, ...]] = {}
    for point in points:
        if point.score is not None or point.word:
            mine = () if point.line is None else (point.line,)
            told[_anybodys(point)] = (*told.get(_anybodys(point), ()), *mine)
    for point, lines in told.items():
        is_everybody = not point.who and len(lines) >= len(facts.travellers)
        names = [facts.travellers[line] for line in lines if line < len(facts.travellers)]
        who = point.who or ("" if is_everybody else ", ".join(names))
        is_first = bool(who) and not point.who and not begun.issuperset(lines)
        word = clean(point.word) or feeling(point.score or 0.0, labels).label
        named = _("%(who)s: %(feeling)s") % {"who": clean(who), "feeling": word}
        if point.score is not None:
            begun.update(lines)
        yield Placed(
            point=point,
            lines=lines,
            says=_says(point, who, labels),
            text=named if point.who or is_first else word,
            is_first=is_first,
        )


def _says(point: CurvePoint, who: str, labels: tuple[str, ...]) -> str:
    """Say a feeling in full: *Step 10: Marek: exposed (Negative, −1)*."""
    felt = feeling(point.score or 0.0, labels)
    told = {"feeling": point.word, "label": felt.label, "number": felt.number}
    if point.score is None:
        said = _("%(feeling)s (not scored)") % told
    elif not point.word:
        said = _("%(label)s, %(number)s") % told
    else:
        said = _("%(feeling)s (%(label)s, %(number)s)") % told
    if point.is_assumption and point.score is not None:
        said = _("%(feeling)s, an assumption") % {"feeling": said}
    if point.when:
        said = _("%(feeling)s when %(when)s") % {"feeling": said, "when": point.when}
    if who:
        said = _("%(who)s: %(feeling)s") % {"who": who, "feeling": said}
    return _("%(where)s: %(feeling)s") % {"where": point.at, "feeling": said}


def own_curve(facts: MapFacts, lane: str) -> tuple[tuple[Piece, ...], ...]:
    """The curve of a team's own row, cut into stages; from its least value at -2 to its most."""
    return curve_slices(
        len(facts.stages),
        (
            Mark(column, whole_percent(point.x), None if point.share is None else _score(point))
            for column, stage in enumerate(facts.stages)
            for point in stage.curve(lane)
        ),
    )


def _score(point: RowPoint) -> float:
    return (point.share or 0.0) * 4 - 2


def _column(told: Sequence[Placed], room: Box) -> EmotionColumn:
    scored = [one for one in told if one.point.score is not None]
    faces = [_face(one.point, room, FACE) for one in scored]
    at_edge = FACE / room.right * 100 - 1
    is_crowded = any(not at_edge <= one.point.x <= 100 - at_edge for one in scored) or any(
        one.meets(other) for one, other in combinations(faces, 2)
    )
    half = DOT if is_crowded else FACE
    return EmotionColumn(points=tuple(_with_words(told, room, half)), is_crowded=is_crowded)


def _face(point: CurvePoint, room: Box, half: float) -> Box:
    """Give the room of a face; a moment of truth has a ring and a star."""
    x, y = point.x / 100 * room.right, _height(point, room)
    more = 0.15 if point.is_moment else 0.0
    return Box(x - half - more, y - half - 2 * more, x + half + 2 * more, y + half + more)


def _height(point: CurvePoint, room: Box) -> float:
    return (95 if point.score is None else height_of(point.score)) / 100 * room.bottom


def _with_words(told: Sequence[Placed], room: Box, half: float) -> Iterator[Placed]:
    """Find room for words: where a line begins, of moments of truth and strong feelings first.

    What has no room beside those of all others may have it beside its own line's alone.
    """
    faces = {
        at: _face(one.point, room, half)
        for at, one in enumerate(told)
        if one.point.score is not None
    }
    strongest = sorted(range(len(told)), key=lambda at: (*_weight(told[at]), at))[:MOST_WORDS]
    found: dict[int, tuple[Words, Box]] = {}
    for is_solo in (False, True):
        for at in strongest:
            one = told[at]
            if at in found or (is_solo and len(one.lines) != 1):
                continue
            beside = [
                other
                for other, them in enumerate(told)
                if other != at and (not is_solo or set(them.lines) & set(one.lines))
            ]
            taken = [faces[other] for other in beside if other in faces]
            taken += [found[other][1] for other in beside if other in found]
            if place := room_for(one.text, _spot(one.point, room, half), taken, room):
                found[at] = (replace(place[0], is_solo=is_solo), place[1])
    for at, one in enumerate(told):
        yield replace(one, words=found[at][0]) if at in found else one


def _weight(one: Placed) -> tuple[bool, bool, float]:
    return not one.is_first, not one.point.is_moment, -abs(one.point.score or 0.0)


def _spot(point: CurvePoint, room: Box, half: float) -> Spot:
    return Spot(
        x=point.x / 100 * room.right,
        y=_height(point, room),
        reach=-0.4 if point.score is None else half + (0.35 if point.is_moment else 0.1),
        is_up=point.score is None or point.score > 0,
        is_bare=point.score is None,
    )
