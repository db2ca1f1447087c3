"""``phrasegon:snap``: rough polygons become the outlines of what a raster shows in them; no phrase is needed."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
)

from ...protocol import Snap, Snapped
from ..errors import UserError
from ..layers.objects import KIND, Objects
from ..layers.snapping import around, note_texts
from ..layers.source import prepare
from ..settings import Settings
from ..translation import tr
from .algorithm import EngineAlgorithm
from .catalogue import DEVICES, SNAP_DEFAULT, snappers
from .cleanup import advanced
from .segment import FINEST_GSD

INPUT = "INPUT"
POLYGONS = "POLYGONS"
MODEL = "MODEL"
GSD = "GSD"
POINT = "POINT"
BOUNDARY = "BOUNDARY"
DEVICE = "DEVICE"
OUTPUT = "OUTPUT"
COUNT = "COUNT"
SNAPPED = "SNAPPED"
USED_DEVICE = "USED_DEVICE"


class SnapAlgorithm(EngineAlgorithm):
    """Polygons snapped to the objects that they roughly show."""

    def name(self) -> str:
        """Unlocalised."""
        return "snap"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Snap polygons to objects")

    def shortDescription(self) -> str:
        """Tool tip in the toolbox."""
        return tr("Turns rough polygons or boxes into outlines of the objects in them, without a phrase")

    def shortHelpString(self) -> str:
        """Beside the form."""
        return tr(
            "Turns rough polygons or boxes into the outlines of what an image shows in them. No phrase is needed: the "
            "box around each polygon tells the model where to look.\n\n"
            "All attributes are kept as they were, areas and lengths too. “snapped” says whether a polygon has a new "
            "outline, and “snap_score”, 0 to 1, how far to trust it. A polygon that the image does not show, or in "
            "which the model sees nothing, stays as it was.\n\n"
            "Model: SAM 2.1 in four sizes; the smallest one suits a computer without a graphics card. They are fetched "
            "in the options (Settings > Options > Phrasegon).\n\n"
            "Point on the object: given to the model besides the box, where colours tell where the object is.\n\n"
            "Move outlines to edges: helps where outlines are visibly loose, and harms good ones a little."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return tr("phrasegon,snap,refine,outline,box,sam,digitise,digitize,segmentation").split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        """Declare parameters and outputs."""
        double, polygon = QgsProcessingParameterNumber.Type.Double, QgsProcessing.SourceType.TypeVectorPolygon
        for definition in (
            QgsProcessingParameterRasterLayer(INPUT, tr("Raster")),
            QgsProcessingParameterFeatureSource(POLYGONS, tr("Rough polygons"), [polygon]),
            QgsProcessingParameterEnum(
                MODEL, tr("Model"), list(snappers()), defaultValue=SNAP_DEFAULT, usesStaticStrings=True
            ),
            QgsProcessingParameterNumber(GSD, tr("Detail (m a pixel)"), double, optional=True, minValue=FINEST_GSD),
            advanced(QgsProcessingParameterBoolean(POINT, tr("Point on the object"), True)),
            advanced(QgsProcessingParameterBoolean(BOUNDARY, tr("Move outlines to edges"), False)),
            advanced(
                QgsProcessingParameterEnum(
                    DEVICE, tr("Device"), list(DEVICES), defaultValue=DEVICES[0], usesStaticStrings=True
                )
            ),
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Snapped polygons"), polygon),
        ):
            self.addParameter(definition)
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Number of polygons")))
        self.addOutput(QgsProcessingOutputNumber(SNAPPED, tr("Number of snapped polygons")))
        self.addOutput(QgsProcessingOutputString(USED_DEVICE, tr("Device that was used")))

    def gather(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take what the run needs from the layers."""
        raster = self.parameterAsRasterLayer(parameters, INPUT, context)
        source = self.parameterAsSource(parameters, POLYGONS, context)
        self._gsd = self.parameterAsDouble(parameters, GSD, context) if parameters.get(GSD) not in (None, "") else None
        area = around(source.sourceExtent(), source.sourceCrs(), raster, context.transformContext())
        limit = Settings().largest_render_megapixels
        self._prepared = prepare(raster, area, self._gsd, self.folder, limit=limit)
        self._objects = Objects(source, source.fields(), source.sourceCrs())

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Ask the engine."""
        for warning in self._prepared.warnings:
            feedback.pushWarning(warning)
        source = self._prepared.materialise(feedback.isCanceled)
        for note in source.notes:
            feedback.pushWarning(note)
        rough = self.folder / "rough.fgb"
        self._objects.write(rough, feedback.isCanceled)
        command = Snap(
            scene=source.scene,
            vector=str(rough),
            output=str(self.folder / "snapped.gpkg"),
            model=self.parameterAsEnumString(parameters, MODEL, context),
            device=self.parameterAsEnumString(parameters, DEVICE, context),
            point=self.parameterAsBoolean(parameters, POINT, context),
            boundary=self.parameterAsBoolean(parameters, BOUNDARY, context),
            gsd=source.gsd,
            bands=source.bands,
            stretch=source.stretch,
        )
        result = self.ask(command, Snapped, feedback)
        target = self._pour(result, parameters, context)
        for note in note_texts(result):
            feedback.pushWarning(note)
        feedback.pushInfo(tr("Polygons snapped: {} of {}").format(result.snapped, result.polygons))
        outputs = {COUNT: result.polygons, SNAPPED: result.snapped, USED_DEVICE: result.device}
        return {OUTPUT: target, **outputs}

    def _pour(self, result: Snapped, parameters: dict[str, Any], context: QgsProcessingContext) -> str:
        """Put all polygons into the sink; returns what Processing calls it."""
        objects = self._objects
        sink, target = self.parameterAsSink(parameters, OUTPUT, context, objects.fields, KIND, objects.crs)
        if sink is None:
            raise UserError(self.invalidSinkError(parameters, OUTPUT))
        if not all(sink.addFeature(feature) for feature in objects.read(result.output)):
            raise UserError(tr("The polygons cannot be written: make room, or choose another place."), sink.lastError())
        return str(target)
