"""What an RSRefSeg 2 that is trained from scratch can tell apart before it has learnt anything."""

from __future__ import annotations

import pytest
import torch

from phrasegon.model.networks.rsrefseg2 import PRESETS, RSRefSeg2
from phrasegon.model.networks.rsrefseg2.initial import initialise
from phrasegon.model.networks.rsrefseg2.siglip import SigLIP

NANO = PRESETS["nano"]
TREES_BY_WATER = [0, 5, 6, 7, 2]
WATER_BY_TREES = [0, 7, 6, 5, 2]


@pytest.fixture(scope="module")
def siglip() -> SigLIP:
    torch.manual_seed(1)
    return initialise(RSRefSeg2(NANO)).siglip


def test_places_that_look_alike_differ(siglip: SigLIP) -> None:
    side = NANO.siglip.image_size
    with torch.inference_mode():
        patches = siglip.visual(torch.ones(1, 3, side, side))[0]
    assert (patches - patches.mean(0)).norm() > 0.1 * patches.norm()


def test_the_order_of_words_makes_a_difference(siglip: SigLIP) -> None:
    last = torch.tensor([4])
    with torch.inference_mode():
        words, exchanged = (siglip.text(torch.tensor([ids]), last)[0][0] for ids in (TREES_BY_WATER, WATER_BY_TREES))
    assert (words - exchanged[[0, 3, 2, 1, 4]]).norm() > 0.1 * words.norm()
