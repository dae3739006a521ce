"""What `journeys check` finds, as people on the site read it: by rule, with owner and place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.known import Known
from mkdocs_journeys.catalog.left_out import LeftOut
from mkdocs_journeys.catalog.whereabouts import Whereabouts
from mkdocs_journeys.catalog.writing import sources
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Ref
from mkdocs_journeys.pages.choices import Choices, by_things, by_words, keys_of, narrowing
from mkdocs_journeys.pages.link import Link, mentioned
from mkdocs_journeys.problems import Level, Place, Problem, code_spans
from mkdocs_journeys.rules.all import RULES

LEVELS: dict[Level, str] = {
    "error": later("Error"),
    "warning": later("Warning"),
    "info": later("Info"),
}
"""The worst first."""

ROWS = 400
"""So many findings stand on the page, shared among the rules: the rest is told by `check`."""
FEWEST, MOST = 3, 10
"""How many of a rule stand there, whatever its share would be."""

Pieces = tuple[tuple[str, bool], ...]
"""A message piece by piece, and of each whether it is code."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingRow:
    """One finding. ``what`` and ``mend`` are empty where they are nobody's business.

    ``thing`` is what it stands in, None for settings and hand-written pages; ``kind`` is that of
    the thing with a page, else ``settings`` or ``page``. ``file`` is valid text, made so where
    its name is none.
    """

    level: Level
    says: str
    what: Pieces
    mend: Pieces
    thing: Link | None
    file: str
    line: int
    owner: Link | None
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleFindings:
    """The findings of one rule; ``left`` counts those that do not stand here."""

    rule: str
    count: int
    rows: tuple[FindingRow, ...]
    left: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerFindings:
    """How many findings of each level stand in the maps of somebody; None for nobody's."""

    owner: Link | None
    counts: tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsFacts:
    """All findings that readers may see.

    ``counts`` are those of each level, the worst first. ``by_rule`` begins with rules that found
    errors. ``is_silent``: the messages themselves are left out, as everybody can read the page.
    """

    total: int
    counts: tuple[tuple[str, int], ...]
    by_owner: tuple[OwnerFindings, ...]
    by_rule: tuple[RuleFindings, ...]
    narrowing: tuple[Choices, ...]
    rows: int
    is_silent: bool


def findings_of(shown: Catalog, whole: Catalog, problems: Iterable[Problem]) -> FindingsFacts:
    """Give the findings about what is shown; ``whole`` is the handbook that they were found in.

    Where it is published for everybody, a finding in anything that is left out is left out too,
    and of the others only rule and place are told: a message may name what is internal.
    """
    is_public = shown.settings.audience == "public"
    where, left_out = Whereabouts(shown), LeftOut(whole, shown)
    found: dict[str, list[FindingRow]] = defaultdict(list)
    for problem in problems:
        known = where.at(problem.place)
        places = (problem.place, *problem.also)
        if is_public and (not all(map(where.at, places)) or any(map(left_out.holds, places))):
            continue
        found[problem.rule].append(_row(shown, problem, known, is_silent=is_public))
    every = [row for rows in found.values() for row in rows]
    by_rule = _by_rule(found)
    rows = [row for one in by_rule for row in one.rows]
    return FindingsFacts(
        total=len(every),
        counts=tuple(zip(LEVELS, _counts(every), strict=True)),
        by_owner=_by_owner(shown, every),
        by_rule=by_rule,
        narrowing=_narrowing(shown, by_rule),
        rows=len(rows),
        is_silent=is_public,
    )


