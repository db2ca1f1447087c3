"""What the engine reports, and its death, as sentences for the user."""

from __future__ import annotations

import traceback

from ...protocol import Failure
from ..errors import Remedy, UserError
from ..translation import tr


class EngineDied(UserError):  # noqa: N818 (it reads as what happened)
    """The engine's process ended without being asked to."""


class EngineFailed(UserError):  # noqa: N818
    """A failure that the engine reported.

    Args:
        failure: the report.
    """

    def __init__(self, failure: Failure) -> None:
        super().__init__(_sentence(failure), failure.detail, _REMEDIES.get(failure.error))
        self.failure = failure


_REMEDIES = {
    "EngineImportError": Remedy.INSTALL,
    "WeightsError": Remedy.OPTIONS,
}


def died(*, killed: bool, greeted: bool, detail: str) -> EngineDied:
    """The error that tells of the engine's death.

    Args:
        killed: whether a signal ended it.
        greeted: whether it had come so far that it could work.
        detail: how it ended and the last that it wrote.
    """
    if killed:
        sentence = tr("The engine was ended from outside, perhaps for lack of memory; start it again to go on.")
        return EngineDied(sentence, detail, Remedy.RESTART)
    if greeted:
        return EngineDied(tr("The engine ended unexpectedly; start it again to go on."), detail, Remedy.RESTART)
    sentence = tr("The engine ended before it was ready; set it up again or choose another Python.")
    return EngineDied(sentence, detail, Remedy.INSTALL)


def defect(error: Exception) -> UserError:
    """The error that tells of a mistake in Phrasegon's own code."""
    detail = "".join(traceback.format_exception(type(error), error, error.__traceback__))
    return UserError(_defect(), detail)


def _defect() -> str:
    return tr("Phrasegon met an error of its own: open the log and report it.")


def _sentence(failure: Failure) -> str:
    if failure.error == "OutOfMemory":
        return tr(
            "There is too little free memory for this run: close other programs, choose the processor or a smaller "
            "model, and run again."
        )
    if failure.error == "Defect":
        return _defect()
    return _pattern(failure.error).format(failure.message)


def _pattern(error: str) -> str:
    patterns = {
        "SceneError": tr("The raster cannot be used: {}"),
        "PhraseError": tr("The phrase cannot be used: {}"),
        "ModelError": tr("The model cannot be used: {}"),
        "WeightsError": tr("The model's files cannot be used: {}"),
        "OptionError": tr("A setting cannot be used: {}"),
        "OutputError": tr("The result cannot be written: {}"),
        "EngineImportError": tr("The engine is not complete: {}"),
        "ProtocolError": tr("The engine and the plugin do not understand each other; restart QGIS: {}"),
    }
    return patterns.get(error) or tr("The engine reports: {}")
