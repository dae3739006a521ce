"""A folder served as a static host does: index.html for a folder, 404.html for what is missing."""

from __future__ import annotations

import io
import re
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit


@contextmanager
def served(folder: Path, *, under: str = "/", policy: str = "") -> Iterator[str]:
    """Serve the folder below the path `under`; give its address, which ends with a slash.

    `policy` is sent as the Content-Security-Policy of everything, if there is one.
    """
    if not (under.startswith("/") and under.endswith("/")):
        raise ValueError(f"{under!r} does not begin and end with a slash, as '/handbook/' does")

    class Answer(SimpleHTTPRequestHandler):
        def send_head(self):  # type: ignore[no-untyped-def]  # the library's own type is private
            asked = urlsplit(self.path).path
            if not asked.startswith(under):
                self.send_error(HTTPStatus.NOT_FOUND)
                return None
            self.path = self.path[len(under) - 1 :]
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
            self.send_response(HTTPStatus.OK)
            self.send_header("Content-Type", "application/xml")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            return io.BytesIO(content)

        def send_error(
            self, code: int, message: str | None = None, explain: str | None = None
        ) -> None:
            page = folder / "404.html"
            if code != HTTPStatus.NOT_FOUND or not page.is_file():
                super().send_error(code, message, explain)
                return
            content = page.read_bytes()
            self.send_response(HTTPStatus.NOT_FOUND)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.send_header("Content-Length", str(len(content)))
            self.end_headers()
            if self.command != "HEAD":
                self.wfile.write(content)

        def end_headers(self) -> None:
            if policy:
                self.send_header("Content-Security-Policy", policy)
            super().end_headers()

        def log_message(self, format: str, *args: object) -> None:
            """Say nothing: the visit records what matters."""

    def answer(*arguments: object) -> Answer:
        # The server passes what the handler takes; the library types it as objects.
        return Answer(*arguments, directory=str(folder))  # type: ignore[arg-type]

    # Port 0: the system chooses a free one.
    with ThreadingHTTPServer(("127.0.0.1", 0), answer) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{under}"
        finally:
            server.shutdown()
            thread.join()


def moved(sitemap: str, address: str) -> str:
    """Give a sitemap as it would be at this address, which ends with a slash."""
    locations: list[str] = re.findall("<loc>(.*?)</loc>", sitemap)
    home = min(locations, key=len, default="").rpartition("/")[0] + "/"
    return sitemap.replace(f"<loc>{home}", f"<loc>{address}")
