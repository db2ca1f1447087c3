"""Low-rank adapters, merged into the weights that they adapt; Hu et al. 2021, arXiv 2106.09685."""

from __future__ import annotations

from torch import Tensor


def merged(weight: Tensor, down: Tensor, up: Tensor, scale: float) -> Tensor:
    """The weight with its adapter added in float32, rounded once to the precision of the weight.

    Args:
        weight: of a linear layer (out, in) or a convolution (out, in, h, w).
        down: first factor, (rank, in) or (rank, in, h, w).
        up: second factor, (out, rank) or (out, rank, 1, 1).
        scale: alpha over rank.
    """
    change = up.float().flatten(1) @ down.float().flatten(1)
    return (weight.float() + scale * change.view(weight.shape)).to(weight.dtype)


def factor_shapes(weight: tuple[int, ...], rank: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Shapes of both factors for a weight of this shape."""
    return (rank, *weight[1:]), (weight[0], rank, *(1 for _ in weight[2:]))
