"""What a kind of change is: a name, a level, and how to find it in a comparison."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, ClassVar

from mkdocs_journeys.changes.change import Change, ChangeLevel
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.differences import Difference, short, stands_in
from mkdocs_journeys.changes.sides import Both, Side, taken_along
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.problems import Place


class ChangeKind:
    """One way in which two handbooks may differ. Its class docstring is its page.

    The page has a fixed form: one sentence on what it says, then ``## Why it matters`` and
    ``## Level``, which is the published policy.
    """

    name: ClassVar[str]
    """What is different, in kebab-case; never used again for anything else."""
    level: ClassVar[ChangeLevel]
    """How much it matters where the page says nothing else."""
    mirror: ClassVar[str]
    """The change that is found with the sides exchanged; its own name where it is the same."""
    tells: ClassVar[tuple[tuple[type[Thing], str], ...]] = ()
    """The fields, by class and attribute, that it tells of, so that no other change does."""

    names: ClassVar[tuple[tuple[type[Thing], str], ...]] = ()
    """The fields whose differences it gives a name: to all others a change of wording or detail."""

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look for it in what differs."""
        raise NotImplementedError

    def change(
        self,
        comparison: Comparison,
        both: Both[Any],
        what: str,
        *,
        before: str = "",
        after: str = "",
        fields: tuple[str, ...] = (),
        base: Place | None = None,
        head: Place | None = None,
        level: ChangeLevel | None = None,
    ) -> Change:
        """Give a change of this kind to a thing.

        ``fields`` lead on from the thing to what is different in it. Without ``base`` and
        ``head``, the places are those of the first field, and of the thing's id or title on the
        side where there is nothing.
        """
        side = both.side
        level = level or self.level
        if level == "breaking" and is_draft(both.base or side):
            level = "significant"
        return Change(
            name=self.name,
            level=level,
            key=side.key,
            home=side.home.key,
            path=(*side.path, *fields),
            where=tuple(one_line(title) for title in side.where),
            what=one_line(what),
            before=one_line(before),
            after=one_line(after),
            base=base or _place(both.base, fields if before else ()),
            head=head or _place(both.head, fields if after else ()),
            impact=users(comparison, both),
        )


class FieldChange(ChangeKind):
    """A change of single fields, each told by itself."""

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Tell every difference of the fields that it names, but for sources of claims."""
        for one in comparison.differences:
            thing: type[Thing] = type(one.pair.head.thing)
            is_named = stands_in(thing, one.fields[0], frozenset(self.names))
            if is_named and one.sort != "evidence" and (told := self.tell(comparison, one)):
                yield told

    def tell(self, comparison: Comparison, one: Difference) -> Change | None:
        """Tell one difference; None where it is none of this kind after all."""
        return self.changed(comparison, one, say(one))

    def changed(
        self,
        comparison: Comparison,
        one: Difference,
        what: str,
        level: ChangeLevel | None = None,
    ) -> Change:
        """Give a change of this kind with the places and texts of a difference."""
        return self.change(
            comparison,
            one.pair,
            what,
            before=one.before,
            after=one.after,
            fields=one.fields,
            base=one.base,
            head=one.head,
            level=level,
        )


def say(one: Difference) -> str:
    """Say that a field changed, was added or taken out: ``The wait of “Pay” changed, 1 → 2``."""
    field = f"The {one.label}{of_thing(one.pair)}"
    if one.before and one.after:
        return f"{field} changed, {short(one.before)} → {short(one.after)}"
    came, went = ("gained", "lost") if one.is_list else ("was added,", "was taken out,")
    if one.after:
        return f"{field} {came} “{short(one.after)}”"
    return f"{field} {went} “{short(one.before)}”"


def of_thing(both: Both[Any]) -> str:
    """Name a thing inside an entry: `` of “Pay”``; nothing for the entry itself."""
    side = both.side
    return "" if side.key == side.home.key else f" of “{side.title}”"


def _place(side: Side[Any] | None, fields: tuple[str, ...]) -> Place | None:
    if side is None:
        return None
    return side.of(*fields[:1])


def one_line(text: str) -> str:
    """Give a text in one line: a title may have been written over several."""
    return " ".join(text.split())


def is_draft(side: Side[Any]) -> bool:
    """Tell whether a thing lives in a draft, which nobody may rely on yet."""
    return isinstance(side.home, Journey) and side.home.status == "draft"


def users(comparison: Comparison, both: Both[Any]) -> tuple[Key, ...]:
    """Give the other entries that mention a thing on either side, in order of kind and id.

    Of a thing that came or went, what stands in it counts too. An entry that head calls otherwise
    is named as in head.
    """
    found: set[Key] = set()
    for side in (both.base, both.head):
        if side is None:
            continue
        alone = both.base is None or both.head is None
        for key in (side.key, *(taken_along(side) if alone else ())):
            found.update(use.home for use in side.catalog.used_by(key) if use.home != side.home.key)
    names = comparison.names
    return tuple(sorted({names.in_head(key) or key for key in found}))
