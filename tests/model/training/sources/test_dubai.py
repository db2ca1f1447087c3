"""Dubai in its true colours, in the real data."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from phrasegon.model.training.sources import dubai


@pytest.mark.parametrize("split", ["train", "val"])
def test_sand_is_warmer_than_it_is_cold(data_root: Path, split: str) -> None:
    warmth = []
    for picture in dubai.load(data_root / "train" / "dubai_mbrsc", split):
        level = picture.levels[0]
        bare = picture.legends["bare land"][level.codes] == 1
        if bare.any():
            red, _, blue = np.median(level.image[bare], axis=0)
            warmth.append(red - blue)
    assert len(warmth) >= 9
    assert np.median(warmth) > 2
