"""The two parsers that turn YAML text into events: libyaml's, and PyYAML's own in Python."""

from __future__ import annotations

from typing import Any, Protocol

from yaml.parser import Parser
from yaml.reader import Reader
from yaml.scanner import Scanner, ScannerError


class EventParser(Protocol):
    """What is asked of a YAML parser: the next event, or None when there is none left."""

    def __init__(self, text: str) -> None:
        """Set up for one text."""

    def get_event(self) -> Any:
        """Give the next parse event."""


class PythonParser(Reader, Scanner, Parser):
    """The parser in Python, for machines whose PyYAML came without libyaml; 15 times slower."""

    def __init__(self, text: str) -> None:
        """Set up the layers as PyYAML's own loaders do."""
        Reader.__init__(self, text)
        Scanner.__init__(self)
        Parser.__init__(self)

    def get_event(self) -> Any:
        """Give the next parse event; every failure is a YAMLError, as libyaml's are."""
        try:
            return super().get_event()  # type: ignore[no-untyped-call]  # PyYAML's stubs
        # PyYAML hands the number of \U00110000 to chr() unchecked.
        except (ValueError, OverflowError) as error:
            context = "while scanning a double-quoted scalar"
            raise ScannerError(context, None, "escape", self.get_mark()) from error


# From the extension itself: yaml.cyaml, which passes the name on, is not typed to do so.
try:
    from yaml._yaml import CParser
except ImportError:
    HAS_LIBYAML = False
    PARSER: type[EventParser] = PythonParser
    """libyaml's parser, which the wheels of PyYAML bring along; else the one in Python."""
else:
    HAS_LIBYAML = True
    PARSER = CParser
