"""From typing to a styled layer, with the real engine and the embedded nano."""

from __future__ import annotations

import pytest
from qgis.core import QgsFeature, QgsGeometry, QgsProject, QgsRasterLayer, QgsRectangle, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from phrasegon.plugin.settings import Settings

from .hand import results


def test_a_phrase_becomes_a_styled_layer_in_a_group_of_its_name(hand, raster):
    hand.run("trees")
    layer = results()["trees"]
    assert layer.featureCount() > 10
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.crs() == raster.crs()
    assert layer.isTemporary()
    group = QgsProject.instance().layerTreeRoot().findGroup("trees")
    assert [child.name() for child in group.children()] == ["trees"]
    assert f"{layer.featureCount()} polygons" in hand.text("phrasegonResult")
    assert hand.control("phrasegonAdjust").isVisible()
    assert Settings().history == ["trees"]
    assert Settings().pace("rs2sam2-nano", "cpu") > 0


def test_enter_in_the_phrase_field_runs(hand):
    hand.type("swimming pools")
    hand.press(Qt.Key.Key_Return)
    hand.wait_until(lambda: hand.dock.run.busy)
    hand.wait_for_end()
    assert "swimming pools" in results()


def test_several_phrases_become_a_layer_each(hand):
    hand.run("trees; swimming pools")
    layers = results()
    assert set(layers) == {"trees", "swimming pools"}
    assert layers["trees"].featureCount() != layers["swimming pools"].featureCount()
    assert hand.text("phrasegonResult").count("polygon") == 2


def test_nothing_found_is_said_and_leaves_no_layer(hand):
    hand.control("phrasegonThreshold").setValue(0.99)
    hand.run("temples")
    assert results() == {}
    assert "“temples”: nothing found." in hand.text("phrasegonResult")
    assert any("Nothing found for “temples”" in text for text in hand.messages())


def test_progress_is_told_and_polygons_appear_while_tiles_finish(hand):
    stages, previews = set(), []
    hand.dock.run.progressed.connect(lambda progress: stages.add(progress.stage))
    hand.dock.run.found.connect(lambda said: previews.append(results().get("Polygons so far")))
    hand.control("phrasegonDetail").setValue(0.15)
    hand.type("trees")
    hand.click("phrasegonRun")
    hand.wait_until(lambda: hand.text("phrasegonStage").startswith("Tile"))
    assert hand.control("phrasegonProgress").isVisible()
    assert hand.control("phrasegonRun").text() == "Cancel"
    hand.wait_for_end()
    assert {"segmenting", "vectorising", "writing"} <= stages
    assert previews
    assert all(layer is not None for layer in previews)
    assert set(results()) == {"trees"}
    assert not hand.control("phrasegonProgress").isVisible()
    assert "Find" in hand.control("phrasegonRun").text()


@pytest.mark.parametrize("name", ["trees and pools.gpkg", "bäume.shp", "trees.geojson", "trees.fgb"])
def test_the_result_goes_to_the_file_that_was_named(hand, tmp_path, name):
    target = tmp_path / name
    hand.control("phrasegonOutput").setText(str(target))
    hand.run("trees; swimming pools")
    assert target.is_file()
    layers = results()
    assert set(layers) == {"trees", "swimming pools"}
    for layer in layers.values():
        assert str(target) in layer.source()
        assert layer.featureCount() > 0
        assert not layer.source().startswith("/tmp/phrasegon/")


def test_a_file_that_is_there_is_overwritten_only_when_the_user_says_so(hand, tmp_path):
    target = tmp_path / "trees.gpkg"
    target.write_text("mine")
    hand.control("phrasegonOutput").setText(str(target))
    answers = [False, True]
    hand.dock.ordering.may_overwrite = lambda path: answers.pop(0)
    hand.type("trees")
    hand.click("phrasegonRun")
    assert not hand.dock.run.busy
    assert target.read_text() == "mine"
    hand.click("phrasegonRun")
    hand.wait_for_end()
    assert results()["trees"].featureCount() > 0


def test_a_run_separates_objects_that_touch_when_the_user_says_so(hand):
    hand.control("phrasegonSeparate").setChecked(True)
    hand.run("trees")
    layer = results()["trees"]
    assert "Touching objects separated: yes" in layer.metadata().abstract()
    apart = layer.featureCount()
    hand.control("phrasegonSeparate").setChecked(False)
    hand.wait_until_settled()
    assert layer.featureCount() < apart


