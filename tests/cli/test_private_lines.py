"""What gives somebody away is found, and no report shows it."""

from __future__ import annotations

from contextlib import chdir
from pathlib import Path

import pytest
from slugify import slugify

from mkdocs_journeys.cli.formats.all import FORMATS
from mkdocs_journeys.cli.formats.look import Look
from mkdocs_journeys.cli.sources import Sources
from mkdocs_journeys.problems import Problem
from mkdocs_journeys.rules.in_full import in_full
from mkdocs_journeys.rules.judge import judge
from tests.maps_on_disk import catalog_of

SECRETS = ("priya.raman@mail.example", "07700 900123", "4111 1111 1111 1111")


@pytest.mark.parametrize("form", FORMATS)
def test_no_format_shows_what_gives_somebody_away(form: str, tmp_path: Path) -> None:
    quotes = "".join(f"  - {{text: Reach me at {secret}., said_by: Ed}}\n" for secret in SECRETS)
    files = {"journeys/order.yml": f"title: I order\nquotes:\n{quotes}stages: []\n"}
    catalog = catalog_of(tmp_path, files)
    with chdir(tmp_path):
        full = in_full(judge(catalog), catalog, Sources().of)
        found = [one for one in full if one.rule == "personal-data"]
        assert len(found) == len(SECRETS)
        report = FORMATS[form](found, Look(sources=True, colour=False))
    assert "order.yml" in report
    assert not [secret for secret in SECRETS if secret in report or slugify(secret) in report]


LABELS = f"title: I order\nowner: {SECRETS[0]}\npersonas: ['{SECRETS[1]}']\nstages: []\n"
QUOTES = (
    "title: I order\nquotes:\n  - {text: Write to ann@mail.example}\n"
    "  - {text: Write to bob@mail.example}\nstages: []\n"
)


def in_full_of(folder: Path, order: str) -> tuple[Problem, ...]:
    catalog = catalog_of(folder, {"journeys/order.yml": order})
    with chdir(folder):
        return in_full(judge(catalog), catalog, Sources().of)


@pytest.mark.parametrize("form", FORMATS)
def test_a_label_that_gives_somebody_away_is_not_repeated(form: str, tmp_path: Path) -> None:
    found = in_full_of(tmp_path, LABELS)
    assert [one.what for one in found if one.rule == "not-in-registry"] == [
        "“[e-mail address]” is shown as text: no stakeholder is called so.",
        "“[phone number]” is shown as text: no persona is called so.",
    ]
    with chdir(tmp_path):
        report = FORMATS[form](found, Look(sources=True, colour=False))
    assert not [secret for secret in SECRETS if secret in report or slugify(secret) in report]


def test_the_mailbox_of_a_team_is_a_label_like_any_other(tmp_path: Path) -> None:
    found = in_full_of(tmp_path, LABELS.replace(SECRETS[0], "support@mail.example"))
    assert any("“support@mail.example” is shown as text" in one.what for one in found)


def test_two_addresses_in_one_list_are_two_findings_that_say_neither(tmp_path: Path) -> None:
    """They shared a fingerprint with all that was private in the file."""
    found = [one for one in in_full_of(tmp_path, QUOTES) if one.rule == "personal-data"]
    assert [one.about for one in found] == [
        "journeys/order/quotes/text",
        "journeys/order/quotes/text/2",
    ]
    assert found[0].fingerprint != found[1].fingerprint


def test_the_name_of_a_finding_stays_when_the_address_is_another(tmp_path: Path) -> None:
    """Who holds the fingerprint cannot find out by trial which address it was."""
    before = in_full_of(tmp_path, QUOTES)
    after = in_full_of(tmp_path, QUOTES.replace("ann@", "eve@"))
    private = [[one.fingerprint for one in each if one.is_private] for each in (before, after)]
    assert private[0] == private[1]


def test_what_else_is_found_there_is_not_called_by_the_address(tmp_path: Path) -> None:
    abouts = [one.about for one in in_full_of(tmp_path, QUOTES)]
    assert "journeys/order/quotes/write-to-e-mail-address/text" in abouts
    assert not [about for about in abouts if "ann" in about or "bob" in about]
