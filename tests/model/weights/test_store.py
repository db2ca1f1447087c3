from __future__ import annotations

import dataclasses
import hashlib
import os
from pathlib import Path

import pytest
import torch
from safetensors.torch import save_file

from phrasegon.model.errors import ModelError, WeightsError
from phrasegon.model.weights import store
from phrasegon.model.weights.catalogue import entries, find
from phrasegon.model.weights.digest import sha256_of
from phrasegon.model.weights.fetch import fetch
from phrasegon.model.weights.store import load_state_dict, locate

NAME = "rs2sam2-rrsisd"


@pytest.fixture
def shipped(tmp_path, tensors, vocabulary, monkeypatch) -> Path:
    """A folder of files that ship with Phrasegon."""
    folder = tmp_path / "resources"
    folder.mkdir()
    save_file(tensors, folder / "rs2sam2-nano.safetensors")
    (folder / "rs2sam2-nano.spm").write_bytes(vocabulary)
    monkeypatch.setattr(store, "EMBEDDED", folder)
    monkeypatch.setitem(entries(), "rs2sam2-nano", dataclasses.replace(find("rs2sam2-nano"), sha256=None))
    return folder


@pytest.fixture
def fetched(tmp_path, tensors, vocabulary):
    save_file(tensors, tmp_path / "model.safetensors")
    (tmp_path / "beit3.spm").write_bytes(vocabulary)
    return fetch(NAME, file=tmp_path / "model.safetensors", confirm=lambda offer: False)


def test_the_shipped_model_is_found_with_its_hash(shipped):
    found = locate("rs2sam2-nano")
    assert found.weights == shipped / "rs2sam2-nano.safetensors"
    assert found.tokenizer == shipped / "rs2sam2-nano.spm"
    assert found.sha256 == hashlib.sha256(found.weights.read_bytes()).hexdigest()


@pytest.mark.parametrize("name", ["rs2sam2-nano.safetensors", "rs2sam2-nano.spm"])
def test_a_shipped_file_is_missing(shipped, name):
    (shipped / name).unlink()
    with pytest.raises(WeightsError, match=rf"{name} is missing, install Phrasegon again\.$"):
        locate("rs2sam2-nano")


def test_a_shipped_file_differs_from_the_catalogue(shipped, monkeypatch):
    pinned = dataclasses.replace(find("rs2sam2-nano"), sha256=sha256_of(shipped / "rs2sam2-nano.safetensors"))
    monkeypatch.setitem(entries(), "rs2sam2-nano", pinned)
    locate("rs2sam2-nano")
    os.truncate(shipped / "rs2sam2-nano.safetensors", 100)
    with pytest.raises(WeightsError, match="is damaged, install Phrasegon again"):
        locate("rs2sam2-nano")


def test_a_model_that_was_never_fetched(home):
    with pytest.raises(WeightsError, match=rf"not in {home}/models/{NAME}, get them with phrasegon fetch {NAME}"):
        locate(NAME)
    with pytest.raises(ModelError, match="known ones are"):
        locate("rs2sam2-huge")


def test_a_fetched_model_is_found(fetched, home):
    assert locate(NAME) == fetched
    assert fetched.weights.parent == home / "models" / NAME
    assert fetched.sha256 == sha256_of(fetched.weights)


@pytest.mark.parametrize("part", ["weights", "tokenizer"])
def test_a_fetched_file_went_missing(fetched, part):
    path = getattr(fetched, part)
    path.unlink()
    with pytest.raises(WeightsError, match=f"{path.name} is missing, get it again with phrasegon fetch {NAME}"):
        locate(NAME)


def test_a_fetched_file_was_cut(fetched):
    os.truncate(fetched.weights, 50)
    with pytest.raises(WeightsError, match=f"is damaged, get it again with phrasegon fetch {NAME}"):
        locate(NAME)


@pytest.mark.parametrize("content", ["", "{}", "[]", "nonsense", '{"originals": [1]}'])
def test_a_record_that_cannot_be_read(fetched, content):
    (fetched.weights.parent / "record.json").write_text(content)
    with pytest.raises(
        WeightsError, match=r"record.json cannot be read, delete the folder .* and fetch the model again"
    ):
        locate(NAME)


def test_weights_of_the_users_own_take_the_models_tokenizer_or_their_own(shipped, tmp_path, vocabulary):
    own = tmp_path / "mine.safetensors"
    save_file({"a": torch.ones(1)}, own)
    assert locate("rs2sam2-nano", weights=own) == store.Checkpoint(own, shipped / "rs2sam2-nano.spm", sha256_of(own))
    (tmp_path / "mine.spm").write_bytes(vocabulary)
    assert locate("rs2sam2-nano", weights=own).tokenizer == tmp_path / "mine.spm"
    with pytest.raises(WeightsError, match=r"There is no weight file .*other\.safetensors"):
        locate("rs2sam2-nano", weights=tmp_path / "other.safetensors")


def test_the_home_is_the_users_data_folder_unless_chosen(monkeypatch, tmp_path):
    monkeypatch.setenv("PHRASEGON_HOME", "~/elsewhere")
    assert store.home() == Path.home() / "elsewhere"
    monkeypatch.delenv("PHRASEGON_HOME")
    assert store.home().name == "phrasegon"


@pytest.mark.parametrize("content", [b"", b"garbage", b"<html></html>", b"\xff" * 100])
def test_loading_what_is_no_safetensors_file(tmp_path, content):
    (tmp_path / "w.safetensors").write_bytes(content)
    with pytest.raises(WeightsError, match=r"w.safetensors is damaged or no safetensors file"):
        load_state_dict(tmp_path / "w.safetensors")
    with pytest.raises(WeightsError, match="There is no weight file"):
        load_state_dict(tmp_path / "absent.safetensors")


def test_loading_costs_no_memory_before_it_is_used(tmp_path):
    """256 MB of weights are mapped, not read."""
    resource = pytest.importorskip("resource")
    path = tmp_path / "big.safetensors"
    header = b'{"w":{"dtype":"U8","shape":[268435456],"data_offsets":[0,268435456]}}'
    path.write_bytes(len(header).to_bytes(8, "little") + header)
    os.truncate(path, 8 + len(header) + 268435456)  # a sparse file
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert load_state_dict(path)["w"].shape == (268435456,)
    assert resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before < 64 * 1024


def test_hash_of_an_empty_and_a_longer_file(tmp_path):
    for content in (b"", b"x", os.urandom(3_000_001)):
        (tmp_path / "file").write_bytes(content)
        assert sha256_of(tmp_path / "file") == hashlib.sha256(content).hexdigest()
