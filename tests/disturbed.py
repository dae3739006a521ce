"""The same maps with other bytes before the words that reports point at."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

import yaml

from mkdocs_journeys.problems import Place

Files = Mapping[str, str]

# Two columns wide; two signs for one letter; beyond the first 65,536; several signs for one
# picture; from right to left.
NOISE = "買e\u0301🏠👩‍🚒ש\t"
MARK = "\ufeff"
LINE_END = re.compile(r"\r\n|[\r\n\x85\u2028\u2029]")
NAMES = re.compile(r"\b(?:title|name): *(['\"]?)([^'\"\n,}\]#]+)\1")
NOISY = re.compile(rf'"{NOISE}((?:[^"\\]|\\.)*)"')
QUOTED = re.compile(r"(['\"])(.*)\1")
BLOCKS = ("|", ">")


def with_windows_line_ends(files: Files, names: Iterable[str]) -> Files:
    r"""Give the same files with ``\r\n`` at the end of every line."""
    return {name: re.sub(r"\r?\n", "\r\n", text) for name, text in files.items()}


def with_a_byte_order_mark(files: Files, names: Iterable[str]) -> Files:
    """Give the same files with a byte-order mark before their first sign."""
    return {name: text and f"{MARK}{text.removeprefix(MARK)}" for name, text in files.items()}


def with_strange_words(files: Files, names: Iterable[str]) -> Files:
    """Give the same files with strange words in a comment above all and before some texts.

    Wherever one of the names stands, as a title or as a mention, it begins with them, so that
    what follows it in its line has them before it.
    """
    chosen = frozenset(names)
    return {name: _with_words(name, text, chosen) for name, text in files.items()}


def with_everything(files: Files, names: Iterable[str]) -> Files:
    """Give the same files with strange words, a byte-order mark and Windows line ends."""
    noisy = with_a_byte_order_mark(with_strange_words(files, names), ())
    return with_windows_line_ends(noisy, ())


DISTURBANCES = (with_windows_line_ends, with_a_byte_order_mark, with_strange_words)


def names_in(files: Files) -> frozenset[str]:
    """Give all titles and names that things have in these files."""
    return frozenset(name.strip() for text in files.values() for _, name in NAMES.findall(text))


def tokens(places: Iterable[tuple[str, Place | None]], folder: Path) -> Counter[tuple[str, ...]]:
    """Count what stands at places in files below a folder, each with a word about it.

    What stands there is cut straight from the bytes, and is given without quotes and as in the
    files before they were disturbed.
    """
    return Counter(
        (about, place.file, _token(place, folder)) if place else (about, "", "nothing")
        for about, place in places
    )


def _token(place: Place, folder: Path) -> str:
    path = folder / place.file
    if path.suffix not in (".yml", ".md") or not path.is_file():
        return str(place)
    lines = LINE_END.split(path.read_bytes().decode("utf-8-sig", "replace"))
    line, column, end_line, end_column = place.span
    told = lines[line - 1 : end_line]
    assert len(told) == end_line - line + 1, place
    assert end_column - 1 <= len(told[-1]), place
    told[-1] = told[-1][: end_column - 1]
    assert column - 1 <= len(told[0]), place
    told[0] = told[0][column - 1 :]
    text = NOISY.sub(r"\1", "\n".join(told)).replace(NOISE, "")
    return QUOTED.sub(r"\2", text)


def _with_words(name: str, content: str, names: frozenset[str]) -> str:
    content = content.removeprefix(MARK)
    if name.endswith(".md"):
        return re.sub(r"^(?=[A-Z])", NOISE, content, flags=re.MULTILINE)
    if not name.endswith(".yml") or not content:
        return content
    above = f"# {NOISE}\n"
    try:
        found = list(_scalars(content, names))
    except yaml.YAMLError:
        return f"{above}{content}"
    for one in reversed(found):
        text = one.value.replace("\\", "\\\\").replace('"', '\\"')
        # In quotes, because only there a tab is a part of the words.
        noisy = f'"{NOISE}{text}"'
        content = content[: one.start_mark.index] + noisy + content[one.end_mark.index :]
    return f"{above}{content}"


def _scalars(content: str, names: frozenset[str]) -> Iterator[yaml.ScalarToken]:
    for token in yaml.scan(content, yaml.BaseLoader):
        if not isinstance(token, yaml.ScalarToken) or token.style in BLOCKS:
            continue
        if token.value in names:
            yield token
