"""Runs inside QGIS: loads the plugin, looks at the window, unloads it, looks again, and writes down what it saw."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path

from qgis import utils
from qgis.core import QgsApplication
from qgis.PyQt.QtCore import QEventLoop, QTimer
from qgis.PyQt.QtGui import QGuiApplication
from qgis.PyQt.QtWidgets import QApplication, QDockWidget, QMessageBox

HEAVY = {"torch", "rasterio", "geopandas", "shapely", "phrasegon.model"}


def submenu(menu):
    """Texts of Phrasegon's own submenu, None where there is no such submenu."""
    for entry in menu.actions():
        if entry.text() == "Phrasegon":
            return [action.text() for action in entry.menu().actions()]
    return None


def own_actions(menu):
    return [action.text() for action in menu.actions() if "Phrasegon" in action.text()]


def dock():
    return utils.iface.mainWindow().findChild(QDockWidget, "phrasegonDock")


def dialog():
    return utils.iface.mainWindow().findChild(QMessageBox, "phrasegonAboutDialog")


def let_qgis_draw(milliseconds):
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec_() if hasattr(loop, "exec_") else loop.exec()


def look():
    target = Path(os.environ["PHRASEGON_REPORT"])
    iface = utils.iface
    utils.updateAvailablePlugins()
    seen = {
        "loaded": utils.loadPlugin("phrasegon"),
        "started": utils.startPlugin("phrasegon"),
        "name": utils.pluginMetadata("phrasegon", "name"),
        "raster_menu": submenu(iface.rasterMenu()),
        "help_menu": own_actions(iface.pluginHelpMenu()),
    }
    menu = utils.plugins["phrasegon"].desktop.menu
    seen["dock_visible_at_first"] = dock().isVisible()
    menu.dock.trigger()
    menu.about.trigger()
    let_qgis_draw(500)
    seen["dock_visible"] = dock().isVisible()
    seen["provider"] = QgsApplication.processingRegistry().providerById("phrasegon") is not None
    seen["dialog_visible"] = dialog() is not None and dialog().isVisible()
    QGuiApplication.primaryScreen().grabWindow(0).save(str(target.with_suffix(".png")))
    seen["heavy_modules"] = sorted(HEAVY & set(sys.modules))
    seen["unloaded"] = utils.unloadPlugin("phrasegon")
    let_qgis_draw(100)
    seen["raster_menu_after"] = submenu(iface.rasterMenu())
    seen["help_menu_after"] = own_actions(iface.pluginHelpMenu())
    seen["dialog_after"] = dialog() is not None
    seen["dock_after"] = dock() is not None
    seen["provider_after"] = QgsApplication.processingRegistry().providerById("phrasegon") is not None
    target.write_text(json.dumps(seen), encoding="utf-8")


QTimer.singleShot(30_000, QApplication.instance().quit)  # should look() fail, QGIS ends all the same
look()
QTimer.singleShot(0, QApplication.instance().quit)
