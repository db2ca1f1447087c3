"""Phrases to token ids, with the vocabulary that our own networks are trained with."""

from __future__ import annotations

from pathlib import Path

import pytest

from phrasegon.model.errors import WeightsError
from phrasegon.model.segmenters.tokenizer import Tokenizer, pad
from phrasegon.model.training.tokens import train_vocabulary


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    path = tmp_path_factory.mktemp("vocabulary") / "words.spm"
    train_vocabulary(["the red roofs", "buildings near a road", "built-up areas"], path)
    return Tokenizer(path)


def test_a_phrase_begins_with_0_and_ends_with_2(tokenizer: Tokenizer) -> None:
    ids = tokenizer.encode("the red roofs")
    assert ids[0] == 0
    assert ids[-1] == 2
    assert len(set(ids[1:-1]) - {0, 1, 2, 3}) == 2


def test_every_id_is_a_row_of_the_token_table(tokenizer: Tokenizer) -> None:
    assert max(tokenizer.encode("buildings near a road the red roofs built-up areas")) < len(tokenizer)


@pytest.mark.parametrize("phrase", ["The RED roofs", "the red roofs.", "«the red, roofs!»", "  the   red roofs "])
def test_capitals_and_punctuation_make_no_difference(tokenizer: Tokenizer, phrase: str) -> None:
    assert tokenizer.encode(phrase) == tokenizer.encode("the red roofs")


def test_a_word_never_learnt_is_padding_and_is_told(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("the zebra roofs")[1] == 3
    assert tokenizer.unknown_words("the zebra near a Giraffe.") == ("zebra", "Giraffe.")


def test_a_phrase_of_known_words_has_no_unknown_ones(tokenizer: Tokenizer) -> None:
    assert tokenizer.unknown_words("Red buildings, built-up areas") == ()


def test_padding_fills_up_to_the_longest() -> None:
    assert pad([[0, 5, 2], [0, 5, 6, 7, 2]]) == [[0, 5, 2, 3, 3], [0, 5, 6, 7, 2]]


@pytest.mark.parametrize("content", [None, b"no model"])
def test_a_missing_or_damaged_vocabulary_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "broken.spm"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WeightsError, match="missing or damaged"):
        Tokenizer(path)
