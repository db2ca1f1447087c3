"""RSRefSeg behind the segmenter interface: public adapters over the models they adapt, each from its own file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
import torch.nn.functional as F
from safetensors.torch import load_file

from phrasegon.model.errors import WeightsError
from phrasegon.model.networks.loading import network_shapes
from phrasegon.model.networks.lora import factor_shapes
from phrasegon.model.networks.rsrefseg import PRESETS, RSRefSeg
from phrasegon.model.networks.rsrefseg.checkpoint import arranged, load_network
from phrasegon.model.networks.rsrefseg.config import ViTConfig
from phrasegon.model.networks.rsrefseg.names import plain_names, plain_shape
from phrasegon.model.segmenters.interface import Features, Segmenter
from phrasegon.model.segmenters.precision import precision_for
from phrasegon.model.segmenters.registry import load_segmenter
from phrasegon.model.segmenters.subwords import Subwords
from phrasegon.model.weights.store import locate

NAME, SIGLIP, SAM = "rsrefseg-aerial-d", "siglip2-so400m-patch14-384", "sam-vit-base"
PRECISION = precision_for(torch.device("cpu"))
BASE = PRESETS["base"]
SMALL = replace(
    BASE,
    image_size=64,
    siglip=replace(
        BASE.siglip, dim=32, heads=2, vision_depth=1, text_depth=1, image_size=98, vocabulary=64, context=16
    ),
    sam=ViTConfig(dim=32, depth=2, heads=2, global_blocks=(1,), window=5, image_size=128),
    prompt_dim=64,
    decoder_mlp=64,
)

State = dict[str, torch.Tensor]


@pytest.fixture
def tensors() -> State:
    """All that make the network, by the names of the files that hold them."""
    generator = torch.Generator().manual_seed(7)
    made = {
        plain: 0.4 * torch.randn(plain_shape(name, shape), generator=generator)
        for name, shape in network_shapes(lambda: RSRefSeg(SMALL)).items()
        for plain in plain_names(name)
    }
    return {name: tensor.abs() + 0.5 if "running_var" in name else tensor for name, tensor in made.items()}


@pytest.fixture
def install_adapters(
    install: Callable[..., None], tensors: State, word_pieces: Path, monkeypatch: pytest.MonkeyPatch
) -> Callable[[], None]:
    """Puts the model into the store without its parts."""
    monkeypatch.setitem(PRESETS, "small", SMALL)
    adapters = {
        name: tensor
        for name, tensor in tensors.items()
        if name.startswith(("prompter_", "logit_", "shared_image_embedding."))
    }
    query = "encoder.layers.0.self_attn.q_proj."
    down, up = factor_shapes(tuple(tensors[f"text_model.{query}weight"].shape), 4)
    for tower in ("clip_vision_encoder", "clip_text_encoder"):
        module = f"{tower}.base_model.model.{query}lora_"
        adapters |= {f"{module}A.default.weight": torch.ones(down), f"{module}B.default.weight": torch.ones(up) / 8}
    install(NAME, adapters, word_pieces, preset="small", tile=80)


@pytest.fixture
def small(install_adapters: None, install: Callable[..., None], tensors: State) -> Segmenter:
    towers = {name: tensor for name, tensor in tensors.items() if name.startswith(("text_model.", "vision_model."))}
    others = {name: tensor for name, tensor in tensors.items() if name not in towers and "prompter" not in name}
    head = {"vision_model.head.probe": torch.zeros(1, 1, 32), "logit_scale": torch.zeros(1)}
    install(SIGLIP, towers | head, preset="small")
    install(SAM, others, preset="small")
    return load_segmenter(NAME, device="cpu")


def ask(segmenter: Segmenter, tiles: np.ndarray, phrase: str) -> torch.Tensor:
    return segmenter.decode(segmenter.encode_image(tiles), segmenter.encode_phrase(phrase)).probability


def test_from_three_files_to_an_answer(small: Segmenter, tiles: np.ndarray) -> None:
    image = small.encode_image(tiles)
    assert isinstance(image, Features)
    assert small.spec.caches_image
    assert {len(values) for values in image.maps.values()} == {2}
    first, second = (small.decode(image, small.encode_phrase(phrase)) for phrase in ("the red roofs", "ships"))
    assert first.probability.shape == (2, 80, 80)
    assert 0 <= first.probability.min() < first.probability.max() <= 1
    assert (first.probability - second.probability).abs().max() > 1e-3
    assert ((first.presence >= 0) & (first.presence <= 1)).all()
    assert small.spec.presence_gate is None
    assert small.unknown_words("zebra") == small.corrected_words("zebra") == ()


def test_it_is_the_network_s_own_answer(small: Segmenter, tensors: State, tiles: np.ndarray, word_pieces: Path) -> None:
    adapters = load_file(locate(NAME).weights)
    network = load_network(SMALL, arranged(tensors, adapters, SMALL), dtype=PRECISION)
    ids = Subwords(word_pieces, begin=None, end="<eos>", lower=False, most=16).encode("the red roofs")
    tile = np.ascontiguousarray(tiles[:1, :, :64, :64])
    with torch.inference_mode():
        logits = network(torch.from_numpy(tile).float() / 255, torch.tensor([ids])).logits
    expected = F.interpolate(logits, (64, 64), mode="bilinear")[:, 0].sigmoid()
    torch.testing.assert_close(ask(small, tile, "the red roofs"), expected, rtol=0, atol=1e-4)


def test_only_what_is_read_is_kept_of_its_parts(small: Segmenter, tensors: State) -> None:
    kept = {name for part in (SIGLIP, SAM) for name in load_file(locate(NAME).parts[part])}
    assert kept == {name for name in tensors if not name.startswith(("prompter_", "logit_", "shared_"))}


def test_a_file_of_another_model_is_no_part(install_adapters: None, install: Callable[..., None]) -> None:
    with pytest.raises(WeightsError, match="not of this network"):
        install(SAM, {"vision_encoder.pos_embed": torch.zeros(3)}, preset="small")
    with pytest.raises(WeightsError, match=f"{SIGLIP}, which {NAME} needs, .* phrasegon fetch {SIGLIP}"):
        load_segmenter(NAME, device="cpu")
