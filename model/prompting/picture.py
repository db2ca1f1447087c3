"""A tile to the picture that a SAM 2 network takes."""

from __future__ import annotations

import numpy as np
import torch
import torch.nn.functional as F
from numpy.typing import NDArray
from torch import Tensor

MEAN = (0.485, 0.456, 0.406)
STD = (0.229, 0.224, 0.225)


def normalised(tile: NDArray[np.uint8], side: int) -> Tensor:
    """Colours (3, H, W), 0..255, to float32 (1, 3, side, side) with ImageNet's mean 0 and deviation 1.

    Resized as SAM 2's own predictor does: bilinear and anti-aliased, without keeping the aspect ratio.
    """
    picture = torch.from_numpy(np.ascontiguousarray(tile)).float()[None] / 255
    picture = F.interpolate(picture, (side, side), mode="bilinear", antialias=True)
    mean, std = (torch.tensor(each)[:, None, None] for each in (MEAN, STD))
    return (picture - mean) / std
