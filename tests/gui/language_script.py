"""Runs inside QGIS: the dock, Advanced opened, in the language of the profile."""

from __future__ import annotations

import os
import sys

from qgis import utils
from qgis.PyQt.QtWidgets import QScrollArea

sys.path.insert(0, os.environ["PHRASEGON_GUI"])
from driver import add_raster, control, fill_screen, open_dock, pause, picture, play, wait_until


def scenario(seen):
    fill_screen()
    add_raster(os.environ["PHRASEGON_SCENE"])
    open_dock()
    wait_until(lambda: utils.plugins["phrasegon"].engine.welcome is not None, 60, "the engine")
    control("phrasegonAdvanced").setCollapsed(False)
    pause(500)
    picture("10-language")
    seen["label"] = control("phrasegonPhraseLabel").text()
    seen["button"] = control("phrasegonRun").text()
    dock = control("phrasegonDock")
    dock.setFixedWidth(300)
    pause(500)
    seen["width"] = dock.width()
    seen["sideways"] = [area.horizontalScrollBar().maximum() for area in dock.findChildren(QScrollArea)]
    seen["widest"] = max(area.widget().minimumSizeHint().width() for area in dock.findChildren(QScrollArea))


play(scenario, 120)
