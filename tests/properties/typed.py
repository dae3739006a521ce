"""What a map says, typed as untidily as YAML allows: any order, any style, comments everywhere."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, field
from random import Random

from mkdocs_journeys.load.tree import Mapping, Node, Scalar, Sequence

_BARE = re.compile(r"[\w][\w .’-]*[\w.]|\w")
_PLAIN = re.compile(r"[a-z_]+|\d+")
_WORDS = re.compile(r"[^ \n]+(?: [^ \n]+)*")


@dataclass(slots=True)
class Typist:
    """Types trees, the same way for the same seed; used once.

    Each comment says where it belongs: ``# above PATH``, ``# behind PATH``.
    """

    random: Random
    lines: list[str] = field(default_factory=list)

    def typed(self, root: Node) -> str:
        """Give the text of a file."""
        if self._chance(20):
            self.lines.append("---")
        if self._chance(50):
            self.lines += ["# head", *([""] if self._chance(50) else [])]
        self._block(root, (), 0, "")
        if self._chance(30):
            self.lines.append("# foot")
        text = "\n".join(self.lines)
        # A block of text at the very end would be another one without its line end.
        return text if self.lines[-1].startswith("#") and self._chance(30) else text + "\n"

    def _chance(self, percent: int) -> bool:
        return self.random.random() * 100 < percent

    def _block(self, node: Node, path: tuple[object, ...], column: int, front: str) -> None:
        """Type a node in lines from a column on; ``front`` stands before its first line."""
        if isinstance(node, Mapping) and node.entries:
            entries = self._mixed(node)
            for number, (key, value) in enumerate(entries):
                at = (*path, key.text)
                if number:
                    self._above(at, column)
                self._entry(key, value, at, column, " " * column if number else front)
            if path and self._chance(5):
                self.lines.append(f"{' ' * column}# below {_name(path)}")
        elif isinstance(node, Sequence) and node.items:
            for number, item in enumerate(node.items):
                gap = self.random.choice((1, 1, 1, 3))
                dash = (" " * column if number else front) + "-" + " " * gap
                if self._chance(5):
                    self.lines.append(f"{dash}# dash {_name((*path, number))}")
                    dash = " " * (column + 1 + gap)
                self._block(item, (*path, number), column + 1 + gap, dash)
        else:
            self.lines.append(front + self._flow(node))

    def _mixed(self, node: Mapping) -> list[tuple[Scalar, Node]]:
        entries = list(node.entries)
        if self._chance(70):
            self.random.shuffle(entries)
        return entries

    def _above(self, path: tuple[object, ...], column: int) -> None:
        if self._chance(10):
            self.lines.append(self.random.choice(("", "", "  ")))
        for _ in range(self.random.choice((0, 0, 0, 0, 1, 2))):
            shift = self.random.choice((0, 0, 0, -column))
            self.lines.append(" " * (column + shift) + f"# above {_name(path)}")
            if self._chance(10):
                self.lines.append("")

    def _entry(
        self, key: Scalar, value: Node, path: tuple[object, ...], column: int, front: str
    ) -> None:
        name = f"{front}{self._key(key.text)}:"
        behind = f"  # behind {_name(path)}" if self._chance(15) else ""
        if isinstance(value, Scalar):
            self._text(name, value, column, behind)
        elif self._chance(40) or not value[0] or column > 60:
            self.lines.append(f"{name} {self._flow(value)}{behind}")
        else:
            self.lines.append(name + behind)
            if self._chance(5):
                self.lines.append(" " * column + "# inside")
            deeper = self.random.choice((2, 2, 4))
            if isinstance(value, Sequence):
                deeper = self.random.choice((0, 2))
            self._block(value, path, column + deeper, " " * (column + deeper))

    def _text(self, name: str, value: Scalar, column: int, behind: str) -> None:
        text = value.text
        if value.is_empty:
            self.lines.append(name + behind)
        elif _WORDS.fullmatch(text) and self._chance(15) and text[0] not in " \t#":
            sign = self.random.choice(("|-", ">-", "|2-", ">-2"))
            self.lines.append(f"{name} {sign}{behind}")
            self.lines.append(" " * (column + 2) + text)
            self.lines += [""] * self.random.choice((0, 0, 1))
        elif text.endswith("\n") and text.strip("\n") and "\n" not in text[:-1]:
            self.lines += [f"{name} |{behind}", " " * (column + 2) + text[:-1]]
        elif _BARE.fullmatch(text) and " " in text and "  " not in text and self._chance(15):
            first, _, rest = text.partition(" ")
            self.lines += [f"{name} {first}", f"{' ' * (column + 3)}{rest}{behind}"]
        else:
            self.lines.append(f"{name} {self._scalar(text)}{behind}")

    def _flow(self, node: Node) -> str:
        if isinstance(node, Scalar):
            return self._scalar(node.text) if node.text or not node.plain else '""'
        space = self.random.choice(("", " "))
        if isinstance(node, Sequence):
            return f"[{space}{', '.join(self._flow(item) for item in node.items)}{space}]"
        inside = (f"{self._key(key.text)}: {self._flow(at)}" for key, at in self._mixed(node))
        return f"{{{space}{', '.join(inside)}{space}}}"

    def _key(self, key: str) -> str:
        return key if re.fullmatch(r"[a-z_]+", key) and self._chance(95) else self._double(key)

    def _scalar(self, text: str) -> str:
        if _BARE.fullmatch(text) and self._chance(60):
            return text
        if text.isprintable() and text and self._chance(50):
            return "'" + text.replace("'", "''") + "'"
        return self._double(text)

    def _double(self, text: str) -> str:
        escaped = text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
        escaped = escaped.replace("\r", "\\r")
        return f'"{escaped}"'.replace("\t", "\\t")


def _name(path: tuple[object, ...]) -> str:
    """Name a place in a tree; keys of the author's own may hold anything and are all the same."""
    return "/".join(str(part) if _PLAIN.fullmatch(str(part)) else "own" for part in path)


def named_lines(root: Node) -> dict[str, list[tuple[int, int]]]:
    """Give the first and last line of each key with its value, by the name of its place."""
    found: dict[str, list[tuple[int, int]]] = defaultdict(list)
    waiting: list[tuple[tuple[object, ...], Node]] = [((), root)]
    while waiting:
        path, node = waiting.pop()
        if isinstance(node, Mapping):
            for key, value in node.entries:
                at = (*path, key.text)
                found[_name(at)].append((key.span.line, max(key.span.line, value.span.end_line)))
                waiting.append((at, value))
        elif isinstance(node, Sequence):
            waiting += [((*path, number), item) for number, item in enumerate(node.items)]
    return found
