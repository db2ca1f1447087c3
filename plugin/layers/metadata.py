"""What a layer of results says of where it comes from."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from urllib.parse import unquote

from qgis.core import QgsBox3d, QgsLayerMetadata, QgsRasterLayer, QgsVectorLayer
from qgis.PyQt.QtCore import QDateTime, Qt

from ...protocol import Model, Request, Result, Revision
from ...protocol.version import version
from ..translation import tr

_SECRET = re.compile(r"(?i)\b((?:\w*pass\w*|user\w*|authcfg|sig|signature|\w*token|\w*key)=)[^&|\s]+")
_LOGIN = re.compile(r"//[^/@\s]+@")


@dataclass(frozen=True)
class Origin:
    """Where polygons come from.

    Attributes:
        request: of the run.
        result: of the run; of its latest revision.
        scene: name of the raster layer.
        scene_source: where its pixels come from, without passwords.
        model: what the engine tells of the model; None: nothing.
        weights_sha256: hash of the weights, empty if not known.
        device: what the network ran on.
        history: lines, the oldest first.
    """

    request: Request
    result: Result
    scene: str
    scene_source: str
    model: Model | None
    weights_sha256: str
    device: str
    history: tuple[str, ...]


def origin_of(request: Request, result: Result, scene: QgsRasterLayer | None, model: Model | None) -> Origin:
    """The origin of a run's polygons.

    Args:
        request: what was asked for.
        result: what came of it.
        scene: the raster's layer; None where it has gone.
        model: what the engine tells of the model; None: nothing.
    """
    name, source = (
        (request.scene, request.scene) if scene is None else (scene.name(), without_secrets(scene.publicSource()))
    )
    told = tr("Polygons found by {} with a threshold of {}").format(request.model, f"{request.threshold:g}")
    line = f"{_now()} Phrasegon {version()}: {told}"
    return Origin(request, result, name, source, model, result.weights_sha256, result.device, (line,))


def revised(origin: Origin, revision: Revision, result: Result) -> Origin:
    """The origin of polygons made anew from kept probabilities; only the newest revision stands in the history."""
    request = replace(
        origin.request,
        threshold=revision.threshold,
        min_area=revision.min_area,
        fill_holes=revision.fill_holes,
        simplify=revision.simplify,
        separate=revision.separate,
        orthogonalise=revision.orthogonalise,
    )
    told = tr("Polygons made anew from the kept probabilities with a threshold of {}").format(f"{revision.threshold:g}")
    history = (*origin.history[:1], f"{_now()} Phrasegon {version()}: {told}")
    return replace(origin, request=request, result=result, history=history)


def without_secrets(source: str) -> str:
    """The address of a layer without what opens it: passwords, keys and tokens, and who uses them."""
    return _LOGIN.sub("//***@", _SECRET.sub(r"\1***", unquote(source)))


def document(layer: QgsVectorLayer, phrase: str, origin: Origin) -> None:
    """Write the origin into a layer's metadata."""
    metadata = QgsLayerMetadata()
    metadata.setType("dataset")
    metadata.setIdentifier(layer.source())
    metadata.setTitle(tr("“{}” in {}").format(phrase, origin.scene))
    metadata.setAbstract("\n".join(f"{name}: {value}" for name, value in _facts(phrase, origin)))
    metadata.setKeywords({"Phrasegon": [phrase, origin.request.model]})
    metadata.setCrs(layer.crs())
    metadata.setExtent(_extent(layer))
    metadata.setHistory(list(origin.history))
    if origin.model is not None:
        metadata.setLicenses([origin.model.licence])
        metadata.setRights([tr("Weights of {}: {}").format(origin.model.title, origin.model.licence)])
    layer.setMetadata(metadata)


def _facts(phrase: str, origin: Origin) -> list[tuple[str, str]]:
    request, result, model = origin.request, origin.result, origin.model
    facts = [
        (tr("Phrase"), phrase),
        (tr("Raster"), f"{origin.scene} ({origin.scene_source})"),
        (tr("Model"), request.model if model is None else f"{model.title} ({model.name})"),
        (tr("Trained on"), "" if model is None else model.trained_on),
        (tr("Weights (SHA-256)"), origin.weights_sha256),
        (tr("Computed on"), origin.device),
        (tr("Metres a pixel"), "" if result.gsd is None else f"{result.gsd:.4g}"),
        (tr("Threshold"), f"{request.threshold:g}"),
        (tr("Overlap of the tiles"), f"{request.overlap:g}"),
        *_clean_up(request, in_metres=result.gsd is not None),
        (tr("Touching objects separated"), tr("yes") if request.separate else tr("no")),
        (tr("Tiles without the object left out"), tr("yes") if request.presence else tr("no")),
        (tr("Right angles"), tr("yes") if request.orthogonalise else tr("no")),
        (tr("Bands"), "" if request.bands is None else ", ".join(map(str, request.bands))),
        (tr("Contrast"), "" if request.stretch is None else ", ".join(f"{a:g} – {b:g}" for a, b in request.stretch)),
        (tr("Made"), _now()),
        *((tr("Note"), note.text) for note in result.notes),
    ]
    return [(name, value) for name, value in facts if value]


def _clean_up(request: Request, *, in_metres: bool) -> list[tuple[str, str]]:
    return [
        (tr("Smallest area (m²)") if in_metres else tr("Smallest area (pixels)"), f"{request.min_area:g}"),
        (tr("Holes filled up to (m²)") if in_metres else tr("Holes filled up to (pixels)"), f"{request.fill_holes:g}"),
        (tr("Simplified by (m)") if in_metres else tr("Simplified by (pixels)"), f"{request.simplify:g}"),
    ]


def _extent(layer: QgsVectorLayer) -> QgsLayerMetadata.Extent:
    spatial = QgsLayerMetadata.SpatialExtent()
    box = layer.extent()
    spatial.bounds = QgsBox3d(box.xMinimum(), box.yMinimum(), 0, box.xMaximum(), box.yMaximum(), 0)
    spatial.extentCrs = layer.crs()
    extent = QgsLayerMetadata.Extent()
    extent.setSpatialExtents([spatial])
    return extent


def _now() -> str:
    return str(QDateTime.currentDateTime().toString(Qt.DateFormat.ISODate))
