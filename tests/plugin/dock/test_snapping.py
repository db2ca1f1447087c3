"""Polygons on the map snap to objects, with the real engine and a SAM 2.1 of random weights."""

from __future__ import annotations

from dataclasses import replace

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRectangle, QgsVectorLayer

from .hand import results


@pytest.fixture
def rough(raster):
    """A layer with a polygon in the middle of the raster that nobody has saved yet."""
    layer = QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}&field=name:string", "rough", "memory")
    middle = raster.extent().center()
    feature = QgsFeature(layer.fields())
    feature.setAttributes(["pool"])
    feature.setGeometry(QgsGeometry.fromRect(QgsRectangle(middle.x(), middle.y(), middle.x() + 20, middle.y() + 15)))
    QgsProject.instance().addMapLayer(layer)
    layer.startEditing()
    assert layer.addFeature(feature)
    return layer


@pytest.fixture
def snapping(sam2, dock, hand, wait_until):
    """With a SAM 2.1 that the engine has told of."""
    dock.refresh()
    wait_until(lambda: "not installed" not in hand.control("phrasegonSnap").toolTip())
    hand.choose("phrasegonDevice", "cpu")
    return dock.snapping


def test_there_is_no_button_without_polygons(hand):
    assert hand.control("phrasegonSnap").isHidden()


def test_without_sam_2_the_button_explains_why_it_does_nothing(dock, hand, rough, interface, engine):
    none = tuple(replace(part, installed=False) for part in engine.welcome.snapping)
    dock.snapping.set_welcome(replace(engine.welcome, snapping=none))
    interface.setActiveLayer(rough)
    button = hand.control("phrasegonSnap")
    assert not button.isHidden()
    assert not button.isEnabled()
    assert "SAM 2.1, which is not installed" in button.toolTip()


def test_the_active_polygons_snap_into_a_new_layer_above_them(snapping, hand, rough, interface):
    interface.setActiveLayer(rough)
    button = hand.control("phrasegonSnap")
    assert button.isEnabled()
    assert "“rough”" in button.toolTip()
    hand.click("phrasegonSnap")
    assert (snapping.busy, button.text()) == (True, "Cancel snapping")
    hand.wait_until(lambda: not snapping.busy)
    layer = results()["rough (snapped)"]
    (row,) = layer.getFeatures()
    assert row["name"] == "pool"
    assert layer.crs() == rough.crs()
    (before,) = rough.getFeatures()
    assert row["snapped"] == (not row.geometry().isGeosEqual(before.geometry()))
    names = [node.name() for node in QgsProject.instance().layerTreeRoot().children()]
    assert names.index("rough (snapped)") == names.index("rough") - 1
    assert any("of 1 polygons" in text for text in hand.messages())
    assert rough.isEditable(), "what the user draws is left alone"


def test_the_last_result_is_offered_and_snapping_can_be_cancelled(snapping, hand, raster, interface):
    hand.run("swimming pools")
    interface.setActiveLayer(raster)
    assert "“swimming pools”" in hand.control("phrasegonSnap").toolTip()
    hand.click("phrasegonSnap")
    hand.click("phrasegonSnap")
    hand.wait_until(lambda: not snapping.busy)
    assert set(results()) == {"swimming pools"}
    assert hand.messages() == []
    QgsProject.instance().removeMapLayer(results()["swimming pools"].id())
    assert hand.control("phrasegonSnap").isHidden()


def test_polygons_beside_the_raster_are_one_sentence(snapping, hand, rough, interface):
    (feature,) = rough.getFeatures()
    away = feature.geometry()
    away.translate(90_000, 0)
    rough.changeGeometry(feature.id(), away)
    interface.setActiveLayer(rough)
    hand.click("phrasegonSnap")
    assert not snapping.busy
    assert any("outside" in text for text in hand.messages())
