"""The network's answers as bytes, and what happens when memory runs out."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch

from phrasegon.model.errors import ModelError
from phrasegon.model.pipeline import Options, segment_with
from phrasegon.model.segmenters.interface import Prediction


@pytest.fixture
def scene(write_scene) -> Path:
    return write_scene(np.random.default_rng(1).integers(1, 256, (500, 700), np.uint8))


@pytest.fixture
def kept(tmp_path):
    """Runs a segmenter over a scene; the probability that is kept."""

    def run(segmenter, scene):
        segment_with(segmenter, scene, ("bright", "dark"), Options(probability=tmp_path / "p.tif"))
        found = []
        for name in ("p_1_bright.tif", "p_2_dark.tif"):
            with rasterio.open(tmp_path / name) as raster:
                found.append(raster.read(1))
        return np.stack(found)

    return run


@pytest.mark.parametrize(
    "error", [torch.OutOfMemoryError("CUDA out of memory"), RuntimeError("DefaultCPUAllocator: not enough memory")]
)
def test_a_batch_that_does_not_fit_is_halved_until_it_does(make_segmenter, scene, kept, error):
    expected = kept(make_segmenter(), scene)
    small = make_segmenter()
    sizes = []

    def decode(image, phrase):
        sizes.append(len(image))
        if len(image) > 20:
            raise error
        return type(small).decode(small, image, phrase)

    small.decode = decode
    np.testing.assert_array_equal(kept(small, scene), expected)
    assert max(sizes) > 20
    assert [size for size in sizes if size > 20] == sorted({size for size in sizes if size > 20}, reverse=True)


def test_a_single_tile_that_does_not_fit_is_told(brightness, scene, kept):
    def decode(*_):
        raise torch.OutOfMemoryError("CUDA out of memory")

    brightness.decode = decode
    with pytest.raises(ModelError, match="too little free memory for a single tile"):
        kept(brightness, scene)


def test_another_error_of_the_network_is_passed_on(brightness, scene, kept):
    def decode(*_):
        raise RuntimeError("shapes do not fit")

    brightness.decode = decode
    with pytest.raises(RuntimeError, match="shapes do not fit"):
        kept(brightness, scene)


def test_an_answer_that_is_no_number_is_refused(brightness, scene, kept, tmp_path):
    def decode(image, _):
        probability = image.clone()
        probability[0, 3, 4] = torch.nan
        return Prediction(probability, torch.ones(len(image)))

    brightness.decode = decode
    with pytest.raises(ModelError, match="no numbers"):
        kept(brightness, scene)
    assert [path.name for path in tmp_path.iterdir()] == ["scene.tif"]
