"""A reader's visit to a site: one page, and everything the browser complained about."""

from __future__ import annotations

from urllib.parse import urlsplit

from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebSocket

OWN_SCHEMES = ("about", "blob", "data", "chrome-error")


class Visit:
    """One reader on one site, with a fresh browser profile.

    Records what no reader should cause: errors and warnings in the console, errors of scripts, and
    requests to any other host. Judges nothing: the fixture `browse` does, at the end of the test.
    """

    def __init__(self, context: BrowserContext, address: str, *, has_script: bool = True) -> None:
        self.address = address
        self._has_script = has_script
        self._host = urlsplit(address).netloc
        self._complaints: list[str] = []
        self._expected: list[str] = []
        context.on("console", self._hear)
        context.on("weberror", lambda error: self._note(f"script: {error.error}"))
        context.on("request", self._see)
        context.on("page", lambda page: page.on("websocket", self._see))
        self.context = context
        self.page: Page = context.new_page()

    def open(self, path: str = "") -> Page:
        """Go to a path of the site, such as `journeys/order/`, and wait until it has loaded."""
        self.page.goto(self.address + path.lstrip("/"))
        return self.page

    def begin_walk(self) -> None:
        """Wait until instant navigation knows the site; from here on it is to be used."""
        self.page.wait_for_function(
            "performance.getEntriesByType('resource').some(one => /sitemap[.]xml$/.test(one.name))"
        )
        # A whole load throws this away.
        self.page.evaluate("window.isOneWalk = true")

    def is_one_walk(self) -> bool:
        """Tell whether no page was loaded as a whole since the walk began."""
        return bool(self.page.evaluate("window.isOneWalk === true"))

    def expect_complaint(self, words: str) -> None:
        """Allow complaints with these words; when none comes, that is one too."""
        self._expected.append(words)

    def complaints(self) -> tuple[str, ...]:
        """What nobody expected, in the order it came; empty after a good visit."""
        for page in self.context.pages:
            # Messages arrive with the next answer of the page: ask for one. Without scripts a
            # timer never ends.
            wait = "() => new Promise(resolve => setTimeout(resolve))"
            page.evaluate(wait if self._has_script else "() => true")
        unexpected = [
            complaint
            for complaint in self._complaints
            if not any(words in complaint for words in self._expected)
        ]
        never_came = [
            f"expected, but it never came: {words}"
            for words in self._expected
            if not any(words in complaint for complaint in self._complaints)
        ]
        return (*unexpected, *never_came)

    def _hear(self, message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            where = message.location.get("url", "")
            self._note(f"console {message.type}: {message.text} ({where})")

    def _see(self, request: Request | WebSocket) -> None:
        asked = urlsplit(request.url)
        if asked.scheme not in OWN_SCHEMES and asked.netloc != self._host:
            self._note(f"left the host: {request.url}")

    def _note(self, complaint: str) -> None:
        self._complaints.append(complaint)
