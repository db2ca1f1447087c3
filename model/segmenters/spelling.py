"""Typed words to the words that a vocabulary holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping

ARTICLES = frozenset(
    (
        *("the", "a", "an"),
        *("der", "die", "das", "den", "dem", "ein", "eine", "einen"),
        *("el", "la", "los", "las", "un", "una", "unos", "unas"),
        *("le", "les", "l", "une", "des"),
        *("o", "os", "as", "um", "uma", "uns", "umas"),
    )
)
"""Words of English, German, Spanish, French and Portuguese that change nothing about what is meant."""

_LEAST = 4
"""Letters of a word below which one of them more or less makes another word."""


class Spelling:
    """Finds the known word that a typed one stands for.

    Args:
        scores: the known words, and how common each is: the higher, the commoner.
    """

    def __init__(self, scores: Mapping[str, float]) -> None:
        self._known = frozenset(scores)
        self._plain: dict[str, str] = {}
        # The commonest comes last and stays; the alphabet decides among equals.
        for word in sorted(scores, key=lambda word: (scores[word], word)):
            self._plain[plain(word)] = word
        self._scores = scores
        self._alphabet = sorted({letter for word in self._plain for letter in word})

    def read(self, word: str) -> str | None:
        """The word itself, the one that differs in accents alone, or the likeliest that is one letter away.

        Args:
            word: in lower case.

        Returns:
            None if no known word is so near.
        """
        if word in self._known:
            return word
        bare = plain(word)
        if bare in self._plain:
            return self._plain[bare]
        if len(bare) < _LEAST:
            return None
        near = {self._plain[other] for other in self._neighbours(bare) if other in self._plain}

        def fit(other: str) -> tuple[bool, int, float, str]:
            # Swapped letters are the commonest slip; the first and the last are seldom wrong.
            swapped = sorted(plain(other)) == sorted(bare)
            return swapped, (other[0] == word[0]) + (other[-1] == word[-1]), self._scores[other], other

        return max(near, key=fit, default=None)

    def _neighbours(self, word: str) -> Iterator[str]:
        """What one letter more, less or other, or two letters the other way round make of a word."""
        for cut in range(len(word) + 1):
            head, tail = word[:cut], word[cut:]
            yield from (head + letter + tail for letter in self._alphabet)
            if tail:
                yield head + tail[1:]
                yield from (head + letter + tail[1:] for letter in self._alphabet)
            if len(tail) > 1:
                yield head + tail[1] + tail[0] + tail[2:]


def plain(word: str) -> str:
    """The word without accents: ``árbol`` -> ``arbol``."""
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))
