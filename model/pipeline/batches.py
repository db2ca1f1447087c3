"""Tiles read ahead of the network, so that reading and computing overlap in time."""

from __future__ import annotations

from collections.abc import Generator, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from ..segmenters.interface import Tiles


@dataclass(frozen=True)
class Batch:
    """Tiles that go through the network together; each holds at least one valid pixel.

    Attributes:
        numbers: which tiles of the plan they are, rising.
        tiles: uint8 (B, 3, tile, tile).
        valid: bool (B, tile, tile).
        done: how many tiles of the plan lie behind once this batch is through, empty ones included.
    """

    numbers: tuple[int, ...]
    tiles: Tiles
    valid: NDArray[np.bool_]
    done: int


@dataclass(frozen=True)
class Answer:
    """What the network found in a batch.

    Attributes:
        numbers: which tiles of the plan, rising.
        probability: that a pixel belongs to what each phrase speaks of, float32 (phrases, B, tile, tile).
        valid: bool (B, tile, tile).
        done: how many tiles of the plan lie behind, empty ones included.
    """

    numbers: tuple[int, ...]
    probability: NDArray[np.float32]
    valid: NDArray[np.bool_]
    done: int


def read_batches(scene: Scene, plan: TilePlan, size: int, first: int = 0) -> Iterator[Batch]:
    """Batches of up to ``size`` tiles in the plan's order from tile ``first`` on, without those without valid pixels.

    Beginning where a batch ended gives the batches that followed it: together they go through the network alike.
    """
    held: list[tuple[int, NDArray[np.uint8], NDArray[np.bool_]]] = []
    for number in range(first, len(plan)):
        tile, valid = scene.read(plan[number])
        if valid.any():
            held.append((number, tile, valid))
        if held and (len(held) == size or number + 1 == len(plan)):
            numbers, tiles, masks = zip(*held, strict=True)
            yield Batch(numbers, np.stack(tiles), np.stack(masks), number + 1)
            held.clear()


def one_ahead(batches: Iterator[Batch]) -> Generator[Batch, None, None]:
    """The same batches, the next one read by a thread while the caller works on this one. Close it when done."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="read") as reader:
        following = reader.submit(next, batches, None)
        while (batch := following.result()) is not None:
            following = reader.submit(next, batches, None)
            yield batch
