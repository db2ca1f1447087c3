"""``phrasegon:polygons``: polygons anew from a probability raster that was kept; no network runs."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
)

from ...protocol import Result, Revision
from ..translation import tr
from .algorithm import EngineAlgorithm
from .cleanup import cleanup_parameters, cleanup_values
from .rasters import raster_file

INPUT = "INPUT"
PHRASE = "PHRASE"
MODEL = "MODEL"
OUTPUT = "OUTPUT"
COUNT = "COUNT"


class PolygonsAlgorithm(EngineAlgorithm):
    """Polygons from a probability raster."""

    def name(self) -> str:
        """Unlocalised."""
        return "polygons"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Polygons from a probability raster")

    def shortDescription(self) -> str:
        """Tool tip in the toolbox."""
        return tr("Tries another threshold or clean-up on a kept probability, without running the model again")

    def shortHelpString(self) -> str:
        """Beside the form."""
        return tr(
            "Makes polygons of a probability raster that “Segment by phrase” has kept. The model does not run again, "
            "so that another threshold or another clean-up takes seconds.\n\n"
            "Phrase and model only go into the attributes of the polygons; without a phrase, "
            "the name of the raster does.\n\n"
            "Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return tr("phrasegon,threshold,vectorise,vectorize,polygonise,probability,segmentation").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        """Declare parameters and outputs."""
        self.addParameter(QgsProcessingParameterRasterLayer(INPUT, tr("Probability raster")))
        self.addParameter(QgsProcessingParameterString(PHRASE, tr("Phrase it was made for"), "", optional=True))
        self.addParameter(QgsProcessingParameterString(MODEL, tr("Model it was made with"), "", optional=True))
        for definition in cleanup_parameters():
            self.addParameter(definition)
        kind = QgsProcessing.SourceType.TypeVectorPolygon
        self.addParameter(QgsProcessingParameterFeatureSink(OUTPUT, tr("Polygons"), kind))
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Number of polygons")))

    def gather(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take what the run needs from the parameters."""
        raster = self.parameterAsRasterLayer(parameters, INPUT, context)
        self._revision = Revision(
            probability=(raster_file(raster),),
            phrases=(self.parameterAsString(parameters, PHRASE, context).strip() or raster.name(),),
            output=str(self.folder / "polygons.gpkg"),
            model=self.parameterAsString(parameters, MODEL, context),
            **cleanup_values(self, parameters, context),
        )

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Ask the engine."""
        result = self.ask(self._revision, Result, feedback)
        return {**self.deliver(result, OUTPUT, parameters, context, feedback), COUNT: result.polygons}
