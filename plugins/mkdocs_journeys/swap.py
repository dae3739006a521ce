"""A finished folder in the place of an old one: whoever looks sees all of the old or of the new.

A build is made in a folder beside the site, on the same file system, and swapped in when it is
done. Linux and macOS exchange two folders in one step. Where the system or the file system cannot,
the site becomes a symbolic link, which is replaced in one step; where there are no links either,
the old folder is renamed away and the new one into its place. Between those two renames, and when
a folder first becomes a link, there is no site for a moment: whoever is killed just then leaves
none, and the next build begins with putting it back.

What was left by builds that were killed is removed by the next one. A build that lives holds a
lock, which the system lets go of when its last process ends.
"""

from __future__ import annotations

import ctypes
import errno
import os
import secrets
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

_AT_CWD = -100
_EXCHANGE = 2
"""The flag of renameat2 on Linux, and of renamex_np on macOS."""

_CANNOT = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EXDEV}


class CannotSwap(Exception):  # noqa: N818 - it is an answer, not an error of ours
    """Nothing can be put in that place, and why, in a sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """A folder beside a site, in which the next one is made.

    ``new`` is empty at first, on the file system of the site. ``lock`` is the descriptor that
    every process of the build keeps open, None where the file system has no locks.
    """

    site: Path
    folder: Path
    lock: int | None

    @property
    def new(self) -> Path:
        """Where the next site is made."""
        return self.folder / "new"

    @property
    def old(self) -> Path:
        """Where the site of before is while it is swapped."""
        return self.folder / "old"

    def put_in(self, ways: tuple[Way, ...] | None = None) -> None:
        """Put what is in ``new`` in the place of the site.

        What begins with a dot there stays, as the host leaves it too: `.git`, `.nojekyll`.
        Raises OSError with the old site in its place.
        """
        with _one_at_a_time(self.site.parent):
            if self.site.is_dir():
                _keep_hidden(self.site, self.new)
                shutil.copymode(self.site, self.new)
            elif not os.path.lexists(self.site):
                self.new.rename(self.site)
                return
            if not any(way(self) for way in ways or WAYS):
                raise CannotSwap(f"`{self.site}` cannot be replaced on this file system.")


Way = Callable[[Beside], bool]
"""A way to swap; it gives False, and has changed nothing, where the system does not have it."""


def by_exchange(beside: Beside) -> bool:
    """Exchange the two folders in one step."""
    if sys.platform == "win32":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    ends = os.fsencode(beside.new), os.fsencode(beside.site.resolve())
    if sys.platform == "darwin" and hasattr(libc, "renamex_np"):
        failed = libc.renamex_np(*ends, _EXCHANGE)
    elif hasattr(libc, "renameat2"):
        failed = libc.renameat2(_AT_CWD, ends[0], _AT_CWD, ends[1], _EXCHANGE)
    else:
        return False
    if failed and ctypes.get_errno() not in _CANNOT:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(beside.site))
    return not failed


def by_link(beside: Beside) -> bool:
    """Replace a symbolic link; a folder that is no link yet is renamed away first."""
    link = beside.folder / "link"
    try:
        link.symlink_to(Path(beside.folder.name, beside.new.name), target_is_directory=True)
    except (OSError, NotImplementedError):
        return False
    if not beside.site.is_symlink():
        beside.site.rename(beside.old)
    try:
        link.replace(beside.site)
    except OSError:
        if beside.old.exists():
            beside.old.rename(beside.site)
        raise
    return True


def by_renames(beside: Beside) -> bool:
    """Rename the old folder, or the link to it, away and the new one into its place."""
    beside.site.rename(beside.old)
    try:
        beside.new.rename(beside.site)
    except OSError:
        beside.old.rename(beside.site)
        raise
    return True


WAYS: tuple[Way, ...] = (by_exchange, by_link, by_renames)


@contextmanager
def beside(site: Path) -> Iterator[Beside]:
    """Give a folder beside a site, for as long as the next one is made.

    Puts a site back that a killed build has left renamed away, and removes what dead builds have
    left. A link that somebody else made is followed. Raises CannotSwap, and OSError where the
    folder cannot be written.
    """
    site = _place(site)
    if site.is_file():
        raise CannotSwap(f"`{site}` is a file, and no folder that a site could be in.")
    if site.is_dir() and os.path.ismount(site):
        raise CannotSwap(
            f"`{site}` is where another file system begins, so nothing beside it could be put in "
            "its place. Name a folder inside it, and serve that one."
        )
    site.parent.mkdir(parents=True, exist_ok=True)
    with _one_at_a_time(site.parent):
        _clean(site)
        folder, lock = _made(site)
    try:
        yield Beside(site=site, folder=folder, lock=lock)
    finally:
        if lock is not None:
            os.close(lock)
        if not _is_shown(site, folder):
            shutil.rmtree(folder, ignore_errors=True)
        with suppress(OSError), _one_at_a_time(site.parent):
            _clean(site)


def _place(site: Path) -> Path:
    """Give the place to put a site in: behind somebody's link, but not behind one of ours."""
    site = site.absolute()
    if site.is_symlink() and not _is_shown(site, site.resolve().parent):
        return site.resolve()
    return site


