"""Norms that keep a small image encoder from drowning its pixels in what they have in common.

Trained from scratch, each block adds to what all pixels of a picture share, the words above all, until one differs from
the next by a thousandth. The released network has none of these norms.
"""

from __future__ import annotations

import torch
import torch.nn.functional as F
from torch import Tensor, nn

MOMENTUM = 0.02
LEAST_PICTURES = 8
"""A smaller batch is normed in training, too, by what was gathered before: one lake has neither mean nor variance."""


class BatchNorm(nn.Module):
    """Brings every channel to mean 0 and variance 1 over the pixels of a batch or, at inference, of the training.

    Source: Ioffe and Szegedy 2015, arXiv 1502.03167.

    Args:
        dim: channels.
    """

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.weight = nn.Parameter(torch.ones(dim))
        self.bias = nn.Parameter(torch.zeros(dim))
        self.mean: Tensor
        self.variance: Tensor
        self.register_buffer("mean", torch.zeros(dim))
        self.register_buffer("variance", torch.ones(dim))

    def forward(self, x: Tensor) -> Tensor:
        """(B, dim, h, w) in and out."""
        gathers = self.training and len(x) >= LEAST_PICTURES
        return F.batch_norm(x, self.mean, self.variance, self.weight, self.bias, gathers, MOMENTUM)


class PartedNorm(nn.Module):
    """Norms how the pixels of a picture differ from their mean, and apart from that how the pictures' means differ.

    Whatever grows, neither outgrows the other, and no gradient lets it.

    Args:
        dim: channels.
    """

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.within = BatchNorm(dim)
        self.between = BatchNorm(dim)

    def forward(self, x: Tensor) -> Tensor:
        """(B, dim, h, w) in and out."""
        mean = x.mean((2, 3), keepdim=True)
        parted: Tensor = self.within(x - mean) + self.between(mean)
        return parted
