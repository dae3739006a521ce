"""Links in prose that cannot lead anywhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import chain
from urllib.parse import urlsplit

from mkdocs_journeys.catalog.catalog import Catalog
from mkdocs_journeys.catalog.writing import Written, place_of, sources
from mkdocs_journeys.model.fields import Thing
from mkdocs_journeys.model.shapes import Shape, shapes_of
from mkdocs_journeys.model.walk import everything
from mkdocs_journeys.nearest import nearest
from mkdocs_journeys.problems import Place, Problem
from mkdocs_journeys.rules.rule import Rule

SCHEMES = ("http", "https", "mailto")
LONGEST_URL = 2_048
EXAMPLE = "Write an address like `https://research.example/study`."

# Images too: `![alt](file)` is a link to a file.
_LINK = re.compile(r"(?<!\\)\[[^\[\]\n]*\]\(\s*<?([^\s<>()]*(?:\([^\s<>()]*\)[^\s<>()]*)*)")
_CODE = re.compile(r"(?<!\\)(`+)(?!`).*?(?<!`)\1(?!`)", re.DOTALL)
_WEB = re.compile(r"https?://", re.IGNORECASE)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")


class DeadLink(Rule):
    """Finds links that cannot lead anywhere: no address, another scheme than web or mail, a slip.

    Looks at Markdown links in prose (`summary`, `note`, `bio` …); of address fields (`url`,
    `tracker`) only whether they open, for their form is what not-an-address looks at. Web
    addresses are visited only by `journeys check --online`; else only their form is looked at.
    Links that begin with another scheme, such as `javascript:` or `file:`, are never published.
    In hand-written pages, links to the file of a page of the handbook that is not there are found
    too, for example `../journeys/order/index.md`.

    ## Why it matters to the customer
    The study that shows how she feels is one click away, or it is not: a claim whose source
    cannot be opened is soon believed by nobody.

    ## Example
    ```yaml
    # maps/journeys/order.yml
    title: I order
    summary: "See [the study](htps://research.example/study-7)."
    stages: []
    ```

    ## Write instead
    ```yaml
    # maps/journeys/order.yml
    title: I order
    summary: "See [the study](https://research.example/study-7)."
    stages: []
    ```
    """

    name = "dead-link"
    group = "links"
    level = "warning"

    def find(self, catalog: Catalog) -> Iterable[Problem]:
        """Look at the prose of every entry and of the settings."""
        for target, place, is_address in targets_of(catalog):
            if not is_address and (wrong := wrong_with(target)):
                yield self.problem(place, *wrong)

    def unanswered(self, catalog: Catalog, visited: Mapping[str, str]) -> Iterable[Problem]:
        """Tell of web addresses that do not open; ``visited`` says of each of those why not."""
        for target, place, _ in targets_of(catalog):
            if why := visited.get(target):
                what = f"`{_short(target)}` does not open: {why}."
                yield self.problem(place, what, "Mend the address, or link to a copy that stays.")


def web_addresses(catalog: Catalog) -> tuple[str, ...]:
    """Give every web address that can be visited, each once, sorted; empty where there is none."""
    targets = {target for target, _, _ in targets_of(catalog)}
    return tuple(sorted(one for one in targets if _WEB.match(one) and wrong_with(one) is None))


def targets_of(catalog: Catalog) -> Iterator[tuple[str, Place, bool]]:
    """Give what every link leads to, its place, and whether it is a field for an address."""
    files = sources(catalog, "linked")
    for thing in chain(everything(catalog.settings), catalog.things):
        fields, any_of_them = _texts(type(thing))
        written = thing.model_fields_set
        # Asked at once for all of them: most things hold no prose.
        if any_of_them.isdisjoint(written):
            continue
        for attribute, is_address in fields:
            if attribute in written:
                value = getattr(thing, attribute)
                if is_address or not isinstance(value, str) or "](" in value:
                    for text in _in_field(thing, attribute):
                        if is_address:
                            yield text.text.strip(), text.place, True
                        else:
                            yield from _links(text, files.get(text.place.file, ""))


def _in_field(thing: Thing, field: str) -> Iterator[Written]:
    value = getattr(thing, field)
    for number, text in enumerate(value if isinstance(value, tuple) else (value,)):
        if isinstance(text, str):
            place = thing.spot.of(f"{field}.{number}", field)
            yield Written(thing=thing, field=field, text=text, place=place)


def _links(written: Written, source: str) -> Iterator[tuple[str, Place, bool]]:
    for start, target in links_in(written.text):
        # Where nothing stands, its brackets are meant.
        around = 0 if target else 1
        end = start + len(target) + around
        yield target, place_of(written, start - around, end, source), False


@cache
def _texts(thing: type[Thing]) -> tuple[tuple[tuple[str, bool], ...], frozenset[str]]:
    """Give the fields with Markdown or an address, and whether it is one; and as a set."""
    longest = ((shape.attribute, _longest(shape)) for shape in shapes_of(thing))
    fields = tuple(
        (name, most == LONGEST_URL) for name, most in longest if most in (LONGEST_URL, 20_000)
    )
    return fields, frozenset(name for name, _ in fields)


def links_in(prose: str) -> Iterator[tuple[int, str]]:
    """Give where each Markdown link's target begins, and the target; links in code are none."""
    shown = _CODE.sub(lambda code: " " * len(code[0]), prose)
    for link in _LINK.finditer(shown):
        yield link.start(1), link[1]


def wrong_with_address(address: str) -> tuple[str, str] | None:
    """Say what is wrong with an address that has to be a whole one, or None."""
    if _SCHEME.match(address):
        return wrong_with(address)
    mend = EXAMPLE if address.startswith("http") else f"Write `https://{address}`."
    return f"`{_short(address)}` is no whole address.", mend


def wrong_with(target: str) -> tuple[str, str] | None:
    """Say what is wrong with the target of a link and how to mend it, or None."""
    shown = _short(target)
    if not target:
        return "A link leads nowhere: its brackets are empty.", EXAMPLE
    scheme = _SCHEME.match(target)
    if scheme is None:
        if target.startswith("www."):
            return f"`{shown}` leads to no web page: its scheme is missing.", (
                f"Write `https://{shown}`."
            )
        return None
    name = scheme[1].lower()
    if name not in SCHEMES:
        meant = nearest(name, SCHEMES, 1)
        mend = f"Did you mean `{meant}:`?" if meant else f"Use one of {', '.join(SCHEMES)}."
        return f"`{shown}` begins with `{scheme[1]}:`, which is never published.", mend
    try:
        parts = urlsplit(target)
        whole = "@" in parts.path if name == "mailto" else bool(parts.hostname)
    except ValueError:
        whole = False
    if not whole:
        return f"`{shown}` is no whole address.", (
            "Write an address like `mailto:cx@company.example`." if name == "mailto" else EXAMPLE
        )
    return None


def _short(target: str) -> str:
    return target if len(target) <= 60 else target[:59] + "…"


def _longest(shape: Shape) -> int | None:
    limits = (getattr(limit, "max_length", None) for limit in shape.limits)
    return next((limit for limit in limits if limit is not None), None)
