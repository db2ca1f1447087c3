"""Where models live: the small one inside Phrasegon, the fetched ones in the user's data folder."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from ..errors import WeightsError
from .catalogue import Model, find
from .digest import sha256_of
from .record import read_record

if TYPE_CHECKING:
    import torch

EMBEDDED = Path(__file__).resolve().parents[2] / "resources" / "weights"


@dataclass(frozen=True)
class Checkpoint:
    """A model's files, ready to load.

    Attributes:
        weights: a safetensors file.
        tokenizer: a SentencePiece model.
        sha256: hash of the weight file.
    """

    weights: Path
    tokenizer: Path
    sha256: str


def home() -> Path:
    """Phrasegon's data folder: ``PHRASEGON_HOME`` if set, else the usual place of the operating system."""
    chosen = os.environ.get("PHRASEGON_HOME")
    return Path(chosen).expanduser().absolute() if chosen else platformdirs.user_data_path("phrasegon", appauthor=False)


def folder_of(name: str) -> Path:
    """Folder that holds a fetched model."""
    return home() / "models" / name


def locate(name: str, *, weights: Path | None = None) -> Checkpoint:
    """Find a model's files.

    Args:
        name: name in the catalogue.
        weights: a safetensors file to take instead of the model's own, such as one trained by the user. Its tokenizer
            is the file of the same name ending in ``.spm``, else the model's own.

    Raises:
        ModelError: no such model.
        WeightsError: a file is missing or damaged; the sentence names it and says how to get it.
    """
    model = find(name)
    if weights is not None:
        return _given(model, weights)
    return _embedded(model) if model.hub is None else _fetched(model)


def load_state_dict(path: Path) -> dict[str, torch.Tensor]:
    """Tensors of a safetensors file by name, on the CPU and mapped from the file, so that they cost no memory unread.

    Raises:
        WeightsError: no such file, or it is truncated or no safetensors file.
    """
    from safetensors import SafetensorError
    from safetensors.torch import load_file  # brings torch, which who only asks where files lie need not wait for

    if not path.is_file():
        raise WeightsError(f"There is no weight file {path}, check the path or run phrasegon fetch.")
    try:
        return load_file(path)
    except (SafetensorError, OSError, ValueError) as error:
        raise WeightsError(
            f"{path} is damaged or no safetensors file, fetch it again or convert it with phrasegon fetch --file."
        ) from error


def _embedded(model: Model) -> Checkpoint:
    weights, tokenizer = EMBEDDED / model.weights[0], EMBEDDED / model.tokenizer[0]
    for path in (weights, tokenizer):
        if not path.is_file():
            raise WeightsError(f"Phrasegon's own file {path} is missing, install Phrasegon again.")
    sha256 = sha256_of(weights)
    if model.sha256 not in {None, sha256}:
        raise WeightsError(f"Phrasegon's own file {weights} is damaged, install Phrasegon again.")
    return Checkpoint(weights, tokenizer, sha256)


def _fetched(model: Model) -> Checkpoint:
    folder = folder_of(model.name)
    record = read_record(folder)
    if record is None:
        raise WeightsError(
            f"The weights of {model.name} are not in {folder}, get them with phrasegon fetch {model.name} "
            f"(add --file PATH if you have the file already)."
        )
    weights, tokenizer = folder / record.weights, folder / record.tokenizer
    for path in (weights, tokenizer):
        if not path.is_file():
            raise WeightsError(f"{path} is missing, get it again with phrasegon fetch {model.name}.")
    if weights.stat().st_size != record.size:
        raise WeightsError(f"{weights} is damaged, get it again with phrasegon fetch {model.name}.")
    return Checkpoint(weights, tokenizer, record.sha256)


def _given(model: Model, weights: Path) -> Checkpoint:
    if not weights.is_file():
        raise WeightsError(f"There is no weight file {weights}, check the path.")
    beside = weights.with_suffix(".spm")
    tokenizer = beside if beside.is_file() else locate(model.name).tokenizer
    return Checkpoint(weights, tokenizer, sha256_of(weights))
