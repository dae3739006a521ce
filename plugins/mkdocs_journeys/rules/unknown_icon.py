"""An icon that nobody has drawn."""

from __future__ import annotations

from collections.abc import Iterable

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.model.icon_names import ICONS, nearest
from mkdocs_journeys.model.registries import Channel
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule


class UnknownIcon(Rule):
    """Finds names of icons that are none of those a handbook may use.

    The names are those of Material Design Icons; a map stays readable without any theme because
    the list is ours. A channel with an unknown icon is shown with a dot.

    ## Why it matters to the customer
    Icons tell her channels apart at a glance: a map full of dots has to be read word by word.

    ## Example
    ```yaml
    # maps/channels.yml
    - {id: call, title: Phone, family: human, icon: telephone}
    ```

    ## Write instead
    ```yaml
    # maps/channels.yml
    - {id: call, title: Phone, family: human, icon: phone-outline}
    ```
    """

    name = "unknown-icon"
    group = "links"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at channels, at rows of the team's own, and at the icons of lanes."""
        for name, place in _named(catalog):
            if name not in ICONS:
                near = " or ".join(f"`{one}`" for one in nearest(name))
                yield self.problem(
                    place,
                    f"There is no icon `{name}`.",
                    f"Did you mean {near}?" if near else _OTHERWISE,
                )


_OTHERWISE = (
    "Take one of those that the editor offers here, for example `web`, `phone-outline` or "
    "`mailbox-outline`."
)


def _named(catalog: Catalog) -> Iterable[tuple[str, Place]]:
    for channel in catalog.all(Channel):
        if channel.icon:
            yield channel.icon, channel.spot.of("icon")
    settings = catalog.settings
    for row in settings.rows:
        if row.icon:
            yield row.icon, row.spot.of("icon")
    for lane, icon in settings.icons.items():
        yield icon, settings.spot.of(f"icons.{lane}.0", "icons")
