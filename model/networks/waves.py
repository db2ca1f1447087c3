"""Positions that a network trained from scratch starts with: sines and cosines of where something stands.

Small random ones beside large features leave nothing to tell left from right or an object from its landmark by.
Source: Vaswani et al. 2017, arXiv 1706.03762, section 3.5.
"""

from __future__ import annotations

import torch
from torch import Tensor

LONGEST = 32.0
"""Ratio of the longest wavelength to the shortest, which is 2 pi steps."""


def along_line(length: int, width: int) -> Tensor:
    """Positions of a row of words, of mean square 1, (length, width)."""
    phases = torch.arange(length)[:, None] * LONGEST ** -torch.linspace(0, 1, width // 2)
    return 2**0.5 * torch.cat([phases.sin(), phases.cos()], dim=1)


def over_grid(side: int, width: int) -> Tensor:
    """Positions of the cells of a square grid, row by row, of mean square 1, (side * side, width)."""
    line = along_line(side, width // 2)
    down, across = line[:, None].expand(-1, side, -1), line.expand(side, -1, -1)
    return torch.cat([down, across], dim=2).flatten(0, 1)
