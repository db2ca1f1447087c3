"""A labelled picture and its pyramid of coarser levels."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import reduce

import numpy as np
from numpy.typing import NDArray

CLASSES = (
    "building",
    "built-up area",
    "road",
    "water",
    "bare land",
    "vegetation",
    "low vegetation",
    "tree",
    "swimming pool",
    "field",
    "car",
    "storage tank",
    "tennis court",
)
IGNORE = 255
"""In a mask: this pixel has no known answer."""
UNKNOWN = 255
"""In a code map: nobody labelled this pixel."""
NO_DATA = 254
"""In a code map: the picture shows nothing here."""

_SEEDS = 256

Legend = NDArray[np.uint8]
"""(256,) lookup from label code to 0 background, 1 the class, IGNORE."""


@dataclass(frozen=True)
class Level:
    """One level of the pyramid: image (h, w, 3), codes (h, w), instance ids (h, w) with 0 for none."""

    image: NDArray[np.uint8]
    codes: NDArray[np.uint8]
    instances: NDArray[np.uint16] | None

    def halved(self) -> Level:
        """The next coarser level: mean of the colours, every second label."""
        h, w = (n // 2 * 2 for n in self.codes.shape)
        total = np.full((h // 2, w // 2, 3), 2, np.uint16)
        for row, column in np.ndindex(2, 2):
            total += self.image[row:h:2, column:w:2]
        instances = None if self.instances is None else np.ascontiguousarray(self.instances[1:h:2, 1:w:2])
        return Level((total >> 2).astype(np.uint8), np.ascontiguousarray(self.codes[1:h:2, 1:w:2]), instances)


@dataclass(frozen=True)
class Picture:
    """An image with what is known about its pixels.

    Attributes:
        source: the data set, such as ``oam_buildings``.
        place: the ground it shows; pictures of one place are never in two splits.
        levels: the pyramid, native level first, each half the size of the one before.
        gsd: metres a pixel of the native level.
        gsd_range: finest and coarsest working GSD to train at, in metres a pixel.
        legends: for each class that the picture can answer for, the meaning of the label codes.
        exhaustive: classes of which no unlabelled object is to be expected, so that absence can be told.
        attributes: tags of an instance, such as ``roof:material=tin``, by instance id.
        boxed: classes of which the labels are bounding boxes, not outlines.
        seeds: for each class that occurs, up to 256 native pixels (row, column) of it, half of them on its edge.
    """

    source: str
    place: str
    levels: tuple[Level, ...]
    gsd: float
    gsd_range: tuple[float, float]
    legends: Mapping[str, Legend]
    exhaustive: frozenset[str]
    attributes: Mapping[int, frozenset[str]]
    boxed: frozenset[str]
    seeds: Mapping[str, NDArray[np.int32]]

    @property
    def shape(self) -> tuple[int, int]:
        """Height and width of the native level, in pixels."""
        h, w = self.levels[0].codes.shape
        return h, w

    def outlines(self, name: str) -> bool:
        """Whether the labels tell the class pixel by pixel, not by boxes alone."""
        return name in self.legends and name not in self.boxed


def legend(positive: tuple[int, ...], unknown: tuple[int, ...] = (), unlabelled: int = IGNORE) -> Legend:
    """Lookup in which ``positive`` codes are the class and ``unknown`` codes have no answer."""
    table = np.zeros(256, np.uint8)
    table[[UNKNOWN, NO_DATA]] = (unlabelled, IGNORE)
    table[list(unknown)] = IGNORE
    table[list(positive)] = 1
    return table


def make_picture(
    *,
    source: str,
    place: str,
    image: NDArray[np.uint8],
    codes: NDArray[np.uint8],
    gsd: float,
    gsd_range: tuple[float, float],
    legends: Mapping[str, Legend],
    exhaustive: frozenset[str],
    instances: NDArray[np.uint16] | None = None,
    attributes: Mapping[int, frozenset[str]] | None = None,
    boxed: frozenset[str] = frozenset(),
) -> Picture:
    """Build the pyramid down to the coarsest working GSD and the seeds of each class."""
    steps = max(0, int(np.log2(gsd_range[1] / gsd)))
    levels = reduce(lambda made, _: [*made, made[-1].halved()], range(steps), [Level(image, codes, instances)])
    rng = np.random.default_rng(codes.size)
    positive = {name: table == 1 for name, table in legends.items() if (table == 1).any()}
    answers = {name: np.take(table, codes) for name, table in positive.items()}
    seeds = {name: _seeds(mask, rng) for name, mask in answers.items() if mask.any()}
    tags = dict(attributes or {})
    return Picture(source, place, tuple(levels), gsd, gsd_range, dict(legends), exhaustive, tags, boxed, seeds)


def _seeds(mask: NDArray[np.bool_], rng: np.random.Generator) -> NDArray[np.int32]:
    edge = mask.copy()
    edge[1:-1, 1:-1] &= ~(mask[:-2, 1:-1] & mask[2:, 1:-1] & mask[1:-1, :-2] & mask[1:-1, 2:])
    inside, border = np.flatnonzero(mask), np.flatnonzero(edge)
    chosen = np.concatenate([rng.choice(pixels, min(len(pixels), _SEEDS // 2)) for pixels in (inside, border)])
    return np.stack(np.unravel_index(chosen, mask.shape), axis=1).astype(np.int32)
