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
        presence_gate: presence from which a tile may hold the object, 0..1: below it lies little of the true area.
    """

    mask_level: float
    mask_slope: float
    presence_level: float
    presence_slope: float
    presence_gate: float


UNCALIBRATED = Calibration(mask_level=0.0, mask_slope=1.0, presence_level=0.0, presence_slope=1.0, presence_gate=0.0)
"""Takes a model's outputs as they are."""


@dataclass(frozen=True)
class Entry:
    """Weights that can be had: those of a model, or a part that models share and that answers no phrase by itself.

    Attributes:
        name: what the user types, such as ``rs2sam2-nano``.
        system: network and preprocessing it belongs to, such as ``rs2sam2``.
        preset: size of that network, such as ``large`` or ``nano``.
        title: its name for people.
        hub: where it is downloaded from; None if it is not on the Hub.
        page: address where a person downloads the weight file by hand; None if there is a hub or no need.
        weights: names the weight file may have, in order of preference.
        tokenizer: names the tokenizer file may have, in order of preference; empty for a part.
        tokenizer_hub: where the tokenizer is downloaded from, if not from ``hub``.
        licence: licence of the weights, as far as their authors state one.
        trained_on: the training imagery in a few words.
        sha256: hash of the weight file as its source gives it; None if it is not known beforehand.
        memory: bytes that a run with it takes, roughly; 0 for a part that no run takes by itself.
    """

    name: str
    system: str
    preset: str
    title: str
    hub: HubFolder | None
    page: str | None
    weights: tuple[str, ...]
    tokenizer: tuple[str, ...]
    tokenizer_hub: HubFolder | None
    licence: str
    trained_on: str
    sha256: str | None
    memory: int

    @property
    def ships(self) -> bool:
        """Whether its files come with Phrasegon."""
        return self.hub is None and self.page is None

    @property
    def source(self) -> str:
        """Where the weights come from, in words for the user."""
        if self.hub is not None:
            return f"huggingface.co/{self.hub.repository}" + (f", folder {self.hub.folder}" if self.hub.folder else "")
        return self.page or "ships with Phrasegon"


@dataclass(frozen=True)
class Model(Entry):
    """An entry that answers phrases.

    Attributes:
        tile: side of the square pictures it was trained on, in pixels.
        gsd_range: finest and coarsest ground sample distance of that imagery, in metres a pixel.
        knows_absence: whether pictures without the object were among the training pictures, so that its score of
            the object's presence means something.
        calibration: of its outputs; None takes them as they are.
        needs: names of the parts whose weights it takes besides its own.
        gate: name of the part that tells whether its object is in a tile at all, where it is installed and the
            calibration is of that part's score; None: the model tells itself, or nobody does.
    """

    tile: int
    gsd_range: tuple[float, float]
    knows_absence: bool
    calibration: Calibration | None
    needs: tuple[str, ...]
    gate: str | None


@cache
def entries() -> dict[str, Entry]:
    """Models and parts by name, in the order of the catalogue file."""
    text = Path(__file__).with_name("catalogue.toml").read_text(encoding="utf-8")
    return {name: _entry(name, table) for name, table in tomllib.loads(text).items()}


def catalogue() -> dict[str, Model]:
    """What answers phrases, by name, in the order of the catalogue file."""
    return {name: entry for name, entry in entries().items() if isinstance(entry, Model)}


def find(name: str) -> Model:
    """The model of that name.

    Raises:
        ModelError: no such model, or only a part of one; the sentence lists the known ones.
    """
    models = catalogue()
    if name in models:
        return models[name]
    if name in entries():
        takers = [model.name for model in models.values() if name in model.needs]
        hint = f"choose {takers[0]}, which takes it" if takers else f"choose one of {', '.join(models)}"
        raise ModelError(f"{name} answers no phrase by itself: {hint}.")
    raise _unknown(name, list(models))


def find_entry(name: str) -> Entry:
    """The model or part of that name.

    Raises:
        ModelError: no such entry; the sentence lists the known ones.
    """
    known = entries()
    if name not in known:
        raise _unknown(name, list(known))
    return known[name]


def _unknown(name: str, known: list[str]) -> ModelError:
    close = difflib.get_close_matches(name, known, n=1)
    hint = f"; did you mean {close[0]}?" if close else "."
    return ModelError(f"There is no model {name!r}, the known ones are {', '.join(known)}{hint}")


def _entry(name: str, table: dict[str, Any]) -> Entry:
    source: dict[str, Any] = {
        "name": name,
        **{key: table[key] for key in ("system", "preset", "title", "licence", "trained_on")},
        **{key: table.get(key) for key in ("page", "sha256")},
        **{key: _hub(table.get(key)) for key in ("hub", "tokenizer_hub")},
        "weights": tuple(table["weights"]),
        "tokenizer": tuple(table.get("tokenizer", ())),
        "memory": round(table.get("memory_gb", 0) * 1e9),
    }
    if not source["tokenizer"]:
        return Entry(**source)
    finest, coarsest = table["gsd"]
    return Model(
        **source,
        tile=table["tile"],
        gsd_range=(float(finest), float(coarsest)),
        knows_absence=table["knows_absence"],
        calibration=Calibration(**table["calibration"]) if "calibration" in table else None,
        needs=tuple(table.get("needs", ())),
        gate=table.get("gate"),
    )


def _hub(table: dict[str, Any] | None) -> HubFolder | None:
    return None if table is None else HubFolder(table["repository"], table.get("folder", ""), table.get("revision"))
