"""Keeps the catalogues of words: ``python -m tools.words`` gathers them, ``--check`` only looks.

Every word of the interface that code or a template says goes to
``locales/mkdocs_journeys.pot``, and from there into the catalogue of each language: new words come
without a translation, words that nobody says any more go. The same code gives the same bytes:
sorted, without dates and line numbers.
"""

from __future__ import annotations

import argparse
import ast
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.pofile import read_po, write_po
from jinja2 import Environment
from jinja2.ext import extract_from_ast

from mkdocs_journeys.language import DOMAIN, LOCALES

PACKAGE = LOCALES.parent
TEMPLATE = LOCALES / f"{DOMAIN}.pot"

ALONE = ("_", "gettext", "later")
"""Functions that take words alone."""

_HEADER = "# Words of the interface of mkdocs-journeys. Written by `make words`."

Message = tuple[str | tuple[str, str], str | None]
"""The words, or one and many of them; and the context, where a word means several things."""

_NO_NEWS = (
    "POT-Creation-Date",
    "PO-Revision-Date",
    "Last-Translator",
    "Language-Team",
    "Generated-By",
    "Report-Msgid-Bugs-To",
    "Project-Id-Version",
)
"""Lines of a header that would change without any change of words, or say nothing."""


def main(arguments: list[str] | None = None) -> int:
    """Write the catalogues, or with ``--check`` say which are not current: 1 if any is."""
    parser = argparse.ArgumentParser(prog="python -m tools.words", description="Words to say.")
    parser.add_argument("--check", action="store_true", help="write nothing, only look")
    is_check = parser.parse_args(arguments).check
    stale = {file: text for file, text in catalogues().items() if _text(file) != text}
    for file, text in stale.items():
        if not is_check:
            file.write_bytes(text)
        shown = file.relative_to(PACKAGE.parent.parent)
        print(f"{shown} {'is not current: run make words' if is_check else 'is written anew'}")
    return int(is_check and bool(stale))


def catalogues() -> dict[Path, bytes]:
    """Give every catalogue as it should be, by its file; the template first."""
    words = _catalogue(messages())
    found = {TEMPLATE: _written(words)}
    for file in sorted(LOCALES.glob(f"*/LC_MESSAGES/{DOMAIN}.po")):
        with file.open("rb") as readable:
            language = read_po(readable, locale=file.parent.parent.name, abort_invalid=True)
        language.update(words, no_fuzzy_matching=True)
        language.obsolete.clear()
        found[file] = _written(language)
    return found


def messages() -> tuple[Message, ...]:
    """Give everything that is said anywhere, sorted, each once."""
    found: set[Message] = set()
    for file in PACKAGE.rglob("*.py"):
        found.update(said_in_python(file.read_text("utf-8")))
    environment = Environment(extensions=["jinja2.ext.i18n"], trim_blocks=True, lstrip_blocks=True)
    for file in PACKAGE.rglob("*.jinja"):
        found.update(said_in_template(environment, file.read_text("utf-8")))
    return tuple(sorted(found, key=str))


def said_in_python(source: str) -> Iterator[Message]:
    """Give what a module says; inside of f-strings too, which tools for C overlook."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            texts = [
                one.value
                for one in node.args
                if isinstance(one, ast.Constant) and isinstance(one.value, str)
            ]
            yield from _message(node.func.id, texts)


def said_in_template(environment: Environment, source: str) -> Iterator[Message]:
    """Give what a template says."""
    tree = environment.parse(source)
    functions = (*ALONE, "ngettext", "pgettext", "npgettext")
    for _, function, said in extract_from_ast(tree, functions):
        # What is no constant is None: its words are marked where they stand.
        several = said if isinstance(said, tuple) else (said,)
        texts = [text for text in several if text is not None]
        yield from _message(function, texts)


def _message(function: str, texts: list[str]) -> Iterator[Message]:
    if function in ALONE and texts:
        yield texts[0], None
    elif function == "ngettext" and len(texts) >= 2:
        yield (texts[0], texts[1]), None
    elif function == "pgettext" and len(texts) >= 2:
        yield texts[1], texts[0]


def _catalogue(said: tuple[Message, ...]) -> Catalog:
    catalogue = Catalog(header_comment=_HEADER, charset="utf-8", fuzzy=False)
    for words, context in said:
        catalogue.add(words, context=context, flags=_flags(words))
    return catalogue


def _flags(words: str | tuple[str, str]) -> tuple[str, ...]:
    """Mark what has named places, so that every tool checks them in translations."""
    texts = (words,) if isinstance(words, str) else words
    return ("python-format",) if any("%(" in text for text in texts) else ()


def _written(catalogue: Catalog) -> bytes:
    written = BytesIO()
    write_po(written, catalogue, width=100, no_location=True, sort_output=True)
    kept = [
        line
        for line in written.getvalue().decode("utf-8").splitlines()
        if not any(line.startswith(f'"{news}') for news in _NO_NEWS)
    ]
    return ("\n".join(kept).strip() + "\n").encode()


def _text(file: Path) -> bytes:
    return file.read_bytes() if file.is_file() else b""


if __name__ == "__main__":
    sys.exit(main())
