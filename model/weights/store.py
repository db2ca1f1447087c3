"""Where models live: the small one inside Phrasegon, the fetched ones in the user's data folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import platformdirs

from ..errors import WeightsError
from .catalogue import Entry, Model, find, find_entry
from .digest import sha256_of
from .record import Record, read_record

if TYPE_CHECKING:
    import torch

EMBEDDED = Path(__file__).resolve().parents[2] / "resources" / "weights"
SENTENCEPIECE = ".spm"
JSON = ".json"
"""The kinds of tokenizer files: a SentencePiece model, or a tokenizer.json of the Hugging Face libraries."""


@dataclass(frozen=True)
class Checkpoint:
    """The files of a model or a part, ready to load.

    Attributes:
        weights: a safetensors file.
        tokenizer: a SentencePiece model (.spm) or a tokenizer.json; None for a part.
        sha256: hash of the weight file.
        parts: weight files of the parts that a model needs besides, by their names.
    """

    weights: Path
    tokenizer: Path | None
    sha256: str
    parts: Mapping[str, Path] = field(default_factory=dict)

    @property
    def identity(self) -> str:
        """Tells these weights and those of the parts from all others; the hash alone where there are no parts."""
        if not self.parts:
            return self.sha256
        # The names of files in the store begin with their hashes.
        names = sorted(path.name for path in self.parts.values())
        return hashlib.sha256("|".join((self.sha256, *names)).encode()).hexdigest()

    @property
    def vocabulary(self) -> Path:
        """The tokenizer file of what answers phrases.

        Raises:
            WeightsError: there is none.
        """
        if self.tokenizer is None:
            raise WeightsError(f"{self.weights} lies there without a tokenizer, fetch the model again.")
        return self.tokenizer


def home() -> Path:
    """Phrasegon's data folder: ``PHRASEGON_HOME`` if set, else the usual place of the operating system."""
    chosen = os.environ.get("PHRASEGON_HOME")
    return Path(chosen).expanduser().absolute() if chosen else platformdirs.user_data_path("phrasegon", appauthor=False)


def folder_of(name: str) -> Path:
    """Folder that holds a fetched model."""
    return home() / "models" / name


def locate(name: str, *, weights: Path | None = None) -> Checkpoint:
    """Find a model's files, and those of the parts it needs.

    Args:
        name: name in the catalogue.
        weights: a safetensors file to take instead of the model's own, such as one trained by the user. Its tokenizer
            is the file of the same name with the tokenizer's ending, else the model's own.

    Raises:
        ModelError: no such model, or only a part of one.
        WeightsError: a file is missing or damaged; the sentence names it and says how to get it.
    """
    model = find(name)
    own = _own(model) if weights is None else _given(model, weights)
    return replace(own, parts={need: _own(find_entry(need), model).weights for need in model.needs})


def locate_part(name: str) -> Checkpoint:
    """Find the files of an entry by itself, be it a part.

    Raises:
        ModelError: no such entry.
        WeightsError: a file is missing or damaged; the sentence names it and says how to get it.
    """
    return _own(find_entry(name))


def missing(name: str) -> tuple[str, ...]:
    """What has to be fetched for a model or a part to be complete: itself, the parts it needs, or nothing.

    Raises:
        ModelError: no such entry.
    """
    entry = find_entry(name)
    needs = entry.needs if isinstance(entry, Model) else ()
    return tuple(one for one in (name, *needs) if not _is_there(find_entry(one)))


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


def checkpoint_of(folder: Path, record: Record) -> Checkpoint:
    """The files that a record tells of."""
    tokenizer = None if record.tokenizer is None else folder / record.tokenizer
    return Checkpoint(folder / record.weights, tokenizer, record.sha256)


def _is_there(entry: Entry) -> bool:
    try:
        _own(entry)
    except WeightsError:
        return False
    return True


def _own(entry: Entry, taker: Model | None = None) -> Checkpoint:
    return _embedded(entry) if entry.ships else _fetched(entry, taker)


def _embedded(entry: Entry) -> Checkpoint:
    weights, tokenizer = EMBEDDED / entry.weights[0], EMBEDDED / entry.tokenizer[0]
    for path in (weights, tokenizer):
        if not path.is_file():
            raise WeightsError(f"Phrasegon's own file {path} is missing, install Phrasegon again.")
    sha256 = sha256_of(weights)
    if entry.sha256 not in {None, sha256}:
        raise WeightsError(f"Phrasegon's own file {weights} is damaged, install Phrasegon again.")
    return Checkpoint(weights, tokenizer, sha256)


def _fetched(entry: Entry, taker: Model | None) -> Checkpoint:
    folder = folder_of(entry.name)
    record = read_record(folder)
    if record is None:
        purpose = "" if taker is None else f", which {taker.name} needs,"
        raise WeightsError(
            f"The weights of {entry.name}{purpose} are not in {folder}, get them with phrasegon fetch {entry.name} "
            f"(add --file PATH if you have the file already)."
        )
    found = checkpoint_of(folder, record)
    for path in (found.weights, *([] if found.tokenizer is None else [found.tokenizer])):
        if not path.is_file():
            raise WeightsError(f"{path} is missing, get it again with phrasegon fetch {entry.name}.")
    if found.weights.stat().st_size != record.size:
        raise WeightsError(f"{found.weights} is damaged, get it again with phrasegon fetch {entry.name}.")
    return found


def _given(model: Model, weights: Path) -> Checkpoint:
    if not weights.is_file():
        raise WeightsError(f"There is no weight file {weights}, check the path.")
    beside = weights.with_suffix(Path(model.tokenizer[0]).suffix)
    tokenizer = beside if beside.is_file() else _own(model).tokenizer
    return Checkpoint(weights, tokenizer, sha256_of(weights))
