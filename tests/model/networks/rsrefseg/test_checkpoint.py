"""Adapters of any layout and rank are added to the models they adapt; what fits nothing is named."""

from __future__ import annotations

import re

import pytest
import torch
import torch.nn.functional as F

from phrasegon.model.errors import WeightsError
from phrasegon.model.networks.loading import network_shapes
from phrasegon.model.networks.lora import factor_shapes
from phrasegon.model.networks.rsrefseg import RSRefSeg, RSRefSegConfig
from phrasegon.model.networks.rsrefseg.checkpoint import arranged, check_adapters, load_network
from phrasegon.model.networks.rsrefseg.names import plain_names, plain_shape

State = dict[str, torch.Tensor]

EVERYTHING = (
    r"vision_encoder\..+\.(qkv|attn\.proj|lin1|lin2)|vision_encoder\.neck\.conv[12]"
    r"|(vision|text)_model\..+\.self_attn\.\w+_proj|text_model\..+\.mlp\.fc[12]|text_model\.head"
)
SIGLIP_ALONE = r"vision_model\..+\.[qv]_proj|text_model\..+\.[qkv]_proj"
PREFIXES = {"vision_encoder": "backbone", "vision_model": "clip_vision_encoder", "text_model": "clip_text_encoder"}


@pytest.fixture(scope="module")
def tensors(config: RSRefSegConfig) -> State:
    """All tensors that make the network, by the names of their files."""
    generator = torch.Generator().manual_seed(7)
    shapes = network_shapes(lambda: RSRefSeg(config))
    return {
        plain: 0.1 * torch.rand(plain_shape(name, shape), generator=generator)
        for name, shape in shapes.items()
        for plain in plain_names(name)
    }


def adapters_for(tensors: State, targets: str, rank: int) -> State:
    """A file of adapters on the layers whose names match, with the tensors that it holds as a whole."""
    generator = torch.Generator().manual_seed(8)
    whole = ("prompter_", "logit_", "shared_image_embedding.")
    file = {name: tensor for name, tensor in tensors.items() if name.startswith(whole)}
    for name, tensor in tensors.items():
        model, _, module = name.removesuffix(".weight").partition(".")
        if name.endswith(".weight") and re.fullmatch(targets, name.removesuffix(".weight")):
            for factor, shape in zip("AB", factor_shapes(tuple(tensor.shape), rank), strict=True):
                key = f"{PREFIXES[model]}.base_model.model.{module}.lora_{factor}.default.weight"
                file[key] = torch.randn(shape, generator=generator)
    return file | {"prompter_down_channel.norm.num_batches_tracked": torch.tensor(9)}


@pytest.fixture
def adapters(tensors: State) -> State:
    return adapters_for(tensors, EVERYTHING, rank=4)


def test_a_convolution_with_its_adapter_is_both_one_after_the_other(
    config: RSRefSegConfig, tensors: State, adapters: State
) -> None:
    state = arranged(tensors, adapters, config, alpha=8)
    prefix = "backbone.base_model.model.neck.conv2.lora_"
    x = torch.randn(1, config.prompt_dim, 6, 6, generator=torch.Generator().manual_seed(9))
    adapted = F.conv2d(F.conv2d(x, adapters[f"{prefix}A.default.weight"]), adapters[f"{prefix}B.default.weight"])
    expected = F.conv2d(x, tensors["vision_encoder.neck.conv2.weight"]) + 8 / 4 * adapted
    torch.testing.assert_close(F.conv2d(x, state["sam.image_encoder.neck.2.weight"]), expected, rtol=0, atol=1e-3)


@pytest.mark.parametrize("alpha", [16.0, 32.0])
def test_alpha_scales_the_adapters(config: RSRefSegConfig, tensors: State, adapters: State, alpha: float) -> None:
    state = arranged(tensors, adapters, config, alpha=alpha)
    prefix = "clip_text_encoder.base_model.model.head.lora_"
    change = adapters[f"{prefix}B.default.weight"] @ adapters[f"{prefix}A.default.weight"]
    expected = tensors["text_model.head.weight"] + alpha / 4 * change
    torch.testing.assert_close(state["siglip.text.text_projection.weight"], expected)


def test_the_layout_and_the_rank_are_read_from_the_file(config: RSRefSegConfig, tensors: State) -> None:
    adapters = adapters_for(tensors, SIGLIP_ALONE, rank=2)
    state = arranged(tensors, adapters, config)
    untouched = "vision_encoder.layers.0.attn.qkv.weight"
    assert torch.equal(state["sam.image_encoder.blocks.0.attn.qkv.weight"], tensors[untouched])
    query, key, _ = state["siglip.visual.trunk.blocks.0.attn.qkv.weight"].chunk(3)
    layer = "vision_model.encoder.layers.0.self_attn."
    assert torch.equal(key, tensors[f"{layer}k_proj.weight"])
    assert not torch.allclose(query, tensors[f"{layer}q_proj.weight"], atol=0.1)


def test_what_is_arranged_loads_and_segments(config: RSRefSegConfig, tensors: State, adapters: State) -> None:
    quiet = {name: 0.1 * tensor if ".lora_" in name else tensor for name, tensor in adapters.items()}
    network = load_network(config, arranged(tensors, quiet, config))
    output = network(torch.rand(1, 3, config.image_size, config.image_size), torch.tensor([[5, 9, 1]]))
    assert output.logits.isfinite().all()


def refused(config: RSRefSegConfig, adapters: State) -> str:
    with pytest.raises(WeightsError) as refusal:
        check_adapters({name: tuple(tensor.shape) for name, tensor in adapters.items()}, config)
    return str(refusal.value)


@pytest.mark.parametrize(
    "name",
    [
        "backbone.base_model.model.layers.7.attn.qkv.lora_A.default.weight",
        "clip_text_encoder.base_model.model.encoder.layers.0.self_attn.o_proj.lora_A.default.weight",
        "sam_mask_decoder.iou_token.weight",
    ],
)
def test_a_key_that_nothing_uses_is_named(config: RSRefSegConfig, adapters: State, name: str) -> None:
    assert f"unknown: {name}" in refused(config, adapters | {name: torch.zeros(4, 32)})


def test_adapters_of_the_unused_pooling_head_are_let_pass(
    config: RSRefSegConfig, tensors: State, adapters: State
) -> None:
    head = "clip_vision_encoder.base_model.model.head.attention.out_proj.lora_"
    extra = {f"{head}A.default.weight": torch.zeros(4, 32), f"{head}B.default.weight": torch.zeros(32, 4)}
    assert arranged(tensors, adapters | extra, config).keys() == network_shapes(lambda: RSRefSeg(config)).keys()


def test_what_is_missing_or_does_not_fit_is_named(config: RSRefSegConfig, tensors: State, adapters: State) -> None:
    half = "backbone.base_model.model.layers.0.attn.proj.lora_B.default.weight"
    assert f"missing: {half}" in refused(config, {name: x for name, x in adapters.items() if name != half})
    other_rank = {half.replace("lora_B", "lora_A"): torch.zeros(3, 32)}
    assert "adapters of 2 ranks" in refused(config, adapters | other_rank)
    assert f"of another shape: {half}" in refused(config, adapters | {half: torch.zeros(3, 3)})
    assert "adapters of 0 ranks" in refused(config, {"logit_scale": torch.zeros(1)})
    with pytest.raises(WeightsError, match=r"missing: mask_decoder\.iou_token\.weight"):
        arranged({name: x for name, x in tensors.items() if "iou_token" not in name}, adapters, config)
