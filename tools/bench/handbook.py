"""A made-up handbook of any size, the same one for the same seed.

Everything grows in proportion: ten times the journeys mention ten times the personas, so that
what a page costs can be compared between sizes.
"""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from pathlib import Path

STAGES = 5
STEPS = (1, 1, 2, 2, 2)
"""How many steps a stage may have: 8 a journey, and about 100 lines of YAML."""

LIFECYCLE = ("discover", "choose", "join", "use", "get-help")
CHANNELS = {
    "web": "digital",
    "app": "digital",
    "email": "digital",
    "phone": "human",
    "shop": "human",
    "home-visit": "human",
    "letter": "physical",
    "router": "physical",
}
TEMPERS = {"web": 1, "app": 1, "email": 0, "phone": -1, "letter": 0, "router": -1}
"""What meeting a touchpoint is mostly like, 0 for the rest: maps agree to within two points."""
HANDLING = {1: ("winning", "at-risk"), 0: ("at-risk",), -1: ("at-risk", "failing")}
TALKS = ("interview", "observation")
COUNTS = ("survey", "analytics", "crm")
OWNERS = ("care", "billing", "field", "digital")

DOES = ("Waits for", "Compares", "Asks about", "Checks", "Pays for", "Opens", "Moves", "Cancels")
WHAT = ("the order", "the bill", "the visit", "the router", "the offer", "the call", "the date")
WHERE = ("at home", "at work", "on the phone", "in the evening", "before the weekend", "again")
FEELS = ("relieved", "ignored", "curious", "tired", "proud", "anxious", "calm", "annoyed")
THINKS = (
    "Nobody told me when it will be",
    "This was easier than the last time",
    "I would rather speak to somebody",
    "They must see the same screen as I do",
    "If it fails again I shall leave",
)
PAINS = (
    "No date until it is paid",
    "The same question is asked twice",
    "A promise that nobody can see",
    "The price is another one on the bill",
)


