"""Checked files -> a model in the store.

The record is written last: until then the store shows what it showed before.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from sentencepiece import SentencePieceProcessor

from ..errors import WeightsError
from .convert import Check, convert
from .digest import sha256_of
from .record import RECORD, Original, Record
from .store import Checkpoint, folder_of


@dataclass(frozen=True)
class Origin:
    """Where files to install come from; repository and revision are None for files the user gave."""

    repository: str | None
    revision: str | None
    licence: str
    originals: tuple[Original, ...]


def install(name: str, weights: Path, tokenizer: Path, origin: Origin, *, check: Check | None) -> Checkpoint:
    """Convert a model's weight file and put it with its tokenizer into the store, in place of what was there.

    Args:
        name: name in the catalogue.
        weights: weight file in any form that ``convert`` takes.
        tokenizer: SentencePiece model.
        origin: what the record shall say.
        check: refuses weights that do not fit the network.

    Raises:
        WeightsError: a file is refused; the store is as it was.
    """
    check_tokenizer(tokenizer)
    folder = folder_of(name)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".incoming-") as incoming:
        new_weights, new_tokenizer = Path(incoming) / "weights", Path(incoming) / "tokenizer"
        convert(weights, new_weights, check=check)
        shutil.copyfile(tokenizer, new_tokenizer)
        sha256 = sha256_of(new_weights)
        record = Record(
            name=name,
            repository=origin.repository,
            revision=origin.revision,
            licence=origin.licence,
            originals=origin.originals,
            # The hash in the name lets new files lie beside the old ones until the record turns to them.
            weights=f"weights-{sha256[:12]}.safetensors",
            tokenizer=f"tokenizer-{sha256_of(new_tokenizer)[:12]}.spm",
            size=new_weights.stat().st_size,
            sha256=sha256,
            date=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        )
        record.write(Path(incoming) / RECORD)
        new_weights.replace(folder / record.weights)
        new_tokenizer.replace(folder / record.tokenizer)
        (Path(incoming) / RECORD).replace(folder / RECORD)
    _remove_others(folder, record)
    return Checkpoint(folder / record.weights, folder / record.tokenizer, record.sha256)


def check_tokenizer(path: Path) -> None:
    """Open a tokenizer file to see that it is one.

    Raises:
        WeightsError: it is missing or no SentencePiece model.
    """
    if not path.is_file():
        raise WeightsError(f"There is no tokenizer file {path}, check the path.")
    try:
        SentencePieceProcessor(model_file=str(path))
    except (RuntimeError, OSError) as error:
        raise WeightsError(f"{path} is damaged or no SentencePiece model, get it again.") from error


def _remove_others(folder: Path, record: Record) -> None:
    """Old files, and what a killed process may have left."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in {record.weights, record.tokenizer, RECORD}:
            with contextlib.suppress(PermissionError):  # Windows keeps a file that another process has mapped
                path.unlink()
