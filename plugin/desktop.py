"""What Phrasegon is in the desktop program: dock, menus, options and windows."""

from __future__ import annotations

from typing import Any

from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtWidgets import QApplication, QMessageBox

from ..protocol import Offer
from .about import about_dialog
from .dock.dock import PhrasegonDock
from .errors import Remedy
from .install.installer import Installer
from .install.window import InstallWindow
from .manual import open_manual
from .menu import Menu
from .messages import Messages
from .options import PAGE, OptionsFactory
from .options.fetcher import Fetcher
from .options.question import ask
from .runtime.engine import Engine
from .settings import Settings
from .translation import tr


class Desktop:
    """Adds itself to QGIS when it is made, and goes with ``close``.

    Attributes:
        dock: Phrasegon's dock.
        menu: its actions.
        installer: sets up the engine.
        fetcher: fetches models.
        factory: makes the page of QGIS's options.

    Args:
        iface: the desktop program's interface.
        engine: the one of the session.
        messages: what speaks to the user.
    """

    def __init__(self, iface: Any, engine: Engine, messages: Messages) -> None:
        self._iface, self._engine, self._messages = iface, engine, messages
        self._about: QMessageBox | None = None
        self._window: InstallWindow | None = None
        settings = Settings()
        self.installer = Installer(engine.stop)
        self.fetcher = Fetcher(engine, messages)
        self.factory = OptionsFactory(engine, settings, self.installer, self.fetcher, self.show_installer)
        self.dock = PhrasegonDock(iface, engine, settings, messages)
        self.menu = Menu(iface, show_options=self.show_options, show_help=open_manual, show_about=self.show_about)
        iface.registerOptionsWidgetFactory(self.factory)
        iface.addDockWidget(Qt.DockWidgetArea.RightDockWidgetArea, self.dock)
        self.dock.hide()  # QGIS shows it again where it was shown when QGIS was closed
        self.dock.setToggleVisibilityAction(self.menu.dock)
        self._connect()

    def close(self) -> None:
        """Take everything away again."""
        self.installer.close()
        self.fetcher.close()
        self.dock.shut_down()
        self._iface.unregisterOptionsWidgetFactory(self.factory)
        self._iface.removeDockWidget(self.dock)
        self.menu.remove()
        for widget in (self._about, self._window, self.dock):
            if widget is not None:
                widget.close()
                widget.deleteLater()
        self._about = self._window = None

    def show_installer(self) -> None:
        """Open the window that sets up the engine."""
        if self._window is None:
            self._window = InstallWindow(self.installer, self._iface.mainWindow())
        self._window.show()
        self._window.raise_()
        self._window.activateWindow()

    def show_options(self) -> None:
        """Open QGIS's options at Phrasegon's page."""
        self._iface.showOptionsDialog(self._iface.mainWindow(), PAGE)

    def show_about(self) -> None:
        """Tell what Phrasegon is."""
        if self._about is None:
            self._about = about_dialog(self._iface.mainWindow())
        self._about.show()
        self._about.raise_()

    def fetch(self, model: str) -> None:
        """Ask for the terms of a model, then fetch it if the user agrees."""
        if self.fetcher.busy:
            self._messages.info(tr("The engine is busy with another model; try again when it has finished."))
        else:
            self.fetcher.quote(model)

    def _connect(self) -> None:
        self._messages.on(Remedy.INSTALL, self.show_installer)
        self._messages.on(Remedy.OPTIONS, self.show_options)
        self.dock.install_wanted.connect(self.show_installer)
        self.dock.fetch_wanted.connect(self.fetch)
        self.fetcher.offered.connect(self._ask)
        self.fetcher.fetched.connect(self.dock.refresh)
        self.installer.changed.connect(self._change_engine)

    def _ask(self, offer: Offer) -> None:
        ask(offer, self.fetcher.fetch, QApplication.activeModalWidget() or self._iface.mainWindow())

    def _change_engine(self) -> None:
        self._engine.stop()
        self.dock.refresh()
