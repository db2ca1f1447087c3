"""Where the user says what to look for."""

from __future__ import annotations

from collections.abc import Collection

from qgis.PyQt.QtCore import QTimer, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ..phrases import phrases_in
from ..translation import tr
from .completion import WordCompleter
from .form import caption, name_control, narrow, plain, say
from .tile_offer import TileOffer
from .words import compared_words, hint


class PhraseField(QWidget):
    """The phrases, with those of earlier runs to choose from, and a hint about their words with what to do about it.

    Signals:
        changed: another text.
        entered: the user pressed Enter.
    """

    changed = pyqtSignal()
    entered = pyqtSignal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._vocabulary: Collection[str] = ()
        self._comparing: Collection[str] = ()
        self.box = narrow(QComboBox())
        self.box.setEditable(True)
        self.box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.line: QLineEdit = self.box.lineEdit()
        self.completer = WordCompleter(self.line)
        self.box.setCompleter(self.completer)
        self.hint = caption("phrasegonPhraseHint")
        self.tile_offer = TileOffer()
        self._enter = QTimer(self)  # Qt tells of Enter twice while words are offered
        self._enter.setSingleShot(True)
        self._enter.setInterval(0)
        self._enter.timeout.connect(self.entered)
        self._lay_out()
        self.line.textChanged.connect(self._text_changed)
        self.line.editingFinished.connect(lambda: self._update_hint(typing=False))
        self.line.returnPressed.connect(self._return_pressed)

    @property
    def phrases(self) -> tuple[str, ...]:
        """What to look for."""
        return phrases_in(self.line.text())

    @property
    def compares(self) -> bool:
        """Whether words are judged within each tile."""
        return bool(compared_words(self.line.text(), self._comparing))

    def set_history(self, earlier: list[str]) -> None:
        """Offer the texts of earlier runs; what is being typed stays."""
        text = self.line.text()
        self.box.blockSignals(True)
        self.box.clear()
        self.box.addItems(earlier)
        self.box.setCurrentIndex(-1)
        self.line.setText(text)
        self.box.blockSignals(False)

    def set_words(self, vocabulary: Collection[str], comparing: Collection[str]) -> None:
        """Complete and judge words from now on by what a model has learnt.

        Args:
            vocabulary: all words it has learnt; empty: any word may be tried.
            comparing: words that are judged within each tile.
        """
        self._vocabulary, self._comparing = frozenset(vocabulary), frozenset(comparing)
        self.completer.set_words(vocabulary)
        self._update_hint(typing=True)

    def _lay_out(self) -> None:
        text = tr("Wh&at to find")
        label = QLabel(text)
        label.setObjectName("phrasegonPhraseLabel")
        label.setBuddy(self.box)
        tip = tr("Say in English what to look for. Several phrases, separated by semicolons, give one layer each.")
        name_control(self.box, "phrasegonPhrase", plain(text), tip)
        name_control(self.line, "phrasegonPhraseText", plain(text), tip)
        self.line.setPlaceholderText(tr("e.g. trees; swimming pools"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (label, self.box, self.hint, self.tile_offer):
            layout.addWidget(widget)

    def _text_changed(self) -> None:
        self._update_hint(typing=True)
        self.changed.emit()

    def _update_hint(self, *, typing: bool) -> None:
        text = hint(self.line.text(), self._vocabulary, self._comparing, typing=typing)
        say(self.hint, text)
        self.line.setAccessibleDescription(text)

    def _return_pressed(self) -> None:
        if not self.completer.chosen:
            self.completer.popup().hide()
            self._enter.start()
