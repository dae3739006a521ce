"""A finished fragment as one line of HTML, which every reader of Markdown leaves as it is.

In one line there is no blank line that ends the block, no indentation that makes code of it, and no
mark at the beginning of a line that an extension takes for its own.
"""

from __future__ import annotations

import re

_AS_TYPED = re.compile(r"<(pre|textarea)\b.*?</\1\s*>", re.DOTALL | re.IGNORECASE)
_TAG = re.compile(r"<[^>]*>")
_QUOTED = re.compile(r'"[^"]*"')
_HEADING = re.compile(r"<(h[1-6])(?=[^>]*\sid=)")
# What templates, wikis and Vue take for theirs.
_FOREIGN = re.compile(r"[{}]|\[(?=\[)")
# All that Markdown or an extension may read as more than a letter. Marks and numbers of entities
# (`&`, `#`, `;`) are left: they write what is escaped already.
_MARKS = re.compile(r"""[!-"$%'-/:=?@\[-`{-~]""")
# Code and links are looked for before tags are.
_MARKS_IN_VALUES = re.compile(r"[!*\[-`]")


def block(html: str) -> str:
    """Give a fragment as one line without a line end; readers see the same.

    Its headings are kept out of what a search reads, as the fragment itself is: Zensical would
    otherwise find each of them by the title of the page.
    """
    marked = _HEADING.sub(r"<\1 data-search-exclude", html)
    return _FOREIGN.sub(_as_number, _in_one_line(marked))


def block_inside(html: str) -> str:
    """Give a fragment as one line that may stand inside a list, a quotation or an admonition.

    There, Markdown reads the words between the tags too: all marks in them are written as numbers.
    """
    line = block(html)
    pieces: list[str] = []
    end = 0
    for tag in _TAG.finditer(line):
        pieces += (_MARKS.sub(_as_number, line[end : tag.start()]), _without_marks(tag[0]))
        end = tag.end()
    return "".join((*pieces, _MARKS.sub(_as_number, line[end:])))


def _in_one_line(html: str) -> str:
    pieces: list[str] = []
    end = 0
    for typed in _AS_TYPED.finditer(html):
        pieces += (_words_in_one_line(html[end : typed.start()]), _kept_lines(typed[0]))
        end = typed.end()
    return "".join((*pieces, _words_in_one_line(html[end:]))).strip()


def _words_in_one_line(html: str) -> str:
    with_values = _TAG.sub(lambda tag: _QUOTED.sub(lambda one: _kept_lines(one[0]), tag[0]), html)
    return re.sub(r"\s*[\r\n]\s*", " ", with_values)


def _without_marks(tag: str) -> str:
    return _QUOTED.sub(lambda value: _MARKS_IN_VALUES.sub(_as_number, value[0]), tag)


def _kept_lines(text: str) -> str:
    return re.sub(r"\r\n?|\n", "&#10;", text)


def _as_number(sign: re.Match[str]) -> str:
    return f"&#{ord(sign[0])};"
