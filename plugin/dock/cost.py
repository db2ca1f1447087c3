"""What a run will cost, roughly, and how to say it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from ...protocol import Device, Model
from ..quantities import counted, size
from ..translation import tr

MAX_MAGNIFICATION = 2
"""The engine does not magnify a coarse raster further of its own accord."""


@dataclass(frozen=True)
class Size:
    """What a run has to look at.

    Attributes:
        width: of the area on the ground, metres; pixels where the raster has no CRS.
        height: likewise.
        gsd: of the raster itself, metres a pixel; None: it has no pixels or no CRS.
    """

    width: float
    height: float
    gsd: float | None


def working_gsd(size: Size, asked: float | None, learnt: tuple[float, float] | None) -> float | None:
    """Metres a pixel that the engine will work at; None: unknown, or the raster has no CRS."""
    if asked is not None or size.gsd is None:
        return asked
    if learnt is None:
        return size.gsd
    return max(min(max(size.gsd, learnt[0]), learnt[1]), size.gsd / MAX_MAGNIFICATION)


def tiles(size: Size, gsd: float | None, tile: int, overlap: float) -> int:
    """How many tiles cover an area.

    Args:
        size: of the area.
        gsd: metres a pixel to work at; None: its sizes are in pixels already.
        tile: side of a tile in pixels.
        overlap: part of a tile's side that it shares with its neighbour.
    """
    stride = tile - round(tile * overlap)
    count = 1
    for length in (size.width, size.height):
        pixels = length / (gsd or 1.0)
        count *= 1 + max(0, math.ceil((pixels - tile) / stride - 1e-9))
    return count


def memory_text(model: Model, device: Device | None) -> str:
    """Memory that a model needs against what is free."""
    needed = size(model.needed_bytes)
    if device is None:
        return tr("Needs about {} of memory.").format(needed)
    free = size(device.free_bytes)
    if device.free_bytes < model.needed_bytes:
        return tr("Needs about {} of memory, and only {} are free: close other programs first.").format(needed, free)
    return tr("Needs about {} of memory; {} are free.").format(needed, free)


def time_text(count: int, seconds_a_tile: float | None) -> str:
    """How long so many tiles take, from the pace of the last run."""
    if seconds_a_tile is None:
        return tr("1 tile.") if count == 1 else tr("About {} tiles.").format(counted(count))
    duration = duration_text(count * seconds_a_tile)
    if count == 1:
        return tr("1 tile, {}.").format(duration)
    return tr("About {} tiles, {}.").format(counted(count), duration)


def duration_text(seconds: float) -> str:
    """A time to wait, as people say it."""
    if seconds < 1:
        return tr("less than a second")
    if seconds < 100:
        return tr("{} s").format(math.ceil(seconds))
    if seconds < 6000:
        return tr("{} min").format(round(seconds / 60))
    hours, minutes = divmod(round(seconds / 60), 60)
    return tr("{} h {} min").format(hours, minutes)
