"""Where Phrasegon keeps what outlives an update of the plugin: the engine's environment, fetched models, the log."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsSettings
from qgis.PyQt.QtCore import QStandardPaths

VARIABLE = "PHRASEGON_HOME"
SETTING = "phrasegon/data_folder"


def data_folder() -> Path:
    """Phrasegon's data folder, which need not exist yet.

    ``PHRASEGON_HOME`` if set, else the folder chosen in the options, else the usual place of the operating system,
    which is the one that the command line uses too.
    """
    chosen = os.environ.get(VARIABLE) or QgsSettings().value(SETTING, "", type=str)
    return Path(chosen).expanduser().absolute() if chosen else default_folder()


def default_folder() -> Path:
    """The data folder as long as nobody has chosen another."""
    usual = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.GenericDataLocation)
    return Path(usual) / "phrasegon"
