"""What a step minimises: the weighted loss terms of a batch."""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor

from ..networks.rs2sam2 import RS2SAM2
from ..segmenters.preprocess import standardised
from .batches import Batch, LabelBatch
from .dense import DenseHeads, patch_loss, pixel_loss
from .losses import BOUNDARY_SHARE, CROSS_ENTROPY_SHARE, released_boundary, training_losses
from .recipe import Recipe
from .weak import box_loss

Terms = dict[str, Tensor]


def label_terms(
    network: RS2SAM2, heads: DenseHeads, batch: LabelBatch, recipe: Recipe, precision: torch.dtype
) -> Terms:
    """Loss terms of crops with all their labels; tensors on the network's device."""
    with torch.autocast(batch.image.device.type, precision, enabled=precision != torch.float32):
        pixels, patches = heads(network, standardised(batch.image), standardised(batch.union_image))
    return {
        "pixels": pixel_loss(pixels.float(), batch.labels),
        "patches": recipe.mask_prompt * patch_loss(patches.float(), batch.labels),
    }


def phrase_terms(network: RS2SAM2, batch: Batch, recipe: Recipe, precision: torch.dtype) -> Terms:
    """Loss terms of phrases with their masks or boxes; tensors on the network's device."""
    image = standardised(batch.image)
    with torch.autocast(batch.image.device.type, precision, enabled=precision != torch.float32):
        output = network(image, standardised(batch.union_image), batch.ids)
    boxed = torch.tensor([boxes is not None for boxes in batch.boxes], device=batch.image.device)
    valid = batch.valid & ~boxed[:, None, None]
    low, text_weight = output.logits.float(), output.text_weight.float()
    logits = F.interpolate(low, size=batch.target.shape[1:], mode="bilinear", align_corners=False)
    losses = training_losses(logits, batch.target, text_weight, valid)
    terms = {
        "cross_entropy": CROSS_ENTROPY_SHARE * losses.cross_entropy,
        "dice": recipe.dice * losses.dice,
        "presence": recipe.presence * F.binary_cross_entropy_with_logits(output.presence.float(), batch.present),
        "boxes": recipe.boxes * boxes_loss(low, image, batch),
    }
    if recipe.boundary == "soft":
        terms["boundary"] = BOUNDARY_SHARE * losses.boundary
    elif recipe.boundary == "released":
        # As released it knows no unknown pixels.
        terms["boundary"] = BOUNDARY_SHARE * released_boundary(logits, batch.target, text_weight)
    if recipe.variant != "no_mask_prompt":
        terms["mask_prompt"] = recipe.mask_prompt * coarse_loss(output.mask_prompt[:, 0].float(), batch.target, valid)
    return terms


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


def coarse_loss(prompt: Tensor, target: Tensor, valid: Tensor) -> Tensor:
    """Cross entropy of the coarse mask (B, g, g), 0..1, against each cell's share of the object."""
    size = (prompt.shape[1], prompt.shape[2])
    known = F.adaptive_avg_pool2d(valid.float(), size)
    share = F.adaptive_avg_pool2d((target & valid).float(), size) / known.clamp(min=1e-6)
    each = F.binary_cross_entropy(prompt.clamp(1e-6, 1 - 1e-6), share.clamp(0, 1), reduction="none")
    return (each * known).sum() / known.sum().clamp(min=1)
