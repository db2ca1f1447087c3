"""The question before a model is fetched: how much, from where, under which licence."""

from __future__ import annotations

from collections.abc import Callable

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QMessageBox, QWidget

from ...protocol import Offer
from ..quantities import size
from ..translation import tr


def ask(offer: Offer, accept: Callable[[Offer], None], parent: QWidget) -> QMessageBox:
    """Show the terms; nothing is fetched before they have been accepted.

    Args:
        offer: what the engine offers.
        accept: called with the offer on *Fetch*.
        parent: the window that waits for the answer; QGIS goes on.
    """
    question = QMessageBox(parent)
    question.setObjectName("phrasegonModelQuestion")
    question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    question.setWindowTitle(tr("Fetch a model"))
    question.setIcon(QMessageBox.Icon.Question)
    question.setTextFormat(Qt.TextFormat.PlainText)
    question.setText(tr("Fetch {}?").format(offer.model))
    question.setInformativeText(_terms(offer))
    question.setStandardButtons(QMessageBox.StandardButton.Ok | QMessageBox.StandardButton.Cancel)
    question.button(QMessageBox.StandardButton.Ok).setText(tr("Fetch"))
    question.accepted.connect(lambda: accept(offer))
    question.open()
    return question


def _terms(offer: Offer) -> str:
    lines = (
        tr("Download: {}").format(size(offer.total_bytes)),
        tr("From: {} ({})").format(offer.source, offer.revision[:12]),
        tr("Licence: {}").format(offer.licence),
        tr("Goes to: {}").format(offer.folder),
    )
    return "\n".join(lines)
