"""What an author probably meant."""

from __future__ import annotations

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein


def nearest(word: str, known: Iterable[str], slips: int | None = None) -> str | None:
    """Give the known word that ``word`` is probably a slip of, or None where none is near.

    A slip is a letter missing, added, wrong or swapped with its neighbour. Without ``slips``,
    one for every three letters is near.
    """
    found = process.extractOne(
        word,
        sorted(known),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=max(1, len(word) // 3) if slips is None else slips,
    )
    return found[0] if found else None


def all_near(word: str, known: Iterable[str], slips: int | None = None) -> tuple[str, ...]:
    """Give all known words that ``word`` may be a slip of, the nearest first; often none.

    Near is what ``nearest`` takes for near. Where there is one, it can be mended without asking.
    """
    found = process.extract(
        word,
        sorted(set(known)),
        scorer=DamerauLevenshtein.distance,
        score_cutoff=max(1, len(word) // 3) if slips is None else slips,
        limit=None,
    )
    return tuple(one for one, _, _ in found)


def did_you_mean(word: str, known: Iterable[str], otherwise: str = "") -> str:
    """Give the sentence that offers the nearest known word, else ``otherwise``.

    Where none is near, the only one that begins with the word will do: `lang` for `language`.
    """
    words = set(known)
    longer = [one for one in words if len(word) > 2 and one.startswith(word)]
    meant = nearest(word, words) or (longer[0] if len(longer) == 1 else None)
    return f"Did you mean `{meant}`?" if meant else otherwise
