"""Names of rules that are published and not looked for yet.

Settings may name them today: a handbook that is written for them must not be found faulty. Whoever
adds a rule takes its name out of here.
"""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Group

RESERVED: dict[Group, tuple[str, ...]] = {}
