"""A folder served as a static host does: index.html for a folder, 404.html for what is missing."""

from __future__ import annotations

import io
import re
import socket
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit


class Host(ThreadingHTTPServer):
    """A host of one folder, at a port of this machine that was free."""

    # A browser asks for a dozen files at once, and this machine may be busy.
    request_queue_size = 64

    def __init__(self, folder: Path, *, under: str, policy: str) -> None:
        super().__init__(("127.0.0.1", 0), Answer)
        self.folder, self.under, self.policy = folder, under, policy

    @property
    def address(self) -> str:
        """Give where the folder is read, with a slash at its end."""
        return f"http://127.0.0.1:{self.server_port}{self.under}"

    def finish_request(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Answer out of the folder."""
        Answer(request, client_address, self, directory=str(self.folder))

    def handle_error(
        self, request: socket.socket | tuple[bytes, socket.socket], client_address: object
    ) -> None:
        """Say nothing of a browser that went on while a file was sent; that is no error."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)


class Answer(SimpleHTTPRequestHandler):
    """One answer of the host."""

    server: Host

    def send_head(self):  # type: ignore[no-untyped-def]  # the library's own type is private
        """Begin to answer; None when there is nothing more to send."""
        asked = urlsplit(self.path).path
        if not asked.startswith(self.server.under):
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        self.path = self.path[len(self.server.under) - 1 :]
        if asked.endswith("/sitemap.xml"):
            return self.send_sitemap(asked)
        return super().send_head()

    def send_sitemap(self, asked: str) -> io.BytesIO | None:
        """Send a sitemap that names this host: instant navigation goes by what stands there."""
        file = Path(self.translate_path(self.path))
        if not file.is_file():
            self.send_error(HTTPStatus.NOT_FOUND)
            return None
        here = f"http://{self.headers['Host']}{asked.removesuffix('sitemap.xml')}"
        content = moved(file.read_text(encoding="utf-8"), here).encode()
        self.begin(HTTPStatus.OK, "application/xml", content)
        return io.BytesIO(content)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Send the site's own page for what is missing, if it has one."""
        page = self.server.folder / "404.html"
        if code != HTTPStatus.NOT_FOUND or not page.is_file():
            super().send_error(code, message, explain)
            return
        content = page.read_bytes()
        self.begin(HTTPStatus.NOT_FOUND, "text/html; charset=utf-8", content)
        if self.command != "HEAD":
            self.wfile.write(content)

    def begin(self, status: HTTPStatus, kind: str, content: bytes) -> None:
        """Send what stands before a content."""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()

    def end_headers(self) -> None:
        """Send the policy with everything."""
        if self.server.policy:
            self.send_header("Content-Security-Policy", self.server.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing: the visit records what matters."""


@contextmanager
def served(folder: Path, *, under: str = "/", policy: str = "") -> Iterator[str]:
    """Serve the folder below the path `under`; give its address, which ends with a slash.

    `policy` is sent as the Content-Security-Policy of everything, if there is one.
    """
    if not (under.startswith("/") and under.endswith("/")):
        raise ValueError(f"{under!r} does not begin and end with a slash, as '/handbook/' does")
    with Host(folder, under=under, policy=policy) as host:
        thread = threading.Thread(target=host.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield host.address
        finally:
            host.shutdown()
            thread.join()


def moved(sitemap: str, address: str) -> str:
    """Give a sitemap as it would be at this address, which ends with a slash."""
    locations: list[str] = re.findall("<loc>(.*?)</loc>", sitemap)
    home = min(locations, key=len, default="").rpartition("/")[0] + "/"
    return sitemap.replace(f"<loc>{home}", f"<loc>{address}")
