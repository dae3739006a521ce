"""What comments in the maps allow: findings that are left out, and allowances to be found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from mkdocs_journeys.load.allowances import Allowance
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.all import BY_NAME, RULES
from mkdocs_journeys.rules.allowance_unused import AllowanceUnused, RuleNames
from mkdocs_journeys.rules.allowance_without_reason import AllowanceWithoutReason

_NEVER = frozenset(
    rule.name
    for rule in RULES
    if isinstance(rule, AllowanceUnused | AllowanceWithoutReason)
    or (rule.group == "reading" and rule.level == "error")
)
NAMES = RuleNames(allowed=frozenset(BY_NAME) - _NEVER, never=_NEVER)


def not_allowed(
    problems: Sequence[Problem], allowances: Sequence[Allowance]
) -> tuple[Problem, ...]:
    """Leave out the findings that a comment allows; add one for each that allows nothing.

    Where several comments speak of one place, the one that speaks of the fewest lines counts.
    """
    if not allowances:
        return tuple(problems)
    by_rule: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, allowance in enumerate(allowances):
        for name in {one.name for one in allowance.names} & NAMES.allowed:
            by_rule[allowance.place.file, name].append(number)
    used: dict[int, set[str]] = defaultdict(set)
    left: list[Problem] = []
    for problem in problems:
        speaking = by_rule.get((problem.place.file, problem.rule), ())
        allowing = _narrowest(problem.place.span.line, speaking, allowances)
        if allowing is None:
            left.append(problem)
        else:
            used[allowing].add(problem.rule)
    rule = next(rule for rule in RULES if isinstance(rule, AllowanceUnused))
    for number, allowance in enumerate(allowances):
        left.extend(rule.in_allowance(allowance, frozenset(used[number]), NAMES))
    return tuple(left)


def _narrowest(line: int, speaking: Iterable[int], allowances: Sequence[Allowance]) -> int | None:
    around = [one for one in speaking if allowances[one].first <= line <= allowances[one].last]
    return min(around, key=lambda one: allowances[one].last - allowances[one].first, default=None)
