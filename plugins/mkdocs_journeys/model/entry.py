"""What every kind of thing in the handbook has in common."""

from __future__ import annotations

from typing import ClassVar, Literal

from mkdocs_journeys.model.fields import Id, Line, StakeholderRef, Text, Thing, says
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.step import ROWS, Rows


class Entry(Thing):
    """A thing with a file, an address and a page of its own."""

    key_kind: ClassVar[str]
    """Its kind in mentions: ``persona`` in ``[[persona:priya]]``."""
    folder: ClassVar[str]
    """The folder below ``maps/`` that holds it, also the file for a list of them."""
    folder_also: ClassVar[tuple[str, ...]] = ()
    """Other words of the field for that folder."""

    id: Id = says("Its stable name; becomes its address. The file's name, if not given.")
    code: Line | None = says("The team's own number, shown and searched, never the address.")
    summary: Text | None = says("What it is, in a sentence or two.", also=("description",))
    tags: tuple[Line, ...] = says("Words to find it by.", default=(), one="tag")
    owner: StakeholderRef | None = says("The team that answers for it.")
    note: Text | None = says("A remark of the team.")
    rows: Rows = says(ROWS, default={})
    formerly: tuple[Id, ...] = says("Ids that it had before; old links lead on.", default=())
    audience: Literal["internal", "public"] | None = says(
        "`internal`: left out where the handbook is published for everybody."
    )

    @property
    def key(self) -> Key:
        """Give its name across the handbook."""
        return Key(self.key_kind, self.id)

    @property
    def called(self) -> str:
        """Give its title or name, or its id in words where it has none."""
        raise NotImplementedError


class Titled(Entry):
    """A thing that has a title: all kinds but those who act."""

    text_field = "title"

    title: Line | None = says("What it is called.", also=("name",))

    @property
    def called(self) -> str:
        """Give its title, or its id in words where it has none."""
        return self.title or in_words(self.id)


class Actor(Entry):
    """Somebody who acts, and so has a name rather than a title."""

    text_field = "name"

    name: Line | None = says("What they are called.", also=("title",))

    @property
    def called(self) -> str:
        """Give the name, or the id in words where there is none."""
        return self.name or in_words(self.id)


def in_words(id_: str) -> str:
    """Turn an id into something to read: ``live-chat`` into *Live chat*."""
    words = id_.replace("-", " ")
    return words[:1].upper() + words[1:]
