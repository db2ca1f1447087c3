"""One radiometric stretch for a whole raster, so that a roof has the same grey in every tile."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

PERCENTILES = (2.0, 98.0)
"""What lies outside is clipped: a few specular roofs or dead pixels must not darken all the rest."""

Limits = Sequence[tuple[float, float]]
"""Least and greatest value of each band."""


@dataclass(frozen=True)
class Stretch:
    """Linear map of each band from ``low``..``high`` to 0..255, clipped.

    Attributes:
        low: value that becomes 0, one a band.
        high: value that becomes 255, one a band; greater than ``low``.
    """

    low: tuple[float, ...]
    high: tuple[float, ...]

    def apply(self, pixels: NDArray[np.generic]) -> NDArray[np.uint8]:
        """Stretch pixels (bands, h, w) of any real type to uint8; values that are no number become 0."""
        shape = (-1,) + (1,) * (pixels.ndim - 1)
        # Double precision only where single cannot tell the values apart.
        kind = np.float32 if pixels.dtype.itemsize <= 2 or pixels.dtype == np.float32 else np.float64
        low, high = np.array(self.low).reshape(shape), np.array(self.high).reshape(shape)
        with np.errstate(all="ignore"):  # what stands for nothing may be huge, or no number
            scaled = (pixels.astype(kind) - low.astype(kind)) * (255 / (high - low)).astype(kind)
            stretched: NDArray[np.uint8] = np.nan_to_num(np.rint(scaled), nan=0).clip(0, 255).astype(np.uint8)
        return stretched


def fit_stretch(pixels: NDArray[np.generic], valid: NDArray[np.bool_]) -> Stretch:
    """The stretch from the 2nd to the 98th percentile of each band.

    Args:
        pixels: a sample of the raster, (bands, ...).
        valid: which of them count, (...).
    """
    limits = [_limits(band[valid & np.isfinite(band)]) for band in pixels]
    return Stretch(tuple(low for low, _ in limits), tuple(high for _, high in limits))


def given_stretch(limits: Limits) -> Stretch:
    """The stretch between given values; a band whose two are the same, as of a raster of one value, is parted there."""
    pairs = [_apart(*pair) for pair in limits]
    return Stretch(tuple(low for low, _ in pairs), tuple(high for _, high in pairs))


def _limits(values: NDArray[np.generic]) -> tuple[float, float]:
    if values.size == 0:
        return 0.0, 1.0
    low, high = np.percentile(values.astype(np.float64), PERCENTILES)
    if low == high:  # nearly everything has one value; what differs from it must still show
        low, high = float(values.min()), float(values.max())
    return _apart(float(low), float(high))


def _apart(low: float, high: float) -> tuple[float, float]:
    return low, high if high > low else low + max(1.0, abs(low) * 1e-6)
