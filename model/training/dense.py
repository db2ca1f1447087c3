"""Supervision by every label of a crop at once: what the encoders learn before they hear any phrase.

A phrase tells a network about one class of a crop; the labels know them all. Two heads that only the training has read
the decoder's pixels and an encoder's patches, and name the classes there.
"""

from __future__ import annotations

import math

import numpy as np
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from .crops import Crop
from .losses import GAP, GAP_EMPHASIS, narrow_gaps
from .sources import CLASSES, IGNORE

STRIDE = 4
"""Pixels of a crop for each of its dense labels, as for the network's mask logits."""
RARE = 0.05
"""Share of the pixels that a class should start with."""
DICE_SHARE = 0.5
SMOOTH = 1.0


def dense_labels(crop: Crop, stride: int = STRIDE) -> NDArray[np.uint8]:
    """Every class at each ``stride``-th pixel of a crop, uint8 (classes, size / stride, size / stride): 0, 1 or IGNORE.

    A class that the picture does not know, or knows by boxes alone, is IGNORE everywhere.
    """
    middle = np.s_[stride // 2 :: stride, stride // 2 :: stride]
    picture = crop.picture
    labels = np.full((len(CLASSES), *crop.codes[middle].shape), IGNORE, np.uint8)
    for number, name in enumerate(CLASSES):
        if picture.outlines(name):
            labels[number] = crop.parted(name)[middle]
    return labels


class DenseHeads(nn.Module):
    """Classes of the pixels and class shares of the patches.

    Args:
        pixel_dim: channels of what stands for a pixel.
        patch_dim: channels of what stands for a patch.
    """

    def __init__(self, pixel_dim: int, patch_dim: int) -> None:
        super().__init__()
        self.pixels = nn.Linear(pixel_dim, len(CLASSES))
        self.patches = nn.Linear(patch_dim, len(CLASSES))
        for head in (self.pixels, self.patches):
            nn.init.constant_(head.bias, math.log(RARE / (1 - RARE)))

    def forward(self, features: Tensor, patches: Tensor) -> tuple[Tensor, Tensor]:
        """Pixels (B, C, h, w) and patches row by row (B, g * g, D) to logits (B, classes, h, w), (B, classes, g, g)."""
        classes: Tensor = self.pixels(features.permute(0, 2, 3, 1))
        grid = math.isqrt(patches.shape[1])
        return classes.permute(0, 3, 1, 2), self.patches(patches).transpose(1, 2).unflatten(2, (grid, grid))


def label_losses(pixels: Tensor, patches: Tensor, labels: Tensor, patch_share: float) -> dict[str, Tensor]:
    """What the heads' logits lack of the labels; see :func:`pixel_loss` and :func:`patch_loss`."""
    return {"pixels": pixel_loss(pixels, labels), "patches": patch_share * patch_loss(patches, labels)}


def pixel_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy and half a dice loss, the mean over the classes that each sample can answer for.

    Args:
        logits: (B, classes, h, w).
        labels: uint8 of the same shape: 0, 1 or IGNORE.
    """
    known = labels != IGNORE
    truth = (labels == 1).float()
    count = known.sum((2, 3))
    emphasis = known * (1 + GAP_EMPHASIS * narrow_gaps(truth, GAP // STRIDE))
    each = F.binary_cross_entropy_with_logits(logits, truth, reduction="none") * emphasis
    probability = logits.sigmoid() * known
    overlap = 2 * (probability * truth).sum((2, 3)) + SMOOTH
    dice = 1 - overlap / ((probability + truth).sum((2, 3)) + SMOOTH)
    loss = each.sum((2, 3)) / emphasis.sum((2, 3)).clamp(min=1) + DICE_SHARE * dice
    answerable = count > 0
    return (loss * answerable).sum() / answerable.sum().clamp(min=1)


def patch_loss(logits: Tensor, labels: Tensor) -> Tensor:
    """Cross entropy of class shares a patch; logits (B, classes, g, g), labels as in :func:`pixel_loss`."""
    size = (logits.shape[2], logits.shape[3])
    known = F.adaptive_avg_pool2d((labels != IGNORE).float(), size)
    share = F.adaptive_avg_pool2d((labels == 1).float(), size) / known.clamp(min=1e-6)
    each = F.binary_cross_entropy_with_logits(logits, share.clamp(0, 1), reduction="none")
    return (each * known).sum() / known.sum().clamp(min=1)
