"""What every referring-segmentation system looks like to the rest of Phrasegon."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Protocol, runtime_checkable

import numpy as np
import torch
from numpy.typing import NDArray

Tiles = NDArray[np.uint8]
"""A batch of stretched RGB tiles, (B, 3, h, w), 0..255."""

ImageState = Any
PhraseState = Any


@dataclass(frozen=True)
class Features:
    """What a network keeps of a batch of tiles, whatever the phrase is.

    Attributes:
        maps: by name, the batch first in each: (B, ...).
        size: height and width of the tiles in pixels.
    """

    maps: Mapping[str, torch.Tensor]
    size: tuple[int, int]


@dataclass(frozen=True)
class SegmenterSpec:
    """What a user and the pipeline need to know of a system before it runs.

    Attributes:
        name: the catalogue's name, such as ``rs2sam2-nano``.
        tile: side of the square tile the network takes, in pixels.
        gsd_range: finest and coarsest ground sample distance it was trained for, in metres a pixel.
        licence: licence of the weights, as their source states it.
        source: where the weights come from.
        weights_sha256: hash of the weight file that was loaded.
        caches_image: whether ``encode_image`` does work that a second phrase can reuse; it gives ``Features`` then.
        device: what it runs on: ``cpu``, ``cuda`` or ``mps``.
        precision: of its arithmetic: ``float32``, ``bfloat16`` or ``float16``.
        presence_gate: presence below which a tile counts as empty, 0..1; None: nothing is known of how far its presence
            can be trusted, and every tile counts.
    """

    name: str
    tile: int
    gsd_range: tuple[float, float]
    licence: str
    source: str
    weights_sha256: str
    caches_image: bool
    device: str = "cpu"
    precision: str = "float32"
    presence_gate: float | None = None


@dataclass(frozen=True)
class Prediction:
    """Answer for a batch of tiles.

    Attributes:
        probability: foreground probability, float32 (B, h, w), 0..1; 0.5 is the system's own decision level.
        presence: probability that the phrase's object is in the tile at all, float32 (B,), 0..1.
    """

    probability: torch.Tensor
    presence: torch.Tensor


class Segmenter(Protocol):
    """A network with its tokenizer and preprocessing, ready on a device."""

    spec: SegmenterSpec

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """Words of the phrase that the system has never learnt, in the order they stand."""
        ...

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        """Mistyped words of the phrase, each with the word that the system reads it as."""
        ...

    def encode_image(self, tiles: Tiles) -> ImageState:
        """Everything about the tiles that does not depend on the phrase."""
        ...

    def encode_phrase(self, phrase: str) -> PhraseState:
        """Everything about the phrase that does not depend on a tile; once a run."""
        ...

    def decode(self, image: ImageState, phrase: PhraseState) -> Prediction:
        """Probability of each pixel and presence of the object in each tile."""
        ...


@runtime_checkable
class BoxFinder(Segmenter, Protocol):
    """A segmenter that finds boxes first."""

    def choosing(self, least_score: float) -> Segmenter:
        """The same one, which takes all boxes of a tile of at least this score, 0..1, in place of the best one."""
        ...
