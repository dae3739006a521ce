"""Texts that are an attack somewhere, and a handbook in which every text is one of them."""

from __future__ import annotations

import json
from pathlib import Path

from tests.properties.draft import Draft
from tests.properties.handbooks import Plan

TEXTS: dict[str, str] = json.loads((Path(__file__).parent / "texts.json").read_text("utf-8"))
# These are long and say little.
TEXTS |= {"dot12": "x" * 17_000, "text10": "x" * 5_000, "text12": "ab" * 2_000 + " "}


def handbook_of(text: str) -> Draft:
    """Write a handbook with every field of every kind, whose texts are all this one.

    Where a field takes less, it is cut. For another text the same things say the same fields.
    """
    return Plan(seed=3, texts=(text,), full=100, journeys=1, others=1).draft()
