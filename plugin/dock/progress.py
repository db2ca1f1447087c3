"""The big button, and what is under way."""

from __future__ import annotations

from qgis.PyQt.QtCore import pyqtSignal
from qgis.PyQt.QtWidgets import QProgressBar, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from ...protocol import Progress
from ..quantities import counted
from ..translation import tr
from .cost import duration_text
from .form import caption, name_control, plain, say

_PERMILLE = 1000
_NETWORK = 950
"""Of the bar; what comes after the network takes the rest."""


class ProgressPanel(QWidget):
    """Starts a run or cancels it, and tells how far it has come and how it ended.

    Signals:
        pressed: the user pressed the button, whatever it says.
        adjust: the user would like to change the result's threshold.
    """

    pressed = pyqtSignal()
    adjust = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.button = QPushButton()
        name_control(self.button, "phrasegonRun", tr("Find polygons"))
        font = self.button.font()
        font.setBold(True)
        self.button.setFont(font)
        self.button.setMinimumHeight(round(self.button.fontMetrics().height() * 2.2))
        self.button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.bar = QProgressBar()
        name_control(self.bar, "phrasegonProgress", tr("Progress"))
        self.bar.setTextVisible(False)
        self.stage = caption("phrasegonStage")
        self.result = caption("phrasegonResult")
        self.adjust_button = QPushButton(tr("Ad&just the polygons"))
        name_control(self.adjust_button, "phrasegonAdjust", plain(self.adjust_button.text()))
        self.adjust_button.clicked.connect(lambda _: self.adjust.emit())
        self.snap_button = QPushButton()
        name_control(self.snap_button, "phrasegonSnap", "")
        layout = QVBoxLayout(self)
        for widget in (self.result, self.adjust_button, self.snap_button, self.stage, self.bar, self.button):
            layout.addWidget(widget)
        self.button.clicked.connect(lambda _: self.pressed.emit())
        self.set_result("")
        self.set_running(running=False)

    def set_running(self, *, running: bool) -> None:
        """Be the button to cancel, with a bar above it, or the one to start."""
        self.button.setText(tr("Cancel") if running else tr("&Find polygons"))
        self.button.setAccessibleName(tr("Cancel") if running else tr("Find polygons"))
        self.button.setToolTip(tr("Esc") if running else tr("Enter in the phrase field"))
        self.button.setEnabled(True)
        self.bar.setVisible(running)
        if running:
            self.set_result("")
        else:
            say(self.stage, "")

    def set_cancelling(self) -> None:
        """The user has cancelled; it takes a moment."""
        self.button.setEnabled(False)
        self.bar.setRange(0, 0)
        say(self.stage, tr("Cancelling…"))

    def set_stage(self, text: str) -> None:
        """Tell what is under way, for as long as nobody knows."""
        self.bar.setRange(0, 0)
        say(self.stage, text)

    def tell_prepared(self, part: float) -> None:
        """Tell how much of the raster is ready, 0..1."""
        self.bar.setRange(0, _PERMILLE)
        self.bar.setValue(round(_PERMILLE * part))
        say(self.stage, tr("Preparing the raster…"))

    def tell(self, progress: Progress) -> None:
        """Tell how far the engine has come."""
        if progress.stage == "segmenting" and progress.tiles_total:
            self.bar.setRange(0, _PERMILLE)
            self.bar.setValue(_NETWORK * progress.tiles_done // progress.tiles_total)
            say(self.stage, stage_text(progress))
        elif progress.stage in ("vectorising", "writing"):
            self.bar.setRange(0, _PERMILLE)
            self.bar.setValue(_NETWORK)
            say(self.stage, stage_text(progress))
        else:
            self.set_stage(stage_text(progress))

    def set_result(self, text: str, *, adjustable: bool = False) -> None:
        """Tell how it ended, and whether the result can be adjusted."""
        say(self.result, text)
        self.adjust_button.setVisible(adjustable)
        self.result.setAccessibleName(text)


def stage_text(progress: Progress) -> str:
    """What the engine is at, and how far it has come."""
    if progress.stage == "segmenting" and progress.tiles_total:
        return _tiles(progress)
    return _stages().get(progress.stage, "")


def _stages() -> dict[str, str]:
    return {
        "loading": tr("Loading the model…"),
        "segmenting": tr("Looking at the raster…"),
        "vectorising": tr("Turning probabilities into polygons…"),
        "writing": tr("Writing the polygons…"),
    }


def _tiles(progress: Progress) -> str:
    done, total = counted(progress.tiles_done), counted(progress.tiles_total)
    if progress.eta_s is None:
        return tr("Tile {} of {}").format(done, total)
    return tr("Tile {} of {}, {} to go").format(done, total, duration_text(progress.eta_s))
