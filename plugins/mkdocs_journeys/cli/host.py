"""The host, MkDocs or ProperDocs, run in a process of its own."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from types import FrameType
from typing import Literal

import click

from mkdocs_journeys.as_of import as_of

HOSTS = ("mkdocs", "properdocs")
"""The hosts by the name of their package, which is that of their command too."""

FINE, FINDINGS, FAILED = 0, 1, 2
"""How a host ended: as it should; on what maps or pages say; without doing its job."""

DAY = "JOURNEYS_DAY"
"""Says which day it is, before what mkdocs.yml says: a flag of the command line."""

TERMINATED = 128 + signal.SIGTERM

PATIENCE = 10.0
"""So many seconds the host has for cleaning up when it is asked to end."""

Say = Callable[[str], None]

_FINDINGS = re.compile(
    r"^Aborted with .* in strict mode!|^ERROR +- +journeys: \d+ findings? of the level"
)
_LEVEL = re.compile(r"(DEBUG|INFO|WARNING|ERROR|CRITICAL) +-  ")
_OUT_OF_ORDER = re.compile(r"(?:\w+Error): \[Errno \d+\] (?P<why>[^:]+)(?:: '(?P<path>.*)')?$")


@dataclass(frozen=True, slots=True, kw_only=True)
class HostCall:
    """What is asked of the host; ``arguments`` are its own, behind ``build`` or ``serve``.

    With ``quiet`` nothing is told of a run that goes well, and only warnings and errors of one
    that does not. The host's own ``--quiet`` would count no warnings, so that strict builds went
    through. ``kept_open`` are descriptors that it inherits.
    """

    verb: Literal["build", "serve"]
    config_file: Path
    arguments: tuple[str, ...] = ()
    environment: Mapping[str, str] = field(default_factory=lambda: dict(os.environ))
    quiet: bool = False
    kept_open: tuple[int, ...] = ()


class CannotRun(click.ClickException):
    """The host cannot be run, and why."""

    exit_code = FAILED


def host_name() -> str:
    """Give the host that is installed here; MkDocs before ProperDocs. Raises CannotRun."""
    for name in HOSTS:
        try:
            if version(name).partition(".")[0] == "1":
                return name
        except PackageNotFoundError:
            continue
    raise CannotRun("No host is installed. Install one:  pip install 'mkdocs>=1.6.1,<2'")


def settings_file(given: Path | None) -> Path:
    """Give the settings of the site: the file that was named, else the one that lies here.

    Raises CannotRun where there is none.
    """
    here = [Path(f"{name}.yml") for name in HOSTS] + [Path("mkdocs.yaml")]
    found = given or next((one for one in here if one.is_file()), here[0])
    if not found.is_file():
        raise CannotRun(
            f"There is no file `{found}`. Run this where your mkdocs.yml lies, or name it with "
            "--config-file; `journeys init` writes one."
        )
    return found


def environment(*, as_of_flag: str = "", **more: str) -> dict[str, str]:
    """Give our environment for the host, with the day that a flag names and what else is added."""
    day = {DAY: as_of_flag} if as_of_flag else {}
    return {**os.environ, **day, **more}


def checked_day(given: str) -> str:
    """Give the day that a flag names, empty for none. Raises click.UsageError for no date."""
    try:
        return as_of(given, {}).isoformat() if given else ""
    except ValueError as error:
        raise click.UsageError(str(error)) from None


def call_host(call: HostCall, say: Say = lambda line: click.echo(line, err=True)) -> int:
    """Run the host to its end; ``say`` is given what it tells, line by line."""
    # As the command of the host itself runs: with no code of the folder that we are in (-P).
    command = [sys.executable, "-P", "-m", host_name(), call.verb]
    command += ["--config-file", str(call.config_file.resolve()), *call.arguments]
    with subprocess.Popen(
        command,
        env={"PYTHONUNBUFFERED": "1", "PYTHONIOENCODING": "utf-8", **call.environment},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        pass_fds=call.kept_open if os.name == "posix" else (),
    ) as process:
        assert process.stdout is not None
        try:
            told = _tell(process.stdout, say, quiet=call.quiet)
        except BaseException as error:
            _end(process, knows=isinstance(error, KeyboardInterrupt))
            raise
    if process.returncode and call.quiet:
        for line in told.lines:
            say(line)
    if process.returncode and told.trace:
        say(_in_plain_words(told.trace))
    return _judged(process.returncode, told)


@contextmanager
def ending_well() -> Iterator[None]:
    """Let a polite request to end (SIGTERM) take away what was begun, as Ctrl-C does."""

    def end(number: int, frame: FrameType | None) -> None:
        sys.exit(TERMINATED)

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _end(process: subprocess.Popen[str], *, knows: bool) -> None:
    """Let the host clean up and end; it ``knows`` already where Ctrl-C reached it too."""
    for patience in (PATIENCE, PATIENCE) if knows else (PATIENCE,):
        if not knows and sys.platform != "win32":
            process.send_signal(signal.SIGINT)
        knows = False
        with suppress(subprocess.TimeoutExpired):
            process.communicate(timeout=patience)
            return
    process.kill()


@dataclass(slots=True)
class _Told:
    """What a host told: warnings and errors, the trace of a fault, whether there are findings."""

    lines: list[str] = field(default_factory=list)
    trace: list[str] = field(default_factory=list)
    has_findings: bool = False


def _tell(stream: Iterable[str], say: Say, *, quiet: bool) -> _Told:
    told = _Told()
    is_loud = True
    for line in stream:
        line = line.rstrip("\n")
        if told.trace or line.startswith("Traceback (most recent call last)"):
            told.trace.append(line)
            continue
        if level := _LEVEL.match(line):
            is_loud = level[1] not in ("DEBUG", "INFO")
        elif _FINDINGS.match(line):
            is_loud = True
        told.has_findings = told.has_findings or bool(_FINDINGS.match(line))
        if not quiet:
            say(line)
        elif is_loud:
            told.lines.append(line)
    return told


def _judged(code: int, told: _Told) -> int:
    if code == 0:
        return FINE
    return FINDINGS if told.has_findings else FAILED


def _in_plain_words(trace: list[str]) -> str:
    """Say what a file or a disk would not do; the whole trace where it was something else."""
    last = next((line for line in reversed(trace) if line.strip()), "")
    found = _OUT_OF_ORDER.match(last)
    if found is None:
        return "\n".join(trace)
    named = f" ({found['path']})" if found["path"] else ""
    return f"The host could not go on: {found['why']}{named}."
