"""The window that says what Phrasegon is."""

from __future__ import annotations

from pathlib import Path

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ..protocol.version import version
from .manual import ADDRESS
from .runtime.home import data_folder
from .translation import tr

ICON = Path(__file__).resolve().parents[1] / "resources" / "icons" / "phrasegon.svg"


def about_dialog(parent: QWidget) -> QMessageBox:
    """Return a window, not yet shown, that leaves QGIS usable while it is open."""
    dialog = QMessageBox(parent)
    dialog.setObjectName("phrasegonAboutDialog")
    dialog.setWindowTitle(tr("About Phrasegon"))
    dialog.setWindowModality(Qt.WindowModality.NonModal)
    dialog.setIconPixmap(QIcon(str(ICON)).pixmap(64, 64))
    dialog.setTextFormat(Qt.TextFormat.RichText)
    title = tr("Type a phrase, get georeferenced polygons, on your own machine.")
    dialog.setText(f"<b>Phrasegon {version()}</b><br>{title}")
    dialog.setInformativeText(
        "<p>{}</p><p>{}</p><p>{}</p>".format(
            tr("No imagery leaves this computer: the networks run in an engine beside QGIS."),
            tr("Models, engine and log are kept in {}.").format(data_folder()),
            tr('<a href="{}">Manual</a>. Free software under the GPL, version 2 or later.').format(ADDRESS),
        )
    )
    dialog.setStandardButtons(QMessageBox.StandardButton.Close)
    return dialog
