"""What the norms of a small image encoder are for."""

from __future__ import annotations

import pytest
import torch

from phrasegon.model.networks.rs2sam2 import PRESETS, RS2SAM2
from phrasegon.model.networks.rs2sam2.initial import initialise
from phrasegon.model.networks.rs2sam2.norms import LEAST_PICTURES, BatchNorm, PartedNorm

WORDS = torch.tensor([[0, 5, 9, 2]])


def maps(count: int = LEAST_PICTURES) -> torch.Tensor:
    return torch.randn(count, 4, 6, 6, generator=torch.Generator().manual_seed(1))


def test_what_all_pixels_have_in_common_and_their_size_are_taken_away() -> None:
    norm, x = BatchNorm(4), maps()
    torch.testing.assert_close(norm(100 * x + 500), norm(x), rtol=0, atol=1e-3)


def test_inference_norms_by_what_the_training_saw() -> None:
    norm, x = BatchNorm(4), 3 * maps() + 7
    for _ in range(400):
        trained = norm(x)
    norm.eval()
    torch.testing.assert_close(norm(x), trained, rtol=0, atol=0.02)
    torch.testing.assert_close(norm(x[:1]), trained[:1], rtol=0, atol=0.02)


def test_a_batch_of_few_pictures_changes_nothing_of_what_was_gathered() -> None:
    norm, few = BatchNorm(4), maps(LEAST_PICTURES - 1) + 9
    torch.testing.assert_close(norm(few), few, rtol=0, atol=1e-3)
    assert not norm.mean.any()


def test_pixels_differ_as_much_however_far_apart_their_pictures_are() -> None:
    norm, x = PartedNorm(4), maps()
    apart = x + 300 * torch.randn(len(x), 4, 1, 1, generator=torch.Generator().manual_seed(2))
    normed, mean = norm(apart), norm(apart).mean((2, 3), keepdim=True)
    torch.testing.assert_close(normed - mean, norm(x) - norm(x).mean((2, 3), keepdim=True), rtol=0, atol=1e-2)
    assert 0.5 < mean.std() < 2


@pytest.mark.parametrize(("preset", "the_same"), [("nano", False), ("nano2", True)])
def test_a_block_that_adds_the_same_to_all_pixels_drowns_none(preset: str, the_same: bool) -> None:
    torch.manual_seed(3)
    network = initialise(RS2SAM2(PRESETS[preset])).requires_grad_(False)
    image, small = torch.randn(LEAST_PICTURES, 3, 128, 128), PRESETS[preset].union.image_size
    ids, union_image = WORDS.expand(len(image), -1), torch.randn(LEAST_PICTURES, 3, small, small)
    before = network(image, union_image, ids).logits
    for block in network.visual_model.image_encoder.trunk.adapted_blocks():
        block.mlp.layers[1].bias += 10 * torch.randn(block.dim_out)
    after = network(image, union_image, ids).logits
    assert ((after - before).norm() < 0.05 * before.norm()) == the_same


@pytest.mark.parametrize(("preset", "the_same"), [("nano", False), ("nano2", True)])
def test_words_of_any_size_leave_the_picture_what_it_is(preset: str, the_same: bool) -> None:
    torch.manual_seed(4)
    config = PRESETS[preset]
    encoder = initialise(RS2SAM2(config)).requires_grad_(False).visual_model.image_encoder
    image, text = torch.randn(LEAST_PICTURES, 3, 128, 128), torch.randn(LEAST_PICTURES, 4, config.prompt_dim)
    _, _, coarse = encoder(image, text, None)
    _, _, loud = encoder(image, 1000 * text, None)
    assert ((loud - coarse).norm() < 0.05 * coarse.norm()) == the_same


@pytest.mark.parametrize(("preset", "heard"), [("nano", False), ("nano2", True)])
def test_the_mask_prompt_is_heard_however_large_the_image_features_grow(preset: str, heard: bool) -> None:
    torch.manual_seed(3)
    network = initialise(RS2SAM2(PRESETS[preset])).requires_grad_(False)
    for parameter in network.visual_model.image_encoder.neck.parameters():
        parameter.mul_(500)
    image, small = torch.randn(LEAST_PICTURES, 3, 128, 128), PRESETS[preset].union.image_size
    ids, union_image = WORDS.expand(len(image), -1), torch.randn(LEAST_PICTURES, 3, small, small)

    def logits(bias: float) -> torch.Tensor:
        network.mask_product.bias.fill_(bias)
        return network(image, union_image, ids).logits

    empty, full = logits(-20.0), logits(20.0)
    assert ((full - empty).norm() > 0.03 * empty.norm()) == heard
