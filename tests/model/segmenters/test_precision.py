"""The arithmetic that a device gets."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from phrasegon.model.networks.rs2sam2 import PRESETS
from phrasegon.model.networks.rs2sam2.checkpoint import load_network
from phrasegon.model.segmenters.precision import precision_for, processor_flags
from phrasegon.model.segmenters.registry import load_segmenter
from phrasegon.model.segmenters.rs2sam2 import RS2SAM2Segmenter
from phrasegon.model.segmenters.tokenizer import Tokenizer
from phrasegon.model.weights.catalogue import find
from phrasegon.model.weights.store import load_state_dict, locate

BANEPA = Path(__file__).resolve().parents[3] / "resources" / "sample" / "banepa.tif"


def test_a_processor_takes_bfloat16_only_with_matrix_units():
    expected = torch.bfloat16 if "amx_bf16" in processor_flags() else torch.float32
    assert precision_for(torch.device("cpu")) is expected
    assert load_segmenter("rs2sam2-nano", device="cpu").spec.precision == str(expected).removeprefix("torch.")


@pytest.mark.parametrize("phrase", ["buildings", "trees"])
def test_in_bfloat16_the_nano_finds_nearly_the_same(phrase):
    with rasterio.open(BANEPA) as raster:
        tile = raster.read((1, 2, 3))[None, :, :512, :512]
    masks = [found(tile, phrase, dtype) > 0.5 for dtype in (torch.float32, torch.bfloat16)]
    both, either = np.logical_and(*masks).sum(), np.logical_or(*masks).sum()
    assert either > 1000
    assert both / either > 0.97


def found(tile, phrase, dtype):
    model, checkpoint = find("rs2sam2-nano"), locate("rs2sam2-nano")
    network = load_network(PRESETS[model.preset], load_state_dict(checkpoint.weights), dtype=dtype)
    segmenter = RS2SAM2Segmenter(
        network,
        Tokenizer(checkpoint.tokenizer),
        load_segmenter("rs2sam2-nano", device="cpu").spec,
        calibration=model.calibration,
    )
    answer = segmenter.decode(segmenter.encode_image(tile), segmenter.encode_phrase(phrase))
    return (answer.probability * answer.presence[:, None, None]).float().numpy()[0]
