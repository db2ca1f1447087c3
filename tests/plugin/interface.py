"""Real widgets behind the names of QgisInterface, which only the desktop program has."""

from __future__ import annotations

from qgis.core import QgsProject
from qgis.gui import QgsMapCanvas, QgsMessageBar
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QMainWindow, QVBoxLayout, QWidget


class Interface(QObject):
    """A main window with message bar, map canvas, menus and a tool bar.

    Attributes:
        window: the main window.
        bar: its message bar.
        canvas: its map.
        raster_menu: the Raster menu.
        help_menu: Help > Plugins.
        plugins_toolbar: the Plugins tool bar.
        registered_actions: actions whose shortcuts the user can change.
        factories: pages of the options dialog.
        options_shown: names of the pages that the options dialog was opened at.
    """

    currentLayerChanged = pyqtSignal(object)

    def __init__(self):
        super().__init__()
        self.window = QMainWindow()
        self.window.resize(1200, 800)
        centre = QWidget(self.window)
        layout = QVBoxLayout(centre)
        self.bar = QgsMessageBar(centre)
        self.canvas = QgsMapCanvas(centre)
        layout.addWidget(self.bar)
        layout.addWidget(self.canvas)
        self.window.setCentralWidget(centre)
        self.raster_menu = self.window.menuBar().addMenu("Raster")
        self.help_menu = self.window.menuBar().addMenu("Plugins")
        self.plugins_toolbar = self.window.addToolBar("Plugins")
        self.factories = []
        self.registered_actions = []
        self.options_shown = []
        self._active = None
        QgsProject.instance().layersWillBeRemoved.connect(self._forget)

    def close(self):
        QgsProject.instance().layersWillBeRemoved.disconnect(self._forget)
        self.bar.clearWidgets()
        self.window.close()
        self.window.deleteLater()

    def mainWindow(self):
        return self.window

    def messageBar(self):
        return self.bar

    def mapCanvas(self):
        return self.canvas

    def activeLayer(self):
        return self._active

    def setActiveLayer(self, layer):
        self._active = layer
        self.currentLayerChanged.emit(layer)
        return True

    def addDockWidget(self, area, dock):
        self.window.addDockWidget(area, dock)

    def removeDockWidget(self, dock):
        self.window.removeDockWidget(dock)

    def addToolBarIcon(self, action):
        self.plugins_toolbar.addAction(action)
        return 0

    def removeToolBarIcon(self, action):
        self.plugins_toolbar.removeAction(action)

    def registerMainWindowAction(self, action, defaultShortcut):
        action.setShortcut(defaultShortcut)
        self.registered_actions.append(action)
        return True

    def unregisterMainWindowAction(self, action):
        self.registered_actions.remove(action)
        return True

    def pluginHelpMenu(self):
        return self.help_menu

    def addPluginToRasterMenu(self, name, action):
        self._submenu(name).addAction(action)

    def removePluginRasterMenu(self, name, action):
        submenu = self._submenu(name)
        submenu.removeAction(action)
        if not submenu.actions():
            self.raster_menu.removeAction(submenu.menuAction())

    def registerOptionsWidgetFactory(self, factory):
        self.factories.append(factory)

    def unregisterOptionsWidgetFactory(self, factory):
        self.factories.remove(factory)

    def showOptionsDialog(self, parent=None, currentPage=""):
        self.options_shown.append(currentPage)

    def _submenu(self, name):
        for entry in self.raster_menu.actions():
            if entry.text() == name:
                return entry.menu()
        return self.raster_menu.addMenu(name)

    def _forget(self, layers):
        if self._active is not None and self._active.id() in layers:
            self.setActiveLayer(None)
