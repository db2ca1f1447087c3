"""How GDAL is called: its memory bounded, its own messages kept off the terminal."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager

import rasterio
from rasterio.env import set_gdal_config

_CACHE_BYTES = 64 * 1024 * 1024
"""Holds the blocks that two rows of tiles share; GDAL's own limit is a part of all memory, so far more."""

if "GDAL_CACHEMAX" not in os.environ:
    # The cache is one for the whole process, and set in a rasterio.Env it would flicker while threads come and go.
    set_gdal_config("GDAL_CACHEMAX", _CACHE_BYTES)


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """GDAL's errors of this block become exceptions only; without it, threads other than the first print them."""
    with rasterio.Env():
        yield
