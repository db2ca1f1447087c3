"""How much of the scene a model has read before it hears a phrase, and the button that lets it read all."""

from __future__ import annotations

import math

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton, QVBoxLayout, QWidget

from ...protocol import Progress
from ..translation import tr
from .form import caption, name_control, plain, say
from .progress import stage_text

_PER_CENT = 100


class PreparedLine(QWidget):
    """A sentence and a button, and a bar while the scene is prepared; hidden where nothing can be prepared.

    Signals:
        pressed: the user pressed the button, whatever it says.
    """

    pressed = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = caption("phrasegonPrepared")
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        name_control(self.bar, "phrasegonPreparing", tr("Progress"))
        self.button = QPushButton()
        tip = tr(
            "Let the model read the scene now, before any phrase. What it has read is kept on the disk, as much of it "
            "as the options allow."
        )
        name_control(self.button, "phrasegonPrepare", "", tip)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        for widget in (self.text, self.bar, self.button):
            layout.addWidget(widget)
        self.button.clicked.connect(lambda _: self.pressed.emit())
        self.tell_share(None)

    def tell_share(self, share: float | None) -> None:
        """Tell how much of the scene is prepared, 0..1; None: there is nothing to prepare."""
        self._set_running(running=False)
        say(self.text, "" if share is None else _sentence(share))
        self.button.setVisible(share is not None and share < 1)
        self.setVisible(share is not None)

    def offer(self) -> None:
        """Offer to prepare the scene where nobody can tell how much of it is prepared."""
        self.tell_share(0.0)
        say(self.text, "")

    def begin(self) -> None:
        """The scene is being prepared: the button cancels."""
        self._set_running(running=True)
        say(self.text, tr("Preparing the scene…"))
        self.button.show()
        self.show()

    def tell(self, progress: Progress) -> None:
        """Tell how far the engine has come."""
        self.bar.setRange(0, progress.tiles_total)
        self.bar.setValue(progress.tiles_done)
        say(self.text, stage_text(progress))

    def set_cancelling(self) -> None:
        """The user has cancelled; it takes a moment."""
        self.button.setEnabled(False)
        self.bar.setRange(0, 0)
        say(self.text, tr("Cancelling…"))

    def _set_running(self, *, running: bool) -> None:
        text = tr("Cancel") if running else tr("&Prepare the scene")
        self.button.setText(text)
        self.button.setAccessibleName(plain(text))
        self.button.setEnabled(True)
        self.bar.setRange(0, 0)
        self.bar.setVisible(running)


def _sentence(share: float) -> str:
    if share <= 0:
        return tr("Not prepared: the first phrase takes longest.")
    if share >= 1:
        return tr("Prepared: a further phrase is fast.")
    return tr("Prepared to {} %.").format(min(max(1, math.floor(share * _PER_CENT)), _PER_CENT - 1))
