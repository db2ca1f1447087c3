"""Environment variables for programs of ours: QGIS's own settings of Python, PROJ, GDAL and Qt must not reach them."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsApplication

from .home import VARIABLE, data_folder

_QGIS_ONLY = ("PYTHON", "PROJ_", "GDAL_", "QT_", "QML", "CONDA_", "VIRTUAL_ENV", "__PYVENV", "GDK_PIXBUF_", "OSGEO4W_")
_LIBRARIES = ("LD_LIBRARY_PATH", "LD_PRELOAD", "DYLD_LIBRARY_PATH", "DYLD_FRAMEWORK_PATH", "DYLD_INSERT_LIBRARIES")


def child_environment() -> dict[str, str]:
    """The variables of this process without those that QGIS needs for itself; says where Phrasegon's data is.

    Folders of libraries go where they lie inside QGIS's own folder, as an AppImage, a snap, a bundle or conda sets
    them. Those that the user set, such as CUDA's, stay, and so do all where QGIS belongs to the system.
    """
    environment = {name: value for name, value in os.environ.items() if not name.upper().startswith(_QGIS_ONLY)}
    for name in _LIBRARIES:
        if name in environment:
            kept = [entry for entry in environment.pop(name).split(os.pathsep) if entry and not _is_of_qgis(entry)]
            environment.update({name: os.pathsep.join(kept)} if kept else {})
    environment[VARIABLE] = str(data_folder())
    return environment


def _is_of_qgis(entry: str) -> bool:
    prefix = Path(QgsApplication.prefixPath())
    if prefix in (Path("/usr"), Path("/usr/local")):
        return False  # the system's own place: it was not QGIS who named it
    home = prefix.parent if prefix.name in ("usr", "qgis", "MacOS") else prefix
    return home in (Path(entry), *Path(entry).parents)
