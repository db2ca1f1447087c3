"""The network at work on batches of tiles, whatever memory there is."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from contextlib import closing

import numpy as np
import torch
from numpy.typing import NDArray

from ..errors import ModelError
from ..scene.mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE
from ..segmenters.interface import ImageState, PhraseState, Segmenter, SegmenterSpec, Tiles
from ..segmenters.memory import is_out_of_memory
from .batches import Answer, Batch, Tiler, ahead

_BATCH_PIXELS = 1024 * 1024
"""On a processor tiles of a batch hold about as many pixels as the largest network's one tile: more would only leave
its caches sooner."""
_MOST_TILES = 32
_SHARE_OF_FREE = 0.6
"""Part of a graphics card's free memory that a batch may take."""


def batch_size(segmenter: Segmenter) -> int:
    """How many tiles a batch should have on the segmenter's device: on a graphics card what its free memory holds."""
    spec = segmenter.spec
    if spec.device != "cuda":
        return max(1, _BATCH_PIXELS // spec.tile**2)
    torch.cuda.synchronize()
    before = torch.cuda.memory_allocated()
    torch.cuda.reset_peak_memory_stats()
    answer = segmenter.decode(segmenter.encode_image(_grey(spec)), segmenter.encode_phrase("buildings"))
    answer.probability.cpu()
    a_tile = max(1, torch.cuda.max_memory_allocated() - before)
    free, _ = torch.cuda.mem_get_info()
    return int(min(_MOST_TILES, max(1, free * _SHARE_OF_FREE // a_tile)))


def _grey(spec: SegmenterSpec) -> Tiles:
    return np.full((1, 3, spec.tile, spec.tile), 128, np.uint8)


class Network:
    """A segmenter that answers the phrases of a run; a batch that does not fit into memory is halved.

    Args:
        segmenter: ready on its device.
        phrases: what to look for.
        gated: whether tiles that hardly hold the object count as empty, where the segmenter can tell.
    """

    def __init__(self, segmenter: Segmenter, phrases: Sequence[str], *, gated: bool = True) -> None:
        self._segmenter = segmenter
        self._gate = segmenter.spec.presence_gate if gated else None
        self._phrases = [segmenter.encode_phrase(phrase) for phrase in phrases]
        self._most: int | None = None

    def answers(self, tiler: Tiler, first: int, end: int | None = None) -> Generator[Answer, None, None]:
        """Answers for the tiles from ``first`` to before ``end``, tiles being read meanwhile. Close it when done.

        Raises:
            SceneError: nothing can be read any more.
            ModelError: the network's answer holds no numbers, or not even one tile fits into memory.
        """
        with closing(ahead(tiler.batches(first, end))) as batches:
            for batch in batches:
                yield self._answer(batch)

    def _answer(self, batch: Batch) -> Answer:
        if not batch.numbers:
            side = self._segmenter.spec.tile
            nothing = np.empty((len(self._phrases), 0, side, side), np.uint8)
            return Answer((), nothing, nothing[:, :, 0, 0], batch.done, batch.failed)
        values, presence = self._values(batch.tiles)
        if not batch.valid.all():
            values[:, ~batch.valid] = PROBABILITY_NODATA
        return Answer(batch.numbers, values, presence, batch.done, batch.failed)

    def _values(self, tiles: Tiles) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        """Probability and presence of each phrase as bytes, (phrases, B, tile, tile) and (phrases, B)."""
        if self._most is not None and len(tiles) > self._most:
            return self._halved(tiles)
        try:
            image = self._segmenter.encode_image(tiles)
            found = [self._bytes(image, phrase) for phrase in self._phrases]
            if len(found) == 1:
                return found[0][0][None], found[0][1][None]
            return np.stack([values for values, _ in found]), np.stack([presence for _, presence in found])
        except (RuntimeError, MemoryError) as error:
            if not is_out_of_memory(error):
                raise
            if len(tiles) == 1:
                raise ModelError(
                    "The device has too little free memory for a single tile: close other programs, choose the device "
                    "cpu or a smaller model, and run again."
                ) from error
        self._most = len(tiles) // 2
        if torch.cuda.is_available():
            torch.cuda.empty_cache()
        return self._halved(tiles)

    def _halved(self, tiles: Tiles) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        middle = len(tiles) // 2
        halves = self._values(tiles[:middle]), self._values(tiles[middle:])
        values, presence = (np.concatenate(parts, axis=1) for parts in zip(*halves, strict=True))
        return values, presence

    def _bytes(self, image: ImageState, phrase: PhraseState) -> tuple[NDArray[np.uint8], NDArray[np.uint8]]:
        answer = self._segmenter.decode(image, phrase)
        presence = answer.presence.numpy(force=True)
        _check(presence)
        values = _levels(answer.probability.numpy(force=True))
        if self._gate is not None:
            # Every network marks something even where nothing is.
            values[presence < self._gate] = 0
        if self._segmenter.spec.presence_gate is None:
            return values, np.full(len(presence), PROBABILITY_NODATA, np.uint8)
        return values, np.rint(presence * PROBABILITY_SCALE).astype(np.uint8)


def _levels(probability: NDArray[np.float32]) -> NDArray[np.uint8]:
    """Probability (B, tile, tile) as bytes.

    In numpy, because waking torch's threads takes longer than the arithmetic, and tile by tile, because what lies
    between the steps then stays in the processor's cache.
    """
    values, levels = np.empty(probability.shape, np.uint8), np.empty(probability.shape[1:], np.float32)
    for tile, place in zip(probability, values, strict=True):
        np.multiply(tile, np.float32(PROBABILITY_SCALE), out=levels)
        _check(levels)
        place[...] = np.rint(levels, out=levels)
    return values


def _check(numbers: NDArray[np.float32]) -> None:
    if not np.isfinite(numbers.sum()):
        raise ModelError("The network's answer holds values that are no numbers: run it on another device.")
