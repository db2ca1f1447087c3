"""What the engine says to QGIS."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Device:
    """Something networks can run on.

    Attributes:
        name: ``cpu``, ``cuda`` or ``mps``.
        title: its name for people, such as that of the graphics card.
        free_bytes: memory that is free on it now.
        total_bytes: its memory.
    """

    name: str
    title: str
    free_bytes: int
    total_bytes: int


@dataclass(frozen=True)
class Model:
    """A model of the catalogue.

    Attributes:
        name: what a request names it by.
        title: its name for people.
        installed: whether its files are there.
        licence: of the weights.
        trained_on: in a few words.
        tile: side of its square tiles, in pixels.
        gsd_range: finest and coarsest ground sample distance it was trained for, in metres a pixel.
        needed_bytes: memory that a run with it takes, roughly.
        words: all words it has learnt; empty: any word may be tried.
        prepares: whether it reads the picture apart from the phrase, so that a scene can be prepared for all phrases.
    """

    name: str
    title: str
    installed: bool
    licence: str
    trained_on: str
    tile: int
    gsd_range: tuple[float, float]
    needed_bytes: int
    words: tuple[str, ...] = ()
    prepares: bool = False


@dataclass(frozen=True)
class Part:
    """Weights that answer no phrase, but segment what boxes show them.

    Attributes:
        name: what a ``Snap`` names it by.
        title: its name for people.
        installed: whether its file is there.
        licence: of the weights.
        trained_on: in a few words.
        needed_bytes: memory that snapping with it takes, roughly.
    """

    name: str
    title: str
    installed: bool
    licence: str
    trained_on: str
    needed_bytes: int


@dataclass(frozen=True)
class Welcome:
    """What the engine is and has.

    Attributes:
        phrasegon: version of the engine's own code.
        python: version of its Python.
        torch: version of its torch.
        devices: what networks can run on, the one that ``auto`` takes first.
        models: the catalogue.
        comparing: words that are judged within each tile and not over the whole scene, in lower case.
        snapping: what polygons can be snapped to objects with, the smallest first.
    """

    phrasegon: str
    python: str
    torch: str
    devices: tuple[Device, ...]
    models: tuple[Model, ...]
    comparing: tuple[str, ...]
    snapping: tuple[Part, ...] = ()


@dataclass(frozen=True)
class Progress:
    """How far a run has come.

    Attributes:
        stage: ``loading``, ``segmenting``, ``vectorising``, ``writing`` or ``fetching``.
        tiles_done: tiles that are finished, empty ones included; bytes when fetching.
        tiles_total: tiles (bytes) of the whole run; 0 as long as it is not known.
        eta_s: seconds until the last tile is done; None as long as there is nothing to judge it by.
    """

    stage: str
    tiles_done: int = 0
    tiles_total: int = 0
    eta_s: float | None = None


@dataclass(frozen=True)
class Preview:
    """Polygons of tiles that have just been finished, to be shown until the result is there.

    Attributes:
        phrase: what they were found for.
        polygons: path of a text file, one polygon a line as hexadecimal WKB in the scene's CRS; whoever reads it
            deletes it.
    """

    phrase: str
    polygons: str


@dataclass(frozen=True)
class Remark:
    """Something the user should know before trusting a result.

    Attributes:
        kind: ``unknown_words``, ``corrected_words``, ``comparing_words`` (which are judged within each tile),
            ``no_crs``, ``pixel_size`` (the model has not learnt it) or ``failed_tiles``.
        text: one sentence, in English.
        values: what stands in its gaps, in their order, for whoever says it in another language.
    """

    kind: str
    text: str
    values: tuple[str, ...] = ()


@dataclass(frozen=True)
class Result:
    """A run that came to its end.

    Attributes:
        output: the vector file that was written.
        polygons: how many polygons it holds, of all phrases together.
        probability: the probability rasters that were kept, in the order of the phrases.
        notes: what the user should know before trusting the result.
        counts: how many polygons each phrase has, in the order of the phrases.
        layers: name of each phrase's layer in the output; the same name again where the format holds one layer only.
        weights_sha256: hash of the weight file that was used; empty if no network ran.
        device: what the network ran on; empty if none ran.
        gsd: metres a pixel that was worked at; None without CRS.
        tiles: how many tiles the scene had.
        seconds: how long the network worked on them.
        failed_tiles: how many of them could not be read, though it was tried again; nothing is known there.
        failed_output: the vector file that holds their extents, in the layer ``failed_tiles`` if it has several; empty
            if none failed.
    """

    output: str
    polygons: int
    probability: tuple[str, ...] = ()
    notes: tuple[Remark, ...] = ()
    counts: tuple[int, ...] = ()
    layers: tuple[str, ...] = ()
    weights_sha256: str = ""
    device: str = ""
    gsd: float | None = None
    tiles: int = 0
    seconds: float = 0.0
    failed_tiles: int = 0
    failed_output: str = ""


@dataclass(frozen=True)
class Prepared:
    """How much of a scene a model has read before it hears a phrase.

    Attributes:
        usable: whether the model can reuse anything from one phrase to the next, and it is wanted.
        share: of the scene's tiles whose features are kept, 0..1.
    """

    usable: bool
    share: float


@dataclass(frozen=True)
class Snapped:
    """Polygons that were snapped to objects, as far as they could be.

    Attributes:
        output: the vector file that was written.
        polygons: how many polygons it holds.
        snapped: how many of them have a new outline; the others stayed as they were.
        notes: what the user should know before trusting the result.
        layers: names of the layers in the output; one name where the format holds one layer only.
        weights_sha256: hash of the weight file that was used.
        device: what the network ran on.
        tiles: how many cut-outs of the scene were looked at.
        seconds: how long that took.
        failed_tiles: how many of them could not be read; the polygons there stayed as they were.
    """

    output: str
    polygons: int
    snapped: int
    notes: tuple[Remark, ...] = ()
    layers: tuple[str, ...] = ()
    weights_sha256: str = ""
    device: str = ""
    tiles: int = 0
    seconds: float = 0.0
    failed_tiles: int = 0


@dataclass(frozen=True)
class Scores:
    """How well polygons agree with the reference. A share of nothing is None.

    Attributes:
        iou: intersection over union of the pixels, 0..1.
        precision: part of the found pixels that is right.
        recall: part of the reference's pixels that was found.
        polygon_precision: part of the found polygons that pairs with one of the reference at IoU >= 0.5.
        polygon_recall: part of the reference's polygons that pairs with a found one.
        found: number of found polygons in the scene.
        reference: number of reference polygons in the scene.
    """

    iou: float | None
    precision: float | None
    recall: float | None
    polygon_precision: float | None
    polygon_recall: float | None
    found: int
    reference: int


@dataclass(frozen=True)
class Offer:
    """What fetching a model would mean.

    Attributes:
        model: name in the catalogue.
        source: where it would come from, for people.
        revision: the commit.
        licence: what its source says of the licence.
        total_bytes: how much would be downloaded.
        folder: where it would be put.
    """

    model: str
    source: str
    revision: str
    licence: str
    total_bytes: int
    folder: str


@dataclass(frozen=True)
class Fetched:
    """A model is there.

    Attributes:
        model: name in the catalogue.
        sha256: hash of its weight file.
    """

    model: str
    sha256: str


@dataclass(frozen=True)
class Recalled:
    """How far a run has come that a journal keeps.

    Attributes:
        tiles_done: tiles that are finished, empty ones included; 0: there is nothing to go on with.
        tiles_total: tiles of the whole run.
    """

    tiles_done: int
    tiles_total: int


@dataclass(frozen=True)
class Failure:
    """A job that came to no result.

    Attributes:
        error: name of the error's class, such as ``SceneError``; ``Cancelled`` when the user ended it.
        message: one sentence that says what to do next.
        detail: for the log, such as a traceback.
        tiles_kept: how many finished tiles lie in the journal of a request that failed; the same request goes on from
            there once what was wrong is mended.
    """

    error: str
    message: str
    detail: str = ""
    tiles_kept: int = 0
