"""Which rules somebody wants to hear of, by their names and by those of their groups."""

from __future__ import annotations

from dataclasses import dataclass

from mkdocs_journeys.nearest import nearest
from mkdocs_journeys.rules.all import BY_NAME
from mkdocs_journeys.rules.rule import GROUPS, Rule

KNOWN = (*BY_NAME, *GROUPS)
"""All names that may be chosen or set: those of rules and those of groups."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """The names of rules and groups that are wanted, and of those that are not.

    Nothing wanted means all. A rule's own name wins over that of its group, else unwanted wins.
    """

    wanted: frozenset[str] = frozenset()
    unwanted: frozenset[str] = frozenset()

    def leaves_out(self, rule: Rule) -> bool:
        """Tell whether nobody wants to hear of a rule."""
        for name in (rule.name, rule.group):
            if name in self.unwanted:
                return True
            if name in self.wanted:
                return False
        return bool(self.wanted)


ALL_RULES = Chosen()


def no_such_name(name: str) -> str | None:
    """Say that no rule and no group is called so, and which one may be meant; None if one is."""
    if name in KNOWN:
        return None
    meant = nearest(name, KNOWN)
    hint = f"Did you mean `{meant}`?" if meant else "`journeys rules` lists them all."
    return f"No rule and no group of rules is called `{name}`. {hint}"
