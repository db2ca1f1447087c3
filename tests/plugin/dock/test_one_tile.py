"""The current view as one tile, for words that are judged within each tile."""

from __future__ import annotations

import pytest
from osgeo import gdal
from qgis.core import QgsProject, QgsRasterLayer

from phrasegon.plugin.dock.words import compared_words

TILE = 512


@pytest.fixture
def large(hand, interface, tmp_path):
    """Shows a raster of 2000 x 1500 pixels; there is nothing on it."""

    def show(crs, box):
        path = tmp_path / "large.tif"
        dataset = gdal.GetDriverByName("GTiff").Create(str(path), 2000, 1500, 3, gdal.GDT_Byte, ["COMPRESS=DEFLATE"])
        x0, y0, x1, y1 = box
        dataset.SetGeoTransform((x0, (x1 - x0) / 2000, 0, y1, 0, (y0 - y1) / 1500))
        dataset.SetProjection(crs)
        for band in range(1, 4):
            dataset.GetRasterBand(band).Fill(60 * band)
        del dataset
        layer = QgsRasterLayer(str(path), "large")
        QgsProject.instance().addMapLayer(layer)
        interface.setActiveLayer(layer)
        interface.canvas.setDestinationCrs(layer.crs())
        interface.canvas.setExtent(layer.extent())
        return layer

    return show


def offered(hand):
    return hand.control("phrasegonOneTile").isVisible()


def way_back(hand):
    return hand.control("phrasegonWholeRaster").isVisible()


def run_of(hand, phrase):
    """Request and result of a run."""
    ended = []
    hand.dock.run.done.connect(ended.append)
    hand.run(phrase)
    return ended[0].request, ended[0].result


def test_it_is_offered_for_words_that_compare_alone(hand):
    hand.type("trees")
    assert not offered(hand)
    hand.type("the largest trees")
    assert offered(hand)
    assert "“largest”" in hand.text("phrasegonPhraseHint")
    assert not way_back(hand)
    hand.type("trees")
    assert not offered(hand)
    assert compared_words("the Largest trees", ("largest", "left")) == ("largest",)


def test_the_view_becomes_one_tile_and_there_is_a_way_back(hand, large):
    large(hand.dock.view.raster.layer.crs().toWkt(), (435000, 3775000, 437000, 3776500))
    hand.type("the largest tree")
    hand.click("phrasegonOneTile")
    assert hand.control("phrasegonExtent").currentData() == "view"
    gsd = hand.control("phrasegonDetail").value()
    assert 2000 / TILE < gsd < 2000 / TILE * 1.003
    assert f"one tile at {gsd:.3g} m" in hand.text("phrasegonOneTileHint")
    assert "has learnt" not in hand.text("phrasegonOneTileHint")
    assert not offered(hand)
    hand.wait_until(lambda: "1 tile" in hand.text("phrasegonCostHint"))
    request, result = run_of(hand, "the largest tree")
    assert request.bounds == pytest.approx((435000, 3775000, 437000, 3776500))
    assert (request.gsd, result.tiles) == (gsd, 1)
    hand.click("phrasegonWholeRaster")
    assert hand.control("phrasegonExtent").currentData() == "whole"
    assert hand.control("phrasegonDetail").value() == 0
    assert not way_back(hand)
    assert offered(hand)


def test_degrees_too_become_one_tile(hand, large):
    large("EPSG:4326", (10.0, 60.0, 10.04, 60.03))
    hand.type("the largest tree")
    hand.click("phrasegonOneTile")
    _, result = run_of(hand, "the largest tree")
    assert result.tiles == 1


def test_pixels_that_the_model_has_not_learnt_are_said(hand, large):
    large(hand.dock.view.raster.layer.crs().toWkt(), (430000, 3770000, 438000, 3776000))
    hand.type("the largest tree")
    hand.click("phrasegonOneTile")
    told = hand.text("phrasegonOneTileHint")
    assert "one tile at 15.7 m" in told
    assert "has learnt 0.12 to 5 m" in told


def test_a_small_view_is_one_tile_without_magnifying(hand, interface, raster):
    hand.type("the largest tree")
    hand.click("phrasegonOneTile")
    assert hand.control("phrasegonExtent").currentData() == "view"
    assert hand.control("phrasegonDetail").value() == 0
    assert "one tile at 0.6 m" in hand.text("phrasegonOneTileHint")
    assert way_back(hand)


def test_a_view_that_grows_is_offered_again(hand, interface, large):
    large(hand.dock.view.raster.layer.crs().toWkt(), (435000, 3775000, 437000, 3776500))
    interface.canvas.zoomByFactor(0.4)
    hand.type("the largest tree")
    hand.click("phrasegonOneTile")
    before = hand.control("phrasegonDetail").value()
    interface.canvas.zoomByFactor(2)
    assert hand.text("phrasegonOneTileHint") == ""
    assert offered(hand)
    assert way_back(hand)
    hand.click("phrasegonOneTile")
    assert hand.control("phrasegonDetail").value() == pytest.approx(2 * before, rel=0.01)


def test_what_the_user_sets_is_the_users(hand):
    hand.type("the largest tree")
    hand.click("phrasegonOneTile")
    hand.control("phrasegonDetail").setValue(0.5)
    assert not way_back(hand)
    assert hand.text("phrasegonOneTileHint") == ""


def test_a_view_that_misses_the_raster_cannot_be_one_tile(hand, interface, raster):
    hand.type("the largest tree")
    assert offered(hand)
    far = raster.extent()
    far.setXMinimum(far.xMinimum() + 5000)
    far.setXMaximum(far.xMaximum() + 9000)
    interface.canvas.setExtent(far)
    assert not offered(hand)
