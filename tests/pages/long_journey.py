"""A journey of sixty steps, as much told of each as teams write, for weights and looks."""

from __future__ import annotations

import random

_WHAT = (
    *("open", "compare", "fill in", "send", "read", "wait for", "ask about", "sign", "pay for"),
    *("look up", "check", "change", "return", "unpack", "plug in", "test", "explain", "recommend"),
)
_THING = (
    *("the letter", "the offer", "the form", "the contract", "the parcel", "the first bill"),
    *("the router", "the old deal", "the appointment", "the tariff", "the password", "the survey"),
    *("the reminder", "the price list", "the status page", "the hotline", "the welcome pack"),
)
_HOW = (
    *("on the train", "after work", "with my sister", "at the kitchen table", "in a hurry"),
    *("for the second time", "before breakfast", "from my phone", "without my glasses"),
)
_WORDS = ("calm", "lost", "curious", "annoyed", "relieved", "bored", "proud", "tense", "unsure")
_CHANNELS = ("web", "app", "email", "phone", "post", "shop")


def long_journey(stages: int = 10, steps: int = 6) -> dict[str, str]:
    """Give a handbook of one journey, `long`, the same with every call."""
    chance = random.Random(3)

    def say(*of: tuple[str, ...]) -> str:
        return " ".join(chance.choice(words) for words in of)

    lines = ["title: A long way", "personas: [bea]", "stages:"]
    number = 0
    for stage in range(1, stages + 1):
        lines.append(f"  - id: stage-{stage}")
        lines.append(f"    title: {chance.choice(_THING).capitalize()} {stage}")
        lines.append(f"    customer_goal: To {say(_WHAT, _THING, _HOW)}")
        lines.append("    steps:")
        for _ in range(steps):
            number += 1
            lines += [
                f"      - id: step-{number}",
                f"        title: I {say(_WHAT, _THING, _HOW)}",
                f"        channel: {chance.choice(_CHANNELS)}",
                f"        action: Wants to {say(_WHAT, _THING)} {say(_HOW)}",
                f"        thoughts: [Shall I {say(_WHAT, _THING, _HOW)}?]",
                f"        emotion: {{score: {chance.randint(-2, 2)}, words: {say(_WORDS)}}}",
            ]
            if number % 3 == 0:
                pain = f"Nobody can {say(_WHAT, _THING, _HOW)}"
                lines.append(f"        pain_points: [{{id: pain-{number}, title: {pain}}}]")
            if number % 2 == 0:
                lines.append("        blueprint:")
                lines.append(f"          frontstage: [We {say(_WHAT, _THING)}]")
                lines.append(f"          support: [Somebody has to {say(_WHAT, _THING)}]")
            if number % 6 == 0:
                lines.append(
                    "        moment_of_truth: {question: Will it work?, handling: failing}"
                )
    channels = {
        f"channels/{name}.yml": f"title: {name.capitalize()}\nfamily: {family}\nicon: {icon}\n"
        for name, family, icon in (
            ("web", "digital", "web"),
            ("app", "digital", "cellphone"),
            ("email", "digital", "email-outline"),
            ("phone", "human", "phone-outline"),
            ("post", "physical", "mailbox-outline"),
            ("shop", "human", "storefront-outline"),
        )
    }
    journey = "\n".join(lines) + "\n"
    return {"journeys/long.yml": journey, "personas/bea.yml": "name: Bea\n", **channels}
