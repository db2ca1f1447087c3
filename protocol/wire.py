"""Messages as lines of JSON."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import MISSING, asdict, fields
from typing import TYPE_CHECKING, Any

from .answers import (
    Device,
    Failure,
    Fetched,
    Model,
    Offer,
    Part,
    Prepared,
    Preview,
    Progress,
    Recalled,
    Remark,
    Result,
    Scores,
    Snapped,
    Welcome,
)
from .commands import Cancel, Evaluation, Fetch, Hello, Preparation, Quote, Recall, Request, Revision, Shutdown, Snap

if TYPE_CHECKING:
    from typing import TypeAlias

VERSION = 3
"""Raised whenever a message changes its meaning; both halves must speak the same one."""


class ProtocolError(ValueError):
    """A line that is not a message of this version; the text says what is wrong with it."""


Command: TypeAlias = (
    "Hello | Request | Preparation | Recall | Revision | Snap | Evaluation | Quote | Fetch | Cancel | Shutdown"
)
"""What QGIS says."""
Answer: TypeAlias = (
    "Welcome | Progress | Preview | Result | Prepared | Recalled | Snapped | Scores | Offer | Fetched | Failure"
)
"""What the engine says."""
Message: TypeAlias = "Command | Answer"

COMMANDS = (Hello, Request, Preparation, Recall, Revision, Snap, Evaluation, Quote, Fetch, Cancel, Shutdown)
"""The classes of ``Command``."""
ANSWERS = (Welcome, Progress, Preview, Result, Prepared, Recalled, Snapped, Scores, Offer, Fetched, Failure)
"""The classes of ``Answer``."""

_KINDS: dict[str, type[Message]] = {class_.__name__.lower(): class_ for class_ in (*COMMANDS, *ANSWERS)}


def encode(message: Message, job: int = 0) -> str:
    """One line of ASCII without its line end.

    Args:
        message: what to say.
        job: number of the job it belongs to, chosen by QGIS; answers carry the number of the command.

    Raises:
        ValueError: a number is infinite or not a number.
    """
    kind = type(message).__name__.lower()
    return json.dumps({"kind": kind, "version": VERSION, "job": job, **asdict(message)}, allow_nan=False)


def decode(line: str) -> tuple[int, Message]:
    """The number of the job and the message that a line holds.

    Raises:
        ProtocolError: not JSON, another version, an unknown kind or field, a missing field, a value of a wrong type.
    """
    content = _content(line)
    kind, job = content.pop("kind", None), content.pop("job", None)
    class_ = _KINDS.get(kind) if isinstance(kind, str) else None
    if class_ is None:
        raise ProtocolError(f"Unknown kind of message {kind!r}; known are {', '.join(_KINDS)}.")
    if type(job) is not int:
        raise ProtocolError(f"A {kind} needs the number of its job, not {job!r}.")
    return job, _build(class_, kind, content)


def _build(class_: type[Any], kind: str, content: dict[str, Any]) -> Any:
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
        raise ProtocolError(
            f"The message speaks version {version!r} of the protocol and this side version {VERSION}: update Phrasegon "
            "and start QGIS again."
        )
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


def _nested(class_: type[Any]) -> Callable[[Any], Any]:
    def read(value: Any) -> Any:
        if not isinstance(value, dict):
            raise TypeError
        return _build(class_, class_.__name__.lower(), value)

    return read


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
    "tuple[int, ...]": lambda value: _sequence(value, _exactly(int)),
    "tuple[int, ...] | None": _or_none(lambda value: _sequence(value, _exactly(int))),
    "tuple[float, float]": lambda value: _sequence(value, _number, 2),
    "tuple[tuple[float, float], ...] | None": _or_none(
        lambda value: _sequence(value, lambda pair: _sequence(pair, _number, 2))
    ),
    "tuple[Device, ...]": lambda value: _sequence(value, _nested(Device)),
    "tuple[Model, ...]": lambda value: _sequence(value, _nested(Model)),
    "tuple[Part, ...]": lambda value: _sequence(value, _nested(Part)),
    "tuple[Remark, ...]": lambda value: _sequence(value, _nested(Remark)),
    "tuple[float, float, float, float] | None": _or_none(lambda value: _sequence(value, _number, 4)),
}
