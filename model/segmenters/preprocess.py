"""Tiles to the normalised pictures that RS2-SAM 2 takes."""

from __future__ import annotations

import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image
from torch import Tensor

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


def resized(tile: NDArray[np.uint8], side: int) -> NDArray[np.uint8]:
    """One tile (3, h, w) at ``side`` x ``side``, bilinear and anti-aliased; the aspect ratio is not kept."""
    if tile.shape[1:] == (side, side):
        return tile
    picture = Image.fromarray(np.ascontiguousarray(tile.transpose(1, 2, 0)))
    small = np.asarray(picture.resize((side, side), Image.Resampling.BILINEAR))
    return np.ascontiguousarray(small.transpose(2, 0, 1))


def normalised(tiles: NDArray[np.uint8], side: int) -> Tensor:
    """Tiles (B, 3, h, w), 0..255, to float32 (B, 3, side, side) with ImageNet's mean 0 and deviation 1."""
    return standardised(torch.from_numpy(np.stack([resized(tile, side) for tile in tiles])))


def standardised(pictures: Tensor) -> Tensor:
    """Colours (B, 3, h, w), 0..255, to float32 with ImageNet's mean 0 and deviation 1, on their own device."""
    mean, std = (torch.tensor(each, device=pictures.device)[:, None, None] for each in (MEAN, STD))
    return (pictures.float() / 255 - mean) / std
