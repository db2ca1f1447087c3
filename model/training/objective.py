"""What a step minimises: the weighted loss terms of a batch."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from .batches import Batch
from .losses import BOUNDARY_SHARE, CROSS_ENTROPY_SHARE, released_boundary, training_losses
from .prompts import Shares, shares
from .recipe import Recipe
from .weak import box_loss

Terms = dict[str, Tensor]


def mask_terms(
    low: Tensor, presence: Tensor, text_weight: Tensor, image: Tensor, batch: Batch, recipe: Recipe
) -> Terms:
    """Loss terms of masks, boxes and object scores.

    Args:
        low: logits m, float32 (B, 1, h, w), that decide at 0.5; see ``losses``.
        presence: logits that the object is there, (B,).
        text_weight: of the phrase in the boundary loss, (B,).
        image: normalised crops (B, 3, S, S), by whose colours boxes are filled.
        batch: that they answer.
        recipe: of the run.
    """
    logits = F.interpolate(low, size=batch.target.shape[1:], mode="bilinear", align_corners=False)
    weight = text_weight.float()
    losses = training_losses(logits, batch.target, weight, _masked(batch))
    terms = {
        "cross_entropy": CROSS_ENTROPY_SHARE * losses.cross_entropy,
        "dice": recipe.dice * losses.dice,
        "presence": recipe.presence * F.binary_cross_entropy_with_logits(presence.float(), batch.present),
        "boxes": recipe.boxes * boxes_loss(low, image, batch),
    }
    if recipe.boundary == "soft":
        terms["boundary"] = BOUNDARY_SHARE * losses.boundary
    elif recipe.boundary == "released":
        # As released it knows no unknown pixels.
        terms["boundary"] = BOUNDARY_SHARE * released_boundary(logits, batch.target, weight)
    return terms


def _masked(batch: Batch) -> Tensor:
    """Pixels of which a mask tells, bool (B, S, S): none of a sample that has boxes."""
    boxed = torch.tensor([boxes is not None for boxes in batch.boxes], device=batch.image.device)
    return batch.valid & ~boxed[:, None, None]


def boxes_loss(logits: Tensor, image: Tensor, batch: Batch) -> Tensor:
    """Box loss of the samples whose truth is boxes, as a share of the whole batch.

    Args:
        logits: m (B, 1, h, w).
        image: normalised pictures (B, 3, S, S).
        batch: that they are of.
    """
    boxed = [number for number, boxes in enumerate(batch.boxes) if boxes is not None]
    if not boxed:
        return logits.new_zeros(())
    size = (logits.shape[2], logits.shape[3])
    scale = image.shape[2] // size[0]
    colours = F.interpolate(image[boxed], size, mode="area")
    valid = batch.valid[boxed][:, scale // 2 :: scale, scale // 2 :: scale]
    boxes = [_coarser(entry, scale, size[0]) for entry in batch.boxes if entry is not None]
    return box_loss(2 * logits[boxed, 0] - 1, colours, boxes, valid).sum() / len(logits)


def _coarser(boxes: Tensor, scale: int, side: int) -> Tensor:
    """Boxes on a grid of ``side`` cells that is ``scale`` times coarser, at least one cell large."""
    first = torch.round(boxes[:, :2] / scale).clamp(max=side - 1)
    last = torch.maximum(torch.round(boxes[:, 2:] / scale), first + 1)
    return torch.cat([first, last], dim=1).long()


def coarse_truth(batch: Batch, grid: int) -> Shares:
    """What the coarse masks of a batch should be on ``grid`` x ``grid`` cells."""
    return shares(batch.target, _masked(batch), grid)
