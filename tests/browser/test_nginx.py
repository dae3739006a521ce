"""The handbook behind nginx, configured as our manual says: for the company, for nobody else."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest
import requests
from playwright.sync_api import Browser, ViewportSize, expect

from tests.browser.nginx import CERTIFICATE, PASSWORD, READER, find_nginx, hosted
from tests.browser.test_search import search
from tests.browser.visit import Visit
from tests.site.project import Built

pytestmark = pytest.mark.skipif(find_nginx() is None, reason="there is no nginx here")

JOURNEY = "journeys/switch-to-fibre/"
STYLE = "assets/journeys/journeys.css"
ALL_KINDS = ("", JOURNEY, "search/search_index.json", "sitemap.xml", "404.html", STYLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hosted:
    """A site as nginx serves it."""

    address: str
    certificate: Path

    def ask(
        self,
        path: str,
        *,
        reader: tuple[str, str] | None = (READER, PASSWORD),
        method: str = "GET",
        headers: Mapping[str, str] | None = None,
    ) -> requests.Response:
        """Ask for a path as a program does, without following where it is sent to."""
        with requests.Session() as session:
            # No proxy of this machine, and no password file of its user.
            session.trust_env = False
            return session.request(
                method,
                self.address + path,
                auth=reader,
                headers=headers,
                verify=str(self.certificate),
                allow_redirects=False,
                timeout=30,
            )


@pytest.fixture(scope="module")
def company(example: Built, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Hosted]:
    """The handbook of this repository behind nginx."""
    folder = tmp_path_factory.mktemp("nginx")
    with hosted(example.site, folder) as address:
        yield Hosted(address=address, certificate=folder / CERTIFICATE)


@pytest.mark.parametrize("reader", [None, (READER, "guessed"), ("jonas", PASSWORD)])
@pytest.mark.parametrize("path", [*ALL_KINDS, "nowhere/"])
def test_without_the_login_nobody_sees_anything(
    company: Hosted, path: str, reader: tuple[str, str] | None
) -> None:
    answer = company.ask(path, reader=reader)
    assert answer.status_code == 401
    assert "fibre" not in answer.text.lower()
    assert answer.headers["WWW-Authenticate"].startswith("Basic")


@pytest.mark.parametrize("path", ALL_KINDS)
def test_with_the_login_everything_is_there_and_carries_the_policy(
    company: Hosted, path: str, example: Built
) -> None:
    answer = company.ask(path)
    file = example.site / path
    assert answer.status_code == 200
    assert answer.content == (file / "index.html" if file.is_dir() else file).read_bytes()
    assert answer.headers["Content-Security-Policy"].startswith("default-src 'self'; ")
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Content-Encoding"] == "gzip"
    assert not re.search(r"\d", answer.headers["Server"])


def test_what_is_missing_is_told_by_the_handbooks_own_page(company: Hosted, example: Built) -> None:
    answer = company.ask("journeys/nowhere/")
    assert answer.status_code == 404
    assert answer.content == (example.site / "404.html").read_bytes()
    assert "Content-Security-Policy" in answer.headers


def test_hidden_files_and_everything_but_reading_are_refused(
    company: Hosted, example: Built
) -> None:
    hidden = example.site / ".hidden"
    hidden.write_text("fibre", encoding="utf-8")
    try:
        assert company.ask(".hidden").status_code == 404
    finally:
        hidden.unlink()
    for method in ("POST", "PUT", "DELETE"):
        assert company.ask(JOURNEY, method=method).status_code == 405


def test_what_did_not_change_is_not_sent_again(company: Hosted) -> None:
    first = company.ask(JOURNEY)
    assert first.headers["Cache-Control"] == "private, no-cache"
    again = company.ask(JOURNEY, headers={"If-None-Match": first.headers["ETag"]})
    assert again.status_code == 304
    assert again.content == b""


def test_the_themes_own_files_are_kept_for_a_year(company: Hosted, example: Built) -> None:
    hashed = next((example.site / "assets" / "stylesheets").glob("main.*.min.css"))
    answer = company.ask(f"assets/stylesheets/{hashed.name}")
    assert answer.headers["Cache-Control"] == "private, max-age=31536000, immutable"
    ours = company.ask(STYLE)
    assert ours.headers["Cache-Control"] == "private, no-cache"


def test_a_folder_without_its_slash_leads_to_the_same_host(company: Hosted) -> None:
    answer = company.ask(JOURNEY.rstrip("/"))
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/{JOURNEY}"


def test_a_reader_with_the_password_walks_and_searches_without_a_complaint(
    company: Hosted, chromium: Browser
) -> None:
    context = chromium.new_context(
        viewport=ViewportSize(width=1440, height=900),
        ignore_https_errors=True,
        http_credentials={"username": READER, "password": PASSWORD},
    )
    visit = Visit(context, company.address)
    page = visit.open(JOURNEY)
    expect(page.locator("h1").first).to_be_visible()
    assert search(page, "Priya Raman").count() > 0
    page = visit.open("personas/priya/")
    expect(page.locator("h1").first).to_contain_text("Priya")
    assert visit.complaints() == ()
    context.close()
