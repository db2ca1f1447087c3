"""Attention as plain matrix products."""

from __future__ import annotations

import pytest
import torch
import torch.nn.functional as F
from sam2.modeling.backbones.hieradet import MultiScaleAttention
from torch import Tensor

from phrasegon.model.training.plain_attention import PlainAttention


def drawn(*shape: int, seed: int) -> Tensor:
    return torch.randn(shape, generator=torch.Generator().manual_seed(seed))


@pytest.mark.parametrize("masked", [False, True])
def test_it_is_torch_s_own_with_its_gradients(masked: bool) -> None:
    inputs = [drawn(2, 3, 7, 8, seed=1), drawn(2, 3, 5, 8, seed=2), drawn(2, 3, 5, 6, seed=3)]
    mask = (torch.tensor([[1, 1, 1, 0, 0], [1, 1, 1, 1, 1]]) > 0)[:, None, None] if masked else None

    def outcome() -> list[Tensor]:
        query, key, value = (x.clone().requires_grad_() for x in inputs)
        attended = F.scaled_dot_product_attention(query, key, value, attn_mask=mask)
        attended.square().sum().backward()
        return [attended, *(x.grad for x in (query, key, value) if x.grad is not None)]

    expected = outcome()
    with PlainAttention():
        made = outcome()
    assert len(made) == 4
    torch.testing.assert_close(made, expected)


def test_stock_layers_attend_by_it_and_no_step_of_it_leaves_bfloat16() -> None:
    layer, x = MultiScaleAttention(16, 16, 2), drawn(3, 4, 4, 16, seed=4)
    expected = layer(x)
    kinds = set()

    def noted(tensor: Tensor) -> Tensor:
        kinds.add(tensor.dtype)
        return tensor

    with (
        torch.autograd.graph.saved_tensors_hooks(noted, lambda tensor: tensor),
        torch.autocast("cpu", torch.bfloat16),
        PlainAttention(),
    ):
        made = layer(x)
    assert kinds == {torch.bfloat16}
    torch.testing.assert_close(made.float(), expected, rtol=0, atol=0.02)
