"""What Phrasegon's algorithms share: the engine, how errors and cancelling reach Processing, and how they look."""

from __future__ import annotations

import shutil
from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import gettempdir
from typing import Any, TypeVar
from uuid import uuid4

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingException,
    QgsProcessingFeedback,
    QgsWkbTypes,
)
from qgis.PyQt.QtGui import QIcon

from ...protocol import Command, Result, Scores, Snapped
from ..errors import Cancelled, UserError
from ..layers.unread import other_notes, unread_text
from ..runtime.engine import Engine
from ..translation import tr
from .checks import complaint
from .narrator import Narrator
from .styling import style_when_loaded
from .vectors import FoundPolygons

ICON = Path(__file__).resolve().parents[2] / "resources" / "icons" / "phrasegon.svg"
MANUAL = "https://github.com/phrasegon/phrasegon/blob/main/docs/manual.md"

Said = TypeVar("Said", Result, Scores, Snapped)


class EngineAlgorithm(QgsProcessingAlgorithm):
    """An algorithm that the engine does the work of.

    Subclasses name themselves, declare their parameters and outputs, take what they need from layers in ``gather`` and
    ask the engine in ``work``.

    Args:
        engine: the one of the session.

    Attributes:
        folder: of the run; it is there while it works.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine
        self.folder = Path()

    @abstractmethod
    def gather(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take what the run needs from the parameters; QGIS calls this in its main thread.

        Raises:
            UserError: something cannot be used.
        """

    @abstractmethod
    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work, in any thread.

        Returns:
            The declared outputs by name.

        Raises:
            Cancelled: the user ended it.
            UserError: it came to no result.
        """

    def createInstance(self) -> EngineAlgorithm:
        """One more of this algorithm; each run has its own."""
        return type(self)(self._engine)

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Whether the run can start, and the sentence that says why not."""
        for definition in self.parameterDefinitions():
            sentence = complaint(definition, parameters.get(definition.name()), context)
            if sentence is not None:
                return False, sentence
        fine, sentence = super().checkParameterValues(parameters, context)
        return fine, sentence

    def prepareAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> bool:
        """Take what the run needs, in the main thread."""
        self.folder = Path(gettempdir()) / f"phrasegon-{uuid4().hex}"
        try:
            self.gather(parameters, context)
        except UserError as error:
            raise _passed_on(error, feedback) from error
        return True

    def processAlgorithm(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Do the work; a run that the user ended has no outputs."""
        try:
            with _made(self.folder):
                return self.work(parameters, context, feedback)
        except Cancelled as end:
            if not feedback.isCanceled():
                raise QgsProcessingException(tr("The engine was stopped; run the algorithm again.")) from end
            return {}
        except UserError as error:
            raise _passed_on(error, feedback) from error

    def ask(self, command: Command, kind: type[Said], feedback: QgsProcessingFeedback) -> Said:
        """Let the engine do something and tell how far it is.

        Args:
            command: what to do.
            kind: of answer that the command has.
            feedback: of the run.

        Raises:
            Cancelled: the user ended it.
            UserError: the engine cannot do it.
        """
        answer = self._engine.ask(command, listen=Narrator(feedback), cancelled=feedback.isCanceled)
        if feedback.isCanceled():  # in the moment in which the engine was ready
            raise Cancelled
        if not isinstance(answer, kind):
            raise UserError(tr("The engine and the plugin do not understand each other; restart QGIS."), str(answer))
        return answer

    def deliver(
        self,
        result: Result,
        name: str,
        parameters: dict[str, Any],
        context: QgsProcessingContext,
        feedback: QgsProcessingFeedback,
    ) -> dict[str, Any]:
        """Put what was found into the sink of a parameter and say what the user should know about it.

        Returns:
            The declared output.

        Raises:
            UserError: the polygons cannot be written there.
        """
        found = FoundPolygons(result)
        sink, target = self.parameterAsSink(
            parameters, name, context, found.fields, QgsWkbTypes.Type.Polygon, found.crs
        )
        if sink is None:
            raise UserError(self.invalidSinkError(parameters, name))
        in_memory = context.temporaryLayerStore().mapLayer(target)
        if in_memory is not None and not found.crs.isValid():
            in_memory.setCrs(found.crs)  # of its own accord it claims to be in longitudes and latitudes
        found.pour(sink)
        style_when_loaded(target, context)
        for note in filter(None, (unread_text(result), *(other.text for other in other_notes(result)))):
            feedback.pushWarning(note)
        feedback.pushInfo(tr("Polygons found: {}").format(result.polygons))
        return {name: target}

    def icon(self) -> QIcon:
        """Phrasegon's."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """The same icon as a file."""
        return str(ICON)

    def group(self) -> str:
        """Heading in the toolbox."""
        return tr("Segmentation")

    def groupId(self) -> str:
        """The heading's name in any language."""
        return "segmentation"

    def helpUrl(self) -> str:
        """The manual."""
        return MANUAL


@contextmanager
def _made(folder: Path) -> Iterator[None]:
    try:
        folder.mkdir(mode=0o700)
    except OSError as error:
        sentence = tr("Nothing can be written in {}, the folder for temporary files: make room there.")
        raise UserError(sentence.format(folder.parent), str(error)) from error
    try:
        yield
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _passed_on(error: UserError, feedback: QgsProcessingFeedback) -> QgsProcessingException:
    if error.detail:
        feedback.pushDebugInfo(error.detail)
    return QgsProcessingException(error.sentence)
