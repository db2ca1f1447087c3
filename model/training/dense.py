"""Supervision by every label of a crop at once: what the encoders learn before they hear any phrase.

A phrase tells a network about one class of a crop; the labels know them all. Two heads that only the training has read
the decoder's pixels and the union encoder's patches, and name the classes there.
"""

from __future__ import annotations

import math

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor, nn

from ..networks.rs2sam2 import RS2SAM2
from ..networks.rs2sam2.trunk import pointwise
from ..segmenters.tokenizer import BEGIN_ID, END_ID
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
        if name in picture.legends and name not in picture.boxed:
            labels[number] = crop.parted(name)[middle]
    return labels


class DenseHeads(nn.Module):
    """Classes of the pixels and class shares of the patches.

    Args:
        network: whose features are to be read.
    """

    def __init__(self, network: RS2SAM2) -> None:
        super().__init__()
        self.pixels = nn.Linear(network.config.prompt_dim // 8, len(CLASSES))
        self.patches = nn.Linear(network.config.union.dim, len(CLASSES))
        for head in (self.pixels, self.patches):
            nn.init.constant_(head.bias, math.log(RARE / (1 - RARE)))

    def forward(self, network: RS2SAM2, image: Tensor, union_image: Tensor) -> tuple[Tensor, Tensor]:
        """Logits of the classes for a network that is given pictures with an empty phrase.

        Args:
            network: the network.
            image: normalised pictures for the trunk, (B, 3, S, S).
            union_image: the same for the union encoder, (B, 3, s, s).

        Returns:
            (B, classes, S / 4, S / 4) and (B, classes, g, g).
        """
        ids = torch.tensor([[BEGIN_ID, END_ID]], device=image.device).expand(len(image), -1)
        _, patches, words = network.mm_extractor.beit3(union_image, ids, torch.ones_like(ids, dtype=torch.bool))
        visual, decoder = network.visual_model, network.visual_model.sam_mask_decoder
        fine, middle, coarse = visual.image_encoder(image, network.text_feat_linear(words), None)
        features = decoder.upscale(coarse, pointwise(decoder.conv_s0, fine), pointwise(decoder.conv_s1, middle))
        classes: Tensor = self.pixels(features.permute(0, 2, 3, 1))
        grid = network.config.union.grid
        return classes.permute(0, 3, 1, 2), self.patches(patches).transpose(1, 2).unflatten(2, (grid, grid))


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
