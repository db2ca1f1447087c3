"""A segmenter that computes the features of a tile once, however many phrases and runs ask for them."""

from __future__ import annotations

import hashlib
from dataclasses import replace

import torch

from .interface import Features, PhraseState, Prediction, Segmenter, SegmenterSpec, Tiles
from .kept import FeatureStore, Maps


class KeepingSegmenter:
    """Another segmenter, whose features are looked up first.

    Features are told apart by the tile's own pixels, which are what scene, window, stretch and ground sample distance
    make of them, and by the weights, the device and its precision. They are rounded to half precision when they are
    kept, so an answer has the same bytes whether its features were kept or are new. The tiles of a batch are computed
    together unless all are kept, because some devices round differently in another company.

    Args:
        segmenter: its ``encode_image`` gives ``Features``.
        store: where they are kept.
    """

    def __init__(self, segmenter: Segmenter, store: FeatureStore) -> None:
        self._segmenter, self._store = segmenter, store
        self.spec = keeping_spec(segmenter.spec)
        about = (segmenter.spec.weights_sha256, segmenter.spec.device, segmenter.spec.precision)
        self._about = "|".join(about).encode()
        self._seen: set[str] = set()

    def unknown_words(self, phrase: str) -> tuple[str, ...]:
        """As of the other segmenter."""
        return self._segmenter.unknown_words(phrase)

    def corrected_words(self, phrase: str) -> tuple[tuple[str, str], ...]:
        """As of the other segmenter."""
        return self._segmenter.corrected_words(phrase)

    def encode_image(self, tiles: Tiles) -> Features:
        """The features of the tiles, kept or new."""
        keys = [hashlib.sha256(self._about + tile.tobytes()).hexdigest() for tile in tiles]
        self._seen.update(keys)
        kept = [self._store.load(key) for key in keys]
        known = [maps for maps in kept if maps is not None]
        if len(known) < len(keys):
            known = self._compute(tiles, keys)
        together = {name: torch.stack([maps[name] for maps in known]).to(self.spec.device) for name in known[0]}
        return Features(together, (tiles.shape[2], tiles.shape[3]))

    def encode_phrase(self, phrase: str) -> PhraseState:
        """As of the other segmenter."""
        return self._segmenter.encode_phrase(phrase)

    def decode(self, image: Features, phrase: PhraseState) -> Prediction:
        """As of the other segmenter."""
        return self._segmenter.decode(image, phrase)

    def remember(self, scene: str, tiles: int) -> None:
        """Note that the tiles since the last call are those of a scene; see ``FeatureStore.remember``."""
        self._store.remember(scene, self._seen, tiles)
        self._seen = set()

    def prepared(self, scene: str) -> float:
        """Part of a scene's tiles whose features are kept, 0..1."""
        return self._store.prepared(scene)

    def _compute(self, tiles: Tiles, keys: list[str]) -> list[Maps]:
        features: Features = self._segmenter.encode_image(tiles)
        return [
            self._store.keep(key, {name: values[number] for name, values in features.maps.items()})
            for number, key in enumerate(keys)
        ]


def keeping_spec(spec: SegmenterSpec) -> SegmenterSpec:
    """What is told of a segmenter once its features are kept."""
    return replace(spec, precision=f"{spec.precision}, features kept in half precision")
