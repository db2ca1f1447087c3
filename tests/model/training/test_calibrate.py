"""Calibration finds where a model decides."""

from __future__ import annotations

import numpy as np
import pytest

from phrasegon.model.training.calibrate import calibration
from phrasegon.model.training.dataset import Example


def example(present: bool) -> Example:
    mask = np.zeros((8, 8), np.uint8)
    mask[:, :4] = present
    kind = "class" if present else "absent"
    return Example(np.zeros((3, 8, 8), np.uint8), "a phrase", mask, present, kind, "building", "made", 0.5)


def test_a_model_that_says_too_little_is_raised_to_where_its_masks_fit() -> None:
    timid = np.where(np.arange(8) < 4, 0.35, 0.28).astype(np.float32).repeat(8).reshape(8, 8).T
    found = calibration([example(True), example(False)], [(timid, 0.9), (timid, 0.2)])
    threshold = 1 / (1 + np.exp(found.mask_offset))
    assert 0.28 < threshold <= 0.35


def test_few_present_objects_lie_below_the_presence_level() -> None:
    blank = np.zeros((8, 8), np.float32)
    scores = np.linspace(0.3, 0.9, 101)
    answers = [(blank, float(score)) for score in scores] + [(blank, 0.01)]
    found = calibration([example(True)] * 101 + [example(False)], answers)
    level = 1 / (1 + np.exp(-found.presence_level))
    assert np.mean(scores < level) == pytest.approx(0.03, abs=0.01)
