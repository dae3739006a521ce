"""The feelings at a step or stage on both sides, each with the one that it was or became."""

from __future__ import annotations

from collections.abc import Hashable, Iterator
from dataclasses import dataclass, field

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.changes.meaning import words_of
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.changes.sides import Pair, Side
from mkdocs_journeys.model.emotion import Emotion
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import Experience


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class FeltPair:
    """One feeling on both sides; None on the side where nobody wrote it.

    ``who`` are the names of those who feel so, none where the map does not say. ``fields`` lead
    to it from its step or stage.
    """

    part: Pair[Experience]
    base: Emotion | None
    head: Emotion | None
    who: tuple[str, ...]
    fields: tuple[str, ...]

    @property
    def is_scored_anew(self) -> bool:
        """Tell whether both sides have a score, and not the same one."""
        before, after = (one.score if one else None for one in (self.base, self.head))
        return before is not None and after is not None and before.value != after.value


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Felt:
    """A feeling on one side: whose it is (``everybody`` where nobody is named) and in which case.

    ``people`` are all those, by the word that both sides have for them, with their names.
    """

    emotion: Emotion
    everybody: bool
    people: dict[str, str] = field(default_factory=dict)

    @property
    def when(self) -> str:
        return words_of(self.emotion.when or "").casefold()

    @property
    def key(self) -> Hashable:
        return (None if self.everybody else tuple(self.people)), self.when


def felt_pairs(part: Pair[Experience], names: Names) -> tuple[FeltPair, ...]:
    """Match the feelings at a part: by whose they are and in which case, then by whose alone.

    A feeling of nobody in particular is that of all who travel the map, so that naming the only
    one of them changes nothing.
    """
    if part.base.thing.emotion == part.head.thing.emotion:
        return ()
    left, free = _felt(part.base, names), _felt(part.head, names)
    return tuple(
        FeltPair(
            part=part,
            base=before.emotion if before else None,
            head=after.emotion if after else None,
            who=tuple(_called(one, after, before) for one in who),
            fields=_fields(before, after, who),
        )
        for before, after, who in _matched(left, free)
    )


def _called(person: str, *sides: _Felt | None) -> str:
    """Give what a person is called: who travels a map may not be the same on both sides."""
    return next(side.people[person] for side in sides if side and person in side.people)


_Match = tuple[_Felt | None, _Felt | None, tuple[str, ...]]


def _matched(left: list[_Felt], free: list[_Felt]) -> Iterator[_Match]:
    yield from _exactly(left, free)
    yield from _person_by_person(left, free)
    yield from _in_another_case(left, free)
    for one in left:
        yield one, None, tuple(one.people)
    for one in free:
        yield None, one, tuple(one.people)


def _exactly(left: list[_Felt], free: list[_Felt]) -> Iterator[_Match]:
    there = {one.key: one for one in reversed(free)}
    for one in tuple(left):
        other = there.pop(one.key, None)
        if other:
            left.remove(one)
            free.remove(other)
            yield one, other, tuple(who for who in other.people if who in one.people)


def _person_by_person(left: list[_Felt], free: list[_Felt]) -> Iterator[_Match]:
    """Match a feeling of everybody with those of single people, as far as it is theirs."""
    for ones, others, is_back in ((left, free, False), (free, left, True)):
        for one in tuple(ones):
            if not one.everybody:
                continue
            theirs = [
                other
                for other in others
                if not other.everybody
                and other.when == one.when
                and other.people.keys() <= one.people.keys()
            ]
            for other in theirs:
                others.remove(other)
                who = tuple(other.people)
                yield (other, one, who) if is_back else (one, other, who)
            if theirs:
                ones.remove(one)
                told = {who for other in theirs for who in other.people}
                rest = tuple(who for who in one.people if who not in told)
                if rest:
                    yield (None, one, rest) if is_back else (one, None, rest)


def _in_another_case(left: list[_Felt], free: list[_Felt]) -> Iterator[_Match]:
    for one in tuple(left):
        same = [other for other in free if _whose(other) == _whose(one)]
        others = [other for other in left if _whose(other) == _whose(one)]
        if len(same) == len(others) == 1:
            left.remove(one)
            free.remove(same[0])
            yield one, same[0], tuple(one.people)


def _whose(felt: _Felt) -> tuple[str, ...] | None:
    return None if felt.everybody else tuple(felt.people)


def _felt(side: Side[Experience], names: Names) -> list[_Felt]:
    catalog = side.catalog
    everybody = _travellers(side, names)
    found = []
    for emotion in side.thing.emotion:
        if emotion.who is None:
            found.append(_Felt(emotion=emotion, everybody=True, people=everybody))
            continue
        key = catalog.meant(emotion.who)
        name = catalog.title(key) if key else emotion.who.text
        people = {names.meant(catalog, emotion.who): name}
        found.append(_Felt(emotion=emotion, everybody=False, people=people))
    return found


def _travellers(side: Side[Experience], names: Names) -> dict[str, str]:
    catalog = side.catalog
    if not isinstance(side.home, Journey):
        return {}
    return {
        _word(key, names, catalog): catalog.title(key) for key in travellers(catalog, side.home)
    }


def _word(key: Key, names: Names, catalog: Catalog) -> str:
    """Give the word of both sides for a persona; her id where she is on one side only."""
    there = names.in_head(key) if catalog is names.base else names.in_base(key)
    if there is None:
        return key.id
    return str(there if catalog is names.base else key)


def _fields(before: _Felt | None, after: _Felt | None, who: tuple[str, ...]) -> tuple[str, ...]:
    """Lead to a feeling: by whose it is, where both sides or the only one name somebody."""
    named = [one for one in (before, after) if one and not one.everybody]
    return ("emotion", *(one.partition(":")[2] or one for one in who)) if named else ("emotion",)
