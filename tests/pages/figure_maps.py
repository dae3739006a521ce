"""Small maps with figures, sources and work, for the tests of the pages about them."""

from __future__ import annotations

SPARSE = {
    "journeys/order.yml": "title: I order\nstages: [{id: choose, title: I choose}]\n",
    "touchpoints.yml": "- {id: shop-page}\n",
    "channels.yml": "- {id: web}\n",
    "metrics/calls.yml": "{}\n",
    "evidence/talks.yml": "kind: interview\n",
    "insights/humming.yml": "{}\n",
    "opportunities/record.yml": "{}\n",
    "initiatives/film.yml": "{}\n",
}

ORDER = """\
title: I order a lamp
personas: [bea]
owner: shop-team
reviewed: 2026-06-01
objectives:
  - {id: calm, title: Fewer calls, metric: calls, target: 5, due: 2027-01-31}
  - {id: late, title: Less noise, metric: calls, target: 4, due: 2026-10-01}
  - {id: met, title: No more than before, metric: calls, target: 30}
  - {id: felt, title: People smile}
stages:
  - id: choose
    title: I choose
    steps:
      - id: compare
        title: I compare
        touchpoint: shop-page
        emotion: {score: -2, words: [lost], evidence: talks}
        moment_of_truth:
          {question: Will it hum?, handling: failing, why: No sounds, evidence: talks}
        metrics: [{metric: calls, value: 9, target: 5, date: 2026-10}]
        pain_points:
          - id: hum
            title: It may hum
            kind: gap
            severity: critical
            frequency: often
            reach: 50% of lamps
            evidence: talks
            personas: bea
          - {id: dear, title: It is dear, severity: high, frequency: always}
          - Nobody knows
        quotes:
          - {text: I hear it at night., said_by: Interview 1, evidence: talks, consent: true}
          - {text: Never tell them I said so., said_by: Interview 2, consent: false}
      - id: ring
        title: I ring
        channel: phone
        emotion: {score: 1}
        moment_of_truth: {question: Will they know?, handling: winning}
      - id: pack
        title: They pack it
        side: company
        touchpoint: shop-page
        emotion: {score: 2}
      - id: pay
        title: I pay
        channel: web
        blueprint: {support: [{who: shop-page, does: Takes the money}]}
        variants: [{for: bea, channel: phone}]
"""
FUTURE = """\
title: I order, one day
state: future
status: in-review
future_of: order
personas: [bea]
stages:
  - id: choose
    title: I choose
    steps:
      - id: compare
        title: I listen first
        touchpoint: shop-page
        emotion: {score: 1}
      - {id: pay, title: I pay, channel: web}
      - {id: praise, title: I praise it, emotion: 2}
"""
CALLS = """\
title: Calls
code: M-1
summary: Calls about *hum*.
unit: calls
direction: down
scale: {least: 0, most: 100, question: Why do you ring?}
formula: Calls by month
source: Call list
cadence: monthly
baseline: 20
target: {value: 5, due: 2027-03-31}
series_break: 2026-08-01
owner: shop-team
evidence: log
tags: [noise]
note: Counted by hand.
readings:
  - {date: 2026-06, value: 20, n: 800}
  - {date: 2026-07, value: 18}
  - {date: 2026-09, value: 12, note: New list}
  - {date: 2026-10, value: 9, n: 700}
  - date: 2026-10
    value: 14
    segment: night-owls
    persona: bea
    at: order/compare
    variant: At night
  - {date: 2026-12, value: 7}
"""
TALKS = """\
title: Talks at night
code: E-1
summary: Eleven talks.
kind: interview
date: 2025-01-31
n: 11
method: An hour each
url: javascript:alert(1)
file: ../secret/folder/talks.pdf
consent: Written
quotes:
  - {text: "I  hear it at night.", persona: bea, step: order/compare}
  - {text: A lamp is a friend., said_by: Interview 3, consent: true, persona: bea}
"""
FILM = """\
title: A film
code: I-1
summary: Ninety seconds.
opportunity: record
status: in-progress
owner: shop-team
start: 2026-09-15
due: 2026-11-01
cost: 100 EUR
benefit: Fewer calls
expects: [{metric: calls, change: to 5, due: 2027-03-31}]
tracker: https://work.example/film
decision: {why: Cheapest, date: 2026-08-30, by: shop-team, evidence: log}
evidence: trial
depends_on: [sound]
"""

FULL = {
    "handbook.yml": """\
review_every: 3 months
evidence_age: {interview: 18 months, analytics: 6 months}
opportunity_weights: {customer_value: 3, business_value: 1}
""",
    "journeys/order.yml": ORDER,
    "journeys/order-future.yml": FUTURE,
    "personas/bea.yml": (
        "name: Bea\nquote: {text: I only want to read., consent: true}\n"
        "channels: [{channel: web, use: prefers}, {channel: phone, use: avoids}]\n"
    ),
    "personas/carl.yml": "name: Carl\nreviewed: 2026-11-01\n",
    "segments.yml": "- {id: night-owls, title: Night owls}\n",
    "stakeholders.yml": "- {id: shop-team, name: Shop team}\n- {id: till, name: The till}\n",
    "channels.yml": """\
- {id: web, title: The web, family: digital, icon: web, online: true}
- {id: phone, title: The phone, family: human, online: false, summary: Until eight., code: C-2}
""",
    "touchpoints.yml": """\
- id: shop-page
  title: The shop page
  channel: web
  control: own
  url: https://shop.example/lamps
  systems: [till]
  listening: {kind: periodic, metric: calls}
  owner: shop-team
  summary: Where lamps stand.
  tags: [shop]
  rows: {Pages a day: 900}
  note: Old.
- {id: poster, title: A poster, control: third-party, url: "file:///etc/passwd"}
""",
    "metrics/calls.yml": CALLS,
    "metrics/guess.yml": """\
title: Guessed calls
predicted: true
readings: [{date: 2026-10, value: 8}, {date: 2026-11, value: 7}]
""",
    "evidence/talks.yml": TALKS,
    "evidence/log.yml": "title: The call list\nkind: analytics\ndate: 2026-10-31\nn: 700\n",
    "evidence/trial.yml": """\
title: The film in one town
kind: experiment
n: 40
experiment: {variants: [No film, A film], metric: calls, result: Six calls fewer}
""",
    "insights/humming.yml": """\
title: Noise is fear
theme: Noise
sentiment: negative
signal: support-spike
evidence: [talks, log]
steps: [order/compare]
stages: [order/choose]
""",
    "opportunities/record.yml": """\
title: Record every lamp
code: O-1
status: in-progress
owner: shop-team
pain_points: [order/hum]
insights: [humming]
ideas: [A button with sound]
customer_value: 5
business_value: 1
effort: 2
feasibility: 4
cost: 500 EUR
alignment: [order/calm]
""",
    "opportunities/gift.yml": "title: A gift\ncustomer_value: 2\nbusiness_value: 2\neffort: 5\n",
    "opportunities/someday.yml": "title: Some day\n",
    "initiatives/film.yml": FILM,
    "initiatives/sound.yml": "title: Sounds\nstatus: done\ndone: 2026-08-01\ndue: 2026-07-01\n",
    "initiatives/tune.yml": "title: A tune\nstatus: planned\ndue: 2027-02\ndepends_on: film\n",
}
