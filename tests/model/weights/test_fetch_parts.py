"""Models whose tokenizer lies elsewhere, that need parts besides, or that only a person can download."""

from __future__ import annotations

import json

import pytest
import torch
from safetensors.torch import save

from phrasegon.model.errors import ModelError, WeightsError
from phrasegon.model.weights.fetch import fetch, quote
from phrasegon.model.weights.store import locate, missing

SIGLIP = "google/siglip2-so400m-patch16-512"
ROBERTA = "FacebookAI/roberta-base"
SAM = "sam2.1-hiera-large"


@pytest.fixture
def refsegrs(hub, tensors, word_pieces, tmp_path):
    """Weights in one repository, their tokenizer in another."""
    torch.save({"state_dict": tensors}, tmp_path / "rrsisd.pth")
    content = (tmp_path / "rrsisd.pth").read_bytes()
    hub.hold_other("KyanChen/RSRefSeg2", {"refsegrs.pth": b"another", "rrsisd.pth": content})
    hub.hold_other(SIGLIP, {"tokenizer.json": word_pieces, "model.safetensors": save(tensors)})
    return hub


@pytest.fixture
def sam(hub, tensors, tmp_path, know):
    torch.save({"model": tensors}, tmp_path / "sam.pt")
    know(SAM, sha256=None)
    hub.hold_other("facebook/sam2.1-hiera-large", {"sam2.1_hiera_large.pt": (tmp_path / "sam.pt").read_bytes()})
    return hub


@pytest.fixture
def lqvg(tmp_path, tensors):
    path = tmp_path / "by-hand" / "checkpoint.pth"
    path.parent.mkdir()
    torch.save({"model": tensors}, path, _use_new_zipfile_serialization=False)
    return path


def test_a_tokenizer_of_another_repository_comes_along(refsegrs, tensors, word_pieces, accept, assert_same):
    offers = []

    def confirm(offer):
        offers.append(offer)
        return True

    checkpoint = fetch("rsrefseg2-rrsisd", confirm=confirm, endpoint=refsegrs.address)
    assert_same(checkpoint, tensors)
    assert checkpoint.tokenizer.suffix == ".json"
    assert checkpoint.tokenizer.read_bytes() == word_pieces
    (offer,) = offers
    assert [(file.repository, file.path) for file in offer.files] == [
        ("KyanChen/RSRefSeg2", "rrsisd.pth"),
        (SIGLIP, "tokenizer.json"),
    ]
    record = json.loads((offer.target / "record.json").read_text())
    assert record["originals"][1]["path"].endswith(f"{SIGLIP}/resolve/{'a' * 40}/tokenizer.json")
    assert fetch("rsrefseg2-rrsisd", confirm=accept, endpoint=refsegrs.address) == checkpoint


def test_another_kind_of_tokenizer_is_refused_before_anything_comes(refsegrs, vocabulary, tmp_path, accept):
    (tmp_path / "gemma.spm").write_bytes(vocabulary)
    with pytest.raises(WeightsError, match=r"takes a tokenizer of another kind than .*gemma.spm, give its"):
        fetch("rsrefseg2-rrsisd", confirm=accept, endpoint=refsegrs.address, tokenizer=tmp_path / "gemma.spm")
    assert refsegrs.downloads == []


