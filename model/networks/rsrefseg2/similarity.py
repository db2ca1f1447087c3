"""Cosine similarity of a vector with a map of features that is enlarged first, without ever making the large map."""

from __future__ import annotations

from typing import NamedTuple

import torch
import torch.nn.functional as F
from torch import Tensor

LEAST_SQUARE = 1e-12


class Weights(NamedTuple):
    """How the places of an enlarged side are made of neighbours on the small one.

    Attributes:
        mean: share of each neighbour, (long, short).
        own: square of that share, (long, short).
        pair: twice the product of both shares, by the first neighbour, (long, short - 1).
    """

    mean: Tensor
    own: Tensor
    pair: Tensor


def enlarged_cosine(features: Tensor, vector: Tensor, side: int) -> Tensor:
    """Cosine similarity after bilinear enlargement with aligned corners.

    The product with the vector is enlarged itself. The square of a pixel's length is a quadratic form of the four
    features around it, so that it comes from five small maps of products between neighbours. Both are computed in
    float32 everywhere, since their quotient is multiplied by about 100.

    Args:
        features: (B, C, h, w), h and w at least 2.
        vector: (B, C) or (1, C), of any length.
        side: height and width of the result.

    Returns:
        float32 (B, 1, side, side), -1..1.
    """
    with torch.autocast(features.device.type, enabled=False):
        x, unit = features.float(), F.normalize(vector.float(), dim=1)
        rows, columns = (_weights(side, length, x.device) for length in x.shape[2:])
        projection = rows.mean @ (x * unit[:, :, None, None]).sum(1) @ columns.mean.T
        length = _enlarged_square(x, rows, columns).clamp_min(LEAST_SQUARE).sqrt()
    return (projection / length).unsqueeze(1)


def _enlarged_square(x: Tensor, rows: Weights, columns: Weights) -> Tensor:
    """Squared length of each feature of the enlarged map, (B, C, h, w) to (B, H, W)."""
    upper, lower, left, right = x[:, :, :-1], x[:, :, 1:], x[..., :-1], x[..., 1:]
    diagonals = (upper[..., :-1] * lower[..., 1:] + upper[..., 1:] * lower[..., :-1]).sum(1)
    return (
        rows.own @ (x * x).sum(1) @ columns.own.T
        + rows.own @ (left * right).sum(1) @ columns.pair.T
        + rows.pair @ (upper * lower).sum(1) @ columns.own.T
        + rows.pair @ (0.5 * diagonals) @ columns.pair.T
    )


def _weights(long: int, short: int, device: torch.device) -> Weights:
    place = torch.arange(long, device=device, dtype=torch.float32) * ((short - 1) / (long - 1))
    first = place.long().clamp_max(short - 2)
    share = (place - first).unsqueeze(1)
    left = F.one_hot(first, short).float()
    right = F.one_hot(first + 1, short).float()
    return Weights(
        mean=left * (1 - share) + right * share,
        own=left * (1 - share) ** 2 + right * share**2,
        pair=left[:, :-1] * (2 * share * (1 - share)),
    )
