"""Names of rules that are published and not looked for yet.

Settings may name them today: a handbook that is written for them must not be found faulty. Whoever
adds a rule takes its name out of here.
"""

from __future__ import annotations

from mkdocs_journeys.rules.rule import Group

RESERVED: dict[Group, tuple[str, ...]] = {
    "structure": (
        "journey-without-persona",
        "too-many-personas",
        "journey-without-objective",
        "objective-not-measurable",
        "scope-missing",
        "stage-empty",
        "stage-without-goal",
        "stage-count",
        "unknown-lifecycle-stage",
        "step-without-channel",
        "unreachable-step",
        "loop-unmarked",
        "future-without-current",
        "future-worse-than-current",
    ),
    "governance": (
        "owner-missing",
        "review-overdue",
        "contributors-one-sided",
        "published-with-todo",
        "experience-budget",
        "allowance-unused",
        "allowance-without-reason",
    ),
    "experience": (
        "emotion-missing",
        "flat-emotion-curve",
        "no-moment-of-truth",
        "moment-unrated",
        "pain-point-unscored",
        "low-point-unanswered",
        "stage-name-inside-out",
        "contradicts-persona",
        "contradicts-metric",
        "contradicts-map",
        "channels-differ",
        "family-missing",
    ),
    "evidence": (
        "claim-without-evidence",
        "claim-unsourced-number",
        "claims-contradict",
        "evidence-too-old",
        "evidence-one-sided",
        "persona-unvalidated",
        "quote-without-source-or-consent",
    ),
    "improvement": (
        "opportunity-without-pain-point",
        "severe-pain-point-unanswered",
        "initiative-without-owner",
        "initiative-without-date",
        "initiative-overdue",
        "initiative-cycle",
        "initiative-before-its-dependency",
        "initiative-without-metric",
        "wish",
    ),
    "measures": (
        "metric-incomplete",
        "metric-out-of-scale",
        "scales-mixed",
        "target-not-better",
        "metric-stale",
    ),
    "words-and-privacy": (
        "personal-data",
        "sensitive-trait",
        "text-too-long-for-diagram",
        "image-without-alt",
    ),
}
