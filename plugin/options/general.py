"""The part of the options that is neither engine nor models."""

from __future__ import annotations

import os

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QPushButton, QSpinBox, QWidget

from ..messages import open_log
from ..runtime.home import VARIABLE, data_folder, default_folder
from ..settings import Settings
from ..translation import tr

LARGEST_LIMIT = 100_000
_MOST_GIGABYTES = 10_000


class GeneralPanel(QWidget):
    """Where to compute, how much to render and to keep, and where to keep it.

    Args:
        settings: shown, and written by ``apply``.
        parent: owner, or None.
    """

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phrasegonGeneral")
        self._settings = settings
        self.device = QComboBox(self)
        self.device.setObjectName("phrasegonOptionsDevice")
        for name, title in _devices().items():
            self.device.addItem(title, name)
        self.device.setCurrentIndex(max(0, self.device.findData(settings.device)))
        self.limit = QSpinBox(self)
        self.limit.setObjectName("phrasegonOptionsRenderLimit")
        self.limit.setRange(1, LARGEST_LIMIT)
        self.limit.setSuffix(tr(" megapixels"))
        self.limit.setToolTip(tr("Layers that are no local file, such as web maps, are rendered up to this size."))
        self.limit.setValue(settings.largest_render_megapixels)
        self.prepared = QSpinBox(self)
        self.prepared.setObjectName("phrasegonOptionsPrepared")
        self.prepared.setRange(0, _MOST_GIGABYTES)
        self.prepared.setSuffix(tr(" GB"))
        self.prepared.setSpecialValueText(tr("none"))
        self.prepared.setToolTip(
            tr(
                "Models that read a scene before they hear a phrase keep here what they have read, so that a further "
                "phrase is fast. What was used longest ago goes first."
            )
        )
        self.prepared.setValue(settings.prepared_gigabytes)
        self.folder = QgsFileWidget(self)
        self.folder.setObjectName("phrasegonOptionsFolder")
        self.folder.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        named = VARIABLE in os.environ
        self.folder.lineEdit().setPlaceholderText(str(data_folder() if named else default_folder()))
        self.folder.lineEdit().setAccessibleName(tr("Data folder"))
        self.folder.setFilePath("" if named else settings.data_folder)
        self.folder.setEnabled(not named)
        self.folder.setToolTip(tr("Fetched models, the engine and the log go here; what is elsewhere is not moved."))
        self.log = QPushButton(tr("Open log"), self)
        self.log.setObjectName("phrasegonOptionsLog")
        self.log.clicked.connect(lambda _: open_log())
        self._lay_out()

    def apply(self) -> None:
        """Write what is shown into the settings."""
        self._settings.device = self.device.currentData()
        self._settings.largest_render_megapixels = self.limit.value()
        self._settings.prepared_gigabytes = self.prepared.value()
        if self.folder.isEnabled():
            self._settings.data_folder = self.folder.filePath().strip()

    def _lay_out(self) -> None:
        layout = QFormLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
        layout.addRow(tr("Compute on"), self.device)
        layout.addRow(tr("Render at most"), self.limit)
        layout.addRow(tr("Disk for prepared scenes"), self.prepared)
        layout.addRow(tr("Data folder"), self.folder)
        layout.addRow(self.log)


def _devices() -> dict[str, str]:
    return {
        "auto": tr("the fastest device"),
        "cpu": tr("the processor"),
        "cuda": tr("the NVIDIA graphics card"),
        "mps": tr("Apple graphics"),
    }
