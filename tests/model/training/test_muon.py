"""Steps along orthogonalised momentum."""

from __future__ import annotations

import pytest
import torch
from torch import nn

from phrasegon.model.training.muon import Muon, orthogonal


@pytest.mark.parametrize("shape", [(3, 24, 64), (2, 64, 24), (1, 32, 32)])
def test_singular_values_come_near_one_and_directions_stay(shape: tuple[int, int, int]) -> None:
    matrices = torch.randn(shape, generator=torch.Generator().manual_seed(1))
    made = orthogonal(matrices)
    values = torch.linalg.svdvals(made)
    assert made.shape == matrices.shape
    assert values.min() > 0.6
    assert values.max() < 1.3
    u, _, vh = torch.linalg.svd(matrices, full_matrices=False)
    assert torch.nn.functional.cosine_similarity(made.flatten(1), (u @ vh).flatten(1)).min() > 0.97


@pytest.mark.parametrize("precision", [torch.float32, torch.bfloat16])
def test_a_linear_map_is_found(precision: torch.dtype) -> None:
    generator = torch.Generator().manual_seed(2)
    truth, inputs = torch.randn(24, 32, generator=generator) / 6, torch.randn(256, 32, generator=generator)
    matrix = nn.Parameter(torch.zeros(24, 32))
    optimiser = Muon([matrix], lr=0.02, momentum=0.9, weight_decay=0.0, precision=precision)

    def loss() -> torch.Tensor:
        return (inputs @ (matrix - truth).T).square().mean()

    first = loss().item()
    for rate in torch.linspace(0.02, 0, 150).tolist():
        optimiser.param_groups[0]["lr"] = rate
        optimiser.zero_grad()
        torch.autograd.backward(loss())
        optimiser.step()
    assert loss() < 0.01 * first


def test_a_matrix_without_gradient_stays() -> None:
    used, unused = nn.Parameter(torch.ones(16, 16)), nn.Parameter(torch.ones(16, 16))
    optimiser = Muon([used, unused], lr=0.1, momentum=0.9, weight_decay=0.1)
    torch.autograd.backward(used.square().sum())
    optimiser.step()
    assert torch.equal(unused, torch.ones(16, 16))
    assert not torch.equal(used, torch.ones(16, 16))


def test_filters_of_a_convolution_step_as_the_rows_of_a_matrix() -> None:
    generator = torch.Generator().manual_seed(4)
    gradient = torch.randn(16, 4, 3, 3, generator=generator)
    filters, matrix = nn.Parameter(torch.zeros(16, 4, 3, 3)), nn.Parameter(torch.zeros(16, 36))
    filters.grad, matrix.grad = gradient, gradient.flatten(1)
    Muon([filters, matrix], lr=0.1, momentum=0.9, weight_decay=0.0).step()
    torch.testing.assert_close(filters.flatten(1), matrix)
    assert filters.abs().max() > 0
