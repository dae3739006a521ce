"""What people said and thought, in their own words."""

from __future__ import annotations

from typing import Literal

from mkdocs_journeys.model.fields import Line, PersonaRef, StepRef, Text, Thing, says


class Quote(Thing):
    """Somebody's own words, with where they come from."""

    noun = "quote"
    text_field = "text"

    text: Text = says("The words, unchanged.", required=True)
    said_by: Line | None = says("Who said it, without a name: `Interview 07`.", also=("by", "who"))
    lang: Line | None = says("The language of the words, for example `en`.")
    consent: bool | None = says("Whether the person agreed to be quoted.")
    persona: PersonaRef | None = says("Whom it speaks for.")
    step: StepRef | None = says("The step that it is about.")


class Thought(Thing):
    """What the customer thinks and does not say."""

    noun = "thought"
    text_field = "text"

    text: Text = says("The thought, in her own words.", required=True)
    tone: Literal["positive", "neutral", "negative"] | None = says("How it sounds.")
