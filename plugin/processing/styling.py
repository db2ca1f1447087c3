"""How polygons look when Processing puts them on the map."""

from __future__ import annotations

from qgis.core import (
    QgsMapLayer,
    QgsProcessingContext,
    QgsProcessingFeedback,
    QgsProcessingLayerPostProcessorInterface,
    QgsVectorLayer,
)

from ..layers.style import style_by_score


class _Styler(QgsProcessingLayerPostProcessorInterface):
    def postProcessLayer(
        self,
        layer: QgsMapLayer,
        context: QgsProcessingContext,  # noqa: ARG002 (QGIS's signature)
        feedback: QgsProcessingFeedback,  # noqa: ARG002
    ) -> None:
        if isinstance(layer, QgsVectorLayer):
            style_by_score(layer)


# Processing keeps no reference of its own, and an algorithm is gone by the time its layers are loaded.
_STYLER = _Styler()


def style_when_loaded(layer: str, context: QgsProcessingContext) -> None:
    """See to the style of an output, if Processing is going to load it.

    Args:
        layer: the output, as Processing names it.
        context: of the run.
    """
    if context.willLoadLayerOnCompletion(layer):
        context.layerToLoadOnCompletionDetails(layer).setPostProcessor(_STYLER)
