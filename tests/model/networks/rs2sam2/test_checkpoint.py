"""A state dict loads by name and strictly; what is wrong is named."""

from __future__ import annotations

import pytest
import torch

from phrasegon.model.errors import WeightsError
from phrasegon.model.networks.rs2sam2 import PRESETS, RS2SAM2
from phrasegon.model.networks.rs2sam2.checkpoint import check_tensors, empty_network, load_network
from phrasegon.model.networks.rs2sam2.dead import dead_tensors

NANO = PRESETS["nano"]
LARGE = PRESETS["large"]

Shapes = dict[str, tuple[int, ...]]


@pytest.fixture
def released() -> Shapes:
    used = {name: tuple(tensor.shape) for name, tensor in empty_network(LARGE).state_dict().items()}
    return used | dead_tensors(LARGE)


def test_a_released_checkpoint_has_2853_tensors_and_is_accepted(released: Shapes) -> None:
    assert len(released) == 2853
    assert sum(torch.Size(shape).numel() for shape in released.values()) == 934_813_660
    check_tensors(LARGE, released)


@pytest.mark.parametrize(
    "name",
    [
        "visual_model.image_encoder.trunk.blocks.47.Space_Adapter.text_out_linear.bias",
        "mm_extractor.beit3.encoder.layers.23.ffn.B.fc2.weight",
        "visual_model.memory_attention.layers.3.norm1.weight",
    ],
)
def test_a_missing_tensor_is_named(released: Shapes, name: str) -> None:
    del released[name]
    with pytest.raises(WeightsError, match=f"missing: {name}"):
        check_tensors(LARGE, released)


def test_an_unknown_tensor_is_named(released: Shapes) -> None:
    with pytest.raises(WeightsError, match=r"unknown: visual_model\.extra\.weight"):
        check_tensors(LARGE, released | {"visual_model.extra.weight": (1,)})


@pytest.mark.parametrize("name", ["text_feat_linear.weight", "meo_linear.weight"])
def test_a_misshapen_tensor_is_named_with_both_shapes(released: Shapes, name: str) -> None:
    with pytest.raises(WeightsError, match=rf"of another shape: {name} \(7, 3\) instead of \(256, 1024\)"):
        check_tensors(LARGE, released | {name: (7, 3)})


def test_weights_of_another_preset_are_refused_in_one_short_sentence(released: Shapes) -> None:
    with pytest.raises(WeightsError) as refusal:
        check_tensors(NANO, released)
    assert len(str(refusal.value)) < 1000


def test_dead_tensors_are_accepted_and_not_kept() -> None:
    state = RS2SAM2(NANO).state_dict()
    dead = {name: torch.full(shape, float("nan")) for name, shape in dead_tensors(NANO).items()}
    network = load_network(NANO, state | dead)
    assert not network.state_dict().keys() & dead.keys()


def test_half_precision_files_load_in_the_precision_asked_for() -> None:
    state = {name: tensor.half() for name, tensor in RS2SAM2(NANO).state_dict().items()}
    network = load_network(NANO, state)
    assert {parameter.dtype for parameter in network.parameters()} == {torch.float32}
