"""Journeys that try a map's patience: many stages, many steps, many people, strange words."""

from __future__ import annotations

from collections.abc import Iterator

LONG = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"
ADDRESS = (
    "https://www.northern-lights.example/support/orders/2026-11-21/0004711/where-is-it?from=mail"
)
CHINESE = "客户在晚上十点四十分用手机下单并且等待十二天没有任何消息"
ARABIC = "لا أسمع شيئا لذلك أتصل بهم مرة أخرى في المساء"

PEOPLE = ("ada", "ben", "cleo", "dora", "eli")
FEELINGS = ("angry and a little ashamed", "let down", "", "hopeful", "over the moon")


def feeling(stage: int, step: int, person: int) -> int:
    """Give a score from -2 to 2 that goes up and down, for each person in another way."""
    return (stage * 3 + step * (person + 2) + person * 2) % 5 - 2


def steps(stage: int, count: int, people: tuple[str, ...], title: str) -> Iterator[str]:
    """Give the lines of the steps of one stage."""
    for step in range(count):
        yield f"      - id: s{stage}-{step}"
        yield f"        title: {title} {stage}.{step}"
        yield f"        channels: [{('web', 'phone', 'letter', 'friends')[step % 4]}]"
        yield f"        rows: {{Trust in us: {feeling(stage, step, 0)}}}"
        if step == 1:
            yield "        moment_of_truth: {question: Will it come?, handling: failing}"
        if people:
            yield "        emotion:"
        for number, person in enumerate(people):
            score = feeling(stage, step, number)
            word = FEELINGS[score + 2]
            words = f", words: [{word}]" if word else ""
            yield f"          - {{who: {person}, score: {score}{words}}}"


def journey(
    stages: tuple[int, ...], people: tuple[str, ...], title: str = "I take step", more: str = ""
) -> str:
    """Give a map with so many steps in each stage; ``more`` is said of each stage."""
    lines = ["title: A journey", f"personas: [{', '.join(people)}]", "stages:"]
    for number, count in enumerate(stages, 1):
        lines += [f"  - id: stage-{number}", f"    title: Stage {number}"]
        lines += [f"    {line}" for line in more.splitlines()]
        if count:
            lines += ["    steps:", *steps(number, count, people, title)]
    return "\n".join(lines) + "\n"


EVERYWHERE = f"""\
customer_goal: "{ADDRESS}"
timing: "{CHINESE}"
thoughts: ["{LONG}", "{ARABIC}"]
needs: ["{LONG}", "{ADDRESS}"]
highlights: ["{ARABIC}"]
pain_points: [{{title: "{LONG}", severity: critical, reach: "{ADDRESS}"}}]
opportunities: ["{LONG}"]
quotes: [{{text: "{ADDRESS}", said_by: "{LONG}", consent: true}}]
rows: {{Choice: "{LONG}"}}
blueprint: {{frontstage: ["{LONG}"], support: [{{who: "{CHINESE}", does: "{ADDRESS}"}}]}}
emotion: {{score: -1.5, who: "{LONG}", words: ["{ARABIC}"]}}"""

STRANGE = f"""\
title: "{LONG}"
personas: [ada, ben]
stages:
  - title: "{LONG}"
    steps:
      - {{title: "{ADDRESS}", channel: web, emotion: [{{who: ada, score: 2, words: ["{LONG}"]}},
         {{who: ben, score: 1.8, words: ["{CHINESE}"]}}, {{who: "{ARABIC}", score: 1.5}}]}}
      - {{title: "{ARABIC}", emotion: {{words: ["{LONG}"]}}}}
  - title: "{CHINESE}"
    steps: [{{title: "{CHINESE}", channel: "{LONG}", emotion: {{who: ada, score: -2}}}}]
"""

MAPS = {
    "three": journey((0, 1, 20), ("ada",)),
    "twelve": journey((5,) * 12, PEOPLE[:2]),
    "crowd": journey((20, 3, 20, 0, 7, 20), PEOPLE),
    "bare": journey((0,) * 4, ()),
    "strange": STRANGE + journey((2, 2), ("ada",), LONG, EVERYWHERE).partition("stages:\n")[2],
    "alone": journey((1,), ("ada",)),
}

HANDBOOK: dict[str, str] = {
    "maps/handbook.yml": "format: 1\ntitle: Patience\nrows:\n"
    "  - {title: Trust in us, at: step, type: curve, least: -2, most: 2}\n",
    "maps/channels.yml": "- {id: web, title: Web site, family: digital}\n"
    "- {id: phone, title: Telephone, family: human}\n"
    "- {id: letter, title: Letter, family: physical}\n"
    "- {id: friends, title: Friends, family: outside}\n",
    **{f"maps/personas/{id_}.yml": f"name: {id_.capitalize()} Longname\n" for id_ in PEOPLE},
    **{f"maps/journeys/{id_}.yml": text for id_, text in MAPS.items()},
}
