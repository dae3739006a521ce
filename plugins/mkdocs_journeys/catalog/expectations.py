"""The small language of ``expect:``, in which teams say what must hold of a journey.

The grammar, with ``and`` binding closer than ``or``; upper and lower case are the same, and
``NUMBER`` is from -2 to 2, ``COUNT`` whole:

    line     = both { "or" both }
    both     = claim { "and" claim }
    claim    = SUBJECT "is" BOUND NUMBER
             | SUBJECT "has" ( "evidence" | "an active initiative" | "a metric" )
             | "never" COUNT ( "steps" | "stages" ) "in a row" BOUND NUMBER
             | BOUND COUNT ( "channel switches" | "hand-offs" )
    SUBJECT  = "moment of truth" | "step" | "stage" | "journey"
    BOUND    = "at least" | "at most"

Behind ``or`` and ``and`` the subject need not be said again: ``step is at least -1 or has an
active initiative``. This file reads lines; ``budgets.py`` holds them against a journey.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Literal, get_args

from mkdocs_journeys.model.emotion import SCALE
from mkdocs_journeys.nearest import nearest

Subject = Literal["moment of truth", "step", "stage", "journey"]
Bound = Literal["at least", "at most"]
Has = Literal["evidence", "an active initiative", "a metric"]
Counted = Literal["channel switches", "hand-offs"]
SUBJECTS: tuple[Subject, ...] = get_args(Subject)
BOUNDS: tuple[Bound, ...] = get_args(Bound)
HAS: tuple[Has, ...] = get_args(Has)
COUNTED: tuple[Counted, ...] = get_args(Counted)


@dataclass(frozen=True, slots=True, kw_only=True)
class Feels:
    """A subject's score, from -2 to 2, is at least or at most a value."""

    subject: Subject
    bound: Bound
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Owns:
    """A subject has evidence, an active initiative or a metric."""

    subject: Subject
    what: Has


@dataclass(frozen=True, slots=True, kw_only=True)
class NeverInARow:
    """Never so many neighbouring steps or stages with such a score."""

    length: int
    of: Literal["step", "stage"]
    bound: Bound
    value: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """At least or at most so many channel switches or hand-offs."""

    bound: Bound
    number: int
    of: Counted


Claim = Feels | Owns | NeverInARow | Counts


