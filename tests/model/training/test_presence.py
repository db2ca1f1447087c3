"""The gate keeps nearly all that is there, and a calibrated presence is right as often as it says."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.special import expit

from phrasegon.model.training.presence import LOST, Asked, fit_gate, gated


def drawn(rng: np.random.Generator, count: int, slope: float = 2.0, level: float = -1.0) -> list[Asked]:
    """Answers whose score tells the odds of presence, on a scale and from a zero of its own."""
    odds = rng.normal(0, 2, count)
    present = rng.random(count) < expit(odds)
    scores = expit(odds / slope + level)
    return [
        Asked(float(score), bool(there), 100 if there else 0, 0 if there else 40)
        for score, there in zip(scores, present, strict=True)
    ]


def test_the_scale_and_the_zero_of_the_scores_are_found() -> None:
    gate = fit_gate(drawn(np.random.default_rng(1), 20_000))
    assert gate.slope == pytest.approx(2.0, rel=0.1)
    assert gate.level == pytest.approx(-1.0, abs=0.1)


def test_little_of_what_is_rightly_found_lies_below_the_gate() -> None:
    asked = drawn(np.random.default_rng(2), 5_000)
    gate = fit_gate(asked)
    calibrated = [
        Asked(float(expit(gate.slope * (np.log(each.presence / (1 - each.presence)) - gate.level))), *rest(each))
        for each in asked
    ]
    figures = gated(calibrated, gate.least)
    assert figures.true_lost == pytest.approx(LOST, abs=0.005)
    assert 0.2 < figures.false_removed < 0.9
    assert figures.absent_empty == pytest.approx(figures.false_removed)
    assert figures.absent_empty_before == 0


def rest(each: Asked) -> tuple[bool, int, int]:
    return each.present, each.true, each.false


def test_a_large_object_is_not_given_up_for_small_ones() -> None:
    small, large, absent = [Asked(score, True, area, 0) for score, area in ((0.4, 1), (0.6, 900))], [], []
    large = [Asked(0.8, True, 900, 0)] * 4
    absent = [Asked(0.3, False, 0, 50), Asked(0.5, False, 0, 50)]
    gate = fit_gate([*small, *large, *absent])
    passes = [expit(gate.slope * (np.log(p / (1 - p)) - gate.level)) >= gate.least - 1e-9 for p in (0.4, 0.5, 0.6)]
    assert passes == [False, False, True]


def test_the_area_under_the_curve_counts_the_pairs_in_the_right_order() -> None:
    asked = [Asked(0.9, True, 1, 0), Asked(0.4, True, 1, 0), Asked(0.5, False, 0, 1), Asked(0.1, False, 0, 1)]
    assert gated(asked, 0.0).roc_area == pytest.approx(3 / 4)
