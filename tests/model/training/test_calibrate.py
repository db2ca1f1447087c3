"""Calibration finds where a model decides."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from scipy.special import expit, logit

from phrasegon.model.training.calibrate import calibration
from phrasegon.model.training.dataset import Example


def example(present: bool) -> Example:
    mask = np.zeros((8, 8), np.uint8)
    mask[:, :4] = present
    kind = "class" if present else "absent"
    return Example(np.zeros((3, 8, 8), np.uint8), "a phrase", mask, present, kind, "building", "made", 0.5, None)


def test_a_model_that_says_too_little_is_raised_to_where_its_masks_fit() -> None:
    timid = np.where(np.arange(8) < 4, 0.35, 0.28).astype(np.float32).repeat(8).reshape(8, 8).T
    found = calibration([example(True), example(False)], [(timid, 0.9), (timid, 0.2)], ())
    threshold = expit(found.mask_level)
    assert 0.28 < threshold <= 0.35


def test_boastful_probabilities_are_toned_down_and_timid_ones_raised() -> None:
    rng = np.random.default_rng(4)
    true = rng.uniform(0.05, 0.95, (40, 8, 8))
    examples = [replace(example(True), mask=(rng.random((8, 8)) < p).astype(np.uint8)) for p in true]
    for stretch in (0.5, 2.0):
        answers = [(expit(stretch * logit(p)).astype(np.float32), 0.9) for p in true]
        assert calibration(examples, answers, ()).mask_slope == pytest.approx(1 / stretch, rel=0.35)


def test_a_class_that_is_often_asked_for_decides_the_level() -> None:
    often, seldom = (replace(example(True), target=name) for name in ("building", "low vegetation"))
    sure = np.where(np.arange(8) < 4, 0.8, 0.5).astype(np.float32).repeat(8).reshape(8, 8).T
    timid = np.where(np.arange(8) < 4, 0.35, 0.1).astype(np.float32).repeat(8).reshape(8, 8).T
    both = calibration([often, seldom], [(sure, 0.9), (timid, 0.9)], ())
    assert expit(both.mask_level) > 0.5
    turned = calibration([often, seldom], [(timid, 0.9), (sure, 0.9)], ())
    assert expit(turned.mask_level) <= 0.35
