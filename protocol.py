"""The one door between QGIS and the engine: what they say to each other, one JSON line a message.

Standard library only and Python 3.9, because this file is loaded by both halves: by QGIS's own Python and by the
engine's. Imagery and results pass as files; a message only names them.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, asdict, dataclass, fields
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from typing import TypeAlias

VERSION = 1
"""Raised whenever a message changes its meaning; both halves must speak the same one."""


class ProtocolError(ValueError):
    """A line that is not a message of this version; the text says what is wrong with it."""


@dataclass(frozen=True)
class Request:
    """One run: these phrases on this scene, into this file.

    Attributes:
        scene: path of the raster.
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
        orthogonalise: turn edges to each polygon's main direction and its perpendicular.
        probability: path of a GeoTIFF to keep the probability in; several phrases: one file each.
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
    orthogonalise: bool = False
    probability: str | None = None


@dataclass(frozen=True)
class Progress:
    """How far a run has come.

    Attributes:
        stage: ``loading``, ``segmenting``, ``vectorising`` or ``writing``.
        tiles_done: tiles that are finished, empty ones included.
        tiles_total: tiles of the whole run; 0 as long as it is not known.
        eta_s: seconds until the last tile is done; None as long as there is nothing to judge it by.
    """

    stage: str
    tiles_done: int = 0
    tiles_total: int = 0
    eta_s: float | None = None


@dataclass(frozen=True)
class Result:
    """A run that came to its end.

    Attributes:
        output: the vector file that was written.
        polygons: how many polygons it holds, of all phrases together.
        probability: the probability rasters that were kept, in the order of the phrases.
        notes: what the user should know before trusting the result, one sentence each.
    """

    output: str
    polygons: int
    probability: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failure:
    """A run that did not.

    Attributes:
        error: name of the error's class, such as ``SceneError``.
        message: one sentence that says what to do next.
    """

    error: str
    message: str


Message: TypeAlias = "Request | Progress | Result | Failure"

_KINDS: dict[str, type[Message]] = {
    "request": Request,
    "progress": Progress,
    "result": Result,
    "failure": Failure,
}


def encode(message: Message) -> str:
    """One line of ASCII without its line end.

    Raises:
        ValueError: a number is infinite or not a number.
    """
    kind = next(kind for kind, class_ in _KINDS.items() if type(message) is class_)
    return json.dumps({"kind": kind, "version": VERSION, **asdict(message)}, allow_nan=False)


def decode(line: str) -> Message:
    """The message that a line holds.

    Raises:
        ProtocolError: not JSON, another version, an unknown kind or field, a missing field, a value of a wrong type.
    """
    content = _content(line)
    kind = content.pop("kind", None)
    class_ = _KINDS.get(kind) if isinstance(kind, str) else None
    if class_ is None:
        raise ProtocolError(f"Unknown kind of message {kind!r}; known are {', '.join(_KINDS)}.")
    known = {field.name: field for field in fields(class_)}
    for name in content:
        if name not in known:
            raise ProtocolError(f"A {kind} has no field {name!r}.")
    for name, field in known.items():
        if name not in content and field.default is MISSING:
            raise ProtocolError(f"A {kind} needs the field {name!r}.")
    return class_(**{name: _read(kind, name, known[name].type, value) for name, value in content.items()})


def _content(line: str) -> dict[str, Any]:
    try:
        content = json.loads(line, parse_constant=_refuse_constant)
    except (ValueError, RecursionError) as error:
        raise ProtocolError(f"Not a line of JSON: {line[:80]!r}.") from error
    if not isinstance(content, dict):
        raise ProtocolError(f"A message is a JSON object, this line is not: {line[:80]!r}.")
    version = content.pop("version", None)
    if version != VERSION or isinstance(version, bool):
        raise ProtocolError(f"The message speaks version {version!r} of the protocol, this side speaks {VERSION}.")
    return content


def _refuse_constant(name: str) -> None:
    raise ValueError(f"{name} is not JSON")


def _read(kind: str, name: str, annotation: Any, value: Any) -> Any:
    try:
        return _READERS[annotation](value)
    except (TypeError, OverflowError) as error:
        raise ProtocolError(f"The field {name!r} of a {kind} must be {annotation}, not {value!r:.80}.") from error


def _exactly(type_: type) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if type(value) is not type_:
            raise TypeError
        return value

    return read


def _number(value: Any) -> float:
    if type(value) not in (int, float):
        raise TypeError
    return float(value)


def _sequence(value: Any, item: Callable[[Any], Any], length: int | None = None) -> tuple[Any, ...]:
    if not isinstance(value, list) or length not in (None, len(value)):
        raise TypeError
    return tuple(item(entry) for entry in value)


def _or_none(read: Callable[[Any], Any]) -> Callable[[Any], Any]:
    return lambda value: None if value is None else read(value)


_text = _exactly(str)

# Keyed by the annotation as it is written above: annotations stay text here, so Python 3.9 never evaluates them.
_READERS: dict[str, Callable[[Any], Any]] = {
    "str": _text,
    "str | None": _or_none(_text),
    "int": _exactly(int),
    "bool": _exactly(bool),
    "float": _number,
    "float | None": _or_none(_number),
    "tuple[str, ...]": lambda value: _sequence(value, _text),
    "tuple[float, float, float, float] | None": _or_none(lambda value: _sequence(value, _number, 4)),
}
