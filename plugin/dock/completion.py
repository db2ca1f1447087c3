"""Completion of the word that is being typed, from the words that a model has learnt."""

from __future__ import annotations

import re
from collections.abc import Iterable

from qgis.PyQt.QtCore import QModelIndex, QStringListModel, Qt
from qgis.PyQt.QtWidgets import QCompleter, QLineEdit

_LAST_WORD = re.compile(r"[^\W\d_]*$")
_LEAST_LETTERS = 2


class WordCompleter(QCompleter):
    """Completes the last word of a line and leaves what stands before it.

    Args:
        line: which is completed.
    """

    def __init__(self, line: QLineEdit) -> None:
        super().__init__(line)
        self._line = line
        self._words = QStringListModel(self)
        self.setModel(self._words)
        self.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)

    def set_words(self, words: Iterable[str]) -> None:
        """Offer these from now on."""
        self._words.setStringList(sorted(words))

    def splitPath(self, path: str) -> list[str]:
        """The part of the line that is completed; Qt calls this."""
        word = _last_word(path)
        return [word] if len(word) >= _LEAST_LETTERS and self._begins(word) else ["\n"]  # which no word begins with

    def pathFromIndex(self, index: QModelIndex) -> str:
        """The line with an offered word in it; Qt calls this."""
        text = str(self._line.text())
        word = str(index.data())
        return text[: len(text) - len(_last_word(text))] + word

    def _begins(self, word: str) -> bool:
        """Whether a longer word begins so: offering the word that stands there already would be in the way."""
        begun = word.lower()
        return any(known.startswith(begun) and known != begun for known in self._words.stringList())

    @property
    def chosen(self) -> bool:
        """Whether the user is about to take one of the words that are offered."""
        return bool(self.popup().isVisible() and self.popup().currentIndex().isValid())


def _last_word(text: str) -> str:
    found = _LAST_WORD.search(text)
    return found.group() if found else ""
