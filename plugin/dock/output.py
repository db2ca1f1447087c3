"""Where the polygons go."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QSizePolicy, QToolButton, QWidget

from ..errors import UserError
from ..translation import tr
from .form import add_row, name_control

SUFFIXES = (".gpkg", ".shp", ".geojson", ".fgb", ".parquet")


class OutputChoice(QObject):
    """A file, or a temporary layer where none is named.

    Signals:
        changed: another place.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.widget = QgsFileWidget(parent)
        self.widget.setStorageMode(QgsFileWidget.StorageMode.SaveFile)
        self.widget.setFilter(_filters())
        self.widget.setDialogTitle(tr("Save the polygons to"))
        self.widget.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.widget.lineEdit().setPlaceholderText(tr("Temporary layer"))
        self.widget.lineEdit().setShowClearButton(True)
        self.widget.fileChanged.connect(lambda _: self.changed.emit())

    def add_to(self, form: QFormLayout) -> None:
        """Put the controls into a form."""
        line = self.widget.lineEdit()
        add_row(form, tr("O&utput"), line, "phrasegonOutput", field=self.widget)
        line.setToolTip(
            tr("Empty: a temporary layer. Else a GeoPackage, Shapefile, GeoJSON, FlatGeobuf or GeoParquet.")
        )
        self.widget.setObjectName("phrasegonOutputFile")
        for button in self.buttons:
            name_control(button, "phrasegonOutputBrowse", tr("Choose the file"), tr("Choose the file"))

    @property
    def buttons(self) -> list[QToolButton]:
        """What stands beside the line; the widget has hidden ones too."""
        return [button for button in self.widget.findChildren(QToolButton) if not button.isHidden()]

    @property
    def path(self) -> Path | None:
        """The file to write; None: a temporary layer.

        Raises:
            UserError: it cannot be written there, or not in that format.
        """
        text = self.widget.filePath().strip()
        if not text:
            return None
        path = Path(text).expanduser()
        if not path.suffix:
            path = path.with_suffix(".gpkg")
        if path.suffix.lower() not in SUFFIXES:
            raise UserError(
                tr("“{}” is no format for polygons that Phrasegon writes: choose one of {}.").format(
                    path.suffix, ", ".join(SUFFIXES)
                )
            )
        if not path.is_absolute():
            raise UserError(tr("Choose the folder of “{}” too: use the button beside the name.").format(path))
        if not path.parent.is_dir():
            raise UserError(tr("There is no folder {}: create it, or choose another one.").format(path.parent))
        return path


def _filters() -> str:
    return ";;".join(
        (
            "GeoPackage (*.gpkg)",
            "ESRI Shapefile (*.shp)",
            "GeoJSON (*.geojson)",
            "FlatGeobuf (*.fgb)",
            "GeoParquet (*.parquet)",
        )
    )
