"""The validation manifest in the repository is the one that the data gives, and says what the sources' legends say."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import numpy as np
import pytest
import rasterio
from rasterio.windows import Window

from phrasegon.model.evaluation import Case, read_manifest
from phrasegon.model.evaluation.raster_labels import RasterLabels
from phrasegon.model.evaluation.truth import read_truth
from phrasegon.model.training.bundle import Bundle
from phrasegon.model.training.manifest import validation_files
from phrasegon.model.training.sources import IGNORE, Picture, dubai

ROOT = Path(__file__).resolve().parents[3]
FOLDER = ROOT / "validation"


@pytest.fixture(scope="module")
def data(data_root: Path) -> Path:
    """The data, where the manifest looks for it."""
    beside = ROOT.parent / "shared" / "data"
    if data_root != beside:
        pytest.skip("the manifest names the data beside the clone")
    return beside


@pytest.fixture(scope="module")
def cases(data: Path) -> tuple[Case, ...]:
    return read_manifest(FOLDER / "manifest.json")


def test_the_data_gives_the_manifest_that_is_there(data):
    made = validation_files(data, FOLDER)
    there = {path.relative_to(FOLDER).as_posix(): path for path in FOLDER.rglob("*.*") if path.suffix != ".md"}
    assert set(made) == set(there)
    assert [name for name, text in made.items() if text != there[name].read_text(encoding="utf-8")] == []


def test_every_case_has_its_truth(cases):
    truths = [read_truth(case) for case in cases]
    blocks = [truth for case, truth in zip(cases, truths, strict=True) if case.name.endswith("banepa-east-1.vrt")]
    assert all(len(truth) > 50 for truth in blocks)


def test_there_are_enough_questions_of_every_class(cases):
    present = Counter(case.tags["class"] for case in cases if not case.absent)
    assert len(present) == 10
    assert min(present.values()) >= 4
    assert sum(case.absent for case in cases) >= 90


def test_dubai_is_asked_as_its_legends_say(data, cases):
    folder = data / "train" / "dubai_mbrsc"
    names = [path.stem for path in dubai.members(folder, "val")]
    pictures = dict(zip(names, dubai.load(folder, "val"), strict=True))
    asked = [case for case in cases if "dubai" in case.name]
    assert len(asked) == 60
    for case in asked:
        labelled, known = answers(pictures[case.labels[0].stem], case.tags["class"])
        window = Window(0, 0, labelled.shape[1], labelled.shape[0])
        told, counted = RasterLabels(case.labels[0], case.values, case.unknown).read(window)
        np.testing.assert_array_equal(counted, known)
        np.testing.assert_array_equal(told & counted, labelled)
        assert case.absent == (not labelled.any())
        with rasterio.open(case.scene) as scene:
            shown = np.moveaxis(scene.read(), 0, -1).astype(float)
        # Not the same to the last bit, because each library decodes JPEG in its own way.
        assert np.abs(shown - pictures[case.labels[0].stem].levels[0].image).mean() < 1.5


def answers(picture: Picture, name: str) -> tuple[np.ndarray, np.ndarray]:
    answer = picture.legends[name][picture.levels[0].codes]
    return answer == 1, answer != IGNORE


def test_blocks_called_empty_touch_no_tile_with_a_building(data, cases):
    index = (data / "train" / "oam_buildings" / "index.csv").read_text().splitlines()
    buildings = {row.split(",")[1]: int(row.split(",")[3]) for row in index[1:] if row.startswith("catanduanes")}
    empty = [case for case in cases if case.absent and case.scene.name.startswith("catanduanes-empty")]
    shown = [line for case in empty for line in case.scene.read_text().splitlines() if "SourceFilename" in line]
    tiles = {Path(line.split(">")[1].split("<")[0]).stem for line in shown}
    assert len(tiles) == 10
    assert {buildings[tile] for tile in tiles} == {0}


def test_pools_are_denied_only_where_a_look_at_the_picture_bears_it_out(cases):
    """Villas have pools that no label of Dubai shows."""
    denied = [case.scene.parts[-3] for case in cases if case.absent and case.tags["class"] == "swimming pool"]
    assert set(denied) == {"neon_trees"}


def test_entries_are_written_relative_to_the_folder(tmp_path):
    bundle = Bundle(tmp_path / "validation")
    scene = bundle.refer(tmp_path / "data" / "scene.tif")
    for _ in range(4):
        bundle.ask("water", scene, [bundle.keep("labels/water.geojson", "{}")], gsd=0.3)
    bundle.ask("field", bundle.refer(tmp_path / "data" / "town.tif", "scenes"), absent=True)
    *water, field, farmland = json.loads(bundle.manifest())
    assert [entry.pop("phrase") for entry in water] == ["water", "water", "water", "water bodies"]
    assert water[0] == {
        "scene": "../data/scene.tif",
        "class": "water",
        "kind": "class",
        "labels": "labels/water.geojson",
        "gsd": 0.3,
    }
    assert field == {
        "scene": "../../data/town.tif",
        "phrase": "fields",
        "class": "field",
        "kind": "absent",
        "absent": True,
    }
    assert farmland == {**field, "phrase": "farmland"}
    assert bundle.texts == {"labels/water.geojson": "{}"}
