"""What a network that is trained from scratch can tell apart before it has learnt anything."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from phrasegon.model.networks.rs2sam2 import PRESETS, RS2SAM2
from phrasegon.model.networks.rs2sam2.initial import initialise
from phrasegon.model.networks.rs2sam2.union_encoder import UnionEncoder

NANO = PRESETS["nano2"]
TREES_BY_WATER = [0, 5, 6, 7, 2]
WATER_BY_TREES = [0, 7, 6, 5, 2]


@pytest.fixture(scope="module")
def union() -> UnionEncoder:
    torch.manual_seed(1)
    return initialise(RS2SAM2(NANO)).mm_extractor.beit3


def encoded(union: UnionEncoder, ids: list[int]) -> tuple[Tensor, Tensor]:
    """Patches and words of a picture that looks the same everywhere."""
    image = torch.ones(1, 3, NANO.union.image_size, NANO.union.image_size)
    with torch.inference_mode():
        _, patches, words = union(image, torch.tensor([ids]), torch.ones(1, len(ids), dtype=torch.bool))
    return patches[0], words[0]


def test_places_that_look_alike_differ(union: UnionEncoder) -> None:
    patches, _ = encoded(union, TREES_BY_WATER)
    assert (patches - patches.mean(0)).norm() > 0.1 * patches.norm()


def test_the_order_of_words_makes_a_difference(union: UnionEncoder) -> None:
    (_, words), (_, exchanged) = (encoded(union, ids) for ids in (TREES_BY_WATER, WATER_BY_TREES))
    alike = exchanged[[0, 3, 2, 1, 4]]
    assert (words - alike).norm() > 0.1 * words.norm()


def test_a_full_mask_prompt_differs_from_an_empty_one_by_more_than_pixels_differ() -> None:
    torch.manual_seed(2)
    encoder = initialise(RS2SAM2(NANO)).requires_grad_(False).visual_model.sam_prompt_encoder
    empty, full = (encoder(torch.full((1, 1, 12, 12), share), torch.Size((32, 32))) for share in (0.0, 1.0))
    assert (full - empty).square().mean().sqrt() > 1.0