def write_handbook(folder: Path, journeys: int, seed: int = 1) -> None:
    """Write a handbook with so many journeys of five stages into a new folder.

    With it come a persona, a source of evidence and two opportunities for every ten journeys, of
    evidence at least two, and channels, touchpoints, teams and a metric that do not grow. It is
    well kept: hardly anything is found in it, and no error.
    """
    pick = random.Random(seed)
    tens = max(1, journeys // 10)
    _write(folder / "handbook.yml", _settings())
    _write(folder / "channels.yml", _channels())
    _write(folder / "touchpoints.yml", _touchpoints())
    _write(folder / "stakeholders.yml", _stakeholders())
    _write(folder / "metrics.yml", _metrics())
    for number in range(tens):
        _write(folder / "personas" / f"household-{number}.yml", _persona(pick, number))
        for which in "ab":
            name = f"idea-{number}{which}"
            _write(folder / "opportunities" / f"{name}.yml", _opportunity(pick, name))
    studies = tuple(f"study-{number}" for number in range(max(2, tens)))
    for number, study in enumerate(studies):
        _write(folder / "evidence" / f"{study}.yml", _evidence(pick, number))
    for number in range(journeys):
        path = folder / "journeys" / f"journey-{number:04}.yml"
        _write(path, _journey(pick, number, tens, studies))


def _settings() -> Iterator[str]:
    yield "format: 1"
    yield "title: A measured handbook"
    yield f"lifecycle: [{', '.join(LIFECYCLE)}]"
    yield "owner: care"


def _channels() -> Iterator[str]:
    for name, family in CHANNELS.items():
        yield f"- {{id: {name}, title: {name.capitalize()}, family: {family}}}"


def _touchpoints() -> Iterator[str]:
    for name in CHANNELS:
        yield f"- {{id: our-{name}, title: Our {name}, channel: {name}, control: own}}"


def _stakeholders() -> Iterator[str]:
    for name in OWNERS:
        yield f"- {{id: {name}, name: {name.capitalize()}, kind: team}}"


def _metrics() -> Iterator[str]:
    yield "- id: days-to-wait"
    yield "  title: Days to wait"
    yield "  unit: days"
    yield "  direction: down"
    yield "  formula: Days from the order until all of it works, the median of a month"
    yield "  source: Order system"
    yield "  cadence: every month"
    yield "  owner: care"
    yield "  baseline: 14"
    yield "  target: {value: 5, due: 2027-06-30}"
    yield "  readings: [{date: 2026-10, value: 11}, {date: 2026-11, value: 9}]"


def _persona(pick: random.Random, number: int) -> Iterator[str]:
    yield f"name: Household {number}"
    yield f"role: {pick.choice(DOES)} {pick.choice(WHAT)} for everybody"
    yield f"quote: {pick.choice(THINKS)}."
    yield f"goals: [To have {pick.choice(WHAT)} {pick.choice(WHERE)}]"
    yield f"needs: [A word about {pick.choice(WHAT)}]"
    yield f"pain_points: [{pick.choice(PAINS)}]"
    yield "validation: [{date: 2026-09, method: Playback, result: Recognised by 5 of 6, n: 6}]"
    yield "reviewed: 2026-10-01"


def _evidence(pick: random.Random, number: int) -> Iterator[str]:
    yield f"title: Study {number}"
    yield f"kind: {pick.choice(COUNTS if number % 2 else TALKS)}"
    yield "date: 2026-09"
    yield f"n: {pick.randint(5, 400)}"


def _opportunity(pick: random.Random, name: str) -> Iterator[str]:
    yield f"title: Tell them about {pick.choice(WHAT)} ({name})"
    yield f"customer_value: {pick.randint(1, 5)}"
    yield f"business_value: {pick.randint(1, 5)}"
    yield f"effort: {pick.randint(1, 5)}"
    yield "owner: care"


def _journey(pick: random.Random, number: int, tens: int, studies: Sequence[str]) -> Iterator[str]:
    yield f"title: I want {pick.choice(WHAT)} {pick.choice(WHERE)} ({number})"
    yield f"code: J-{number:04}"
    yield "state: current"
    yield "status: published"
    yield f"summary: From the first word of {pick.choice(WHAT)} to the last."
    yield f"customer_goal: To have {pick.choice(WHAT)} without a day off"
    yield f"personas: [household-{pick.randrange(tens)}]"
    yield "scope: {start: The first word of it, end: The first bill is paid}"
    yield "objectives: [{title: Half the time to wait, metric: days-to-wait}]"
    yield f"owner: {pick.choice(OWNERS)}"
    yield "reviewed: 2026-10-01"
    # Why, and how much.
    yield f"evidence: [{pick.choice(studies[::2])}, {pick.choice(studies[1::2])}]"
    yield "stages:"
    plan = [pick.choice(STEPS) for _ in range(STAGES)]
    ids = [f"step-{n}" for n in range(sum(plan))]
    first = 0
    for stage, steps in enumerate(plan):
        yield f"  - id: stage-{stage}"
        yield f"    title: {pick.choice(DOES)} {pick.choice(WHAT)}"
        yield f"    lifecycle: {LIFECYCLE[stage % len(LIFECYCLE)]}"
        yield f"    customer_goal: Know about {pick.choice(WHAT)}"
        yield "    steps:"
        for id_ in ids[first : first + steps]:
            yield from _step(pick, id_, ids, studies, tens)
        first += steps


def _step(
    pick: random.Random, id_: str, ids: Sequence[str], studies: Sequence[str], tens: int
) -> Iterator[str]:
    channel = pick.choice(tuple(CHANNELS))
    temper = TEMPERS.get(channel, 0)
    score = temper + pick.randint(-1, 1)
    # What is felt most strongly is what was asked about; some of the rest is believed.
    is_shown = abs(score) == 2 or pick.random() < 0.5
    proof = f", evidence: [{pick.choice(studies)}]" if is_shown else ""
    yield f"      - id: {id_}"
    yield f"        title: {pick.choice(DOES)} {pick.choice(WHAT)} {pick.choice(WHERE)}"
    yield f"        channel: {channel}"
    yield f"        touchpoint: our-{channel}"
    yield (f"        emotion: {{score: {score}, words: [{pick.choice(FEELS)}]{proof}}}")
    yield f"        thoughts: [{pick.choice(THINKS)}]"
    # Nothing that is felt as bad as can be is left without an answer.
    if score == -2 or pick.random() < 0.25:
        yield "        pain_points:"
        yield f"          - id: pain-{id_}"
        yield f"            title: {pick.choice(PAINS)}"
        yield f"            severity: {pick.choice(('low', 'medium', 'high'))}"
        yield f"            frequency: {pick.choice(('rare', 'sometimes', 'often'))}"
        yield f"            evidence: [{pick.choice(studies)}]"
        yield f"            opportunities: [idea-{pick.randrange(tens)}{pick.choice('ab')}]"
    if id_ == ids[0] or pick.random() < 0.1:
        question = (
            f'question: "Is {pick.choice(WHAT)} safe?"'  # some readers of YAML take `?,` for a key
        )
        handling = f"handling: {pick.choice(HANDLING[temper])}, evidence: [{pick.choice(studies)}]"
        yield f"        moment_of_truth: {{{question}, {handling}}}"
    if pick.random() < 0.15:
        here, to = ids.index(id_), pick.randrange(len(ids))
        loop = ", loop: true" if to <= here else ""
        yield "        next:"
        yield f"          - {{to: {ids[to]}, when: {pick.choice(WHAT)} is there{loop}}}"
        if id_ != ids[-1]:
            yield f"          - {{to: {ids[here + 1]}}}"
        yield f"          - {{exit: leaves, rate: {pick.randint(1, 20)}%}}"
        yield f"        evidence: [{pick.choice(studies)}]"


def _write(path: Path, lines: Iterator[str]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
