"""``phrasegon:segment``: a raster and a phrase, and out come polygons."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from qgis.core import (
    QgsFeatureRequest,
    QgsProcessing,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingOutputMultipleLayers,
    QgsProcessingOutputNumber,
    QgsProcessingOutputString,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterEnum,
    QgsProcessingParameterExtent,
    QgsProcessingParameterFeatureSink,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterDestination,
    QgsProcessingParameterRasterLayer,
    QgsProcessingParameterString,
    QgsRasterLayer,
)

from ...protocol import Request, Result
from ..errors import UserError
from ..layers.extent import Area, polygons_of, rectangle, whole_layer
from ..layers.source import prepare
from ..phrases import phrases_in
from ..settings import Settings
from ..translation import tr
from .algorithm import EngineAlgorithm
from .catalogue import DEFAULT, DEVICES, models
from .cleanup import advanced, cleanup_parameters, cleanup_values

INPUT = "INPUT"
PHRASE = "PHRASE"
EXTENT = "EXTENT"
AREA = "AREA"
MODEL = "MODEL"
DEVICE = "DEVICE"
GSD = "GSD"
OVERLAP = "OVERLAP"
PRESENCE = "PRESENCE"
OUTPUT = "OUTPUT"
PROBABILITY = "PROBABILITY"
PROBABILITIES = "PROBABILITIES"
COUNT = "COUNT"
USED_DEVICE = "USED_DEVICE"

MAX_OVERLAP = 0.75
FINEST_GSD = 0.001


class SegmentAlgorithm(EngineAlgorithm):
    """Polygons of what a phrase speaks of in a raster."""

    def name(self) -> str:
        """Unlocalised."""
        return "segment"

    def displayName(self) -> str:
        """In the toolbox."""
        return tr("Segment by phrase")

    def shortDescription(self) -> str:
        """Tool tip in the toolbox."""
        return tr("Finds what a phrase speaks of in an image and gives polygons")

    def shortHelpString(self) -> str:
        """Beside the form."""
        return tr(
            "Finds what a phrase, such as “the swimming pools”, speaks of in aerial or satellite imagery and gives "
            "polygons with their score, presence, area and perimeter. Everything is computed on this machine.\n\n"
            "Phrase: in English; several phrases are separated by semicolons, and the polygons say in their "
            "attributes which phrase they belong to.\n\n"
            "Extent, Area: limit the run to a rectangle or to the polygons of a layer.\n\n"
            "Detail: metres a pixel to work at. Left empty, it is the raster's own, kept within what the model has "
            "learnt.\n\n"
            "Threshold: probability from which a pixel counts as found; lower finds more, and more that is wrong.\n\n"
            "Leave out tiles without the object: every network marks something even where nothing is; tiles that "
            "hardly hold the object count as empty, where the model can tell.\n\n"
            "Probability raster: 0 to 254, 255 where there is no data. “Polygons from a probability raster” makes "
            "polygons of it with another threshold, in seconds. With several phrases the file of the first one has "
            "the name that was asked for, and those of the others stand beside it with a number and their phrase.\n\n"
            "Areas and lengths are metres on the ground; pixels where the raster has no coordinate reference system."
        )

    def tags(self) -> list[str]:
        """Words to find it by."""
        return tr(
            "phrasegon,phrase,text,prompt,deep learning,ai,sam,extract,detect,buildings,trees,segmentation"
        ).split(",")

    def initAlgorithm(self, configuration: dict[str, Any] | None = None) -> None:  # noqa: ARG002 (QGIS's signature)
        """Declare parameters and outputs."""
        double, polygon = QgsProcessingParameterNumber.Type.Double, QgsProcessing.SourceType.TypeVectorPolygon
        for definition in (
            QgsProcessingParameterRasterLayer(INPUT, tr("Raster")),
            QgsProcessingParameterString(PHRASE, tr("Phrase")),
            QgsProcessingParameterExtent(EXTENT, tr("Extent"), optional=True),
            QgsProcessingParameterFeatureSource(AREA, tr("Area"), [polygon], optional=True),
            QgsProcessingParameterEnum(
                MODEL, tr("Model"), list(models()), defaultValue=DEFAULT, usesStaticStrings=True
            ),
            QgsProcessingParameterNumber(GSD, tr("Detail (m a pixel)"), double, optional=True, minValue=FINEST_GSD),
            *cleanup_parameters(),
            advanced(
                QgsProcessingParameterNumber(
                    OVERLAP, tr("Overlap of tiles"), double, 0.25, minValue=0, maxValue=MAX_OVERLAP
                )
            ),
            advanced(QgsProcessingParameterBoolean(PRESENCE, tr("Leave out tiles without the object"), True)),
            advanced(
                QgsProcessingParameterEnum(
                    DEVICE, tr("Device"), list(DEVICES), defaultValue=DEVICES[0], usesStaticStrings=True
                )
            ),
            QgsProcessingParameterFeatureSink(OUTPUT, tr("Polygons"), polygon),
            QgsProcessingParameterRasterDestination(
                PROBABILITY, tr("Probability raster"), optional=True, createByDefault=False
            ),
        ):
            self.addParameter(definition)
        self.addOutput(QgsProcessingOutputNumber(COUNT, tr("Number of polygons")))
        self.addOutput(QgsProcessingOutputMultipleLayers(PROBABILITIES, tr("Probability rasters of all phrases")))
        self.addOutput(QgsProcessingOutputString(USED_DEVICE, tr("Device that was used")))

    def checkParameterValues(self, parameters: dict[str, Any], context: QgsProcessingContext) -> tuple[bool, str]:
        """Whether the run can start, and the sentence that says why not."""
        if isinstance(parameters.get(PHRASE), str) and not phrases_in(parameters[PHRASE]):
            return False, _phrase_missing()
        if parameters.get(EXTENT) and parameters.get(AREA):
            return False, tr("Give either an extent or an area, not both.")
        return super().checkParameterValues(parameters, context)

    def gather(self, parameters: dict[str, Any], context: QgsProcessingContext) -> None:
        """Take what the run needs from the layers."""
        self._phrases = phrases_in(self.parameterAsString(parameters, PHRASE, context))
        if not self._phrases:
            raise UserError(_phrase_missing())
        raster = self.parameterAsRasterLayer(parameters, INPUT, context)
        given = parameters.get(GSD) not in (None, "")
        self._model = self.parameterAsEnumString(parameters, MODEL, context)
        self._prepared = prepare(
            raster,
            self._area(raster, parameters, context),
            self.parameterAsDouble(parameters, GSD, context) if given else None,
            self.folder,
            trained=models().get(self._model),
            limit=Settings().largest_render_megapixels,
        )
        self._kept_features = Settings().kept_features
        # Processing knows it by this name; the engine works in another folder.
        self._probability = self.parameterAsOutputLayer(parameters, PROBABILITY, context)

    def _area(self, raster: QgsRasterLayer, parameters: dict[str, Any], context: QgsProcessingContext) -> Area:
        transforms = context.transformContext()
        source = self.parameterAsSource(parameters, AREA, context)
        if source is not None:
            if not source.featureCount():
                raise UserError(tr("“{}” has no polygon to work in: draw or select one.").format(source.sourceName()))
            chosen = source.materialize(QgsFeatureRequest().setNoAttributes())
            chosen.setName(source.sourceName())
            return polygons_of(chosen, raster, transforms)
        box = self.parameterAsExtent(parameters, EXTENT, context)
        if box.isNull():
            return whole_layer()
        return rectangle(box, self.parameterAsExtentCrs(parameters, EXTENT, context), raster, transforms)

    def work(
        self, parameters: dict[str, Any], context: QgsProcessingContext, feedback: QgsProcessingFeedback
    ) -> dict[str, Any]:
        """Ask the engine."""
        for warning in self._prepared.warnings:
            feedback.pushWarning(warning)
        source = self._prepared.materialise(feedback.isCanceled)
        for note in source.notes:
            feedback.pushWarning(note)
        request = Request(
            **source.asked(),
            phrases=self._phrases,
            output=str(self.folder / "polygons.gpkg"),
            model=self._model,
            device=self.parameterAsEnumString(parameters, DEVICE, context),
            overlap=self.parameterAsDouble(parameters, OVERLAP, context),
            presence=self.parameterAsBoolean(parameters, PRESENCE, context),
            kept_features=self._kept_features,
            probability=str(Path(self._probability).absolute()) if self._probability else None,
            **cleanup_values(self, parameters, context),
        )
        result = self.ask(request, Result, feedback)
        outputs = self.deliver(result, OUTPUT, parameters, context, feedback)
        return {**outputs, **self._kept(result), COUNT: result.polygons, USED_DEVICE: result.device}

    def _kept(self, result: Result) -> dict[str, Any]:
        """The probability rasters; the first one gets the name that was asked for, which Processing loads."""
        if not self._probability:
            return {}
        first, *others = result.probability
        Path(first).replace(self._probability)
        return {PROBABILITY: self._probability, PROBABILITIES: [self._probability, *others]}


def _phrase_missing() -> str:
    return tr("Say what to look for, such as “the swimming pools”.")
