"""Phrases to token ids, with a vocabulary of a few pairs."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from phrasegon.model.errors import WeightsError
from phrasegon.model.segmenters.byte_pairs import BytePairs

VOCABULARY = ["<s>", "<pad>", "</s>", "<unk>", *"abdefnorst'", "Ġ", "2", "Ã", "¦", ","]
MERGES = ["o f", "r e", "re d", "Ġ of", "Ġ red", "o o", "r oo", "roo f", "Ġ roof", "' s", "Ã ¦"]


def written(path: Path, merges: Any) -> Path:
    pieces = [*VOCABULARY, *("".join(merge.split()) for merge in MERGES)]
    model = {"type": "BPE", "vocab": {piece: index for index, piece in enumerate(pieces)}, "merges": merges}
    path.write_text(json.dumps({"version": "1.0", "model": model}), encoding="utf-8")
    return path


@pytest.fixture
def tokenizer(tmp_path: Path) -> BytePairs:
    return BytePairs(written(tmp_path / "tokenizer.json", MERGES))


def pieces(tokenizer: BytePairs, phrase: str) -> list[str]:
    known = [*VOCABULARY, *("".join(merge.split()) for merge in MERGES)]
    return [known[index] for index in tokenizer.encode(phrase)]


def test_the_pair_that_was_learnt_first_is_joined_first(tokenizer: BytePairs) -> None:
    assert pieces(tokenizer, "red roof") == ["<s>", "red", "Ġ", "r", "o", "of", "</s>"]


def test_a_blank_belongs_to_the_word_behind_it_and_the_first_word_has_none(tokenizer: BytePairs) -> None:
    assert pieces(tokenizer, "red of red") == ["<s>", "red", "Ġof", "Ġred", "</s>"]


def test_every_occurrence_of_a_pair_is_joined(tokenizer: BytePairs) -> None:
    assert pieces(tokenizer, "rererooo") == ["<s>", "re", "re", "roo", "o", "</s>"]


@pytest.mark.parametrize("phrase", ["RED of Red", "  red   of\tred\n"])
def test_capitals_and_white_space_make_no_difference(tokenizer: BytePairs, phrase: str) -> None:
    assert tokenizer.encode(phrase) == tokenizer.encode("red of red")


def test_words_numbers_and_signs_are_never_joined(tokenizer: BytePairs) -> None:
    assert pieces(tokenizer, "of2of, of's") == ["<s>", "of", "2", "of", ",", "Ġof", "'s", "</s>"]


def test_a_letter_beyond_ascii_is_its_bytes(tokenizer: BytePairs) -> None:
    assert pieces(tokenizer, "Æ") == ["<s>", "Ã¦", "</s>"]


def test_a_byte_that_the_vocabulary_lacks_is_unknown(tokenizer: BytePairs) -> None:
    assert pieces(tokenizer, "a z") == ["<s>", "a", "Ġ", "<unk>", "</s>"]


def test_a_long_phrase_is_cut_off_behind_512_tokens(tokenizer: BytePairs) -> None:
    ids = tokenizer.encode("of " * 1000)
    assert len(ids) == 512
    assert (ids[0], ids[-1]) == (0, 2)


def test_no_word_is_unknown_or_corrected(tokenizer: BytePairs) -> None:
    assert tokenizer.unknown_words("zebra") == ()
    assert tokenizer.corrected_words("ruf") == ()


def test_merges_may_be_written_as_pairs(tokenizer: BytePairs, tmp_path: Path) -> None:
    other = BytePairs(written(tmp_path / "other.json", [merge.split() for merge in MERGES]))
    assert other.encode("red of roofs") == tokenizer.encode("red of roofs")


@pytest.mark.parametrize(
    "content", [None, "no json", "[]", '{"model": {"vocab": {}}}', '{"model": {"vocab": {}, "merges": [1]}}']
)
def test_a_missing_or_damaged_vocabulary_is_refused(tmp_path: Path, content: str | None) -> None:
    path = tmp_path / "tokenizer.json"
    if content is not None:
        path.write_text(content)
    with pytest.raises(WeightsError, match="missing or damaged"):
        BytePairs(path)
