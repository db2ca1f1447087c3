"""Boxes and colours together lead to the outline; boxes alone would be filled."""

from __future__ import annotations

import pytest
import torch
from torch import Tensor

from phrasegon.model.training.weak import box_loss

SIZE = 48
ALL = torch.ones(1, SIZE, SIZE, dtype=torch.bool)


def rectangle(row: float, column: float, degrees: float) -> Tensor:
    """A turned rectangle of 22 x 8 pixels, as of a car seen from above, bool (SIZE, SIZE)."""
    y, x = torch.meshgrid(torch.arange(SIZE) + 0.5 - row, torch.arange(SIZE) + 0.5 - column, indexing="ij")
    turn = torch.tensor(degrees).deg2rad()
    along, across = x * turn.cos() + y * turn.sin(), y * turn.cos() - x * turn.sin()
    return (along.abs() < 11) & (across.abs() < 4)


def box_of(mask: Tensor) -> list[int]:
    rows, columns = mask.any(1).nonzero(), mask.any(0).nonzero()
    return [int(rows[0]), int(columns[0]), int(rows[-1]) + 1, int(columns[-1]) + 1]


def filled(boxes: Tensor) -> Tensor:
    mask = torch.zeros(SIZE, SIZE, dtype=torch.bool)
    for top, left, bottom, right in boxes.tolist():
        mask[top:bottom, left:right] = True
    return mask


def iou(one: Tensor, other: Tensor) -> float:
    return float((one & other).sum() / (one | other).sum())


def fitted(image: Tensor, boxes: Tensor) -> Tensor:
    """The mask of free logits after a descent on the loss."""
    logits = torch.zeros(1, SIZE, SIZE, requires_grad=True)
    optimiser = torch.optim.Adam([logits], lr=0.1)
    for _ in range(200):
        optimiser.zero_grad()
        box_loss(logits, image[None], [boxes], ALL).sum().backward()
        optimiser.step()
    return logits.detach()[0] > 0


def test_turned_cars_are_recovered_from_their_boxes() -> None:
    cars = torch.stack([rectangle(14, 15, 40), rectangle(33, 32, -35)])
    truth = cars.any(0)
    boxes = torch.tensor([box_of(car) for car in cars])
    grain = torch.randn(3, SIZE, SIZE, generator=torch.Generator().manual_seed(2)) * 0.03
    street = torch.where(truth, -1.5, 0.3) + grain
    assert iou(filled(boxes), truth) < 0.6
    assert iou(fitted(street, boxes), truth) > 0.8


def test_every_row_and_column_of_a_box_must_hold_something() -> None:
    boxes = torch.tensor([[10, 10, 30, 40]])
    whole = torch.where(filled(boxes), 6.0, -6.0)[None]
    half = whole.clone()
    half[:, 20:30] = -6
    image = torch.zeros(1, 3, SIZE, SIZE)
    assert box_loss(half, image, [boxes], ALL) > box_loss(whole, image, [boxes], ALL) + 0.5


def test_positives_outside_cost_where_it_is_known() -> None:
    boxes = torch.tensor([[10, 10, 30, 40]])
    logits, image = torch.full((1, SIZE, SIZE), 4.0), torch.zeros(1, 3, SIZE, SIZE)
    assert box_loss(logits, image, [boxes], ALL) > 3
    assert box_loss(logits, image, [boxes], filled(boxes)[None]) < 0.2


def test_samples_do_not_mix_and_one_without_boxes_asks_for_no_positive() -> None:
    generator = torch.Generator().manual_seed(4)
    logits, image = torch.randn(2, SIZE, SIZE, generator=generator), torch.randn(2, 3, SIZE, SIZE, generator=generator)
    boxes = [torch.tensor([[3, 4, 20, 30]]), torch.zeros(0, 4, dtype=torch.int64)]
    both = box_loss(logits, image, boxes, ALL.expand(2, -1, -1))
    each = [box_loss(logits[n : n + 1], image[n : n + 1], boxes[n : n + 1], ALL) for n in range(2)]
    assert torch.allclose(both, torch.cat(each))
    assert float(both[1]) == pytest.approx(float(torch.nn.functional.softplus(logits[1]).mean()), rel=1e-4)


@pytest.mark.parametrize(
    "boxes",
    [[], [[5, 5, 6, 6]], [[0, 0, 9, SIZE]], [[SIZE - 1, SIZE - 1, SIZE, SIZE]], [[0, 0, SIZE, SIZE]]],
    ids=["none", "one pixel", "at the edge", "the last pixel", "all"],
)
@pytest.mark.parametrize("known", [True, False])
def test_gradients_are_finite(boxes: list[list[int]], known: bool) -> None:
    logits = (torch.randn(1, SIZE, SIZE, generator=torch.Generator().manual_seed(1)) * 60).requires_grad_()
    valid = torch.full((1, SIZE, SIZE), known)
    loss = box_loss(logits, torch.zeros(1, 3, SIZE, SIZE), [torch.tensor(boxes).long().reshape(-1, 4)], valid)
    loss.sum().backward()
    assert torch.isfinite(loss).all()
    assert torch.isfinite(logits.grad).all()
