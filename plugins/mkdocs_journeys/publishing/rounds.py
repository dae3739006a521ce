"""Publishing in rounds: look what is there, write on top of it, push; again if somebody was faster.

The site is built once. A push moves the branch of the remote in one step, so that whoever is killed
leaves what was there before or all of the new.
"""

from __future__ import annotations

import random
import time
from collections.abc import Callable
from dataclasses import dataclass

from mkdocs_journeys.publishing.clone import Clone
from mkdocs_journeys.publishing.plan import (
    CannotPublish,
    Change,
    Published,
    Release,
    Target,
    refuse_change,
)
from mkdocs_journeys.publishing.versions import published, refuse_loss, write

ROUNDS = 30
_FIRST_WAIT, _LONGEST_WAIT = 0.1, 4.0
"""Seconds to wait at most after the first round that was lost, and after later ones."""

Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What came of it: the commit, None where all was there already; and the files it touches."""

    commit: str | None
    added: int = 0
    changed: int = 0
    removed: int = 0


def look(clone: Clone, change: Change, target: Target) -> Published:
    """Give the versions that are there; raises CannotPublish where the change would harm them."""
    there = published(clone, clone.tip(target), target)
    refuse_change(change, there, target)
    return there


def publish(clone: Clone, change: Change, target: Target, say: Say, *, is_dry: bool) -> Outcome:
    """Publish a change, in as many rounds as it takes. Raises CannotPublish.

    With ``is_dry`` all is done but the push.
    """
    for number in range(1, ROUNDS + 1):
        tip = clone.tip(target)
        refuse_change(change, published(clone, tip, target), target)
        written = write(clone, change, tip, target)
        refuse_loss(clone, change, tip, written, target)
        commit = clone.committed(tip, written, _message(change, clone))
        if commit is None:
            return Outcome(commit=None)
        added, changed, removed = clone.differences(tip, commit)
        if is_dry or clone.push(commit, tip, target):
            break
        say(f"Somebody else has published meanwhile; once more, on top of that ({number}).")
        time.sleep(random.uniform(0, min(_LONGEST_WAIT, _FIRST_WAIT * 2**number)))
    else:
        raise CannotPublish(
            f"{target.branch} has moved on {ROUNDS} times meanwhile. Try again when fewer publish."
        )
    if not is_dry and (sentence := clone.settle(commit, target)):
        say(sentence)
    return Outcome(commit=commit, added=added, changed=changed, removed=removed)


def _message(change: Change, clone: Clone) -> str:
    if not isinstance(change, Release):
        return f"Take {', '.join(change.names)} away"
    aliases = f" as {', '.join(change.aliases)}" if change.aliases else ""
    head = clone.head()
    return f"Publish {change.version}{aliases}" + (f"\n\nFrom {head}." if head else "")
