"""The parameters that make polygons of probabilities, which two algorithms share."""

from __future__ import annotations

from typing import Any

from qgis.core import (
    QgsProcessingAlgorithm,
    QgsProcessingContext,
    QgsProcessingParameterBoolean,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterNumber,
)

from ..translation import tr

THRESHOLD = "THRESHOLD"
MIN_AREA = "MIN_AREA"
FILL_HOLES = "FILL_HOLES"
SIMPLIFY = "SIMPLIFY"
SEPARATE = "SEPARATE"
ORTHOGONALISE = "ORTHOGONALISE"


def cleanup_parameters() -> list[QgsProcessingParameterDefinition]:
    """Threshold and clean-up, as they stand in the form."""
    double = QgsProcessingParameterNumber.Type.Double
    return [
        QgsProcessingParameterNumber(THRESHOLD, tr("Threshold"), double, 0.5, minValue=0, maxValue=1),
        QgsProcessingParameterNumber(MIN_AREA, tr("Drop polygons smaller than (m²)"), double, 0, minValue=0),
        advanced(QgsProcessingParameterNumber(FILL_HOLES, tr("Fill holes smaller than (m²)"), double, 0, minValue=0)),
        advanced(QgsProcessingParameterNumber(SIMPLIFY, tr("Let edges move by up to (m)"), double, 0, minValue=0)),
        advanced(QgsProcessingParameterBoolean(SEPARATE, tr("Separate objects that touch, as houses in a row"), False)),
        advanced(QgsProcessingParameterBoolean(ORTHOGONALISE, tr("Square the corners, as of buildings"), False)),
    ]


def cleanup_values(
    algorithm: QgsProcessingAlgorithm, parameters: dict[str, Any], context: QgsProcessingContext
) -> dict[str, Any]:
    """What the user chose, by the names that the engine's commands have for it."""
    return {
        "threshold": algorithm.parameterAsDouble(parameters, THRESHOLD, context),
        "min_area": algorithm.parameterAsDouble(parameters, MIN_AREA, context),
        "fill_holes": algorithm.parameterAsDouble(parameters, FILL_HOLES, context),
        "simplify": algorithm.parameterAsDouble(parameters, SIMPLIFY, context),
        "separate": algorithm.parameterAsBoolean(parameters, SEPARATE, context),
        "orthogonalise": algorithm.parameterAsBoolean(parameters, ORTHOGONALISE, context),
    }


def advanced(definition: QgsProcessingParameterDefinition) -> QgsProcessingParameterDefinition:
    """The same parameter, in the part of the form that is folded away at first."""
    definition.setFlags(definition.flags() | QgsProcessingParameterDefinition.Flag.FlagAdvanced)
    return definition
