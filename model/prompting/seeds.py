"""What a mask leaves open for its boundary to move: a band along its outline."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage
from skimage.morphology import disk

MIN_SURE = 16
"""Pixels of the object that must be left when the band is taken off."""


@dataclass(frozen=True)
class Seeds:
    """What is certain about the pixels of a window, bool (h, w) each.

    Attributes:
        foreground: certainly the object.
        background: certainly not the object.
    """

    foreground: NDArray[np.bool_]
    background: NDArray[np.bool_]


def seeds_of(mask: NDArray[np.bool_], radius: int) -> Seeds | None:
    """The mask without a band of ``radius`` pixels along its outline, and what lies beyond such a band.

    Returns:
        None where one of the two would be empty.
    """
    disc = disk(radius)
    # Where the window ends the object may go on.
    sure = np.asarray(ndimage.binary_erosion(mask, disc, border_value=1), np.bool_)
    if np.count_nonzero(sure) < MIN_SURE:
        depth = ndimage.distance_transform_edt(mask)
        sure = np.asarray(depth > depth.max() / 2, np.bool_)
    beyond = ~np.asarray(ndimage.binary_dilation(mask, disc), np.bool_)
    return Seeds(sure, beyond) if sure.any() and beyond.any() else None
