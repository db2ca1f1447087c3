"""Examples of a crop, a phrase and its mask, drawn at random for training or listed for validation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from .crops import Crop
from .packed import read_packs
from .phrases import Kind, Phrase, Questions, corpus, place_phrase
from .sampling import ABSENT_SHARE, KINDS, Sampler, draw_kind
from .sources import IGNORE, Split, load_pictures
from .validation import validation_phrases

__all__ = ["IGNORE", "Example", "PhraseDataset", "corpus"]

_CROPS = 8
"""Crops tried for one kind of question before another is drawn."""
LACKING_SHARE = 0.2
"""How often a crop to learn all labels from is drawn anywhere."""


@dataclass(frozen=True)
class Example:
    """One crop with one phrase.

    Attributes:
        image: uint8 (3, size, size).
        phrase: lower case.
        mask: uint8 (size, size): 0 background, 1 object, 255 ignore.
        present: whether anything in the crop is meant; if not, the mask holds no 1.
        kind: what the phrase goes by.
        target: the class asked for; empty for a place.
        source: the data set.
        gsd: metres a pixel of this crop.
        boxes: of a class that the source knows by boxes alone, those of the asked objects, int64 (n, 4): first row,
            first column, last row + 1, last column + 1; None where the mask is one.
    """

    image: NDArray[np.uint8]
    phrase: str
    mask: NDArray[np.uint8]
    present: bool
    kind: Kind
    target: str
    source: str
    gsd: float
    boxes: NDArray[np.int64] | None


class PhraseDataset:
    """The pictures of one split in memory, and the examples they give.

    Args:
        root: the data folder that holds ``train/``, or a folder of packs.
        split: ``train`` or ``val``; the two share no ground.
        size: side of the crops in pixels.

    Raises:
        FileNotFoundError: a source's folder is missing.
    """

    def __init__(self, root: Path, split: Split, size: int) -> None:
        self.pictures = read_packs(root, split) or load_pictures(root, split)
        self.resize(size)

    def resize(self, size: int) -> None:
        """Cut crops of another side, in pixels, from now on."""
        self.size = size
        self._sampler = Sampler(self.pictures, size)

    def draw_crop(self, rng: np.random.Generator) -> Crop:
        """One random crop, turned and recoloured, that shows a class or, at times, lacks one."""
        while True:
            absent = bool(rng.random() < LACKING_SHARE)
            name = self._sampler.draw_class(rng, absent=absent)
            crop = self._sampler.crop(name, "absent" if absent else "class", rng)
            if crop is not None:
                return crop

    def draw(self, rng: np.random.Generator, phrases: int = 1, places: float = 0.0) -> list[Example]:
        """One random crop, turned and recoloured, with ``phrases`` phrases about it.

        All but the first ask, ``places`` of them (0..1), for a mere place. The phrases differ as far as the crop gives
        enough of them; otherwise the last ones repeat the first.
        """
        crop, questions, first = self._first(rng)
        of_places = int(rng.binomial(phrases - 1, places))
        asked = [first, *_more(crop, questions, first, phrases - 1 - of_places, of_places, rng)]
        image = _planar(crop.image)
        return [_example(crop, image, phrase) for phrase in asked]

    def validation(self) -> Iterator[Example]:
        """Fixed examples without augmentation: class phrases on every crop, and a sample of the other kinds."""
        for crop, phrase in validation_phrases(self.pictures, self.size):
            yield _example(crop, _planar(crop.image), phrase)

    def _first(self, rng: np.random.Generator) -> tuple[Crop, Questions, Phrase]:
        """The phrase that decides which crop is drawn; hard ones get several crops so that easy ones do not win."""
        absent = bool(rng.random() < ABSENT_SHARE)
        while True:
            name = self._sampler.draw_class(rng, absent=absent)
            kind: Kind = "absent" if absent else draw_kind(name, rng)
            for _ in range(_CROPS):
                crop = self._sampler.crop(name, kind, rng)
                if crop is None:
                    continue
                questions = Questions(crop, rng)
                phrase = questions.absent(name) if absent else questions.present(name, kind)
                if phrase is not None:
                    return crop, questions, phrase


def _more(
    crop: Crop, questions: Questions, first: Phrase, count: int, places: int, rng: np.random.Generator
) -> list[Phrase]:
    """``count`` further phrases about the crop of the first one, and ``places`` of mere places."""
    made = _different([first], count, lambda: _any_phrase(crop, questions, rng))
    made = _different(made, places, lambda: place_phrase(crop, rng))
    return made[1:] + [first] * (count + places + 1 - len(made))


def _different(made: list[Phrase], count: int, ask: Callable[[], Phrase | None]) -> list[Phrase]:
    """The phrases and as many as ``count`` more, of which no two are the same."""
    wanted = len(made) + count
    for _ in range(10 * count):
        if len(made) == wanted:
            break
        phrase = ask()
        if phrase is not None and all(phrase.text != other.text for other in made):
            made = [*made, phrase]
    return made


def _any_phrase(crop: Crop, questions: Questions, rng: np.random.Generator) -> Phrase | None:
    """A phrase for any class that the crop can be asked for."""
    names = [name for name in crop.picture.legends if name in KINDS]
    name = names[int(rng.integers(len(names)))]
    if rng.random() < ABSENT_SHARE:
        return questions.absent(name)
    return questions.present(name, draw_kind(name, rng))


def _planar(image: NDArray[np.uint8]) -> NDArray[np.uint8]:
    return np.ascontiguousarray(np.moveaxis(image, 2, 0))


def _example(crop: Crop, image: NDArray[np.uint8], phrase: Phrase) -> Example:
    return Example(
        image=image,
        phrase=phrase.text,
        mask=phrase.mask,
        present=phrase.kind != "absent",
        kind=phrase.kind,
        target=phrase.target,
        source=crop.picture.source,
        gsd=crop.gsd,
        boxes=phrase.boxes,
    )
