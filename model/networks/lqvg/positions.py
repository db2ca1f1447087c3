"""Where something is in a picture or a phrase, as waves that the attentions read. All values lie in -1..1.

Source: Carion et al. 2020, arXiv 2005.12872, with the cell's centre as its place.
"""

from __future__ import annotations

import math

import torch
from torch import Tensor

TEMPERATURE = 10_000
EPS = 1e-6


def map_positions(valid: Tensor, dim: int) -> Tensor:
    """Positions of the cells of a map: the first half of the channels tells the row, the other half the column.

    Args:
        valid: bool (B, h, w), False on padding, which is not counted.
        dim: number of channels, divisible by 4.

    Returns:
        float32 (B, dim, h, w).
    """
    rows, columns = (valid.cumsum(axis, dtype=torch.float32) for axis in (1, 2))
    rows = (rows - 0.5) / (rows[:, -1:] + EPS)
    columns = (columns - 0.5) / (columns[:, :, -1:] + EPS)
    return torch.cat([_waves(rows, dim // 2), _waves(columns, dim // 2)], dim=3).permute(0, 3, 1, 2)


def word_positions(valid: Tensor, dim: int) -> Tensor:
    """Positions of the tokens of a phrase, bool (B, L), False on padding, to float32 (B, L, dim)."""
    places = valid.cumsum(1, dtype=torch.float32)
    return _waves(places / (places[:, -1:] + EPS), dim)


def _waves(places: Tensor, channels: int) -> Tensor:
    """Places (...), 0..1, to sines and cosines in turn, of ever longer waves: (..., channels)."""
    pairs = torch.arange(channels // 2, dtype=torch.float32, device=places.device)
    angles = (places * 2 * math.pi)[..., None] / TEMPERATURE ** (2 * pairs / channels)
    return torch.stack([angles.sin(), angles.cos()], dim=-1).flatten(-2)
