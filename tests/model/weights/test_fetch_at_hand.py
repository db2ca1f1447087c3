from __future__ import annotations

import json
import os

import pytest
import torch
from safetensors.torch import save_file

from phrasegon.model.errors import WeightsError
from phrasegon.model.weights.fetch import fetch
from phrasegon.model.weights.store import locate

NAME = "rs2sam2-rrsisd"


def test_a_file_at_hand_needs_no_network_and_no_question(tmp_path, tensors, vocabulary, assert_same):
    torch.save(tensors, tmp_path / "rrsisd.pth")
    (tmp_path / "any.spm").write_bytes(vocabulary)
    checkpoint = fetch(NAME, file=tmp_path / "rrsisd.pth", confirm=lambda offer: pytest.fail("was asked"))
    assert_same(checkpoint, tensors)
    record = json.loads((checkpoint.weights.parent / "record.json").read_text())
    assert (record["repository"], record["revision"]) == (None, None)
    assert record["originals"][0]["path"] == str(tmp_path / "rrsisd.pth")
    assert (tmp_path / "rrsisd.pth").exists()


def test_a_sharded_set_at_hand_with_a_tokenizer_elsewhere(tmp_path, tensors, vocabulary, accept, assert_same):
    save_file(tensors, tmp_path / "part.safetensors")
    index = tmp_path / "model.safetensors.index.json"
    index.write_text(json.dumps({"weight_map": dict.fromkeys(tensors, "part.safetensors")}))
    with pytest.raises(WeightsError, match=r"no tokenizer beside .*, put beit3.spm there or .* --tokenizer"):
        fetch(NAME, file=index, confirm=accept)
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere" / "words.model").write_bytes(vocabulary)
    assert_same(fetch(NAME, file=index, tokenizer=tmp_path / "elsewhere" / "words.model", confirm=accept), tensors)


def test_a_file_at_hand_that_is_refused_leaves_the_model_that_was_there(tmp_path, tensors, vocabulary, accept):
    save_file(tensors, tmp_path / "model.safetensors")
    (tmp_path / "beit3.spm").write_bytes(vocabulary)
    first = fetch(NAME, file=tmp_path / "model.safetensors", confirm=accept)
    (tmp_path / "bad.safetensors").write_bytes(b"garbage")
    with pytest.raises(WeightsError, match=r"bad.safetensors is damaged"):
        fetch(NAME, file=tmp_path / "bad.safetensors", confirm=accept)
    (tmp_path / "beit3.spm").write_bytes(b"garbage")
    with pytest.raises(WeightsError, match=r"beit3.spm is damaged or no SentencePiece model"):
        fetch(NAME, file=tmp_path / "model.safetensors", confirm=accept)
    assert locate(NAME) == first
    assert len(list(first.weights.parent.iterdir())) == 3


def test_files_at_hand_that_are_not_there_or_cannot_be_meant(tmp_path, tensors, accept):
    save_file(tensors, tmp_path / "model.safetensors")
    with pytest.raises(WeightsError, match=r"There is no file .*absent.bin"):
        fetch(NAME, file=tmp_path / "absent.bin", confirm=accept)
    with pytest.raises(WeightsError, match=r"There is no tokenizer file .*absent.spm"):
        fetch(NAME, file=tmp_path / "model.safetensors", tokenizer=tmp_path / "absent.spm", confirm=accept)
    with pytest.raises(WeightsError, match="no revision or endpoint, leave them out"):
        fetch(NAME, file=tmp_path / "model.safetensors", revision="main", confirm=accept)


def test_a_huge_file_at_hand_needs_room_for_its_copy(tmp_path, vocabulary, monkeypatch, accept):
    monkeypatch.setattr("phrasegon.model.weights.at_hand.sha256_of", lambda path: pytest.fail("it is being read"))
    (tmp_path / "beit3.spm").write_bytes(vocabulary)
    source = tmp_path / "model.safetensors"
    source.touch()
    try:
        os.truncate(source, 8 * 10**12)
    except OSError:
        pytest.skip("this file system takes no large sparse file")
    with pytest.raises(WeightsError, match=r"8000\.0 GB are needed"):
        fetch(NAME, file=source, confirm=accept)
