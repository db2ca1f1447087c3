"""The small vocabulary of our own networks: one piece a word of the phrases they are trained on."""

from __future__ import annotations

import sys
import tempfile
import unicodedata
from collections.abc import Iterable
from pathlib import Path

import sentencepiece
from torch import Tensor

from ..networks.rs2sam2 import PADDING_ID
from ..segmenters.spelling import ARTICLES
from ..segmenters.tokenizer import Tokenizer

SPECIAL_IDS = PADDING_ID + 1
"""Rows of a token table before the first word's."""
LAST_CODE_POINT = 0x24F
"""Latin letters with their accents are folded; other scripts pass as they are."""


def train_vocabulary(phrases: Iterable[str], path: Path) -> None:
    """Write a word-level sentencepiece model; capitals and punctuation make no difference to it.

    Args:
        phrases: what the network will be asked.
        path: the ``.spm`` file to write.
    """
    lines = list(phrases)
    words = {word for line in lines for word in line.split()}
    with tempfile.TemporaryDirectory() as folder:
        text, rules, stem = Path(folder, "phrases.txt"), Path(folder, "rules.tsv"), Path(folder, "vocabulary")
        text.write_text("\n".join(lines), encoding="utf-8")
        rules.write_text("\n".join(_folding()) + "\n", encoding="utf-8")
        sentencepiece.SentencePieceTrainer.train(
            input=str(text),
            model_prefix=str(stem),
            model_type="word",
            vocab_size=len(words) + 3,
            hard_vocab_limit=False,
            normalization_rule_tsv=str(rules),
            use_all_vocab=True,
            minloglevel=2,
        )
        path.write_bytes(stem.with_suffix(".model").read_bytes())


def reworded(
    start: dict[str, Tensor], known: Tokenizer, weights: dict[str, Tensor], wanted: Tokenizer, words: str
) -> dict[str, Tensor]:
    """The ``start`` with its words where a run's vocabulary counts them.

    Args:
        start: weights that a run began with.
        known: their vocabulary.
        weights: of the run, which stand in for words that the start had not got.
        wanted: the vocabulary of the run.
        words: name of the tensor that has a row for each word.
    """
    return start | {words: _carried_over(start[words], known, weights[words], wanted)}


def _carried_over(table: Tensor, known: Tokenizer, fresh: Tensor, wanted: Tokenizer) -> Tensor:
    """A token table for another vocabulary: rows of the words that both have, and ``fresh`` rows for the others.

    Args:
        table: (rows, C), as ``known`` counts them.
        known: the vocabulary of ``table``.
        fresh: (rows, C), as ``wanted`` counts them.
        wanted: the vocabulary to come.
    """
    made = fresh.clone()
    made[:SPECIAL_IDS] = table[:SPECIAL_IDS]
    for word in set(known.words()) & set(wanted.words()) - ARTICLES:
        (_, before, _), (_, after, _) = known.encode(word), wanted.encode(word)
        made[after] = table[before]
    return made


def _folding() -> Iterable[str]:
    """Rules of sentencepiece's normaliser: code points in hexadecimal, a tab, what they become."""
    for code in range(0x21, LAST_CODE_POINT + 1):
        letter = chr(code)
        folded = " " if _separates(letter) else unicodedata.normalize("NFKC", letter).casefold()
        if folded != letter:
            yield f"{code:X}\t{' '.join(f'{ord(part):X}' for part in folded)}"


def _separates(letter: str) -> bool:
    return unicodedata.category(letter)[0] in "PSZC"


if __name__ == "__main__":
    from .dataset import corpus

    train_vocabulary(corpus(), Path(sys.argv[1]))
