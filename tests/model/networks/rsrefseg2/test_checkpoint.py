"""A released state dict is taken apart by name and strictly; its adapters end up in the weights."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file, save_file

from phrasegon.model.errors import WeightsError
from phrasegon.model.networks.loading import WORD_TABLE, network_shapes
from phrasegon.model.networks.rsrefseg2 import PRESETS, RSRefSeg2
from phrasegon.model.networks.rsrefseg2.checkpoint import arranged, check_released, load_network
from phrasegon.model.networks.rsrefseg2.released import dead_shapes, released_shapes
from phrasegon.model.networks.shapes import Shapes

LARGE, NANO = PRESETS["large"], PRESETS["nano"]
SMALL = dataclasses.replace(
    NANO,
    image_size=128,
    siglip=dataclasses.replace(NANO.siglip, dim=32, heads=2, image_size=64, vocabulary=64, context=16),
    trunk=dataclasses.replace(NANO.trunk, dim=16, stages=(1, 1, 2, 1), global_blocks=(3,), convolutions=False),
    prompter=dataclasses.replace(NANO.prompter, inner=32, heads=4, hidden=24, batch_norm=True),
    prompt_dim=64,
    alternatives=3,
    mask_padding=False,
)

State = dict[str, torch.Tensor]


def shapes_of(state: State) -> Shapes:
    return {name: tuple(tensor.shape) for name, tensor in state.items() if not name.endswith("num_batches_tracked")}


@pytest.fixture(scope="module")
def large() -> Shapes:
    return released_shapes(network_shapes(lambda: RSRefSeg2(LARGE))) | dead_shapes(LARGE)


@pytest.fixture
def released(large: Shapes) -> Shapes:
    return dict(large)


@pytest.fixture
def small() -> State:
    generator = torch.Generator().manual_seed(4)
    shapes = released_shapes(shapes_of(RSRefSeg2(SMALL).state_dict()))
    return {name: torch.randn(shape, generator=generator) for name, shape in shapes.items()}


def test_a_released_checkpoint_has_2649_tensors_and_is_accepted(released: Shapes) -> None:
    assert len(released) == 2649
    check_released(released)


def test_the_dead_tensors_may_be_left_out_together(released: Shapes) -> None:
    used = {name: shape for name, shape in released.items() if name not in dead_shapes(LARGE)}
    check_released(used)
    with pytest.raises(WeightsError, match=r"missing: clip_vision_encoder\S+head"):
        check_released(used | {"decode_head.logit_scale1": ()})


@pytest.mark.parametrize(
    "name",
    [
        "clip_text_encoder.base_model.model.model.encoder.layers.26.self_attn.k_proj.lora_B.default.weight",
        "clip_vision_encoder.base_model.model.model.encoder.layers.0.mlp.fc1.bias",
        "backbone.model.image_encoder.base_model.model.trunk.blocks.47.attn.qkv.base_layer.weight",
        "prompter.img_pe",
    ],
)
def test_a_missing_tensor_is_named(released: Shapes, name: str) -> None:
    del released[name]
    with pytest.raises(WeightsError, match=f"missing: {name}"):
        check_released(released)


def test_unknown_and_misshapen_tensors_are_named(released: Shapes) -> None:
    with pytest.raises(WeightsError, match=r"unknown: prompter\.extra"):
        check_released(released | {"prompter.extra": (1,)})
    with pytest.raises(WeightsError, match=r"of another shape: prompter\.img_pe \(7, 3\) instead of"):
        check_released(released | {"prompter.img_pe": (7, 3)})


def test_adapters_are_merged_and_query_key_and_value_stacked(small: State) -> None:
    check_released(shapes_of(small), SMALL)
    state = arranged(small, SMALL)
    layer = "clip_vision_encoder.base_model.model.model.encoder.layers.1.self_attn."
    expected = []
    for part in "qkv":
        base, up, down = (
            small[f"{layer}{part}_proj.{name}.weight"] for name in ("base_layer", "lora_B.default", "lora_A.default")
        )
        expected.append(base + up @ down)
    torch.testing.assert_close(state["siglip.visual.trunk.blocks.1.attn.qkv.weight"], torch.cat(expected))
    convolution = "backbone.model.image_encoder.base_model.model.neck.convs.0.conv."
    change = (
        small[f"{convolution}lora_B.default.weight"][..., 0, 0]
        @ small[f"{convolution}lora_A.default.weight"][..., 0, 0]
    )
    torch.testing.assert_close(
        state["sam.image_encoder.neck.convs.0.conv.weight"][..., 0, 0],
        small[f"{convolution}base_layer.weight"][..., 0, 0] + change,
    )


def test_adapters_are_rounded_once(small: State) -> None:
    name = "clip_text_encoder.base_model.model.model.head."
    halves = {key: tensor.bfloat16() for key, tensor in small.items()}
    exact = {key: tensor.float() for key, tensor in halves.items()}
    merged = exact[f"{name}base_layer.weight"] + (
        exact[f"{name}lora_B.default.weight"] @ exact[f"{name}lora_A.default.weight"]
    )
    assert torch.equal(arranged(halves, SMALL)["siglip.text.text_projection.weight"], merged.bfloat16())


def test_an_arranged_checkpoint_loads_and_segments(small: State) -> None:
    network = load_network(SMALL, arranged({name: 0.1 * tensor.abs() for name, tensor in small.items()}, SMALL))
    output = network(torch.rand(1, 3, 128, 128), torch.tensor([[5, 9, 1]]))
    assert output.logits.isfinite().all()


def test_what_is_not_the_networks_own_is_refused(small: State) -> None:
    with pytest.raises(WeightsError, match="missing: "):
        load_network(SMALL, small)


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
def test_the_token_table_stays_where_the_file_is_mapped(tmp_path: Path, precision: torch.dtype) -> None:
    save_file(
        {name: tensor.contiguous() for name, tensor in RSRefSeg2(NANO).state_dict().items()}, tmp_path / "weights"
    )
    state = load_file(tmp_path / "weights")
    network = load_network(NANO, state, dtype=precision)
    assert network.siglip.text.token_embedding.weight.data_ptr() == state[WORD_TABLE].data_ptr()
    assert network.encode_phrase(torch.tensor([[5, 9, 1]])).pooled.dtype == precision
    others = {parameter.dtype for name, parameter in network.named_parameters() if name != WORD_TABLE}
    assert others == {precision}
