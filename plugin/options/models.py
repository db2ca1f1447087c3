"""The models in the options: which there are, under which licence, and how to get them."""

from __future__ import annotations

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import (
    QAbstractItemView,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from ...protocol import Model, Part, Progress
from ..errors import UserError
from ..quantities import measured, size
from ..runtime.engine import Engine
from ..translation import tr
from .fetcher import Fetcher

_NAME = Qt.ItemDataRole.UserRole


class ModelsPanel(QWidget):
    """A list of the models with what can be done about the chosen one.

    Args:
        engine: the one of the session.
        fetcher: does the work.
        parent: owner, or None.
    """

    def __init__(self, engine: Engine, fetcher: Fetcher, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("phrasegonModels")
        self._engine, self._fetcher = engine, fetcher
        self._make_widgets()
        self._lay_out()
        self.list.itemSelectionChanged.connect(self._show_state)
        self.fetch.clicked.connect(lambda _: fetcher.quote(self.chosen()))
        self.take.clicked.connect(lambda _: self._choose_file())
        self.cancel.clicked.connect(fetcher.cancel)
        fetcher.greeted.connect(self.show_models)
        fetcher.progressed.connect(self._show_progress)
        fetcher.failed.connect(self._show_failure)
        fetcher.busy_changed.connect(self._show_state)
        self.show_models()

    def chosen(self) -> str:
        """Name of the chosen model; empty: none is chosen."""
        items = self.list.selectedItems()
        return str(items[0].data(0, _NAME)) if items else ""

    def greet(self) -> None:
        """Start the engine, if need be, to see what it has."""
        self._fetcher.greet()

    def _make_widgets(self) -> None:
        self.list = QTreeWidget(self)
        self.list.setObjectName("phrasegonModelList")
        self.list.setAccessibleName(tr("Models"))
        self.list.setHeaderLabels([tr("Model"), tr("Licence"), tr("State")])
        self.list.setRootIsDecorated(False)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.about = QLabel(self)
        self.about.setObjectName("phrasegonModelAbout")
        self.about.setWordWrap(True)
        self.about.setTextFormat(Qt.TextFormat.PlainText)
        self.about.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.progress = QProgressBar(self)
        self.progress.setObjectName("phrasegonModelProgress")
        self.progress.setAccessibleName(tr("Progress"))
        self.fetch = self._button("phrasegonModelFetch", tr("Fetch…"))
        self.take = self._button("phrasegonModelTake", tr("From a file…"))
        self.cancel = self._button("phrasegonModelCancel", tr("Cancel"))

    def _button(self, name: str, text: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setObjectName(name)
        button.setAutoDefault(False)
        return button

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for button in (self.fetch, self.take, self.cancel):
            buttons.addWidget(button)
        buttons.addWidget(self.progress, 1)
        buttons.addStretch()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.list)
        layout.addWidget(self.about)
        layout.addLayout(buttons)

    def _models(self) -> dict[str, Model | Part]:
        welcome = self._engine.welcome
        if welcome is None:
            return {}
        known: list[Model | Part] = [*welcome.models, *welcome.snapping]
        return {model.name: model for model in known}

    def show_models(self) -> None:
        """Look again at what the engine has."""
        chosen = self.chosen()
        self.list.clear()
        for name, model in self._models().items():
            state = tr("installed") if model.installed else tr("not installed")
            item = QTreeWidgetItem([model.title, model.licence, state])
            item.setData(0, _NAME, name)
            item.setToolTip(0, tr("Trained on {}.").format(model.trained_on))
            self.list.addTopLevelItem(item)
            item.setSelected(name == chosen)
        for column in range(self.list.columnCount()):
            self.list.resizeColumnToContents(column)
        self._show_state()

    def _show_state(self) -> None:
        model, busy = self._models().get(self.chosen()), self._fetcher.busy
        missing = model is not None and not model.installed
        self.fetch.setEnabled(missing and not busy)
        self.take.setEnabled(missing and not busy)
        self.cancel.setVisible(busy)
        self.progress.setVisible(busy)
        if busy:
            self.progress.setRange(0, 0)
        if model is not None:
            self.about.setText(_about(model))
        elif not self._models() and not busy:
            self.about.setText(tr("The models are listed as soon as the engine is set up."))
        else:
            self.about.clear()

    def _show_progress(self, progress: Progress) -> None:
        if progress.tiles_total:
            self.progress.setRange(0, 1000)
            self.progress.setValue(round(1000 * progress.tiles_done / progress.tiles_total))

    def _show_failure(self, error: UserError) -> None:
        self.about.setText(error.sentence)
        self.about.setToolTip(error.detail[-2000:])

    def _choose_file(self) -> None:
        name = self.chosen()
        path, _ = QFileDialog.getOpenFileName(
            self.window(), tr("A model's file"), "", tr("Weights ({})").format("*.safetensors *.bin *.pth *.pt")
        )
        if path:
            self._fetcher.take(name, path)


def _about(model: Model | Part) -> str:
    if isinstance(model, Part):
        return tr("Snaps polygons to objects; trained on {}; takes about {} of memory; licence: {}.").format(
            model.trained_on, size(model.needed_bytes), model.licence
        )
    finest, coarsest = model.gsd_range
    return tr("Trained on {}; made for {} to {} m a pixel; takes about {} of memory; licence: {}.").format(
        model.trained_on, measured(finest), measured(coarsest), size(model.needed_bytes), model.licence
    )
