"""Each variant lacks what its name says, and nothing else."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from phrasegon.model.networks.rs2sam2 import PRESETS, RS2SAM2
from phrasegon.model.networks.rs2sam2.initial import initialise
from phrasegon.model.training.variants import VARIANTS

CONFIG = PRESETS["nano"]
SIDE = 64


def made(variant: str) -> RS2SAM2:
    torch.manual_seed(3)
    return VARIANTS[variant](initialise(RS2SAM2(CONFIG))).requires_grad_(False)


@pytest.fixture
def image() -> Tensor:
    return torch.randn(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(1))


@pytest.fixture
def text() -> Tensor:
    return torch.randn(1, 4, CONFIG.prompt_dim, generator=torch.Generator().manual_seed(2))


@pytest.mark.parametrize(("variant", "reads"), [("full", True), ("no_fusion", False)])
def test_picture_and_words_read_each_other_only_where_they_are_fused(
    variant: str, reads: bool, image: Tensor, text: Tensor
) -> None:
    trunk = made(variant).visual_model.image_encoder.trunk
    stages = zip(trunk(image, text, None), trunk(image, text + 1, None), strict=True)
    assert any(not torch.equal(*pair) for pair in stages) == reads
    states: list[Tensor] = []
    trunk.blocks[2].register_forward_hook(lambda _module, _given, made: states.append(made[1]))
    for picture in (image, 1 - image):
        trunk(picture, text, None)
    assert (not torch.equal(*states)) == reads


@pytest.mark.parametrize(("variant", "prompted"), [("full", True), ("no_mask_prompt", False)])
def test_another_mask_prompt_changes_the_mask_only_where_there_is_one(
    variant: str, prompted: bool, image: Tensor
) -> None:
    network = made(variant)
    union = torch.zeros(1, 3, CONFIG.union.image_size, CONFIG.union.image_size)
    first = network(image, union, torch.tensor([[0, 5, 2]]))
    network.mask_product.bias.fill_(5.0)
    second = network(image, union, torch.tensor([[0, 5, 2]]))
    assert not torch.equal(first.mask_prompt, second.mask_prompt)
    assert (not torch.equal(first.logits, second.logits)) == prompted


@pytest.mark.parametrize("variant", VARIANTS)
def test_the_tensors_that_remain_keep_names_and_first_values(variant: str) -> None:
    whole = made("full").state_dict()
    assert all(torch.equal(tensor, whole[name]) for name, tensor in made(variant).state_dict().items())
