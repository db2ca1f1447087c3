"""A raster whose end is missing: what can be read is searched, and of the rest it is said that it was not."""

from __future__ import annotations

import os

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt

from .conftest import SAMPLE
from .hand import results

NAME = "Tiles that could not be read"


@pytest.fixture
def scene(tmp_path):
    """Takes the place of the whole one."""
    path = tmp_path / "claremont.tif"
    options = ["COMPRESS=NONE", "INTERLEAVE=PIXEL"]
    gdal.Translate(str(path), str(SAMPLE), bandList=[1, 2, 3], width=1024, height=1024, creationOptions=options)
    os.truncate(path, path.stat().st_size * 6 // 10)
    return path


def run(hand, output=""):
    hand.control("phrasegonOutput").setText(str(output))
    hand.run("trees")


def saved(path):
    return QgsVectorLayer(f"{path}|layername=failed_tiles", "", "ogr").featureCount()


def check_told(hand):
    (text,) = (text for text in hand.messages() if "could not be read" in text)
    assert "nothing is known there" in text
    assert "run again over that area" in text
    failed, tiles = (int(word) for word in text.split() if word.isdigit())
    assert 0 < failed < tiles
    assert f"Note: {text}" in hand.text("phrasegonResult").splitlines()
    assert hand.text("phrasegonResult").count("could not be read") == 1
    return failed


def test_tiles_that_could_not_be_read_are_told_of_and_shown(hand, raster):
    run(hand)
    failed = check_told(hand)
    layer = results()[NAME]
    assert layer.featureCount() == failed
    assert layer.crs() == raster.crs()
    assert layer.extent().yMaximum() < raster.extent().yMaximum()
    assert layer.extent().yMinimum() == pytest.approx(raster.extent().yMinimum())
    group = QgsProject.instance().layerTreeRoot().findGroup("trees")
    assert [child.name() for child in group.children()] == ["trees", NAME]
    (hatched,) = layer.renderer().symbol().symbolLayers()
    assert hatched.brushStyle() == Qt.BrushStyle.BDiagPattern


def test_another_threshold_changes_nothing_about_them(hand, tmp_path):
    output = tmp_path / "trees.gpkg"
    run(hand, output)
    failed = check_told(hand)
    before = results()["trees"].featureCount()
    assert saved(output) == failed
    hand.control("phrasegonThreshold").setValue(0.7)
    hand.wait_until_settled()
    assert results()["trees"].featureCount() != before
    assert check_told(hand) == results()[NAME].featureCount() == saved(output) == failed


@pytest.mark.parametrize("name", ["trees.shp", "trees.geojson"])
def test_formats_of_one_layer_have_them_in_a_file_beside(hand, tmp_path, name):
    output = tmp_path / name
    run(hand, output)
    layer = results()[NAME]
    assert layer.featureCount() == check_told(hand)
    assert layer.source().startswith(str(output.with_suffix("")) + "_failed_tiles")


def test_where_nothing_was_found_they_are_shown_all_the_same(hand):
    hand.control("phrasegonThreshold").setValue(0.99)
    hand.run("temples")
    assert set(results()) == {NAME}
    check_told(hand)
