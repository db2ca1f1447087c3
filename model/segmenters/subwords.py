"""Phrases to token ids with the vocabularies of large language models, which build any word of parts.

They come as a ``tokenizer.json`` of the Hugging Face libraries: Gemma's, which SigLIP 2 takes, or RoBERTa's.
"""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer

from ..errors import WeightsError


class Subwords:
    """A vocabulary of parts of words, with what a network expects around a phrase.

    Args:
        path: the ``tokenizer.json``.
        begin: token that every phrase begins with; None: none.
        end: token that every phrase ends with.
        lower: whether capitals are made small and white space is made single blanks.
        most: tokens that a phrase may have, ``begin`` and ``end`` among them; what is longer is cut.

    Raises:
        WeightsError: the file is missing, damaged, or lacks one of these tokens.
    """

    def __init__(self, path: Path, *, begin: str | None, end: str, lower: bool, most: int) -> None:
        try:
            self._pieces = Tokenizer.from_buffer(path.read_bytes())
        except (OSError, ValueError) as error:
            raise WeightsError(
                f"The vocabulary {path} is missing or damaged; fetch the model again to restore it."
            ) from error
        # A file may ask for its author's own lengths.
        self._pieces.no_padding()
        self._pieces.no_truncation()
        self._begin = [] if begin is None else [self._id(begin, path)]
        self._end = [self._id(end, path)]
        self._lower, self._most = lower, most

    def encode(self, phrase: str) -> list[int]:
        """``begin`` pieces ``end``, without padding."""
        text = " ".join(phrase.lower().split()) if self._lower else phrase
        pieces = self._pieces.encode(text, add_special_tokens=False).ids
        room = self._most - len(self._begin) - len(self._end)
        return [*self._begin, *pieces[:room], *self._end]

    def unknown_words(self, phrase: str) -> tuple[str, ...]:  # noqa: ARG002 (part of every tokenizer)
        """None: any word can be built."""
        return ()

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:  # noqa: ARG002 (part of every tokenizer)
        """None: a mistyped word is read as it stands."""
        return ()

    def _id(self, token: str, path: Path) -> int:
        number = self._pieces.token_to_id(token)
        if number is None:
            raise WeightsError(
                f"The vocabulary {path} lacks {token}, so it is not this model's; fetch the model again."
            )
        return int(number)
