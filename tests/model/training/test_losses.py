"""Both boundary losses, and the terms around them."""

from __future__ import annotations

import pytest
import torch

from phrasegon.model.training.losses import (
    cross_entropy,
    dice,
    edges,
    narrow_gaps,
    released_losses,
    soft_boundary,
    training_losses,
)


@pytest.fixture
def target() -> torch.Tensor:
    mask = torch.zeros(2, 32, 32)
    mask[0, 8:20, 8:20] = 1
    mask[1, 2:9, 15:30] = 1
    return mask


@pytest.fixture
def logits(target: torch.Tensor) -> torch.Tensor:
    noise = torch.randn(2, 1, 32, 32, generator=torch.Generator().manual_seed(3))
    return (2 * target[:, None] + noise).requires_grad_()


TEXT_WEIGHT = torch.tensor([0.3, 0.7])
ALL = torch.ones(2, 32, 32, dtype=torch.bool)


def test_the_released_boundary_gives_the_mask_no_gradient(logits: torch.Tensor, target: torch.Tensor) -> None:
    weight = TEXT_WEIGHT.clone().requires_grad_()
    released_losses(logits, target, weight).boundary.backward()
    assert logits.grad is None
    assert weight.grad.abs().min() > 0


def test_the_soft_boundary_gives_the_mask_and_the_text_weight_a_gradient(
    logits: torch.Tensor, target: torch.Tensor
) -> None:
    weight = TEXT_WEIGHT.clone().requires_grad_()
    soft_boundary(logits, target, weight, ALL).backward()
    assert logits.grad.abs().sum() > 0
    assert weight.grad.abs().min() > 0


def test_following_the_soft_boundary_sharpens_the_outline(target: torch.Tensor) -> None:
    logits = (target[:, None] - 0.5).requires_grad_()
    weight = torch.zeros(2)
    optimiser = torch.optim.Adam([logits], lr=0.1)
    before = soft_boundary(logits, target, weight, ALL).item()
    for _ in range(100):
        optimiser.zero_grad()
        soft_boundary(logits, target, weight, ALL).backward()
        optimiser.step()
    assert soft_boundary(logits, target, weight, ALL).item() < 0.3 * before


def test_the_soft_boundary_does_not_mix_samples(logits: torch.Tensor, target: torch.Tensor) -> None:
    both = soft_boundary(logits, target, TEXT_WEIGHT, ALL)
    alone = [
        soft_boundary(logits[i : i + 1], target[i : i + 1], TEXT_WEIGHT[i : i + 1], ALL[i : i + 1]) for i in range(2)
    ]
    torch.testing.assert_close(both, torch.stack(alone).mean())


def test_the_released_boundary_mixes_samples(logits: torch.Tensor, target: torch.Tensor) -> None:
    both = released_losses(logits, target, TEXT_WEIGHT).boundary
    alone = [released_losses(logits[i : i + 1], target[i : i + 1], TEXT_WEIGHT[i : i + 1]).boundary for i in range(2)]
    assert (both - torch.stack(alone).mean()).abs() > 1e-4


def test_pixels_that_no_label_decides_do_not_count(logits: torch.Tensor, target: torch.Tensor) -> None:
    valid = ALL.clone()
    valid[:, :, 16:] = False
    loss = training_losses(logits, target, TEXT_WEIGHT, valid)
    sum(term for term in (loss.cross_entropy, loss.dice, loss.boundary)).backward()
    assert logits.grad[:, :, :, 16:].abs().max() == 0
    assert logits.grad[:, :, :, :15].abs().max() > 0


def test_a_perfect_mask_costs_next_to_nothing(target: torch.Tensor) -> None:
    logits = 40 * target[:, None] - 20
    assert cross_entropy(logits, target, ALL) < 1e-6
    assert dice(logits, target, ALL).max() < 1e-5


def test_edges_are_the_steps_to_the_pixel_above_and_to_the_left() -> None:
    picture = torch.tensor([[0.0, 0.0, 1.0], [0.0, 0.0, 1.0], [1.0, 0.0, 1.0]])
    assert edges(picture).tolist() == [[0, 0, 1], [0, 0, 1], [1, 1, 1]]


def test_a_narrow_gap_is_found_and_a_wide_one_is_not() -> None:
    target = torch.zeros(1, 40, 60, dtype=torch.bool)
    target[:, 10:30, 10:20] = True
    target[:, 10:30, 24:34] = True
    target[:, 10:30, 46:56] = True
    gaps = narrow_gaps(target, 8)
    assert gaps.shape == target.shape
    assert (gaps[0, 14:26, 20:24] == 1).all()
    assert (gaps[0, :, 34:46] == 0).all()
    assert (gaps[target] == 0).all()


def test_filling_a_narrow_gap_costs_more_than_as_much_ground_elsewhere() -> None:
    target = torch.zeros(1, 40, 60)
    target[:, 10:30, 10:20] = 1
    target[:, 10:30, 24:34] = 1
    right = 6 * (target[:, None] - 0.5)
    in_gap, elsewhere = right.clone(), right.clone()
    in_gap[:, :, 10:30, 20:24] = 3
    elsewhere[:, :, 10:30, 50:54] = 3
    known = torch.ones(1, 40, 60, dtype=torch.bool)

    def cost(logits: torch.Tensor) -> float:
        return training_losses(logits, target, torch.zeros(1), known).cross_entropy.item()

    assert cost(in_gap) > 2 * cost(elsewhere)
