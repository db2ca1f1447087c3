from __future__ import annotations

import dataclasses
import hashlib
import json
import os

import pytest
import torch
from safetensors.torch import save

from phrasegon.model.errors import ModelError, WeightsError
from phrasegon.model.weights.catalogue import entries, find
from phrasegon.model.weights.fetch import fetch
from phrasegon.model.weights.store import locate

NAME = "rs2sam2-rrsisd"
WEIGHTS = "rrsisd/model.safetensors"
A, B = "a" * 40, "b" * 40


def files_in(folder) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def assert_store_empty(home) -> None:
    assert not (home / "models").exists() or files_in(home / "models") == []
    with pytest.raises(WeightsError, match="phrasegon fetch"):
        locate(NAME)


def test_from_offer_to_store(hub, home, repository, tensors, vocabulary, assert_same):
    hub.hold(repository)
    offers, progress = [], []

    def confirm(offer):
        assert hub.downloads == []  # nothing comes before the user agreed
        offers.append(offer)
        return True

    checkpoint = fetch(NAME, confirm=confirm, endpoint=hub.address, progress=lambda *at: progress.append(at))
    assert_same(checkpoint, tensors)
    assert checkpoint.tokenizer.read_bytes() == vocabulary
    assert locate(NAME) == checkpoint

    (offer,) = offers
    total = len(repository[WEIGHTS]) + len(vocabulary)
    assert (offer.name, offer.repository, offer.revision, offer.total_bytes) == (NAME, "ReeF2025/RS2-SAM2", A, total)
    assert [file.path for file in offer.files] == [WEIGHTS, "rrsisd/sentencepiece.bpe.model"]
    assert offer.licence == "not stated by its authors"
    assert offer.target == home / "models" / NAME
    assert progress[-1] == (total, total)
    assert progress == sorted(progress)

    record = json.loads((offer.target / "record.json").read_text())
    assert (record["repository"], record["revision"], record["sha256"]) == ("ReeF2025/RS2-SAM2", A, checkpoint.sha256)
    original = hashlib.sha256(repository[WEIGHTS]).hexdigest()
    assert record["originals"][0] == {"path": WEIGHTS, "size": len(repository[WEIGHTS]), "sha256": original}
    assert len(files_in(home / "models")) == 3
    assert [name for name in files_in(home / "downloads") if not name.endswith(".lock")] == []


def test_the_licence_that_the_repository_states_wins(hub, repository):
    hub.hold(repository)
    hub.licence = "apache-2.0"
    offers = []
    with pytest.raises(WeightsError):
        fetch(NAME, confirm=offers.append, endpoint=hub.address)
    assert offers[0].licence == "apache-2.0"


def test_a_pickle_is_converted(hub, repository, tensors, tmp_path, accept, assert_same):
    del repository[WEIGHTS]
    torch.save({"module.evf_model." + name: tensor for name, tensor in tensors.items()}, tmp_path / "p.bin")
    hub.hold({**repository, "rrsisd/pytorch_model.bin": (tmp_path / "p.bin").read_bytes()})
    assert_same(fetch(NAME, confirm=accept, endpoint=hub.address), tensors)


def test_a_sharded_set(hub, repository, tensors, accept, assert_same):
    del repository[WEIGHTS]
    parts = {name: f"model-{number:05}-of-00003.safetensors" for number, name in enumerate(tensors, start=1)}
    shards = {f"rrsisd/{part}": save({name: tensors[name]}) for name, part in parts.items()}
    index = json.dumps({"weight_map": parts}).encode()
    hub.hold({**repository, **shards, "rrsisd/model.safetensors.index.json": index})
    hub.large.remove("rrsisd/model.safetensors.index.json")  # the Hub tells no SHA-256 for small text files
    assert_same(fetch(NAME, confirm=accept, endpoint=hub.address), tensors)


def test_one_weight_file_of_another_name_is_taken_and_of_several_none(
    hub, repository, tensors, home, accept, assert_same
):
    content = repository.pop(WEIGHTS)
    hub.hold({**repository, "rrsisd/best.safetensors": content})
    assert_same(fetch(NAME, confirm=accept, endpoint=hub.address), tensors)
    hub.hold({**repository, "rrsisd/best.safetensors": content, "rrsisd/last.safetensors": content}, B)
    with pytest.raises(WeightsError, match=r"it holds best.safetensors, config.json, last.safetensors"):
        fetch(NAME, confirm=accept, endpoint=hub.address, revision="main")


def test_a_folder_that_is_not_there(hub, repository, home, accept):
    hub.hold({"README.md": b"moved"})
    with pytest.raises(
        WeightsError, match=r"no weight file of a known name in rrsisd \(it holds nothing\).*--file PATH"
    ):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    assert_store_empty(home)


