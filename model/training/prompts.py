"""The union encoder's coarse mask, which prompts the rest of RS2-SAM 2: its truth and its losses."""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

FAINT = 0.02
"""Keeps the dice loss of a phrase that is true of nothing finite."""


@dataclass(frozen=True)
class Shares:
    """The truth of a batch of coarse masks.

    Attributes:
        of_object: share of each cell's known pixels that the object covers, 0..1, float32 (B, g, g).
        known: share of each cell's pixels of which the truth is known, 0..1, float32 (B, g, g).
    """

    of_object: Tensor
    known: Tensor


@dataclass(frozen=True)
class PromptBatch:
    """Phrases to the union encoder alone, one step's worth.

    Attributes:
        union_image: colours of the crops at the union encoder's size, uint8 (B, 3, s, s).
        ids: token ids, int64 (B, L).
        of_object: as in :class:`Shares`.
        known: as in :class:`Shares`.
    """

    union_image: Tensor
    ids: Tensor
    of_object: Tensor
    known: Tensor

    @property
    def samples(self) -> int:
        """Phrases."""
        return len(self.ids)


def shares(target: Tensor, known: Tensor, grid: int) -> Shares:
    """What a coarse mask of ``grid`` x ``grid`` cells should be; bool (B, S, S) each."""
    share_known = F.adaptive_avg_pool2d(known.float(), grid)
    covered = F.adaptive_avg_pool2d((target & known).float(), grid)
    return Shares((covered / share_known.clamp(min=1e-6)).clamp(0, 1), share_known)


def share_loss(prompt: Tensor, truth: Shares) -> Tensor:
    """Cross entropy of coarse masks (B, g, g), 0..1, the mean over what is known."""
    each = F.binary_cross_entropy(prompt.clamp(1e-6, 1 - 1e-6), truth.of_object, reduction="none")
    return (each * truth.known).sum() / truth.known.sum().clamp(min=1)


def share_dice(prompt: Tensor, truth: Shares) -> Tensor:
    """Dice loss of coarse masks (B, g, g), 0..1: a small object counts as a large one does.

    It is least where each cell holds its share.

    Source: Milletari et al. 2016, arXiv 1606.04797 (squares in the denominator).
    """
    found, wanted = (mask * truth.known for mask in (prompt, truth.of_object))
    overlap = 2 * (found * wanted).sum((1, 2)) + FAINT
    dice = 1 - overlap / ((found**2).sum((1, 2)) + (wanted**2).sum((1, 2)) + FAINT)
    answerable = truth.known.sum((1, 2)) > 0
    return (dice * answerable).sum() / torch.count_nonzero(answerable).clamp(min=1)
