"""How bad a finding is in this handbook: the rule's own level, and what the settings say."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from pathlib import PurePosixPath

from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.handbook import Handbook, RuleSetting
from mkdocs_journeys.nearest import nearest
from mkdocs_journeys.problems import Level, Problem
from mkdocs_journeys.rules.all import BY_NAME
from mkdocs_journeys.rules.chosen import ALL_RULES, KNOWN, Chosen


class Levels:
    """The level of each finding in one handbook.

    The last of these that says anything wins:

    1. the rule's own level;
    2. the profile: *minimal* leaves out every rule whose own level is not error, *recommended*
       takes all as they are, *strict* makes errors of warnings (infos stay infos);
    3. ``rules:`` in handbook.yml, where a rule's own name wins over that of its group;
    4. each of ``overrides:`` whose patterns match the file, in order, again name over group.

    A rule named in 3 or 4 is looked for under every profile, and so is one that was chosen by its
    own name, whatever the settings say. Patterns are relative to the folder of maps: ``*`` stays
    within a folder, ``**`` does not. Reads no files.
    """

    def __init__(self, settings: Handbook, folder: str, chosen: Chosen = ALL_RULES) -> None:
        """Take the settings, the folder of maps as it begins every place, and the rules wanted."""
        self._settings = settings
        self._chosen = chosen
        self._folder = PurePosixPath(folder)
        self._levels: dict[tuple[str, str], Level | None] = {}
        self._overrides = tuple(
            (tuple(_pattern(files) for files in override.files), override.rules)
            for override in settings.overrides
        )

    def of(self, problem: Problem) -> Level | None:
        """Give the level of a finding, or None where it is switched off."""
        asked = (problem.rule, problem.place.file)
        if asked not in self._levels:
            self._levels[asked] = self._level(*asked)
        return self._levels[asked]

    def _level(self, name: str, file: str) -> Level | None:
        rule = BY_NAME[name]
        if self._chosen.leaves_out(rule):
            return None
        level = _by_profile(rule.level, self._settings.profile)
        for settings in (self._settings.rules, *self._for_file(file)):
            setting = settings.get(rule.name) or settings.get(rule.group)
            if setting and setting.level:
                level = None if setting.level == "off" else setting.level
        return level or (rule.level if rule.name in self._chosen.wanted else None)

    def _for_file(self, file: str) -> Iterator[Mapping[str, RuleSetting]]:
        path = PurePosixPath(file)
        if not self._overrides or not path.is_relative_to(self._folder):
            return
        below = str(path.relative_to(self._folder))
        for patterns, rules in self._overrides:
            if any(pattern.fullmatch(below) for pattern in patterns):
                yield rules


def unknown_names(settings: Handbook) -> Iterable[Problem]:
    """Find names in the settings that are neither those of a rule nor of a group."""
    holders: tuple[tuple[Thing, Mapping[str, RuleSetting]], ...] = (
        (settings, settings.rules),
        *((override, override.rules) for override in settings.overrides),
    )
    for holder, rules in holders:
        for name in rules:
            if name not in KNOWN:
                meant = nearest(name, KNOWN)
                yield BY_NAME["wrong-shape"].problem(
                    holder.spot.of(f"rules.{name}", "rules"),
                    f"No rule and no group of rules is called `{name}`.",
                    f"Did you mean `{meant}`?" if meant else "`journeys rules` lists them all.",
                )


def _by_profile(level: Level, profile: str) -> Level | None:
    if profile == "minimal" and level != "error":
        return None
    if profile == "strict" and level == "warning":
        return "error"
    return level


def _pattern(files: str) -> re.Pattern[str]:
    """Turn a pattern for files into one for text."""
    pieces = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", files)
    return re.compile("".join(pieces.get(part) or re.escape(part) for part in parts))
