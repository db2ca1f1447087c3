"""The Python that the engine runs in."""

from __future__ import annotations

import os
from pathlib import Path

from qgis.core import QgsSettings

from ..errors import Remedy, UserError
from ..translation import tr
from .environment import current

VARIABLE = "PHRASEGON_ENGINE_PYTHON"
SETTING = "phrasegon/engine_python"


def engine_python() -> Path:
    """The interpreter to start the engine with.

    ``PHRASEGON_ENGINE_PYTHON`` if set, else the Python chosen in the options, else the environment that Phrasegon made.

    Raises:
        UserError: there is none, or the chosen one is gone.
    """
    chosen = chosen_python()
    if chosen is not None:
        if not chosen.is_file():
            raise UserError(
                tr("The Python chosen for the engine, {}, is not there any more; choose another one.").format(chosen),
                remedy=Remedy.INSTALL,
            )
        return chosen
    environment = current()
    if environment is None:
        raise UserError(
            tr("Phrasegon needs its engine, which has not been set up on this computer yet."), remedy=Remedy.INSTALL
        )
    return environment.python


def chosen_python() -> Path | None:
    """The interpreter that the user named; None: Phrasegon's own environment is to be used."""
    chosen = os.environ.get(VARIABLE) or QgsSettings().value(SETTING, "", type=str)
    return Path(chosen).expanduser().absolute() if chosen else None


def choose_python(python: Path | None) -> None:
    """Remember the interpreter that the user named; None: go back to Phrasegon's own environment."""
    QgsSettings().setValue(SETTING, "" if python is None else str(python))
