"""The standard words of customer experience work, each in one sentence."""

from __future__ import annotations

from typing import NamedTuple


class FieldWord(NamedTuple):
    """One word of the field; its ``anchor`` is its address in the glossary."""

    anchor: str
    title: str
    meaning: str


FIELD_WORDS = tuple(
    FieldWord(f"word-{title.lower().replace(' ', '-')}", title, meaning)
    for title, meaning in (
        ("Assumption", "A claim that nothing gathered from customers supports yet."),
        ("Backstage", "What staff do for the customer out of her sight."),
        ("Channel", "A way in which the customer and the company meet, such as phone or shop."),
        ("Churn", "Customers leaving, usually counted as a share of all within a period."),
        ("Current state", "A map of how it is today."),
        (
            "Customer effort score",
            "How hard customers say that it was to get something done (CES).",
        ),
        (
            "Customer satisfaction score",
            "How satisfied customers say that they are, often from 1 to 5 (CSAT).",
        ),
        (
            "Emotion curve",
            "The line that shows how each step feels, from very negative to very positive.",
        ),
        ("Evidence", "What was heard, seen or counted, and what claims on a map lean on."),
        ("Fail point", "A place in the delivery that can break."),
        ("Frontstage", "What staff and systems do in the customer’s sight."),
        ("Future state", "A map of how it shall be."),
        ("Hand-off", "Two neighbouring steps for which different teams answer."),
        ("Hypothesis", "Something that the team believes and wants to know."),
        ("Initiative", "Work that a team does to seize an opportunity."),
        ("Insight", "What the evidence taught us."),
        ("Journey", "The way of a customer towards something that she wants, as she lives it."),
        (
            "Lifecycle",
            "The whole life of a customer with a company, from first hearing of it to leaving.",
        ),
        (
            "Line of interaction",
            "Where what the customer does meets what the company does for her.",
        ),
        ("Line of visibility", "What lies below it on a blueprint is hidden from the customer."),
        ("Metric", "A figure that is measured again and again, with a unit and a direction."),
        ("Moment of truth", "A step that decides whether the customer trusts the company."),
        (
            "Net promoter score",
            "How many would recommend a company minus how many would not, from −100 to 100 (NPS).",
        ),
        ("Objective", "What a map shall help to reach, measurable and by a date."),
        ("Opportunity", "A chance to make something better for the customer."),
        ("Pain point", "Something that hurts the customer, as bad as it is severe and frequent."),
        ("Persona", "A person made of what is known of many, for whom a map is drawn."),
        ("Segment", "A group of customers who have something that matters in common."),
        ("Service blueprint", "A map with what happens behind each step, lane below lane."),
        ("Stage", "A part of a journey with a goal of its own."),
        (
            "Stakeholder",
            "Somebody with a part in the journey or a say in it: a person, a team, a system.",
        ),
        ("Step", "One thing that the customer does or meets."),
        ("Swimlane", "A picture of a flow in which everybody who acts has a lane."),
        (
            "Touchpoint",
            "Something that the customer meets again and again, such as a bill or a hotline.",
        ),
    )
)
"""In the order of the alphabet."""
