"""Examples of a crop, a phrase and its mask, drawn at random for training or listed for validation."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .crops import Crop, cut, recoloured, turned
from .phrases import Kind, Phrase, absent_phrase, corpus, present_phrase
from .sources import IGNORE, Picture, Split, load_pictures
from .validation import validation_phrases

__all__ = ["IGNORE", "CLASS_SHARES", "Example", "PhraseDataset", "corpus"]

CLASS_SHARES = {
    "building": 0.37,
    "road": 0.10,
    "tree": 0.10,
    "vegetation": 0.08,
    "water": 0.08,
    "swimming pool": 0.08,
    "bare land": 0.07,
    "field": 0.07,
    "low vegetation": 0.03,
    "built-up area": 0.02,
}
"""How often each class is asked for."""

ABSENT_SHARE = 0.23
"""How often the phrase is true of nothing in the crop."""

_VISIBLE = 0.4
"""Least share of a crop that must show something."""


@dataclass(frozen=True)
class Example:
    """One crop with one phrase.

    Attributes:
        image: uint8 (3, size, size).
        phrase: lower case.
        mask: uint8 (size, size): 0 background, 1 object, 255 ignore.
        present: whether anything in the crop is meant; if not, the mask holds no 1.
        kind: what the phrase goes by.
        target: the class asked for.
        source: the data set.
        gsd: metres a pixel of this crop.
    """

    image: NDArray[np.uint8]
    phrase: str
    mask: NDArray[np.uint8]
    present: bool
    kind: Kind
    target: str
    source: str
    gsd: float


class PhraseDataset:
    """The pictures of one split in memory, and the examples they give.

    Args:
        root: the data folder that holds ``train/``.
        split: ``train`` or ``val``; the two share no ground.
        size: side of the crops in pixels.

    Raises:
        FileNotFoundError: a source's folder is missing.
    """

    def __init__(self, root: Path, split: Split, size: int) -> None:
        self.size = size
        self.pictures = load_pictures(root, split)
        self._holding = {name: _Lot([p for p in self.pictures if name in p.seeds]) for name in CLASS_SHARES}
        self._answering = {name: _Lot([p for p in self.pictures if name in p.exhaustive]) for name in CLASS_SHARES}

    def draw(self, rng: np.random.Generator, phrases: int = 1) -> list[Example]:
        """One random crop, turned and recoloured, with ``phrases`` phrases about it."""
        asked: list[Phrase] = []
        while not asked:
            name, absent = _draw_class(rng), bool(rng.random() < ABSENT_SHARE)
            crop = self._crop(name, absent, rng)
            if crop is not None:
                asked = self._ask(crop, name, absent, phrases, rng)
        image = np.ascontiguousarray(np.moveaxis(recoloured(crop.image, rng), 2, 0))
        return [_example(crop, image, phrase) for phrase in asked]

    def validation(self) -> Iterator[Example]:
        """Fixed examples without augmentation: class phrases on every crop, and a sample of the other kinds."""
        for crop, phrase in validation_phrases(self.pictures, self.size):
            yield _example(crop, np.ascontiguousarray(np.moveaxis(crop.image, 2, 0)), phrase)

    def _crop(self, name: str, absent: bool, rng: np.random.Generator) -> Crop | None:
        lot = self._answering[name] if absent and rng.random() < 0.9 else self._holding[name]
        picture = lot.draw(rng)
        if picture is None:
            return None
        if absent or rng.random() < 0.1:
            centre = rng.random(2) * picture.shape
        else:
            seeds = picture.seeds[name]
            centre = seeds[rng.integers(len(seeds))].astype(float)
        gsd = _draw_gsd(picture, self.size, rng)
        centre = centre + rng.uniform(-0.4, 0.4, 2) * self.size * gsd / picture.gsd
        crop = cut(picture, (float(centre[0]), float(centre[1])), gsd, self.size)
        return turned(crop, rng) if crop.visible_share >= _VISIBLE else None

    def _ask(self, crop: Crop, name: str, absent: bool, count: int, rng: np.random.Generator) -> list[Phrase]:
        """``count`` phrases, the first about the class wanted; none if that cannot be asked here."""
        first = absent_phrase(crop, name, rng) if absent else present_phrase(crop, name, rng)
        if first is None:
            return []
        asked = [first]
        names = [other for other in crop.picture.legends if other in CLASS_SHARES]
        for _ in range(20 * count):
            if len(asked) >= count:
                break
            other = names[int(rng.integers(len(names)))]
            make = absent_phrase if rng.random() < ABSENT_SHARE else present_phrase
            phrase = make(crop, other, rng)
            if phrase is not None and all(phrase.text != made.text for made in asked):
                asked.append(phrase)
        return asked + [asked[0]] * (count - len(asked))


class _Lot:
    """Pictures to draw from: sources alike, and within one by the ground they show."""

    def __init__(self, pictures: list[Picture]) -> None:
        self._pictures = pictures
        if not pictures:
            return
        sources = [picture.source for picture in pictures]
        # The square root keeps one vast mosaic from drowning many small pictures.
        ground = np.array([np.sqrt(picture.shape[0] * picture.shape[1]) * picture.gsd for picture in pictures])
        for source in set(sources):
            members = np.array([other == source for other in sources])
            ground[members] /= ground[members].sum()
        self._bounds = np.cumsum(ground / ground.sum())

    def draw(self, rng: np.random.Generator) -> Picture | None:
        if not self._pictures:
            return None
        number = int(np.searchsorted(self._bounds, rng.random(), side="right"))
        return self._pictures[min(number, len(self._pictures) - 1)]


def _draw_class(rng: np.random.Generator) -> str:
    shares = np.array(list(CLASS_SHARES.values()))
    return list(CLASS_SHARES)[int(rng.choice(len(shares), p=shares / shares.sum()))]


def _draw_gsd(picture: Picture, size: int, rng: np.random.Generator) -> float:
    """Log-uniform in the picture's range, as far as the picture fills the crop."""
    low, high = picture.gsd_range
    fits = max(picture.shape) * picture.gsd / size
    low, high = min(low, fits), min(high, fits)
    return float(np.exp(rng.uniform(np.log(low), np.log(high))))


def _example(crop: Crop, image: NDArray[np.uint8], phrase: Phrase) -> Example:
    present = phrase.kind != "absent"
    return Example(
        image, phrase.text, phrase.mask, present, phrase.kind, phrase.target, crop.picture.source, crop.gsd
    )
