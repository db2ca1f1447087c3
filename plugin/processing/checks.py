"""What is wrong with the values of an algorithm's parameters, in sentences; QGIS itself only names the parameter."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Any

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingDestinationParameter,
    QgsProcessingFeatureSourceDefinition,
    QgsProcessingOutputLayerDefinition,
    QgsProcessingParameterDefinition,
    QgsProcessingParameterEnum,
    QgsProcessingParameterFeatureSource,
    QgsProcessingParameterNumber,
    QgsProcessingParameterRasterLayer,
    QgsProperty,
)

from ..translation import tr


def complaint(definition: QgsProcessingParameterDefinition, value: Any, context: QgsProcessingContext) -> str | None:
    """What the user should change about a value; None: nothing that can be known before the run.

    Args:
        definition: the parameter.
        value: what was given for it; None: nothing.
        context: of the run; layers that are named are opened in it.
    """
    if isinstance(value, QgsProperty):  # worked out as late as the run
        return None
    if isinstance(definition, QgsProcessingDestinationParameter):
        return _destination(value)
    if definition.checkValueIsAcceptable(value, context) and not _is_nan(definition, value):
        return None
    if value is None or value == "":
        return tr("“{}” is missing.").format(definition.description())
    return _sentence(definition, value)


def _sentence(definition: QgsProcessingParameterDefinition, value: Any) -> str:
    name = definition.description()
    if isinstance(definition, QgsProcessingParameterNumber):
        if definition.maximum() < sys.float_info.max:
            return tr("“{}” must be a number from {:g} to {:g}, not {}.").format(
                name, definition.minimum(), definition.maximum(), value
            )
        return tr("“{}” must be a number, {:g} or more, not {}.").format(name, definition.minimum(), value)
    if isinstance(definition, QgsProcessingParameterEnum):
        return tr("“{}” must be one of {}, not {}.").format(name, ", ".join(definition.options()), value)
    if isinstance(definition, (QgsProcessingParameterRasterLayer, QgsProcessingParameterFeatureSource)):
        return tr("“{}”: {} cannot be opened; choose a layer or a file that is there.").format(name, _source(value))
    return tr("“{}” cannot be {}.").format(name, value)


def _source(value: Any) -> str:
    if isinstance(value, QgsProcessingFeatureSourceDefinition):
        return str(value.source.staticValue())
    return str(value.name()) if isinstance(value, QgsMapLayer) else str(value)


def _is_nan(definition: QgsProcessingParameterDefinition, value: Any) -> bool:
    return isinstance(definition, QgsProcessingParameterNumber) and str(value).strip().lower() == "nan"


def _destination(value: Any) -> str | None:
    """A run may take hours: that its result cannot be written is told before it."""
    if isinstance(value, QgsProcessingOutputLayerDefinition):
        value = value.sink.staticValue()
    if not isinstance(value, str):
        return None
    path = Path(value)
    if not path.is_absolute() and (":" in value or not path.suffix):  # a temporary one, or a table of a database
        return None
    if path.is_dir():
        return tr("{} is a folder: give the name of a file in it.").format(path)
    if not path.parent.is_dir():
        return tr("There is no folder {}: create it, or write to another one.").format(path.parent)
    if not os.access(path.parent, os.W_OK):
        return tr("The folder {} cannot be written to: choose another one.").format(path.parent)
    return None
