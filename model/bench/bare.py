"""What a run is measured against: its network on the same batches, and decoding the same file."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

import rasterio
from rasterio.windows import Window

from ..segmenters.interface import ImageState, PhraseState, Prediction, Segmenter, Tiles

_ROWS = 512


class Recorder:
    """A segmenter that remembers the batches it was given."""

    def __init__(self, segmenter: Segmenter) -> None:
        self._segmenter, self.spec = segmenter, segmenter.spec
        self.unknown_words, self.corrected_words = segmenter.unknown_words, segmenter.corrected_words
        self.encode_phrase = segmenter.encode_phrase
        self.batches: list[Tiles] = []

    def encode_image(self, tiles: Tiles) -> ImageState:
        """As the segmenter does it."""
        self.batches.append(tiles)
        return self._segmenter.encode_image(tiles)

    def decode(self, image: ImageState, phrase: PhraseState) -> Prediction:
        """As the segmenter does it."""
        return self._segmenter.decode(image, phrase)


def network_seconds(segmenter: Segmenter, batches: Sequence[Tiles], phrase: str) -> float:
    """Seconds that the network takes for batches of tiles, and nothing else."""
    clock = time.perf_counter()
    state = segmenter.encode_phrase(phrase)
    for tiles in batches:
        segmenter.decode(segmenter.encode_image(tiles), state).probability.cpu()
    return time.perf_counter() - clock


def decode_seconds(path: Path) -> float:
    """Seconds that it takes to read a file, and do nothing with it."""
    clock = time.perf_counter()
    with rasterio.open(path) as dataset:
        for top in range(0, dataset.height, _ROWS):
            dataset.read(window=Window(0, top, dataset.width, min(_ROWS, dataset.height - top)))
    return time.perf_counter() - clock
