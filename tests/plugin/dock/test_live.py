"""The threshold and the clean-up act on the result at once, without the network."""

from __future__ import annotations

import os
import signal

import pytest
from qgis.core import QgsFillSymbol, QgsProject, QgsSingleSymbolRenderer, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from phrasegon.plugin.log import log
from phrasegon.plugin.runtime.engine import Engine
from phrasegon.plugin.runtime.python import engine_python

from .hand import Hand, results


@pytest.fixture
def revisions(hand):
    """A result on the map, and what is told of its revisions."""
    hand.run("trees; swimming pools")
    told = []
    hand.dock.outcome.live_for(("trees", "swimming pools")).revised.connect(told.append)
    return told


def test_the_threshold_changes_the_polygons_without_the_network(hand, revisions):
    layer = results()["trees"]
    before = {feature.geometry().asWkb().data() for feature in layer.getFeatures()}
    hand.control("phrasegonThreshold").setValue(0.3)
    hand.wait_until(lambda: revisions)
    assert results()["trees"] == layer
    assert {feature.geometry().asWkb().data() for feature in layer.getFeatures()} != before
    assert all(result.tiles == 0 and not result.weights_sha256 for result in revisions)
    assert not hand.dock.run.busy
    assert hand.text("phrasegonResult").splitlines()[0] == f"“trees”: {layer.featureCount()} polygons."


def test_the_slider_acts_as_the_number_does(hand, revisions):
    hand.click("phrasegonAdjust")
    slider = hand.control("phrasegonThresholdSlider")
    assert slider.isVisible()
    QTest.keyClick(slider, Qt.Key.Key_PageUp)
    hand.wait_until(lambda: revisions)
    assert hand.control("phrasegonThreshold").value() == pytest.approx(0.6)


@pytest.mark.parametrize(
    ("name", "value"), [("phrasegonMinArea", 40.0), ("phrasegonSimplify", 2.0), ("phrasegonFillHoles", 50.0)]
)
def test_the_clean_up_acts_at_once(hand, revisions, name, value):
    hand.control(name).setValue(value)
    hand.wait_until(lambda: revisions)
    if name == "phrasegonMinArea":
        assert all(feature["area_m2"] >= value for feature in results()["trees"].getFeatures())


def test_objects_that_touch_are_separated_at_once(hand, revisions):
    layer = results()["trees"]
    before = layer.featureCount()
    hand.click("phrasegonAdjust")
    hand.click("phrasegonSeparate")
    hand.wait_until(lambda: revisions)
    assert layer.featureCount() > before
    assert "Touching objects separated: yes" in layer.metadata().abstract()


def test_only_the_newest_value_waits(hand, revisions):
    for percent in range(30, 70):
        hand.control("phrasegonThreshold").setValue(percent / 100)
    hand.wait_until_settled()
    assert len(revisions) < 8
    final = revisions[-1]
    assert final.counts[0] == results()["trees"].featureCount()


def test_the_style_of_the_user_stays(hand, revisions):
    layer = results()["trees"]
    layer.setRenderer(QgsSingleSymbolRenderer(QgsFillSymbol.createSimple({"color": "10,20,30"})))
    hand.control("phrasegonThreshold").setValue(0.4)
    hand.wait_until_settled()
    assert layer.renderer().symbol().color().getRgb()[:3] == (10, 20, 30)


def test_at_rest_a_temporary_layer_can_be_edited_again(hand, revisions):
    hand.control("phrasegonThreshold").setValue(0.4)
    hand.wait_until_settled()
    layer = results()["trees"]
    assert ".gpkg" in layer.source()
    assert layer.startEditing()
    layer.rollBack()


