"""A persona on a channel that she avoids."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.emotions import travellers
from mkdocs_journeys.catalog.gathered import parts_of
from mkdocs_journeys.catalog.moves import channels_of
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.persona import ChannelUse, Persona
from mkdocs_journeys.model.step import Experience, Variant
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule


class ContradictsPersona(Rule):
    """Finds maps on which a persona uses a channel that she avoids, and nothing says that it hurts.

    Only steps where she has no other channel count: those that name her in `actors:`, or name
    nobody on a map that is about her; a variant for her counts instead of the step. Where one of
    them is scored below 0 for her or has a pain point the two agree: she is forced to it, and the
    map says so. Retired maps are left alone.

    ## Why it matters to the customer
    She who never rings would leave rather than ring. Either the map leaves out what that costs
    her, or the persona is wrong, and whoever believes it sends her to the wrong place.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: phone, title: Phone, family: human}
    - {id: chat, title: Chat, family: digital}
    ```
    ```yaml
    # maps/personas/bea.yml
    name: Bea
    channels: [{channel: phone, use: avoids}]
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea]
    stages:
      - {id: ask, title: I ask where it is, channel: phone}
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea]
    stages:
      - {id: ask, title: I ask where it is, channels: [chat, phone]}
    ```
    Or write what it costs her: `emotion: {score: -1, because: I have to ring}`.
    """

    name = "contradicts-persona"
    group = "experience"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the maps of those who avoid something; the finding is at its first step."""
        for persona in catalog.all(Persona):
            avoided = {
                key: use
                for use in persona.channels
                if use.use == "avoids" and (key := catalog.meant(use.channel))
            }
            if avoided:
                homes = {use.home for use in catalog.used_by(persona.key)}
                for home in catalog.in_order(homes):
                    journey = catalog.entry(Journey, home.id) if home.kind == "journey" else None
                    if journey and journey.status != "retired":
                        yield from self._on_map(catalog, journey, persona, avoided)

    def _on_map(
        self, catalog: Catalog, journey: Journey, persona: Persona, avoided: dict[Key, ChannelUse]
    ) -> Iterator[Problem]:
        first: dict[Key, tuple[Place, Experience]] = {}
        owned_up: set[Key] = set()
        for part in _parts_of_hers(catalog, journey, persona.key):
            used = _channels_of_hers(catalog, part, persona.key)
            if used and avoided.keys() >= used.keys():
                for key, place in used.items():
                    first.setdefault(key, (place, part))
                if part.pain_points or _hurts(catalog, part, persona.key):
                    owned_up.update(used)
        for key, (place, part) in first.items():
            if key not in owned_up:
                yield self.problem(
                    place,
                    f"At “{part.title}” {persona.called} uses “{catalog.title(key)}”, which "
                    f"{persona.called} avoids ({avoided[key].spot.of('use')}).",
                    "Change the channel, write what it costs as a score below 0 or a pain point, "
                    "or mend the persona.",
                    also=(avoided[key].spot.of("use"),),
                )


def _parts_of_hers(catalog: Catalog, journey: Journey, persona: Key) -> Iterator[Experience]:
    """Give the parts where this persona acts and meets us."""
    travels = persona in travellers(catalog, journey)
    for stage, part in parts_of(journey):
        # The channels of a stage with steps are the sum of theirs: she may have another.
        if part.side == "company" or (part is stage and stage.steps):
            continue
        if any(catalog.meant(ref) == persona for ref in part.actors) if part.actors else travels:
            yield part


def _channels_of_hers(catalog: Catalog, part: Experience, persona: Key) -> dict[Key, Place]:
    """Give the channels that she has at a part, each with the place that says so.

    None where one is only a label: nobody knows whether she avoids that.
    """
    way: Experience | Variant = part
    for variant in part.variants:
        if catalog.meant(variant.for_) == persona and (variant.channels or variant.touchpoints):
            way = variant
    found = {}
    for number, ref in enumerate(channels_of(catalog, way)):
        key = catalog.meant(ref)
        if key is None:
            return {}
        found[key] = (way.channels[number] if way.channels else way.touchpoints[0]).place
    return found


def _hurts(catalog: Catalog, part: Experience, persona: Key) -> bool:
    """Tell whether a part says that it is below neutral for this persona."""
    variants = [one for one in part.variants if catalog.meant(one.for_) == persona]
    emotions = [emotion for one in variants for emotion in one.emotion] or list(part.emotion)
    return any(
        emotion.score is not None
        and emotion.score.value < 0
        and (emotion.who is None or catalog.meant(emotion.who) == persona)
        for emotion in emotions
    )
