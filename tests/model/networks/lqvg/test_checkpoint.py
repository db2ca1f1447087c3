"""A state dict loads by name and strictly; what is wrong is named."""

from __future__ import annotations

import pytest
import torch

from phrasegon.model.errors import WeightsError
from phrasegon.model.networks.lqvg import PRESETS, LQVGConfig
from phrasegon.model.networks.lqvg.checkpoint import arranged, check_tensors, dead_shapes, empty_network, load_network

BASE = PRESETS["dior-rsvg"]
ALIASED = "transformer.decoder."

Shapes = dict[str, tuple[int, ...]]


@pytest.fixture(scope="module")
def used() -> Shapes:
    return {name: tuple(tensor.shape) for name, tensor in empty_network(BASE).state_dict().items()}


@pytest.fixture
def released(used: Shapes) -> Shapes:
    aliases = {ALIASED + name: shape for name, shape in used.items() if name.startswith("bbox_embed.")}
    dead = dead_shapes(BASE)
    del dead["text_encoder.embeddings.position_ids"]
    return used | aliases | dead


def test_a_released_checkpoint_has_706_tensors_and_is_accepted(released: Shapes, used: Shapes) -> None:
    assert len(released) == 706
    assert sum(torch.Size(shape).numel() for shape in used.values()) + 768 * 769 == 166_483_158
    check_tensors(BASE, released)


def test_an_older_file_with_the_numbers_of_positions_is_accepted(released: Shapes) -> None:
    check_tensors(BASE, released | {"text_encoder.embeddings.position_ids": (1, 514)})


def test_a_file_without_what_no_forward_pass_touches_is_accepted(used: Shapes) -> None:
    check_tensors(BASE, used)


def test_a_file_with_the_box_heads_under_their_second_name_alone_is_accepted(used: Shapes) -> None:
    check_tensors(BASE, {ALIASED + name if name.startswith("bbox_embed.") else name: used[name] for name in used})


@pytest.mark.parametrize(
    "name",
    [
        "backbone.0.body.layer3.5.bn2.running_var",
        "text_encoder.encoder.layer.11.attention.output.LayerNorm.bias",
        "class_embed.0.weight",
        "fusion_module_text.multihead_attn.in_proj_weight",
    ],
)
def test_a_missing_tensor_is_named(released: Shapes, name: str) -> None:
    del released[name]
    with pytest.raises(WeightsError, match=rf"missing: {name}\)"):
        check_tensors(BASE, released)


def test_an_unknown_tensor_is_named(released: Shapes) -> None:
    with pytest.raises(WeightsError, match=r"unknown: backbone\.0\.body\.fc\.weight"):
        check_tensors(BASE, released | {"backbone.0.body.fc.weight": (1000, 2048)})


@pytest.mark.parametrize("name", ["query_embed.weight", "text_encoder.pooler.dense.weight"])
def test_a_misshapen_tensor_is_named_with_both_shapes(released: Shapes, name: str) -> None:
    with pytest.raises(WeightsError, match=rf"of another shape: {name} \(7, 3\) instead of \(\d+, \d+\)"):
        check_tensors(BASE, released | {name: (7, 3)})


def test_weights_of_another_network_are_refused_in_one_short_sentence(small: LQVGConfig, released: Shapes) -> None:
    with pytest.raises(WeightsError) as refusal:
        check_tensors(small, released)
    assert len(str(refusal.value)) < 1000


def test_dead_tensors_are_not_kept_and_the_first_name_of_a_box_head_counts(
    small: LQVGConfig, state: dict[str, torch.Tensor]
) -> None:
    dead = {name: torch.full(shape, float("nan")) for name, shape in dead_shapes(small).items()}
    aliases = {ALIASED + name: torch.zeros_like(state[name]) for name in state if name.startswith("bbox_embed.")}
    kept = arranged(small, state | dead | aliases)
    assert kept.keys() == state.keys()
    for name, tensor in kept.items():
        assert tensor is state[name]
    network = load_network(small, state | dead | aliases).state_dict()
    torch.testing.assert_close(network["bbox_embed.1.layers.0.weight"], state["bbox_embed.1.layers.0.weight"])


def test_half_precision_files_load_in_the_precision_asked_for(
    small: LQVGConfig, state: dict[str, torch.Tensor]
) -> None:
    halves = {name: tensor.half() for name, tensor in state.items()}
    assert {parameter.dtype for parameter in load_network(small, halves).parameters()} == {torch.float32}
    rough = load_network(small, halves, dtype=torch.bfloat16)
    precisions = {name: tensor.dtype for name, tensor in rough.state_dict().items()}
    assert precisions["backbone.0.body.conv1.weight"] == torch.bfloat16
    assert precisions["text_encoder.embeddings.word_embeddings.weight"] == torch.float32
    assert precisions["transformer.reference_points.weight"] == torch.float32
