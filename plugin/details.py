"""The window behind *Details*."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QFontDatabase, QGuiApplication
from qgis.PyQt.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from .translation import tr


class DetailsDialog(QDialog):
    """A sentence and the text behind it, which can be selected and copied; QGIS stays usable meanwhile."""

    def __init__(self, sentence: str, detail: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phrasegonDetailsDialog")
        self.setWindowTitle(tr("Phrasegon: details"))
        self.resize(640, 400)
        heading = QLabel(sentence)
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        heading.setWordWrap(True)
        self.text = QPlainTextEdit(detail)
        self.text.setReadOnly(True)
        self.text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self.text.setAccessibleName(tr("Details"))
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        copy = buttons.addButton(tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole)
        copy.setObjectName("phrasegonCopy")
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(f"{sentence}\n\n{detail}"))
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (heading, self.text, buttons):
            layout.addWidget(widget)
