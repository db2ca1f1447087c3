"""Tiles read ahead of the network, so that reading and computing overlap in time."""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Generator, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from ..errors import SceneError
from ..scene.raster import Scene
from ..scene.tiles import TilePlan
from ..segmenters.interface import Tiles

BATCHES_A_BLOCK = 4
"""A block of so many batches of tiles goes through the network alike wherever a run begins, and on whatever machine."""

_TRIES = 3
_PAUSE_SECONDS = 0.2
_PATIENCE_SECONDS = 120.0
"""When nothing could be read for so long, what the scene lies on is gone, and the run ends; it can be resumed."""
_AHEAD = 2


@dataclass(frozen=True)
class Batch:
    """Tiles that go through the network together; each holds at least one valid pixel.

    Attributes:
        numbers: which tiles of the plan they are, rising.
        tiles: uint8 (B, 3, tile, tile).
        valid: bool (B, tile, tile).
        done: how many tiles of the plan lie behind once this batch is through, empty and failed ones included.
        failed: tiles on the way to this batch that could not be read.
    """

    numbers: tuple[int, ...]
    tiles: Tiles
    valid: NDArray[np.bool_]
    done: int
    failed: tuple[int, ...] = ()


@dataclass(frozen=True)
class Answer:
    """What the network found in a batch.

    Attributes:
        numbers: which tiles of the plan, rising.
        values: what each phrase speaks of, uint8 (phrases, B, tile, tile): probability times ``PROBABILITY_SCALE``,
            ``PROBABILITY_NODATA`` where the scene holds nothing.
        presence: of what each phrase speaks of, uint8 (phrases, B), on the same scale; ``PROBABILITY_NODATA`` where
            the network cannot tell.
        done: how many tiles of the plan lie behind, empty and failed ones included.
        failed: tiles that could not be read.
    """

    numbers: tuple[int, ...]
    values: NDArray[np.uint8]
    presence: NDArray[np.uint8]
    done: int
    failed: tuple[int, ...] = ()


class Tiler:
    """Reads the tiles of a plan in batches, without those that hold nothing.

    Args:
        scene: open.
        plan: its tiles.
        size: most tiles of a batch.
        watch: called before and after every block; an exception it raises ends the reading.
    """

    def __init__(self, scene: Scene, plan: TilePlan, size: int, watch: Callable[[], None]) -> None:
        self._scene, self._plan, self._size, self._watch = scene, plan, size, watch
        self._in_vain = 0.0

    def batches(self, first: int = 0, end: int | None = None) -> Iterator[Batch]:
        """Batches in the plan's order from tile ``first`` on, up to before tile ``end``.

        No batch reaches over the end of a block, and beginning where a batch ended gives the batches that followed it:
        so however a run is cut, its tiles go through the network in the same company.

        Raises:
            SceneError: nothing could be read for minutes.
        """
        last = len(self._plan) if end is None else end
        block = self._size * BATCHES_A_BLOCK
        while first < last:
            self._watch()
            stop = min(last, (first // block + 1) * block)
            yield from self._block(first, stop)
            first = stop
        self._watch()

    def _block(self, first: int, stop: int) -> Iterator[Batch]:
        held: list[tuple[int, NDArray[np.uint8], NDArray[np.bool_]]] = []
        failed: list[int] = []
        for number in range(first, stop):
            read = self._read(number)
            if read is None:
                failed.append(number)
            elif read[1].any():
                held.append((number, *read))
            if len(held) == self._size or (number + 1 == stop and (held or failed)):
                yield self._batch(held, number + 1, failed)
                held.clear()
                failed.clear()

    def _batch(
        self, held: list[tuple[int, NDArray[np.uint8], NDArray[np.bool_]]], done: int, failed: list[int]
    ) -> Batch:
        if not held:
            side = int(self._plan[0].width)
            nothing = np.empty((0, 3, side, side), np.uint8)
            return Batch((), nothing, np.empty((0, side, side), np.bool_), done, tuple(failed))
        numbers, tiles, masks = zip(*held, strict=True)
        return Batch(numbers, np.stack(tiles), np.stack(masks), done, tuple(failed))

    def _read(self, number: int) -> tuple[NDArray[np.uint8], NDArray[np.bool_]] | None:
        """A tile, or None if it could not be read however often it was tried."""
        start = time.monotonic()
        for attempt in range(1, _TRIES + 1):
            try:
                read = self._scene.read(self._plan[number])
            except SceneError:
                if attempt < _TRIES:
                    time.sleep(_PAUSE_SECONDS * attempt)
                elif self._in_vain + time.monotonic() - start > _PATIENCE_SECONDS:
                    raise
            else:
                self._in_vain = 0.0
                return read
        self._in_vain += time.monotonic() - start
        return None


def ahead(batches: Iterator[Batch]) -> Generator[Batch, None, None]:
    """The same batches, the next ones read by a thread while the caller works on this one. Close it when done."""
    with ThreadPoolExecutor(max_workers=1, thread_name_prefix="read") as reader:
        following: deque[Future[Batch | None]] = deque(reader.submit(next, batches, None) for _ in range(_AHEAD))
        try:
            while (batch := following.popleft().result()) is not None:
                following.append(reader.submit(next, batches, None))
                yield batch
        finally:
            for waiting in following:
                waiting.cancel()
