"""The standard words of customer experience work, each in one sentence."""

from __future__ import annotations

from typing import NamedTuple

from mkdocs_journeys.language import gettext as _
from mkdocs_journeys.language import later


class FieldWord(NamedTuple):
    """One word of the field; its ``anchor`` is its address in the glossary."""

    anchor: str
    title: str
    meaning: str


_FIELD_WORDS = tuple(
    FieldWord(f"word-{title.lower().replace(' ', '-')}", title, meaning)
    for title, meaning in (
        (later("Assumption"), later("A claim that nothing gathered from customers supports yet.")),
        (later("Backstage"), later("What staff do for the customer out of her sight.")),
        (
            later("Channel"),
            later("A way in which the customer and the company meet, such as phone or shop."),
        ),
        (
            later("Churn"),
            later("Customers leaving, usually counted as a share of all within a period."),
        ),
        (later("Current state"), later("A map of how it is today.")),
        (
            later("Customer effort score"),
            later("How hard customers say that it was to get something done (CES)."),
        ),
        (
            later("Customer satisfaction score"),
            later("How satisfied customers say that they are, often from 1 to 5 (CSAT)."),
        ),
        (
            later("Emotion curve"),
            later("The line that shows how each step feels, from very negative to very positive."),
        ),
        (
            later("Evidence"),
            later("What was heard, seen or counted, and what claims on a map lean on."),
        ),
        (later("Fail point"), later("A place in the delivery that can break.")),
        (later("Frontstage"), later("What staff and systems do in the customer’s sight.")),
        (later("Future state"), later("A map of how it shall be.")),
        (later("Hand-off"), later("Two neighbouring steps for which different teams answer.")),
        (later("Hypothesis"), later("Something that the team believes and wants to know.")),
        (later("Initiative"), later("Work that a team does to seize an opportunity.")),
        (later("Insight"), later("What the evidence taught us.")),
        (
            later("Journey"),
            later("The way of a customer towards something that she wants, as she lives it."),
        ),
        (
            later("Lifecycle"),
            later(
                "The whole life of a customer with a company, from first hearing of it to leaving."
            ),
        ),
        (
            later("Line of interaction"),
            later("Where what the customer does meets what the company does for her."),
        ),
        (
            later("Line of visibility"),
            later("What lies below it on a blueprint is hidden from the customer."),
        ),
        (
            later("Metric"),
            later("A figure that is measured again and again, with a unit and a direction."),
        ),
        (
            later("Moment of truth"),
            later("A step that decides whether the customer trusts the company."),
        ),
        (
            later("Net promoter score"),
            later(
                "How many would recommend a company minus how many would not, "
                "from −100 to 100 (NPS)."
            ),
        ),
        (later("Objective"), later("What a map shall help to reach, measurable and by a date.")),
        (later("Opportunity"), later("A chance to make something better for the customer.")),
        (
            later("Pain point"),
            later("Something that hurts the customer, as bad as it is severe and frequent."),
        ),
        (
            later("Persona"),
            later("A person made of what is known of many, for whom a map is drawn."),
        ),
        (
            later("Segment"),
            later("A group of customers who have something that matters in common."),
        ),
        (
            later("Service blueprint"),
            later("A map with what happens behind each step, lane below lane."),
        ),
        (later("Stage"), later("A part of a journey with a goal of its own.")),
        (
            later("Stakeholder"),
            later(
                "Somebody with a part in the journey or a say in it: a person, a team, a system."
            ),
        ),
        (later("Step"), later("One thing that the customer does or meets.")),
        (later("Swimlane"), later("A picture of a flow in which everybody who acts has a lane.")),
        (
            later("Touchpoint"),
            later(
                "Something that the customer meets again and again, such as a bill or a hotline."
            ),
        ),
    )
)


def field_words() -> tuple[FieldWord, ...]:
    """Give the words in the language spoken, by its alphabet; anchors are the same in all."""
    said = (FieldWord(one.anchor, _(one.title), _(one.meaning)) for one in _FIELD_WORDS)
    return tuple(sorted(said, key=lambda one: one.title.casefold()))
