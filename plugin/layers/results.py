"""A run's result as layers of the project: one a phrase, styled and documented, in a group of their own."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field
from pathlib import Path

from qgis.core import QgsLayerTreeGroup, QgsProject, QgsRasterLayer, QgsVectorLayer

from ...protocol import Model, Request, Result
from ..translation import tr
from .metadata import Origin, document, origin_of
from .style import style_by_score
from .vector import address, document_fields, open_vector, phrase_filter

_RUN = "phrasegon/run"
"""Property of a group: which run it belongs to."""


@dataclass
class Shown:
    """What of a run is in the project. The user may change, move and remove all of it at any time.

    Attributes:
        project: it is in.
        origin: of the polygons that are shown now.
        identifiers: of the layers by phrase, of those removed since too.
        filters: that pick the phrases out of the file that is shown, by phrase.
        nothing: phrases for which nothing was found; they have no layer.
        notes: what the user should know, translated sentences.
        run: marks the group.
        temporary: file that is shown and goes when another is; None: the file is the user's.
        leftovers: files that could not be removed yet.
    """

    project: QgsProject
    origin: Origin
    identifiers: dict[str, str] = field(default_factory=dict)
    filters: dict[str, str] = field(default_factory=dict)
    nothing: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    run: str = field(default_factory=lambda: uuid.uuid4().hex)
    temporary: Path | None = None
    leftovers: list[Path] = field(default_factory=list)

    @property
    def layers(self) -> list[QgsVectorLayer]:
        """The layers that are still there, in the order of the phrases."""
        layers = [self.layer(phrase) for phrase in self.origin.request.phrases]
        return [layer for layer in layers if layer is not None]

    def layer(self, phrase: str) -> QgsVectorLayer | None:
        """The layer of a phrase; None: it has none, or the user has removed it."""
        return self.project.mapLayer(self.identifiers.get(phrase, ""))

    @property
    def group(self) -> QgsLayerTreeGroup | None:
        """The group of the layers; None: there is none, or the user has removed it."""
        groups = self.project.layerTreeRoot().findGroups(True)
        return next((group for group in groups if group.customProperty(_RUN) == self.run), None)


def show(
    result: Result,
    request: Request,
    project: QgsProject,
    scene: QgsRasterLayer | None = None,
    *,
    model: Model | None = None,
) -> Shown:
    """Add the polygons of each phrase to the project, on top of all layers. Main thread only.

    A phrase for which nothing was found gets no layer; it is named in ``nothing``. A file that this QGIS cannot read
    gives no layer either, and a sentence in ``notes``.

    Args:
        result: of the run.
        request: what was asked for.
        project: to add to.
        scene: the raster's layer; None where it has gone.
        model: what the engine tells of the model, for the metadata.
    """
    shown = Shown(project, origin_of(request, result, scene, model))
    refresh_nothing(shown)
    for phrase, count, name in zip(request.phrases, result.counts, result.layers):
        if count:
            add_layer(shown, phrase, name)
    return shown


def add_layer(shown: Shown, phrase: str, name: str) -> None:
    """Add the layer of one phrase to the group of its run, which is made if need be.

    Args:
        shown: the run.
        phrase: of the polygons.
        name: of their layer in the file.
    """
    output = shown.origin.result.output
    subset = phrase_filter(output, phrase, shown.origin.request.phrases)
    layer = open_vector(address(output, name, subset), phrase)
    if not layer.isValid():
        shown.notes = tuple(dict.fromkeys((*shown.notes, unreadable(output))))
        return
    style_by_score(layer)
    document_fields(layer)
    document(layer, phrase, shown.origin)
    shown.project.addMapLayer(layer, False)
    group_of(shown).addLayer(layer).setExpanded(False)
    shown.identifiers[phrase], shown.filters[phrase] = layer.id(), subset


def refresh_nothing(shown: Shown) -> None:
    """Name the phrases for which nothing is found now."""
    pairs = zip(shown.origin.request.phrases, shown.origin.result.counts)
    shown.nothing = tuple(phrase for phrase, count in pairs if not count)


def group_of(shown: Shown) -> QgsLayerTreeGroup:
    """The group of a run's layers, which is made if need be."""
    if shown.group is not None:
        return shown.group
    group = shown.project.layerTreeRoot().insertGroup(0, ", ".join(shown.origin.request.phrases))
    group.setCustomProperty(_RUN, shown.run)
    return group


def unreadable(output: str) -> str:
    """Why polygons that are in a file are not on the map."""
    if Path(output).suffix.lower() == ".parquet":
        return tr("The polygons are in {}, but this QGIS cannot read GeoParquet, so they are not shown.").format(output)
    return tr("The polygons are in {}, but this QGIS cannot read them, so they are not shown.").format(output)
