"""Crops and their labels or phrases to the tensors of one step."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
import torch
import torch.distributed as dist
from numpy.typing import NDArray
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from ..segmenters.preprocess import resized
from ..segmenters.tokenizer import Tokenizer, pad
from .class_names import told
from .dataset import IGNORE, Example, PhraseDataset
from .dense import STRIDE, dense_labels
from .prompts import PromptBatch, shares
from .recipe import WordsKind


@dataclass(frozen=True)
class Batch:
    """Phrases and their truth, one step's worth.

    Attributes:
        image: colours of the crops, uint8 (B, 3, S, S).
        union_image: the same for the union encoder, (B, 3, s, s); of no size for a network that has none.
        ids: token ids, int64 (B, L).
        target: 0 or 1, (B, S, S).
        valid: bool (B, S, S), False where the label does not say.
        present: 1 where the phrase's object is in the crop, float32 (B,).
        boxes: of a sample whose truth is boxes, first row, first column, last row + 1, last column + 1 of each, in
            pixels of the crop, int64 (n, 4); None where it is a mask.
    """

    image: Tensor
    union_image: Tensor
    ids: Tensor
    target: Tensor
    valid: Tensor
    present: Tensor
    boxes: tuple[Tensor | None, ...]

    @property
    def samples(self) -> int:
        """Phrases."""
        return len(self.image)


@dataclass(frozen=True)
class LabelBatch:
    """Crops with every label they have, one step's worth.

    Attributes:
        image: as in :class:`Batch`.
        union_image: as in :class:`Batch`.
        labels: of every ``stride``-th pixel, uint8 (B, classes, S / stride, S / stride): 0, 1 or IGNORE.
    """

    image: Tensor
    union_image: Tensor
    labels: Tensor

    @property
    def samples(self) -> int:
        """Crops."""
        return len(self.image)


def collate(examples: list[Example], tokenizer: Tokenizer, union_size: int) -> Batch:
    """Stack examples of one size."""
    images = np.stack([example.image for example in examples])
    masks = torch.from_numpy(np.stack([example.mask for example in examples]))
    return Batch(
        image=torch.from_numpy(images),
        union_image=_small(images, union_size),
        ids=torch.tensor(pad([tokenizer.encode(example.phrase) for example in examples])),
        target=masks == 1,
        valid=masks != IGNORE,
        present=torch.tensor([float(example.present) for example in examples]),
        boxes=tuple(None if example.boxes is None else torch.from_numpy(example.boxes) for example in examples),
    )


def _small(images: NDArray[np.uint8], side: int) -> Tensor:
    if side == 0:
        return torch.empty((len(images), 3, 0, 0), dtype=torch.uint8)
    return torch.from_numpy(np.stack([resized(image, side) for image in images]))


@dataclass(frozen=True)
class PhraseDraw:
    """Draws a batch of ``crops`` crops with ``phrases`` phrases each, or the classes that they speak of.

    ``places`` as in :meth:`PhraseDataset.draw`.
    """

    dataset: PhraseDataset
    tokenizer_path: Path
    union_size: int
    crops: int
    phrases: int
    places: float
    words: WordsKind

    @cached_property
    def vocabulary(self) -> Tokenizer:
        """What counts the words."""
        return Tokenizer(self.tokenizer_path)

    def __call__(self, rng: np.random.Generator) -> Batch:
        """One batch."""
        return collate(self.examples(rng), self.vocabulary, self.union_size)

    def examples(self, rng: np.random.Generator) -> list[Example]:
        """What a batch is made of, phrases as they are heard."""
        drawn = [example for _ in range(self.crops) for example in self.dataset.draw(rng, self.phrases, self.places)]
        # No class names a mere place.
        return [told(example, self.words) for example in drawn if self.words == "phrases" or example.target]


@dataclass(frozen=True)
class PromptDraw:
    """Draws phrases for the union encoder alone, with coarse masks of ``grid`` cells a side."""

    phrases: PhraseDraw
    grid: int

    def __call__(self, rng: np.random.Generator) -> PromptBatch:
        """One batch; of objects known by boxes it knows nothing."""
        heard = self.phrases.examples(rng)
        masks = torch.from_numpy(np.stack([example.mask for example in heard]))
        masked = torch.tensor([example.boxes is None for example in heard])
        # The phrases of a crop share its picture.
        small = {id(example.image): resized(example.image, self.phrases.union_size) for example in heard}
        truth = shares(masks == 1, (masks != IGNORE) & masked[:, None, None], self.grid)
        return PromptBatch(
            union_image=torch.from_numpy(np.stack([small[id(example.image)] for example in heard])),
            ids=torch.tensor(pad([self.phrases.vocabulary.encode(example.phrase) for example in heard])),
            of_object=truth.of_object,
            known=truth.known,
        )


@dataclass(frozen=True)
class LabelDraw:
    """Draws a batch of ``crops`` crops with all their labels."""

    dataset: PhraseDataset
    union_size: int
    crops: int
    stride: int = STRIDE

    def __call__(self, rng: np.random.Generator) -> LabelBatch:
        """One batch."""
        crops = [self.dataset.draw_crop(rng) for _ in range(self.crops)]
        images: NDArray[np.uint8] = np.stack([np.moveaxis(crop.image, 2, 0) for crop in crops])
        return LabelBatch(
            image=torch.from_numpy(images),
            union_image=_small(images, self.union_size),
            labels=torch.from_numpy(np.stack([dense_labels(crop, self.stride) for crop in crops])),
        )


@dataclass(frozen=True)
class Both:
    """Phrases and labels, of different crops, that one step learns from together."""

    phrases: Batch
    labels: LabelBatch

    @property
    def samples(self) -> int:
        """Phrases and crops."""
        return self.phrases.samples + self.labels.samples


@dataclass(frozen=True)
class BothDraw:
    """Draws phrases and labels for the same step."""

    phrases: PhraseDraw
    labels: LabelDraw

    def __call__(self, rng: np.random.Generator) -> Both:
        """Two batches."""
        return Both(self.phrases(rng), self.labels(rng))


Material = Batch | LabelBatch | Both | PromptBatch
"""What one step learns from."""
Tensors = TypeVar("Tensors", Batch, LabelBatch, PromptBatch)
Drawn = TypeVar("Drawn", Batch, LabelBatch, Both, PromptBatch)


def moved(batch: Tensors, device: torch.device) -> Tensors:
    """The batch with its tensors on a device."""
    there: dict[str, Any] = {}
    for field in fields(batch):
        value = getattr(batch, field.name)
        there[field.name] = value.to(device) if isinstance(value, Tensor) else value
    return type(batch)(**there)


class DrawnBatches(IterableDataset[Drawn]):
    """Endless batches, drawn from a seed and the step they are for, so that a resumed run sees what it would have.

    Where several processes train together, each draws batches of its own.

    Args:
        draw: makes a batch.
        seed: of the run.
        first_step: the step that the first batch is for.
    """

    def __init__(self, draw: Callable[[np.random.Generator], Drawn], *, seed: int, first_step: int) -> None:
        self._draw: Callable[[np.random.Generator], Drawn] = draw
        self._seed = seed
        self._first_step = first_step
        self._rank = dist.get_rank() if dist.is_initialized() else 0

    def __iter__(self) -> Iterator[Drawn]:
        worker = get_worker_info()
        # The loader takes from its workers in turn.
        offset, stride = (0, 1) if worker is None else (worker.id, worker.num_workers)
        step = self._first_step + offset
        while True:
            yield self._draw(np.random.default_rng((self._seed, step, self._rank)))
            step += stride


def loader(batches: DrawnBatches[Drawn], workers: int) -> Iterator[Drawn]:
    """The batches, drawn by ``workers`` processes beside the training; none of them uses more than one thread."""
    return iter(DataLoader(batches, batch_size=None, num_workers=workers, prefetch_factor=4))
