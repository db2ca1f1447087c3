"""Losses on mask logits: the released ones, for parity, and those our own training uses.

A mask logit m decides at m > 0.5, because the released two-class logits are (1 - m, m); the foreground's own logit
is therefore 2 m - 1. Source: the released RS2-SAM 2, arXiv 2503.07266 section "boundary loss".
"""

from __future__ import annotations

from dataclasses import dataclass

import torch
import torch.nn.functional as F
from torch import Tensor

BACKGROUND_WEIGHT = 0.9
FOREGROUND_WEIGHT = 1.1
DICE_EPS = 1e-6
CROSS_ENTROPY_SHARE = 0.9
DICE_SHARE = 0.1
BOUNDARY_SHARE = 0.2
TEXT_WEIGHT_PRIOR = 0.01
"""Keeps the learnt text weight from the trivial answer 0."""
GAP = 8
"""Width in pixels up to which ground between objects is a narrow gap."""
GAP_EMPHASIS = 2.0
"""How much more the cross entropy asks of ground between objects that almost touch."""


@dataclass(frozen=True)
class Losses:
    """The terms of one batch, each a scalar, and their weighted sum."""

    cross_entropy: Tensor
    dice: Tensor
    boundary: Tensor

    @property
    def total(self) -> Tensor:
        """Weighted sum as in the released training."""
        return CROSS_ENTROPY_SHARE * self.cross_entropy + DICE_SHARE * self.dice + BOUNDARY_SHARE * self.boundary


def released_losses(logits: Tensor, target: Tensor, text_weight: Tensor) -> Losses:
    """The released loss, with its hard boundary term.

    Args:
        logits: m at full resolution, (B, 1, H, W).
        target: 0 or 1, (B, H, W).
        text_weight: (B,).
    """
    valid = torch.ones_like(target, dtype=torch.bool)
    return Losses(
        cross_entropy(logits, target, valid),
        dice(logits, target, valid).sum(),
        released_boundary(logits, target, text_weight),
    )


def training_losses(logits: Tensor, target: Tensor, text_weight: Tensor, valid: Tensor) -> Losses:
    """Our training loss: the same terms over the valid pixels, with the differentiable boundary term.

    Args:
        logits: m at full resolution, (B, 1, H, W).
        target: 0 or 1, (B, H, W).
        text_weight: (B,).
        valid: bool (B, H, W), False where the label does not say.
    """
    return Losses(
        cross_entropy(logits, target, valid * (1 + GAP_EMPHASIS * narrow_gaps(target, GAP))),
        dice(logits, target, valid).mean(),
        soft_boundary(logits, target, text_weight, valid),
    )


def cross_entropy(logits: Tensor, target: Tensor, emphasis: Tensor) -> Tensor:
    """Weighted mean over all pixels of the batch; shapes as in :func:`training_losses`, ``emphasis`` 0 for no part."""
    truth = target.to(logits.dtype)
    weight = torch.where(target.bool(), FOREGROUND_WEIGHT, BACKGROUND_WEIGHT) * emphasis
    each = F.binary_cross_entropy_with_logits(2 * logits[:, 0] - 1, truth, reduction="none")
    return (each * weight).sum() / weight.sum().clamp(min=DICE_EPS)


def narrow_gaps(target: Tensor, width: int) -> Tensor:
    """What a morphological closing of the masks adds to them: ground at most ``width`` cells from side to side.

    Args:
        target: 0 or 1, (..., H, W).
        width: in cells, even.

    Returns:
        float32 of the same shape, 1 in such gaps.

    Source: the border weights of U-Net, arXiv 1505.04597 section 3.
    """
    objects = target.float().flatten(0, -3)
    closed = 1 - _dilated(1 - _dilated(objects, width // 2), width // 2)
    return (closed - objects).clamp(min=0).view(target.shape)


def _dilated(objects: Tensor, reach: int) -> Tensor:
    """Greatest value within ``reach`` cells along both axes of (N, H, W); one axis at a time, which is the same."""
    rows = F.max_pool2d(objects, (2 * reach + 1, 1), stride=1, padding=(reach, 0))
    return F.max_pool2d(rows, (1, 2 * reach + 1), stride=1, padding=(0, reach))


def dice(logits: Tensor, target: Tensor, valid: Tensor) -> Tensor:
    """Dice loss of each sample, summed over foreground and background, (B,), 0..2."""
    foreground = (2 * logits[:, 0] - 1).sigmoid()
    truth = target.to(logits.dtype)
    return sum(
        (_dice_of_class(p * valid, t * valid) for p, t in ((foreground, truth), (1 - foreground, 1 - truth))),
        start=logits.new_zeros(len(logits)),
    )


def _dice_of_class(probability: Tensor, truth: Tensor) -> Tensor:
    overlap = (probability * truth).sum((1, 2))
    total = probability.sum((1, 2)) + truth.sum((1, 2))
    return 1 - (2 * overlap + DICE_EPS) / (total + DICE_EPS)


def edges(x: Tensor) -> Tensor:
    """Absolute differences to the pixel above and to the left, summed; 0 beyond the border. (..., H, W)."""
    rows = F.pad((x[..., 1:, :] - x[..., :-1, :]).abs(), (0, 0, 1, 0))
    columns = F.pad((x[..., :, 1:] - x[..., :, :-1]).abs(), (1, 0, 0, 0))
    return rows + columns


def released_boundary(logits: Tensor, target: Tensor, text_weight: Tensor) -> Tensor:
    """The released boundary loss: hard edges at m > 0, no gradient to the mask, samples of a batch mixed."""
    predicted = edges((logits > 0).to(logits.dtype))
    truth = edges(target.to(logits.dtype))
    weight = text_weight[:, None, None]
    return (weight * predicted - weight * truth).square().mean()


def soft_boundary(logits: Tensor, target: Tensor, text_weight: Tensor, valid: Tensor) -> Tensor:
    """Boundary loss on soft edges, each sample by its own text weight; it moves the mask and the weight.

    The weight lies in 0..2 and pays a small price for leaving 1, since otherwise its only gradient is towards 0.
    """
    known = valid & (edges(valid.to(logits.dtype)) == 0)
    difference = edges((2 * logits[:, 0] - 1).sigmoid()) - edges(target.to(logits.dtype))
    each = (difference.square() * known).sum((1, 2)) / known.sum((1, 2)).clamp(min=1)
    weight = 2 * text_weight.sigmoid()
    return (weight * each - TEXT_WEIGHT_PRIOR * weight.log()).mean()
