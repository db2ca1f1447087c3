"""Multi-scale cross-modal alignment: the maps read the words, and the phrase reads the maps, from fine to coarse.

Source: Lan et al. 2024, IEEE TGRS (LQVG).
"""

from __future__ import annotations

from collections.abc import Iterable

from torch import Tensor, nn


class Product(nn.Module):
    """Queries multiplied by what they read, without a residual and without a norm."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.multihead_attn = nn.MultiheadAttention(dim, heads, batch_first=True)

    def forward(self, query: Tensor, memory: Tensor, position: Tensor, valid: Tensor | None) -> Tensor:
        """Queries (B, N, C) in and out; memory and its positions (B, M, C); bool (B, M), False on padding, or None."""
        padding = None if valid is None else ~valid
        read, _ = self.multihead_attn(query, memory + position, memory, key_padding_mask=padding, need_weights=False)
        product: Tensor = query * read
        return product


def summarised(module: Product, sentence: Tensor, levels: Iterable[tuple[Tensor, Tensor, Tensor | None]]) -> Tensor:
    """The phrase's first token after it has read all maps, finest first.

    That token is all that is read of the phrase later on; the other ones need not read the maps.

    Args:
        module: the attention, which all levels share.
        sentence: the first token, (B, 1, C).
        levels: cells of each map and their positions, (B, h * w, C), and bool (B, h * w), False on padding, or None.
    """
    for cells, positions, valid in levels:
        sentence = module(sentence, cells, positions, valid)
    return sentence
