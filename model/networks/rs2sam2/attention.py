"""Cross attention whose parameters carry the names of ``torch.nn.MultiheadAttention``."""

from __future__ import annotations

import torch.nn.functional as F
from torch import Tensor, nn


def attend(query: Tensor, key: Tensor, value: Tensor, heads: int, key_mask: Tensor | None) -> Tensor:
    """Scaled dot-product attention over ``heads`` equal slices of the channels.

    Args:
        query: (B, N, C).
        key: (B, M, C).
        value: (B, M, C).
        heads: number of heads; divides C.
        key_mask: bool (B, M), False where a key must not be attended to; None attends to all.

    Returns:
        (B, N, C), the heads side by side.
    """
    q, k, v = (x.view(*x.shape[:2], heads, -1).transpose(1, 2) for x in (query, key, value))
    mask = None if key_mask is None else key_mask[:, None, None, :]
    return F.scaled_dot_product_attention(q, k, v, attn_mask=mask).transpose(1, 2).flatten(2)


class CrossAttention(nn.Module):
    """Queries attend to one source that serves as keys and values; no averaged weights are ever made."""

    def __init__(self, dim: int, heads: int) -> None:
        super().__init__()
        self.multihead_attn = nn.MultiheadAttention(dim, heads, batch_first=True)

    def forward(self, query: Tensor, source: Tensor, key_mask: Tensor | None = None) -> Tensor:
        """Attend from ``query`` (B, N, C) to ``source`` (B, M, C); ``key_mask`` (B, M) is False on padding."""
        stock = self.multihead_attn
        dim = stock.embed_dim
        weight, bias = stock.in_proj_weight, stock.in_proj_bias
        q = F.linear(query, weight[:dim], bias[:dim])
        k, v = F.linear(source, weight[dim:], bias[dim:]).chunk(2, dim=-1)
        attended: Tensor = stock.out_proj(attend(q, k, v, stock.num_heads, key_mask))
        return attended
