"""The window that sets up the engine: says first what it would do, then does it on a click."""

from __future__ import annotations

from html import escape

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtGui import QShowEvent
from qgis.PyQt.QtWidgets import (
    QApplication,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from ..errors import UserError
from ..runtime.environment import current, update_needed
from ..runtime.installation import Report
from ..runtime.plan import Plan
from ..runtime.python import chosen_python
from ..translation import tr
from .installer import Installer
from .sources import Sources
from .words import plan_text, state_text


class InstallWindow(QDialog):
    """QGIS stays usable beside it, and closing it leaves the work going on.

    Args:
        installer: does the work.
        parent: QGIS's window, or None.
    """

    def __init__(self, installer: Installer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.installer = installer
        self._plan: Plan | None = None
        self.setObjectName("phrasegonInstallWindow")
        self.setWindowTitle(tr("Phrasegon: set up the engine"))
        self._make_widgets()
        self._lay_out()
        self._connect()
        self._say("")
        self._show_state()

    def setVisible(self, visible: bool) -> None:
        """Show or hide; opened from a modal window, such as QGIS's options, it must be one to be usable."""
        above = QApplication.activeModalWidget()
        if visible and not self.isVisible():
            blocked = above is not None and above is not self
            modality = Qt.WindowModality.ApplicationModal if blocked else Qt.WindowModality.NonModal
            self.setWindowModality(modality)
        super().setVisible(visible)

    def showEvent(self, event: QShowEvent) -> None:
        """Look at the computer as soon as the window is seen."""
        super().showEvent(event)
        self._look()

    def _make_widgets(self) -> None:
        self.state = _text(self, "phrasegonInstallState")
        self.about = _text(self, "phrasegonInstallAbout")
        self.about.setText(
            tr(
                "The networks run in a program of their own, the engine, with a Python and packages of its own. "
                "Nothing is installed into QGIS."
            )
        )
        self.sources = Sources(self)
        self.plan = _text(self, "phrasegonInstallPlan")
        self.stage = _text(self, "phrasegonInstallStage")
        self.progress = QProgressBar(self)
        self.progress.setObjectName("phrasegonInstallProgress")
        self.progress.setAccessibleName(tr("Progress"))
        self.message = _text(self, "phrasegonInstallMessage")
        self.details = QPlainTextEdit(self)
        self.details.setObjectName("phrasegonInstallDetails")
        self.details.setAccessibleName(tr("Details"))
        self.details.setReadOnly(True)
        self.show_details = _button(self, "phrasegonInstallShowDetails", tr("De&tails"))
        self.show_details.setCheckable(True)
        self.start = _button(self, "phrasegonInstallStart", tr("&Set up"))
        self.start.setDefault(True)
        self.cancel = _button(self, "phrasegonInstallCancel", tr("&Cancel"))
        self.remove = _button(self, "phrasegonInstallRemove", tr("&Remove"))
        self.remove.setToolTip(tr("Delete the engine's environment; fetched models stay."))
        self.close_button = _button(self, "phrasegonInstallClose", tr("C&lose"))

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.remove)
        buttons.addStretch()
        for button in (self.start, self.cancel, self.close_button):
            buttons.addWidget(button)
        layout = QVBoxLayout(self)
        for widget in (self.state, self.about, self.sources, self.plan, self.stage, self.progress, self.message):
            layout.addWidget(widget)
        layout.addWidget(self.show_details, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self.details)
        layout.addStretch()
        layout.addLayout(buttons)
        self.resize(560, self.sizeHint().height())

    def _connect(self) -> None:
        self.sources.changed.connect(self._look_again)
        self.show_details.toggled.connect(self.details.setVisible)
        self.start.clicked.connect(self._start)
        self.cancel.clicked.connect(self.installer.cancel)
        self.remove.clicked.connect(self._remove)
        self.close_button.clicked.connect(self.close)
        self.installer.planned.connect(self._show_plan)
        self.installer.reported.connect(self._show_report)
        self.installer.failed.connect(self._show_failure)
        self.installer.given_up.connect(self._show_given_up)
        self.installer.changed.connect(self._show_changed)
        self.installer.busy_changed.connect(self._show_state)

    def _look(self) -> None:
        """Find out what the chosen way means, unless there is nothing to find out."""
        if self._plan is not None or self.installer.busy or not self.isVisible():
            return
        self.installer.stop_looking()
        if self.sources.python.isChecked():
            self.plan.setText(tr("The engine is started in it once, to see that it has all packages."))
        elif self.sources.wheels.isChecked() and self.sources.chosen_wheels() is None:
            self.plan.setText(tr("Name the folder."))
        else:
            self.plan.setText(tr("Looking at this computer …"))
            self.installer.look(self.sources.chosen_wheels())

    def _look_again(self) -> None:
        self._plan = None
        self._say("")
        self._look()
        self._show_state()

    def _start(self) -> None:
        self._say("")
        python = self.sources.chosen_python()
        if python is not None:
            self.installer.use(python)
        elif self._plan is not None:
            self.installer.make(self._plan)

    def _remove(self) -> None:
        self._say("")
        self.installer.remove()

    def _show_plan(self, plan: Plan) -> None:
        self._plan = plan
        self.plan.setText(plan_text(plan))
        self._show_state()

    def _show_report(self, report: Report) -> None:
        self.stage.setText(report.text)
        self.progress.setRange(0, 1000)
        self.progress.setValue(round(1000 * report.fraction))

    def _show_failure(self, error: UserError) -> None:
        if self._plan is None and not self.sources.python.isChecked():
            self.plan.clear()
        self._say(error.sentence, error.detail)

    def _show_given_up(self) -> None:
        self._say(tr("Cancelled; nothing was changed."))

    def _show_changed(self) -> None:
        self._say("")
        self._show_state()

    def _show_state(self) -> None:
        busy = self.installer.busy
        self.state.setText(f"<b>{escape(state_text(), quote=False)}</b>")
        self.sources.setEnabled(not busy)
        self.start.setVisible(not busy)
        self.start.setText(self._start_text())
        self.start.setEnabled(self._plan is not None or self.sources.chosen_python() is not None)
        self.cancel.setVisible(busy)
        self.stage.setVisible(busy)
        self.progress.setVisible(busy)
        if busy:
            self.stage.clear()
            self.progress.setRange(0, 0)
        self.remove.setEnabled(not busy and (current() is not None or chosen_python() is not None))

    def _start_text(self) -> str:
        if self.sources.python.isChecked():
            return tr("&Use it")
        if update_needed():
            return tr("&Update")
        return tr("&Set up") if current() is None else tr("&Set up again")

    def _say(self, sentence: str, detail: str = "") -> None:
        self.message.setText(sentence)
        self.message.setVisible(bool(sentence))
        self.details.setPlainText(detail)
        self.show_details.setVisible(bool(detail))
        self.show_details.setChecked(False)
        self.details.setVisible(False)


def _text(parent: QWidget, name: str) -> QLabel:
    label = QLabel(parent)
    label.setObjectName(name)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label


def _button(parent: QWidget, name: str, text: str) -> QPushButton:
    button = QPushButton(text, parent)
    button.setObjectName(name)
    button.setAutoDefault(False)
    return button
