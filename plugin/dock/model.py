"""Which model to ask, and what it runs on."""

from __future__ import annotations

from qgis.PyQt.QtCore import QObject, pyqtSignal
from qgis.PyQt.QtWidgets import QComboBox, QFormLayout, QPushButton, QWidget

from ...protocol import Device, Model, Welcome
from ..quantities import measured
from ..translation import tr
from .cost import memory_text
from .form import add_row, caption, name_control, narrow, plain, say, stacked
from .prepared import PreparedLine

AUTO = "auto"


class ModelChoice(QObject):
    """The models of the catalogue and the devices of the machine; until the engine has told them, those used last.

    Below them stands what a run will cost, and how much of the scene is prepared.

    Args:
        parent: of the controls.
        model: name of the model used last.
        device: the device used last.

    Signals:
        changed: another model or device.
        wanted: the user would like to have the chosen model, which is not installed.
    """

    changed = pyqtSignal()
    wanted = pyqtSignal(str)

    def __init__(self, parent: QWidget, model: str, device: str) -> None:
        super().__init__(parent)
        self._welcome: Welcome | None = None
        self.models, self.devices = narrow(QComboBox(parent)), narrow(QComboBox(parent))
        self.fetch = QPushButton(tr("Get this model…"), parent)
        self.caption = caption("phrasegonCostHint")
        self.prepared = PreparedLine(parent)
        self._time = ""
        self.models.addItem(model, model)
        self.devices.addItem(_automatic(None), AUTO)
        if device != AUTO:
            self.devices.addItem(device, device)
            self.devices.setCurrentIndex(1)
        for box in (self.models, self.devices):
            box.currentIndexChanged.connect(self._choice_changed)
        self.fetch.clicked.connect(lambda: self.wanted.emit(self.name))
        self.fetch.hide()

    def add_to(self, form: QFormLayout) -> None:
        """Put the controls into a form."""
        name_control(self.fetch, "phrasegonFetch", plain(self.fetch.text()))
        add_row(form, tr("&Model"), self.models, "phrasegonModel", field=stacked(self.models, self.fetch))
        cell = stacked(self.devices, self.caption, self.prepared)
        add_row(form, tr("Dev&ice"), self.devices, "phrasegonDevice", field=cell)

    @property
    def name(self) -> str:
        """The chosen model's name in the catalogue."""
        return str(self.models.currentData())

    @property
    def device(self) -> str:
        """``auto`` or the name of the chosen device."""
        return str(self.devices.currentData())

    @property
    def model(self) -> Model | None:
        """All that is known of the chosen model; None: the engine has not told it yet."""
        return self.known(self.name)

    def known(self, name: str) -> Model | None:
        """All that is known of a model; None: nothing."""
        models = () if self._welcome is None else self._welcome.models
        return next((model for model in models if model.name == name), None)

    @property
    def used_device(self) -> Device | None:
        """What the run will take place on; None: unknown."""
        known = () if self._welcome is None else self._welcome.devices
        if self.device == AUTO:
            return known[0] if known else None
        return next((device for device in known if device.name == self.device), None)

    def set_welcome(self, welcome: Welcome) -> None:
        """Offer what the engine has told of; the choice stays where it can."""
        self._welcome = welcome
        first = welcome.devices[0] if welcome.devices else None
        models = [(model.title if model.installed else _missing(model), model.name) for model in welcome.models]
        devices = [(_automatic(first), AUTO), *((_titled(device), device.name) for device in welcome.devices)]
        _refill(self.models, models)
        _refill(self.devices, devices)
        self._choice_changed()

    def explain_time(self, text: str) -> None:
        """Say how long a run will take."""
        self._time = text
        self._describe()

    def _choice_changed(self) -> None:
        model = self.model
        self.fetch.setVisible(model is not None and not model.installed)
        self.models.setToolTip("" if model is None else _about(model))
        self.devices.setToolTip(self.devices.currentText())
        self._describe()
        self.changed.emit()

    def _describe(self) -> None:
        model = self.model
        memory = "" if model is None or not model.installed else memory_text(model, self.used_device)
        text = f"{self._time} {memory}".strip()
        say(self.caption, text)
        self.devices.setAccessibleDescription(text)


def _refill(box: QComboBox, entries: list[tuple[str, str]]) -> None:
    chosen = box.currentData()
    box.blockSignals(True)
    box.clear()
    for text, data in entries:
        box.addItem(text, data)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.blockSignals(False)


def _missing(model: Model) -> str:
    return tr("{} (not installed)").format(model.title)


def _automatic(device: Device | None) -> str:
    return tr("Automatic") if device is None else tr("Automatic: {}").format(_titled(device))


def _titled(device: Device) -> str:
    return tr("Processor") if device.name == "cpu" else device.title


def _about(model: Model) -> str:
    finest, coarsest = model.gsd_range
    return tr("{}. Trained on {}; pixels of {} to {} m. Licence: {}.").format(
        model.title, model.trained_on, measured(finest), measured(coarsest), model.licence
    )
