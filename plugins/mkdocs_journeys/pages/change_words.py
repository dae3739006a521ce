"""What changed, in the words that readers have for it."""

from __future__ import annotations

from mkdocs_journeys.history.release import ToldChange
from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later

_ABOUT = {
    "journey-removed": later("journey"),
    "journey-added": later("journey"),
    "state-changed": later("state"),
    "status-changed": later("status"),
    "link-broken": later("link"),
    "link-mended": later("link"),
    "stages-moved": later("order of stages"),
    "stage-split": later("stages"),
    "stage-merged": later("stages"),
    "step-moved": later("place"),
    "channel-changed": later("channel"),
    "emotion-dropped": later("feeling"),
    "emotion-raised": later("feeling"),
    "emotion-added": later("feeling"),
    "emotion-removed": later("feeling"),
    "low-point-moved": later("lowest point"),
    "moment-added": later("moment of truth"),
    "moment-removed": later("moment of truth"),
    "handling-changed": later("moment of truth"),
    "persona-unlinked": later("persona"),
    "persona-linked": later("persona"),
    "persona-left-without-journey": later("journeys"),
    "persona-found-journey": later("journeys"),
    "persona-downgraded": later("evidence"),
    "persona-upgraded": later("evidence"),
    "pain-point-moved": later("place"),
    "severity-changed": later("severity"),
    "frequency-changed": later("frequency"),
    "opportunity-status-changed": later("status"),
    "initiative-status-changed": later("status"),
    "initiative-owner-changed": later("owner"),
    "initiative-slipped": later("due"),
    "initiative-pulled-in": later("due"),
    "dependency-changed": later("depends on"),
    "metric-redefined": later("definition"),
    "target-changed": later("target"),
    "threshold-crossed": later("threshold"),
    "reading-added": later("reading"),
    "reading-removed": later("reading"),
    "reading-changed": later("reading"),
    "evidence-removed": later("evidence"),
    "evidence-added": later("evidence"),
    "quote-added": later("quote"),
    "quote-removed": later("quote"),
    "blueprint-changed": later("service blueprint"),
    "owner-changed": later("owner"),
    "review-date-changed": later("review"),
    "setting-changed": later("setting"),
    "id-renamed": later("id"),
    "id-lost": later("id"),
    "id-given": later("id"),
    "old-id-dropped": later("old id"),
    "old-id-kept": later("old id"),
    "title-changed": later("title"),
}
"""By the name of a change; what comes and goes is named by its kind, other fields by their own."""

_THINGS = {
    "journey": later("journey"),
    "stage": later("stage"),
    "step": later("step"),
    "pain-point": later("pain point"),
    "persona": later("persona"),
    "segment": later("segment"),
    "channel": later("channel"),
    "touchpoint": later("touchpoint"),
    "stakeholder": later("stakeholder"),
    "metric": later("metric"),
    "evidence": later("evidence"),
    "insight": later("insight"),
    "opportunity": later("opportunity"),
    "initiative": later("initiative"),
    "term": later("term"),
    "objective": later("objective"),
    "hypothesis": later("hypothesis"),
}

_FIELDS = {
    "action": later("action"),
    "summary": later("summary"),
    "customer_goal": later("goal"),
    "scenario": later("scenario"),
    "thoughts": later("thoughts"),
    "expectations": later("expectations"),
    "emotion": later("feeling"),
    "moment_of_truth": later("moment of truth"),
    "pain_points": later("pain points"),
    "opportunities": later("opportunities"),
    "touchpoints": later("touchpoints"),
    "metrics": later("metrics"),
    "duration": later("duration"),
    "note": later("note"),
    "tags": later("tags"),
    "due": later("due"),
    "target": later("target"),
}
"""The fields that are told most; others by the key that their authors write."""

CHOSEN = frozenset(
    {
        "state-changed",
        "status-changed",
        "handling-changed",
        "severity-changed",
        "frequency-changed",
        "opportunity-status-changed",
        "initiative-status-changed",
    }
)
"""The changes from one word of the model to another."""


def sort_of(change: ToldChange) -> str:
    """Tell whether something was ``added``, ``removed`` or ``changed``."""
    for end, sort in (("-added", "added"), ("-removed", "removed"), ("-linked", "added")):
        if change.name.endswith(end):
            return sort
    if change.before and not change.after:
        return "removed"
    return "added" if change.after and not change.before else "changed"


def about_in_words(change: ToldChange) -> str:
    """Say what of a thing changed: *feeling*, *owner*; of what came or went, what it is."""
    known = _ABOUT.get(change.name)
    if known:
        return _(known)
    if change.name.endswith(("-added", "-removed")):
        return _(_THINGS.get(change.key.kind, change.key.kind))
    field = next(iter(change.fields), "")
    return _(_FIELDS.get(field, field.replace("_", " ")))


def is_about_itself(change: ToldChange) -> bool:
    """Tell whether a thing came or went, rather than something of it."""
    return change.name not in _ABOUT and change.name.endswith(("-added", "-removed"))