@dataclass(frozen=True, slots=True, kw_only=True)
class Expectation:
    """One line that was understood: it holds where all claims of one alternative hold."""

    text: str
    alternatives: tuple[tuple[Claim, ...], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NotUnderstood:
    """One line that was not: what is wrong, and the nearest that can be read, if one is near."""

    what: str
    instead: str


_NUMBER = r"(?P<value>[+-]?\d{1,3}(?:\.\d{1,3})?)"
_BOUND = r"(?P<bound>at least|at most)"
_FORMS = (
    re.compile(rf"(?:(?P<subject>{'|'.join(SUBJECTS)}) )?is {_BOUND} {_NUMBER}"),
    re.compile(rf"(?:(?P<subject>{'|'.join(SUBJECTS)}) )?has (?P<what>{'|'.join(HAS)})"),
    re.compile(rf"never (?P<length>\d{{1,3}}) (?P<of>step|stage)s in a row {_BOUND} {_NUMBER}"),
    re.compile(rf"{_BOUND} (?P<number>\d{{1,4}}) (?P<counted>{'|'.join(COUNTED)})"),
)
_JOINS = re.compile(r" (or|and) ")
_ANY_NUMBER = re.compile(r"[+-]?\d+(?:\.\d+)?")
_NUMBERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_SAID_OTHERWISE = tuple(
    (re.compile(rf"\b(?:{words})(?!\w)"), right)
    for words, right in (
        (
            "no more than|not more than|less than|fewer than|maximum|max|up to|below|under",
            "at most",
        ),
        ("no less than|not less than|more than|minimum|min|above|over", "at least"),
        ("moments of truth are|moments are|moment is", "moment of truth is"),
        ("moments of truth have|moments have|moment has", "moment of truth has"),
        ("(?:all|every|each) ", ""),
        ("has (?:an? )?initiative", "has an active initiative"),
        *((word, str(number)) for number, word in enumerate(_NUMBERS, 1)),
    )
)
"""What people write instead of the words of the grammar, for the form that we propose."""


@lru_cache(maxsize=256)  # A line of handbook.yml is read for every journey.
def understand(line: str) -> Expectation | NotUnderstood:
    """Read one line of ``expect:``; never raises."""
    found = _read(line)
    if isinstance(found, NotUnderstood) and isinstance(_read(found.instead), NotUnderstood):
        return replace(found, instead="")
    return found


def _read(line: str) -> Expectation | NotUnderstood:
    words = _normalised(line)
    pieces = _JOINS.split(words)
    alternatives: list[list[Claim]] = [[]]
    subject: Subject | None = None
    for claim_text, join in zip(pieces[::2], ("", *pieces[1::2]), strict=True):
        claim = _claim(claim_text, subject)
        if claim is None:
            mended = tuple(_mended(pieces))
            return NotUnderstood(
                what=f"`{claim_text}` is no expectation that can be understood",
                instead=" ".join(mended) if all(mended) else "",
            )
        if wrong := _wrong_number(claim):
            return NotUnderstood(what=wrong, instead=_example(claim))
        if join == "or":
            alternatives.append([])
        alternatives[-1].append(claim)
        subject = claim.subject if isinstance(claim, Feels | Owns) else subject
    return Expectation(
        text=line.strip(), alternatives=tuple(tuple(claims) for claims in alternatives)
    )


def _normalised(line: str) -> str:
    """Take off what means nothing: case, spaces, a full stop; a minus sign is a hyphen."""
    words = " ".join(line.casefold().split())
    return words.removesuffix(".").replace("−", "-")


def _claim(text: str, subject: Subject | None) -> Claim | None:
    """Read one claim; ``subject`` is that of the claim before, for one that does not say its."""
    found = next((match for form in _FORMS if (match := form.fullmatch(text))), None)
    if found is None:
        return None
    said = found.groupdict()
    if said.get("length"):
        of: Literal["step", "stage"] = "step" if said["of"] == "step" else "stage"
        value = float(said["value"])
        return NeverInARow(length=int(said["length"]), of=of, bound=_bound(said), value=value)
    if said.get("counted"):
        counted = next(one for one in COUNTED if one == said["counted"])
        return Counts(bound=_bound(said), number=int(said["number"]), of=counted)
    whose = next((one for one in SUBJECTS if one == said["subject"]), subject)
    if whose is None:
        return None
    if said.get("what"):
        return Owns(subject=whose, what=next(one for one in HAS if one == said["what"]))
    return Feels(subject=whose, bound=_bound(said), value=float(said["value"]))


def _bound(said: dict[str, str]) -> Bound:
    return "at least" if said["bound"] == "at least" else "at most"


def _wrong_number(claim: Claim) -> str:
    """Say what is wrong with a number that can be read; nothing where it is fine."""
    if isinstance(claim, Feels | NeverInARow) and not SCALE.ge <= claim.value <= SCALE.le:
        return f"The score {claim.value:g} is outside -2 (very negative) to 2 (very positive)"
    if isinstance(claim, NeverInARow) and claim.length < 1:
        return "A row has at least one step"
    return ""


def _example(claim: Claim) -> str:
    """Give a claim with a wrong number again, with the nearest right one."""
    if not isinstance(claim, Feels | NeverInARow):
        return ""
    value = f"{min(max(claim.value, SCALE.ge), SCALE.le):g}"
    if isinstance(claim, NeverInARow):
        return f"never {max(claim.length, 2)} {claim.of}s in a row {claim.bound} {value}"
    return f"{claim.subject} is {claim.bound} {value}"


def _mended(pieces: list[str]) -> Iterator[str]:
    """Give the pieces of a line again, each claim that cannot be read as the nearest that can."""
    subject: Subject | None = None
    for number, piece in enumerate(pieces):
        claim = _claim(piece, subject) if number % 2 == 0 else None
        if isinstance(claim, Feels | Owns):
            subject = claim.subject
        yield piece if number % 2 or claim else _nearest_claim(piece, subject)


def _nearest_claim(text: str, subject: Subject | None) -> str:
    """Give the claim that this text is nearest to, with the numbers that stand in it.

    Nothing where it is near to none.
    """
    for pattern, right in _SAID_OTHERWISE:
        text = pattern.sub(right, text)
    bare = _ANY_NUMBER.sub("#", text)
    form = nearest(bare, _known_forms(subject), slips=max(3, len(bare) * 2 // 5))
    if form is None:
        return ""
    given = iter(_ANY_NUMBER.findall(text))
    usual = iter(("2", "-1") if "in a row" in form else ("1",))
    return re.sub("#", lambda _: next(given, "") or next(usual, "-1"), form)


def _known_forms(subject: Subject | None) -> Iterator[str]:
    """Give every claim that can be written, with ``#`` for each number."""
    subjects = (*(f"{one} " for one in SUBJECTS), *(("",) if subject else ()))
    for whose in subjects:
        yield from (f"{whose}is {bound} #" for bound in BOUNDS)
        yield from (f"{whose}has {what}" for what in HAS)
    for of, bound in product(("steps", "stages"), BOUNDS):
        yield f"never # {of} in a row {bound} #"
    for bound, counted in product(BOUNDS, COUNTED):
        yield f"{bound} # {counted}"
