"""The plugin object that QGIS drives: what it adds to QGIS, and how all of it goes again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from qgis.core import QgsApplication

from .language import install_translation, remove_translation
from .log import close_log, log
from .messages import Messages
from .runtime.engine import Engine
from .runtime.python import engine_python

if TYPE_CHECKING:
    from .desktop import Desktop
    from .processing.provider import PhrasegonProvider


class PhrasegonPlugin:
    """Phrasegon in QGIS: the Processing provider everywhere, and in the desktop program all the rest.

    Attributes:
        engine: the one of this session; its process starts with the first question.
        messages: what speaks to the user.

    Args:
        iface: the desktop program's interface; None: QGIS runs without a window.
    """

    def __init__(self, iface: Any) -> None:
        self._iface = iface
        self._translator = install_translation()
        self.engine = Engine(engine_python, log)
        self.messages = Messages(iface)
        self.provider: PhrasegonProvider | None = None
        self.desktop: Desktop | None = None

    def initProcessing(self) -> None:
        """Add the algorithms; QGIS calls this, and nothing else, where it runs without a window."""
        from .processing.provider import PhrasegonProvider

        self.provider = PhrasegonProvider(self.engine)
        QgsApplication.processingRegistry().addProvider(self.provider)

    def initGui(self) -> None:
        """Add everything to the desktop program; QGIS calls this when the plugin is switched on."""
        from .desktop import Desktop

        self.initProcessing()
        self.desktop = Desktop(self._iface, self.engine, self.messages)

    def unload(self) -> None:
        """Take everything away again; QGIS calls this when the plugin is switched off and when it closes."""
        if self.desktop is not None:
            self.desktop.close()
            self.desktop = None
        if self.provider is not None:
            QgsApplication.processingRegistry().removeProvider(self.provider)
            self.provider = None
        self.messages.close()
        self.engine.stop()
        remove_translation(self._translator)
        self._translator = None
        close_log()
