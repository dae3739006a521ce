"""Small maps about people, for the tests of the pages about them."""

from __future__ import annotations

SPARSE = {"journeys/order.yml": "title: I order\nstages: [{id: choose, title: I choose}]\n"}

HANDBOOK = """\
title: Lamp shop handbook
owner: shop-team
review_every: 3 months
lifecycle: [{id: choose, title: Choose}, {id: renew, title: Renew, formerly: [again]}]
"""
BEA = """\
name: Bea Lamp
code: P-1
role: Reads at night
summary: Reads until two.
bio: Lives above a bakery.
segment: night-owls
share: 12% of homes
priority: 2
quote: {text: I only want to read., said_by: Interview 1, evidence: talks, consent: true}
demographics: {Age: 44, Home: [Attic, Two cats]}
motivations: [Quiet]
goals: [{title: Light without noise, evidence: talks}, Sleep by three]
needs: [A dim lamp]
pain_points: [{title: Lamps hum, severity: high, frequency: often, evidence: talks}]
behaviours: [Reads reviews]
preferences: [Text over calls]
triggers: [A broken bulb]
objections: [Too dear]
decision_factors: [Noise, Price]
channels: [{channel: web, use: prefers, evidence: talks}, {channel: phone, use: avoids}]
scales: [{title: Patience, low: Short, high: Long, value: 30}]
messages: [Silent for life.]
validation: [{date: 2026-10-02, by: shop-team, method: Playback, n: 6, result: Recognised}]
reviewed: 2026-10-01
owner: shop-team
evidence: [talks]
confidence: medium
note: Check again in spring.
tags: [night]
rows: {Favourite book: Dracula}
formerly: [beatrice]
"""
ORDER = """\
title: I order a lamp
formerly: [first-order]
personas: [bea, carl]
reviewed: 2026-06-01
owner: shop-team
stages:
  - id: choose
    title: I choose
    lifecycle: choose
    customer_goal: Find a silent one
    formerly: [pick]
    steps:
      - id: compare
        title: I compare
        channel: web
        owner: shop-team
        emotion: [{who: bea, score: -1, evidence: talks}, {who: carl, score: 1}]
        needs: [A sound sample]
        moment_of_truth: {question: Will it hum?, handling: failing, why: Nobody measures it}
        pain_points: [{id: no-sound, title: No sound sample, severity: high, frequency: often}]
        metrics: [{metric: returns, value: 9%}]
        opportunities: [sound-page]
        blueprint: {frontstage: [{who: shop-team, does: Answers the chat}], support: [{who: till}]}
        quotes: [{text: It hums., said_by: Review 3, persona: bea, consent: true}]
      - id: pay
        title: I pay
        emotion: [{who: bea, score: 0}, {who: carl, score: 1}]
        moment_of_truth: {question: Is it safe?, handling: winning}
        variants: [{for: carl, title: I pay cash, channel: shop, emotion: 2}]
  - id: use
    title: I read
    steps:
      - {id: read, title: I read, emotion: 2}
"""
PEOPLE = {
    "handbook.yml": HANDBOOK,
    "personas/bea.yml": BEA,
    "personas/carl.yml": "name: Carl\npriority: 1\n",
    "segments/night-owls.yml": """\
        title: Night owls
        size: 40,000 homes
        share: 12%
        value: {amount: 80, currency: EUR}
        definition: Awake after *midnight*.
        evidence: talks
        """,
    "channels.yml": "- {id: web, family: digital, icon: web}\n- {id: phone, family: human}\n",
    "evidence/talks.yml": """\
        title: Talks at night
        kind: interview
        n: 8
        date: 2026-05
        quotes: [{text: Hum hum hum., consent: true, persona: bea, step: order/read}]
        """,
    "metrics/returns.yml": "title: Returned lamps\n",
    "stakeholders/shop-team.yml": """\
        name: Shop team
        kind: team
        reports_to: board
        influence: 4
        interest: 5
        influences: [till]
        training: [How to hear a hum]
        """,
    "stakeholders/board.yml": "name: The board\nkind: department\ninfluence: 5\ninterest: 2\n",
    "stakeholders/till.yml": "name: Till\nkind: system\n",
    "touchpoints/chat.yml": "title: Chat window\nsystems: [till]\nowner: shop-team\n",
    "opportunities/sound-page.yml": "title: A page with sounds\nowner: shop-team\n",
    "initiatives/record.yml": """\
        title: Record every lamp
        opportunities: [sound-page]
        status: in-progress
        due: 2026-11-20
        owner: shop-team
        """,
    "journeys/order.yml": ORDER,
}
"""A lamp shop with everything that pages about people can say."""
