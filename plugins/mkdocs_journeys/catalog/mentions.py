"""Every mention, looked up."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from mkdocs_journeys.catalog.catalog import Use
from mkdocs_journeys.catalog.context import in_context
from mkdocs_journeys.catalog.known import Known
from mkdocs_journeys.catalog.lifecycle import unknown_stage_of_life
from mkdocs_journeys.catalog.nouns import NOUNS, an, either
from mkdocs_journeys.load.decode import visible
from mkdocs_journeys.load.docs import DOC_KINDS, kind_meant
from mkdocs_journeys.load.loaded import Loaded, Unreadable
from mkdocs_journeys.model.entry import Entry
from mkdocs_journeys.model.fields import Ref, Thing, To
from mkdocs_journeys.model.journey import Journey
from mkdocs_journeys.model.key import Key
from mkdocs_journeys.model.kinds import INNER_KINDS
from mkdocs_journeys.model.walk import mentions
from mkdocs_journeys.nearest import all_near
from mkdocs_journeys.problems import Edit, Place, Problem

_INNER = frozenset(INNER_KINDS)


@dataclass(slots=True)
class Found:
    """What looking up all mentions gives."""

    meanings: dict[Place, Key] = field(default_factory=dict)
    uses: list[Use] = field(default_factory=list)
    things: list[Thing] = field(default_factory=list)
    """Every thing that was looked at, because who looks for others need not walk again."""
    problems: list[Problem] = field(default_factory=list)


def look_up_all(loaded: Loaded, known: dict[Key, Known], former: dict[Key, Key]) -> Found:
    """Look up every mention of the handbook.

    Reports unknown-mention, wrong-kind-mention, mention-by-old-id and not-in-registry.
    """
    directory = Directory(known, former, loaded.lost)
    found = Found()
    meanings, uses, things = found.meanings, found.uses, found.things
    for entry in loaded.entries:
        home = entry.key
        for thing, user, within in in_context(entry):
            things.append(thing)
            for shape, ref in mentions(thing):
                assert shape.to is not None, "a mention is declared with the kinds it leads to"
                around = directory.current_of(entry) if shape.attribute == "replaces" else within
                key, problem = directory.look_up(ref, shape.to, around)
                if problem:
                    found.problems.append(_with_reason(problem, shape.attribute, entry))
                if key:
                    meanings[ref.place] = key
                    uses.append(Use(user, home, key, shape.key, ref.place))
    for shape, ref in mentions(loaded.settings):
        if shape.to:
            key, problem = directory.look_up(ref, shape.to, None)
            found.problems.extend((problem,) if problem else ())
            found.meanings.update({ref.place: key} if key else {})
    return found


def _with_reason(problem: Problem, attribute: str, entry: Entry) -> Problem:
    """Say of a future map where the steps that it replaces are sought, when that is not known."""
    if attribute != "replaces" or not isinstance(entry, Journey) or entry.future_of:
        return problem
    return replace(problem, mend="Name the map that has it in `future_of:` of this journey.")


class Directory:
    """Finds what a text means, and what it was probably meant to be. Reads no files."""

    def __init__(
        self,
        known: Mapping[Key, Known],
        former: Mapping[Key, Key],
        unreadable: Iterable[Unreadable] = (),
    ) -> None:
        """Take what exists, the names that things had before, and what cannot be read."""
        self._lost: dict[str, set[str]] = defaultdict(set)
        for lost in unreadable:
            self._lost[lost.key.kind] |= lost.words
        self._known = known
        self._former = former
        self._ids: dict[str, list[str]] = defaultdict(list)
        self._kinds: dict[str, list[str]] = defaultdict(list)
        self._titles: dict[tuple[str, str], Key] = {}
        for key, one in known.items():
            self._ids[key.kind].append(key.id)
            self._kinds[key.id].append(key.kind)
            if key.kind not in INNER_KINDS:
                self._titles.setdefault((key.kind, one.title.casefold()), key)
                self._titles.setdefault((key.kind, key.id), key)
        # Only what means the same in every journey: channels, evidence, again and again.
        self._plain: dict[tuple[tuple[str, ...], str], Key] = {}
        self._meant: dict[tuple[str, To, str | None], tuple[str, ...]] = {}

    def current_of(self, entry: Entry) -> str | None:
        """Give the id of the current map that a future map answers, else its own id."""
        if isinstance(entry, Journey) and entry.future_of:
            key = self.find(entry.future_of.text, "journey", None)
            return key.id if key else entry.future_of.text
        return entry.id

    def find(self, text: str, kind: str, within: str | None) -> Key | None:
        """Find a thing of a kind by its id, by an id it had before, or by its title.

        ``within`` is the journey in which bare ids of stages, steps and pain points are sought.
        """
        key = self._full(text, kind, within)
        if key in self._known:
            return key
        if old := self._former.get(key):
            return old
        return self._titles.get((kind, text.casefold()))

    def look_up(self, ref: Ref, to: To, within: str | None) -> tuple[Key | None, Problem | None]:
        """Give what a mention means, and what is wrong with it; a plain label is neither."""
        asked = (to.kinds, ref.text)
        if key := self._plain.get(asked):
            return key, None
        for kind in to.kinds:
            if key := self.find(ref.text, kind, within):
                problem = self._finding(ref, key, kind, within)
                if problem is None and _INNER.isdisjoint(to.kinds):
                    self._plain[asked] = key
                return key, problem
        # A broken list of channels may well hold this one: mending that file comes first.
        in_lost_file = any(ref.text in self._lost[kind] for kind in to.kinds)
        if in_lost_file or self._in_lost_journey(ref.text, to, within):
            return None, None
        return None, self._unknown(ref, to, within)

    def look_up_in_full(
        self, kind: str, id_: str, place: Place
    ) -> tuple[Key | None, Problem | None]:
        """Give what ``kind:id`` in a hand-written page means, and what is wrong with it.

        What lives inside a journey is named ``journey/id``, because a page is in no journey.
        """
        if kind not in DOC_KINDS:
            meant = kind_meant(kind) or DOC_KINDS[0]
            return None, Problem(
                place=place,
                rule="unknown-mention",
                what=f"`{kind}` is no kind of thing in a handbook.",
                mend=f"Did you mean `{meant}:{id_}`?",
            )
        if kind in INNER_KINDS and "/" not in id_:
            return None, Problem(
                place=place,
                rule="unknown-mention",
                what=f"`{kind}:{id_}` does not say in which journey.",
                mend=f"Write `{kind}:{self._home_of(kind, id_)}/{id_}`.",
            )
        key, problem = self.look_up(Ref(id_, place), To((kind,), label=False), None)
        if problem and problem.rule == "wrong-kind-mention":
            right = next(one for one in self._kinds[id_] if one in DOC_KINDS)
            problem = replace(problem, mend=f"Write `{right}:{id_}`.")
        return key, problem

    def _home_of(self, kind: str, id_: str) -> str:
        """Give the journey that has such a thing, or a stand-in where there are none or several."""
        homes = [one.partition("/")[0] for one in self._ids[kind] if one.endswith(f"/{id_}")]
        return homes[0] if len(homes) == 1 else "journey"

    def _full(self, text: str, kind: str, within: str | None) -> Key:
        """Name what is mentioned in full; a journey's old id is replaced by the one it has."""
        if kind not in INNER_KINDS:
            return Key(kind, text)
        if "/" not in text:
            return Key(kind, f"{within}/{text}")
        journey, _, inner = text.partition("/")
        renamed = self._former.get(Key("journey", journey))
        return Key(kind, f"{renamed.id if renamed else journey}/{inner}")

    def _finding(self, ref: Ref, key: Key, kind: str, within: str | None) -> Problem | None:
        wanted = self._full(ref.text, kind, within)
        if wanted in self._former and wanted != key:
            now = key.id.partition("/")[2] if "/" not in ref.text and "/" in key.id else key.id
            return Problem(
                place=ref.place,
                rule="mention-by-old-id",
                what=f"`{ref.text}` is the old id of “{self._known[key].title}”.",
                mend=f"Write `{now}`.",
                fixes=(Edit(ref.place, now),),
            )
        if not self._known[key].named:
            return Problem(
                place=ref.place,
                rule="unknown-mention",
                what=f"`{ref.text}` is only a position, which changes when something moves.",
                mend=f"Give “{self._known[key].title}” an `id:` of its own and mention that.",
            )
        return None

    def _in_lost_journey(self, text: str, to: To, within: str | None) -> bool:
        """Tell whether a mention leads into a journey whose file cannot be read."""
        journey = Key("journey", text.partition("/")[0] if "/" in text else within or "")
        lost = journey in self._known and self._known[journey].thing is None
        return lost and any(kind in INNER_KINDS for kind in to.kinds)

    def _unknown(self, ref: Ref, to: To, within: str | None) -> Problem | None:
        nouns = either(NOUNS[kind] for kind in to.kinds)
        all_meant = self._near(ref.text, to, within)
        near = all_meant[0] if all_meant else None
        others = [kind for kind in self._kinds.get(ref.text, ()) if kind not in to.kinds]
        if others and not near:
            other = NOUNS[others[0]]
            return Problem(
                place=ref.place,
                rule="wrong-kind-mention",
                what=f"`{ref.text}` is the id of {an(other)}, not of {an(nouns)}.",
                mend=f"Mention {an(nouns)} here"
                + (", or write a plain label that is no id." if to.label else "."),
            )
        looks_like_an_id = "-" in ref.text and any(self._ids.get(kind) for kind in to.kinds)
        if near or not to.label or (looks_like_an_id and " " not in ref.text):
            return Problem(
                place=ref.place,
                rule="unknown-mention",
                what=f"No {nouns} is called `{visible(ref.text)}`.",
                mend=self._hint(near, to, within),
                fixes=(Edit(ref.place, all_meant[0]),) if len(all_meant) == 1 else (),
            )
        if to.kinds == ("lifecycle",) and self._ids.get("lifecycle"):
            return unknown_stage_of_life(ref, self._ids["lifecycle"])
        return Problem(
            place=ref.place,
            rule="not-in-registry",
            what=f"“{ref.text}” is shown as text: no {nouns} is called so.",
            mend=f"Add it to the handbook as {an(NOUNS[to.kinds[0]])}, or leave it as a label.",
        )

    def _near(self, text: str, to: To, within: str | None) -> tuple[str, ...]:
        """Give the ids that a text may be a slip of, the nearest first."""
        asked = (text, to, within)
        if asked not in self._meant:
            known = self._mentionable(to, within, text)
            near = all_near(text, known, slips) if (slips := _slips(text)) else ()
            self._meant[asked] = near or self._homes(to, within, text)
        return self._meant[asked]

    def _homes(self, to: To, within: str | None, text: str) -> tuple[str, ...]:
        """Give in full what has this id in a journey, where no journey is meant beforehand."""
        if within is not None or "/" in text:
            return ()
        ids = [id_ for kind in to.kinds if kind in INNER_KINDS for id_ in self._ids.get(kind, ())]
        return tuple(id_ for id_ in ids if id_.endswith(f"/{text}"))

    def _mentionable(self, to: To, within: str | None, text: str) -> list[str]:
        found: list[str] = []
        for kind in to.kinds:
            ids = self._ids.get(kind, [])
            if kind in INNER_KINDS and "/" not in text:
                start = f"{within}/"
                ids = [id_.removeprefix(start) for id_ in ids if id_.startswith(start)]
            found += ids
        return found

    def _hint(self, near: str | None, to: To, within: str | None) -> str:
        if near:
            for kind in to.kinds:
                key = self._full(near, kind, within)
                if key in self._known:
                    return f"Did you mean `{near}` ({self._known[key].place.file})?"
        inner = [NOUNS[kind] for kind in to.kinds if kind in INNER_KINDS]
        if inner and within is None:
            return f"Mention {an(either(inner))} as `journey/id`, with two ids that exist."
        if inner:
            which = an(either(inner))
            return f"Mention {which} of this journey by its id, or of another as `journey/id`."
        return f"Add {an(NOUNS[to.kinds[0]])} of this id, or mention one that exists."


def _slips(text: str) -> int:
    """Give how many slips make a known word of it: none in a word of two letters."""
    return 0 if len(text) < 3 else 1 if len(text) < 8 else 2
