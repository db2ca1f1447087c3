"""The U-Net is as large as the small network, and learns."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from phrasegon.model.networks.rs2sam2 import PRESETS, RS2SAM2
from phrasegon.model.segmenters.interface import SegmenterSpec
from phrasegon.model.segmenters.preprocess import standardised
from phrasegon.model.training.batches import LabelBatch
from phrasegon.model.training.class_segmenters import UNetSegmenter
from phrasegon.model.training.recipe import read_recipe
from phrasegon.model.training.sources import CLASSES, IGNORE
from phrasegon.model.training.unet import UNet, UNetTrainer
from phrasegon.model.weights.catalogue import Calibration

RECIPE = Path(__file__).resolve().parents[3] / "model" / "training" / "rs2sam2_nano.toml"
SIDE = 64


def test_it_has_the_parameters_of_the_small_network() -> None:
    own, other = (sum(p.numel() for p in network.parameters()) for network in (UNet(), RS2SAM2(PRESETS["nano"])))
    assert own == pytest.approx(other, rel=0.03)


def test_it_learns_a_square() -> None:
    square = torch.zeros(1, SIDE, SIDE)
    square[:, 16:48, 16:48] = 1
    grain = 6 * torch.randn(1, 3, SIDE, SIDE, generator=torch.Generator().manual_seed(5))
    image = (120 + 100 * square[:, None] + grain).to(torch.uint8)
    labels = torch.full((1, len(CLASSES), SIDE, SIDE), IGNORE, dtype=torch.uint8)
    labels[:, CLASSES.index("building")] = square
    trainer = UNetTrainer(replace(read_recipe(RECIPE), warm_up=1), "cpu")
    losses = [trainer.learn(LabelBatch(image, image, labels))["pixels"] for _ in range(50)]
    assert losses[-1] < 0.3 * losses[0]
    with torch.inference_mode():
        found = trainer.network(standardised(image))[0, CLASSES.index("building")] > 0
    assert (found == square[0].bool()).float().mean() > 0.95


def test_a_class_is_asked_for_by_its_plain_phrase_and_calibrated() -> None:
    torch.manual_seed(2)
    network = UNet().requires_grad_(False)
    spec = SegmenterSpec("unet", SIDE, (0.1, 1.0), "none", "here", "", caches_image=True)
    plain, strict = (UNetSegmenter(network, spec, Calibration(level, 1.0, level, 8.0, 0.0)) for level in (0.0, 50.0))
    image = plain.encode_image(np.random.default_rng(1).integers(0, 256, (2, 3, SIDE, SIDE), dtype=np.uint8))
    pools = plain.encode_phrase("swimming pools")
    expected = image[:, CLASSES.index("swimming pool")].sigmoid()
    assert torch.allclose(plain.decode(image, pools).probability, expected)
    assert (strict.decode(image, pools).probability < 0.5).all()
    assert (strict.decode(image, pools).presence < 0.5).all()
    with pytest.raises(KeyError):
        plain.encode_phrase("a zebra")
