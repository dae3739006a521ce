"""The same maps give the same site, wherever and whenever it is built."""

from __future__ import annotations

import os
import random
import shutil
from hashlib import sha256
from pathlib import Path

from tests.site.project import ROOT, run_mkdocs

AUTUMN = "1795219200"
"""A day in 2026, in seconds since 1970: the host's sitemap says when it was built."""


def cloned(folder: Path, *, seed: int) -> Path:
    """Copy the example, files in another order and with other times of change."""
    chance = random.Random(seed)
    files = [path for top in ("maps", "docs") for path in (ROOT / top).rglob("*") if path.is_file()]
    files = [*sorted(files), ROOT / "mkdocs.yml"]
    chance.shuffle(files)
    for file in files:
        copy = folder / file.relative_to(ROOT)
        copy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(file, copy)
        moment = chance.randrange(1_000_000_000, 1_900_000_000)
        os.utime(copy, (moment, moment))
    return folder


def hashes(site: Path) -> dict[str, str]:
    return {
        path.relative_to(site).as_posix(): sha256(path.read_bytes()).hexdigest()
        for path in site.rglob("*")
        if path.is_file()
    }


def test_two_clones_give_the_same_bytes_in_other_surroundings(tmp_path: Path) -> None:
    """Nothing is left out of the comparison, the host's sitemap and its gzip included."""
    here = cloned(tmp_path / "here", seed=1)
    there = cloned(tmp_path / "somewhere else" / "a longer name", seed=2)
    surroundings = (
        (here, {"PYTHONHASHSEED": "0", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}),
        (there, {"PYTHONHASHSEED": "1", "TZ": "Etc/GMT+12", "LC_ALL": "POSIX", "LANG": "tr_TR"}),
    )
    for folder, variables in surroundings:
        done = run_mkdocs(folder, "build", "--strict", SOURCE_DATE_EPOCH=AUTUMN, **variables)
        assert done.returncode == 0, done.stderr
        if folder == here:
            # The first draws everything, the second takes what is kept.
            shutil.copytree(here / ".cache", there / ".cache")
    one, other = hashes(here / "site"), hashes(there / "site")
    assert len(one) > 100
    assert {path for path in one | other if one.get(path) != other.get(path)} == set()
