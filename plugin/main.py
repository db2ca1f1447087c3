"""The plugin object that QGIS drives: what it adds to the window, and how all of it goes again."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgisInterface
from qgis.PyQt.QtCore import QCoreApplication, Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction, QMessageBox

ICON = Path(__file__).parent.parent / "resources" / "icons" / "phrasegon.svg"
DOCUMENTATION = "https://github.com/phrasegon/phrasegon#readme"
MENU = "Phrasegon"


class PhrasegonPlugin:
    """Adds one action to the Raster menu and to Help > Plugins.

    This version segments from the command line and from Python only; the action says so and tells how.
    """

    def __init__(self, iface: QgisInterface) -> None:
        self.iface = iface
        self.action: QAction | None = None
        self.dialog: QMessageBox | None = None

    def initGui(self) -> None:
        """Put the action into the menus; QGIS calls this when the plugin is switched on."""
        self.action = QAction(QIcon(str(ICON)), tr("About Phrasegon"), self.iface.mainWindow())
        self.action.setObjectName("phrasegonAbout")
        self.action.triggered.connect(self.show_about)
        self.iface.addPluginToRasterMenu(MENU, self.action)
        self.iface.pluginHelpMenu().addAction(self.action)

    def unload(self) -> None:
        """Take everything away again; QGIS calls this when the plugin is switched off."""
        if self.dialog is not None:
            self.dialog.close()
            self.dialog.deleteLater()
            self.dialog = None
        if self.action is not None:
            self.iface.removePluginRasterMenu(MENU, self.action)
            self.iface.pluginHelpMenu().removeAction(self.action)
            self.action.deleteLater()
            self.action = None

    def show_about(self) -> None:
        """Tell what this version does and where to read on."""
        if self.dialog is None:
            self.dialog = about_dialog(self.iface)
        self.dialog.show()
        self.dialog.raise_()


def about_dialog(iface: QgisInterface) -> QMessageBox:
    """Return a window, not yet shown, that leaves QGIS usable while it is open."""
    dialog = QMessageBox(iface.mainWindow())
    dialog.setObjectName("phrasegonAboutDialog")
    dialog.setWindowTitle(tr("About Phrasegon"))
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.setIconPixmap(QIcon(str(ICON)).pixmap(64, 64))
    dialog.setTextFormat(Qt.TextFormat.RichText)
    dialog.setText(tr("<b>Phrasegon</b><br>Type a phrase, get georeferenced polygons, on your own machine."))
    dialog.setInformativeText(
        tr(
            "The dock widget is not part of this version. What runs today is the command line and Python:"
            "<pre>phrasegon segment scene.tif buildings -o buildings.gpkg</pre>"
            'Drag the GeoPackage into QGIS to see the polygons. <a href="{}">How to install and use it</a>'
        ).format(DOCUMENTATION)
    )
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog


def tr(text: str) -> str:
    """Return the text in the language of QGIS."""
    return str(QCoreApplication.translate("Phrasegon", text))
