"""Where it goes on from a part: one reading of ``next`` for maps, flows and stories alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later, pgettext
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience, Next

_LEADS = {"loop": later("back to %(place)s"), "branch": later("or on to %(place)s")}
_THEN = later("then %(place)s")
_LEAVES = later("leaves: %(how)s")
_ENDS = later("ends: %(how)s")


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way on: to another step or bare stage (``to``), or out of the journey (``out``).

    ``is_plain`` is the usual way to what follows, with nothing to say about it.
    """

    kind: Literal["path", "branch", "loop", "exit", "end"]
    to: Experience | None = None
    out: str = ""
    when: str = ""
    rate: str = ""
    why: str = ""

    @property
    def is_plain(self) -> bool:
        """Tell whether there is nothing to say about this way."""
        return self.kind == "path" and not (self.when or self.rate)

    @property
    def label(self) -> str:
        """Give the words that stand on the way: *missed slot · 17%*."""
        return " · ".join(word for word in (self.when, self.rate) if word)


def numbers_of(journey: Journey) -> dict[str, int]:
    """Give the number of each step through the journey, counted from 1, by its id."""
    return {step.id: number for number, step in enumerate(journey.all_steps, 1)}


def places(journey: Journey) -> tuple[Experience, ...]:
    """Give the parts that a journey runs through, in order: steps, and stages without steps."""
    return tuple(part for stage in journey.stages for part in stage.steps or (stage,))


def ways_on(catalog: Catalog, journey: Journey, part: Experience) -> tuple[Way, ...]:
    """Give the ways on from a step or a stage without steps, in the author's order.

    Without ``next`` it goes to what follows. ``to`` and ``all`` replace that; ``exit`` and ``end``
    add to it unless one of those stands there. An empty list ends the journey. A way to something
    that does not exist is left out (and reported by ``check``). A stage with steps has no ways of
    its own: its last step has.
    """
    order = {place.id: number for number, place in enumerate(places(journey))}
    if part.id not in order:
        return ()
    following = next(iter(places(journey)[order[part.id] + 1 :]), None)
    default = (Way(kind="path", to=following),) if following else ()
    if part.next is None:
        return default
    if not part.next:
        return ()
    written = []
    for one in part.next:
        when, rate, why = one.when or "", one.rate or "", one.why or ""
        if one.exit is not None:
            written.append(Way(kind="exit", out=one.exit, when=when, rate=rate, why=why))
        if one.end is not None:
            written.append(Way(kind="end", out=one.end, when=when, rate=rate, why=why))
        for ref in _refs(one):
            target = _target(catalog, journey, ref)
            if target is None:
                continue
            kind: Literal["path", "branch", "loop"] = "path"
            if one.loop or order[target.id] <= order[part.id]:
                kind = "loop"
            elif (when or rate) and target is not following:
                kind = "branch"
            written.append(Way(kind=kind, to=target, when=when, rate=rate, why=why))
    replaced = any(_refs(one) for one in part.next)
    return tuple(written) if replaced else (*default, *written)


def _refs(one: Next) -> tuple[Ref, ...]:
    return (*((one.to,) if one.to else ()), *one.all)


def _target(catalog: Catalog, journey: Journey, ref: Ref) -> Experience | None:
    """Give the step or bare stage that a mention means; a stage with steps means its first."""
    key = catalog.meant(ref)
    if key is None or key.id.partition("/")[0] != journey.id:
        return None
    inner = key.id.partition("/")[2]
    if key.kind == "stage":
        stage = next((stage for stage in journey.stages if stage.id == inner), None)
        return next(iter(stage.steps), stage) if stage else None
    return next((step for step in journey.all_steps if step.id == inner), None)


def ways_in_words(
    catalog: Catalog, journey: Journey, part: Experience, *, with_reasons: bool = False
) -> Iterator[str]:
    """Say each way on that is not the plain one: *back to 8 (missed slot, 17%)*.

    What has no number in this journey is called by its title: a stage, or a part of another map.
    """
    numbers = numbers_of(journey)
    for way in ways_on(catalog, journey, part):
        why = way.why if with_reasons else ""
        if way.is_plain and not why:
            continue
        if way.to is not None:
            words = _LEADS.get(way.kind, _THEN)
            lead = _(words) % {"place": numbers.get(way.to.id, way.to.title)}
        else:
            lead = _(_LEAVES if way.kind == "exit" else _ENDS) % {"how": way.out}
        yield _said(lead, way.when, way.rate, why)
    for one in part.next or ():
        said = (one.when or "", one.rate or "", (one.why or "") if with_reasons else "")
        for lead in _beyond(catalog, journey, part, one):
            yield _said(lead, *said)


def _beyond(catalog: Catalog, journey: Journey, part: Experience, one: Next) -> Iterator[str]:
    """Say what is no way between the places of this journey."""
    has_ways = any(part is place for place in places(journey))
    for ref in _refs(one):
        if not has_ways or _target(catalog, journey, ref) is None:
            key = catalog.meant(ref)
            yield _(_THEN) % {"place": catalog.title(key) if key else ref.text}
    if not has_ways and one.exit is not None:
        yield _(_LEAVES) % {"how": one.exit}
    if not has_ways and one.end is not None:
        yield _(_ENDS) % {"how": one.end}
    is_bare = not _refs(one) and one.exit is None and one.end is None
    if is_bare and (one.when or one.rate or one.why):
        yield pgettext("a way on, under circumstances that follow", "then")


def _said(lead: str, *circumstances: str) -> str:
    said = ", ".join(word for word in circumstances if word)
    return f"{lead} ({said})" if said else lead
