"""Examples to the tensors of one step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset

from ..segmenters.preprocess import normalised
from ..segmenters.tokenizer import Tokenizer, pad
from .dataset import IGNORE, Example, PhraseDataset


@dataclass(frozen=True)
class Batch:
    """One step's input and truth.

    Attributes:
        image: normalised crops, float32 (B, 3, S, S).
        union_image: the same for the union encoder, (B, 3, s, s).
        ids: token ids, int64 (B, L).
        target: 0 or 1, (B, S, S).
        valid: bool (B, S, S), False where the label does not say.
        present: 1 where the phrase's object is in the crop, float32 (B,).
    """

    image: Tensor
    union_image: Tensor
    ids: Tensor
    target: Tensor
    valid: Tensor
    present: Tensor


def collate(examples: list[Example], tokenizer: Tokenizer, union_size: int) -> Batch:
    """Stack examples of one size."""
    images = np.stack([example.image for example in examples])
    masks = torch.from_numpy(np.stack([example.mask for example in examples]))
    return Batch(
        image=normalised(images, images.shape[2]),
        union_image=normalised(images, union_size),
        ids=torch.tensor(pad([tokenizer.encode(example.phrase) for example in examples])),
        target=masks == 1,
        valid=masks != IGNORE,
        present=torch.tensor([float(example.present) for example in examples]),
    )


class DrawnBatches(IterableDataset[Batch]):
    """Endless batches, drawn from a seed and the step they are for, so that a resumed run sees what it would have."""

    def __init__(
        self,
        dataset: PhraseDataset,
        tokenizer_path: Path,
        *,
        union_size: int,
        batch: int,
        phrases: int,
        seed: int,
        first_step: int,
    ) -> None:
        self._dataset = dataset
        self._tokenizer_path = tokenizer_path
        self._union_size = union_size
        self._crops = batch // phrases
        self._phrases = phrases
        self._seed = seed
        self._first_step = first_step

    def __iter__(self) -> Iterator[Batch]:
        tokenizer = Tokenizer(self._tokenizer_path)
        step = self._first_step
        while True:
            rng = np.random.default_rng((self._seed, step))
            drawn = [example for _ in range(self._crops) for example in self._dataset.draw(rng, self._phrases)]
            yield collate(drawn, tokenizer, self._union_size)
            step += 1


def loader(batches: DrawnBatches) -> Iterator[Batch]:
    """The batches, drawn in one process beside the training."""
    return iter(DataLoader(batches, batch_size=None, num_workers=1, prefetch_factor=4))