def _row(catalog: Catalog, problem: Problem, known: Known | None, *, is_silent: bool) -> FindingRow:
    is_told = not (is_silent or problem.is_private)
    home = catalog.known[known.home] if known else None
    entry = home.thing if home else None
    owner = entry.owner if isinstance(entry, Entry) else None
    return FindingRow(
        level=problem.level,
        says=_(LEVELS[problem.level]),
        what=tuple(code_spans(problem.what)) if is_told else (),
        mend=tuple(code_spans(problem.mend)) if is_told else (),
        # What gives somebody away may be the title itself.
        thing=Link(text=known.title, to=known.key) if known and not problem.is_private else None,
        file=problem.place.file.encode("utf-8", "backslashreplace").decode("utf-8"),
        line=problem.place.span.line,
        owner=answering(catalog, owner),
        kind=_kind(catalog, problem.place, home),
    )


def answering(catalog: Catalog, owner: Ref | None) -> Link | None:
    """Link to who answers for something: its owner, else that of the handbook; None for nobody.

    A plain label that gives somebody away is told by its sort.
    """
    ref = owner or catalog.settings.owner
    if ref is None:
        return None
    link = mentioned(catalog, ref)
    return link if link.to else Link(text=without_giveaways(catalog, link.text))


def without_giveaways(catalog: Catalog, text: str) -> str:
    """Give a plain text with the sort of each address and number in its place."""
    if not sources(catalog, "private"):
        return text
    # Here, because its patterns take 25 ms to set up and most handbooks need none of them.
    from mkdocs_journeys.catalog.personal_data import masked

    return masked(text, catalog.settings.language)


def _kind(catalog: Catalog, place: Place, home: Known | None) -> str:
    if home and home.key.kind != "lifecycle":
        return home.key.kind
    return "settings" if place.file.startswith(f"{catalog.loaded.folder}/") else "page"


def _by_rule(found: dict[str, list[FindingRow]]) -> tuple[RuleFindings, ...]:
    """Share the rows of the page among the rules; those with the worst findings stand first."""
    most = max(FEWEST, min(MOST, ROWS // max(1, len(found))))
    levels = tuple(LEVELS)
    sorts = []
    for rule in RULES:
        if rows := found.get(rule.name):
            rows = sorted(rows, key=lambda row: levels.index(row.level))
            kept = tuple(rows[:most])
            left = len(rows) - len(kept)
            sorts.append(RuleFindings(rule=rule.name, count=len(rows), rows=kept, left=left))
    return tuple(sorted(sorts, key=lambda one: levels.index(one.rows[0].level)))


def _by_owner(catalog: Catalog, rows: Iterable[FindingRow]) -> tuple[OwnerFindings, ...]:
    """Count the findings of everybody who answers for some: the most errors first, then by name."""
    found: dict[Link | None, list[FindingRow]] = defaultdict(list)
    for row in rows:
        found[row.owner].append(row)
    owners = (OwnerFindings(owner=one, counts=_counts(said)) for one, said in found.items())

    def rank(one: OwnerFindings) -> tuple[bool, tuple[int, ...], str]:
        fewest = tuple(-count for count in one.counts)
        return one.owner is None, fewest, one.owner.text.casefold() if one.owner else ""

    return tuple(sorted(owners, key=rank))


def _counts(rows: Iterable[FindingRow]) -> tuple[int, ...]:
    counts = Counter(row.level for row in rows)
    return tuple(counts[level] for level in LEVELS)


def _narrowing(catalog: Catalog, by_rule: tuple[RuleFindings, ...]) -> tuple[Choices, ...]:
    named = [(one.rule, row) for one in by_rule for row in one.rows]
    rows = [row for _rule, row in named]
    return narrowing(
        by_words(
            "level",
            _("How bad"),
            (row.level for row in rows),
            order=LEVELS,
            titles={level: _(said) for level, said in LEVELS.items()},
        ),
        by_things(catalog, "owner", _("Owner"), (keys_of([row.owner]) for row in rows)),
        by_words(
            "rule",
            _("Rule"),
            (rule for rule, _row in named),
            titles={rule: rule for rule, _row in named},
            everything=_("All rules"),
        ),
        by_words(
            "kind",
            _("Kind"),
            (row.kind for row in rows),
            titles={"settings": _("Settings"), "page": _("Page written by hand")},
        ),
    )
