"""An allowance for something that is not found."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.load.allowances import Allowance, Named
from mkdocs_journeys.nearest import all_near
from mkdocs_journeys.problems import Edit, Place, Problem, Span
from mkdocs_journeys.rules.rule import GROUPS, Rule

SOMETIMES = frozenset({"dead-link"})
"""What is found on some days only: whether an address opens is asked with `--online` alone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleNames:
    """The names of all rules: those that may be allowed, and those that may not."""

    allowed: frozenset[str]
    never: frozenset[str]


class AllowanceUnused(Rule):
    """Finds comments that allow what is not found there, or what no rule is called.

    A comment behind a value speaks of its own line, one alone on a line of all that begins on the
    next line, and one before the first key of the whole file. Errors of reading and findings
    about allowances themselves cannot be allowed. `journeys check --fix` takes out what allows
    nothing.

    ## Why it matters to the customer
    What was mended for her still looks like an exception, and the day it breaks again the old
    comment hides it.

    ## Example
    ```yaml
    # maps/personas/bea.yml
    # journeys: allow persona-without-journey – her map is due in March
    name: Busy Bea
    ```
    ```yaml
    # maps/journeys/order.yml
    title: I order
    personas: [bea]
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/personas/bea.yml
    name: Busy Bea
    ```
    """

    name = "allowance-unused"
    group = "governance"
    level = "warning"

    def in_allowance(
        self, allowance: Allowance, used: frozenset[str], rules: RuleNames
    ) -> Iterable[Problem]:
        """Look at one comment; ``used`` are the names in it that allow something."""
        if not allowance.names:
            what = "This allowance names no rule."
            mend = "Name one, for example `# journeys: allow orphan – why`, or delete it."
            yield self.problem(allowance.place, what, mend)
        for one in allowance.names:
            if one.name not in rules.allowed:
                yield self._no_rule(one, rules)
        found = used | SOMETIMES
        idle = [one for one in allowance.names if one.name in rules.allowed - found]
        if idle:
            yield self._idle(allowance, idle)

    def _idle(self, allowance: Allowance, idle: list[Named]) -> Problem:
        left = [one.name for one in allowance.names if one not in idle]
        names = ", ".join(f"`{one.name}`" for one in idle)
        if left:
            place, mend = idle[0].place, f"Take out {names}."
            edit = Edit(_all_of(allowance.names), ", ".join(left))
        else:
            place, mend = allowance.place, "Delete the comment."
            edit = Edit(allowance.whole, "")
        are = "is" if len(idle) == 1 else "are"
        what = f"This allows {names}, which {are} not found here."
        return Problem(place=place, rule=self.name, what=what, mend=mend, fixes=(edit,))

    def _no_rule(self, one: Named, rules: RuleNames) -> Problem:
        mend = "`journeys rules` lists them all."
        fixes: tuple[Edit, ...] = ()
        if one.name in GROUPS:
            what = f"`{one.name}` is a group of rules; an allowance names single ones."
        elif one.name in rules.never:
            what = f"`{one.name}` cannot be allowed: what it finds is lost until it is mended."
            mend = "Mend what it finds, and take the name out."
        else:
            what = f"No rule is called `{one.name}`."
            near = all_near(one.name, rules.allowed)
            if near:
                mend = f"Did you mean `{near[0]}`?"
            if len(near) == 1:
                fixes = (Edit(one.place, near[0]),)
        return Problem(place=one.place, rule=self.name, what=what, mend=mend, fixes=fixes)


def _all_of(names: Iterable[Named]) -> Place:
    """Give the stretch from the first name to the last: they stand on one line."""
    places = [one.place for one in names]
    first, last = places[0], places[-1]
    return Place(first.file, Span(*first.span[:2], *last.span[2:]))
