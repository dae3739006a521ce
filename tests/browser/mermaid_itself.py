"""Mermaid as npm has it, to prove that it draws what we write."""

from __future__ import annotations

import shutil
import subprocess
import tarfile
import tempfile
from pathlib import Path

import pytest

from tools.machine import ROOT

VERSIONS = ("10.9.4", "11.17.2", "12.3.0")
"""The last of each main version: forges do not all draw with the newest."""

CACHE = ROOT / ".cache" / "mermaid"
INSIDE = "package/dist/mermaid.min.js"


def mermaid_script(version: str) -> Path:
    """Give the script of a version, fetched once by npm; skips the test where it cannot be had."""
    kept = CACHE / f"{version}.min.js"
    if kept.is_file():
        return kept
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed, so Mermaid itself cannot be had: `apt-get install npm`")
    CACHE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=CACHE) as beside:
        try:
            subprocess.run(
                [npm, "pack", f"mermaid@{version}", "--silent", "--ignore-scripts"],
                cwd=beside,
                check=True,
                timeout=120,
                capture_output=True,
            )
        except subprocess.SubprocessError as trouble:
            pytest.skip(f"npm cannot bring mermaid {version}: {trouble}")
        (packed,) = Path(beside).glob("*.tgz")
        with tarfile.open(packed) as archive:
            content = archive.extractfile(INSIDE)
            assert content, INSIDE
            fresh = Path(beside) / "mermaid.min.js"
            fresh.write_bytes(content.read())
        # In one go: another process may look for it meanwhile.
        fresh.replace(kept)
    return kept
