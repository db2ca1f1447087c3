"""A real QGIS without a window, and the small part of its interface that a plugin sees."""

from __future__ import annotations

import pytest
from qgis.core import QgsApplication
from qgis.PyQt.QtWidgets import QMainWindow, QMenu


class Interface:
    """Real menus behind the names of QgisInterface, which only the desktop program has."""

    def __init__(self) -> None:
        self.window = QMainWindow()
        self.raster_menu = self.window.menuBar().addMenu("Raster")
        self.help_menu = self.window.menuBar().addMenu("Plugins")

    def mainWindow(self) -> QMainWindow:
        return self.window

    def pluginHelpMenu(self) -> QMenu:
        return self.help_menu

    def addPluginToRasterMenu(self, name, action) -> None:
        self.raster_menu.addMenu(name).addAction(action)

    def removePluginRasterMenu(self, name, action) -> None:
        for entry in self.raster_menu.actions():
            if entry.text() == name:
                entry.menu().removeAction(action)
                self.raster_menu.removeAction(entry)


@pytest.fixture(scope="session")
def application():
    application = QgsApplication([], True)
    application.initQgis()
    yield application
    application.exitQgis()


@pytest.fixture
def interface(application):
    interface = Interface()
    yield interface
    interface.window.close()
