"""Phrases to token ids with a tokenizer.json, beside what the library of transformers is known to make of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from tokenizers import Tokenizer, decoders, normalizers, pre_tokenizers
from tokenizers.models import BPE
from tokenizers.processors import TemplateProcessing
from tokenizers.trainers import BpeTrainer

from phrasegon.model.errors import WeightsError
from phrasegon.model.segmenters.subwords import Subwords

CORPUS = ["the red roofs", "a road beside the field", "Ships in the harbour", "größere Häuser"] * 3


@pytest.fixture(scope="module")
def roberta(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pairs of bytes, as RoBERTa's file: it puts its own tokens around a phrase, cuts it and fills it up."""
    pieces = Tokenizer(BPE(unk_token="<unk>"))
    pieces.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    pieces.decoder = decoders.ByteLevel()
    special = ["<s>", "<pad>", "</s>", "<unk>"]
    alphabet = pre_tokenizers.ByteLevel.alphabet()
    trainer = BpeTrainer(vocab_size=330, special_tokens=special, initial_alphabet=alphabet, show_progress=False)
    pieces.train_from_iterator(CORPUS, trainer)
    pieces.post_processor = TemplateProcessing(single="<s> $A </s>", special_tokens=[("<s>", 0), ("</s>", 2)])
    pieces.enable_truncation(5)
    pieces.enable_padding(length=40, pad_id=1, pad_token="<pad>")
    return saved(pieces, tmp_path_factory.mktemp("roberta"))


@pytest.fixture(scope="module")
def gemma(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Pairs of letters where blanks are letters too and what is unknown becomes bytes, as the file of SigLIP 2."""
    special = ["<pad>", "<eos>", "<bos>", "<unk>", *(f"<0x{byte:02X}>" for byte in range(256))]
    pieces = Tokenizer(BPE(unk_token="<unk>", byte_fallback=True))
    pieces.normalizer = normalizers.Replace(" ", "▁")
    pieces.train_from_iterator(CORPUS, BpeTrainer(vocab_size=330, special_tokens=special, show_progress=False))
    pieces.post_processor = TemplateProcessing(single="$A <eos>", special_tokens=[("<eos>", 1)])
    return saved(pieces, tmp_path_factory.mktemp("gemma"))


def saved(pieces: Tokenizer, folder: Path) -> Path:
    pieces.save(str(folder / "tokenizer.json"))
    return folder / "tokenizer.json"


@pytest.fixture
def read_roberta(roberta: Path) -> Callable[[str], list[int]]:
    return Subwords(roberta, begin="<s>", end="</s>", lower=True, most=512).encode


@pytest.fixture
def read_gemma(gemma: Path) -> Callable[[str], list[int]]:
    return Subwords(gemma, begin=None, end="<eos>", lower=False, most=64).encode


def test_roberta_begins_with_0_and_ends_with_2_unpadded_and_whole(read_roberta, roberta: Path) -> None:
    ids = read_roberta("the red roofs beside the field")
    assert (ids[0], ids[-1]) == (0, 2)
    assert 1 not in ids
    assert Tokenizer.from_file(str(roberta)).decode(ids) == "the red roofs beside the field"


def test_roberta_reads_small_letters_and_single_blanks(read_roberta) -> None:
    assert read_roberta("  The RED\troofs \n") == read_roberta("the red roofs")


def test_siglip_ends_with_1_and_begins_with_nothing(read_gemma, gemma: Path) -> None:
    ids = read_gemma("the red roofs")
    assert ids[-1] == 1
    assert 2 not in ids
    expected = Tokenizer.from_file(str(gemma)).encode("the red roofs").ids
    assert ids == expected


def test_siglip_reads_what_is_written(read_gemma) -> None:
    assert read_gemma("Ships") != read_gemma("ships")
    assert read_gemma("the  roofs") != read_gemma("the roofs")


@pytest.mark.parametrize("phrase", ["zebra", "Ørsted 2026", "家", "\N{TELESCOPE}"])
def test_any_word_is_built_of_parts(roberta: Path, gemma: Path, phrase: str) -> None:
    for path, begin, end in ((roberta, "<s>", "</s>"), (gemma, None, "<eos>")):
        vocabulary = Subwords(path, begin=begin, end=end, lower=False, most=64)
        assert 3 not in vocabulary.encode(phrase)
        assert vocabulary.unknown_words(phrase) == vocabulary.corrected_words(phrase) == ()


def test_a_long_phrase_is_cut_before_its_end_token(read_gemma, read_roberta) -> None:
    long = "the red roofs beside the road and the field " * 80
    assert len(read_gemma(long)) == 64
    assert read_gemma(long)[-1] == 1
    assert read_gemma(long)[:63] == read_gemma("the red roofs beside the road and the field " * 60)[:63]
    assert len(read_roberta(long)) == 512
    assert (read_roberta(long)[0], read_roberta(long)[-1]) == (0, 2)


def test_an_empty_phrase_has_its_ends(read_gemma, read_roberta) -> None:
    assert read_gemma("") == [1]
    assert read_roberta(" ") == [0, 2]


@pytest.mark.parametrize("content", [None, b"", b"{}", b"\xff\xfe", b'{"model": {"type": "BPE"}}'])
def test_a_missing_or_damaged_vocabulary_is_refused(tmp_path: Path, content: bytes | None) -> None:
    if content is not None:
        (tmp_path / "tokenizer.json").write_bytes(content)
    with pytest.raises(WeightsError, match="missing or damaged; fetch the model again"):
        Subwords(tmp_path / "tokenizer.json", begin=None, end="<eos>", lower=False, most=64)


def test_the_vocabulary_of_another_model_is_refused(roberta: Path) -> None:
    assert "<eos>" not in json.loads(roberta.read_text(encoding="utf-8"))["model"]["vocab"]
    with pytest.raises(WeightsError, match="lacks <eos>, so it is not this model's"):
        Subwords(roberta, begin=None, end="<eos>", lower=False, most=64)
