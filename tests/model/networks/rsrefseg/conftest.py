"""An RSRefSeg small enough for tests."""

from __future__ import annotations

import dataclasses

import pytest

from phrasegon.model.networks.rsrefseg import PRESETS, RSRefSegConfig
from phrasegon.model.networks.rsrefseg.config import ViTConfig


@pytest.fixture(scope="session")
def config() -> RSRefSegConfig:
    towers = dataclasses.replace(
        PRESETS["base"].siglip,
        dim=32,
        heads=2,
        vision_depth=1,
        text_depth=1,
        image_size=98,
        vocabulary=64,
        context=16,
    )
    return dataclasses.replace(
        PRESETS["base"],
        image_size=64,
        siglip=towers,
        sam=ViTConfig(dim=32, depth=2, heads=2, global_blocks=(1,), window=5, image_size=128),
        prompt_dim=64,
        decoder_mlp=64,
    )
