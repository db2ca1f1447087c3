"""Features that are computed once."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import torch

from phrasegon.model.segmenters.interface import Features, Prediction, SegmenterSpec, Tiles
from phrasegon.model.segmenters.keeping import KeepingSegmenter
from phrasegon.model.segmenters.kept import FeatureStore

PLENTY = 2**30


class Greys:
    """Keeps each tile's brightness to the last bit, and counts how often it was asked for features."""

    def __init__(self, sha256: str = "0" * 64) -> None:
        self.spec = SegmenterSpec("greys", 32, (0.1, 2.0), "public domain", "arithmetic", sha256, caches_image=True)
        self.encoded = 0

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        return ()

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        return ()

    def encode_image(self, tiles: Tiles) -> Features:
        self.encoded += len(tiles)
        grey = torch.from_numpy(tiles).float().mean(1) / 255
        return Features({"grey": grey, "pixels": torch.from_numpy(tiles)}, (tiles.shape[2], tiles.shape[3]))

    def encode_phrase(self, phrase: str) -> str:
        return phrase

    def decode(self, image: Features, phrase: str) -> Prediction:
        return Prediction(image.maps["grey"], torch.ones(len(image.maps["grey"])))


@pytest.fixture
def tiles() -> Tiles:
    return np.random.default_rng(3).integers(0, 256, (3, 3, 32, 32), dtype=np.uint8)


@pytest.fixture
def keeping(tmp_path: Path) -> Callable[..., tuple[KeepingSegmenter, Greys]]:
    def make(limit: int = PLENTY, sha256: str = "0" * 64) -> tuple[KeepingSegmenter, Greys]:
        greys = Greys(sha256)
        return KeepingSegmenter(greys, FeatureStore(tmp_path / "features", limit)), greys

    return make


def answer(segmenter: KeepingSegmenter, tiles: Tiles) -> torch.Tensor:
    return segmenter.decode(segmenter.encode_image(tiles), segmenter.encode_phrase("grey")).probability


def test_a_second_phrase_and_a_second_process_compute_no_features(keeping, tiles) -> None:
    first, greys = keeping()
    new = answer(first, tiles)
    assert torch.equal(answer(first, tiles), new)
    assert greys.encoded == 3
    second, others = keeping()
    assert torch.equal(answer(second, tiles), new)
    assert others.encoded == 0


def test_features_are_rounded_to_half_precision_and_whole_numbers_are_not(keeping, tiles) -> None:
    segmenter, greys = keeping()
    features = segmenter.encode_image(tiles)
    exact = greys.encode_image(tiles)
    assert torch.equal(features.maps["grey"], exact.maps["grey"].half().float())
    assert torch.equal(features.maps["pixels"], exact.maps["pixels"])


def test_other_pixels_and_other_weights_have_other_features(keeping, tiles) -> None:
    segmenter, greys = keeping()
    answer(segmenter, tiles)
    changed = tiles.copy()
    changed[0, 0, 0, 0] ^= 1
    answer(segmenter, changed)
    assert greys.encoded == 6
    other, retrained = keeping(sha256="1" * 64)
    answer(other, tiles)
    assert retrained.encoded == 3


def test_the_features_used_longest_ago_make_room(keeping, tiles, tmp_path) -> None:
    segmenter, _ = keeping()
    answer(segmenter, tiles[:1])
    size = sum(path.stat().st_size for path in (tmp_path / "features").rglob("*.safetensors"))
    for path in (tmp_path / "features").rglob("*.safetensors"):
        os.utime(path, (0, 0))
    small, _ = keeping(limit=2 * size + size // 2)
    answer(small, tiles[1:])
    again, greys = keeping(limit=2 * size + size // 2)
    answer(again, tiles[1:])
    assert greys.encoded == 0
    answer(again, tiles[:1])
    assert greys.encoded == 1


def test_damaged_features_are_computed_again(keeping, tiles, tmp_path) -> None:
    segmenter, _ = keeping()
    new = answer(segmenter, tiles)
    for path in (tmp_path / "features").rglob("*.safetensors"):
        path.write_bytes(path.read_bytes()[:-7])
    again, greys = keeping()
    assert torch.equal(answer(again, tiles), new)
    assert greys.encoded == 3
    third, others = keeping()
    answer(third, tiles)
    assert others.encoded == 0


def test_without_a_place_for_them_the_answer_is_the_same(keeping, tiles, tmp_path) -> None:
    segmenter, _ = keeping()
    new = answer(segmenter, tiles)
    shutil.rmtree(tmp_path / "features")
    (tmp_path / "features").write_text("a file where a folder should be")
    blocked, _ = keeping()
    assert torch.equal(answer(blocked, tiles), new)


def test_a_scene_is_prepared_as_far_as_the_features_of_its_tiles_are_kept(keeping, tiles, tmp_path) -> None:
    segmenter, _ = keeping()
    assert segmenter.prepared("quay") == 0
    answer(segmenter, tiles[:2])
    segmenter.remember("quay", tiles=3)
    assert segmenter.prepared("quay") == pytest.approx(2 / 3)
    answer(segmenter, tiles[2:])
    segmenter.remember("quay", tiles=3)
    assert segmenter.prepared("quay") == 1
    next((tmp_path / "features").rglob("*.safetensors")).unlink()
    assert segmenter.prepared("quay") == pytest.approx(2 / 3)
