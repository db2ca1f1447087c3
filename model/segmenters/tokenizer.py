"""Phrases to token ids, as RS2-SAM 2 counts them."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path

import sentencepiece

from ..errors import WeightsError
from ..networks.rs2sam2 import PADDING_ID
from .spelling import ARTICLES, Spelling, plain

BEGIN_ID = 0
END_ID = 2
PIECE_OFFSET = 1
"""Piece i of the sentencepiece file is row i + 1 of the token table, as in XLM-RoBERTa."""

_WORD_START = "\u2581"
"""How sentencepiece marks a piece that begins a word."""


class Tokenizer:
    """A sentencepiece vocabulary.

    Args:
        path: the model's ``.spm`` file.

    Raises:
        WeightsError: the file is missing or no sentencepiece model.
    """

    def __init__(self, path: Path) -> None:
        try:
            self._pieces = sentencepiece.SentencePieceProcessor(model_file=str(path))
        except (OSError, RuntimeError) as error:
            raise WeightsError(
                f"The vocabulary {path} is missing or damaged; fetch the model again to restore it."
            ) from error

    def __len__(self) -> int:
        """Rows that the token table needs."""
        return int(self._pieces.get_piece_size()) + PIECE_OFFSET

    def encode(self, phrase: str) -> list[int]:
        """``<s>`` pieces ``</s>``; an unknown piece becomes ``PADDING_ID``, which no attention reads.

        A vocabulary of whole words leaves out articles and reads a mistyped word as the known one.
        """
        unknown = self._pieces.unk_id()
        pieces = self._pieces.encode(self._as_known(phrase, self._spelling) if self._spelling else phrase)
        return [BEGIN_ID, *(PADDING_ID if piece == unknown else piece + PIECE_OFFSET for piece in pieces), END_ID]

    def words(self) -> tuple[str, ...]:
        """All words it understands, sorted; none if it knows parts of words, of which it can build any word."""
        return tuple(sorted({*self._scores, *ARTICLES})) if self._scores else ()

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """Words of the phrase that hold a piece the vocabulary lacks, in the order they stand."""
        spelling = self._spelling
        if spelling is None:
            return tuple(word for word in phrase.split() if PADDING_ID in self.encode(word))
        return tuple(
            word
            for word in phrase.split()
            if any(part not in ARTICLES and spelling.read(part) is None for part in self._parts(word))
        )

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        """Mistyped words of the phrase, each with the known word it is read as, in the order they stand."""
        spelling = self._spelling
        if spelling is None:
            return ()
        read = [(part, spelling.read(part)) for part in self._parts(phrase) if part not in ARTICLES]
        return tuple((part, known) for part, known in read if known is not None and plain(part) != plain(known))

    @cached_property
    def _scores(self) -> dict[str, float]:
        """Words and how common they are, as logarithms; nothing if a piece can be the part of a word."""
        special = (self._pieces.is_unknown, self._pieces.is_control, self._pieces.is_unused, self._pieces.is_byte)
        scores: dict[str, float] = {}
        for number in range(len(self) - PIECE_OFFSET):
            if any(test(number) for test in special):
                continue
            piece = str(self._pieces.id_to_piece(number))
            if not piece.startswith(_WORD_START):
                return {}
            scores[piece.removeprefix(_WORD_START)] = float(self._pieces.get_score(number))
        return scores

    @cached_property
    def _spelling(self) -> Spelling | None:
        """None for parts of words, which build any word."""
        content = {word: score for word, score in self._scores.items() if word not in ARTICLES}
        return Spelling(content) if content else None

    def _parts(self, text: str) -> list[str]:
        """Words as the vocabulary counts them, in lower case and without signs."""
        return str(self._pieces.normalize(text)).replace(_WORD_START, " ").split()

    def _as_known(self, phrase: str, spelling: Spelling) -> str:
        parts = self._parts(phrase)
        # An article alone is a poor phrase, but still one.
        content = [part for part in parts if part not in ARTICLES] or parts
        return " ".join(spelling.read(part) or part for part in content)


def pad(sentences: list[list[int]]) -> list[list[int]]:
    """Sentences of token ids filled up on the right to the longest."""
    longest = max(len(ids) for ids in sentences)
    return [ids + [PADDING_ID] * (longest - len(ids)) for ids in sentences]
