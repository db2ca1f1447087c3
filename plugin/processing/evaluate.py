"""``phrasegon:evaluate``: how well polygons agree with reference polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterFileDestination,
    QgsProcessingParameterRasterLayer,
)

from ...protocol import Evaluation, Scores
from ..translation import tr
from .algorithm import EngineAlgorithm
from .rasters import raster_file
from .report import labelled, write_report
from .vectors import Snapshot

INPUT = "INPUT"
REFERENCE = "REFERENCE"
RASTER = "RASTER"
REPORT = "REPORT"
IOU = "IOU"
PRECISION = "PRECISION"
RECALL = "RECALL"
POLYGON_PRECISION = "POLYGON_PRECISION"
POLYGON_RECALL = "POLYGON_RECALL"
FOUND_COUNT = "FOUND_COUNT"
REFERENCE_COUNT = "REFERENCE_COUNT"


class EvaluateAlgorithm(EngineAlgorithm):
    """Numbers that compare found polygons with reference polygons."""

    def name(self) -> str:
        """Unlocalised."""
        return "evaluate"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Evaluate against reference polygons")

    def shortDescription(self) -> str:
        """Tool tip in the toolbox."""
        return tr("Measures how well polygons agree with polygons that are known to be right")

    def shortHelpString(self) -> str:
        """Beside the form."""
        return tr(
            "Measures how well found polygons agree with polygons that are known to be right, within the raster that "
            "they were found in.\n\n"
            "Intersection over union, precision (how much of what was found is right) and recall (how much of what is "
            "there was found) count pixels on the raster's grid; pixels without data count for nothing. The precision "
            "and recall of polygons count pairs: a found polygon and one of the reference that share at least half of "
            "what they cover together.\n\n"
            "A share of nothing, such as the recall where there is no reference polygon, has no value.\n\n"
            "The report is a web page, or a JSON file where its name ends with .json."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return tr("phrasegon,accuracy,iou,precision,recall,validation,compare,segmentation").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        """Declare parameters and outputs."""
        polygons = [QgsProcessing.SourceType.TypeVectorPolygon]
        self.addParameter(QgsProcessingParameterFeatureSource(INPUT, tr("Found polygons"), polygons))
        self.addParameter(QgsProcessingParameterFeatureSource(REFERENCE, tr("Reference polygons"), polygons))
        self.addParameter(QgsProcessingParameterRasterLayer(RASTER, tr("Raster they were found in")))
        kinds = tr("Web page (*.html);;JSON file (*.json)")
        self.addParameter(
            QgsProcessingParameterFileDestination(REPORT, tr("Report"), kinds, optional=True, createByDefault=False)
        )
        for name, title in (
            (IOU, tr("Intersection over union")),
            (PRECISION, tr("Precision of pixels")),
            (RECALL, tr("Recall of pixels")),
            (POLYGON_PRECISION, tr("Precision of polygons")),
            (POLYGON_RECALL, tr("Recall of polygons")),
            (FOUND_COUNT, tr("Number of found polygons")),
            (REFERENCE_COUNT, tr("Number of reference polygons")),
        ):
            self.addOutput(QgsProcessingOutputNumber(name, title))

    def gather(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take what the run needs from the layers."""
        found = self.parameterAsSource(parameters, INPUT, context)
        reference = self.parameterAsSource(parameters, REFERENCE, context)
        raster = self.parameterAsRasterLayer(parameters, RASTER, context)
        self._inputs = {
            tr("Found polygons"): found.sourceName(),
            tr("Reference polygons"): reference.sourceName(),
            tr("Raster they were found in"): raster.name(),
        }
        self._found, self._reference = Snapshot(found), Snapshot(reference)
        self._scene = raster_file(raster)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Ask the engine."""
        found, reference = self.folder / "found.fgb", self.folder / "reference.fgb"
        self._found.write(found, feedback.isCanceled)
        self._reference.write(reference, feedback.isCanceled)
        scores = self.ask(Evaluation(str(found), str(reference), self._scene), Scores, feedback)
        for name, value in labelled(scores).items():
            feedback.pushInfo(f"{name}: {value}")
        outputs: dict[str, Any] = {
            IOU: scores.iou,
            PRECISION: scores.precision,
            RECALL: scores.recall,
            POLYGON_PRECISION: scores.polygon_precision,
            POLYGON_RECALL: scores.polygon_recall,
            FOUND_COUNT: scores.found,
            REFERENCE_COUNT: scores.reference,
        }
        report = self.parameterAsFileOutput(parameters, REPORT, context)
        if report:
            write_report(Path(report), scores, self._inputs)
            outputs[REPORT] = report
        return outputs
