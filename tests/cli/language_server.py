"""The program behind YAML in most editors, asked as an editor asks it: over standard input."""

from __future__ import annotations

import json
import subprocess
import threading
from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import Any, NamedTuple

from tests.node_packages import installed, node

VERSION = "1.25.0"
SECONDS = 60
"""After so long it is taken to hang."""


class Completion(NamedTuple):
    """Something that an editor offers: the word, and what it says beside it."""

    label: str
    documentation: str


class LanguageServer:
    """One editor with one folder open. Use it in a `with` block."""

    def __init__(self, folder: Path) -> None:
        """Start it in a folder; `NotInstallable` where it cannot be had."""
        program = installed("yaml-language-server", VERSION) / "bin" / "yaml-language-server"
        self._process = subprocess.Popen(
            [node(), str(program), "--stdio"],
            cwd=folder,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        self._watch = threading.Timer(SECONDS, self._process.kill)
        self._watch.daemon = True
        self.folder = folder
        self._numbers = count(1)
        self._settings: dict[str, Any] = {}
        self._diagnostics: dict[str, list[dict[str, Any]]] = {}

    def __enter__(self) -> LanguageServer:
        """Introduce the editor."""
        self._watch.start()
        markdown = ["markdown", "plaintext"]
        self._ask(
            "initialize",
            {
                "processId": None,
                "rootUri": self.folder.as_uri(),
                "workspaceFolders": [{"uri": self.folder.as_uri(), "name": "handbook"}],
                "capabilities": {
                    "workspace": {"configuration": True},
                    "textDocument": {
                        "completion": {"completionItem": {"documentationFormat": markdown}},
                        "hover": {"contentFormat": markdown},
                        "publishDiagnostics": {},
                    },
                },
            },
        )
        self._tell("initialized", {})
        return self

    def __exit__(self, *_: object) -> None:
        """Close it."""
        self._watch.cancel()
        self._process.kill()
        self._process.communicate()

    def configure(self, settings: dict[str, Any]) -> None:
        """Give it the settings of the editor, as they stand in .vscode/settings.json."""
        for name, value in settings.items():
            *path, last = name.split(".")
            section = self._settings
            for word in path:
                section = section.setdefault(word, {})
            section[last] = value
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def open(self, name: str, text: str) -> list[str]:
        """Open a file with this text, and give what is marked in it: messages with their lines."""
        document = {"uri": self._uri(name), "languageId": "yaml", "version": 1, "text": text}
        self._diagnostics.pop(self._uri(name), None)
        self._tell("textDocument/didOpen", {"textDocument": document})
        self._read_until(lambda _: self._uri(name) in self._diagnostics)
        return [
            f"{one['range']['start']['line'] + 1}: {one['message']}"
            for one in self._diagnostics[self._uri(name)]
        ]

    def complete(self, name: str, line: int, column: int) -> list[Completion]:
        """Give what is offered at a place of an open file; lines and columns count from 1."""
        answer = self._ask("textDocument/completion", self._at(name, line, column))
        items = answer["items"] if isinstance(answer, dict) else answer or []
        return [Completion(one["label"], _words(one.get("documentation"))) for one in items]

    def hover(self, name: str, line: int, column: int) -> str:
        """Give what is said of a place of an open file; empty for nothing."""
        answer = self._ask("textDocument/hover", self._at(name, line, column))
        return _words(answer["contents"]) if answer else ""

    def _at(self, name: str, line: int, column: int) -> dict[str, Any]:
        return {
            "textDocument": {"uri": self._uri(name)},
            "position": {"line": line - 1, "character": column - 1},
        }

    def _uri(self, name: str) -> str:
        return (self.folder / name).as_uri()

    def _ask(self, method: str, parameters: dict[str, Any]) -> Any:
        number = next(self._numbers)
        self._send({"id": number, "method": method, "params": parameters})
        answer = self._read_until(lambda one: one.get("id") == number and "method" not in one)
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def _tell(self, method: str, parameters: dict[str, Any]) -> None:
        self._send({"method": method, "params": parameters})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._process.stdin is not None
        self._process.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._process.stdin.flush()

    def _read_until(self, is_it: Callable[[dict[str, Any]], bool]) -> dict[str, Any]:
        """Read messages, answer what the server asks, and give the one that was waited for."""
        while True:
            message = self._read()
            if message.get("method") == "textDocument/publishDiagnostics":
                told = message["params"]
                self._diagnostics[told["uri"]] = told["diagnostics"]
            elif "method" in message and "id" in message:
                self._send({"id": message["id"], "result": self._answer(message)})
            if is_it(message):
                return message

    def _answer(self, asked: dict[str, Any]) -> Any:
        """Give the settings that it asks for; nothing where it asks for something else."""
        if asked["method"] != "workspace/configuration":
            return None
        return [self._settings.get(one["section"]) for one in asked["params"]["items"]]

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        length = 0
        while (line := self._process.stdout.readline()) not in (b"\r\n", b""):
            name, _, value = line.decode().partition(":")
            length = int(value) if name.lower() == "content-length" else length
        if not length:
            raise EOFError(f"the language server has ended, or took {SECONDS} seconds")
        message: dict[str, Any] = json.loads(self._process.stdout.read(length))
        return message


def _words(said: Any) -> str:
    return str(said["value"]) if isinstance(said, dict) else str(said or "")
