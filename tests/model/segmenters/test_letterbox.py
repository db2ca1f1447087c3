"""Tiles reach LQVG as the released preprocessing makes them, and its boxes find back."""

from __future__ import annotations

import hashlib
import importlib.util
import json
import os
from pathlib import Path

import numpy as np
import pytest
import torch

from phrasegon.model.segmenters.letterbox import Letterbox

REPOSITORY = Path(__file__).resolve().parents[3]
FOLDER = Path(os.environ.get("PHRASEGON_PARITY", REPOSITORY.parent / "shared" / "parity")).resolve() / "lqvg"
RECORDED = FOLDER / "preprocess.npz"


def cases() -> list[str]:
    if not RECORDED.is_file():
        return []
    with np.load(RECORDED) as recorded:
        return [name.removesuffix("/meta") for name in recorded.files if name.endswith("/meta")]


@pytest.mark.skipif(not RECORDED.is_file(), reason=f"there is no {RECORDED}; set PHRASEGON_PARITY")
@pytest.mark.parametrize("case", cases())
def test_a_picture_is_the_recorded_one_to_one_grey_level(case: str) -> None:
    with np.load(RECORDED) as recorded:
        meta = json.loads(str(recorded[f"{case}/meta"]))
        coarse, corner, values = (recorded[f"{case}/{name}"] for name in ("u8_slice", "u8_corner", "norm_slice"))
    size, _, side = case.partition("_")
    height, width = (int(number) for number in size.split("x"))
    spec = importlib.util.spec_from_file_location("deterministic_inputs", FOLDER / "deterministic_inputs.py")
    inputs = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(inputs)
    tile = inputs.uint8_image(f"pre|{size}", height, width)
    assert hashlib.sha256(tile.tobytes()).hexdigest() == meta["in_sha"]

    letterbox = Letterbox(height, width, int(side))
    tiles = tile.transpose(2, 0, 1)[None]
    framed = letterbox.framed(tiles)[0].transpose(1, 2, 0).astype(int)
    np.testing.assert_allclose(framed[::25, ::25], coarse, rtol=0, atol=1)
    np.testing.assert_allclose(framed[:6, :6], corner, rtol=0, atol=1)
    one_level = 1 / 255 / 0.224 + 1e-5
    np.testing.assert_allclose(letterbox.pictures(tiles)[0, :, ::50, ::50].numpy(), values, rtol=0, atol=one_level)
    bars = np.all(framed == (124, 116, 104), axis=2)
    rows, columns = bars.all(axis=1), bars.all(axis=0)
    assert (rows.argmin(), rows[::-1].argmin()) == (meta["top"], meta["bottom"])
    assert (columns.argmin(), columns[::-1].argmin()) == (meta["left"], meta["right"])


def test_a_square_of_the_wanted_size_stays_as_it_is() -> None:
    tiles = np.random.default_rng(1).integers(0, 256, (2, 3, 64, 64), dtype=np.uint8)
    np.testing.assert_array_equal(Letterbox(64, 64, 64).framed(tiles), tiles)


def test_shrinking_averages_what_a_pixel_covers() -> None:
    tiles = np.zeros((1, 3, 3, 3), np.uint8)
    tiles[..., 0] = 90
    shrunk = Letterbox(3, 3, 2).framed(tiles)
    np.testing.assert_array_equal(shrunk[0, 0], [[60, 0], [60, 0]])


@pytest.mark.parametrize(("height", "width", "side"), [(100, 100, 64), (50, 90, 64), (91, 50, 128), (600, 900, 800)])
def test_a_box_finds_back_to_the_object(height: int, width: int, side: int) -> None:
    top, left, bottom, right = height // 5, width // 5, height // 2, width // 2
    tiles = np.zeros((1, 3, height, width), np.uint8)
    tiles[:, :, top:bottom, left:right] = 255
    letterbox = Letterbox(height, width, side)
    rows, columns = np.nonzero((letterbox.framed(tiles)[0] == 255).all(axis=0))
    edges = torch.tensor([columns.min(), rows.min(), columns.max() + 1, rows.max() + 1]) / side
    centre, extent = (edges[:2] + edges[2:]) / 2, edges[2:] - edges[:2]
    found = letterbox.boxes(torch.cat([centre, extent])[None])
    pixel = max(1, max(height, width) / side)
    np.testing.assert_allclose(found, [[left, top, right, bottom]], rtol=0, atol=1.5 * pixel)


def test_half_a_pixel_of_a_bar_is_not_lost_on_the_way_back() -> None:
    letterbox = Letterbox(600, 900, 800)
    whole = torch.tensor([[0.5, 0.5, 1.0, 533 / 800]])
    np.testing.assert_allclose(letterbox.boxes(whole), [[0, 0, 900, 599.625]], rtol=0, atol=1e-3)


def test_boxes_are_clipped_to_the_tile() -> None:
    boxes = torch.tensor([[0.5, 0.5, 3.0, 3.0], [1.5, 0.1, 0.2, 0.2]])
    np.testing.assert_array_equal(Letterbox(40, 80, 80).boxes(boxes), [[0, 0, 80, 40], [80, 0, 80, 0]])
