"""Where a step happens."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.meaning import unequal
from mkdocs_journeys.changes.shown import shown
from mkdocs_journeys.model.step import Experience
from mkdocs_journeys.problems import Place


class ChannelChanged(ChangeKind):
    """Says that a step or stage happens in other channels.

    A channel counts whether the step names it or its touchpoint does; a touchpoint that belongs
    to another channel now is told once, at the touchpoint.

    ## Why it matters
    The customer is said to ring where she used to click, or the other way round.

    ## Level
    Significant.
    """

    name = "channel-changed"
    level = "significant"
    mirror = "channel-changed"
    tells = ((Experience, "channels"),)

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the parts whose channels or touchpoints were edited."""
        for part in comparison.parts:
            one, other = part.base.thing, part.head.thing
            if one.channels == other.channels and one.touchpoints == other.touchpoints:
                continue
            before = channels_of(comparison.base, one)
            after = channels_of(comparison.head, other)
            if not any(unequal(before, after, comparison.names)):
                continue
            was, now = shown(before, comparison.base), shown(after, comparison.head)
            yield self.change(
                comparison,
                part,
                f"{part.title} changed channel, {was or 'none'} → {now or 'none'}",
                before=was,
                after=now,
                fields=("channels",),
                base=_place(one),
                head=_place(other),
            )


def _place(part: Experience) -> Place:
    """Give the only channel that is written, else all of them, else what stands for them."""
    if len(part.channels) == 1:
        return part.channels[0].place
    return part.spot.of("channels", "touchpoints", "id", "title", "name")
