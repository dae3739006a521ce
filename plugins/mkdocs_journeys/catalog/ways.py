"""Where it goes on from a step: one reading of ``next`` for maps, flows and stories alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.step import Experience, Next, Step


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One way on from a step: to another step (``to``), or out of the journey (``out``).

    ``is_plain`` is the usual way to the next step, with nothing to say about it.
    """

    kind: Literal["path", "branch", "loop", "exit", "end"]
    to: Step | None = None
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


def ways_on(catalog: Catalog, journey: Journey, step: Step) -> tuple[Way, ...]:
    """Give the ways on from a step, in the author's order; none where the journey ends.

    Without ``next`` it goes to the step that follows. ``to`` and ``all`` replace that; ``exit``
    and ``end`` add to it unless one of those stands there. An empty list ends the journey. A way
    to something that does not exist is left out (and reported by ``check``).
    """
    following = _following(journey, step)
    default = (Way(kind="path", to=following),) if following else ()
    if step.next is None:
        return default
    if not step.next:
        return ()
    written = tuple(way for one in step.next for way in _ways(catalog, journey, step, one))
    replaced = any(one.to or one.all for one in step.next)
    return written if replaced else (*default, *written)


def _ways(catalog: Catalog, journey: Journey, step: Step, one: Next) -> Iterator[Way]:
    numbers = numbers_of(journey)
    when, rate, why = one.when or "", one.rate or "", one.why or ""
    if one.exit is not None:
        yield Way(kind="exit", out=one.exit, when=when, rate=rate, why=why)
    if one.end is not None:
        yield Way(kind="end", out=one.end, when=when, rate=rate, why=why)
    for ref in (*((one.to,) if one.to else ()), *one.all):
        target = _target(catalog, journey, ref)
        if target is None:
            continue
        back = numbers[target.id] <= numbers[step.id]
        kind: Literal["path", "branch", "loop"] = "loop" if one.loop or back else "path"
        if kind == "path" and (when or rate) and target is not _following(journey, step):
            kind = "branch"
        yield Way(kind=kind, to=target, when=when, rate=rate, why=why)


def _following(journey: Journey, step: Step) -> Step | None:
    number = numbers_of(journey)[step.id]
    return journey.all_steps[number] if number < len(journey.all_steps) else None


def _target(catalog: Catalog, journey: Journey, ref: Ref) -> Step | None:
    """Give the step that a mention means; a stage means its first step."""
    key = catalog.meant(ref)
    if key is None or key.id.partition("/")[0] != journey.id:
        return None
    inner = key.id.partition("/")[2]
    if key.kind == "stage":
        stage = next((stage for stage in journey.stages if stage.id == inner), None)
        return stage.steps[0] if stage and stage.steps else None
    return next((step for step in journey.all_steps if step.id == inner), None)


def ways_in_words(
    catalog: Catalog, journey: Journey, part: Experience, *, with_reasons: bool = False
) -> Iterator[str]:
    """Say each way on that is not the plain one: *back to 8 (missed slot, 17%)*.

    What has no number in this journey is called by its title: a stage, or a part of another map.
    """
    if isinstance(part, Step):
        numbers = numbers_of(journey)
        for way in ways_on(catalog, journey, part):
            why = way.why if with_reasons else ""
            if way.is_plain and not why:
                continue
            if way.to is not None:
                lead = {"loop": "back to", "branch": "or on to"}.get(way.kind, "then")
                lead = f"{lead} {numbers[way.to.id]}"
            else:
                lead = f"{'leaves' if way.kind == 'exit' else 'ends'}: {way.out}"
            yield _said(lead, way.when, way.rate, why)
    for one in part.next or ():
        said = (one.when or "", one.rate or "", (one.why or "") if with_reasons else "")
        for lead in _beyond(catalog, journey, part, one):
            yield _said(lead, *said)


def _beyond(catalog: Catalog, journey: Journey, part: Experience, one: Next) -> Iterator[str]:
    """Say what is no way between the steps of this journey."""
    refs = (*((one.to,) if one.to else ()), *one.all)
    for ref in refs:
        if not isinstance(part, Step) or _target(catalog, journey, ref) is None:
            key = catalog.meant(ref)
            yield f"then {catalog.title(key) if key else ref.text}"
    if not isinstance(part, Step) and one.exit is not None:
        yield f"leaves: {one.exit}"
    if not isinstance(part, Step) and one.end is not None:
        yield f"ends: {one.end}"
    if not refs and one.exit is None and one.end is None and (one.when or one.rate or one.why):
        yield "then"


def _said(lead: str, *circumstances: str) -> str:
    said = ", ".join(word for word in circumstances if word)
    return f"{lead} ({said})" if said else lead
