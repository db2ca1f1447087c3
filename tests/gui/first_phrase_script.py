"""Runs inside QGIS: a new user sets up the engine, types a phrase, moves the threshold, asks for two more, leaves."""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from qgis import utils
from qgis.core import QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

sys.path.insert(0, os.environ["PHRASEGON_GUI"])
from driver import add_raster, click, control, fill_screen, open_dock, picture, play, there, type_into, wait_until


def layers():
    """The polygon layers in the legend, by name."""
    found = QgsProject.instance().layerTreeRoot().findLayers()
    return {node.name(): node.layer() for node in found if isinstance(node.layer(), QgsVectorLayer)}


def set_up_engine():
    """By pointing to a Python that has the packages: what takes minutes otherwise."""
    click(control("phrasegonInstall"))
    wait_until(lambda: there("phrasegonInstallWindow"), 10, "the window")
    wait_until(lambda: "B" in control("phrasegonInstallPlan").text(), 60, "the plan")
    picture("2-set-up")
    seen_plan = control("phrasegonInstallPlan").text()
    QTest.keyClick(control("phrasegonInstallFromPython"), Qt.Key.Key_Space)
    field = control("phrasegonInstallPython")
    type_into(field.lineEdit(), os.environ["PHRASEGON_GUI_PYTHON"])
    QTest.keyClick(field.lineEdit(), Qt.Key.Key_Tab)
    wait_until(lambda: control("phrasegonInstallStart").isEnabled(), 10, "the button")
    click(control("phrasegonInstallStart"))
    wait_until(lambda: not there("phrasegonNotice"), 60, "the engine")
    click(control("phrasegonInstallClose"))
    return seen_plan


def ask(phrase):
    """Type a phrase and press Enter; seconds until the first polygon is on the map, and until the run has ended."""
    before = set(QgsProject.instance().mapLayers())
    type_into(control("phrasegonPhraseText"), phrase)
    start = time.monotonic()
    QTest.keyClick(control("phrasegonPhraseText"), Qt.Key.Key_Return)

    def new_polygons():
        new = [layer for key, layer in QgsProject.instance().mapLayers().items() if key not in before]
        return any(isinstance(layer, QgsVectorLayer) and layer.featureCount() > 0 for layer in new)

    wait_until(new_polygons, 120, f"polygons of {phrase}")
    first = time.monotonic() - start
    last = phrase.split("; ")[-1]
    wait_until(lambda: there("phrasegonResult") and last in control("phrasegonResult").text(), 120, "the result")
    return first, time.monotonic() - start


def scenario(seen):
    fill_screen()
    add_raster(os.environ["PHRASEGON_SCENE"])
    open_dock()
    seen["notice"] = control("phrasegonNoticeText").text()
    picture("1-dock-without-engine")
    seen["plan"] = set_up_engine()
    type_into(control("phrasegonPhraseText"), "the largest zebra")
    wait_until(lambda: there("phrasegonPhraseHint"), 60, "the hint")
    seen["hint"] = control("phrasegonPhraseHint").text()
    seen["first_polygon_s"], seen["result_s"] = ask("trees")
    seen["result"] = control("phrasegonResult").text()
    seen["layers"] = {name: layer.featureCount() for name, layer in layers().items()}
    picture("3-trees")
    seen["second_first_polygon_s"], seen["second_result_s"] = ask("swimming pools")
    picture("4-swimming-pools")
    move_threshold(seen)
    ask_for_two(seen)
    seen["engine"] = utils.plugins["phrasegon"].engine.pid
    seen["path"] = [entry for entry in sys.path if "phrasegon" in entry.lower()]


def move_threshold(seen):
    before = layers()["swimming pools"]
    seen["pools_before"] = before.featureCount()
    advanced = control("phrasegonAdvanced")
    advanced.setCollapsed(False)
    slider = control("phrasegonThreshold")
    slider.setFocus()
    renderer = before.renderer().type()
    type_into(slider.lineEdit() if hasattr(slider, "lineEdit") else slider, "0.8")
    QTest.keyClick(slider, Qt.Key.Key_Tab)
    wait_until(lambda: layers()["swimming pools"].featureCount() != seen["pools_before"], 20, "fewer or more pools")
    seen["pools_after"] = layers()["swimming pools"].featureCount()
    seen["style_kept"] = layers()["swimming pools"].renderer().type() == renderer
    picture("5-threshold")


def ask_for_two(seen):
    target = Path(os.environ["PHRASEGON_REPORT"]).parent / "Work area" / "found.shp"
    target.parent.mkdir()
    type_into(control("phrasegonOutput"), str(target))
    QTest.keyClick(control("phrasegonOutput"), Qt.Key.Key_Tab)
    type_into(control("phrasegonThreshold").lineEdit(), "0.5")
    root = QgsProject.instance().layerTreeRoot()
    for group in root.findGroups():
        root.removeChildNode(group)
    ask("trees; swimming pools")
    seen["groups"] = [group.name() for group in root.findGroups()]
    seen["shapefile"] = sorted(path.suffix for path in target.parent.iterdir())
    picture("6-two-phrases")


play(scenario, 220)
