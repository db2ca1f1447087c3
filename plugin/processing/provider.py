"""Phrasegon's place in the Processing toolbox."""

from __future__ import annotations

from qgis.core import QgsProcessingProvider
from qgis.PyQt.QtGui import QIcon

from ..runtime.engine import Engine
from ..translation import tr
from .algorithm import ICON
from .evaluate import EvaluateAlgorithm
from .polygons import PolygonsAlgorithm
from .segment import SegmentAlgorithm
from .snap import SnapAlgorithm


class PhrasegonProvider(QgsProcessingProvider):
    """``phrasegon:segment``, ``phrasegon:snap``, ``phrasegon:polygons`` and ``phrasegon:evaluate``.

    Args:
        engine: the one of the session; whoever made it stops it.
    """

    def __init__(self, engine: Engine) -> None:
        super().__init__()
        self._engine = engine

    def id(self) -> str:
        """Unlocalised."""
        return "phrasegon"

    def name(self) -> str:
        """In the toolbox."""
        return "Phrasegon"

    def longName(self) -> str:
        """Where there is room for more."""
        return tr("Phrasegon: polygons from a phrase")

    def icon(self) -> QIcon:
        """Phrasegon's."""
        return QIcon(str(ICON))

    def svgIconPath(self) -> str:
        """The same icon as a file."""
        return str(ICON)

    def supportedOutputRasterLayerExtensions(self) -> list[str]:
        """Probabilities are kept as GeoTIFFs only."""
        return ["tif", "tiff"]

    def loadAlgorithms(self) -> None:
        """QGIS calls this whenever it wants them anew, such as after a change of the language."""
        for algorithm in (SegmentAlgorithm, SnapAlgorithm, PolygonsAlgorithm, EvaluateAlgorithm):
            self.addAlgorithm(algorithm(self._engine))
