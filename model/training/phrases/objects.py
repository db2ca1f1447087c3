"""The objects of one class in a crop, measured."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from scipy import ndimage

from ..crops import Crop
from ..sources.picture import IGNORE

MIN_AREA = 12
"""Smaller objects are not to be told from noise; they are ignored. In pixels of the crop."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Objects:
    """The n objects of one class that are large enough to count; arrays are in the order of their labels.

    Attributes:
        crop: where they lie.
        name: the class.
        base: mask of the class: 0, 1, or IGNORE where unknown or too small.
        labels: int32 (size, size), 1..n, 0 for none.
        area: pixels, (n,).
        boxes: first row, first column, last row + 1, last column + 1, (n, 4).
        ids: the source's instance ids, (n,), or None where objects are connected pieces.
    """

    crop: Crop
    name: str
    base: NDArray[np.uint8]
    labels: NDArray[np.int32]
    area: NDArray[np.int64]
    boxes: NDArray[np.int64]
    ids: NDArray[np.int64] | None

    def __len__(self) -> int:
        return len(self.area)

    @cached_property
    def centres(self) -> NDArray[np.float64]:
        """Row and column of the centroids, in 0..1 of the crop, (n, 2)."""
        size = self.crop.size
        rows, columns = np.divmod(np.arange(size * size), size)
        return np.stack([self.mean(rows), self.mean(columns)], axis=1) / size + 0.5 / size

    @cached_property
    def colours(self) -> NDArray[np.float64]:
        """Mean red, green, blue of each object, 0..255, (n, 3)."""
        return np.stack([self.mean(self.crop.image[..., band].ravel()) for band in range(3)], axis=1)

    def mean(self, values: NDArray[np.generic]) -> NDArray[np.float64]:
        """Mean of a flat value map over each object, (n,)."""
        sums = np.bincount(self.labels.ravel(), weights=values, minlength=len(self) + 1)[1:]
        return np.asarray(sums / self.area, np.float64)

    def paint(self, chosen: Flags, undecided: Flags) -> NDArray[np.uint8]:
        """Mask of the ``chosen`` objects; ``undecided`` ones and class pixels without an object are ignored.

        Args:
            chosen: (n,).
            undecided: (n,).
        """
        table = np.zeros(len(self) + 1, np.uint8)
        table[1:][chosen] = 1
        table[1:][undecided & ~chosen] = IGNORE
        mask = table[self.labels]
        mask[(self.base == IGNORE) | ((self.base == 1) & (self.labels == 0))] = IGNORE
        return mask


def find_objects(crop: Crop, name: str) -> Objects:
    """Objects by the source's instance ids where it has them, else by connected pixels.

    Raises:
        KeyError: the picture cannot answer for this class.
    """
    base = crop.answer(name).copy()
    inside = base == 1
    if crop.instances is None or name in ("vegetation", "low vegetation"):
        labels, _ = ndimage.label(inside)
        known = False
    else:
        labels = np.where(inside, crop.instances, 0).astype(np.int32)
        known = True
    counts = np.bincount(labels.ravel())
    keep = counts >= MIN_AREA
    keep[0] = False
    ids = np.flatnonzero(keep)
    table = np.zeros(len(counts), np.int32)
    table[ids] = np.arange(1, len(ids) + 1)
    small = (counts > 0) & ~keep
    small[0] = False
    base[small[labels]] = IGNORE
    compact = table[labels]
    slices = ndimage.find_objects(compact)
    boxes = np.array([(r.start, c.start, r.stop, c.stop) for r, c in slices], np.int64).reshape(-1, 4)
    return Objects(crop, name, base, compact, counts[ids], boxes, ids if known else None)
