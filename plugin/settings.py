"""What Phrasegon remembers from one day to the next, among QGIS's settings."""

from __future__ import annotations

import json
from typing import Any, Generic, TypeVar

from qgis.core import QgsSettings

GROUP = "phrasegon"
KEPT_PHRASES = 50
_GIGABYTE = 10**9

T = TypeVar("T", str, int)


class _Setting(Generic[T]):
    """A value under its attribute's name."""

    def __init__(self, default: T) -> None:
        self.default: T = default
        self.key = ""

    def __set_name__(self, owner: type, name: str) -> None:
        self.key = f"{GROUP}/{name}"

    def __get__(self, instance: Settings, owner: type) -> T:
        return _read(self.key, self.default)

    def __set__(self, instance: Settings, value: T) -> None:
        QgsSettings().setValue(self.key, value)


class Settings:
    """Phrasegon's settings; every object of this class reads and writes the same ones.

    Attributes:
        engine_python: interpreter that the user named for the engine; empty: the environment that Phrasegon made.
        data_folder: where fetched models, the environment and the log go; empty: the usual place.
        model: the model used last.
        device: the device used last, ``auto`` at first.
        largest_render_megapixels: web layers are not rendered in more pixels than this without being asked for.
        prepared_gigabytes: disk for what models make of scenes before they hear a phrase; 0: nothing of it is kept.
    """

    engine_python = _Setting("")
    data_folder = _Setting("")
    model = _Setting("rs2sam2-nano")
    device = _Setting("auto")
    largest_render_megapixels = _Setting(100)
    prepared_gigabytes = _Setting(5)

    @property
    def kept_features(self) -> int:
        """``prepared_gigabytes`` as the engine's commands have it, bytes."""
        return self.prepared_gigabytes * _GIGABYTE

    @property
    def history(self) -> list[str]:
        """Phrases that were asked for, the last one first."""
        return [phrase for phrase in _read_json("history", list) if isinstance(phrase, str)]

    @history.setter
    def history(self, phrases: list[str]) -> None:
        QgsSettings().setValue(f"{GROUP}/history", json.dumps(phrases[:KEPT_PHRASES]))

    def remember(self, phrase: str) -> None:
        """Put a phrase at the head of the history."""
        self.history = [phrase, *(earlier for earlier in self.history if earlier != phrase)]

    def pace(self, model: str, device: str) -> float | None:
        """Seconds a tile took when the model last ran on the device; None: it never did."""
        seconds = _read_json("pace", dict).get(f"{model} {device}")
        return float(seconds) if isinstance(seconds, (int, float)) else None

    def set_pace(self, model: str, device: str, seconds: float) -> None:
        """Keep how many seconds a tile took."""
        paces = {**_read_json("pace", dict), f"{model} {device}": seconds}
        QgsSettings().setValue(f"{GROUP}/pace", json.dumps(paces))


def _read(key: str, default: T) -> T:
    """What is stored; the default where somebody wrote something of another kind there."""
    try:
        value = QgsSettings().value(key, default, type=type(default))
    except TypeError:
        return default
    return value if isinstance(value, type(default)) else default


def _read_json(name: str, kind: type[Any]) -> Any:
    try:
        content = json.loads(_read(f"{GROUP}/{name}", "") or "null")
    except ValueError:
        content = None
    return content if isinstance(content, kind) else kind()
