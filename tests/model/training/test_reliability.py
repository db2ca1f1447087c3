"""Reliability of probabilities."""

from __future__ import annotations

from xml.etree import ElementTree

import numpy as np
import pytest

from phrasegon.model.training.reliability import Reliability, diagram


def drawn(exponent: float) -> Reliability:
    """Pixels whose true probability is the given one to a power."""
    rng = np.random.default_rng(3)
    given = rng.random(40_000).astype(np.float32)
    reliability = Reliability()
    for part in np.split(given, 4):
        reliability.add(part, rng.random(len(part)) < part**exponent)
    return reliability


def test_honest_probabilities_have_no_error() -> None:
    assert drawn(1).error < 0.02
    assert all(given == pytest.approx(true, abs=0.04) for given, true, _ in drawn(1).rows)


def test_boastful_probabilities_have_one() -> None:
    # The mean of p - p^2 over 0..1.
    assert drawn(2).error == pytest.approx(1 / 6, abs=0.02)


def test_certain_pixels_fall_into_the_outer_bins() -> None:
    reliability = Reliability()
    reliability.add(np.array([0, 0, 1], np.float32), np.array([False, True, True]))
    assert reliability.rows == [(0, 0.5, pytest.approx(2 / 3)), (1, 1, pytest.approx(1 / 3))]


def test_the_diagram_has_a_dot_for_every_bin_in_use() -> None:
    picture = ElementTree.fromstring(diagram(drawn(1)))
    assert len(picture.findall("{http://www.w3.org/2000/svg}circle")) == 10
