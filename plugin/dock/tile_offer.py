"""Offers one tile for words that are judged within each tile, and the way back."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QPushButton, QVBoxLayout, QWidget

from ..translation import tr
from .form import caption, name_control, plain, say


class TileOffer(QWidget):
    """Two buttons and a sentence, hidden until there is something to offer.

    Signals:
        wanted: the user would like to have the current view as one tile.
        back: the user would like to have the whole raster again.
    """

    wanted = pyqtSignal()
    back = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = caption("phrasegonOneTileHint")
        self.use_button = QPushButton(tr("Use the &view as one tile"))
        tip = tr("Set extent and pixel size so that the words are judged over all that the map shows.")
        name_control(self.use_button, "phrasegonOneTile", plain(self.use_button.text()), tip)
        self.back_button = QPushButton(tr("Back to the &whole raster"))
        tip = tr("Set extent and pixel size back.")
        name_control(self.back_button, "phrasegonWholeRaster", plain(self.back_button.text()), tip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.use_button, self.text, self.back_button):
            layout.addWidget(widget)
        self.use_button.clicked.connect(lambda _: self.wanted.emit())
        self.back_button.clicked.connect(lambda _: self.back.emit())
        self.show_offer(use=False, back=False, text="")

    @property
    def buttons(self) -> list[QPushButton]:
        """From top to bottom."""
        return [self.use_button, self.back_button]

    def show_offer(self, *, use: bool, back: bool, text: str) -> None:
        """Show what can be had now.

        Args:
            use: whether the view can be made one tile.
            back: whether it was, so that there is a way back.
            text: what that means; empty for nothing.
        """
        self.use_button.setVisible(use)
        self.back_button.setVisible(back)
        say(self.text, text)
        self.setVisible(use or back)
