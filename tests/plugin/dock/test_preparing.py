"""A scene prepared before any phrase, with the real engine and a random network that reads the picture by itself."""

from __future__ import annotations

import os
import re
import shlex
from pathlib import Path

import pytest
from qgis.core import (
    QgsColorRampShader,
    QgsFeature,
    QgsGeometry,
    QgsProject,
    QgsRasterShader,
    QgsSingleBandPseudoColorRenderer,
    QgsVectorLayer,
)

from phrasegon.plugin.log import log
from phrasegon.plugin.runtime.engine import Engine
from phrasegon.plugin.runtime.python import engine_python
from phrasegon.plugin.settings import Settings
from phrasegon.protocol import Preparation

from .hand import Hand
from .small_engine import NAME

PROGRAM = Path(__file__).with_name("small_engine.py")
NOT, WHOLE = "Not prepared: the first phrase takes longest.", "Prepared: a further phrase is fast."


class Recorded(Engine):
    """The real engine; keeps what it is asked."""

    def __init__(self, python):
        super().__init__(python, log)
        self.asked = []

    def ask(self, command, **options):
        self.asked.append(command)
        return super().ask(command, **options)


@pytest.fixture(scope="module")
def small_engine(application, tmp_path_factory):
    """Starts with the first question; its models and features lie in a folder of their own."""
    folder = tmp_path_factory.mktemp("small")
    script = folder / "python"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(str(engine_python()))} {shlex.quote(str(PROGRAM))} "$@"\n')
    script.chmod(0o755)
    with pytest.MonkeyPatch.context() as environment:
        environment.setenv("PHRASEGON_HOME", str(folder / "home"))
        engine = Recorded(lambda: script)
        yield engine
        engine.stop()


@pytest.fixture
def hand(make_dock, small_engine, raster, interface, wait_until):
    Settings().model = NAME
    small_engine.asked.clear()
    hand = Hand(make_dock(small_engine), interface, wait_until)
    wait_until(lambda: hand.dock.view.model.model is not None)
    return hand


def features():
    return sorted(Path(os.environ["PHRASEGON_HOME"], "features").glob("*/*.safetensors"))


def says(hand, text):
    hand.wait_until(lambda: hand.text("phrasegonPrepared") == text)


def prepare(hand):
    says(hand, NOT)
    hand.click("phrasegonPrepare")
    says(hand, WHOLE)


def outline(raster):
    layer = QgsVectorLayer(f"Polygon?crs={raster.crs().authid()}", "plot", "memory")
    feature = QgsFeature()
    feature.setGeometry(QgsGeometry.fromPointXY(raster.extent().center()).buffer(40, 5))
    layer.dataProvider().addFeature(feature)
    return layer


def test_what_is_prepared_is_what_a_run_finds(hand):
    says(hand, NOT)
    hand.click("phrasegonPrepare")
    assert hand.control("phrasegonPrepare").text() == "Cancel"
    assert hand.control("phrasegonPreparing").isVisible()
    says(hand, WHOLE)
    assert not hand.control("phrasegonPrepare").isVisible()
    assert not hand.control("phrasegonPreparing").isVisible()
    prepared = features()
    assert len(prepared) > 4
    hand.run("the red roofs")
    assert features() == prepared
    says(hand, WHOLE)


@pytest.mark.parametrize("extent", ["view", "polygons"])
def test_a_run_prepares_the_very_part_that_is_chosen(hand, interface, raster, extent):
    hand.control("phrasegonDetail").setValue(0.9)
    says(hand, NOT)
    interface.canvas.setExtent(raster.extent().buffered(-raster.extent().width() / 5))
    QgsProject.instance().addMapLayer(outline(raster))
    hand.run("the red roofs")
    says(hand, WHOLE)
    hand.choose("phrasegonExtent", extent)
    says(hand, NOT)
    hand.run("the red roofs")
    says(hand, WHOLE)


def test_the_map_that_moves_is_another_view(hand, interface, raster):
    hand.choose("phrasegonExtent", "view")
    hand.run("the red roofs")
    says(hand, WHOLE)
    interface.canvas.zoomByFactor(0.5)
    says(hand, NOT)


def test_a_preparation_can_be_cancelled_and_keeps_what_was_read(hand):
    hand.control("phrasegonDetail").setValue(0.1)
    says(hand, NOT)
    hand.click("phrasegonPrepare")
    hand.wait_until(lambda: re.match("Tile [1-9]", hand.text("phrasegonPrepared")))
    hand.click("phrasegonPrepare")
    hand.wait_until(lambda: re.fullmatch(r"Prepared to \d+ %\.", hand.text("phrasegonPrepared")))
    assert hand.control("phrasegonPrepare").isEnabled()
    assert hand.messages() == []


def test_a_run_comes_before_a_preparation(hand):
    hand.control("phrasegonDetail").setValue(0.25)
    says(hand, NOT)
    hand.click("phrasegonPrepare")
    hand.type("ships")
    hand.click("phrasegonRun")
    assert hand.text("phrasegonPrepared") == "Cancelling…"
    hand.wait_for_end()
    assert not hand.dock.preparing.busy
    says(hand, WHOLE)


def test_no_engine_is_started_to_look(hand, small_engine):
    prepare(hand)
    small_engine.stop()
    hand.control("phrasegonDetail").setValue(0.8)
    hand.wait_until(lambda: hand.text("phrasegonPrepared") == "" and hand.control("phrasegonPrepare").isVisible())
    assert not small_engine.running
    hand.click("phrasegonPrepare")
    says(hand, WHOLE)


def test_other_bands_are_another_scene(hand, raster):
    prepare(hand)
    renderer = raster.renderer().clone()
    renderer.setBlueBand(1)
    raster.setRenderer(renderer)
    says(hand, NOT)


def test_a_layer_that_is_written_for_each_run_has_nothing_to_prepare(hand, raster):
    prepare(hand)
    shader = QgsRasterShader()
    shader.setRasterShaderFunction(QgsColorRampShader(0, 255))
    raster.setRenderer(QgsSingleBandPseudoColorRenderer(raster.dataProvider(), 1, shader))
    says(hand, "")
    assert not hand.control("phrasegonPrepare").isVisible()


def test_nothing_is_asked_where_nothing_can_be_prepared(hand, small_engine):
    prepare(hand)
    hand.choose("phrasegonModel", "rs2sam2-nano")
    assert hand.text("phrasegonPrepared") == ""
    assert not hand.control("phrasegonPrepare").isVisible()
    small_engine.asked.clear()
    hand.run("trees")
    hand.choose("phrasegonModel", NAME)
    says(hand, WHOLE)
    Settings().prepared_gigabytes = 0
    hand.control("phrasegonDetail").setValue(0.7)
    says(hand, "")
    (look,) = (command for command in small_engine.asked if isinstance(command, Preparation))
    assert look.only_look
