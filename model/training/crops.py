"""Cutting a square crop at a working GSD out of a picture."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage

from .sources.picture import NO_DATA, Level, Picture

PARTED = frozenset({"building"})
"""Classes whose objects share walls and are to be told apart all the same."""
SEAM = 5
"""Width in pixels that a mask leaves free between two such objects; the network's own masks have cells of four."""


@dataclass(frozen=True)
class Turn:
    """One of the eight flips and quarter turns of a square."""

    quarters: int = 0
    flipped: bool = False

    def __call__(self, array: NDArray[Any]) -> NDArray[Any]:
        """The array turned in its first two axes."""
        rotated = np.rot90(array, self.quarters)
        return np.ascontiguousarray(rotated[:, ::-1] if self.flipped else rotated)


@dataclass(frozen=True)
class Crop:
    """A square piece of a picture with its labels at the same size.

    Attributes:
        picture: where it was cut from.
        codes: label codes, uint8 (size, size); see the picture's legends.
        instances: instance ids, uint16 (size, size), 0 for none; None if the source has no instances.
        gsd: metres a pixel.
        render: makes the image; called once, when the image is asked for.
    """

    picture: Picture
    codes: NDArray[np.uint8]
    instances: NDArray[np.uint16] | None
    gsd: float
    render: Callable[[], NDArray[np.uint8]]

    @cached_property
    def image(self) -> NDArray[np.uint8]:
        """Colours, uint8 (size, size, 3), black where the picture shows nothing."""
        return self.render()

    @property
    def size(self) -> int:
        """Side in pixels."""
        return len(self.codes)

    @cached_property
    def visible(self) -> NDArray[np.bool_]:
        """Where the picture shows anything, (size, size)."""
        return np.not_equal(self.codes, NO_DATA)

    @cached_property
    def visible_share(self) -> float:
        """Share of the crop where the picture shows anything, 0..1."""
        return float(np.count_nonzero(self.visible)) / self.codes.size

    def answer(self, name: str) -> NDArray[np.uint8]:
        """Mask of a class as labelled: 0, 1 or 255 for ignore.

        Raises:
            KeyError: the picture cannot answer for this class.
        """
        return np.take(self.picture.legends[name], self.codes)

    def parted(self, name: str) -> NDArray[np.uint8]:
        """``answer``, but 0 along the seams between objects of ``PARTED`` classes.

        Raises:
            KeyError: the picture cannot answer for this class.
        """
        mask = self.answer(name)
        if name in PARTED and self.instances is not None:
            mask[seams(self.instances * (mask == 1))] = 0
        return mask

    def lacks(self, name: str) -> bool:
        """Whether the class is known not to occur anywhere in the crop."""
        if name not in self.picture.exhaustive:
            return False
        counts = np.bincount(self.codes.ravel(), minlength=256)
        counts[NO_DATA] = 0
        return not np.any(counts[self.picture.legends[name] > 0])


def seams(instances: NDArray[np.uint16]) -> NDArray[np.bool_]:
    """Where an object lies within half of ``SEAM`` of another one; instance ids (h, w), 0 for none."""
    highest = ndimage.maximum_filter(instances, SEAM)
    # Of the objects around a pixel the one with the lowest id: no object counts as the highest.
    lowest = ndimage.minimum_filter(instances - np.uint16(1), SEAM) + np.uint16(1)
    return np.asarray((instances > 0) & (highest != lowest), bool)


