"""Folders for what runs leave behind as long as QGIS is open: temporary results and rasters, probabilities."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path

from qgis.core import QgsProject, QgsProviderRegistry
from qgis.PyQt.QtCore import QStandardPaths

from ..errors import UserError
from ..translation import tr

_PREFIX = "run-"


class RunFolders:
    """Makes a folder for each run, and removes them all at the end."""

    def __init__(self) -> None:
        temporary = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.TempLocation)
        self._place = Path(temporary) / "phrasegon"
        self._folders: list[Path] = []

    def new(self) -> Path:
        """An empty folder.

        Raises:
            UserError: it cannot be made.
        """
        place = self._place
        try:
            place.mkdir(parents=True, exist_ok=True)
            folder = Path(tempfile.mkdtemp(prefix=_PREFIX, dir=place))
        except OSError as error:
            raise UserError(
                tr("No folder for temporary files can be made in {}: make room there.").format(place), str(error)
            ) from error
        self._folders.append(folder)
        return folder

    def take_over(self, folder: Path) -> bool:
        """Treat a folder as one of this session that another one, now dead, has made; False: it has gone."""
        if folder.parent != self._place or not folder.name.startswith(_PREFIX) or not folder.is_dir():
            return False
        if folder not in self._folders:
            self._folders.append(folder)
        return True

    def remove(self, folder: Path) -> None:
        """Remove the folder of one run."""
        shutil.rmtree(folder, ignore_errors=True)
        if folder in self._folders:
            self._folders.remove(folder)

    def remove_unused(self, project: QgsProject) -> None:
        """Remove the folders whose files no layer of the project shows."""
        for folder in list(self._folders):
            if not shows(project, folder):
                self.remove(folder)
        with contextlib.suppress(OSError):  # another QGIS has folders there too
            self._place.rmdir()


def shows(project: QgsProject, place: Path) -> list[str]:
    """Identifiers of the project's layers whose data is this file, or lies in this folder."""
    found = []
    for identifier, layer in project.mapLayers().items():
        named = QgsProviderRegistry.instance().decodeUri(layer.providerType(), layer.source()).get("path")
        if named and (Path(named) == place or place in Path(named).parents):
            found.append(identifier)
    return found
