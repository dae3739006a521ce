"""Phone numbers in a text, told from prices, dates and order numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator

# Letters of scripts without spaces may stand right beside a number, so no `\w` here.
_CANDIDATE = re.compile(
    r"(?:(?<![A-Za-z0-9+])\+\s?|(?<![A-Za-z0-9_.,/=#€$£+-])(?<!\d:)\(?)"
    r"\d[\d\s().\-/]{5,20}\d(?![A-Za-z0-9_%€$£]|[.,:/-]\d)"
)
_FIGURES = re.compile(r"\d+\.\d+|.* / .*")
"""A fraction, or several figures side by side: no phone number."""
_BETWEEN = re.compile(r"[\s().\-/]+")
_IN_THOUSANDS = re.compile(r"\d{1,3}(?:[ .]\d{3})+")
_DATE = re.compile(
    r"(?:19|20)\d\d[-./ ](?:0?[1-9]|1[0-2])[-./ ]\d{1,2}"
    r"|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d"
)
_CALLED = re.compile(
    r"(?:call|phone|ring|rang|dial|text(?:ed)?|mobile|cell|whats ?app|sms|tel|fax|number is"
    r"|anruf\w*|telefon|handy|nummer|appel\w*|tél|llam\w*|móvil|teléfono)\W{0,3}(?:\w+\W+){0,2}$",
    re.IGNORECASE,
)

# Countries whose numbers begin with neither + nor 0 when written for their own people, by the
# language of the maps.
_REGIONS = {
    "da": ("DK",),
    "es": ("ES", "MX"),
    "it": ("IT",),
    "nb": ("NO",),
    "no": ("NO",),
    "pl": ("PL",),
    "pt": ("PT", "BR"),
    "ru": ("RU",),
    "zh": ("CN",),
}
_ELSEWHERE = ("US",)
_WITH_A_ZERO = ("GB", "FR", "DE", "NL", "CH", "AT", "AU")
"""Where a number without groups that begins with 0 is looked up, whatever the language."""
_FREE = re.compile(r"\(?0(?:80|84|87|90|18[01]|30[03])")
"""How numbers that are free or cost extra begin in most of Europe, looked up or not."""


def phone_numbers(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Give where phone numbers stand in a text: first index, and the index behind the last.

    A number is taken for one where it begins with a country's code; with a 0 and stands in
    groups; or is valid in a country where ``language`` is spoken and stands in groups. Groups
    are not needed behind *call*, *phone* and the like. Numbers that are free to call, or cost
    extra, belong to companies and are left out.
    Source: the numbering plans that Google's libphonenumber keeps.
    """
    for found in _CANDIDATE.finditer(text):
        number = found[0]
        digits = sum(map(str.isdigit, number))
        if not 9 <= digits <= 15 or _DATE.match(number.lstrip("(")) or _FIGURES.fullmatch(number):
            continue
        is_called = _CALLED.search(text, max(0, found.start() - 40), found.start()) is not None
        if not is_called and not number.startswith("0") and _IN_THOUSANDS.fullmatch(number):
            continue
        in_groups = is_called or _BETWEEN.search(number.lstrip("+( ")) is not None
        if _is_somebodys(number, language, in_groups=in_groups):
            yield found.span()


def _is_somebodys(number: str, language: str, *, in_groups: bool) -> bool:
    """Tell whether a number can be called and is that of a person or a household."""
    if number.startswith("00"):
        number = f"+{number[2:]}"
    if number.startswith("+"):
        return _is_private(number, None, is_sure=True)
    if number.lstrip("(").startswith("0"):
        if not in_groups:
            return any(_is_private(number, region) for region in _WITH_A_ZERO)
        groups = [len(group) for group in _BETWEEN.split(number) if group]
        return not _FREE.match(number) and len(groups) <= 6 and groups[0] >= 2
    regions = _REGIONS.get(language.casefold().partition("-")[0], _ELSEWHERE)
    return in_groups and any(_is_private(number, region) for region in regions)


def _is_private(number: str, region: str | None, *, is_sure: bool = False) -> bool:
    """Look a number up in the plan of a region; ``is_sure`` where its form alone says much."""
    import phonenumbers as plans  # takes 30 ms: only when something looks like a phone number

    try:
        parsed = plans.parse(number, region)
    except plans.NumberParseException:
        return False
    is_number = plans.is_possible_number if is_sure else plans.is_valid_number
    of_companies = (
        plans.PhoneNumberType.TOLL_FREE,
        plans.PhoneNumberType.PREMIUM_RATE,
        plans.PhoneNumberType.SHARED_COST,
        plans.PhoneNumberType.UAN,
    )
    return is_number(parsed) and plans.number_type(parsed) not in of_companies
