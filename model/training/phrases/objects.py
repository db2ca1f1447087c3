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

_MERGED = ("vegetation", "low vegetation")
"""Classes that the instance ids of a source do not tell apart."""

Flags = NDArray[np.bool_]


@dataclass(frozen=True)
class Objects:
    """The n objects of one class that are large enough to count; arrays are in the order of their labels.

    Attributes:
        crop: where they lie.
        name: the class.
        base: mask of the class as labelled: 0, 1, or IGNORE where unknown or too small.
        labels: int32 (size, size), 1..n, 0 for none.
        area: pixels, (n,).
        ids: the source's instance ids, (n,), or None where objects are connected pieces.
    """

    crop: Crop
    name: str
    base: NDArray[np.uint8]
    labels: NDArray[np.int32]
    area: NDArray[np.int64]
    ids: NDArray[np.int64] | None

    def __len__(self) -> int:
        return len(self.area)

    @cached_property
    def boxes(self) -> NDArray[np.int64]:
        """First row, first column, last row + 1, last column + 1 of each object, (n, 4)."""
        slices = ndimage.find_objects(self.labels, len(self))
        return np.array([(r.start, c.start, r.stop, c.stop) for r, c in slices], np.int64).reshape(-1, 4)

    @cached_property
    def cut(self) -> Flags:
        """Which objects the edge of the crop or of the picture's data may cut off, (n,)."""
        size = self.crop.size
        at_edge = (self.boxes[:, :2] == 0).any(axis=1) | (self.boxes[:, 2:] == size).any(axis=1)
        if self.crop.visible_share < 1:
            near = ndimage.binary_dilation(~self.crop.visible, iterations=2)
            at_edge |= np.bincount(self.labels[near], minlength=len(self) + 1)[1:] > 0
        return np.asarray(at_edge, bool)

    @cached_property
    def doubtful(self) -> bool:
        """Whether unlabelled pixels or tiny objects could be more of the class."""
        return bool(np.any((self.base == IGNORE) & self.crop.visible))

    @property
    def boxed(self) -> bool:
        """Whether the labels are boxes, which tell nothing of outline, size and colour."""
        return self.name in self.crop.picture.boxed

    def only(self, yes: Flags, no: Flags) -> bool:
        """Whether exactly one object is meant and nothing is undecided, so that it can be called "the" object."""
        return bool(yes.sum() == 1 and np.all(yes | no) and not self.doubtful)

    @cached_property
    def centres(self) -> NDArray[np.float64]:
        """Row and column of the centroids, in 0..1 of the crop, (n, 2)."""
        size = self.crop.size
        rows, columns = np.divmod(self._pixels, size)
        return np.stack([self._mean(rows), self._mean(columns)], axis=1) / size + 0.5 / size

    @cached_property
    def colours(self) -> NDArray[np.float64]:
        """Mean red, green, blue of each object, 0..255, (n, 3)."""
        colours = self.crop.image.reshape(-1, 3)[self._pixels]
        return np.stack([self._mean(colours[:, band]) for band in range(3)], axis=1)

    def mean(self, values: NDArray[np.generic]) -> NDArray[np.float64]:
        """Mean of a flat value map over each object, (n,)."""
        return self._mean(values[self._pixels])

    @cached_property
    def _pixels(self) -> NDArray[np.intp]:
        """Flat indices of all pixels of objects: most of a crop is none."""
        return np.flatnonzero(self.labels)

    @cached_property
    def _owners(self) -> NDArray[np.int32]:
        """Label of each of ``_pixels``."""
        return self.labels.ravel()[self._pixels]

    def _mean(self, values: NDArray[np.generic]) -> NDArray[np.float64]:
        sums = np.bincount(self._owners, weights=values, minlength=len(self) + 1)[1:]
        return np.asarray(sums / self.area, np.float64)

    @property
    def mask(self) -> NDArray[np.uint8]:
        """Mask of the class, its objects parted."""
        return np.where(self._seams, 0, self.base).astype(np.uint8)

    @cached_property
    def _seams(self) -> Flags:
        """What a mask leaves out of objects that touch; they are measured whole."""
        return np.asarray(self.crop.parted(self.name) != self.crop.answer(self.name), bool)

    def paint(self, chosen: Flags, undecided: Flags) -> NDArray[np.uint8]:
        """Mask of the ``chosen`` objects, parted; ``undecided`` ones and class pixels without an object are ignored.

        Args:
            chosen: (n,).
            undecided: (n,).
        """
        table = np.zeros(len(self) + 1, np.uint8)
        table[1:][chosen] = 1
        table[1:][undecided & ~chosen] = IGNORE
        mask = table[self.labels]
        mask[self._seams] = 0
        mask[(self.base == IGNORE) | ((self.base == 1) & (self.labels == 0))] = IGNORE
        return mask


def find_objects(crop: Crop, name: str) -> Objects:
    """Objects by the source's instance ids where it has them, else by connected pixels.

    Raises:
        KeyError: the picture cannot answer for this class.
    """
    base = crop.answer(name)
    inside = base == 1
    if crop.instances is None or name in _MERGED:
        labels, _ = ndimage.label(inside)
        known = False
    else:
        labels = crop.instances * inside
        known = True
    counts = np.bincount(labels.ravel())
    counts[0] = 0
    ids = np.flatnonzero(counts >= MIN_AREA)
    table = np.zeros(len(counts), np.int32)
    table[ids] = np.arange(1, len(ids) + 1)
    compact = np.take(table, labels)
    if np.any((counts > 0) & (counts < MIN_AREA)):
        base[(labels > 0) & (compact == 0)] = IGNORE
    return Objects(crop, name, base, compact, counts[ids], ids if known else None)
