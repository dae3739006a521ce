"""What a program costs: the processor time and memory of a finished process and its children.

Wall time is not asked: on a shared machine it tells of the neighbours.
"""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

AS_INSTALLED = {"PYTHONDONTWRITEBYTECODE": ""}
"""What is installed was compiled then: no program compiles itself anew each time it is run."""


class Failed(Exception):  # noqa: N818 - not an error of the benchmark
    """A measured program did not do its job; its text says what it said last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """``cpu_seconds`` of a process and all it waited for; ``megabytes`` of the largest of them."""

    cpu_seconds: float
    megabytes: float


def run(
    command: Sequence[str | Path],
    folder: Path,
    environment: Mapping[str, str] | None = None,
    codes: Sequence[int] = (0,),
) -> Cost:
    """Run a program to its end; raises Failed when it ends with another code than ``codes``."""
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(
            [str(word) for word in command],
            cwd=folder,
            env={**os.environ, **AS_INSTALLED, **(environment or {})},
            stdin=subprocess.DEVNULL,
            stdout=said,
            stderr=subprocess.STDOUT,
        )
        # Not Popen.wait: only wait4 tells what this one process and its children used.
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode not in codes:
            said.seek(0)
            tail = said.read().decode("utf-8", "replace")[-2000:]
            raise Failed(f"{' '.join(map(str, command))} ended with {process.returncode}:\n{tail}")
    return Cost(cpu_seconds=usage.ru_utime + usage.ru_stime, megabytes=usage.ru_maxrss / 1024)


def compare(
    programs: Mapping[str, Callable[[], Cost]], rounds: int, once: Collection[str] = ()
) -> dict[str, Cost]:
    """Run programs in turn, round after round; give the median cost of each.

    In turn, so that what slows the machine for a while slows all of them. Those named in
    ``once`` run in the first round only.
    """
    costs: dict[str, list[Cost]] = {name: [] for name in programs}
    for number in range(rounds):
        for name, program in programs.items():
            if number == 0 or name not in once:
                costs[name].append(program())
    return {
        name: Cost(
            cpu_seconds=median(cost.cpu_seconds for cost in found),
            megabytes=median(cost.megabytes for cost in found),
        )
        for name, found in costs.items()
    }
