"""A step on one channel with a touchpoint on another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.mapped import parts_that_say
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.registries import Touchpoint
from mkdocs_journeys.model.step import Experience, Variant
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.rule import Rule


class ChannelsDiffer(Rule):
    """Finds steps, stages and variants with a touchpoint that belongs to none of their channels.

    The step's own channels count then. Channels that are only a label are not compared, because
    nobody knows what they are. Retired maps are left alone.

    ## Why it matters to the customer
    The step's page says that she rings, the touchpoint's that she writes. Whoever counts how
    often she has to change channel, or mends one of them, mends the wrong one.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: phone, title: Phone, family: human}
    - {id: email, title: E-mail, family: digital}
    ```
    ```yaml
    # maps/touchpoints.yml
    - {id: order-email, title: Order e-mail, channel: email}
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: chase, title: I ask where it is, channel: phone, touchpoint: order-email}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    stages:
      - {id: chase, title: I ask where it is, channels: [phone, email], touchpoint: order-email}
    ```
    """

    name = "channels-differ"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at every part that names both; the finding stands at the touchpoint."""
        # The same few pairs stand in a handbook again and again.
        known: dict[tuple[str, ...], tuple[int, ...]] = {}
        for part, way in _ways(catalog):
            channels, touchpoints = way.channels, way.touchpoints
            if not channels or not touchpoints:
                continue
            pair = (*[ref.text for ref in channels], "", *[ref.text for ref in touchpoints])
            if pair not in known:
                known[pair] = tuple(_strangers(catalog, way))
            for number in known[pair]:
                yield self._finding(catalog, part, way, touchpoints[number])

    def _finding(
        self, catalog: Catalog, part: Experience, way: Experience | Variant, ref: Ref
    ) -> Problem:
        touchpoint, channel = _touchpoint_and_channel(catalog, ref)
        assert touchpoint is not None, "only touchpoints of the registry are found"
        assert channel is not None, "only touchpoints with a channel are found"
        own = [catalog.title(key) for ref in way.channels if (key := catalog.meant(ref))]
        named = " and ".join(f"“{title}”" for title in own)
        theirs = catalog.title(channel)
        return self.problem(
            ref.place,
            f"“{part.title}” is on {named}, its touchpoint “{touchpoint.called}” on “{theirs}”.",
            f"Add `{channel.id}` to the channels if she uses both, or change one of the two.",
        )


def _ways(catalog: Catalog) -> Iterator[tuple[Experience, Experience | Variant]]:
    """Give the parts of maps that are not retired, and their variants, each with its part."""
    for journey, parts in parts_that_say(catalog, "touchpoints"):
        if journey.status != "retired":
            for _, part in parts:
                yield part, part
    for journey, parts in parts_that_say(catalog, "variants"):
        if journey.status != "retired":
            for _, part in parts:
                for variant in part.variants:
                    yield part, variant


def _strangers(catalog: Catalog, way: Experience | Variant) -> Iterator[int]:
    """Give the places, from 0, of the touchpoints that belong to none of the channels."""
    own = [catalog.meant(ref) for ref in way.channels]
    if None in own:
        return
    for number, ref in enumerate(way.touchpoints):
        _, channel = _touchpoint_and_channel(catalog, ref)
        if channel and channel not in own:
            yield number


def _touchpoint_and_channel(catalog: Catalog, ref: Ref) -> tuple[Touchpoint | None, Key | None]:
    key = catalog.meant(ref)
    touchpoint = catalog.entry(Touchpoint, key.id) if key else None
    return touchpoint, catalog.meant(touchpoint.channel) if touchpoint else None
