"""Convolutions that help a small image encoder trained on little imagery; the released network has none of them.

Attention has to learn from data what a convolution is born with: that neighbours belong together, wherever they are.
Sources: Xiao et al. 2021, arXiv 2106.14881 (stem); Xie et al. 2021, arXiv 2105.15203 section 3.1 (in every block).
"""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn

STEM_DIM = 32
DENSE_UP_TO = 96
"""Width up to which every channel reads every other one; wider maps keep their channels apart, for their speed."""


class Stem(nn.Module):
    """Detail finer than a patch, for the patch embedding: two steps of half the resolution.

    Args:
        dim: width of a token.
    """

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.first = nn.Conv2d(3, STEM_DIM, 3, stride=2, padding=1)
        self.second = nn.Conv2d(STEM_DIM, dim, 3, stride=2, padding=1)
        self.out = nn.Linear(dim, dim)

    def forward(self, image: Tensor) -> Tensor:
        """(B, 3, S, S) to (B, S/4, S/4, dim)."""
        detail = F.gelu(self.second(F.gelu(self.first(image))))
        added: Tensor = self.out(detail.permute(0, 2, 3, 1))
        return added


class Neighbourhood(nn.Module):
    """What each token learns from the eight around it, added to it.

    Args:
        dim: width of a token.
    """

    def __init__(self, dim: int) -> None:
        super().__init__()
        self.norm = nn.LayerNorm(dim)
        self.conv = nn.Conv2d(dim, dim, 3, padding=1, groups=1 if dim <= DENSE_UP_TO else dim)
        self.out = nn.Linear(dim, dim)

    def forward(self, x: Tensor) -> Tensor:
        """(B, H, W, dim) to the same shape."""
        around = self.conv(self.norm(x).permute(0, 3, 1, 2)).permute(0, 2, 3, 1)
        added: Tensor = self.out(F.gelu(around))
        return x + added
