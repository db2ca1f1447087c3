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
    """

    def __init__(self, segmenter: Segmenter, phrases: Sequence[str]) -> None:
        self._segmenter = segmenter
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
            return Answer((), np.empty((len(self._phrases), 0, side, side), np.uint8), batch.done, batch.failed)
        values = self._values(batch.tiles)
        if not batch.valid.all():
            values[:, ~batch.valid] = PROBABILITY_NODATA
        return Answer(batch.numbers, values, batch.done, batch.failed)

    def _values(self, tiles: Tiles) -> NDArray[np.uint8]:
        """Probability of each phrase as bytes, (phrases, B, tile, tile)."""
        if self._most is not None and len(tiles) > self._most:
            return self._halved(tiles)
        try:
            image = self._segmenter.encode_image(tiles)
            found = [self._bytes(image, phrase) for phrase in self._phrases]
            return found[0][None] if len(found) == 1 else np.stack(found)
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

    def _halved(self, tiles: Tiles) -> NDArray[np.uint8]:
        middle = len(tiles) // 2
        return np.concatenate([self._values(tiles[:middle]), self._values(tiles[middle:])], axis=1)

    def _bytes(self, image: ImageState, phrase: PhraseState) -> NDArray[np.uint8]:
        answer = self._segmenter.decode(image, phrase)
        # Every network marks something even where nothing is: what it finds counts as far as the object is there.
        # In numpy, because waking torch's threads takes longer than the arithmetic.
        scale = answer.presence.numpy(force=True) * np.float32(PROBABILITY_SCALE)
        levels = answer.probability.numpy(force=True) * scale[:, None, None]
        if not np.isfinite(levels.sum()):
            raise ModelError("The network's answer holds values that are no numbers: run it on another device.")
        return np.rint(levels, out=levels).astype(np.uint8)
