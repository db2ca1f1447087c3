"""Tiles read ahead of the network, so that reading and computing overlap in time."""

from __future__ import annotations

from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rasterio.windows import Window

from ..scene.raster import Scene
from ..segmenters.interface import Tiles


@dataclass(frozen=True)
class Batch:
    """Tiles that go through the network together; each holds at least one valid pixel.

    Attributes:
        windows: where they lie in the scene's working grid, in row-major order.
        tiles: uint8 (B, 3, tile, tile).
        valid: bool (B, tile, tile).
        done: how many tiles of the plan lie behind once this batch is through, empty ones included.
    """

    windows: tuple[Window, ...]
    tiles: Tiles
    valid: NDArray[np.bool_]
    done: int


def read_batches(scene: Scene, windows: Sequence[Window], size: int) -> Iterator[Batch]:
    """Batches of up to ``size`` tiles in the windows' order, without those that have no valid pixel."""
    held: list[tuple[Window, NDArray[np.uint8], NDArray[np.bool_]]] = []
    for done, window in enumerate(windows, start=1):
        tile, valid = scene.read(window)
        if valid.any():
            held.append((window, tile, valid))
        if held and (len(held) == size or done == len(windows)):
            places, tiles, masks = zip(*held, strict=True)
            yield Batch(places, np.stack(tiles), np.stack(masks), done)
            held.clear()


def one_ahead(batches: Iterator[Batch]) -> Generator[Batch, None, None]:
    """The same batches, the next one read by a thread while the caller works on this one. Close it when done."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="read") as reader:
        following = reader.submit(next, batches, None)
        while (batch := following.result()) is not None:
            following = reader.submit(next, batches, None)
            yield batch
