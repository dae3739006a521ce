"""`--online`: web addresses, visited to see whether they open."""

from __future__ import annotations

import ssl
import time
from collections import defaultdict
from collections.abc import Iterable
from http import HTTPStatus
from http.client import HTTPException
from importlib.metadata import version
from queue import Empty, SimpleQueue
from threading import Thread
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit, urlunsplit
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
)

HOSTS_AT_ONCE = 8
SECONDS_EACH = 10.0
SECONDS_IN_ALL = 180.0
"""After so long what was not visited yet is left out: a slow host never holds up a check."""

ALIVE = (401, 402, 403, 407, 408, 425, 429, 451)
"""Answers of a page that is there, but not for us or not now."""

NO_HEAD = (400, 403, 404, 405, 406, 500, 501)
"""Answers of servers that do not know how to be asked for the head of a page alone."""

_SAFE = "/%:=&?~+!$,;'@()*[]"


def visit(
    addresses: Iterable[str], seconds_each: float = SECONDS_EACH, seconds: float = SECONDS_IN_ALL
) -> dict[str, str]:
    """Give why each address that does not open does not; nothing for one that does.

    The addresses of a host are visited one after the other, those of several hosts at once. Only
    http and https are spoken, also where an answer leads elsewhere.
    """
    by_host: dict[str, list[str]] = defaultdict(list)
    for address in addresses:
        by_host[urlsplit(address).netloc.lower()].append(address)
    waiting: SimpleQueue[list[str]] = SimpleQueue()
    answers: SimpleQueue[tuple[str, str]] = SimpleQueue()
    for same_host in by_host.values():
        waiting.put(same_host)

    def work() -> None:
        while True:
            try:
                same_host = waiting.get_nowait()
            except Empty:
                return
            for address in same_host:
                answers.put((address, _why_dead(address, seconds_each)))

    # Daemons: an answer that drips for hours must not keep the command from its end.
    for _ in range(min(HOSTS_AT_ONCE, len(by_host))):
        Thread(target=work, daemon=True).start()
    return _gather(answers, sum(map(len, by_host.values())), time.monotonic() + seconds)


def _gather(answers: SimpleQueue[tuple[str, str]], number: int, end: float) -> dict[str, str]:
    dead: dict[str, str] = {}
    for _ in range(number):
        try:
            address, why = answers.get(timeout=max(0.0, end - time.monotonic()))
        except Empty:
            break
        if why:
            dead[address] = why
    return dead


def _why_dead(address: str, seconds: float) -> str:
    """Say why an address does not open, or nothing."""
    try:
        status = _status(address, "HEAD", seconds)
        if status in NO_HEAD:
            status = _status(address, "GET", seconds)
    except TimeoutError:
        return f"no answer within {seconds:g} seconds"
    except URLError as error:
        reason = error.reason
        if isinstance(reason, TimeoutError):
            return f"no answer within {seconds:g} seconds"
        if isinstance(reason, ssl.SSLCertVerificationError):
            return f"its certificate is not valid ({reason.verify_message})"
        return str(getattr(reason, "strerror", None) or reason).lower()
    except (OSError, HTTPException, ValueError) as error:
        return str(error).lower() or type(error).__name__
    if status < 300 or status in ALIVE:
        return ""
    if status < 400:
        return "it leads in a circle, or to what is no web page"
    names = {one.value: one.phrase.lower() for one in HTTPStatus}
    return f"the server answers {status}" + (f", {names[status]}" if status in names else "")


def _status(address: str, method: str, seconds: float) -> int:
    opener = OpenerDirector()
    # Not the usual opener: that one speaks ftp, file and data too.
    for handler in (
        ProxyHandler(),
        HTTPHandler(),
        HTTPSHandler(),
        HTTPDefaultErrorHandler(),
        HTTPRedirectHandler(),
        HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    who = f"mkdocs-journeys/{version('mkdocs-journeys')} (checks links)"
    request = Request(_in_ascii(address), method=method, headers={"User-Agent": who})
    try:
        with opener.open(request, timeout=seconds) as answer:
            return int(answer.status)
    except HTTPError as error:
        with error:
            return error.code


def _in_ascii(address: str) -> str:
    """Write an address as a server wants it: other scripts in the host and the path encoded."""
    parts = urlsplit(address)
    host = parts.netloc if parts.netloc.isascii() else parts.netloc.encode("idna").decode()
    path, query = quote(parts.path, _SAFE), quote(parts.query, _SAFE)
    return urlunsplit((parts.scheme, host, path or "/", query, ""))
