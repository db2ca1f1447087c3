"""Rasters of every make, and how a scene is read in one go."""

from __future__ import annotations

import warnings
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
import rasterio
from affine import Affine
from rasterio.enums import Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

from phrasegon.model.scene.raster import Scene, open_scene

NORTH_UP = Affine(0.5, 0, 500_000, 0, -0.5, 6_000_000)


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes bands (n, h, w) as a GeoTIFF with pixels of half a metre."""

    def write_bands(bands, *, colours=None, transform=NORTH_UP, crs="EPSG:32633", mask=None, overviews=(), **options):
        path = tmp_path / "scene.tif"
        count, height, width = bands.shape
        options = {"tiled": True, "blockxsize": 64, "blockysize": 64, "crs": crs, "transform": transform, **options}
        with warnings.catch_warnings(), rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
            warnings.simplefilter("ignore", NotGeoreferencedWarning)
            with rasterio.open(path, "w", "GTiff", width, height, count, dtype=bands.dtype, **options) as dataset:
                if colours is not None:
                    dataset.colorinterp = colours
                dataset.write(bands)
                if mask is not None:
                    dataset.write_mask(mask)
                if overviews:
                    dataset.build_overviews(list(overviews), Resampling.average)
        return path

    return write_bands


@pytest.fixture
def write_vrt(tmp_path: Path) -> Callable[..., Path]:
    """Writes a virtual raster over the bands of another of 120 x 90 pixels, each as a type of its own."""

    def write_virtual(types, source, more=""):
        bands = "".join(
            f'<VRTRasterBand dataType="{kind}" band="{band}">{more}<SimpleSource><SourceFilename relativeToVRT="1">'
            f"{source.name}</SourceFilename><SourceBand>{band}</SourceBand></SimpleSource></VRTRasterBand>"
            for band, kind in enumerate(types, start=1)
        )
        path = tmp_path / "scene.vrt"
        path.write_text(f'<VRTDataset rasterXSize="120" rasterYSize="90">{bands}</VRTDataset>')
        return path

    return write_virtual


@pytest.fixture(scope="session")
def noise() -> Callable[..., np.ndarray]:
    """Bands (n, h, w) of noise, always the same; never 0 unless asked for."""

    def make(count=3, height=90, width=120, low=1, high=255, dtype=np.uint8):
        return np.random.default_rng(1).integers(low, high, (count, height, width), dtype)

    return make


@pytest.fixture(scope="session")
def whole() -> Callable[[Scene], tuple[np.ndarray, np.ndarray]]:
    return _whole


@pytest.fixture(scope="session")
def read_whole() -> Callable[..., tuple[np.ndarray, np.ndarray]]:
    """Opens a scene with options and reads all of its working grid."""

    def read(path, **options):
        with open_scene(path, **options) as scene:
            return _whole(scene)

    return read


def _whole(scene: Scene) -> tuple[np.ndarray, np.ndarray]:
    return scene.read(Window(0, 0, scene.width, scene.height))
