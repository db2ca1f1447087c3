"""Phrases to token ids, as RoBERTa and GPT-2 count them: pieces of words, built of pairs of bytes.

Source: Sennrich et al. 2016, arXiv 1508.07909; Radford et al. 2019 (GPT-2), section 2.2.
"""

from __future__ import annotations

import json
from functools import lru_cache
from itertools import pairwise
from pathlib import Path

import regex
from open_clip.tokenizer import bytes_to_unicode

from ..errors import WeightsError

BEGIN_ID = 0
END_ID = 2
UNKNOWN_ID = 3
MAX_TOKENS = 512
"""RoBERTa has no positions for more."""

_WORDS = regex.compile(r"'s|'t|'re|'ve|'m|'ll|'d| ?\p{L}+| ?\p{N}+| ?[^\s\p{L}\p{N}]+")
"""What pieces never reach across: words, numbers and signs, each with the blank before it."""


class BytePairs:
    """A byte-level vocabulary of pairs.

    Args:
        path: the model's ``tokenizer.json``.

    Raises:
        WeightsError: the file is missing, or holds no such vocabulary.
    """

    def __init__(self, path: Path) -> None:
        try:
            model = json.loads(path.read_text(encoding="utf-8"))["model"]
            self._ids: dict[str, int] = dict(model["vocab"])
            merges = [merge.split(" ") if isinstance(merge, str) else merge for merge in model["merges"]]
            self._ranks = {(left, right): rank for rank, (left, right) in enumerate(merges)}
        except (OSError, ValueError, KeyError, TypeError) as error:
            raise WeightsError(
                f"The vocabulary {path} is missing or damaged; fetch the model again to restore it."
            ) from error
        self._letters: dict[int, str] = bytes_to_unicode()
        self._pieces = lru_cache(maxsize=1024)(self._merged)

    def encode(self, phrase: str) -> list[int]:
        """``<s>`` pieces ``</s>`` of the phrase in lower case, with single blanks; cut off behind 512 tokens."""
        words = _WORDS.findall(" ".join(phrase.lower().split()))
        ids = [self._ids.get(piece, UNKNOWN_ID) for word in words for piece in self._pieces(word)]
        return [BEGIN_ID, *ids[: MAX_TOKENS - 2], END_ID]

    def unknown_words(self, phrase: str) -> tuple[str, ...]:  # noqa: ARG002 (part of every tokenizer)
        """None: any word can be built of bytes."""
        return ()

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (part of every tokenizer)
        """None: a mistyped word is read as it stands."""
        return ()

    def _merged(self, word: str) -> tuple[str, ...]:
        """The pieces of one word: of its bytes, the pair learnt first is joined, time and again."""
        pieces = [self._letters[byte] for byte in word.encode()]
        while learnt := [pair for pair in pairwise(pieces) if pair in self._ranks]:
            first = min(learnt, key=self._ranks.__getitem__)
            pieces = _joined(pieces, first)
        return tuple(pieces)


def _joined(pieces: list[str], pair: tuple[str, str]) -> list[str]:
    """The pieces with every occurrence of the pair made one, from the left."""
    joined: list[str] = []
    index = 0
    while index < len(pieces):
        length = 2 if tuple(pieces[index : index + 2]) == pair else 1
        joined.append("".join(pieces[index : index + length]))
        index += length
    return joined
