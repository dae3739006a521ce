"""The API of a forge as it is documented, on this machine: what a comment may be, and whose.

GitHub: https://docs.github.com/rest/issues/comments and /rest/using-the-rest-api (pages of 30, at
most 100; limits on how often). GitLab: https://docs.gitlab.com/api/notes/ (pages of 20, at most
100; a note has at most 1,000,000 characters).
"""

from __future__ import annotations

import json
import re
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any
from urllib.parse import parse_qs, urlencode, urlsplit

TOKEN = "a-token-of-tests"
BOT = "github-actions[bot]"

Answer = tuple[int, dict[str, str], Any]


@dataclass(slots=True)
class Trouble:
    """What is answered to the next question that begins so; with ``after``, once it is done."""

    status: int
    headers: dict[str, str] = field(default_factory=dict)
    message: str = "Something went wrong"
    question: str = ""
    after: bool = False


@dataclass(slots=True)
class Forge:
    """What the forge knows, and what it was asked."""

    root: str = ""
    most: int = 65_536
    pages: tuple[int, int] = (30, 100)
    may_write: bool = True
    comments: list[dict[str, Any]] = field(default_factory=list)
    pulls: list[dict[str, Any]] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)
    too_early: list[str] = field(default_factory=list)
    not_before: float = 0.0

    def say(self, who: str, text: str) -> None:
        """Let somebody write a comment."""
        self.comments.append(self.comment(text, who))

    def comment(self, text: str, who: str) -> dict[str, Any]:
        """Make a comment; numbers are never given twice."""
        number = 1 + max((one["id"] for one in self.comments), default=100)
        return {
            "id": number,
            "body": text,
            "user": {"login": who},
            "author": {"id": who, "username": who},
            "system": False,
            "html_url": f"https://forge.example/cx/handbook/pull/7#issuecomment-{number}",
        }

    def ours(self) -> list[str]:
        """Give the texts of the comments that the job wrote."""
        return [one["body"] for one in self.comments if one["user"]["login"] in (BOT, "41")]


def page_of(forge: Forge, path: str, query: dict[str, str], things: list[Any]) -> Answer:
    """Give one page of a list, with a link to the next."""
    usual, most = forge.pages
    size = min(int(query.get("per_page", usual)), most)
    page = int(query.get("page", 1))
    headers = {}
    if len(things) > page * size:
        following = urlencode({**query, "page": page + 1})
        headers["Link"] = f'<{forge.root}{path}?{following}>; rel="next", <x>; rel="last"'
    return 200, headers, things[(page - 1) * size : page * size]


def github(forge: Forge, method: str, path: str, query: dict[str, str], sent: Any) -> Answer:
    """Answer as GitHub does."""
    if path == "/user":
        return 403, {}, {"message": "Resource not accessible by integration"}
    if (method, path) == ("POST", "/graphql"):
        assert sent == {"query": "{viewer{login}}"}
        return 200, {}, {"data": {"viewer": {"login": BOT}}}
    if (method, path) == ("GET", "/repos/cx/handbook/pulls"):
        assert query["state"] == "open"
        of_branch = [
            one
            for one in forge.pulls
            if query.get("head") in (None, f"{one['head']['user']}:{one['head']['ref']}")
        ]
        return page_of(forge, path, query, of_branch)
    return comments(forge, method, path, query, sent, "/repos/cx/handbook/issues/7/comments", BOT)


def gitea(forge: Forge, method: str, path: str, query: dict[str, str], sent: Any) -> Answer:
    """Answer as Gitea and Forgejo do: the token of a job has a user, and there is no GraphQL."""
    if path == "/user":
        return 200, {}, {"login": BOT}
    if path == "/graphql":
        return 404, {}, {"message": "Not Found"}
    return github(forge, method, path, query, sent)


def gitlab(forge: Forge, method: str, path: str, query: dict[str, str], sent: Any) -> Answer:
    """Answer as GitLab does."""
    if path == "/user":
        return 200, {}, {"id": 41, "username": "project_5_bot"}
    found = "/projects/5/merge_requests/7/notes"
    status, headers, content = comments(forge, method, path, query, sent, found, "41")
    if isinstance(content, list):
        content = [{**one, "author": {"id": _number(one["author"]["id"])}} for one in content]
    return status, headers, content


def _number(who: str) -> int:
    return int(who) if who.isdecimal() else 7


