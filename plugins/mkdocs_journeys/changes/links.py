"""Mentions that no longer lead anywhere."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.nouns import NOUNS
from mkdocs_journeys.changes.broken import Broken
from mkdocs_journeys.changes.change import Change
from mkdocs_journeys.changes.change_kind import ChangeKind, is_draft, of_thing
from mkdocs_journeys.changes.comparison import Comparison
from mkdocs_journeys.changes.names import Names
from mkdocs_journeys.changes.sides import Pair, Side
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.key import Key


class LinkBroken(ChangeKind):
    """Says that mentions lead nowhere any more, though nobody touched them.

    What they led to was removed, or is called otherwise now. It is told once for each map (or
    other entry) and each thing that was mentioned there; `journeys check` finds every place. A
    mention that was edited is told as what it is: another channel, another owner.

    ## Why it matters
    What the reader saw as a link, with all that stands behind it, is a bare word.

    ## Level
    Breaking. Significant where the mention stands in a draft.
    """

    name = "link-broken"
    level = "breaking"
    mirror = "link-mended"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the mentions of what is gone or called otherwise."""
        names = comparison.names
        for group in _grouped(comparison.broken):
            first = group[0]
            users = {one.user for one in group}
            user = first.user if len(users) == 1 else first.home
            pair = Pair(
                base=_side(comparison.base, names.in_base(user) or user),
                head=_side(comparison.head, user),
            )
            yield self.change(
                comparison,
                pair,
                f"{_mention(group, pair)} {_nowhere(group)}: {_why(names, first)}",
                before=comparison.base.title(first.target),
                fields=("links", str(first.target)),
                base=first.base,
                head=first.head,
                level="significant" if is_draft(pair.head) else None,
            )


class LinkMended(ChangeKind):
    """Says that mentions which led nowhere lead somewhere now, though nobody touched them.

    ## Why it matters
    A bare word has become a link.

    ## Level
    Minor.
    """

    name = "link-mended"
    level = "minor"
    mirror = "link-broken"

    def find(self, comparison: Comparison) -> Iterable[Change]:
        """Look at the mentions of what is new or called otherwise."""
        names = comparison.names
        for group in _grouped(comparison.mended):
            first = group[0]
            users = {one.user for one in group}
            user = first.user if len(users) == 1 else first.home
            pair = Pair(
                base=_side(comparison.base, user),
                head=_side(comparison.head, names.in_head(user) or user),
            )
            lead = "leads" if len(group) == 1 else "lead"
            yield self.change(
                comparison,
                pair,
                f"{_mention(group, pair)} {lead} to {_named(comparison.head, first.target)} now",
                after=comparison.head.title(first.target),
                fields=("links", str(first.target)),
                base=first.head,
                head=first.base,
            )


def _grouped(broken: Iterable[Broken]) -> Iterable[list[Broken]]:
    groups: dict[tuple[Key, Key], list[Broken]] = {}
    for one in broken:
        groups.setdefault((one.home, one.target), []).append(one)
    return [sorted(group, key=lambda one: (one.base, one.head)) for group in groups.values()]


def _side(catalog: Catalog, key: Key) -> Side[Any]:
    known = catalog.known[key]
    home = catalog.known[known.home].thing
    assert known.thing is not None, "what cannot be read mentions nothing"
    assert isinstance(home, Entry), "mentions of the settings are no uses"
    return Side(
        catalog=catalog,
        thing=known.thing,
        key=key,
        title=known.title,
        home=home,
        parent=None,
        is_named=known.named,
        number=known.order,
    )


def _mention(group: list[Broken], pair: Pair[Any]) -> str:
    if len(group) == 1:
        return f"`{group[0].text}` in `{group[0].field}:`{of_thing(pair)}"
    at = of_thing(pair).replace(" of", " at", 1)
    return f"{len(group)} mentions `{group[0].text}`{at}"


def _nowhere(group: list[Broken]) -> str:
    return "leads nowhere" if len(group) == 1 else "lead nowhere"


def _why(names: Names, one: Broken) -> str:
    there = names.in_head(one.target)
    thing = _named(names.base, one.target)
    if there is None:
        return f"{thing} was removed"
    if there.id != one.target.id:
        now = there.id if "/" in one.text else there.id.rpartition("/")[2]
        return f"the id of {thing} is `{now}` now"
    return f"{thing} is called “{names.head.title(there)}” now"


def _named(catalog: Catalog, key: Key) -> str:
    return f"the {NOUNS[key.kind]} “{catalog.title(key)}”"
