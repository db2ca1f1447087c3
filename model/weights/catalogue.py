"""The models Phrasegon knows: which system they belong to, where they come from, what they were trained on."""

from __future__ import annotations

import difflib
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import ModelError

if sys.version_info >= (3, 11):
    import tomllib
else:
    import tomli as tomllib


@dataclass(frozen=True)
class HubFolder:
    """A folder of a model repository on the Hugging Face Hub.

    Attributes:
        repository: ``owner/name``.
        folder: folder inside the repository that holds this model's files.
        revision: commit, tag or branch; None takes the newest commit, which the user sees and confirms.
    """

    repository: str
    folder: str
    revision: str | None


@dataclass(frozen=True)
class Calibration:
    """Where a model's outputs decide, found on labelled imagery after its training.

    Attributes:
        mask_level: foreground logit of a pixel at which object and background are equally likely.
        mask_slope: how steeply the probability changes around that level.
        presence_level: object score, as a logit, at which presence and absence are equally likely.
        presence_slope: how steeply presence changes around that level.
    """

    mask_level: float
    mask_slope: float
    presence_level: float
    presence_slope: float


UNCALIBRATED = Calibration(mask_level=0.0, mask_slope=1.0, presence_level=0.0, presence_slope=1.0)
"""Takes a model's outputs as they are."""


@dataclass(frozen=True)
class Model:
    """One entry of the catalogue.

    Attributes:
        name: what the user types, such as ``rs2sam2-nano``.
        system: network and preprocessing it belongs to, such as ``rs2sam2``.
        preset: size of that network, such as ``large`` or ``nano``.
        title: its name for people.
        hub: where it is downloaded from; None if it ships with Phrasegon.
        weights: names the weight file may have, in order of preference.
        tokenizer: names the tokenizer file may have, in order of preference.
        licence: licence of the weights, as far as their authors state one.
        trained_on: the training imagery in a few words.
        tile: side of the square pictures it was trained on, in pixels.
        gsd_range: finest and coarsest ground sample distance of that imagery, in metres a pixel.
        memory: bytes that a run with it takes, roughly.
        knows_absence: whether pictures without the object were among the training pictures, so that its score of
            the object's presence means something.
        calibration: of its outputs; None takes them as they are.
        sha256: hash of the weight file as its source gives it; None if it is not known beforehand.
    """

    name: str
    system: str
    preset: str
    title: str
    hub: HubFolder | None
    weights: tuple[str, ...]
    tokenizer: tuple[str, ...]
    licence: str
    trained_on: str
    tile: int
    gsd_range: tuple[float, float]
    memory: int
    knows_absence: bool
    calibration: Calibration | None
    sha256: str | None

    @property
    def source(self) -> str:
        """Where the weights come from, in words for the user."""
        if self.hub is None:
            return "ships with Phrasegon"
        return f"huggingface.co/{self.hub.repository}, folder {self.hub.folder}"


@cache
def catalogue() -> dict[str, Model]:
    """All models by name, in the order of the catalogue file."""
    text = Path(__file__).with_name("catalogue.toml").read_text(encoding="utf-8")
    return {name: _model(name, entry) for name, entry in tomllib.loads(text).items()}


def find(name: str) -> Model:
    """The model of that name.

    Raises:
        ModelError: no such model; the sentence lists the known ones.
    """
    models = catalogue()
    if name in models:
        return models[name]
    close = difflib.get_close_matches(name, models, n=1)
    hint = f"; did you mean {close[0]}?" if close else "."
    raise ModelError(f"There is no model {name!r}, the known ones are {', '.join(models)}{hint}")


def _model(name: str, entry: dict[str, Any]) -> Model:
    hub = entry.get("hub")
    finest, coarsest = entry["gsd"]
    return Model(
        name=name,
        system=entry["system"],
        preset=entry["preset"],
        title=entry["title"],
        hub=None if hub is None else HubFolder(hub["repository"], hub["folder"], hub.get("revision")),
        weights=tuple(entry["weights"]),
        tokenizer=tuple(entry["tokenizer"]),
        licence=entry["licence"],
        trained_on=entry["trained_on"],
        tile=entry["tile"],
        gsd_range=(float(finest), float(coarsest)),
        memory=round(entry["memory_gb"] * 1e9),
        knows_absence=entry["knows_absence"],
        calibration=Calibration(**entry["calibration"]) if "calibration" in entry else None,
        sha256=entry.get("sha256"),
    )
