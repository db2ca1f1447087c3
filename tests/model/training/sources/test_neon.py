"""What the plots of NEON tell, in the real data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from phrasegon.model.training.sources import IGNORE, Picture, neon


@pytest.fixture(scope="module")
def plots(data_root: Path) -> list[Picture]:
    return neon.load(data_root / "train" / "neon_trees", "val")


def test_outside_the_boxes_trees_are_unknown(plots: list[Picture]) -> None:
    for plot in plots:
        told = plot.legends["tree"][plot.levels[0].codes]
        assert set(np.unique(told)) <= {1, IGNORE}
        assert (told == 1).any()
        assert "tree" in plot.boxed
        assert "tree" not in plot.exhaustive


@pytest.mark.parametrize(
    "name", ["building", "built-up area", "road", "swimming pool", "water", "storage tank", "tennis court"]
)
def test_nothing_is_built_and_no_water_shows(plots: list[Picture], name: str) -> None:
    for plot in plots:
        assert not plot.legends[name][plot.levels[0].codes].any()
        assert name in plot.exhaustive
        assert name not in plot.seeds
