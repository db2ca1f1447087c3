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

_CACHE_BYTES = 128 * 1024 * 1024
"""Holds two rows of blocks of a scene 40,000 pixels wide, so that none that neighbouring tiles share is decoded twice;
GDAL's own limit is a part of all memory, so far more."""

_SETTINGS = {
    "GDAL_CACHEMAX": _CACHE_BYTES,
    # Nothing else in the process moves while GDAL opens an address, so a server that has fallen silent is given up.
    "GDAL_HTTP_CONNECTTIMEOUT": 10,
    "GDAL_HTTP_TIMEOUT": 60,
    "GDAL_HTTP_MAX_RETRY": 2,
}

for _name, _value in _SETTINGS.items():
    if _name not in os.environ:
        # They are for the whole process; set in a rasterio.Env they would flicker while threads come and go.
        set_gdal_config(_name, _value)

# A damaged TIFF that lists fewer blocks than its size asks for would be read as one whose rest is empty.
os.environ.setdefault("LIBTIFF_STRILE_ARRAY_MAX_RESIZE_COUNT", "0")


def _how_to_open(path: str | os.PathLike[str]) -> dict[str, Any]:
    """A server is asked for the files beside the raster one by one, and not for the list of all that it holds."""
    return {"GDAL_DISABLE_READDIR_ON_OPEN": "TRUE"} if str(path).startswith("/vsicurl") else {}


@contextmanager
def quiet_gdal() -> Iterator[None]:
    """GDAL's errors of this block become exceptions only; without it, threads other than the first print them."""
    with rasterio.Env():
        yield


def open_raster(path: str | os.PathLike[str], *arguments: Any, **options: Any) -> Any:
    """``rasterio.open`` that takes a raster without a place on Earth for nothing special."""
    with rasterio.Env(**_how_to_open(path)), warnings.catch_warnings():
        warnings.simplefilter("ignore", NotGeoreferencedWarning)
        return rasterio.open(path, *arguments, **options)
