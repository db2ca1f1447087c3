"""What a raster says of itself, held against what can be: a damaged file may claim anything."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from math import prod
from pathlib import Path

import numpy as np
from affine import Affine
from rasterio._err import CPLE_BaseError  # what rasterio lets through unwrapped when it looks into a file beside
from rasterio.enums import Interleaving
from rasterio.errors import CRSError, RasterioError
from rasterio.io import DatasetReader

from ..errors import SceneError
from .gdal import quiet_gdal

_LARGEST_BLOCK = 512 * 1024 * 1024
"""Bytes; GDAL decodes a block as a whole, and holds it twice meanwhile."""
_LISTED = 4
"""Bytes at least with which a TIFF lists each of its blocks, also those that it leaves out."""
_ONE_STRIP = 256 * 1024 * 1024
"""Bytes; up to here the rows that GDAL shows as blocks may well be those of a single strip, which is listed once."""
_ROUNDING = 4
"""Pixels that the sides of an overview may be off."""
_GIB = 2**30
_FINEST = 16
"""Steps of double precision that a pixel is wide at least."""


@contextmanager
def declarations(name: str) -> Iterator[None]:
    """What GDAL has to say of a raster's declarations in this block, told in a sentence.

    Raises:
        SceneError: they cannot be read.
    """
    try:
        with quiet_gdal():
            yield
    except (CPLE_BaseError, RasterioError, CRSError) as error:
        raise SceneError(
            f"What {name}, or a file beside it such as {name}.aux.xml, says of the raster cannot be read "
            f"({str(error).rstrip('.')}): delete the file beside it, or get a whole copy."
        ) from error


def check_declared(dataset: DatasetReader, path: str | os.PathLike[str], name: str) -> None:
    """Raise a SceneError if a raster cannot be as it says, or cannot be read in bounded memory.

    Args:
        dataset: open.
        path: what was opened.
        name: for messages.
    """
    check_blocks(dataset, name)
    if dataset.driver == "GTiff" and Path(path).is_file():
        _check_listed(dataset, Path(path).stat().st_size, name)
    _check_place(dataset.transform, dataset.width, dataset.height, name)


def check_blocks(dataset: DatasetReader, name: str) -> None:
    """Raise a SceneError if a block of the raster is too large to be decoded."""
    for shape, dtype in zip(dataset.block_shapes, dataset.dtypes, strict=True):
        size = prod(shape) * np.dtype(dtype).itemsize * _bands_of_a_block(dataset)
        if size > _LARGEST_BLOCK:
            raise SceneError(
                f"{name} is stored in blocks of {shape[1]} x {shape[0]} pixels, {size / _GIB:.1f} GiB each: "
                "store it in smaller ones, as gdal_translate -co TILED=YES does, or get a whole copy if it is damaged."
            )


def check_overview(overview: DatasetReader, dataset: DatasetReader, name: str) -> None:
    """Raise a SceneError if an overview is none of the raster: GDAL knows it by its width alone."""
    check_blocks(overview, name)
    # Both sides are rounded to whole pixels, perhaps from one overview to the next: ratios differ by some pixels.
    pixel = dataset.width + dataset.height
    askew = abs(overview.width * dataset.height - overview.height * dataset.width) > _ROUNDING * pixel
    larger = overview.width > dataset.width or overview.height > dataset.height
    if askew or larger or overview.dtypes != dataset.dtypes:
        raise wrong_overviews(name)


def wrong_overviews(name: str) -> SceneError:
    """The error of a raster whose overviews are none of it, or cannot be opened."""
    return SceneError(
        f"The overviews of {name} do not fit it: delete them, or the file {name}.ovr if there is one, and have them "
        "made anew, as by gdaladdo."
    )


def _bands_of_a_block(dataset: DatasetReader) -> int:
    return int(dataset.count) if dataset.interleaving is Interleaving.pixel else 1


def _check_listed(dataset: DatasetReader, size: int, name: str) -> None:
    """A sparse file holds none of its blocks but lists them all, so it is no smaller than its list."""
    height, width = dataset.block_shapes[0]
    blocks = -(-dataset.width // width) * -(-dataset.height // height)
    raw = dataset.width * dataset.height * dataset.count * np.dtype(dataset.dtypes[0]).itemsize
    if blocks * _LISTED > size and (height > 1 or raw > _ONE_STRIP):
        raise SceneError(
            f"{name} claims to have {dataset.width} x {dataset.height} pixels, and is too small a file even to list "
            f"the {blocks} blocks that hold them: it is damaged, get a whole copy of it."
        )


def _check_place(transform: Affine, width: int, height: int, name: str) -> None:
    """The two sides of a pixel must have a length that still counts in numbers as large as its coordinates."""
    with np.errstate(all="ignore"):
        matrix = np.array(transform, np.float64).reshape(3, 3)[:2]
        corners = matrix @ np.array([(0, width, 0, width), (0, 0, height, height), (1, 1, 1, 1)])
        sides = np.hypot(*matrix[:, :2])
        counts = sides.min() > _FINEST * np.spacing(np.abs(corners).max())
    if not (counts and np.isfinite(corners).all() and abs(transform.determinant) > 0):
        numbers = ", ".join(f"{number:g}" for number in transform.to_gdal())
        raise SceneError(
            f"The geotransform of {name} ({numbers}) tells none of its pixels from the next: assign the right one, as "
            "gdal_edit.py -a_ullr does, or get a whole copy."
        )
