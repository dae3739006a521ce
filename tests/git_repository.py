"""Real repositories for tests: nothing of the machine's own settings counts."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def git(folder: Path, *arguments: str) -> str:
    me = {"NAME": "Northline", "EMAIL": "cx@northline.example"}
    names = {f"GIT_{who}_{what}": me[what] for who in ("AUTHOR", "COMMITTER") for what in me}
    alone = {"GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_SYSTEM": os.devnull}
    ran = subprocess.run(
        ["git", "-c", "protocol.file.allow=always", *arguments],
        cwd=folder,
        env={**os.environ, **names, **alone},
        check=True,
        capture_output=True,
        text=True,
    )
    return ran.stdout.strip()


def write(folder: Path, name: str, text: str) -> None:
    (folder / name).parent.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(text.encode())


def commit(folder: Path, message: str) -> None:
    git(folder, "add", "-A")
    git(folder, "commit", "-q", "-m", message)
