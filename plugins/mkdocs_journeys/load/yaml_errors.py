"""A YAML parser's complaint in the words of people who make maps.

The two parsers word their errors differently and mark the same spot, so most sentences come from
the text at that spot, and only the kind of mistake from the parser.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from yaml.error import MarkedYAMLError, YAMLError

from mkdocs_journeys.load.lines import Lines
from mkdocs_journeys.load.yaml_escapes import about_escape
from mkdocs_journeys.load.yaml_look_alikes import look_alike
from mkdocs_journeys.load.yaml_quoting import Refusal, in_quotes, shown
from mkdocs_journeys.problems import START, Span

_NO_SPACE_AFTER_COLON = re.compile(r"^\s*(?:- +)*([\w-]+):(?!//)\S")
_VALUE = re.compile(r"^\s*(?:- +)*(?:[^\s#\"'\[{][^:]*|\"[^\"]*\"|'[^']*')\s*:[ \t]+(?=\S)|^\s*- +")
_COMMENT = re.compile(r"[ \t](#\w+)")
_OPEN = {"]": "[", "}": "{"}


def explain(text: str, lines: Lines, error: YAMLError) -> Refusal:
    """Give a plain sentence for a syntax error, at the place where the author made it."""
    if not isinstance(error, MarkedYAMLError) or error.problem_mark is None:
        return START, "This file cannot be read as YAML.", "Check its quotes, colons and dashes."
    problem, context = error.problem or "", error.context or ""
    # libyaml marks the line behind the last one for a file that ends without a line break.
    at = min(lines.index(error.problem_mark.line + 1, error.problem_mark.column + 1), len(text))
    opened = error.context_mark
    since = at if opened is None else lines.index(opened.line + 1, opened.column + 1)
    mistake = _Mistake(text, lines, at, since)
    if found := look_alike(lines, (mistake.line_above(), mistake.number)):
        return found
    for pattern, tell in _SENTENCES:
        if pattern.search(f"{context}; {problem}"):
            return tell(mistake)
    return _unreadable(mistake)


class _Mistake(NamedTuple):
    """Where the parser gave up (``at``) and where the thing began that it was reading."""

    text: str
    lines: Lines
    at: int
    since: int

    @property
    def character(self) -> str:
        return self.text[self.at : self.at + 1]

    @property
    def number(self) -> int:
        return self.lines.position(self.at)[0]

    @property
    def before(self) -> str:
        """The line up to where the parser gave up."""
        return self.lines.line(self.number)[: self.lines.position(self.at)[1] - 1]

    def to_end_of_line(self, index: int) -> tuple[Span, str]:
        rest = self.text[index : self.lines.end_of_line(index)].rstrip()
        return self.lines.span(index, index + len(rest)), rest

    def line_above(self) -> int:
        """Number of the nearest line above that says something, 0 when there is none."""
        number = self.number - 1
        while number and self.lines.line(number).lstrip()[:1] in ("", "#"):
            number -= 1
        return number


def _tab(mistake: _Mistake) -> Refusal:
    span = mistake.lines.span(mistake.at, mistake.at + 1)
    if mistake.before.strip():
        return span, "A tab stands where YAML wants a space.", "Write a space instead."
    return span, "This line is indented with a tab.", "Indent with spaces, two for each level."


def _starts_badly(mistake: _Mistake) -> Refusal:
    if mistake.character == "\t":
        return _tab(mistake)
    return _needs_quotes(mistake, mistake.at)


def _starts_badly_since(mistake: _Mistake) -> Refusal:
    return _needs_quotes(mistake, mistake.since)


def _needs_quotes(mistake: _Mistake, index: int) -> Refusal:
    span, rest = mistake.to_end_of_line(index)
    first = {"`": "a backtick", "": "nothing"}.get(rest[:1], f"`{rest[:1]}`")
    return span, f"Text that starts with {first} needs quotes.", _quote(rest)


def _quote(rest: str) -> str:
    # In braces or brackets the line goes on behind the text: where it ends, only its author knows.
    if len(rest) > 40 or re.search(r"[,\]}`]|\s#", rest):
        return "Put the whole text in quotes."
    return f"Put the whole text in quotes: `{in_quotes(rest)}`."


def _unclosed_quote(mistake: _Mistake) -> Refusal:
    quote = mistake.text[mistake.since]
    mend = f"Close it with `{quote}` at the end of the text."
    if quote == "'":
        mend += " An apostrophe inside such a text is written twice: `''`."
    span = mistake.lines.span(mistake.since, mistake.since + 1)
    return span, "The quote that opens here is never closed.", mend


def _escape(mistake: _Mistake) -> Refusal:
    start = mistake.text.rfind("\\", 0, mistake.at + 1)
    return about_escape(mistake.text, mistake.lines, start) or _unreadable(mistake)


def _no_colon(mistake: _Mistake) -> Refusal:
    span, rest = mistake.to_end_of_line(mistake.since)
    if len(rest) > 1000:
        return span, "This key is too long, or has no colon.", "Write `key: value`."
    if _NO_SPACE_AFTER_COLON.match(rest):
        return _no_space(span, rest)
    if rest[:1] == "-" and rest[1:2].strip():
        return span, f"There is no space behind the dash in `{shown(rest)}`.", "Write `- …`."
    what = f"`{shown(rest)}` has no colon: it is no key, and no text can stand here."
    return (
        span,
        what,
        "Write `key: value`; text of several lines needs quotes, or `|` and indenting.",
    )


def _no_space(span: Span, line: str) -> Refusal:
    key, value = line.strip().split(":", 1)
    what = f"There is no space behind the colon in `{shown(line)}`."
    return span, what, f"Write `{shown(key)}: {shown(value.strip())}`."


def _second_colon(mistake: _Mistake) -> Refusal:
    if len(mistake.before) > 1000:
        return _no_colon(mistake._replace(since=mistake.at - len(mistake.before)))
    value = _VALUE.match(mistake.before)
    if value and not value.group().strip().endswith("-"):
        span, rest = mistake.to_end_of_line(mistake.at - len(mistake.before) + value.end())
        return span, f"The unquoted text `{shown(rest)}` has a colon in it.", _quote(rest)
    above = mistake.line_above()
    words = mistake.lines.line(above)
    start = mistake.lines.index(above, 1) + len(words) - len(words.lstrip()) if above else 0
    span, rest = mistake.to_end_of_line(start)
    if above and _NO_SPACE_AFTER_COLON.match(words):
        return _no_space(span, rest)
    if above and not _VALUE.match(words):
        return span, f"`{shown(rest)}` has no colon: it is no key.", "Write `key: value`."
    span, rest = mistake.to_end_of_line(mistake.at - len(mistake.before.lstrip()))
    what = f"`{shown(rest)}` is indented below a line that already has its value."
    return span, what, "Give it the indentation of its neighbours; if it is text, put it in quotes."


def _unexpected(mistake: _Mistake) -> Refusal:
    character, before = mistake.character, mistake.before
    if character == ":":
        return _nothing_there(mistake)
    if character and character in "]}":
        span = mistake.lines.span(mistake.at, mistake.at + 1)
        what = f"This `{character}` closes nothing."
        return span, what, "Delete it, or put the whole text in quotes."
    if not before.strip():
        return _misplaced(mistake)
    value = _VALUE.match(before)
    start = mistake.at - len(before) + (value.end() if value else len(before))
    opening = mistake.text[start : start + 1]
    if opening and opening in "[{*&!":
        return _needs_quotes(mistake, start)
    span, _ = mistake.to_end_of_line(mistake.at)
    if opening and opening in "\"'":
        mend = 'Put quotes around the whole text; a quote inside is written `\\"`.'
        if opening == "'":
            mend = "Put quotes around the whole text; an apostrophe inside is written `''`."
        return span, "The text goes on behind its closing quote.", mend
    return span, "Nothing more can stand on this line.", "Check the quotes before it."


def _misplaced(mistake: _Mistake) -> Refusal:
    span, rest = mistake.to_end_of_line(mistake.at)
    what = f"`{shown(rest)}` is indented by {len(mistake.before)}, which fits nothing above it."
    column = mistake.lines.position(mistake.since)[1]
    if column == len(mistake.before) + 1:
        is_item = mistake.text.startswith("-", mistake.since)
        wanted = "list item, `- …`," if is_item else "key, `key: value`,"
        what = f"`{shown(rest)}` stands where a {wanted} is expected."
    return span, what, "Line it up with what it belongs to."


def _in_brackets(mistake: _Mistake) -> Refusal:
    opener, character = mistake.text[mistake.since], mistake.character
    close = "]" if opener == "[" else "}"
    other_line = mistake.lines.position(mistake.since)[0] != mistake.number
    if not character or (other_line and (character in ":-" or mistake.at == len(mistake.text))):
        if hidden := _COMMENT.search(mistake.to_end_of_line(mistake.since)[1]):
            return _comment(mistake, mistake.since + hidden.start(1), hidden[1])
        span = mistake.lines.span(mistake.since, mistake.since + 1)
        what = f"The `{opener}` that opens here is never closed."
        return span, what, f"Close it with `{close}`, or put the text in quotes."
    span = mistake.lines.span(mistake.at, mistake.at + 1)
    if character in _OPEN:
        mend = f"Write `{close}` in front of it, or in its place."
        return span, f"This `{character}` does not close the `{opener}` before it.", mend
    if character == ":":
        what = f"A colon stands in unquoted text inside `{opener}`."
        return span, what, "Put the text in quotes, or write the comma that is missing."
    what = f"A comma is missing here, inside `{opener}`."
    return span, what, "Write it, or put the whole text in quotes."


def _comment(mistake: _Mistake, index: int, word: str) -> Refusal:
    span = mistake.lines.span(index, index + len(word))
    what = f"YAML takes `{word}` for a comment, and all behind it on this line."
    return span, what, f"Put the text in quotes, for example `{in_quotes(word)}`."


def _early_list(mistake: _Mistake) -> Refusal:
    span, rest = mistake.to_end_of_line(mistake.at)
    what = f"`{shown(rest)}` starts a list on the line of its key."
    return span, what, "Start the list on the next line; text with a dash in front needs quotes."


def _nothing_there(mistake: _Mistake) -> Refusal:
    character, last = mistake.character, mistake.before.rstrip()[-1:]
    span = mistake.lines.span(mistake.at, mistake.at + 1)
    if character == ":":
        return span, "A colon stands here without a key.", "Write a key in front of it."
    if character == "," and last and last in ",[{":
        return span, "Nothing stands in front of this comma.", "Delete it."
    if character and character in ",]}" and last and last in ":-":
        return _needs_quotes(mistake, mistake.at)
    above = mistake.line_above()
    hidden = _COMMENT.search(mistake.lines.line(above))
    if hidden and {"[", "{"} & set(hidden.string[: hidden.start()]):
        return _comment(mistake, mistake.lines.index(above, hidden.start(1) + 1), hidden[1])
    return _unreadable(mistake)


def _no_space_in_brackets(mistake: _Mistake) -> Refusal:
    span, rest = mistake.to_end_of_line(mistake.since)
    what = f"A space is missing behind the colon in `{shown(rest)}`."
    return span, what, "Write it, or put the text in quotes."


def _unreadable(mistake: _Mistake) -> Refusal:
    span, _ = mistake.to_end_of_line(mistake.at)
    mend = "Check the quotes, colons and indentation here and in the line above."
    return span, "From here on this cannot be read as YAML.", mend


_SENTENCES: tuple[tuple[re.Pattern[str], Callable[[_Mistake], Refusal]], ...] = tuple(
    (re.compile(pattern), tell)
    for pattern, tell in (
        (r"quoted scalar; .*(end of stream|document (indicator|separator))", _unclosed_quote),
        (r"quoted scalar; .*(escape|hexa?decimal)", _escape),
        (r"; .*\btab\b", _tab),
        (r"cannot start any token", _starts_badly),
        (
            r"scanning a block scalar|scanning an a|ing a tag|tag handle|directive;",
            _starts_badly_since,
        ),
        (r"could not find expected ':'", _no_colon),
        (r"mapping values are not allowed", _second_colon),
        (r"sequence entries are not allowed", _early_list),
        (r"mapping keys are not allowed", _starts_badly),
        (r"node content", _nothing_there),
        (r"found unexpected ':'", _no_space_in_brackets),
        (r"a flow ", _in_brackets),
        (r"a block (mapping|collection)", _unexpected),
    )
)
