"""Take the engine's environments away again."""

from __future__ import annotations

import os
from pathlib import Path

from ..errors import UserError
from ..translation import tr
from . import causes, folders
from .environment import environments, environments_folder
from .lock import only_one
from .running import runs_from


def remove(folder: Path | None = None) -> None:
    """Delete all environments that Phrasegon made, with the Pythons fetched for them. Models and the log stay.

    Args:
        folder: folder of all environments; None: in the data folder.

    Raises:
        UserError: an engine runs in one of them, or it cannot be deleted.
    """
    folder = folder or environments_folder()
    if not folder.is_dir():
        return
    try:
        with only_one(folder):
            folders.sweep(folder)
            for environment in environments(folder):
                if runs_from(environment.folder):
                    raise _running()
                folders.take_away(environment.folder)
            folders.delete(folder.with_name("pythons"))
    except PermissionError as error:
        raise (_running() if os.name == "nt" else causes.error_of_system(error)) from error
    except OSError as error:
        raise causes.error_of_system(error) from error
    finally:
        folders.delete_if_empty(folder, folder.parent)


def _running() -> UserError:
    return UserError(tr("The engine is running, perhaps in another window of QGIS: close that window first."))
