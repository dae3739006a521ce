"""The language of the interface: one catalogue of words each, English in the code itself.

What a map says is its authors' and stays as they wrote it; what we say around it (headings, labels,
the twins of pictures) goes through `gettext` here and is spoken in the language of the site.
"""

from __future__ import annotations

from collections.abc import Generator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache, cached_property
from gettext import NullTranslations
from io import BytesIO
from pathlib import Path

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import PoFileError, read_po
from babel.support import Translations

LOCALES = Path(__file__).parent / "locales"
"""One folder a language, `de/LC_MESSAGES/mkdocs_journeys.po`; English has none."""

DOMAIN = "mkdocs_journeys"


class Language:
    """A language with its words and its way of writing dates and numbers."""

    def __init__(self, locale: Locale, words: NullTranslations, direction: str = "") -> None:
        """Take the locale for dates and numbers, and the words.

        ``direction``, ``ltr`` or ``rtl``, is that of the locale where it is empty.
        """
        self.locale = locale
        self.words = words
        self._asked = direction

    # Worked out when asked for: what a locale knows is read from a file of its own, and to check
    # maps takes none of it.
    @cached_property
    def direction(self) -> str:
        """``ltr`` or ``rtl``."""
        return self._asked or self.locale.text_direction

    @cached_property
    def decimal(self) -> str:
        """What stands before the tenths."""
        return str(self.locale.number_symbols["latn"]["decimal"])

    @property
    def is_right_to_left(self) -> bool:
        """Whether it is written from right to left."""
        return self.direction == "rtl"

    @property
    def tag(self) -> str:
        """Give its tag for the ``lang`` of a page: ``de``, ``pt-BR``; ``en`` for any English."""
        return "en" if self.locale.language == "en" else str(self.locale).replace("_", "-")


@cache
def language_called(name: str) -> Language:
    """Give the language of a tag such as ``de``, ``de-AT`` or ``pt_BR``.

    A language without a catalogue here is English with its own dates and direction; a tag that
    nobody knows is English.
    """
    try:
        locale = Locale.parse(name.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return ENGLISH
    if locale.language == "en":
        return ENGLISH if locale.territory is None else Language(locale, NullTranslations())
    for folder in (str(locale), locale.language):
        file = LOCALES / folder / "LC_MESSAGES" / f"{DOMAIN}.po"
        if file.is_file():
            return Language(locale, _compiled(_read(file)))
    return Language(locale, NullTranslations())


def with_own_words(language: Language, folder: Path) -> Language:
    """Give a language with the words of the user's own catalogue before ours.

    ``folder`` holds one file a language, `de.po` or `pt_BR.po`, with as many words as somebody
    wants to say differently; without one for this language, it stays as it is. Raises ValueError,
    with file and reason, for a catalogue that cannot be used.
    """
    names = dict.fromkeys((str(language.locale), language.locale.language))
    file = next((own for name in names if (own := folder / f"{name}.po").is_file()), None)
    if file is None:
        return language
    try:
        catalogue = _read(file)
    except (PoFileError, UnicodeDecodeError, ValueError) as trouble:
        raise ValueError(f"{file.name} is no catalogue of words: {trouble}") from None
    for message in catalogue:
        for wrong in message.check(catalogue):
            raise ValueError(f"{file.name}: “{message.string}” cannot be said: {wrong}")
    words = _compiled(catalogue)
    words.add_fallback(language.words)
    return Language(language.locale, words, language.direction)


def in_direction(language: Language, direction: str) -> Language:
    """Give a language as the site writes it: ``ltr``, ``rtl``, or as usual where that is empty."""
    return Language(language.locale, language.words, direction) if direction else language


def _read(file: Path) -> Catalog:
    with file.open("rb") as readable:
        return read_po(readable, abort_invalid=True)


def _compiled(catalogue: Catalog) -> NullTranslations:
    """Make a catalogue usable as its translators keep it: nothing compiled has to be shipped."""
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Translations(compiled, DOMAIN)


ENGLISH = Language(Locale.parse("en_GB"), NullTranslations())
"""Spoken where nobody asked for another."""

_spoken: ContextVar[Language] = ContextVar("spoken", default=ENGLISH)


@contextmanager
def speaking(language: Language) -> Generator[None]:
    """Say everything inside in this language."""
    before = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(before)


def spoken() -> Language:
    """Give the language that is spoken here and now."""
    return _spoken.get()


def gettext(words: str) -> str:
    """Say words of the interface in the language spoken. Empty words stay empty."""
    return spoken().words.gettext(words) if words else ""


def ngettext(one: str, many: str, count: int) -> str:
    """Say words that depend on a count; the count itself is put in by the caller."""
    return spoken().words.ngettext(one, many, count)


def pgettext(context: str, words: str) -> str:
    """Say a word that means several things; ``context`` tells translators which."""
    return spoken().words.pgettext(context, words)


def later(words: str) -> str:
    """Mark words for the catalogue that are said elsewhere, with `gettext`."""
    return words
