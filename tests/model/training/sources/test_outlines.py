"""Outlines drawn by hand."""

from __future__ import annotations

import numpy as np

from phrasegon.model.training.sources.outlines import DOUBTFUL, OTHER, SHOWN, coded

LEFT_HALF = [[(0, 0), (50, 0), (50, 100), (0, 100)]]
LOWER_HALF = [[(0, 50), (100, 50), (100, 100), (0, 100)]]


def test_a_belt_along_an_outline_stays_unknown_and_none_along_the_picture_s_edge() -> None:
    codes = coded(LEFT_HALF, (), 100, (3, 10))
    assert (codes == codes[0]).all()
    row = codes[0].tolist()
    assert row == [SHOWN] * 48 + [DOUBTFUL] * 13 + [OTHER] * 39


def test_what_is_doubtful_wins_and_has_no_belt() -> None:
    codes = coded(LEFT_HALF, LOWER_HALF, 100, (3, 10))
    assert (codes[50:] == DOUBTFUL).all()
    np.testing.assert_array_equal(codes[:50], coded(LEFT_HALF, (), 100, (3, 10))[:50])