def test_a_tokenizer_in_the_root_or_at_hand_or_nowhere(hub, repository, vocabulary, tmp_path, accept):
    del repository["rrsisd/sentencepiece.bpe.model"]
    hub.hold(repository)
    with pytest.raises(WeightsError, match=r"no tokenizer \(beit3.spm or .*--tokenizer PATH"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    (tmp_path / "mine.spm").write_bytes(vocabulary)
    found = fetch(NAME, confirm=accept, endpoint=hub.address, tokenizer=tmp_path / "mine.spm")
    assert found.tokenizer.read_bytes() == vocabulary
    hub.hold({**repository, "beit3.spm": vocabulary}, B)
    assert fetch(NAME, confirm=accept, endpoint=hub.address, revision=B).tokenizer == found.tokenizer


def test_declined(hub, home, repository):
    hub.hold(repository)
    with pytest.raises(WeightsError, match="declined"):
        fetch(NAME, confirm=lambda offer: False, endpoint=hub.address)
    assert hub.downloads == []
    assert_store_empty(home)


def test_unknown_and_shipped_models(hub, accept):
    with pytest.raises(ModelError, match="did you mean rs2sam2-refseg"):
        fetch("rs2sam2-refsegg", confirm=accept)
    with pytest.raises(WeightsError, match="ships with Phrasegon, there is nothing to fetch"):
        fetch("rs2sam2-nano", confirm=accept)


def test_code_in_a_downloaded_pickle_is_never_run(hub, home, repository, tmp_path, accept):
    class Payload:
        def __reduce__(self):
            return os.mkdir, (str(tmp_path / "was-run"),)

    torch.save({"w": Payload()}, tmp_path / "evil.bin")
    del repository[WEIGHTS]
    hub.hold({**repository, "rrsisd/pytorch_model.bin": (tmp_path / "evil.bin").read_bytes()})
    with pytest.raises(WeightsError, match="could run code"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    assert not (tmp_path / "was-run").exists()
    assert_store_empty(home)


@pytest.mark.parametrize("path", [WEIGHTS, "rrsisd/sentencepiece.bpe.model"])
def test_a_file_that_is_damaged_at_its_source(hub, home, repository, path, accept):
    hub.hold({**repository, path: repository[path][: len(repository[path]) // 2]})
    with pytest.raises(WeightsError, match="is damaged"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    assert_store_empty(home)


def test_a_file_that_is_not_the_one_the_hub_announced(hub, home, repository, accept):
    hub.hold(repository)
    hub.claimed_hashes[WEIGHTS] = "0" * 64
    with pytest.raises(WeightsError, match=r"model.safetensors is not the expected file \(its size or SHA-256"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    assert_store_empty(home)
    assert not [name for name in files_in(home) if "model.safetensors" in name]


@pytest.mark.parametrize("difference", [-10, 10])
def test_a_file_that_has_not_the_announced_size(hub, home, repository, difference, accept):
    hub.hold(repository)
    hub.claimed_sizes[WEIGHTS] = len(repository[WEIGHTS]) + difference
    with pytest.raises(WeightsError, match=r"not the expected file"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    assert_store_empty(home)
    hub.claimed_sizes.clear()
    fetch(NAME, confirm=accept, endpoint=hub.address)


def test_names_that_reach_outside_their_folder_are_not_taken(hub, home, repository, accept):
    content = repository.pop(WEIGHTS)
    hub.hold({**repository, "rrsisd/..\\..\\model.safetensors": content, "rrsisd/../../model.bin": content})
    with pytest.raises(WeightsError, match="no weight file of a known name in rrsisd"):
        fetch(NAME, confirm=accept, endpoint=hub.address)


def test_the_network_refuses_a_wrong_file(hub, home, repository, accept):
    hub.hold(repository)

    def check(shapes):
        raise WeightsError(f"head.weight is {shapes['head.weight']} instead of (8, 3).")

    with pytest.raises(WeightsError, match=r"\(4, 3\) instead of"):
        fetch(NAME, confirm=accept, endpoint=hub.address, check=check)
    assert_store_empty(home)


def test_other_bytes_at_the_same_commit_are_refused(hub, repository, accept):
    hub.hold(repository)
    first = fetch(NAME, confirm=accept, endpoint=hub.address)
    hub.hold({**repository, WEIGHTS: save({"w": torch.zeros(3)})})
    with pytest.raises(WeightsError, match="no longer the file it was"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    hub.large.clear()  # now the Hub tells no hash, and the recorded one is compared with what came
    with pytest.raises(WeightsError, match="not the expected file"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    assert locate(NAME) == first


def test_a_hash_in_the_catalogue_is_binding(hub, home, repository, tmp_path, monkeypatch, accept):
    monkeypatch.setitem(entries(), NAME, dataclasses.replace(find(NAME), sha256="1" * 64))
    hub.hold(repository)
    with pytest.raises(WeightsError, match="no longer the file it was"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    for path in (WEIGHTS, "rrsisd/sentencepiece.bpe.model"):
        (tmp_path / path.removeprefix("rrsisd/")).write_bytes(repository[path])
    with pytest.raises(WeightsError, match=f"not the file known as {NAME}"):
        fetch(NAME, confirm=accept, file=tmp_path / "model.safetensors")
    assert_store_empty(home)


def test_a_second_fetch_stays_at_the_first_commit_until_another_is_asked_for(
    hub, repository, tensors, accept, assert_same
):
    hub.hold(repository)
    first = fetch(NAME, confirm=accept, endpoint=hub.address)
    new = {"w": torch.zeros(3)}
    hub.hold({**repository, WEIGHTS: save(new)}, B)
    assert fetch(NAME, confirm=accept, endpoint=hub.address) == first
    second = fetch(NAME, confirm=accept, endpoint=hub.address, revision="main")
    assert_same(second, new)
    assert len(files_in(second.weights.parent)) == 3  # the old files are gone
    assert fetch(NAME, confirm=accept, endpoint=hub.address) == second


def test_a_commit_that_vanished(hub, repository, accept):
    hub.hold(repository)
    fetch(NAME, confirm=accept, endpoint=hub.address)
    hub.commits = {B: repository}
    with pytest.raises(WeightsError, match=f"no revision {A} any more, accept the newest one with --revision main"):
        fetch(NAME, confirm=accept, endpoint=hub.address)
