"""The words that a reader sees for the choices and the nouns that an author writes as ids."""

from __future__ import annotations

from mkdocs_journeys.language import gettext, later, pgettext
from mkdocs_journeys.model.entry import in_words

_WORDS = {
    # How far a map, an opportunity, an initiative or a hypothesis is.
    "draft": later("Draft"),
    "in-review": later("In review"),
    "published": later("Published"),
    "retired": later("Retired"),
    "open": later("Open"),
    "in-progress": later("In progress"),
    "solved": later("Solved"),
    "dismissed": later("Dismissed"),
    "idea": later("Idea"),
    "prototype": later("Prototype"),
    "testing": later("Testing"),
    "planned": later("Planned"),
    "done": later("Done"),
    "dropped": later("Dropped"),
    "supported": later("Supported"),
    "refuted": later("Refuted"),
    # The state of a map.
    "current": later("Current state"),
    "future": later("Future state"),
    # How wide a map is.
    "end-to-end": later("End to end"),
    "moment": later("Moment"),
    # How a moment of truth is handled.
    "winning": later("Winning"),
    "at-risk": later("At risk"),
    "failing": later("Failing"),
    "unrated": later("Not rated"),
    # How much something hurts, how often, and what sort of trouble it is.
    "low": later("Low"),
    "medium": later("Medium"),
    "high": later("High"),
    "critical": later("Critical"),
    "rare": later("Rare"),
    "sometimes": later("Sometimes"),
    "often": later("Often"),
    "always": later("Always"),
    "friction": later("Friction"),
    "bottleneck": later("Bottleneck"),
    "gap": later("Gap"),
    "confusion": later("Confusion"),
    # How well something is known, and how it was gathered.
    "assumption": later("Assumption"),
    "weak": later("Weak"),
    "moderate": later("Moderate"),
    "strong": later("Strong"),
    "interview": later("Interview"),
    "focus-group": later("Focus group"),
    "survey": later("Survey"),
    "open-answers": later("Open answers"),
    "support-log": later("Support log"),
    "chat": later("Chat"),
    "social": later("Social"),
    "observation": later("Observation"),
    "employee-feedback": later("Employee feedback"),
    "analytics": later("Analytics"),
    "crm": later("CRM"),
    "purchase-history": later("Purchase history"),
    "service-metric": later("Service metric"),
    "workshop": later("Workshop"),
    "experiment": later("Experiment"),
    # How something sounds, and what showed it.
    "positive": later("Positive"),
    "neutral": later("Neutral"),
    "negative": later("Negative"),
    "mixed": later("Mixed"),
    "drop-off": later("Drop off"),
    "low-engagement": later("Low engagement"),
    "support-spike": later("Support spike"),
    # How a persona takes to a channel.
    "prefers": later("Prefers"),
    "likes": later("Likes"),
    "uses": later("Uses"),
    "reluctant": later("Reluctant"),
    "avoids": later("Avoids"),
    # Families of channels, whose a touchpoint is, what a stakeholder is.
    "digital": later("Digital"),
    "human": later("Person to person"),
    "physical": later("Physical"),
    "outside": later("Outside"),
    "own": later("Own"),
    "partner": later("Partner"),
    "third-party": later("Third party"),
    "person": later("Person"),
    "team": later("Team"),
    "department": later("Department"),
    "system": later("System"),
    # How we listen, what is at hand, which way is better.
    "post-interaction": later("Post interaction"),
    "periodic": later("Periodic"),
    "none": later("None"),
    "enough": later("Enough"),
    "short": later("Short"),
    "over": later("Over"),
    "up": later("Up"),
    "down": later("Down"),
    # How to work with a stakeholder.
    "manage-closely": later("Manage closely"),
    "keep-satisfied": later("Keep satisfied"),
    "keep-informed": later("Keep informed"),
    "monitor": later("Monitor"),
    # What differs between two maps or two releases.
    "added": later("Added"),
    "changed": later("Changed"),
    "removed": later("Removed"),
    "renamed": later("Renamed"),
    "kept": later("Kept"),
    "replaced": later("Replaced"),
    # Whose step it is.
    "customer": later("Customer"),
    "company": later("Company"),
    # How a review stands.
    "fresh": later("Fresh"),
    "soon": later("Soon"),
    "overdue": later("Overdue"),
    "never": later("Never"),
    # Nouns of the field.
    "journey": later("Journey"),
    "stage": later("Stage"),
    "step": later("Step"),
    "pain-point": later("Pain point"),
    "persona": later("Persona"),
    "segment": later("Segment"),
    "channel": later("Channel"),
    "touchpoint": later("Touchpoint"),
    "stakeholder": later("Stakeholder"),
    "metric": later("Metric"),
    "evidence": later("Evidence"),
    "insight": later("Insight"),
    "opportunity": later("Opportunity"),
    "initiative": later("Initiative"),
    "term": later("Term"),
    "objective": later("Objective"),
    "hypothesis": later("Hypothesis"),
    "lifecycle-stage": later("Lifecycle stage"),
    "emotion": later("Emotion"),
    "moment-of-truth": later("Moment of truth"),
    "quote": later("Quote"),
    "trait": later("Trait"),
    "scale": later("Scale"),
    "channel-preference": later("Channel preference"),
    "validation": later("Validation"),
    "variant": later("Variant"),
    "churn-risk": later("Churn risk"),
    "thought": later("Thought"),
    "amount-of-money": later("Amount of money"),
    "alternative": later("Alternative"),
    "blueprint": later("Blueprint"),
    "blueprint-entry": later("Blueprint entry"),
    "fail-point": later("Fail point"),
    "business-view": later("Business view"),
    "decision": later("Decision"),
    "expected-effect": later("Expected effect"),
    "listening-post": later("Listening post"),
    "measuring-scale": later("Measuring scale"),
    "method": later("Method"),
    "picture": later("Picture"),
    "reading": later("Reading"),
    "resources": later("Resources"),
    "scope": later("Scope"),
    "target": later("Target"),
    "way-onwards": later("Way onwards"),
}

_CONFIDENCE = {
    "low": later("Low confidence"),
    "medium": later("Medium confidence"),
    "high": later("High confidence"),
}


def choice_word(choice: str | None) -> str:
    """Say a choice or a noun of the model in the language spoken: ``in-progress``, *In progress*.

    Nothing for None or an empty text; what is no choice of the model is given in words.
    """
    if not choice:
        return ""
    if choice == "review":
        return pgettext("a kind of evidence", "Review")
    known = _WORDS.get(choice.lower().replace(" ", "-"))
    return gettext(known) if known else in_words(choice)


def confidence_words(confidence: str | None) -> str:
    """Say how sure a team is of its claim: ``high``, *High confidence*; nothing for None."""
    return gettext(_CONFIDENCE[confidence]) if confidence in _CONFIDENCE else ""
