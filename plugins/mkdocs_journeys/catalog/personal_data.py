"""What in a text gives a person away: addresses, phone numbers, cards, accounts and keys.

Checked by the libraries that know the numbering plans, which are imported only when something in
a text looks like a number of that sort: most handbooks never need them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from mkdocs_journeys.catalog.phone_numbers import phone_numbers

Sort = Literal["e-mail address", "phone number", "card number", "bank account number", "key"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Giveaway:
    """A stretch of a text that names somebody; ``hint`` shows so little of it that it is safe."""

    sort: Sort
    start: int
    end: int
    hint: str


# East Asian widths and the digits of Arabic and Persian, each as the sign that it stands for: one
# for one, so that every index stays true.
_PLAIN = (
    {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
    | {0x0660 + digit: ord("0") + digit for digit in range(10)}
    | {0x06F0 + digit: ord("0") + digit for digit in range(10)}
    | {code: ord(" ") for code in (0xA0, 0x2007, 0x202F, 0x3000)}
    | {code: ord("-") for code in (0x2010, 0x2011, 0x2012, 0x2013)}
)

_EMAIL = re.compile(r"(?<![\w.+%-])[\w+%][\w.+%-]{0,63}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?!\w)")
_OF_NOBODY = re.compile(
    r"accounts|admin|billing|care|cc|complaints|contact|customer-?(?:care|services?)|cx|enquiries"
    r"|feedback|git|hallo|hello|help|helpdesk|hi|hola|info|jobs|kontakt|legal|mail|newsletter"
    r"|no-?reply|office|orders|postmaster|press|privacy|sales|security|service|shop|support|team"
    r"|webmaster",
    re.IGNORECASE,
)
"""Mailboxes of a team: they are there to be published."""

_CARD = re.compile(r"(?<![A-Za-z0-9_.,/+-])\d(?:[ -]?\d){12,18}(?![A-Za-z0-9_-])")
# Prefixes and lengths as the card schemes publish them (ISO/IEC 7812).
_CARD_SCHEMES = re.compile(
    r"4(?:\d{12}|\d{15}|\d{18})|5[1-5]\d{14}|2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}"
    r"|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|6(?:011|4[4-9]\d|5\d\d)\d{12}|35\d{14}|62\d{14,17}"
)
_IBAN = re.compile(r"(?<![A-Za-z0-9_])(?=([A-Za-z]{2}\d{2}[A-Za-z0-9 -]{11,45}))")
"""Where one may begin, and what may belong to it: words that follow look like more groups."""

_KEY = re.compile(
    r"(?<![\w-])(?:A(?:KIA|SIA)[0-9A-Z]{16}|gh[oprsu]_\w{30,}|github_pat_\w{30,}|glpat-[\w-]{18,}"
    r"|xox[abp]-[\w-]{10,}|xapp-[\w-]{10,}|[sr]k_live_\w{10,}|sk-[\w-]{20,}|AIza[\w-]{30,}"
    r"|npm_\w{30,}|pypi-[\w-]{30,}|SG\.[\w-]{16,}\.[\w-]{16,}"
    r"|eyJ[\w-]{8,}\.eyJ[\w-]{8,}\.[\w-]{8,})"
    r"|-----BEGIN [A-Z ]*PRIVATE KEY-----"
)
_PASSWORD = re.compile(
    r"(?:password|passwort|api[ _-]?key)\s*(?:is|ist|[:=])\s*[\"'“„‘]?"
    r"(?P<key>(?=\S{0,60}\d)(?=\S{0,60}[^\W\d_])[^\s\"'”’]{6,60})",
    re.IGNORECASE,
)


def giveaways(text: str, language: str = "en") -> tuple[Giveaway, ...]:
    """Give what in a text gives somebody away, in its order; nothing overlaps.

    ``language`` is that of the maps and says which countries' phone numbers are sought beside
    those that begin with ``+`` or ``0``. Mailboxes of teams, such as *support@…*, and numbers
    that cost nothing to call are nobody's.
    """
    plain = text if text.isascii() else text.translate(_PLAIN)
    found: list[Giveaway] = []
    for one in _sought(plain, language):
        if all(one.end <= other.start or one.start >= other.end for other in found):
            found.append(one)
    return tuple(sorted(found, key=lambda one: one.start))


def masked(text: str, language: str = "en") -> str:
    """Give a text with the sort of each giveaway in its place: ``Ring [phone number]``."""
    for found in reversed(giveaways(text, language)):
        text = f"{text[: found.start]}[{found.sort}]{text[found.end :]}"
    return text


def _sought(text: str, language: str) -> Iterator[Giveaway]:
    """Give what is found, the surest sort first."""
    yield from _keys(text)
    if "@" in text:
        yield from _emails(text)
    if sum(map(str.isdigit, text)) >= 9:
        yield from _ibans(text)
        yield from _cards(text)
        for start, end in phone_numbers(text, language):
            hint = f"…{_digits(text[start:end])[-2:]}"
            yield Giveaway(sort="phone number", start=start, end=end, hint=hint)


def _keys(text: str) -> Iterator[Giveaway]:
    for found in _KEY.finditer(text):
        yield Giveaway(sort="key", start=found.start(), end=found.end(), hint=f"{found[0][:4]}…")
    for found in _PASSWORD.finditer(text):
        start, end = found.span("key")
        yield Giveaway(sort="key", start=start, end=end, hint="…")


def _emails(text: str) -> Iterator[Giveaway]:
    for found in _EMAIL.finditer(text):
        mailbox = re.split(r"[@+]", found[0], maxsplit=1)[0]
        if not _OF_NOBODY.fullmatch(mailbox):
            hint = f"{found[0][0]}…@…"
            yield Giveaway(sort="e-mail address", start=found.start(), end=found.end(), hint=hint)


def _ibans(text: str) -> Iterator[Giveaway]:
    for found in _IBAN.finditer(text):
        start, behind = found.start(), found[1]
        if len(_digits(behind)) < 9:
            continue
        from stdnum import iban  # looks up 80 countries: only when something looks like one

        for length in range(len(behind), 14, -1):
            end = start + length
            is_whole = behind[length - 1].isalnum() and not text[end : end + 1].isalnum()
            if is_whole and iban.is_valid(behind[:length]):
                hint = f"{behind[:2]}…{behind[length - 2 : length]}"
                yield Giveaway(sort="bank account number", start=start, end=end, hint=hint)
                break


def _cards(text: str) -> Iterator[Giveaway]:
    for found in _CARD.finditer(text):
        digits = _digits(found[0])
        if _CARD_SCHEMES.fullmatch(digits):
            from stdnum import luhn  # the package takes 40 ms to import

            if luhn.is_valid(digits):
                hint = f"…{digits[-2:]}"
                yield Giveaway(sort="card number", start=found.start(), end=found.end(), hint=hint)


def _digits(text: str) -> str:
    return "".join(filter(str.isdigit, text))
