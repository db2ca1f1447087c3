"""What the Californian imagery can answer for depends on what its makers marked."""

from __future__ import annotations

from pathlib import Path

import pytest

from phrasegon.model.training.sources import Picture, calpoly


@pytest.fixture(scope="module")
def pictures(data_root: Path) -> list[Picture]:
    return calpoly.load(data_root / "train" / "calpoly_urban_trees", "val")


def test_trees_are_only_asked_for_where_some_were_marked(pictures: list[Picture]) -> None:
    marked = [picture for picture in pictures if "tree" in picture.seeds]
    silent = [picture for picture in pictures if "tree" not in picture.seeds]
    assert marked
    assert silent
    assert all("tree" in picture.exhaustive for picture in marked)
    assert not any({"tree", "low vegetation"} & set(picture.legends) for picture in silent)
    assert all("vegetation" in picture.exhaustive for picture in pictures)
