"""Runs inside QGIS: the engine is killed in mid-run and takes the run up again; the theme turns dark; QGIS is closed
while a run is under way.
"""

from __future__ import annotations

import os
import signal
import sys

from qgis import utils
from qgis.core import QgsApplication, QgsProject, QgsVectorLayer
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

sys.path.insert(0, os.environ["PHRASEGON_GUI"])
from driver import add_raster, click, control, fill_screen, open_dock, picture, play, there, type_into, wait_until


def engine():
    return utils.plugins["phrasegon"].engine


def run(phrase):
    type_into(control("phrasegonPhraseText"), phrase)
    click(control("phrasegonRun"))
    wait_until(lambda: there("phrasegonProgress") and control("phrasegonProgress").value() > 0, 60, "the first tiles")


def polygons():
    found = QgsProject.instance().layerTreeRoot().findLayers()
    return {node.name(): node.layer().featureCount() for node in found if isinstance(node.layer(), QgsVectorLayer)}


def scenario(seen):
    fill_screen()
    add_raster(os.environ["PHRASEGON_SCENE"])
    open_dock()
    wait_until(lambda: engine().welcome is not None, 60, "the engine")
    run("trees")
    picture("7-running")
    os.kill(engine().pid, signal.SIGKILL)
    wait_until(lambda: there("phrasegonRestart"), 20, "the message")
    seen["messages"] = len(utils.iface.messageBar().items())
    picture("8-engine-killed")
    click(control("phrasegonRestart"))
    wait_until(lambda: there("phrasegonResult") and "trees" in control("phrasegonResult").text(), 120, "the result")
    seen["after_restart"] = polygons()
    QgsApplication.setUITheme("Night Mapping")
    picture("9-night")
    run("trees")
    QTest.keyClick(control("phrasegonRun"), Qt.Key.Key_Escape)
    wait_until(lambda: not utils.plugins["phrasegon"].desktop.dock.run.busy, 20, "the end of the run")
    seen["after_cancel"] = polygons()
    run("trees")
    seen["engine"] = engine().pid


play(scenario, 220)