def test_a_damaged_tokenizer_is_refused(refsegrs, word_pieces, accept):
    refsegrs.hold_other(SIGLIP, {"tokenizer.json": word_pieces[: len(word_pieces) // 2]})
    with pytest.raises(WeightsError, match=r"tokenizer.json is damaged or no tokenizer.json, get it again"):
        fetch("rsrefseg2-rrsisd", confirm=accept, endpoint=refsegrs.address)
    assert missing("rsrefseg2-rrsisd") == ("rsrefseg2-rrsisd",)


def test_a_part_has_no_tokenizer(sam, tensors, word_pieces, tmp_path, accept, assert_same):
    checkpoint = fetch(SAM, confirm=accept, endpoint=sam.address)
    assert_same(checkpoint, tensors)
    assert checkpoint.tokenizer is None
    assert missing(SAM) == ()
    assert len(list(checkpoint.weights.parent.iterdir())) == 2
    with pytest.raises(ModelError, match="answers no phrase by itself"):
        locate(SAM)
    (tmp_path / "tokenizer.json").write_bytes(word_pieces)
    with pytest.raises(WeightsError, match=f"{SAM} answers no phrase and takes no tokenizer, leave it out"):
        fetch(SAM, confirm=accept, endpoint=sam.address, tokenizer=tmp_path / "tokenizer.json")


def test_a_part_at_hand_needs_no_tokenizer_beside_it(sam, tmp_path, tensors, assert_same):
    assert_same(fetch(SAM, confirm=None, file=tmp_path / "sam.pt"), tensors)


def test_what_only_a_person_can_download_is_told_with_its_page(accept):
    sentence = r"get its weight file from https://github.com/LANMNG/LQVG in a browser and run phrasegon fetch pslg-sam"
    with pytest.raises(WeightsError, match=sentence):
        fetch("pslg-sam", confirm=accept)
    with pytest.raises(WeightsError, match=sentence):
        quote("pslg-sam")


def test_a_model_is_there_when_its_parts_are(sam, lqvg, word_pieces, accept):
    (lqvg.parent / "tokenizer.json").write_bytes(word_pieces)
    assert missing("pslg-sam") == ("pslg-sam", SAM)
    own = fetch("pslg-sam", confirm=None, file=lqvg)
    assert missing("pslg-sam") == (SAM,)
    with pytest.raises(WeightsError, match=rf"{SAM}, which pslg-sam needs, are not in .* with phrasegon fetch {SAM} "):
        locate("pslg-sam")
    part = fetch(SAM, confirm=accept, endpoint=sam.address)
    found = locate("pslg-sam")
    assert missing("pslg-sam") == ()
    assert (found.weights, found.tokenizer, found.sha256) == (own.weights, own.tokenizer, own.sha256)
    assert found.parts == {SAM: part.weights}
    part.weights.unlink()
    with pytest.raises(WeightsError, match=f"is missing, get it again with phrasegon fetch {SAM}"):
        locate("pslg-sam")


def test_the_tokenizer_of_a_file_at_hand_is_downloaded_after_asking(
    hub_of_all, lqvg, tensors, word_pieces, assert_same
):
    hub_of_all.hold_other(ROBERTA, {"tokenizer.json": word_pieces})
    asked = []

    def confirm(offer):
        assert hub_of_all.downloads == []
        asked.append((offer.repository, [file.path for file in offer.files], offer.total_bytes))
        return True

    checkpoint = fetch("pslg-sam", confirm=confirm, file=lqvg)
    assert asked == [(ROBERTA, ["tokenizer.json"], len(word_pieces))]
    assert_same(checkpoint, tensors)
    assert checkpoint.tokenizer.read_bytes() == word_pieces


@pytest.mark.parametrize("confirm", [None, lambda offer: False])
def test_without_that_download_the_missing_tokenizer_is_told(hub_of_all, lqvg, word_pieces, confirm):
    hub_of_all.hold_other(ROBERTA, {"tokenizer.json": word_pieces})
    with pytest.raises(WeightsError, match=rf"no tokenizer beside .* tokenizer.json \(huggingface.co/{ROBERTA} holds"):
        fetch("pslg-sam", confirm=confirm, file=lqvg)
    assert hub_of_all.downloads == []


def test_weights_of_the_users_own_take_a_tokenizer_of_the_models_kind(refsegrs, tmp_path, tensors, accept):
    fetched = fetch("rsrefseg2-rrsisd", confirm=accept, endpoint=refsegrs.address)
    (tmp_path / "mine.safetensors").write_bytes(save(tensors))
    (tmp_path / "mine.spm").write_bytes(b"of another network")
    assert locate("rsrefseg2-rrsisd", weights=tmp_path / "mine.safetensors").tokenizer == fetched.tokenizer
    (tmp_path / "mine.json").write_bytes(b"{}")
    own = locate("rsrefseg2-rrsisd", weights=tmp_path / "mine.safetensors")
    assert own.tokenizer == tmp_path / "mine.json"
