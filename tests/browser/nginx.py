"""A real nginx with the configuration that our manual prints, on a free port of this machine."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.browser.content_policy import policy_of
from tests.docs.manual import MANUAL, blocks
from tools.machine import SBIN

PAGE = MANUAL / "how-to" / "host-it-for-the-company.md"
READER, PASSWORD = "priya", "a quiet line"
CERTIFICATE = "handbook.crt"

AROUND = """\
daemon off;
{user}
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/handbook.conf;
}}
"""
"""What a distribution's own nginx.conf has around the file of the manual, as far as it matters."""


def find_nginx() -> str | None:
    """Give the program, also where it is not on the path of ordinary users; None without it."""
    return shutil.which("nginx", path=os.pathsep.join(os.get_exec_path() + SBIN))


@contextmanager
def hosted(site: Path, folder: Path) -> Iterator[str]:
    """Serve a site as the manual says, out of an empty folder for nginx; give the address.

    Only what a company has to put in itself is put in: port, root, and the paths of its files.
    """
    port = _free_port()
    _write_secrets(folder)
    policy = f'add_header Content-Security-Policy "{policy_of(site)}" always;\n'
    (folder / "handbook-policy.conf").write_text(policy, encoding="utf-8")
    printed = next(
        one.inside for one in blocks(PAGE.read_text("utf-8"), "nginx") if "server {" in one.inside
    )
    own = printed.replace("listen 443 ssl;", f"listen 127.0.0.1:{port} ssl;")
    own = own.replace("/etc/nginx/handbook", f"{folder}/handbook")
    own = own.replace("/srv/handbook/site", str(site))
    assert own.count(str(folder)) == 4, "the manual names other files now"
    (folder / "handbook.conf").write_text(own, encoding="utf-8")
    # Root's workers would be nobody, who may not read a folder of tests.
    user = "user root;" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(AROUND.format(folder=folder, user=user), encoding="utf-8")
    program = find_nginx()
    assert program is not None, "the test asks first"
    command = [program, "-p", str(folder), "-c", str(folder / "nginx.conf"), "-e", "stderr"]
    subprocess.run([*command, "-t"], check=True, capture_output=True)
    with subprocess.Popen(command, stderr=subprocess.DEVNULL) as running:
        try:
            _wait_for(port, running)
            yield f"https://127.0.0.1:{port}/"
        finally:
            running.terminate()


def _write_secrets(folder: Path) -> None:
    """Make the password as the manual does, and a certificate of our own."""
    made = subprocess.run(
        ["openssl", "passwd", "-6", PASSWORD], check=True, capture_output=True, text=True
    )
    (folder / "handbook.htpasswd").write_text(f"{READER}:{made.stdout}", encoding="utf-8")
    certificate = (
        *("openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"),
        *("-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"),
        *("-keyout", "handbook.key", "-out", CERTIFICATE),
    )
    subprocess.run(certificate, cwd=folder, check=True, capture_output=True)


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    """Wait until somebody answers; nginx says nothing of its own when it is ready."""
    until = time.monotonic() + 30
    while running.poll() is None and time.monotonic() < until:
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise AssertionError(f"nginx does not answer at port {port}; it ended with {running.poll()}")
