"""Attention as plain matrix products, which a processor computes and differentiates faster in bfloat16.

In bfloat16 torch's own are slow there: the backward pass of the fused kernel takes some ten times as long as these
products, and the kernel of plain products calculates in float32.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch.nn.functional as F
from torch import Tensor
from torch.overrides import TorchFunctionMode


class PlainAttention(TorchFunctionMode):
    """While it is entered, ``scaled_dot_product_attention`` is :func:`attention`, in stock layers, too."""

    def __torch_function__(
        self,
        function: Callable[..., Any],
        types: Any,
        args: tuple[Any, ...] = (),
        kwargs: dict[str, Any] | None = None,
    ) -> Any:
        """Called by torch in place of each of its functions."""
        called = attention if function is F.scaled_dot_product_attention else function
        return called(*args, **(kwargs or {}))


def attention(
    query: Tensor, key: Tensor, value: Tensor, attn_mask: Tensor | None = None, dropout_p: float = 0.0
) -> Tensor:
    """Softmax of the scaled products of queries and keys, times the values.

    Args:
        query: (..., N, C).
        key: (..., M, C).
        value: (..., M, D).
        attn_mask: bool, broadcast to (..., N, M), False where a key must not be attended to; some key always must.
        dropout_p: share of the weights that are set to 0.
    """
    scores = (query * query.shape[-1] ** -0.5) @ key.mT
    if attn_mask is not None:
        scores = scores.masked_fill(~attn_mask, float("-inf"))
    return F.dropout(scores.softmax(-1), dropout_p) @ value
