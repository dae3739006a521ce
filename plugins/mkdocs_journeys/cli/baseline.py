"""`--baseline`: the findings that a handbook had when it was first checked."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mkdocs_journeys.cli.writing import write_whole
from mkdocs_journeys.problems import Problem

SCHEMA_VERSION = 1

Baseline = Counter[tuple[str, str]]
"""How often each finding stands in a baseline, by its rule and its fingerprint."""

NEVER_OLD = ("yaml-syntax",)
"""What always counts: a file that cannot be read would hide all that is wrong in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """What a baseline leaves of the findings: the new ones, and how many old ones.

    ``mended`` counts the findings of the baseline that are there no longer.
    """

    new: tuple[Problem, ...]
    old: int
    mended: int


def compare(
    problems: Iterable[Problem], baseline: Baseline, not_sought: Container[str] = ()
) -> Compared:
    """Leave out the findings of a baseline; the problems are those in full, sorted by place.

    Of several findings with one fingerprint the first ones count as old. A rule that was
    ``not_sought`` everywhere may find as much as before: of its findings none counts as mended.
    """
    left = Counter(baseline)
    new: list[Problem] = []
    for problem in problems:
        known = (problem.rule, problem.fingerprint)
        if problem.rule not in NEVER_OLD and left[known] > 0:
            left[known] -= 1
        else:
            new.append(problem)
    mended = sum(count for (rule, _), count in left.items() if rule not in not_sought)
    return Compared(new=tuple(new), old=baseline.total() - left.total(), mended=mended)


def read_baseline(path: Path) -> Baseline:
    """Give how often each finding stands in a baseline.

    Raises click.UsageError where there is none, or where the file is no baseline.
    """
    try:
        said = json.loads(path.read_bytes())
        if said["schema_version"] != SCHEMA_VERSION:
            raise click.UsageError(
                f"`{path}` was written by another version. Write it anew with --update-baseline."
            )
        return Counter(
            {
                (str(one["rule"]), str(one["fingerprint"])): int(one["count"])
                for one in said["findings"]
            }
        )
    except FileNotFoundError:
        raise click.UsageError(
            f"There is no baseline `{path}`. --update-baseline writes one."
        ) from None
    except (ValueError, KeyError, TypeError):
        raise click.UsageError(
            f"`{path}` is no baseline. Write it anew with --update-baseline."
        ) from None


def write_baseline(path: Path, problems: Sequence[Problem]) -> int:
    """Write the findings as a baseline and give their number; the problems are those in full.

    One finding a line, sorted by rule and thing, so that two branches can be merged.
    """
    known = {one.fingerprint: one for one in problems if one.rule not in NEVER_OLD}
    counts = Counter(one.fingerprint for one in problems if one.rule not in NEVER_OLD)
    lines = [
        json.dumps(
            {
                "rule": one.rule,
                "about": one.about,
                "count": counts[fingerprint],
                "fingerprint": fingerprint,
            }
        )
        for fingerprint, one in sorted(
            known.items(), key=lambda item: (item[1].rule, item[1].about)
        )
    ]
    listed = ",\n".join(f"    {line}" for line in lines)
    inside = f"\n{listed}\n  " if lines else ""
    text = f'{{\n  "schema_version": {SCHEMA_VERSION},\n  "findings": [{inside}]\n}}\n'
    write_whole(path, text.encode("utf-8"))
    return counts.total()
