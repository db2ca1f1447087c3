"""How GDAL is called: its memory bounded, its own messages kept off the terminal."""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import rasterio
from rasterio.env import set_gdal_config
from rasterio.errors import NotGeoreferencedWarning

_CACHE_BYTES = 32 * 1024 * 1024
"""Holds the blocks that neighbouring tiles share; GDAL's own limit is a part of all memory, so far more."""

if "GDAL_CACHEMAX" not in os.environ:
    # The cache is one for the whole process, and set in a rasterio.Env it would flicker while threads come and go.
    set_gdal_config("GDAL_CACHEMAX", _CACHE_BYTES)


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """GDAL's errors of this block become exceptions only; without it, threads other than the first print them."""
    with rasterio.Env():
        yield


def open_raster(path: str | os.PathLike[str], *arguments: Any, **options: Any) -> Any:
    """``rasterio.open`` that takes a raster without a place on Earth for nothing special."""
    with quiet_gdal(), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        return rasterio.open(path, *arguments, **options)
