"""What the parts of the dock share: rows with labels that lead to their control, and texts that wrap."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QAbstractSpinBox, QComboBox, QFormLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from .wheel import WheelGuard

_SMALLER = 0.92
_CHARACTERS = 6
"""A list box may become so narrow; its texts are longer."""


def new_form(parent: QWidget | None = None) -> QFormLayout:
    """A form that looks the same on all systems and never gets wider than its dock."""
    form = QFormLayout(parent) if parent is not None else QFormLayout()
    form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
    form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapLongRows)
    form.setLabelAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return form


def add_row(form: QFormLayout, text: str, control: QWidget, name: str, *, field: QWidget | None = None) -> QLabel:
    """Put a control with its label into a form.

    Args:
        form: where.
        text: of the label, with its mnemonic.
        control: what the label leads to.
        name: the control's object name.
        field: what stands in the row; None: the control itself.

    Returns:
        The label.
    """
    label = QLabel(text)
    label.setObjectName(f"{name}Label")
    label.setBuddy(control)
    name_control(control, name, plain(text))
    form.addRow(label, field or control)
    return label


def name_control(control: QWidget, name: str, spoken: str, tip: str = "") -> None:
    """Give a control the name that stays, the one a screen reader says, and a tip."""
    control.setObjectName(name)
    control.setAccessibleName(spoken)
    if tip:
        control.setToolTip(tip)


def plain(text: str) -> str:
    """A label's text without its mnemonic and colon."""
    return text.replace("&", "").rstrip(": ")


def caption(name: str) -> QLabel:
    """An empty, hidden text that wraps, a little smaller than the rest."""
    label = QLabel()
    font = label.font()
    if font.pointSizeF() > 0:
        font.setPointSizeF(font.pointSizeF() * _SMALLER)
        label.setFont(font)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
    label.hide()
    return label


def say(label: QLabel, text: str) -> None:
    """Show a text, or nothing of the label at all."""
    label.setText(text)
    label.setVisible(bool(text))


def narrow(box: QComboBox) -> QComboBox:
    """Let a list box be narrower than its longest text."""
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(_CHARACTERS)
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    WheelGuard(box)
    return box


def narrow_spin(box: QAbstractSpinBox) -> None:
    """Let a number box be narrower than its longest text."""
    box.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    WheelGuard(box)


def stacked(*widgets: QWidget) -> QWidget:
    """Widgets one above the other, as one field of a form."""
    column = QWidget()
    layout = QVBoxLayout(column)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(2)
    for widget in widgets:
        layout.addWidget(widget)
    return column