def comments(
    forge: Forge, method: str, path: str, query: dict[str, str], sent: Any, found: str, me: str
) -> Answer:
    """Answer about comments, whose list is ``found`` at a path."""
    if (method, path) == ("GET", found):
        return page_of(forge, path, query, forge.comments)
    one_of = re.fullmatch(r"(?:/repos/cx/handbook/issues/comments|" + found + r")/(\d+)", path)
    known = [one for one in forge.comments if one_of and one["id"] == int(one_of[1])]
    if (method, path) != ("POST", found) and not known:
        return 404, {}, {"message": "Not Found"}
    if not forge.may_write:
        return 403, {}, {"message": "Resource not accessible by integration"}
    if known and known[0]["user"]["login"] != me:
        return 403, {}, {"message": "You did not write this."}
    if method == "DELETE":
        forge.comments.remove(known[0])
        return 204, {}, None
    text = sent.get("body") if isinstance(sent, dict) else None
    if not isinstance(text, str) or not text.strip():
        return 422, {}, {"message": "Validation Failed"}
    if len(text) > forge.most:
        return 422, {}, {"message": f"body is too long (maximum is {forge.most} characters)"}
    if known:
        known[0]["body"] = text
        return 200, {}, known[0]
    forge.say(me, text)
    return 201, {}, forge.comments[-1]


Rules = Callable[[Forge, str, str, dict[str, str], Any], Answer]


class Server(ThreadingHTTPServer):
    """Serves one forge; questions are answered one after the other."""

    daemon_threads = True

    def __init__(self, rules: Rules) -> None:
        """Take a free port of this machine."""
        super().__init__(("127.0.0.1", 0), Handler)
        self.rules, self.lock = rules, threading.Lock()
        self.forge = Forge(root=f"http://127.0.0.1:{self.server_port}")


class Handler(BaseHTTPRequestHandler):
    """Answers one question."""

    server: Server

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def answer(self) -> None:
        """Read a question, and write what is answered."""
        data = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        with self.server.lock:
            status, headers, content = self.judged(data)
        body = b"" if content is None else json.dumps(content).encode()
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    do_GET = do_POST = do_PATCH = do_PUT = do_DELETE = answer  # noqa: N815 - its base asks so

    def judged(self, data: bytes) -> Answer:
        """Give what is answered, after what was to go wrong."""
        forge, parts = self.server.forge, urlsplit(self.path)
        told = f"{self.command} {parts.path}"
        forge.asked.append(told)
        if time.monotonic() < forge.not_before:
            forge.too_early.append(told)
        if (refused := self.refused()) is not None:
            return refused
        try:
            sent = json.loads(data) if data else None
        except ValueError:
            return 400, {}, {"message": "Problems parsing JSON"}
        trouble = self.trouble()
        if trouble is None or trouble.after:
            query = {name: values[0] for name, values in parse_qs(parts.query).items()}
            done = self.server.rules(forge, self.command, parts.path, query, sent)
        if trouble is None:
            return done
        after = trouble.headers.get("Retry-After", "")
        if after.isdecimal():
            forge.not_before = time.monotonic() + int(after)
        return trouble.status, trouble.headers, {"message": trouble.message}

    def trouble(self) -> Trouble | None:
        """Take what is to go wrong with this question, if anything."""
        troubles = self.server.forge.troubles
        question = f"{self.command} {self.path}"
        found = next((one for one in troubles if question.startswith(one.question)), None)
        if found is not None:
            troubles.remove(found)
        return found

    def refused(self) -> Answer | None:
        """Refuse who does not say who asks, and in which version."""
        if not self.headers.get("User-Agent"):
            return 403, {}, {"message": "Request forbidden by administrative rules."}
        if self.server.rules is gitlab:
            known = self.headers.get("PRIVATE-TOKEN") == TOKEN
            return None if known else (401, {}, {"message": "401 Unauthorized"})
        if self.headers.get("X-GitHub-Api-Version") != "2022-11-28":
            return 400, {}, {"message": "The version is not supported"}
        if self.headers.get("Authorization") != f"Bearer {TOKEN}":
            return 401, {}, {"message": "Bad credentials"}
        return None


@contextmanager
def served(rules: Rules) -> Iterator[Forge]:
    """Serve a forge until the block ends."""
    server = Server(rules)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server.forge
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
