"""Square cut-outs of a scene around objects, neighbours of a like size in one."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import shapely
from affine import Affine
from numpy.typing import NDArray
from rasterio.windows import Window

from .raster import Scene
from .reader import Validity

SIDES = 2.5
"""Side of a cut-out over the longest side of the largest object in it: the object takes 0.4 of it."""
LEAST_SHARE = 0.25
"""Part of a cut-out's side that an object must take at least to share it with larger ones."""
SMALLEST = 128
"""Pixels of the scene; magnified further, a cut-out shows nothing but the slopes between them."""
MARGIN = 0.05
"""Of a cut-out's side, on each side of the objects that share it."""

_READ_PIXELS = 2**22
"""So many are read at once of a cut-out that is shrunk."""

Boxes = NDArray[np.float64]


@dataclass(frozen=True)
class Cut:
    """A square of whole pixels of a scene, shrunk by a whole number where it is large.

    Attributes:
        left: first column on the scene; may lie outside where the scene is smaller than the square.
        top: first row on the scene, likewise.
        pixels: side of what is looked at, in pixels of its own.
        factor: pixels of the scene along the side of one of those.
        objects: which of the boxes lie in it.
    """

    left: int
    top: int
    pixels: int
    factor: int
    objects: tuple[int, ...]

    @property
    def side(self) -> int:
        """In pixels of the scene."""
        return self.pixels * self.factor

    def seen(self, boxes: Boxes) -> Boxes:
        """Boxes (n, 4) of the scene in pixels of the cut-out."""
        return (boxes - (self.left, self.top, self.left, self.top)) / self.factor

    def transform(self, scene: Scene) -> Affine:
        """From pixels of the cut-out to coordinates."""
        corner: Affine = scene.transform @ Affine.translation(self.left, self.top)
        return corner @ Affine.scale(self.factor)

    def read(self, scene: Scene) -> tuple[NDArray[np.uint8], Validity]:
        """Stretched RGB, uint8 (3, pixels, pixels), and which of the pixels the scene knows, bool (pixels, pixels).

        Raises:
            SceneError: the file is damaged there.
        """
        rows = max(1, _READ_PIXELS // (self.side * self.factor)) if self.factor > 1 else self.pixels
        parts = [self._read(scene, row, min(rows, self.pixels - row)) for row in range(0, self.pixels, rows)]
        return np.concatenate([rgb for rgb, _ in parts], axis=1), np.concatenate([valid for _, valid in parts])

    def _read(self, scene: Scene, row: int, rows: int) -> tuple[NDArray[np.uint8], Validity]:
        window = Window(self.left, self.top + row * self.factor, self.side, rows * self.factor)
        rgb, valid = scene.read(window)
        if self.factor == 1:
            return rgb, valid
        blocks = rows, self.factor, self.pixels, self.factor
        mean = rgb.reshape(3, *blocks).mean(axis=(2, 4), dtype=np.float32)
        return mean.round().astype(np.uint8), valid.reshape(blocks).mean(axis=(1, 3)) >= 0.5


def plan_cuts(boxes: Boxes, width: int, height: int, picture: int) -> list[Cut]:
    """Cut-outs that show every object once, from the top of the scene down.

    Args:
        boxes: left, top, right, bottom of the objects in pixels of the scene, (n, 4), inside it.
        width: of the scene, in pixels.
        height: of the scene, in pixels.
        picture: side of the picture that the network takes; a cut-out has less than twice as many pixels along a side.
    """
    lengths = np.maximum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    own = np.maximum(np.ceil(SIDES * lengths), SMALLEST)
    own = np.minimum(own, np.maximum(np.ceil(lengths), max(width, height)))
    tree = shapely.STRtree(shapely.box(boxes[:, 0], boxes[:, 1], boxes[:, 2], boxes[:, 3]))
    waiting = np.ones(len(boxes), np.bool_)
    cuts = []
    for first in np.argsort(-lengths, kind="stable"):
        if waiting[first]:
            room = (1 - 2 * MARGIN) * own[first]
            near = tree.query(shapely.box(*(boxes[first] + (-room, -room, room, room))))
            alike = near[waiting[near] & (own[near] >= LEAST_SHARE * SIDES * own[first]) & (near != first)]
            objects, around = _filled(boxes, first, alike, room)
            waiting[objects] = False
            cuts.append(_placed(around, int(own[first]), tuple(objects), (width, height), picture))
    return sorted(cuts, key=lambda cut: (cut.top, cut.left))


def _filled(boxes: Boxes, first: int, others: NDArray[np.int64], room: float) -> tuple[list[int], list[float]]:
    """The first object and what fits beside it into a square of this side, the nearest first; and the box of them."""
    middles = (boxes[others, :2] + boxes[others, 2:]) / 2
    distance = np.abs(middles - (boxes[first, :2] + boxes[first, 2:]) / 2).max(axis=1)
    objects, around = [int(first)], boxes[first].tolist()
    for other in others[np.argsort(distance, kind="stable")].tolist():
        joined = _joined(around, boxes[other].tolist())
        if joined[2] - joined[0] <= room and joined[3] - joined[1] <= room:
            objects.append(other)
            around = joined
    return objects, around


def _joined(box: list[float], other: list[float]) -> list[float]:
    return [*map(min, box[:2], other[:2]), *map(max, box[2:], other[2:])]


def _placed(around: Iterable[float], side: int, objects: tuple[int, ...], scene: tuple[int, int], picture: int) -> Cut:
    """A square with a box in its middle, moved into the scene as far as it fits."""
    factor = max(1, side // picture)
    pixels = math.ceil(side / factor)
    left, top, right, bottom = around
    corner = []
    for low, high, length in ((left, right, scene[0]), (top, bottom, scene[1])):
        free = length - pixels * factor
        corner.append(free // 2 if free < 0 else min(max(0, round((low + high - pixels * factor) / 2)), free))
    return Cut(corner[0], corner[1], pixels, factor, objects)
