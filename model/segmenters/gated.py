"""A segmenter that always answers, and a CLIP network that says whether there is anything to answer."""

from __future__ import annotations

from dataclasses import dataclass, replace

import torch
from torch import Tensor

from ..weights.catalogue import Calibration, Model
from ..weights.store import missing
from .clip import ClipScorer, load_clip
from .interface import Features, ImageState, PhraseState, Prediction, Segmenter, Tiles

SEEN = "clip"
"""What the CLIP network saw, among the features of a tile."""


@dataclass(frozen=True)
class Looked:
    """The image state of a segmenter without features, and what the CLIP network saw."""

    image: ImageState
    seen: Tensor


class ClipGatedSegmenter:
    """Another segmenter, whose presence comes from a CLIP network.

    Args:
        segmenter: answers phrases.
        scorer: tells how well a tile and a phrase go together.
        calibration: turns that into a probability, and says which tiles count.
    """

    def __init__(self, segmenter: Segmenter, scorer: ClipScorer, calibration: Calibration) -> None:
        self.spec = replace(segmenter.spec, presence_gate=calibration.presence_gate)
        self._segmenter, self._scorer, self._calibration = segmenter, scorer, calibration

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """As of the other segmenter."""
        return self._segmenter.unknown_words(phrase)

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        """As of the other segmenter."""
        return self._segmenter.corrected_words(phrase)

    def encode_image(self, tiles: Tiles) -> Features | Looked:
        """What both networks make of the tiles."""
        image, seen = self._segmenter.encode_image(tiles), self._scorer.see(tiles)
        return Features({**image.maps, SEEN: seen}, image.size) if isinstance(image, Features) else Looked(image, seen)

    def encode_phrase(self, phrase: str) -> tuple[PhraseState, Tensor]:
        """What both networks make of the phrase."""
        return self._segmenter.encode_phrase(phrase), self._scorer.read(phrase)

    def decode(self, image: Features | Looked, phrase: tuple[PhraseState, Tensor]) -> Prediction:
        """The other segmenter's probability, and presence by the CLIP network."""
        words, read = phrase
        if isinstance(image, Features):
            maps = {name: values for name, values in image.maps.items() if name != SEEN}
            found, seen = self._segmenter.decode(Features(maps, image.size), words), image.maps[SEEN]
        else:
            found, seen = self._segmenter.decode(image.image, words), image.seen
        level = self._calibration
        presence = level.presence_slope * (self._scorer.score(seen, read) - level.presence_level)
        return Prediction(found.probability, presence.sigmoid().cpu())


def with_gate(
    segmenter: Segmenter, model: Model, calibration: Calibration | None, device: torch.device, dtype: torch.dtype
) -> Segmenter:
    """The segmenter with the gate that its model has in the catalogue, where that is installed and calibrated."""
    if model.gate is None or calibration is None or missing(model.gate):
        return segmenter
    return ClipGatedSegmenter(segmenter, load_clip(model.gate, device=device, dtype=dtype), calibration)
