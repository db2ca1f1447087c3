"""A number with a slider beside it."""

from __future__ import annotations

from qgis.gui import QgsDoubleSpinBox
from qgis.PyQt.QtCore import Qt, pyqtSignal
from qgis.PyQt.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QWidget

from ..translation import tr
from .form import name_control
from .wheel import WheelGuard

_STEPS = 200


class SlidingNumber(QWidget):
    """A slider for the usual range and a number box for all that is allowed.

    Args:
        usual: where the slider ends.
        most: greatest number that is allowed.
        decimals: places after the point.
        power: above 1 the slider is finer near zero.

    Signals:
        changed: another number.
    """

    changed = pyqtSignal()

    def __init__(self, usual: float, most: float, decimals: int, power: float = 1.0) -> None:
        super().__init__()
        self._usual, self._power, self._decimals = usual, power, decimals
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, _STEPS)
        self.slider.setPageStep(_STEPS // 10)
        self.slider.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.slider.setMinimumWidth(40)
        self.number = QgsDoubleSpinBox()
        self.number.setShowClearButton(False)
        self.number.setDecimals(decimals)
        self.number.setRange(0.0, most)
        self.number.setSingleStep(10.0**-decimals * (5 if decimals else 1))
        for control in (self.slider, self.number):
            WheelGuard(control)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.slider, 1)
        layout.addWidget(self.number)
        self.setFocusProxy(self.number)
        self.slider.valueChanged.connect(self._slid)
        self.number.valueChanged.connect(self._typed)

    def set_names(self, name: str, spoken: str) -> None:
        """Name both controls."""
        self.setObjectName(f"{name}Row")
        name_control(self.number, name, spoken)
        name_control(self.slider, f"{name}Slider", tr("{}, slider").format(spoken))

    @property
    def value(self) -> float:
        """The number."""
        return float(self.number.value())

    @value.setter
    def value(self, value: float) -> None:
        self.number.setValue(value)

    def _slid(self, position: int) -> None:
        self.number.setValue(round(self._usual * (position / _STEPS) ** self._power, self._decimals))

    def _typed(self) -> None:
        share = min(1.0, self.value / self._usual)
        if not self.slider.isSliderDown():
            self.slider.blockSignals(True)
            self.slider.setValue(round(_STEPS * share ** (1 / self._power)))
            self.slider.blockSignals(False)
        self.changed.emit()
