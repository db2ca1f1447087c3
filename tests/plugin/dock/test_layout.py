"""Reachable by keyboard, told to a screen reader, whole in a narrow dock."""

from __future__ import annotations

import pytest
from qgis.PyQt.QtCore import QPoint, QRect, Qt
from qgis.PyQt.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QScrollArea,
    QSlider,
    QWidget,
)

INPUTS = (QComboBox, QAbstractSpinBox, QSlider, QAbstractButton)


def inputs(dock):
    """What the user works with, without the parts that widgets of Qt and QGIS are made of."""
    return [
        widget
        for kind in INPUTS
        for widget in dock.view.findChildren(kind)
        if widget.objectName().startswith("phrasegon")
    ]


def everything_open(dock):
    view = dock.view
    view.advanced.setCollapsed(False)
    view.area.kind.setCurrentIndex(view.area.kind.findData("polygons"))
    view.phrases.line.setText("the largest zebras")
    view.notice.say("There is no engine.")
    view.progress.set_result("trees: 12 polygons", adjustable=True)
    view.advanced.set_live("Changes act at once.")
    view.model.fetch.show()
    view.model.prepared.tell_share(0.4)
    view.phrases.tile_offer.show_offer(use=True, back=True, text="The view is one tile.")


def at_width(dock, interface, width):
    interface.window.resize(1400, 1200)
    interface.window.resizeDocks([dock], [width], Qt.Orientation.Horizontal)
    for _ in range(5):
        QApplication.processEvents()


def test_every_input_has_a_stable_name_and_one_that_is_spoken(hand):
    everything_open(hand.dock)
    found = inputs(hand.dock)
    assert len(found) > 20
    names = [widget.objectName() for widget in found]
    assert len(set(names)) == len(names)
    for widget in found:
        spoken = widget.accessibleName()
        assert spoken, widget.objectName()
        assert "&" not in spoken


def test_every_input_without_a_text_of_its_own_has_a_label_that_leads_to_it(hand):
    led_to = {label.buddy().objectName() for label in hand.dock.view.findChildren(QLabel) if label.buddy() is not None}
    for widget in inputs(hand.dock):
        name = widget.objectName()
        if isinstance(widget, QAbstractButton):
            continue
        assert name.replace("Slider", "") in led_to, name
    assert "phrasegonOutput" in led_to


def test_labels_and_buttons_have_mnemonics_of_their_own(hand):
    shown = [label for label in hand.dock.view.findChildren(QLabel) if label.buddy() is not None]
    shown += [widget for widget in inputs(hand.dock) if isinstance(widget, QAbstractButton)]
    letters = []
    for widget in shown:
        _, found, letter = widget.text().partition("&")
        if found:
            letters.append(letter[0].lower())
    assert len(letters) >= 12
    assert len(set(letters)) == len(letters)


def test_the_tabulator_goes_from_top_to_bottom(hand, interface):
    everything_open(hand.dock)
    at_width(hand.dock, interface, 320)
    wanted = {widget.objectName() for widget in inputs(hand.dock)} | {"phrasegonOutput"}
    places, order = [], []
    start = widget = hand.dock.view.notice.button
    for _ in range(1000):
        if widget.objectName() in wanted and widget.isVisible():
            places.append(widget.mapTo(hand.dock, QPoint(0, widget.height() // 2)))
            order.append(widget.objectName())
        widget = widget.nextInFocusChain()
        if widget == start:
            break
    assert len(order) > 20
    for number in range(1, len(order)):
        before, after = places[number - 1], places[number]
        assert after.y() > before.y() - 8, order[number]
        assert after.y() > before.y() + 8 or after.x() > before.x(), order[number]


@pytest.mark.parametrize("width", [300, 400])
def test_nothing_is_cut_off(hand, interface, width):
    everything_open(hand.dock)
    at_width(hand.dock, interface, width)
    assert hand.dock.width() == width
    column = hand.dock.findChild(QScrollArea, "phrasegonScroll").widget()
    assert column.width() <= hand.dock.findChild(QScrollArea, "phrasegonScroll").viewport().width()
    for widget in (*inputs(hand.dock), *hand.dock.view.findChildren(QLabel), *hand.dock.view.findChildren(QLineEdit)):
        if not widget.isVisible() or not widget.objectName().startswith("phrasegon"):
            continue
        parent = widget.parentWidget()
        inside = QRect(widget.mapTo(hand.dock, QPoint(0, 0)), widget.size())
        assert inside.left() >= 0, widget.objectName()
        assert inside.right() < width, widget.objectName()
        assert parent.rect().contains(widget.geometry()), widget.objectName()
        if isinstance(widget, (QAbstractButton, QAbstractSpinBox, QSlider)):
            assert widget.width() >= widget.minimumSizeHint().width(), widget.objectName()
        if isinstance(widget, QLabel) and not widget.wordWrap():
            assert widget.width() >= widget.sizeHint().width(), widget.objectName()
        if isinstance(widget, QLabel) and widget.wordWrap():
            assert widget.height() >= widget.heightForWidth(widget.width()), widget.objectName()


def test_no_colour_is_fixed(hand):
    everything_open(hand.dock)
    for widget in hand.dock.view.findChildren(QWidget):
        if widget.objectName().startswith("phrasegon"):
            assert "color" not in widget.styleSheet(), widget.objectName()
