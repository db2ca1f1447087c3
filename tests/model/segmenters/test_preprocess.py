"""Pictures reach the network as the released preprocessing makes them."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from phrasegon.model.segmenters.preprocess import normalised, resized

REPOSITORY = Path(__file__).resolve().parents[3]
FOLDER = Path(os.environ.get("PHRASEGON_PARITY", REPOSITORY.parent / "shared" / "parity")).resolve() / "rs2sam2"

RECORDED = FOLDER / "preprocess.npz"

pytestmark = pytest.mark.skipif(not RECORDED.is_file(), reason=f"there is no {RECORDED}; set PHRASEGON_PARITY")


@pytest.fixture(scope="module")
def inputs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("deterministic_inputs", FOLDER / "deterministic_inputs.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("side", [1024, 224])
@pytest.mark.parametrize("case", ["pre-800", "pre-512", "pre-nonsquare"])
def test_resizing_and_normalising_are_the_recorded_ones(inputs: ModuleType, case: str, side: int) -> None:
    with np.load(RECORDED) as recorded:
        meta = json.loads(str(recorded[f"{case}/meta"]))
        pixels, values = recorded[f"{case}/uint8_{side}_slice"], recorded[f"{case}/norm_{side}_slice"]
    picture = inputs.uint8_image(meta["tag"], meta["h"], meta["w"])
    assert hashlib.sha256(picture.tobytes()).hexdigest() == meta["source_sha256"]
    tile = picture.transpose(2, 0, 1)
    small = resized(tile, side).transpose(1, 2, 0)
    assert hashlib.sha256(np.ascontiguousarray(small).tobytes()).hexdigest() == meta[f"resized{side}_uint8_sha256"]
    step = side // 32
    np.testing.assert_array_equal(small[::step, ::step], pixels)
    np.testing.assert_allclose(normalised(tile[None], side)[0, :, ::step, ::step].numpy(), values, atol=1e-6)
