"""Who a persona is."""

from __future__ import annotations

from mkdocs_journeys.changes.change_kind import FieldChange
from mkdocs_journeys.model.persona import Persona

TRAITS = (
    *("demographics", "motivations", "goals", "needs", "pain_points", "behaviours"),
    *("preferences", "triggers", "objections", "decision_factors", "channels", "scales"),
    "messages",
)


class PersonaTraitChanged(FieldChange):
    """Says that a persona has another trait, a new one, or one less.

    Traits are its motivations, goals, needs, pain points, behaviours, preferences, triggers,
    objections and decision factors, its channels and scales, what to say to it, and its
    demographics. Their words are what they say, so other words are another trait.

    ## Why it matters
    Teams decide by what they know of her.

    ## Level
    Minor.
    """

    name = "persona-trait-changed"
    level = "minor"
    mirror = "persona-trait-changed"
    names = tuple((Persona, trait) for trait in TRAITS)
