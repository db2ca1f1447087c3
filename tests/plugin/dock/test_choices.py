"""Raster, extent, detail, model, output: what the user chooses from."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtWidgets import QWidget

from phrasegon.plugin.dock.model import ModelChoice
from phrasegon.plugin.dock.output import OutputChoice
from phrasegon.plugin.dock.raster import RasterChoice
from phrasegon.plugin.errors import UserError
from phrasegon.protocol import Device, Model, Welcome

NANO = Model("nano", "Nano", True, "GPL", "imagery", 512, (0.12, 5.0), 1_500_000_000, ("trees",))
LARGE = Model("large", "Large", False, "none", "imagery", 800, (0.5, 30.0), 6_000_000_000)
CUDA = Device("cuda", "A graphics card", 4_000_000_000, 8_000_000_000)
CPU = Device("cpu", "x86_64", 8_000_000_000, 16_000_000_000)
WELCOME = Welcome("1", "3.11", "2.6", (CUDA, CPU), (NANO, LARGE), ())


@pytest.fixture
def parent(application):
    parent = QWidget()
    yield parent
    parent.deleteLater()


@pytest.fixture
def second(interface, raster, scene):
    layer = QgsRasterLayer(str(scene), "second")
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_the_active_raster_is_taken_until_the_user_chooses(parent, raster, second):
    choice = RasterChoice(parent)
    choice.follow(second)
    assert choice.layer == second
    choice.follow(None)
    assert choice.layer == second
    choice.follow(raster)
    assert choice.layer == raster
    choice.box.activated.emit(0)
    choice.follow(second)
    assert choice.layer == raster
    choice.forget()
    choice.follow(second)
    assert choice.layer == second


def test_a_raster_that_goes_leaves_no_trace(parent, raster):
    choice = RasterChoice(parent)
    QgsProject.instance().removeMapLayer(raster.id())
    assert choice.layer is None


def test_the_dock_follows_the_active_layer(hand, interface, second):
    interface.setActiveLayer(second)
    assert hand.dock.view.raster.layer == second


def test_a_model_that_is_not_installed_is_shown_as_such_with_a_way_to_get_it(parent):
    choice = ModelChoice(parent, "nano", "auto")
    choice.set_welcome(WELCOME)
    assert choice.fetch.isHidden()
    wanted = []
    choice.wanted.connect(wanted.append)
    choice.models.setCurrentIndex(1)
    assert "not installed" in choice.models.currentText()
    assert not choice.fetch.isHidden()
    choice.fetch.click()
    assert wanted == ["large"]


def test_memory_is_that_of_the_device_the_run_takes_place_on(parent):
    choice = ModelChoice(parent, "nano", "auto")
    choice.set_welcome(WELCOME)
    assert "4.0" in choice.caption.text()
    choice.devices.setCurrentIndex(choice.devices.findData("cpu"))
    assert "8.0" in choice.caption.text()


def test_the_choice_outlives_what_the_engine_tells(parent):
    choice = ModelChoice(parent, "large", "cpu")
    assert (choice.name, choice.device) == ("large", "cpu")
    choice.set_welcome(WELCOME)
    assert (choice.name, choice.device) == ("large", "cpu")
    choice.set_welcome(Welcome("1", "3.11", "2.6", (CUDA,), (NANO,), ()))
    assert (choice.name, choice.device) == ("nano", "auto")


def test_an_empty_output_is_a_temporary_layer(parent):
    assert OutputChoice(parent).path is None


def test_a_file_without_suffix_becomes_a_geopackage(parent, tmp_path):
    choice = OutputChoice(parent)
    choice.widget.setFilePath(str(tmp_path / "trees"))
    assert choice.path == tmp_path / "trees.gpkg"


@pytest.mark.parametrize("name", ["trees.dxf", "no folder/trees.gpkg"])
def test_an_output_that_cannot_be_is_one_sentence(parent, tmp_path, name):
    choice = OutputChoice(parent)
    choice.widget.setFilePath(str(tmp_path / name))
    with pytest.raises(UserError):
        _ = choice.path


def test_a_relative_output_is_asked_for_its_folder(parent):
    choice = OutputChoice(parent)
    choice.widget.setFilePath("trees.gpkg")
    with pytest.raises(UserError, match="folder"):
        _ = choice.path


def polygons(raster, *boxes):
    layer = QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}", "plots", "memory")
    for box in boxes:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(box))
        layer.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(layer)
    return layer


def test_the_polygon_layer_is_asked_for_only_where_it_matters(hand):
    field = hand.control("phrasegonPolygonLayer")
    assert not field.isVisible()
    hand.choose("phrasegonExtent", "polygons")
    assert field.isVisible()
    assert hand.control("phrasegonPolygonLayerLabel").isVisible()
    hand.choose("phrasegonExtent", "whole")
    assert not field.isVisible()
    assert not hand.control("phrasegonPolygonLayerLabel").isVisible()


def test_the_number_of_selected_polygons_is_told(hand, raster):
    box = raster.extent()
    layer = polygons(raster, box, box.buffered(-20))
    hand.choose("phrasegonExtent", "polygons")
    assert not hand.control("phrasegonSelectedOnly").isEnabled()
    layer.selectByIds([2])
    assert hand.control("phrasegonSelectedOnly").isEnabled()
    assert "1" in hand.control("phrasegonSelectedOnly").text()


def test_the_cost_follows_extent_and_detail(hand, raster, wait_until):
    wait_until(lambda: "1 tile" in hand.text("phrasegonCostHint"))
    hand.control("phrasegonDetail").setValue(0.2)
    wait_until(lambda: "4 tiles" in hand.text("phrasegonCostHint"))
    assert "0.2" in hand.text("phrasegonDetailHint")
    centre = raster.extent().center()
    polygons(raster, QgsRectangle(centre.x(), centre.y(), centre.x() + 20, centre.y() + 20))
    hand.choose("phrasegonExtent", "polygons")
    wait_until(lambda: "1 tile" in hand.text("phrasegonCostHint"))


def test_units_are_pixels_without_a_crs(hand, interface, tmp_path, scene, wait_until):
    from osgeo import gdal

    bare = tmp_path / "bare.tif"
    gdal.Translate(str(bare), str(scene), outputSRS="", noData=None, format="GTiff")
    layer = QgsRasterLayer(str(bare), "bare")
    layer.setCrs(type(layer.crs())())
    QgsProject.instance().addMapLayer(layer)
    interface.setActiveLayer(layer)
    wait_until(lambda: hand.control("phrasegonMinArea").suffix().strip() == "px²")
