"""What deformable attention reads: a weighted sum of samples between the cells of several maps.

Two ways to the same result. Source: Zhu et al. 2020, arXiv 2010.04159, section 4.1.
"""

from __future__ import annotations

from collections.abc import Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

Shapes = Sequence[tuple[int, int]]
"""Height and width of each level; the tokens of a value lie level after level, row after row."""

CHUNK_QUERIES = 512
"""Queries whose index tables stay in a processor's cache."""


def sample(values: Tensor, shapes: Shapes, places: Tensor, weights: Tensor) -> Tensor:
    """Read every map at some places, bilinearly, with zeros around it.

    Args:
        values: what is read, (B, S, heads, d), S being all levels' cells.
        shapes: the levels' sizes.
        places: x and y of the samples, in cells from the left and the upper edge of a map,
            (B, Q, heads, levels, points, 2).
        weights: weight of each sample, (B, Q, heads, levels, points).

    Returns:
        (B, Q, heads * d).
    """
    if values.device.type == "cpu" and not torch.is_grad_enabled():
        return gathered(values, shapes, places, weights)
    return interpolated(values, shapes, places, weights)


def interpolated(values: Tensor, shapes: Shapes, places: Tensor, weights: Tensor) -> Tensor:
    """``sample`` by ``grid_sample``, level by level; its gradients are known."""
    batch, queries, heads = places.shape[:3]
    levels = values.split([height * width for height, width in shapes], dim=1)
    grids = (2 * places / sizes_of(shapes, places) - 1).transpose(1, 2).flatten(0, 1)
    shares = weights.transpose(1, 2).flatten(0, 1)
    read = torch.zeros((), device=values.device)
    for level, (cells, shape) in enumerate(zip(levels, shapes, strict=True)):
        maps = cells.permute(0, 2, 3, 1).reshape(batch * heads, -1, *shape)
        samples = F.grid_sample(maps, grids[:, :, level], mode="bilinear", align_corners=False)
        read = read + (samples * shares[:, None, :, level]).sum(-1)
    joined: Tensor = read.unflatten(0, (batch, heads)).permute(0, 3, 1, 2).reshape(batch, queries, -1)
    return joined


def gathered(values: Tensor, shapes: Shapes, places: Tensor, weights: Tensor) -> Tensor:
    """``sample`` by summing rows of a table, several times as fast on a processor, whose cache this suits."""
    heads, width = values.shape[2:]
    table = _framed(values, shapes)
    results = []
    for rows, where, share in zip(table, places, weights, strict=True):
        for some, some_share in zip(where.split(CHUNK_QUERIES), share.split(CHUNK_QUERIES), strict=True):
            index, weight = _corners(some, some_share, shapes)
            summed = F.embedding_bag(index, rows, mode="sum", per_sample_weights=weight)
            results.append(summed.view(-1, heads * width))
    return torch.cat(results).view(*places.shape[:2], heads * width)


def sizes_of(shapes: Shapes, like: Tensor) -> Tensor:
    """Width and height of each level, (levels, 1, 2), of the type and on the device of another tensor."""
    return like.new_tensor([(width, height) for height, width in shapes])[:, None]


def _framed(values: Tensor, shapes: Shapes) -> Tensor:
    """The maps within frames of zeros, one cell wide, as (B, cells * heads, d)."""
    levels = values.flatten(2).split([height * width for height, width in shapes], dim=1)
    framed = [
        F.pad(cells.unflatten(1, shape), (0, 0, 1, 1, 1, 1)).flatten(1, 2)
        for cells, shape in zip(levels, shapes, strict=True)
    ]
    return torch.cat(framed, dim=1).view(len(values), -1, values.shape[3])


def _corners(places: Tensor, weights: Tensor, shapes: Shapes) -> tuple[Tensor, Tensor]:
    """Rows of the framed table around each place (Q, heads, levels, points, 2), and what each of them counts.

    Returns:
        int32 and float (Q * heads, 4 * levels * points).
    """
    heads, points = places.shape[1], places.shape[3]
    # Rows as long as all that a head reads: with shorter ones the processor would count more than it computes.
    sizes = torch.tensor([(width, height) for height, width in shapes], dtype=torch.int32).repeat_interleave(points, 0)
    most = sizes.flatten().to(places.dtype)
    # Outside its frame a place reads nothing but zeros, as it does on the frame.
    pixels = torch.minimum((places.flatten(2) - 0.5).clamp(min=-1), most)
    corner = torch.minimum(pixels.floor(), most - 1)
    right, down = (pixels - corner).unflatten(-1, (-1, 2)).unbind(-1)
    column, row = (corner.int() + 1).unflatten(-1, (-1, 2)).unbind(-1)
    stride = sizes[:, 0] + 2
    cells = (stride * (sizes[:, 1] + 2))[::points]
    starts = (cells.cumsum(0, dtype=torch.int32) - cells).repeat_interleave(points)
    head = torch.arange(heads, dtype=torch.int32)[:, None]
    first = (starts + row * stride + column) * heads + head
    index = torch.stack([first, first + heads, first + heads * stride, first + heads * (stride + 1)], dim=2)
    share = weights.flatten(2)
    below, above = share * down, share * (1 - down)
    shares = torch.stack([above * (1 - right), above * right, below * (1 - right), below * right], dim=2)
    return index.flatten(2).flatten(0, 1), shares.flatten(2).flatten(0, 1)
