"""What holds for every size of RS2-SAM 2: padding, folding, precision, sizes."""

from __future__ import annotations

import dataclasses

import pytest
import torch

from phrasegon.model.networks.rs2sam2 import PADDING_ID, PRESETS, RS2SAM2
from phrasegon.model.networks.rs2sam2.checkpoint import load_network
from phrasegon.model.networks.rs2sam2.initial import initialise

NANO = PRESETS["nano"]
SHORT = [0, 5, 9, 2]
LONG = [0, 11, 23, 42, 7, 8, 2]


@pytest.fixture(scope="module")
def state() -> dict[str, torch.Tensor]:
    torch.manual_seed(1)
    network = initialise(RS2SAM2(NANO))
    for parameter in network.parameters():
        parameter.data += 0.02 * torch.randn_like(parameter)
    return network.state_dict()


@pytest.fixture(scope="module")
def pictures() -> tuple[torch.Tensor, torch.Tensor]:
    generator = torch.Generator().manual_seed(2)
    side, small = NANO.image_size, NANO.union.image_size
    return torch.randn(2, 3, side, side, generator=generator), torch.randn(2, 3, small, small, generator=generator)


def padded(ids: list[int]) -> list[int]:
    return ids + [PADDING_ID] * (len(LONG) - len(ids))


def test_a_padded_batch_equals_single_runs(
    state: dict[str, torch.Tensor], pictures: tuple[torch.Tensor, torch.Tensor]
) -> None:
    network = load_network(NANO, state)
    batch = network(*pictures, torch.tensor([padded(SHORT), LONG])).logits
    for index, ids in enumerate((SHORT, LONG)):
        image, union_image = (x[index : index + 1] for x in pictures)
        alone = network(image, union_image, torch.tensor([ids])).logits
        torch.testing.assert_close(batch[index : index + 1], alone, rtol=0, atol=1e-5)


def test_the_released_behaviour_lets_padding_through(
    state: dict[str, torch.Tensor], pictures: tuple[torch.Tensor, torch.Tensor]
) -> None:
    image, union_image = (x[:1] for x in pictures)
    released = load_network(NANO, state, mask_padding=False)
    alone = released(image, union_image, torch.tensor([SHORT])).logits
    behind_padding = released(image, union_image, torch.tensor([padded(SHORT)])).logits
    assert (behind_padding - alone).abs().max() > 1e-3


def test_folding_changes_nothing_but_the_number_of_layers(
    state: dict[str, torch.Tensor], pictures: tuple[torch.Tensor, torch.Tensor]
) -> None:
    plain = RS2SAM2(NANO).eval()
    plain.load_state_dict(state)
    folded = load_network(NANO, state)
    ids = torch.tensor([LONG, padded(SHORT)])
    with torch.no_grad():
        torch.testing.assert_close(folded(*pictures, ids).logits, plain(*pictures, ids).logits, rtol=0, atol=1e-4)
    assert len(list(folded.modules())) < len(list(plain.modules()))


def test_bfloat16_gives_nearly_the_same_mask(
    state: dict[str, torch.Tensor], pictures: tuple[torch.Tensor, torch.Tensor]
) -> None:
    ids = torch.tensor([LONG, padded(SHORT)])
    exact = load_network(NANO, state)(*pictures, ids).logits
    rough = load_network(NANO, state, dtype=torch.bfloat16)(*(x.bfloat16() for x in pictures), ids).logits
    assert rough.dtype == torch.float32
    assert (rough - exact).square().mean().sqrt() < 0.1 * exact.std()


@pytest.mark.parametrize("side", [128, 256])
def test_a_picture_of_another_size_gives_a_mask_of_a_quarter_of_its_side(
    state: dict[str, torch.Tensor], pictures: tuple[torch.Tensor, torch.Tensor], side: int
) -> None:
    image, union_image = pictures
    output = load_network(NANO, state)(image[..., :side, :side], union_image, torch.tensor([LONG, padded(SHORT)]))
    assert output.logits.shape == (2, 1, side // 4, side // 4)
    assert output.presence.shape == output.text_weight.shape == (2,)


def test_every_size_is_configuration(pictures: tuple[torch.Tensor, torch.Tensor]) -> None:
    union = dataclasses.replace(NANO.union, image_size=64, patch=8, dim=64, heads=2, ffn=96)
    trunk = dataclasses.replace(NANO.trunk, dim=16, stages=(1, 1, 2, 1), windows=(4, 4, 8, 4), global_blocks=(3,))
    config = dataclasses.replace(NANO, image_size=192, union=union, trunk=trunk, prompt_dim=64)
    network = initialise(RS2SAM2(config)).freeze()
    output = network(torch.zeros(1, 3, 192, 192), torch.zeros(1, 3, 64, 64), torch.tensor([SHORT]))
    assert output.logits.shape == (1, 1, 48, 48)
    assert output.mask_prompt.shape == (1, 1, 8, 8)


def test_in_half_precision_the_finest_blocks_add_up_in_single_precision(
    state: dict[str, torch.Tensor], pictures: tuple[torch.Tensor, torch.Tensor]
) -> None:
    trunk, words = load_network(NANO, state).visual_model.image_encoder.trunk, torch.zeros(2, 3, NANO.prompt_dim)
    with torch.autocast("cpu", torch.bfloat16):
        stages = trunk(pictures[0], words, None)
    assert [stage.dtype for stage in stages] == [torch.float32, *[torch.bfloat16] * 3]
