"""How fine to look."""

from __future__ import annotations

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QFormLayout, QWidget

from ..translation import tr
from .form import add_row, caption, narrow_spin, say, stacked

COARSEST = 1000.0
DECIMALS = 3


class DetailChoice(QObject):
    """Metres a pixel, by default the raster's own as far as the model knows them.

    Signals:
        changed: another resolution.
    """

    changed = pyqtSignal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.box = QgsDoubleSpinBox(parent)
        narrow_spin(self.box)
        self.box.setDecimals(DECIMALS)
        self.box.setRange(0.0, COARSEST)
        self.box.setSingleStep(0.1)
        self.box.setSuffix(tr(" m a pixel"))
        self.box.setSpecialValueText(tr("As the raster"))
        self.box.setClearValue(0.0, tr("As the raster"))
        self.box.setToolTip(tr("Metres a pixel to work at. “As the raster” keeps within what the model has learnt."))
        self.caption = caption("phrasegonDetailHint")
        self.box.valueChanged.connect(self._value_changed)

    def add_to(self, form: QFormLayout) -> None:
        """Put the control into a form."""
        add_row(form, tr("Pixel si&ze"), self.box, "phrasegonDetail", field=stacked(self.box, self.caption))

    @property
    def gsd(self) -> float | None:
        """Metres a pixel that are asked for; None: whatever suits."""
        return self.box.value() or None

    @gsd.setter
    def gsd(self, gsd: float | None) -> None:
        self.box.setValue(gsd or 0.0)

    def explain(self, text: str) -> None:
        """Say what the choice means for the raster and the model at hand."""
        say(self.caption, text)
        self.box.setAccessibleDescription(text)

    def _value_changed(self) -> None:
        self.changed.emit()