def cut(picture: Picture, centre: tuple[float, float], gsd: float, size: int, turn: Turn = Turn()) -> Crop:
    """Cut ``size`` x ``size`` pixels of ``gsd`` metres around ``centre`` (row, column in native pixels).

    The window is pushed inside the picture where it fits; outside the picture there is no data.

    Args:
        picture: where to cut.
        centre: wanted middle, row and column in native pixels.
        gsd: metres a pixel of the crop.
        size: side of the crop in pixels.
        turn: flip and quarter turns of the crop.
    """
    ratio = gsd / picture.gsd
    number = min(len(picture.levels) - 1, max(0, int(np.log2(ratio * 1.001))))
    level = picture.levels[number]
    step = ratio / 2**number
    top = _origin(centre[0] / 2**number, size * step, level.codes.shape[0])
    left = _origin(centre[1] / 2**number, size * step, level.codes.shape[1])
    # Labels are those of the pixel that holds the middle of the crop's pixel.
    rows = np.floor(top + (np.arange(size) + 0.5) * step).astype(np.intp)
    columns = np.floor(left + (np.arange(size) + 0.5) * step).astype(np.intp)
    codes = _look_up(level.codes, rows, columns, NO_DATA)
    instances = None if level.instances is None else turn(_look_up(level.instances, rows, columns, 0))
    return Crop(picture, turn(codes), instances, gsd, lambda: turn(_resample(level, (top, left), size * step, size)))


def oblique(crop: Crop, degrees: float, size: int) -> Crop:
    """The middle of a crop turned by any angle: no place's streets run in every direction.

    Args:
        crop: of :func:`oblique_side` pixels a side, or more.
        degrees: counterclockwise.
        size: side of what is cut out, in pixels.
    """
    margin = (crop.size - size) // 2
    inside = np.s_[margin : margin + size, margin : margin + size]

    def turned(array: NDArray[Any], how: Image.Resampling, outside: int) -> NDArray[Any]:
        found = Image.fromarray(array).rotate(degrees, how, fillcolor=outside)
        return np.asarray(found)[inside].copy()

    codes = turned(crop.codes, Image.Resampling.NEAREST, NO_DATA)
    instances = None
    if crop.instances is not None:
        # Pillow turns no picture of 16 bits.
        instances = turned(crop.instances.astype(np.int32), Image.Resampling.NEAREST, 0).astype(np.uint16)

    def render() -> NDArray[np.uint8]:
        image = turned(crop.image, Image.Resampling.BILINEAR, 0)
        image[codes == NO_DATA] = 0
        return image

    return Crop(crop.picture, codes, instances, crop.gsd, render)


def oblique_side(size: int, degrees: float) -> int:
    """Side in pixels of the upright square that holds one of ``size`` turned by an angle, both about one middle."""
    angle = np.radians(degrees)
    side = int(np.ceil(size * (abs(np.cos(angle)) + abs(np.sin(angle)))))
    return side + (side - size) % 2


def _look_up(labels: NDArray[Any], rows: NDArray[np.intp], columns: NDArray[np.intp], outside: int) -> NDArray[Any]:
    h, w = labels.shape
    found: NDArray[Any] = labels[max(rows[0], 0) : rows[-1] + 1, max(columns[0], 0) : columns[-1] + 1]
    found = found.take((rows - max(rows[0], 0)).clip(0, len(found) - 1), axis=0)
    found = found.take((columns - max(columns[0], 0)).clip(0, found.shape[1] - 1), axis=1)
    found[(rows < 0) | (rows >= h)] = outside
    found[:, (columns < 0) | (columns >= w)] = outside
    return found


def _origin(middle: float, side: float, length: int) -> float:
    if side >= length:
        return (length - side) / 2
    return float(np.clip(middle - side / 2, 0, length - side))


def _resample(level: Level, at: tuple[float, float], side: float, size: int) -> NDArray[np.uint8]:
    h, w = level.codes.shape
    first = [int(np.floor(start)) for start in at]
    last = [int(np.ceil(start + side)) for start in at]
    piece = level.image[max(first[0], 0) : last[0], max(first[1], 0) : last[1]]
    around = [(max(-first[0], 0), max(last[0] - h, 0)), (max(-first[1], 0), max(last[1] - w, 0)), (0, 0)]
    if any(map(any, around)):
        piece = np.pad(piece, around)
    top, left = at[0] - first[0], at[1] - first[1]
    picture = Image.fromarray(np.ascontiguousarray(piece))
    box = (left, top, left + side, top + side)
    return np.asarray(picture.resize((size, size), Image.Resampling.BILINEAR, box=box))
