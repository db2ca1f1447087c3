"""The deformable transformer: maps to a memory, queries to boxes.

Sources: Zhu et al. 2020, arXiv 2010.04159, with the refinement of boxes of its appendix A.4; constants of the released
LQVG.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from ..rs2sam2.chunks import in_chunks
from .backbone import LEVELS
from .config import LQVGConfig
from .deformable import DeformableAttention
from .levels import Levels

EDGE = 1e-5
"""Coordinates nearer than this to 0 or 1 are taken for as near, since 0 and 1 themselves have no logit."""


class EncoderLayer(nn.Module):
    """One post-norm layer over the cells of all maps."""

    def __init__(self, config: LQVGConfig) -> None:
        super().__init__()
        self.self_attn = DeformableAttention(config.dim, config.heads, LEVELS, config.points)
        self.norm1 = nn.LayerNorm(config.dim)
        self.linear1 = nn.Linear(config.dim, config.ffn)
        self.linear2 = nn.Linear(config.ffn, config.dim)
        self.norm2 = nn.LayerNorm(config.dim)

    def forward(self, x: Tensor, position: Tensor, levels: Levels) -> Tensor:
        """Cells (B, S, C) in and out; their positions are shaped as they are."""
        attended = self.self_attn(x + position, levels.centres, x, levels)
        return in_chunks(self._feed_forward, x.flatten(0, 1), attended.flatten(0, 1)).view(x.shape)

    def _feed_forward(self, x: Tensor, attended: Tensor) -> Tensor:
        x = self.norm1(x + attended)
        out: Tensor = self.norm2(x + self.linear2(F.relu(self.linear1(x))))
        return out


class DecoderLayer(nn.Module):
    """One post-norm layer over the queries, which read each other, then the memory."""

    def __init__(self, config: LQVGConfig) -> None:
        super().__init__()
        self.self_attn = nn.MultiheadAttention(config.dim, config.heads, batch_first=True)
        self.norm2 = nn.LayerNorm(config.dim)
        self.cross_attn = DeformableAttention(config.dim, config.heads, LEVELS, config.points)
        self.norm1 = nn.LayerNorm(config.dim)
        self.linear1 = nn.Linear(config.dim, config.ffn)
        self.linear2 = nn.Linear(config.ffn, config.dim)
        self.norm3 = nn.LayerNorm(config.dim)

    def forward(self, x: Tensor, position: Tensor, reference: Tensor, memory: Tensor, levels: Levels) -> Tensor:
        """Queries (B, Q, C) in and out, positions (Q, C); for the others see :class:`DeformableAttention`."""
        placed = x + position
        x = self.norm2(x + self.self_attn(placed, placed, x, need_weights=False)[0])
        x = self.norm1(x + self.cross_attn(x + position, reference, memory, levels))
        out: Tensor = self.norm3(x + self.linear2(F.relu(self.linear1(x))))
        return out


class Layers(nn.Module):
    """Layers under their released name."""

    def __init__(self, layers: Iterable[nn.Module]) -> None:
        super().__init__()
        self.layers = nn.ModuleList(layers)


class Transformer(nn.Module):
    """Encoder over the maps, and decoder whose every layer moves the boxes of the one before."""

    def __init__(self, config: LQVGConfig) -> None:
        super().__init__()
        self.level_embed = nn.Parameter(torch.zeros(LEVELS, config.dim))
        self.encoder = Layers(EncoderLayer(config) for _ in range(config.encoder_layers))
        self.decoder = Layers(DecoderLayer(config) for _ in range(config.decoder_layers))
        self.reference_points = nn.Linear(config.dim, 2)

    def encode(self, cells: Sequence[Tensor], positions: Sequence[Tensor], levels: Levels) -> Tensor:
        """The memory of a picture that has read a phrase.

        Args:
            cells: each map's, (B, h * w, C).
            positions: shaped as they are.
            levels: how the maps lie.

        Returns:
            (B, S, C).
        """
        memory = torch.cat(list(cells), dim=1)
        placed = [where + embedding for where, embedding in zip(positions, self.level_embed, strict=True)]
        position = torch.cat(placed, dim=1)
        for layer in self.encoder.layers:
            memory = layer(memory, position, levels)
        return memory

    def decode(
        self, memory: Tensor, levels: Levels, content: Tensor, queries: Tensor, box_heads: Iterable[nn.Module]
    ) -> tuple[Tensor, Tensor]:
        """Boxes from the memory.

        Args:
            memory: (B, S, C).
            levels: how its maps lie.
            content: what all queries look for, (B, 1, C).
            queries: what tells them apart, (Q, C).
            box_heads: for each layer, from (B, Q, C) to changes of boxes (B, Q, 4).

        Returns:
            the queries after each layer, (layers, B, Q, C), and their boxes, (layers, B, Q, 4): centre x, y, width and
            height, in 0..1 of the area without padding.
        """
        x = content.expand(-1, len(queries), -1)
        reference = self.reference_points(queries).sigmoid().expand(len(x), -1, -1)
        hidden, boxes = [], []
        for layer, head in zip(self.decoder.layers, box_heads, strict=True):
            within = reference[:, :, None] * levels.ratios.repeat(1, 1, reference.shape[2] // 2)[:, None]
            x = layer(x, queries, within, memory, levels)
            moved = _moved(reference, head(x))
            reference = moved.detach()
            hidden.append(x)
            boxes.append(moved)
        return torch.stack(hidden), torch.stack(boxes)


def _moved(reference: Tensor, change: Tensor) -> Tensor:
    """Points (B, Q, 2) or boxes (B, Q, 4) and changes of their logits (B, Q, 4) to boxes; a point has no extent yet."""
    logits = torch.logit(reference, eps=EDGE)
    return (change + F.pad(logits, (0, change.shape[-1] - logits.shape[-1]))).sigmoid()
