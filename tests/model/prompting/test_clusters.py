"""Two groups of points are found whatever their order, the same way every time."""

from __future__ import annotations

import numpy as np
import pytest
from scipy.cluster.vq import kmeans2

from phrasegon.model.prompting.clusters import two_clusters


def points(seed: int, distance: float) -> np.ndarray:
    rng = np.random.default_rng(seed)
    return np.concatenate([rng.normal(0, 1, (300, 3)), rng.normal(distance, 1, (150, 3))])


@pytest.mark.parametrize("seed", range(5))
def test_groups_that_lie_apart_are_parted(seed: int) -> None:
    second = two_clusters(points(seed, distance=8))
    assert second[:300].all() != second[300:].all()
    assert second[:300].any() != second[300:].any()


@pytest.mark.parametrize("seed", range(5))
def test_no_worse_than_another_implementation(seed: int) -> None:
    data = points(seed, distance=2)

    def inertia(second: np.ndarray) -> float:
        return sum(((data[part] - data[part].mean(axis=0)) ** 2).sum() for part in (second, ~second))

    _, other = kmeans2(data, 2, iter=50, minit="++", rng=seed)
    assert inertia(two_clusters(data)) <= 1.001 * inertia(other == 1)


def test_equal_points_are_no_two_groups() -> None:
    assert two_clusters(np.ones((50, 3))) is None


def test_one_point_that_differs_is_a_group() -> None:
    data = np.zeros((50, 3))
    data[17] = 1
    second = two_clusters(data)
    assert np.count_nonzero(second == second[17]) == 1
