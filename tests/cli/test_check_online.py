"""`journeys check --online`: web addresses are visited, and only then."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread

import pytest

from mkdocs_journeys.cli.online import visit
from tests.cli.in_process import journeys
from tests.cli.quiet import lay
from tests.command_line import check

ANSWERS = {"/here": 200, "/gone": 410, "/missing": 404, "/login": 401, "/broken": 500}


class Host(BaseHTTPRequestHandler):
    """A host that answers by the path; it remembers who asked for what."""

    asked: list[tuple[str, str]] = []  # noqa: RUF012  # of all requests
    over = Event()

    def do_HEAD(self) -> None:
        """Answer by the path."""
        self.asked.append((self.command, self.path))
        if self.path == "/slow":
            self.over.wait(30)
            return
        if self.path.startswith("/to"):
            self.send_response(302)
            self.send_header("Location", self.path.removeprefix("/to?"))
        elif self.path == "/no-head":
            self.send_response(200 if self.command == "GET" else 405)
        else:
            self.send_response(200 if self.path == "/%C3%BCber" else ANSWERS[self.path])
        self.send_header("Content-Length", "0")
        self.end_headers()

    do_GET = do_HEAD  # noqa: N815  # http.server calls it so

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@pytest.fixture
def host() -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Host)
    Host.asked.clear()
    Host.over.clear()
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    Host.over.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.mark.parametrize(
    ("path", "why"),
    [
        ("/here", None),
        ("/here#part", None),
        ("/login", None),
        ("/no-head", None),
        ("/über", None),
        ("/to?/here", None),
        ("/missing", "the server answers 404, not found"),
        ("/gone", "the server answers 410, gone"),
        ("/broken", "the server answers 500, internal server error"),
        ("/to?/gone", "the server answers 410, gone"),
        ("/slow", "no answer within 0.5 seconds"),
    ],
)
def test_an_address_opens_or_says_why_not(path: str, why: str | None, host: str) -> None:
    assert visit([host + path], seconds_each=0.5) == ({host + path: why} if why else {})


def test_nobody_is_led_to_files(host: str, tmp_path: Path) -> None:
    (tmp_path / "x").write_text("x")
    address = f"{host}/to?{(tmp_path / 'x').as_uri()}"
    assert visit([address]) == {address: "it leads in a circle, or to what is no web page"}


def test_nobody_at_home_and_no_such_host_are_told() -> None:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        nobody = f"http://127.0.0.1:{free.getsockname()[1]}/"
    found = visit([nobody, "http://no-such-host.invalid/"])
    assert found[nobody] == "connection refused"
    assert found["http://no-such-host.invalid/"]


def test_what_takes_too_long_in_all_is_left_out(host: str) -> None:
    assert visit([f"{host}/slow", f"{host}/gone"], seconds=0.3) == {}


def test_only_on_demand_and_each_address_once(host: str, tmp_path: Path) -> None:
    order = (
        f"title: A\nsummary: See [this]({host}/gone), [that]({host}/here) and [there](/docs/).\n"
        f"note: Again [this]({host}/gone)\nstages: [{{id: pay, title: I pay}}]\n"
    )
    lay(tmp_path, {"maps/journeys/order.yml": order})
    assert check(tmp_path).stdout == ""
    assert Host.asked == []
    ran = check(tmp_path, "--online", no_proxy="*")
    assert Host.asked == [("HEAD", "/gone"), ("HEAD", "/here")]
    assert ran.stdout == (
        f"maps/journeys/order.yml:2:21: `{host}/gone` does not open: the server answers 410, "
        "gone. [dead-link]\n    Mend the address, or link to a copy that stays.\n"
        f"maps/journeys/order.yml:3:20: `{host}/gone` does not open: the server answers 410, "
        "gone. [dead-link]\n    Mend the address, or link to a copy that stays.\n"
    )


def test_a_dead_link_that_is_allowed_is_no_finding_on_either_day(host: str, tmp_path: Path) -> None:
    order = (
        f"title: A\nsummary: See [this]({host}/gone).   # journeys: allow dead-link – it moves\n"
        "stages: [{id: pay, title: I pay}]\n"
    )
    settings = "profile: minimal\nrules: {dead-link: error, allowance-unused: error}\n"
    lay(tmp_path, {"maps/journeys/order.yml": order, "maps/handbook.yml": settings})
    assert check(tmp_path).stdout == ""
    assert check(tmp_path, "--online", no_proxy="*").stdout == ""


def test_what_was_found_online_stays_in_a_baseline(host: str, tmp_path: Path) -> None:
    """It was left out of the baseline, and came up again on each day that went online."""
    order = f"title: A\nsummary: See [this]({host}/gone).\nstages: [{{id: pay, title: I pay}}]\n"
    lay(tmp_path, {"maps/journeys/order.yml": order})
    use = ("--baseline", "baseline.json")
    ran = journeys(tmp_path, "check", *use, "--update-baseline", "--online", no_proxy="*")
    assert ran.stderr == "1 finding written to baseline.json.\n"
    assert journeys(tmp_path, "check", *use, "--online", no_proxy="*").stdout == ""
    # Nobody looked, so nobody can say that it is mended.
    assert "mended" not in journeys(tmp_path, "check", *use).stderr
    (tmp_path / "maps/journeys/order.yml").write_text(order.replace("/gone", "/here"))
    assert "1 finding of the baseline is mended" in (
        journeys(tmp_path, "check", *use, "--online", no_proxy="*").stderr
    )
