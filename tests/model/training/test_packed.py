"""What is packed for a machine that only trains is what the sources give."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from phrasegon.model.training.dataset import PhraseDataset
from phrasegon.model.training.packed import pack_path, read_packs, write_packs
from phrasegon.model.training.sources import Picture
from phrasegon.model.training.sources.picture import legend, make_picture

SIDE = 96


def picture(source: str, seed: int, *, instances: bool) -> Picture:
    rng = np.random.default_rng(seed)
    codes = np.zeros((SIDE, SIDE + 8), np.uint8)
    codes[10:50, 10:60], codes[70:, 80:] = 1, 2
    light = np.where(codes[..., None] == 1, 200, 90) + rng.integers(-6, 7, (*codes.shape, 3))
    return make_picture(
        source=source,
        place=f"{source} {seed}",
        image=light.astype(np.uint8),
        codes=codes,
        gsd=0.25,
        gsd_range=(0.25, 1.0),
        legends={"building": legend((1,), unlabelled=0), "tree": legend((2,))},
        exhaustive=frozenset({"building"}),
        instances=(codes * np.uint16(300)).astype(np.uint16) if instances else None,
        attributes={300: frozenset({"roof:material=tin"})},
        boxed=frozenset({"tree"}),
    )


@pytest.fixture
def pictures() -> list[Picture]:
    return [picture("one", 1, instances=True), picture("one", 2, instances=True), picture("other", 3, instances=False)]


def test_pictures_come_back_with_the_same_labels_and_nearly_the_same_colours(
    pictures: list[Picture], tmp_path: Path
) -> None:
    write_packs(pictures, tmp_path, "train")
    again = read_packs(tmp_path, "train")
    for packed, given in zip(again, pictures, strict=True):
        assert (packed.source, packed.place, packed.gsd) == (given.source, given.place, given.gsd)
        assert (packed.gsd_range, packed.exhaustive, packed.boxed) == (given.gsd_range, given.exhaustive, given.boxed)
        assert packed.attributes == given.attributes
        assert all(np.array_equal(packed.legends[name], table) for name, table in given.legends.items())
        assert all(np.array_equal(packed.seeds[name], seeds) for name, seeds in given.seeds.items())
        for mine, yours in zip(packed.levels, given.levels, strict=True):
            assert np.array_equal(mine.codes, yours.codes)
            assert (mine.instances is None) == (yours.instances is None)
            assert mine.instances is None or np.array_equal(mine.instances, yours.instances)
            assert np.abs(mine.image.astype(int) - yours.image).mean() < 6


def test_each_source_and_split_has_its_file(pictures: list[Picture], tmp_path: Path) -> None:
    write_packs(pictures, tmp_path, "train")
    assert sorted(tmp_path.iterdir()) == [pack_path(tmp_path, "train", "one"), pack_path(tmp_path, "train", "other")]
    assert read_packs(tmp_path, "val") == []


def test_a_folder_of_packs_serves_in_place_of_the_data(pictures: list[Picture], tmp_path: Path) -> None:
    write_packs(pictures, tmp_path, "train")
    dataset = PhraseDataset(tmp_path, "train", 64)
    assert [each.place for each in dataset.pictures] == [each.place for each in pictures]
