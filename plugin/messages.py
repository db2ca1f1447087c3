"""What the user is told: one sentence in QGIS's message bar, and buttons that help."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from html import escape
from typing import Any

from qgis.core import Qgis
from qgis.gui import QgsMessageBar
from qgis.PyQt.QtCore import QUrl
from qgis.PyQt.QtGui import QDesktopServices
from qgis.PyQt.QtWidgets import QPushButton

from .details import DetailsDialog
from .errors import Remedy, UserError
from .log import log, log_file
from .translation import tr

TITLE = "Phrasegon"
_SECONDS = {Qgis.MessageLevel.Info: 8, Qgis.MessageLevel.Success: 8}
"""So long a message stays; others stay until the user closes them."""


Action = tuple[str, str, Callable[[], None]]
"""Object name and text of a button, and what it does."""


class Messages:
    """Speaks through the message bar; where there is none, through QGIS's message log alone. Main thread only.

    Args:
        iface: the desktop program's interface; None: QGIS runs without a window.
    """

    def __init__(self, iface: Any = None) -> None:
        self._iface = iface
        self._remedies: dict[Remedy, Callable[[], None]] = {}
        self._dialog: DetailsDialog | None = None

    def on(self, remedy: Remedy, action: Callable[[], None]) -> None:
        """Say what the button of a remedy does."""
        self._remedies[remedy] = action

    def error(self, error: UserError, offers: Sequence[Action] = ()) -> None:
        """Tell what went wrong, with the remedy, the details and the log a click away.

        Args:
            error: what went wrong.
            offers: buttons before all others.
        """
        log(f"{error.sentence}\n{error.detail}" if error.detail else error.sentence, Qgis.MessageLevel.Critical)
        actions = list(offers)
        if error.remedy in self._remedies:
            actions.append((f"phrasegon{error.remedy.name.title()}", _label(error.remedy), self._remedy(error.remedy)))
        if error.detail:
            actions.append(("phrasegonDetails", tr("Details"), lambda: self.show_details(error)))
        actions.append(("phrasegonOpenLog", tr("Open log"), open_log))
        self._show(error.sentence, Qgis.MessageLevel.Critical, actions)

    def warning(self, sentence: str) -> None:
        """Tell something that the user should know before trusting a result."""
        log(sentence, Qgis.MessageLevel.Warning)
        self._show(sentence, Qgis.MessageLevel.Warning)

    def info(self, sentence: str) -> None:
        """Tell something that may be missed."""
        log(sentence)
        self._show(sentence, Qgis.MessageLevel.Info)

    def offer(self, sentence: str, actions: Sequence[Action]) -> None:
        """Ask what is to become of something; the question stays until it is answered or closed.

        Args:
            sentence: what it is about.
            actions: the buttons.
        """
        log(sentence)
        self._show(sentence, Qgis.MessageLevel.Warning, actions)

    def success(self, sentence: str) -> None:
        """Tell that something has come to a good end."""
        log(sentence)
        self._show(sentence, Qgis.MessageLevel.Success)

    def show_details(self, error: UserError) -> None:
        """Open the window with all that is known of an error."""
        self._close_dialog()
        self._dialog = DetailsDialog(error.sentence, error.detail, self._iface.mainWindow())
        self._dialog.show()

    def close(self) -> None:
        """Forget the remedies and take the window of details away."""
        self._remedies.clear()
        self._close_dialog()

    def _remedy(self, remedy: Remedy) -> Callable[[], None]:
        def act() -> None:
            action = self._remedies.get(remedy)  # gone when the plugin has been switched off meanwhile
            if action is not None:
                action()

        return act

    def _show(
        self,
        sentence: str,
        level: Qgis.MessageLevel,
        actions: Sequence[Action] = (),
    ) -> None:
        if self._iface is None:
            return
        bar: QgsMessageBar = self._iface.messageBar()
        widget = bar.createMessage(TITLE, escape(sentence, quote=False))
        for name, text, action in actions:
            button = QPushButton(text, widget)
            button.setObjectName(name)
            button.clicked.connect(lambda _=False, action=action: action())
            if name not in ("phrasegonDetails", "phrasegonOpenLog"):  # a remedy has done with the message
                button.clicked.connect(lambda: bar.popWidget(widget))
            widget.layout().addWidget(button)
        bar.pushWidget(widget, level, _SECONDS.get(level, 0))

    def _close_dialog(self) -> None:
        if self._dialog is not None:
            self._dialog.close()
            self._dialog.deleteLater()
            self._dialog = None


def open_log() -> None:
    """Show the log's file in the program for text files."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(log_file())))


def _label(remedy: Remedy) -> str:
    return {
        Remedy.INSTALL: tr("Set up the engine"),
        Remedy.RESTART: tr("Start again"),
        Remedy.OPTIONS: tr("Options"),
    }[remedy]
