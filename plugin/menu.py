"""What Phrasegon adds to QGIS's menus and tool bar."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from qgis.PyQt.QtGui import QIcon
from qgis.PyQt.QtWidgets import QAction

from .about import ICON
from .translation import tr

MENU = "Phrasegon"
SHORTCUT = "Ctrl+Shift+Y"


class Menu:
    """Raster > Phrasegon, an icon in the plugins' tool bar, and Help > Plugins > Phrasegon.

    Attributes:
        dock: shows and hides the dock; checkable.
        options: opens the options.
        help: opens the manual.
        about: tells what Phrasegon is.

    Args:
        iface: the desktop program's interface.
        show_options: called for *Options*.
        show_help: called for *Help*.
        show_about: called for *About*.
    """

    def __init__(
        self,
        iface: Any,
        *,
        show_options: Callable[[], None],
        show_help: Callable[[], None],
        show_about: Callable[[], None],
    ) -> None:
        self._iface = iface
        icon = QIcon(str(ICON))
        self.dock = self._action("phrasegonToggle", icon, tr("Phrasegon"))
        self.dock.setCheckable(True)
        self.dock.setToolTip(tr("Phrasegon: type a phrase, get polygons"))
        self.options = self._action("phrasegonOptions", QIcon(), tr("Options…"), show_options)
        self.help = self._action("phrasegonHelp", QIcon(), tr("Help"), show_help)
        self.about = self._action("phrasegonAbout", icon, tr("About Phrasegon"), show_about)
        self.plugin_help = self._action("phrasegonPluginHelp", icon, tr("Phrasegon"), show_help)
        for action in self._raster:
            iface.addPluginToRasterMenu(MENU, action)
        iface.addToolBarIcon(self.dock)
        iface.registerMainWindowAction(self.dock, SHORTCUT)
        iface.pluginHelpMenu().addAction(self.plugin_help)

    def remove(self) -> None:
        """Take everything away again."""
        self._iface.unregisterMainWindowAction(self.dock)
        self._iface.removeToolBarIcon(self.dock)
        self._iface.pluginHelpMenu().removeAction(self.plugin_help)
        for action in self._raster:
            self._iface.removePluginRasterMenu(MENU, action)
        for action in (*self._raster, self.plugin_help):
            action.deleteLater()

    @property
    def _raster(self) -> tuple[QAction, ...]:
        return self.dock, self.options, self.help, self.about

    def _action(self, name: str, icon: QIcon, text: str, call: Callable[[], None] | None = None) -> QAction:
        action = QAction(icon, text, self._iface.mainWindow())
        action.setObjectName(name)
        if call is not None:
            action.triggered.connect(lambda _=False: call())
        return action
