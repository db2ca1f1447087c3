"""Where the engine's packages come from, to be chosen."""

from __future__ import annotations

from pathlib import Path

from qgis.gui import QgsFileWidget
from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QRadioButton, QVBoxLayout, QWidget

from ..translation import tr


class Sources(QWidget):
    """Three ways to an engine: from the registry, from a folder of wheels, from a Python at hand."""

    changed = pyqtSignal()
    """Another way, or another path for it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.registry = QRadioButton(tr("&Download the packages"), self)
        self.registry.setObjectName("phrasegonInstallFromRegistry")
        self.wheels = QRadioButton(tr("Take the packages from a &folder of wheels, without network"), self)
        self.wheels.setObjectName("phrasegonInstallFromWheels")
        self.wheels.setToolTip(
            tr("Fill such a folder on a connected computer of the same kind, in the plugin's folder, with: {}").format(
                "pip download --no-deps --require-hashes -d wheels -r requirements/engine.txt"
            )
        )
        self.python = QRadioButton(tr("Use an existing &Python that has the packages"), self)
        self.python.setObjectName("phrasegonInstallFromPython")
        self.wheels_path = _path(self, "phrasegonInstallWheels", tr("Folder of wheels"))
        self.wheels_path.setStorageMode(QgsFileWidget.StorageMode.GetDirectory)
        self.python_path = _path(self, "phrasegonInstallPython", tr("Python interpreter"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.registry, self.wheels, self.wheels_path, self.python, self.python_path):
            layout.addWidget(widget)
        self.registry.setChecked(True)
        for button in (self.registry, self.wheels, self.python):
            button.toggled.connect(self._update)
        for path in (self.wheels_path, self.python_path):
            path.fileChanged.connect(lambda _: self.changed.emit())
        self._update(True)

    def chosen_wheels(self) -> Path | None:
        """The folder of wheels to take; None: another way is chosen, or no folder is named yet."""
        return _named(self.wheels_path) if self.wheels.isChecked() else None

    def chosen_python(self) -> Path | None:
        """The Python to take; None: another way is chosen, or none is named yet."""
        return _named(self.python_path) if self.python.isChecked() else None

    def _update(self, checked: bool) -> None:
        self.wheels_path.setVisible(self.wheels.isChecked())
        self.python_path.setVisible(self.python.isChecked())
        if checked:  # of two buttons that change, one tells
            self.changed.emit()


def _path(parent: QWidget, name: str, title: str) -> QgsFileWidget:
    widget = QgsFileWidget(parent)
    widget.setObjectName(name)
    widget.setDialogTitle(title)
    widget.lineEdit().setAccessibleName(title)
    return widget


def _named(widget: QgsFileWidget) -> Path | None:
    text = widget.filePath().strip()
    return Path(text).expanduser() if text else None
