"""The systems that Phrasegon trains itself: what each needs of a batch, and what it minimises."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Protocol

import torch
from torch import nn

from ..batches import Batch, LabelBatch
from ..objective import Terms
from ..prompts import PromptBatch
from ..recipe import Recipe, SystemName
from .rs2sam2 import RS2SAM2Student
from .rsrefseg2 import RSRefSeg2Student


class Student(Protocol):
    """A network that learns, with heads that only the training has."""

    @property
    def network(self) -> nn.Module:
        """What is kept."""
        ...

    @property
    def heads(self) -> nn.Module:
        """Name the classes of pixels and patches."""
        ...

    @property
    def words(self) -> str:
        """Name of the network's token table."""
        ...

    @property
    def second_side(self) -> int:
        """Side of the smaller picture that the network takes besides the crop, in pixels; 0: it takes none."""
        ...

    def label_terms(self, batch: LabelBatch, precision: torch.dtype) -> Terms:
        """Loss terms of crops with all their labels; tensors on the network's device."""
        ...

    def phrase_terms(self, batch: Batch, precision: torch.dtype) -> Terms:
        """Loss terms of phrases with their masks or boxes; tensors on the network's device."""
        ...

    def prompt_terms(self, batch: PromptBatch, precision: torch.dtype, /) -> Terms:
        """Loss terms of phrases to the union encoder alone; tensors on the network's device.

        Raises:
            OptionError: the system has no such part.
        """
        ...

    def check(self, shapes: Mapping[str, tuple[int, ...]]) -> None:
        """Raise a WeightsError if tensors of these shapes are not the network's."""
        ...


STUDENTS: dict[SystemName, Callable[[Recipe], Student]] = {"rs2sam2": RS2SAM2Student, "rsrefseg2": RSRefSeg2Student}
"""By the system that a recipe names."""
