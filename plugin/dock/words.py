"""What can be said of phrases before a run: how they are told apart, and which of their words mislead."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ..translation import tr

_WORD = re.compile(r"[^\W\d_]+")


def words_in(text: str) -> tuple[str, ...]:
    """The words of a text in lower case, each once, without signs and numbers."""
    return tuple(dict.fromkeys(_WORD.findall(text.lower())))


def unknown_words(text: str, vocabulary: Collection[str], *, typing: bool = False) -> tuple[str, ...]:
    """Words that a model has not learnt.

    Args:
        text: one or more phrases.
        vocabulary: all words it has learnt; empty: any word may be tried.
        typing: the last word may not be finished, and passes as long as it begins like a known one.
    """
    if not vocabulary:
        return ()
    unknown = [word for word in words_in(text) if word not in vocabulary]
    if typing and unknown and text and text[-1].isalpha():
        last = _WORD.findall(text.lower())[-1]
        if any(word.startswith(last) for word in vocabulary):
            unknown = [word for word in unknown if word != last]
    return tuple(unknown)


def compared_words(text: str, comparing: Collection[str]) -> tuple[str, ...]:
    """Words that are judged within each tile.

    Args:
        text: one or more phrases.
        comparing: all such words.
    """
    return tuple(word for word in words_in(text) if word in comparing)


def hint(text: str, vocabulary: Collection[str], comparing: Collection[str], *, typing: bool = False) -> str:
    """What the user should know about the words of a text; empty if there is nothing to say.

    Args:
        text: one or more phrases.
        vocabulary: all words that the model has learnt; empty: any word may be tried.
        comparing: words that are judged within each tile.
        typing: the last word may not be finished.
    """
    lines: Sequence[str] = ()
    unknown = unknown_words(text, vocabulary, typing=typing)
    if unknown:
        lines = (*lines, tr("Not learnt by the model: {}.").format(_listed(unknown)))
    compared = compared_words(text, comparing)
    if compared:
        told = tr("The model sees one tile at a time, so these are judged within each tile, not over the raster: {}.")
        lines = (*lines, told.format(_listed(compared)))
    return "\n".join(lines)


def _listed(words: Sequence[str]) -> str:
    return ", ".join(tr("“{}”").format(word) for word in words)
