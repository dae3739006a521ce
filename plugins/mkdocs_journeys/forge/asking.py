"""Questions to the API of a forge, asked patiently and of that forge alone."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from typing import Any

import requests
from requests.auth import AuthBase

SECONDS_EACH = 30.0
PAUSES = (1.0, 4.0, 16.0)
"""How long we wait before each further try, unless the forge says how long, in seconds."""

LONGEST_PAUSE = 120.0
"""Nobody pays for a job that waits longer; then a person is told when to try again."""

MOST_PAGES = 100
"""A hundred comments each: nobody reads a longer discussion, and a wrong link must not lead on."""

_MOST_SAID = 200


class ForgeError(Exception):
    """The forge did not do it; the message is for the person who asked, with what to do."""


class RefusedError(ForgeError):
    """The forge said no; ``status`` is its number."""

    def __init__(self, status: int, message: str) -> None:
        """Take the number and what to do about it."""
        super().__init__(message)
        self.status = status


class NoAnswerError(ForgeError):
    """Nobody knows whether the forge did what it was asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """A no of a forge: its number, and its own words in one line.

    ``wait`` are the seconds after which it may say yes, 0 where it names none.
    """

    status: int
    said: str
    wait: float = 0

    @property
    def is_about_too_much(self) -> bool:
        """Tell whether it was asked too often; GitHub has no number of its own for that."""
        return self.status == 429 or self.wait > 0 or "rate limit" in self.said


@dataclass(frozen=True, slots=True, kw_only=True)
class Token(AuthBase):
    """Says who asks. Given as this, and not as a header, it also wins over a file `.netrc`."""

    header: str
    value: str

    def __call__(self, request: requests.PreparedRequest) -> requests.PreparedRequest:
        """Add the token to a question."""
        request.headers[self.header] = self.value
        return request

    def __repr__(self) -> str:
        """Never show the value."""
        return f"Token({self.header})"


@dataclass(frozen=True, slots=True, kw_only=True)
class Api:
    """The API of a forge.

    ``root`` is its address without a slash at the end, ``advice`` what a person is told of a
    refusal.
    """

    forge: str
    root: str
    token: Token
    headers: Mapping[str, str]
    advice: Callable[[Refusal], str]

    def ask(self, method: str, path: str, **given: Any) -> Any:
        """Give what the forge answers; None where it answers with nothing.

        ``given`` are `params` or `json` of requests. Waits as long as the forge asks for, and
        repeats what may be repeated. Raises RefusedError, and NoAnswerError where a thing may
        have been made all the same.
        """
        return self._content(self._answer(method, f"{self.root}{path}", **given))

    def pages(self, path: str, **params: Any) -> Iterator[Any]:
        """Give one after the other what stands in a list, of all its pages."""
        url, following = f"{self.root}{path}", {"per_page": 100, **params}
        for _ in range(MOST_PAGES):
            answer = self._answer("GET", url, params=following)
            yield from self._content(answer) or ()
            # The link holds the parameters already. It may not take the token anywhere else.
            url, following = answer.links.get("next", {}).get("url", ""), {}
            if not url.startswith(f"{self.root}/"):
                return

    def _answer(self, method: str, url: str, **given: Any) -> requests.Response:
        for pause in (*PAUSES, None):
            try:
                answer = requests.request(
                    method,
                    url,
                    auth=self.token,
                    headers={"User-Agent": f"mkdocs-journeys/{version('mkdocs-journeys')}"}
                    | dict(self.headers),
                    timeout=SECONDS_EACH,
                    # Some forges take the token in a header that would go along to anybody.
                    allow_redirects=False,
                    **given,
                )
            except requests.RequestException as error:
                if method == "POST" or pause is None:
                    raise self._no_answer(str(error)) from None
                time.sleep(pause)
                continue
            if answer.status_code < 300:
                return answer
            wait = _asked_for(answer)
            if pause is None or not _may_be_repeated(method, answer, wait):
                raise self._no(method, answer, wait or 0)
            time.sleep(pause if wait is None else wait)
        raise AssertionError("the last try gives an answer or raises")

    def _no(self, method: str, answer: requests.Response, wait: float) -> ForgeError:
        said = _said(answer)
        if answer.status_code >= 500 and method == "POST":
            return self._no_answer(f"{said} ({answer.status_code})")
        refusal = Refusal(status=answer.status_code, said=said, wait=wait)
        return RefusedError(refusal.status, self.advice(refusal))

    def _no_answer(self, why: str) -> NoAnswerError:
        return NoAnswerError(f"{self.forge} gives no answer: {_one_line(why)}. Run the job again.")

    def _content(self, answer: requests.Response) -> Any:
        if not answer.content:
            return None
        try:
            return answer.json()
        except requests.JSONDecodeError:
            raise self._no_answer(f"what comes from {self.root} is no JSON") from None


def _may_be_repeated(method: str, answer: requests.Response, wait: float | None) -> bool:
    if wait is not None and wait > LONGEST_PAUSE:
        return False
    if answer.status_code == 429 or (answer.status_code == 403 and wait is not None):
        return True
    # A server that stumbles over a new comment may have written it already.
    return answer.status_code >= 500 and method != "POST"


def _asked_for(answer: requests.Response) -> float | None:
    """Give the seconds that the forge wants us to wait; None where it names none."""
    after = answer.headers.get("Retry-After", "")
    if after.isdecimal():
        return float(after)
    reset = answer.headers.get("X-RateLimit-Reset", "")
    if answer.headers.get("X-RateLimit-Remaining") == "0" and reset.isdecimal():
        return max(0.0, float(reset) - time.time()) + 1
    return None


def _said(answer: requests.Response) -> str:
    try:
        told = answer.json()
    except requests.JSONDecodeError:
        told = None
    said = (told.get("message") or told.get("error")) if isinstance(told, dict) else None
    return _one_line(str(said or answer.reason or "no reason given"))


def _one_line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _MOST_SAID else f"{line[: _MOST_SAID - 1]}…"