def _begin(site: Path) -> str:
    return f".{site.name}.journeys-"


def _is_shown(site: Path, folder: Path) -> bool:
    """Tell whether a site is a link of ours to what is in a folder."""
    ours = folder.name.startswith(_begin(site))
    return site.is_symlink() and ours and site.resolve().parent == folder.resolve()


def _made(site: Path) -> tuple[Path, int | None]:
    folder = site.with_name(f"{_begin(site)}{secrets.token_hex(4)}")
    folder.mkdir()
    (folder / "new").mkdir()
    return folder, _locked(folder / "lock")


def _clean(site: Path) -> None:
    """Put back what a killed build has left renamed away; remove what dead builds have left."""
    for folder in sorted(site.parent.glob(f"{_begin(site)}*")):
        if _is_shown(site, folder):
            for name in ("old", "link"):
                shutil.rmtree(folder / name, ignore_errors=True)
            continue
        lock = _locked(folder / "lock")
        if lock is None:
            continue
        if os.path.lexists(folder / "old") and not os.path.lexists(site):
            # The new one was whole when the old one was renamed away.
            left = "new" if (folder / "new").exists() else "old"
            (folder / left).rename(site)
        os.close(lock)
        shutil.rmtree(folder, ignore_errors=True)


def _locked(path: Path) -> int | None:
    """Lock a file for as long as the descriptor is open; None where somebody else has it."""
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT, 0o666)
    except OSError:
        return None
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        os.close(descriptor)
        return None
    return descriptor


@contextmanager
def _one_at_a_time(folder: Path) -> Iterator[None]:
    """Wait until no other build makes, swaps or removes anything in this folder."""
    if sys.platform == "win32":
        yield
        return
    import fcntl

    descriptor = os.open(folder, os.O_RDONLY)
    try:
        # Some network file systems have no locks: there, two builds at once may disturb each other.
        with suppress(OSError):
            fcntl.flock(descriptor, fcntl.LOCK_EX)
        yield
    finally:
        os.close(descriptor)


def _keep_hidden(site: Path, new: Path) -> None:
    """Bring what begins with a dot along. As hard links: a `.git` may be large."""
    for entry in site.iterdir():
        goal = new / entry.name
        if not entry.name.startswith(".") or os.path.lexists(goal):
            continue
        if entry.is_dir() and not entry.is_symlink():
            shutil.copytree(entry, goal, symlinks=True, copy_function=_linked)
        else:
            _linked(str(entry), str(goal))


def _linked(source: str, goal: str) -> None:
    try:
        os.link(source, goal, follow_symlinks=False)
    except (OSError, NotImplementedError):
        shutil.copy2(source, goal, follow_symlinks=False)
