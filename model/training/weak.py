"""Losses on mask logits where the labels are boxes, not outlines.

A box says three things of its object's mask: it holds nothing beyond the box, it touches every row and column of the
box, and, as objects end where colours change, alike neighbours are both in it or both out of it.
Source: Tian et al. 2021, BoxInst, arXiv 2012.02310; here with cross entropy, and each box by itself.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import torch
import torch.nn.functional as F
from torch import Tensor

_STEPS = ((0, 2), (2, 0), (2, 2), (2, -2))
"""Rows and columns from a pixel to the neighbours it is compared with; the other four are the same pairs reversed."""
_COLOUR_SCALE = 0.25
"""Distance of normalised colours at which their likeness falls to 1 / e; 1 is the spread of colours of all images."""
_ALIKE = 0.3
"""Least likeness that ties two pixels."""

_BACKGROUND = -10.0
"""Logit of a pixel outside all boxes, for its neighbours: what is known to be background, whatever is predicted."""

_Window = tuple[slice, slice]


def box_loss(logits: Tensor, image: Tensor, boxes: Sequence[Tensor], valid: Tensor) -> Tensor:
    """Loss of each sample, (B,), 0 or more: outside, projection and affinity terms, summed.

    A sample without boxes has the outside term alone; one of which nothing outside its boxes is valid lacks it.

    Args:
        logits: of the foreground, (B, h, w).
        image: normalised colours at the same resolution, (B, 3, h, w).
        boxes: of each sample, int64 (n, 4): first row, first column, last row + 1, last column + 1, in pixels of h x w,
            none empty.
        valid: bool (B, h, w), False where neither the boxes nor what is outside them are known.
    """
    logits = logits.float()
    of_sample = torch.repeat_interleave(torch.tensor([len(each) for each in boxes])).to(logits.device)
    rows, columns = _spans(torch.cat(list(boxes)).to(logits.device), logits.shape[1:])
    inside = _union(rows, columns, of_sample, len(logits))
    projected = _projection(logits, rows, columns, of_sample)
    # Were both of a pair free, an object would as soon spread over the box's rim as the background into the box.
    held = torch.where(inside, logits, _BACKGROUND)
    return _outside(logits, valid & ~inside) + projected + _affinity(held, image.float(), inside, valid)


def _spans(boxes: Tensor, shape: torch.Size) -> tuple[Tensor, Tensor]:
    """Rows and columns of each of n boxes, bool (n, h) and (n, w)."""
    rows, columns = (torch.arange(side, device=boxes.device) for side in shape)
    return (
        (rows >= boxes[:, 0, None]) & (rows < boxes[:, 2, None]),
        (columns >= boxes[:, 1, None]) & (columns < boxes[:, 3, None]),
    )


def _union(rows: Tensor, columns: Tensor, of_sample: Tensor, samples: int) -> Tensor:
    """Where any of the boxes of each sample lies, bool (B, h, w); ``of_sample`` (n,) is whose box each is."""
    covered = torch.zeros(samples, rows.shape[1], columns.shape[1], device=rows.device)
    return covered.index_add_(0, of_sample, (rows[:, :, None] & columns[:, None, :]).float()) > 0


def _outside(logits: Tensor, where: Tensor) -> Tensor:
    """Mean cross entropy of "background" over the pixels outside all boxes, (B,)."""
    return (F.softplus(logits) * where).sum((1, 2)) / where.sum((1, 2)).clamp(min=1)


def _projection(logits: Tensor, rows: Tensor, columns: Tensor, of_sample: Tensor) -> Tensor:
    """Mean over the boxes of each sample of how far their rows and columns are from each holding a positive, (B,)."""
    beyond = ~(rows[:, :, None] & columns[:, None, :])
    scores = logits[of_sample].masked_fill(beyond, -torch.inf)
    missing = logits.new_zeros(len(rows))
    for surest, held in ((scores.amax(2), rows), (scores.amax(1), columns)):
        missing = missing + F.softplus(-surest.masked_fill(~held, 0)).mul(held).sum(1)
    each = missing / (rows.sum(1) + columns.sum(1))
    count = torch.bincount(of_sample, minlength=len(logits)).clamp(min=1)
    return logits.new_zeros(len(logits)).index_add(0, of_sample, each) / count


def _affinity(logits: Tensor, image: Tensor, inside: Tensor, valid: Tensor) -> Tensor:
    """Mean negative log likelihood, over alike neighbours of which one lies in a box, of having one label, (B,)."""
    total, count = logits.new_zeros(len(logits)), logits.new_zeros(len(logits))
    for one, other in _pairs(logits.shape[1:]):
        likeness = torch.exp(-(image[(..., *one)] - image[(..., *other)]).norm(dim=1) / _COLOUR_SCALE)
        known = valid[(..., *one)] & valid[(..., *other)]
        tied = known & (inside[(..., *one)] | inside[(..., *other)]) & (likeness >= _ALIKE)
        a, b = logits[(..., *one)], logits[(..., *other)]
        both_in, both_out = F.logsigmoid(a) + F.logsigmoid(b), F.logsigmoid(-a) + F.logsigmoid(-b)
        total = total - (torch.logaddexp(both_in, both_out) * tied).sum((1, 2))
        count = count + tied.sum((1, 2))
    return total / count.clamp(min=1)


def _pairs(shape: torch.Size) -> Iterator[tuple[_Window, _Window]]:
    """For each step, the pixels that have such a neighbour, and those neighbours."""
    h, w = shape
    for down, across in _STEPS:
        right, left = max(across, 0), max(-across, 0)
        yield (
            (slice(0, max(0, h - down)), slice(left, max(left, w - right))),
            (slice(down, max(down, h)), slice(right, max(right, w - left))),
        )
