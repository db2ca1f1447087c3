"""Phrases to token ids, as RS2-SAM 2 counts them."""

from __future__ import annotations

from pathlib import Path

import sentencepiece

from ..errors import WeightsError
from ..networks.rs2sam2 import PADDING_ID

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
        """``<s>`` pieces ``</s>``; an unknown piece becomes ``PADDING_ID``, which no attention reads."""
        unknown = self._pieces.unk_id()
        pieces = self._pieces.encode(phrase)
        return [BEGIN_ID, *(PADDING_ID if piece == unknown else piece + PIECE_OFFSET for piece in pieces), END_ID]

    def words(self) -> tuple[str, ...]:
        """All words it knows, sorted; none if it knows parts of words, of which it can build any word."""
        special = (self._pieces.is_unknown, self._pieces.is_control, self._pieces.is_unused, self._pieces.is_byte)
        numbers = [number for number in range(len(self) - PIECE_OFFSET) if not any(test(number) for test in special)]
        pieces = [str(self._pieces.id_to_piece(number)) for number in numbers]
        whole = all(piece.startswith(_WORD_START) for piece in pieces)
        return tuple(sorted(piece.removeprefix(_WORD_START) for piece in pieces)) if whole else ()

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """Words of the phrase that hold a piece the vocabulary lacks, in the order they stand."""
        return tuple(word for word in phrase.split() if PADDING_ID in self.encode(word))


def pad(sentences: list[list[int]]) -> list[list[int]]:
    """Sentences of token ids filled up on the right to the longest."""
    longest = max(len(ids) for ids in sentences)
    return [ids + [PADDING_ID] * (longest - len(ids)) for ids in sentences]
