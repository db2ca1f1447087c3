"""Attention that reads each map at a few places of its own choice. Source: Zhu et al. 2020, arXiv 2010.04159."""

from __future__ import annotations

from torch import Tensor, nn

from .levels import Levels
from .sampling import sample, sizes_of

BOX_SHARE = 0.5
"""An offset as large as the number of points leads from the centre of a box to its edge."""


class DeformableAttention(nn.Module):
    """Multi-scale deformable attention.

    Args:
        dim: width of queries and memory.
        heads: number of heads; divides ``dim``.
        levels: number of maps.
        points: places that a head reads in each map.
    """

    def __init__(self, dim: int, heads: int, levels: int, points: int) -> None:
        super().__init__()
        self.grid = (heads, levels, points)
        places = heads * levels * points
        self.sampling_offsets = nn.Linear(dim, 2 * places)
        self.attention_weights = nn.Linear(dim, places)
        self.value_proj = nn.Linear(dim, dim)
        self.output_proj = nn.Linear(dim, dim)

    def forward(self, query: Tensor, reference: Tensor, memory: Tensor, levels: Levels) -> Tensor:
        """Attend from queries to maps.

        Args:
            query: (B, Q, C).
            reference: centre x, y that a query looks around, or its box x, y, w, h, in each level: (B, Q, levels, 2)
                or (B, Q, levels, 4); 0..1 over the whole map.
            memory: cells of all maps, (B, S, C), of which padding counts as zeros.
            levels: how the maps lie.

        Returns:
            (B, Q, C).
        """
        heads = self.grid[0]
        values = self.value_proj(memory)
        if levels.valid is not None:
            values = values * levels.valid[..., None]
        offsets = self.sampling_offsets(query).unflatten(-1, (*self.grid, 2))
        weights = self.attention_weights(query).unflatten(-1, (heads, -1)).softmax(-1).view(offsets.shape[:-1])
        places = self._places(reference[:, :, None, :, None], offsets, sizes_of(levels.shapes, offsets))
        read = sample(values.unflatten(-1, (heads, -1)), levels.shapes, places, weights)
        attended: Tensor = self.output_proj(read)
        return attended

    def _places(self, reference: Tensor, offsets: Tensor, sizes: Tensor) -> Tensor:
        """Places in cells: (B, Q, 1, levels, 1, 2 or 4) and (B, Q, heads, levels, points, 2) to the latter's shape."""
        if reference.shape[-1] == 2:
            return reference * sizes + offsets
        centre, extent = reference.split(2, dim=-1)
        places: Tensor = centre * sizes + offsets * (extent * sizes * BOX_SHARE / self.grid[-1])
        return places
