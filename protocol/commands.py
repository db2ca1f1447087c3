"""What QGIS says to the engine."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Hello:
    """The first message; the engine answers with ``Welcome``.

    Attributes:
        plugin: version of the plugin that speaks.
    """

    plugin: str


@dataclass(frozen=True)
class Request:
    """One run: these phrases on this scene, into this file. Answered by ``Result``.

    Attributes:
        scene: path of the raster, or another name GDAL opens.
        phrases: what to look for, one or more.
        output: path of the vector file; its suffix chooses the format.
        model: name in the catalogue.
        weights: path of a weight file to use in place of the installed one.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
        aoi: path of a vector file whose polygons limit the run.
        bounds: left, bottom, right, top in the scene's CRS that limit the run; not together with ``aoi``.
        gsd: metres a pixel to work at; None: the scene's own, kept within what the model was trained for.
        threshold: probability from which a pixel counts as found, 0..1.
        overlap: part of a tile's side that it shares with its neighbour, 0..0.75.
        min_area: polygons smaller than this are dropped, m2.
        fill_holes: holes smaller than this are filled, m2.
        simplify: how far an edge may move, m.
        separate: cut regions apart where they are narrow, as houses that share a wall.
        orthogonalise: turn edges to each polygon's main direction and its perpendicular.
        presence: leave out tiles that hardly hold the object, where the model is calibrated to tell.
        least_score: for a model that finds boxes: all boxes of a tile of at least this score count, 0..1; None: the
            best one, whatever its score.
        probability: path of a GeoTIFF to keep the probability in; several phrases: one file each.
        bands: numbers of the bands to look at, counted from 1: one (grey) or three (red, green, blue); None: as the
            file declares them.
        stretch: least and greatest value of each of ``bands``, which become black and white; None: found from the
            raster.
        preview: folder for the polygons of finished tiles, each told of by a ``Preview``; None: none are made.
        kept_features: bytes of disk that features of tiles may take, which a further phrase on the same scene reuses,
            where the model has any; 0: none are kept.
        journal: folder that keeps finished tiles until the run has ended; the same request with the same folder goes
            on from there. None: a run that is broken off starts anew.
    """

    scene: str
    phrases: tuple[str, ...]
    output: str
    model: str = "rs2sam2-nano"
    weights: str | None = None
    device: str = "auto"
    aoi: str | None = None
    bounds: tuple[float, float, float, float] | None = None
    gsd: float | None = None
    threshold: float = 0.5
    overlap: float = 0.25
    min_area: float = 0.0
    fill_holes: float = 0.0
    simplify: float = 0.0
    separate: bool = False
    orthogonalise: bool = False
    presence: bool = True
    least_score: float | None = None
    probability: str | None = None
    bands: tuple[int, ...] | None = None
    stretch: tuple[tuple[float, float], ...] | None = None
    preview: str | None = None
    kept_features: int = 0
    journal: str | None = None


@dataclass(frozen=True)
class Preparation:
    """Keep what a model makes of a scene before it hears a phrase, or tell how much of it is kept.

    Answered by ``Prepared``. What is prepared serves requests in which all that is named here is the same.

    Attributes:
        scene: path of the raster, or another name GDAL opens.
        kept_features: bytes of disk that features of tiles may take.
        only_look: tell how much is kept; compute nothing.
        model: name in the catalogue.
        weights: path of a weight file to use in place of the installed one.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
        aoi: as in ``Request``.
        bounds: as in ``Request``.
        gsd: as in ``Request``.
        overlap: as in ``Request``.
        bands: as in ``Request``.
        stretch: as in ``Request``.
    """

    scene: str
    kept_features: int
    only_look: bool = False
    model: str = "rs2sam2-nano"
    weights: str | None = None
    device: str = "auto"
    aoi: str | None = None
    bounds: tuple[float, float, float, float] | None = None
    gsd: float | None = None
    overlap: float = 0.25
    bands: tuple[int, ...] | None = None
    stretch: tuple[tuple[float, float], ...] | None = None


@dataclass(frozen=True)
class Revision:
    """Polygons anew from probabilities that were kept; no network runs. Answered by ``Result``.

    A GeoPackage that is written anew keeps its list of tiles that could not be read.

    Attributes:
        probability: the kept rasters, one a phrase.
        phrases: what was looked for, one a raster.
        output: path of the vector file; its suffix chooses the format.
        model: name that goes into the polygons' attributes.
        threshold: probability from which a pixel counts as found, 0..1.
        min_area: polygons smaller than this are dropped, m2.
        fill_holes: holes smaller than this are filled, m2.
        simplify: how far an edge may move, m.
        separate: cut regions apart where they are narrow, as houses that share a wall.
        orthogonalise: turn edges to each polygon's main direction and its perpendicular.
    """

    probability: tuple[str, ...]
    phrases: tuple[str, ...]
    output: str
    model: str = ""
    threshold: float = 0.5
    min_area: float = 0.0
    fill_holes: float = 0.0
    simplify: float = 0.0
    separate: bool = False
    orthogonalise: bool = False


@dataclass(frozen=True)
class Snap:
    """Let polygons snap to the objects that they roughly show; no phrase is needed. Answered by ``Snapped``.

    Attributes:
        scene: path of the raster, or another name GDAL opens.
        vector: path of a vector file of polygons in any CRS; of several layers all that hold polygons are taken.
        output: path of the vector file; its suffix chooses the format.
        model: name in the catalogue of a network that segments what boxes show it.
        device: ``auto``, ``cpu``, ``cuda`` or ``mps``.
        point: give the network a point on the object besides its box, where one can be trusted.
        boundary: move outlines to the edges of the picture afterwards, which helps poor masks only.
        bounds: left, bottom, right, top in the scene's CRS; polygons outside of them stay as they are.
        gsd: metres a pixel to look at; None: the scene's own.
        bands: numbers of the bands to look at, counted from 1: one (grey) or three (red, green, blue); None: as the
            file declares them.
        stretch: least and greatest value of each of ``bands``, which become black and white; None: found from the
            raster.
    """

    scene: str
    vector: str
    output: str
    model: str = "sam2.1-hiera-tiny"
    device: str = "auto"
    point: bool = True
    boundary: bool = False
    bounds: tuple[float, float, float, float] | None = None
    gsd: float | None = None
    bands: tuple[int, ...] | None = None
    stretch: tuple[tuple[float, float], ...] | None = None


@dataclass(frozen=True)
class Recall:
    """How far has the run come that was broken off with this journal? Answered by ``Recalled``.

    Attributes:
        journal: its folder.
    """

    journal: str


@dataclass(frozen=True)
class Evaluation:
    """Compare polygons with reference polygons. Answered by ``Scores``.

    Attributes:
        found: path of the vector file to judge.
        reference: path of the vector file that is right.
        scene: raster whose grid and valid pixels they are compared on.
    """

    found: str
    reference: str
    scene: str


@dataclass(frozen=True)
class Quote:
    """What would fetching this model mean? Answered by ``Offer``.

    Attributes:
        model: name in the catalogue.
    """

    model: str


@dataclass(frozen=True)
class Fetch:
    """Get a model. Answered by ``Fetched``, with ``Progress`` of the stage ``fetching`` in bytes before it.

    Attributes:
        model: name in the catalogue.
        revision: the commit that was offered; None with ``file``.
        file: path of a checkpoint at hand to take instead of a download.
    """

    model: str
    revision: str | None = None
    file: str | None = None


@dataclass(frozen=True)
class Cancel:
    """End the job that this message carries the number of. That job is answered by a ``Failure`` named Cancelled."""


@dataclass(frozen=True)
class Shutdown:
    """End the engine; a run under way is cancelled first."""
