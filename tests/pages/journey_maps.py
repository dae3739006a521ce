"""A small handbook of journeys, for the tests of the pages about them."""

from __future__ import annotations

SPARSE = {
    "journeys/order.yml": """\
        title: I order a lamp
        stages: [{title: I choose, steps: [I compare, I ask]}, {title: I pay}]
        """,
}

ORDER = """\
title: I order a lamp
code: J-1
formerly: [first-order]
summary: From the first hum to the first page.
customer_goal: Light *without* noise
scenario: It is past midnight.
personas: [bea, carl]
owner: shop-team
reviewed: 2026-11-01
review_every: 6 months
tags: [lamps]
quotes: [{text: All lamps hum in the end., said_by: Interview 2, lang: en, consent: true}]
objectives:
  - {id: calm, title: Fewer calls, metric: calls, target: 5, due: 2027-01-31, formerly: [quiet]}
hypotheses:
  - {id: noise, title: Noise is fear, status: supported, evidence: talks, formerly: [fear]}
stages:
  - id: choose
    title: I choose
    formerly: [pick]
    lifecycle: find
    chapter: Before it is dark
    customer_goal: Find a silent one
    timing: An evening
    rows: {Head or heart: head}
    steps:
      - id: compare
        title: I compare
        formerly: [check]
        channel: web
        emotion:
          - {who: bea, score: -2, words: [lost], because: No sounds, evidence: talks}
          - {who: carl, score: 1}
        moment_of_truth: {question: Will it hum?, handling: failing, why: "No **sounds**"}
        thoughts: [They all look the same]
        pain_points:
          - {id: hum, title: It may hum, severity: critical, frequency: often, evidence: talks,
             opportunities: [record], formerly: [noise-at-night]}
        quotes: [{text: I hear it at night., said_by: Interview 1, evidence: talks, consent: true}]
        metrics: [{metric: calls, value: 9, target: 5}]
        rows: {Head or heart: heart, What others do: A sound sample}
        blueprint:
          physical_evidence: [The box]
          frontstage: [{who: shop-team, does: Answers}]
          support: [{who: till}, Plain text]
          fail_points: [{title: No answer, mitigation: Ring back, pain_point: hum}]
      - id: ask
        title: I ask
        touchpoint: desk
        owner: till
        emotion: {score: 1, who: A friend}
        next: [{to: compare, when: no answer, rate: 17%}, {to: pay}]
  - id: wait
    title: I wait
    chapter: Before it is dark
    emotion: -0.5
    pain_points: [Nobody knows]
  - id: use
    title: I read
    chapter: At night
    steps:
      - {id: pay, title: I pay, channels: [web, phone], emotion: {words: [calm]},
         needs: [One price], opportunities: [A plain idea], optional: true, only_for: guests}
      - {id: pack, title: They pack it, side: company, emotion: 2,
         alongside: [pay, wait, sleep/lie]}
      - {id: read, title: I read, emotion: 2, journey: sleep}
"""
FUTURE = """\
title: I order, one day
state: future
status: in-review
future_of: order
personas: [bea]
stages:
  - {id: choose, title: I choose, steps: [{id: compare, title: I listen, emotion: 1}]}
"""
FULL = {
    "handbook.yml": """\
        owner: shop-team
        lifecycle: [{id: find, title: Find}, {id: leave, title: Leave}]
        lanes: [steps, What others do, emotion]
        rows: [{title: Head or heart, at: step, type: choice, choices: [head, heart]}]
        """,
    "journeys/order.yml": ORDER,
    "journeys/order-future.yml": FUTURE,
    "journeys/sleep.yml": "title: I sleep\nstatus: retired\n"
    "steps: [{id: lie, title: I lie down}]\n",
    "personas/bea.yml": "name: Bea\nrole: Reads at night\n",
    "personas/carl.yml": "name: Carl\n",
    "stakeholders.yml": "- {id: shop-team, name: Shop team}\n- {id: till, name: The till}\n",
    "channels.yml": "- {id: web, title: The web, family: digital, icon: web}\n"
    "- {id: phone, title: The phone, family: human}\n",
    "touchpoints.yml": "- {id: desk, title: The desk, channel: phone}\n",
    "metrics/calls.yml": "title: Calls\nunit: calls\n",
    "evidence/talks.yml": "title: Talks at night\nkind: interview\n",
    "opportunities.yml": "- {id: record, title: Record every lamp, code: O-1, owner: shop-team}\n"
    "- {id: listen, title: A listening corner, steps: [order/ask]}\n",
    "initiatives/film.yml": "title: A film\nopportunity: record\n"
    "status: in-progress\ndue: 2027-01\n",
}
