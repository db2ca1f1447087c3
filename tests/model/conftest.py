"""A segmenter whose answers are known beforehand, and scenes to try it on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import rasterio
import torch
from rasterio.transform import Affine
from safetensors.torch import save_file
from scipy.ndimage import gaussian_filter

from phrasegon.model.cli import main
from phrasegon.model.networks import sam2
from phrasegon.model.segmenters.interface import Features, Prediction, SegmenterSpec, Tiles
from phrasegon.model.weights.catalogue import find_entry
from phrasegon.model.weights.install import Origin, install

UTM = Affine(0.5, 0, 500_000, 0, -0.5, 6_000_000)


class BrightnessSegmenter:
    """Takes a pixel's brightness for its probability, or its darkness if the phrase speaks of dark things.

    It has never learnt the word zebra, reads brihgt as bright, and knows that dragons are never there.
    """

    def __init__(self, tile: int = 64, gsd_range: tuple[float, float] = (0.1, 2.0)) -> None:
        about = "brightness", tile, gsd_range, "public domain", "arithmetic", "0" * 64
        self.spec = SegmenterSpec(*about, caches_image=False, presence_gate=0.5)
        self.images: list[Tiles] = []
        self.phrases: list[str] = []

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        return tuple(word for word in phrase.split() if word == "zebra")

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        return tuple((word, "bright") for word in phrase.split() if word == "brihgt")

    def encode_image(self, tiles: Tiles) -> torch.Tensor:
        self.images.append(tiles)
        return torch.from_numpy(tiles).float().mean(1) / 255

    def encode_phrase(self, phrase: str) -> str:
        self.phrases.append(phrase)
        return phrase

    def decode(self, image: torch.Tensor, phrase: str) -> Prediction:
        presence = torch.full((len(image),), 0.0 if "dragon" in phrase else 1.0)
        return Prediction(1 - image if "dark" in phrase else image, presence)


@pytest.fixture
def brightness() -> BrightnessSegmenter:
    return BrightnessSegmenter()


@pytest.fixture
def make_segmenter() -> type[BrightnessSegmenter]:
    return BrightnessSegmenter


@pytest.fixture
def apart(make_segmenter):
    """Reads a picture before any phrase, and counts the tiles it reads."""

    def make(tile=32):
        segmenter = make_segmenter(tile=tile)
        segmenter.spec = replace(segmenter.spec, caches_image=True)
        encode, decode = segmenter.encode_image, segmenter.decode
        segmenter.encode_image = lambda tiles: Features({"grey": encode(tiles)}, tiles.shape[2:])
        segmenter.decode = lambda image, phrase: decode(image.maps["grey"], phrase)
        return segmenter

    return make


@pytest.fixture
def blobs() -> np.ndarray:
    """Bright blobs on dark ground, uint8 (150, 200), never 0."""
    noise = gaussian_filter(np.random.default_rng(7).normal(size=(150, 200)), 6)
    return np.where(noise > 0.5 * noise.std(), 230, 20).astype(np.uint8)


@pytest.fixture
def write_scene(tmp_path: Path) -> Callable[..., Path]:
    """Writes an array (h, w) as a grey RGB GeoTIFF with nodata 0."""

    def write(
        grey: np.ndarray, name: str = "scene.tif", *, transform: Affine | None = UTM, crs: str | None = "EPSG:32633"
    ) -> Path:
        path = tmp_path / name
        georeference = {} if transform is None else {"transform": transform}
        with rasterio.open(
            path,
            "w",
            driver="GTiff",
            width=grey.shape[1],
            height=grey.shape[0],
            count=3,
            dtype=grey.dtype,
            crs=crs,
            nodata=0,
            photometric="RGB",
            **georeference,
        ) as raster:
            raster.write(np.stack([grey] * 3))
        return path

    return write


@pytest.fixture
def home(tmp_path, tmp_path_factory, monkeypatch):
    """No model is installed but the one that ships; every path is relative to the test's folder."""
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path_factory.mktemp("home")))
    monkeypatch.chdir(tmp_path)


@pytest.fixture
def typed(capsys):
    """Runs the command line in this process; returns exit status, standard output and standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return left.value.code, captured.out, captured.err

    return run


@pytest.fixture
def small_sam2(home, tmp_path_factory, monkeypatch):
    """The smallest SAM 2.1 is installed, smaller still and with random weights; its name."""
    sizes = {"dim": 16, "heads": 1, "stages": (1, 1, 2, 1), "windows": (8, 4, 8, 4), "global_blocks": (3,)}
    config = sam2.SAM2Config(**sizes, position_grid=7, image_size=128, prompt_dim=32, decoder_mlp=64)
    monkeypatch.setitem(sam2.PRESETS, "hiera-tiny", config)
    torch.manual_seed(4)
    state = {name: tensor + 0.05 * torch.randn_like(tensor) for name, tensor in sam2.SAM2(config).state_dict().items()}
    file = tmp_path_factory.mktemp("released") / "small.safetensors"
    save_file(state, file)
    entry = find_entry("sam2.1-hiera-tiny")
    install(entry, file, None, Origin(None, None, entry.licence, ()), check=None, arrange=None)
    return entry.name
