"""How several maps of one picture lie over each other, and where they are padded."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import torch
from torch import Tensor

from .sampling import Shapes


@dataclass(frozen=True)
class Levels:
    """Maps whose cells stand in one sequence: level after level, row after row. A batch of 1 holds for any batch.

    Attributes:
        shapes: height and width of each.
        valid: bool (B, S), False on padding; None if there is none.
        ratios: share of each map's width and height that is no padding, float32 (B, levels, 2), 0..1.
        centres: centre x and y of every cell as seen in every level, float32 (B, S, levels, 2); 0..1 from edge to edge
            of a map with its padding.
    """

    shapes: Shapes
    valid: Tensor | None
    ratios: Tensor
    centres: Tensor

    @classmethod
    def of(cls, valid: Sequence[Tensor]) -> Levels:
        """From bool (B, h, w) for each level, False on padding, which lies on the right and at the bottom."""
        shapes = [(level.shape[1], level.shape[2]) for level in valid]
        sequence = torch.cat([level.flatten(1) for level in valid], dim=1)
        shares = [(level[:, 0].float().mean(1), level[:, :, 0].float().mean(1)) for level in valid]
        ratios = torch.stack([torch.stack(share, dim=1) for share in shares], dim=1)
        own = [_centres(shape, ratios[:, level]) for level, shape in enumerate(shapes)]
        centres = torch.cat(own, dim=1)[:, :, None] * ratios[:, None]
        return cls(shapes, None if bool(sequence.all()) else sequence, ratios, centres)


def _centres(shape: tuple[int, int], ratios: Tensor) -> Tensor:
    """Centres of a map's cells in 0..1 of its part without padding, of which ``ratios`` (B, 2) tells: (B, h * w, 2)."""
    rows, columns = ((torch.arange(side, device=ratios.device) + 0.5) / side for side in shape)
    grid = torch.stack(torch.meshgrid(columns, rows, indexing="xy"), dim=-1).flatten(0, 1)
    return grid / ratios[:, None]
