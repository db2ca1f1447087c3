"""What the network hands from step to step."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor


@dataclass(frozen=True)
class Features:
    """What the network keeps of pictures, whatever the phrase.

    Attributes:
        maps: at stride 8, 16, 32 and 64, float32 (B, C, h, w).
        valid: for each map bool (B, h, w), False on padding; None if there is none.
    """

    maps: tuple[Tensor, ...]
    valid: tuple[Tensor, ...] | None


@dataclass(frozen=True)
class Words:
    """What the network keeps of phrases, whatever the picture.

    Attributes:
        tokens: float32 (B, L, C).
        valid: bool (B, L), False on padding.
    """

    tokens: Tensor
    valid: Tensor


@dataclass(frozen=True)
class Boxes:
    """Candidate boxes.

    Attributes:
        layer_logits: how well each fits the phrase, after every decoder layer, (layers, B, Q).
        layer_boxes: centre x, y, width and height, in 0..1 of the area without padding, which they may leave:
            (layers, B, Q, 4).
    """

    layer_logits: Tensor
    layer_boxes: Tensor

    @property
    def scores(self) -> Tensor:
        """How well each fits the phrase, (B, Q), 0..1; no score tells whether the object is there at all."""
        return self.layer_logits[-1].sigmoid()

    @property
    def boxes(self) -> Tensor:
        """The boxes after the last layer, (B, Q, 4)."""
        return self.layer_boxes[-1]

    def best(self) -> tuple[Tensor, Tensor]:
        """The answer: the best score, (B,), and its box, (B, 4)."""
        scores, chosen = self.scores.max(dim=1)
        return scores, self.boxes[torch.arange(len(chosen), device=chosen.device), chosen]
