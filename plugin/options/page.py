"""The page itself."""

from __future__ import annotations

from collections.abc import Callable

from qgis.gui import QgsOptionsPageWidget, QgsOptionsWidgetFactory
from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QGroupBox, QVBoxLayout, QWidget

from ..about import ICON
from ..errors import UserError
from ..install.installer import Installer
from ..install.panel import EnvironmentPanel
from ..runtime.engine import Engine
from ..runtime.python import engine_python
from ..settings import Settings
from ..translation import tr
from .fetcher import Fetcher
from .general import GeneralPanel
from .models import ModelsPanel

PAGE = "mOptionsPagePhrasegon"
"""What ``iface.showOptionsDialog`` finds the page by."""


class OptionsFactory(QgsOptionsWidgetFactory):
    """Makes the page each time that QGIS's options are opened.

    Args:
        engine: the one of the session.
        settings: shown and changed.
        installer: sets up the engine.
        fetcher: fetches models.
        open_installer: shows the window that sets up the engine.
    """

    def __init__(
        self,
        engine: Engine,
        settings: Settings,
        installer: Installer,
        fetcher: Fetcher,
        open_installer: Callable[[], None],
    ) -> None:
        super().__init__()
        self.setTitle("Phrasegon")
        self.setIcon(QIcon(str(ICON)))
        self._engine, self._settings = engine, settings
        self._installer, self._fetcher = installer, fetcher
        self._open_installer = open_installer

    def createWidget(self, parent: QWidget) -> OptionsPage:
        """A new page."""
        page = OptionsPage(
            EnvironmentPanel(self._installer, self._open_installer),
            ModelsPanel(self._engine, self._fetcher),
            GeneralPanel(self._settings),
            parent,
        )
        self._installer.changed.connect(page.look)
        if self._engine.welcome is None:
            page.look()
        return page


class OptionsPage(QgsOptionsPageWidget):
    """Engine, models, and the rest, below each other."""

    def __init__(
        self, environment: EnvironmentPanel, models: ModelsPanel, general: GeneralPanel, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName(PAGE)
        self.environment, self.models, self.general = environment, models, general
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for title, panel in ((tr("Engine"), environment), (tr("Models"), models), (tr("General"), general)):
            box = QGroupBox(title, self)
            QVBoxLayout(box).addWidget(panel)
            layout.addWidget(box)
        layout.addStretch()

    def apply(self) -> None:
        """Write what was changed; QGIS calls this for *OK*."""
        self.general.apply()

    def look(self) -> None:
        """Ask the engine for its models, unless there is none."""
        try:
            engine_python()
        except UserError:
            self.models.show_models()
        else:
            self.models.greet()
