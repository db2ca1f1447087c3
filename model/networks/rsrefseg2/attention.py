"""SAM's attention, whose inside has a width of its own, and its form for many queries that read few keys."""

from __future__ import annotations

from torch import Tensor, nn

from ..rs2sam2.attention import attend


class Projections(nn.Module):
    """The four linear layers of an attention.

    Args:
        query_dim: width of the queries, and of what comes out.
        source_dim: width of keys and values.
        inner: width of all heads together.
        heads: attention heads; divides ``inner``.
    """

    def __init__(self, query_dim: int, source_dim: int, inner: int, heads: int) -> None:
        super().__init__()
        self.heads = heads
        self.q_proj = nn.Linear(query_dim, inner)
        self.k_proj = nn.Linear(source_dim, inner)
        self.v_proj = nn.Linear(source_dim, inner)
        self.out_proj = nn.Linear(inner, query_dim)


class Attention(Projections):
    """Scaled dot-product attention."""

    def forward(self, query: Tensor, key: Tensor, value: Tensor, key_mask: Tensor | None = None) -> Tensor:
        """Attend.

        Args:
            query: (B, N, Q).
            key: (B, M, S).
            value: (B, M, S).
            key_mask: bool (B, M), False where a key must not be attended to; None attends to all.

        Returns:
            (B, N, Q).
        """
        attended = attend(self.q_proj(query), self.k_proj(key), self.v_proj(value), self.heads, key_mask)
        projected: Tensor = self.out_proj(attended)
        return projected


class ReadFew(Projections):
    """The same attention where a whole map reads a few keys.

    The linear layers of queries and results move to the keys and values, which are few: the same sums in another order,
    for a twentieth of the work at the released sizes.
    """

    def forward(self, query: Tensor, key: Tensor, value: Tensor) -> Tensor:
        """(B, N, Q), (B, M, S) and (B, M, S) to (B, N, Q); the batch of ``key`` and ``value`` may be 1."""
        heads, count = self.heads, key.shape[1]
        keys = self._by_head(self.k_proj(key)) * (self.q_proj.out_features // heads) ** -0.5
        values = self._by_head(self.v_proj(value))
        q_weight = self.q_proj.weight.unflatten(0, (heads, -1))
        out_weight = self.out_proj.weight.unflatten(1, (heads, -1)).permute(1, 2, 0)
        bias = (keys @ self.q_proj.bias.view(heads, -1, 1)).flatten(1).unsqueeze(1)
        scores = query @ (keys @ q_weight).flatten(1, 2).transpose(1, 2) + bias
        shares = scores.unflatten(2, (heads, count)).softmax(dim=-1).flatten(2)
        read: Tensor = shares @ (values @ out_weight).flatten(1, 2) + self.out_proj.bias
        return read

    def _by_head(self, x: Tensor) -> Tensor:
        """(B, M, inner) to (B, heads, M, inner / heads)."""
        apart: Tensor = x.unflatten(2, (self.heads, -1)).transpose(1, 2)
        return apart
