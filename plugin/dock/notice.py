"""Says that the engine is missing, and leads to where it is set up."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from ..translation import tr
from .form import caption, name_control, plain, say


class Notice(QFrame):
    """A sentence and a button.

    Signals:
        pressed: the user would like to set the engine up.
    """

    pressed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phrasegonNotice")
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.text = caption("phrasegonNoticeText")
        self.button = QPushButton(tr("Set up the en&gine…"))
        name_control(self.button, "phrasegonInstall", plain(tr("Set up the engine")))
        layout = QVBoxLayout(self)
        layout.addWidget(self.text)
        layout.addWidget(self.button)
        self.button.clicked.connect(lambda _: self.pressed.emit())
        self.hide()

    def say(self, sentence: str) -> None:
        """Show a sentence; empty: all is well."""
        say(self.text, sentence)
        self.setVisible(bool(sentence))
