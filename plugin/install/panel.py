"""The engine's environment in a few lines, for QGIS's options."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ..errors import UserError
from ..runtime.environment import current, update_needed
from ..runtime.python import chosen_python
from ..translation import tr
from .installer import Installer
from .words import state_text


class EnvironmentPanel(QWidget):
    """Says what the engine runs in, how much of the disk it takes, and has buttons to set it up and to remove it.

    Args:
        installer: does the work.
        open_window: shows the window that sets up the engine.
        parent: owner, or None.
    """

    def __init__(self, installer: Installer, open_window: Callable[[], object], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.installer = installer
        self.setObjectName("phrasegonEnvironment")
        self.state = QLabel(self)
        self.state.setObjectName("phrasegonEnvironmentState")
        self.state.setWordWrap(True)
        self.state.setTextFormat(Qt.TextFormat.PlainText)
        self.make = QPushButton(self)
        self.make.setObjectName("phrasegonEnvironmentMake")
        self.remove = QPushButton(tr("Remove the engine"), self)
        self.remove.setObjectName("phrasegonEnvironmentRemove")
        buttons = QHBoxLayout()
        buttons.addWidget(self.make)
        buttons.addWidget(self.remove)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.state)
        layout.addLayout(buttons)
        self.make.clicked.connect(lambda _: open_window())
        self.remove.clicked.connect(installer.remove)
        installer.changed.connect(self.refresh)
        installer.busy_changed.connect(self.refresh)
        installer.failed.connect(self._show_failure)
        self.refresh()

    def refresh(self) -> None:
        """Look again at what there is."""
        self.state.setText(state_text())
        self.make.setText(self._make_text())
        self.remove.setEnabled(not self.installer.busy and (current() is not None or chosen_python() is not None))

    def _make_text(self) -> str:
        if update_needed():
            return tr("Update the engine …")
        return tr("Set up the engine …") if current() is None and chosen_python() is None else tr("Change …")

    def _show_failure(self, error: UserError) -> None:
        self.state.setText(f"{state_text()} {error.sentence}")