def test_tiles_without_the_object_are_left_out_unless_the_user_says_so(hand):
    asked = []
    hand.dock.run.done.connect(lambda done: asked.append(done.request))
    Settings().prepared_gigabytes = 2
    hand.run("water")
    assert results() == {}
    hand.control("phrasegonAdvanced").setCollapsed(False)
    hand.click("phrasegonPresence")
    hand.run("water")
    layer = results()["water"]
    assert [(request.presence, request.kept_features) for request in asked] == [(True, 2 * 10**9), (False, 2 * 10**9)]
    assert all(0 <= feature["presence"] < 0.5 for feature in layer.getFeatures())


def test_only_the_current_view_is_looked_at(hand, interface, raster):
    box = raster.extent()
    part = QgsRectangle(box.center(), QgsGeometry.fromRect(box).boundingBox().center())
    part = QgsRectangle(box.xMinimum(), box.yMinimum(), box.center().x(), box.center().y())
    interface.canvas.setExtent(part)
    hand.choose("phrasegonExtent", "view")
    hand.run("trees")
    found = results()["trees"].extent()
    assert interface.canvas.extent().buffered(0.61).contains(found)
    assert not part.contains(box)


def test_a_view_that_misses_the_raster_is_one_sentence(hand, interface, raster):
    box = raster.extent()
    interface.canvas.setExtent(
        QgsRectangle(box.xMaximum() + 1000, box.yMinimum(), box.xMaximum() + 2000, box.yMaximum())
    )
    hand.choose("phrasegonExtent", "view")
    hand.type("trees")
    hand.click("phrasegonRun")
    assert not hand.dock.run.busy
    assert any("current view" in text for text in hand.messages())


def test_only_the_selected_polygons_are_looked_at(hand, raster):
    box = raster.extent()
    halves = (
        QgsRectangle(box.xMinimum(), box.yMinimum(), box.center().x(), box.yMaximum()),
        QgsRectangle(box.center().x(), box.yMinimum(), box.xMaximum(), box.yMaximum()),
    )
    plots = QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}", "plots", "memory")
    for half in halves:
        feature = QgsFeature()
        feature.setGeometry(QgsGeometry.fromRect(half))
        plots.dataProvider().addFeature(feature)
    QgsProject.instance().addMapLayer(plots)
    plots.selectByIds([2])
    hand.choose("phrasegonExtent", "polygons")
    hand.control("phrasegonSelectedOnly").setChecked(True)
    hand.run("trees")
    assert halves[1].buffered(0.61).contains(results()["trees"].extent())


def test_sixteen_bits_are_read_with_the_contrast_of_the_layer(hand, interface, tmp_path, scene):
    from osgeo import gdal

    path = tmp_path / "sixteen.tif"
    gdal.Translate(str(path), str(scene), outputType=gdal.GDT_UInt16, scaleParams=[[0, 255, 300, 9000]])
    layer = QgsRasterLayer(str(path), "sixteen")
    QgsProject.instance().addMapLayer(layer)
    interface.setActiveLayer(layer)
    hand.run("trees")
    assert results()["trees"].featureCount() > 10


def test_an_empty_phrase_is_one_sentence(hand):
    hand.type(" ; ")
    hand.click("phrasegonRun")
    assert not hand.dock.run.busy
    assert any("Say what to look for" in text for text in hand.messages())


def test_a_project_without_a_raster_is_one_sentence(hand, raster):
    QgsProject.instance().removeMapLayer(raster.id())
    hand.type("trees")
    hand.click("phrasegonRun")
    assert any("no raster" in text for text in hand.messages())


def test_an_error_of_the_engine_reaches_the_message_bar(hand, scene, tmp_path):
    hand.type("trees")
    scene.write_bytes(b"no raster any more")
    hand.click("phrasegonRun")
    hand.wait_for_end()
    assert hand.messages()
    assert hand.bar_button("phrasegonOpenLog") is not None
    assert results() == {}


def test_unknown_and_compared_words_are_hinted_at_from_the_models_own_vocabulary(hand):
    hand.type("the largest zebras ")
    assert "zebras" in hand.text("phrasegonPhraseHint")
    assert "largest" in hand.text("phrasegonPhraseHint")
    assert "the" not in hand.text("phrasegonPhraseHint").split("“")[1:]


def test_a_word_is_completed_from_the_models_vocabulary(hand):
    hand.type("swimm")
    popup = hand.dock.view.phrases.completer.popup()
    hand.wait_until(popup.isVisible)
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert hand.dock.view.phrases.phrases == ("swimming",)
