"""Small real rasters of every make, cut from the sample scenes and from whatever other scenes are at hand."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
import rasterio
import rasterio.shutil
from numpy.typing import NDArray
from rasterio.enums import ColorInterp, Resampling
from rasterio.errors import NotGeoreferencedWarning
from rasterio.windows import Window

ROOT = Path(__file__).resolve().parents[1]
SAMPLES = ROOT / "resources" / "sample"
SCENES = ROOT.parent / "shared" / "data" / "scenes"
"""Further scenes, which not every copy of the repository has beside it."""
LARGEST = 300_000
"""Bytes of an original; a run over it takes the smallest network a tile or two."""

_SIDE = 160
_TILED = {"tiled": True, "blockxsize": 64, "blockysize": 64, "interleave": "pixel"}
_STRIPPED = {"tiled": False, "blockysize": 16, "interleave": "pixel"}

Bands = NDArray[Any]
"""(n, h, w)"""


@dataclass(frozen=True)
class _Layout:
    """How a picture is stored.

    Attributes:
        options: of rasterio's writer.
        values: the picture's red, green and blue, uint8, as what is stored.
        source: the sample it is cut from.
        placed: whether the file says where on Earth it lies.
        masked: whether a mask inside it hides a corner.
        overviews: factors.
        colours: what the bands show, where the writer would not know.
    """

    options: Mapping[str, Any]
    values: Callable[[Bands], Bands] = lambda bands: bands
    source: str = "banepa.tif"
    placed: bool = True
    masked: bool = False
    overviews: tuple[int, ...] = ()
    colours: tuple[ColorInterp, ...] = field(default=())


def _with_alpha(bands: Bands) -> Bands:
    opacity = np.full_like(bands[:1], 255)
    opacity[:, :, :40] = 0
    return np.concatenate((bands, opacity))


def _with_gaps(bands: Bands) -> Bands:
    values = bands.astype(np.float32) / 255
    values[:, :30] = np.nan
    return values


def _enlarged(bands: Bands) -> Bands:
    return bands[:1].repeat(7, axis=1).repeat(7, axis=2).astype(np.uint16) * 37


_RGB = {"photometric": "RGB"}
_LAYOUTS = {
    "plain-tiles": _Layout({**_TILED, **_RGB}),
    "plain-strips-no-crs": _Layout({**_STRIPPED, **_RGB}, placed=False),
    "jpeg-overviews": _Layout({**_TILED, "compress": "jpeg", "photometric": "YCBCR"}, overviews=(2, 4)),
    "jpeg-mask": _Layout({**_TILED, "compress": "jpeg", "photometric": "YCBCR"}, masked=True),
    "lzw-strips": _Layout({**_STRIPPED, **_RGB, "compress": "lzw", "predictor": 2}, source="claremont.tif"),
    "packbits-planes": _Layout({**_TILED, **_RGB, "compress": "packbits", "interleave": "band"}),
    "zstd-uint16": _Layout({**_TILED, "compress": "zstd"}, lambda bands: bands.astype(np.uint16) * 37),
    "deflate-int16-nodata": _Layout(
        {**_STRIPPED, "compress": "deflate", "predictor": 2, "nodata": -999},
        lambda bands: np.where(bands < 60, -999, bands * np.int16(9)).astype(np.int16),
        source="claremont.tif",
    ),
    "deflate-float32-gaps": _Layout({**_TILED, "compress": "deflate", "predictor": 3}, _with_gaps),
    "float64-grey": _Layout({**_STRIPPED, "nodata": float("nan")}, lambda bands: bands[:1] * 0.5),
    "alpha": _Layout({**_TILED, **_RGB, "compress": "lzw", "alpha": "YES"}, _with_alpha),
    "palette": _Layout(
        {**_STRIPPED, "photometric": "palette", "compress": "deflate"},
        lambda bands: bands[:1] // 16,
        colours=(ColorInterp.palette,),
    ),
    "bits": _Layout({**_STRIPPED, "nbits": 1}, lambda bands: (bands[:1] > 120).astype(np.uint8)),
    "bigtiff": _Layout({**_TILED, **_RGB, "compress": "deflate", "bigtiff": "YES"}, source="claremont.tif"),
    "big-endian": _Layout({**_STRIPPED, **_RGB, "endianness": "BIG"}, source="claremont.tif"),
    "lerc": _Layout({**_TILED, "compress": "lerc"}, lambda bands: bands[:1] * np.float32(0.1)),
    "webp": _Layout({**_TILED, **_RGB, "compress": "webp"}, source="claremont.tif"),
    "larger-overviews": _Layout({**_TILED, "compress": "deflate"}, _enlarged, overviews=(2, 4)),
    "one-strip": _Layout({**_RGB, "blockysize": _SIDE, "interleave": "pixel", "compress": "deflate"}),
}


def make_originals(folder: Path) -> list[Path]:
    """Write the originals into a folder and return them in a fixed order, none larger than ``LARGEST``."""
    made = [_written(folder / f"{name}.tif", layout) for name, layout in _LAYOUTS.items()]
    made.append(_optimised(SAMPLES / "banepa.tif", folder / "cloud-optimised.tif"))
    scenes = sorted(SCENES.glob("*.tif")) if SCENES.is_dir() else []
    made += [_cut(path, folder / path.name) for path in [*sorted(SAMPLES.glob("*.tif")), *scenes]]
    return [path for path in made if path.stat().st_size <= LARGEST]


def _written(path: Path, layout: _Layout) -> Path:
    with rasterio.open(SAMPLES / layout.source) as sample:
        window = Window(40, 40, _SIDE, _SIDE)
        bands = layout.values(sample.read((1, 2, 3), window=window))
        place = {"crs": sample.crs, "transform": sample.window_transform(window)} if layout.placed else {}
    shape = {"count": len(bands), "height": bands.shape[1], "width": bands.shape[2], "dtype": bands.dtype}
    with warnings.catch_warnings(), rasterio.Env(GDAL_TIFF_INTERNAL_MASK=True):
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        with rasterio.open(path, "w", "GTiff", **shape, **place, **layout.options) as raster:
            if layout.colours:
                raster.colorinterp = layout.colours
                raster.write_colormap(1, {value: (value * 16, 255 - value * 16, 90, 255) for value in range(16)})
            raster.write(bands)
            if layout.masked:
                raster.write_mask(np.triu(np.full((_SIDE, _SIDE), 255, np.uint8)))
            if layout.overviews:
                raster.build_overviews(list(layout.overviews), Resampling.average)
    return path


def _optimised(source: Path, path: Path) -> Path:
    with rasterio.open(source) as scene:
        part = _crop(scene, path.with_suffix(".part.tif"), 256)
    rasterio.shutil.copy(part, path, driver="COG", compress="deflate", blocksize=128, overview_count=1)
    part.unlink()
    return path


def _cut(source: Path, path: Path) -> Path:
    with rasterio.open(source) as scene:
        return _crop(scene, path, 128)


def _crop(scene: Any, path: Path, side: int) -> Path:
    """The middle of a scene, stored as the scene is."""
    width, height = min(side, scene.width), min(side, scene.height)
    window = Window((scene.width - width) // 2, (scene.height - height) // 2, width, height)
    profile = {**scene.profile, "width": width, "height": height, "transform": scene.window_transform(window)}
    if profile["tiled"]:
        profile |= {"blockxsize": 64, "blockysize": 64}
    with rasterio.open(path, "w", **profile) as raster:
        raster.colorinterp = scene.colorinterp
        if ColorInterp.palette in scene.colorinterp:
            raster.write_colormap(1, scene.colormap(1))
        raster.write(scene.read(window=window))
    return path
