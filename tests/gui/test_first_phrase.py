"""A new user's first minutes, in the real desktop: from the orthophoto to polygons, by mouse and keyboard."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from osgeo import gdal, ogr

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def seen(desktop):
    python = ROOT / ".venv" / "bin" / "python"
    scene = desktop.folder / "claremont.tif"
    # The fourth band is near infrared, which the file calls opacity: QGIS would show the picture half transparent.
    gdal.Translate(str(scene), str(ROOT / "resources" / "sample" / "claremont.tif"), bandList=[1, 2, 3])
    return desktop.run("first_phrase_script.py", PHRASEGON_GUI_PYTHON=str(python), PHRASEGON_SCENE=str(scene))


def test_without_an_engine_the_dock_says_so_and_leads_to_the_set_up(seen):
    assert seen["notice"]
    assert "Phrasegon Däta" in seen["plan"]  # where it would go
    assert any(unit in seen["plan"] for unit in ("MB", "GB"))  # and how much would be downloaded


def test_words_are_judged_while_they_are_typed(seen):
    assert "zebra" in seen["hint"]
    assert "largest" in seen["hint"]


def test_a_phrase_gives_a_layer(seen, desktop):
    told = desktop.folder / "told.gpkg"
    command = [ROOT / ".venv" / "bin" / "phrasegon", "segment", desktop.folder / "claremont.tif", "trees", "-o", told]
    subprocess.run(command, check=True)
    assert seen["layers"]["trees"] == ogr.Open(str(told)).GetLayer().GetFeatureCount() > 20
    assert str(seen["layers"]["trees"]) in seen["result"]


def test_the_threshold_acts_on_the_result(seen):
    assert 0 < seen["pools_after"] != seen["pools_before"]
    assert seen["style_kept"]


def test_two_phrases_become_one_group_and_one_shapefile(seen):
    assert seen["groups"] == ["trees, swimming pools"]
    assert {".shp", ".shx", ".dbf", ".prj"} <= set(seen["shapefile"])


def test_nothing_is_added_to_the_path_of_qgis(seen):
    assert [entry for entry in seen["path"] if not entry.endswith("tests/gui")] == []


def test_no_engine_outlives_qgis(seen):
    assert seen["engine"]
    with pytest.raises(ProcessLookupError):
        os.kill(seen["engine"], 0)