@pytest.mark.parametrize("name", ["trees.gpkg", "trees.shp"])
def test_at_rest_the_users_file_holds_what_is_shown(hand, tmp_path, name):
    target = tmp_path / name
    hand.control("phrasegonOutput").setText(str(target))
    hand.run("trees")
    layer, before = results()["trees"], target.read_bytes()
    hand.control("phrasegonThreshold").setValue(0.3)
    hand.wait_until_settled()
    assert str(target) in layer.source()
    assert target.read_bytes() != before
    assert layer.featureCount() > 0
    folder = hand.dock.run.order.folder
    assert list(folder.glob("*.fgb")) == []


@pytest.mark.parametrize("close_project", [True, False])
def test_a_change_just_before_the_end_still_reaches_the_file(hand, make_dock, tmp_path, close_project):
    target = tmp_path / "trees.gpkg"
    hand.control("phrasegonOutput").setText(str(target))
    hand.run("trees")
    hand.control("phrasegonMinArea").setValue(20)
    hand.control("phrasegonMinArea").setValue(60)
    if close_project:
        QgsProject.instance().clear()
    make_dock.end(hand.dock)
    layer = QgsVectorLayer(str(target), "trees", "ogr")
    assert layer.featureCount() > 0
    assert all(feature["area_m2"] >= 60 for feature in layer.getFeatures())


def test_another_phrase_in_the_field_leaves_the_result_alone(hand, revisions):
    hand.type("roads")
    hand.control("phrasegonThreshold").setValue(0.8)
    assert hand.dock.outcome.live_for(("roads",)) is None
    assert not hand.dock.outcome.live_for(("trees", "swimming pools")).busy
    assert revisions == []


def test_polygons_that_were_edited_are_never_made_anew(hand, revisions):
    layer = results()["trees"]
    assert layer.startEditing()
    hand.control("phrasegonThreshold").setValue(0.4)
    assert any("being edited" in text for text in hand.messages())
    layer.deleteFeature(next(layer.getFeatures()).id())
    count = layer.featureCount()
    assert layer.commitChanges()
    hand.control("phrasegonThreshold").setValue(0.3)
    assert hand.dock.outcome.live_for(("trees", "swimming pools")) is None
    assert results()["trees"].featureCount() == count


def test_a_phrase_that_had_no_polygons_gets_its_layer_as_soon_as_there_are(hand):
    hand.control("phrasegonMinArea").setValue(300)
    hand.run("trees; swimming pools")
    assert set(results()) == {"trees"}
    hand.control("phrasegonMinArea").setValue(0)
    hand.wait_until_settled()
    assert set(results()) == {"trees", "swimming pools"}
    assert "nothing" not in hand.text("phrasegonResult")


def test_an_engine_that_has_ended_meanwhile_is_started_again(make_dock, interface, raster, wait_until):
    engine = Engine(engine_python, log)
    hand = Hand(make_dock(engine), interface, wait_until)
    hand.run("trees")
    wait_until(lambda: hand.dock.view.model.model is not None)
    os.kill(engine.pid, signal.SIGKILL)
    wait_until(lambda: not engine.running)
    count = results()["trees"].featureCount()
    hand.control("phrasegonMinArea").setValue(60)
    hand.wait_until_settled()
    assert results()["trees"].featureCount() < count
    assert hand.messages() == []
    engine.stop()


def test_removed_layers_end_it(hand, revisions):
    QgsProject.instance().removeMapLayers([layer.id() for layer in results().values()])
    hand.control("phrasegonThreshold").setValue(0.3)
    assert hand.dock.outcome.live_for(("trees", "swimming pools")) is None
    assert results() == {}


def test_what_an_earlier_result_still_writes_is_no_news_of_the_next_run(hand):
    hand.run("trees")
    hand.control("phrasegonThreshold").setValue(0.7)
    earlier = hand.dock.outcome.live_for(("trees",))
    hand.run("swimming pools")
    hand.wait_until(lambda: not earlier.busy)
    pools = results()["swimming pools"].featureCount()
    assert pools != results()["trees"].featureCount()
    assert hand.text("phrasegonResult").startswith(f"“swimming pools”: {pools} polygons.")
