"""Checked files -> a model in the store.

The record is written last: until then the store shows what it showed before.
"""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timezone
from pathlib import Path

from sentencepiece import SentencePieceProcessor
from tokenizers import Tokenizer

from ..errors import WeightsError
from .catalogue import Entry
from .convert import Arrange, Check, convert
from .digest import sha256_of
from .record import RECORD, Original, Record
from .store import JSON, SENTENCEPIECE, Checkpoint, checkpoint_of, folder_of


@dataclass(frozen=True)
class Origin:
    """Where files to install come from; repository and revision are None for files the user gave."""

    repository: str | None
    revision: str | None
    licence: str
    originals: tuple[Original, ...]


Put = Callable[[Entry, Path, "Path | None", Origin], Checkpoint]
"""``install`` with what the network says of its tensors."""


def install(
    entry: Entry, weights: Path, tokenizer: Path | None, origin: Origin, *, check: Check | None, arrange: Arrange | None
) -> Checkpoint:
    """Convert a weight file and put it with its tokenizer into the store, in place of what was there.

    Args:
        entry: of the catalogue.
        weights: weight file in any form that ``convert`` takes.
        tokenizer: of the kind that the catalogue names; None for a part.
        origin: what the record shall say.
        check: refuses weights that do not fit the network.
        arrange: makes the network's own tensors of the released ones.

    Raises:
        WeightsError: a file is refused; the store is as it was.
    """
    if tokenizer is not None:
        check_tokenizer(tokenizer, entry)
    folder = folder_of(entry.name)
    folder.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=folder, prefix=".incoming-") as incoming:
        new_weights, new_tokenizer = Path(incoming) / "weights", Path(incoming) / "tokenizer"
        convert(weights, new_weights, check=check, arrange=arrange)
        sha256 = sha256_of(new_weights)
        # The hash in the name lets new files lie beside the old ones until the record turns to them.
        names = {new_weights: f"weights-{sha256[:12]}.safetensors"}
        if tokenizer is not None:
            shutil.copyfile(tokenizer, new_tokenizer)
            names[new_tokenizer] = f"tokenizer-{sha256_of(tokenizer)[:12]}{_suffix(tokenizer)}"
        record = Record(
            name=entry.name,
            repository=origin.repository,
            revision=origin.revision,
            licence=origin.licence,
            originals=origin.originals,
            weights=names[new_weights],
            tokenizer=names.get(new_tokenizer),
            size=new_weights.stat().st_size,
            sha256=sha256,
            date=datetime.now(timezone.utc).isoformat(timespec="seconds"),
        )
        record.write(Path(incoming) / RECORD)
        for path, name in names.items():
            path.replace(folder / name)
        (Path(incoming) / RECORD).replace(folder / RECORD)
    _remove_others(folder, record)
    return checkpoint_of(folder, record)


def check_tokenizer(path: Path, entry: Entry) -> None:
    """Open a tokenizer file to see that it is one of the kind that an entry takes.

    Raises:
        WeightsError: it is missing or of no or another kind.
    """
    if not path.is_file():
        raise WeightsError(f"There is no tokenizer file {path}, check the path.")
    if not entry.tokenizer:
        raise WeightsError(f"{entry.name} answers no phrase and takes no tokenizer, leave it out.")
    wanted = Path(entry.tokenizer[0])
    if _suffix(wanted) != _suffix(path):
        raise WeightsError(f"{entry.name} takes a tokenizer of another kind than {path}, give its {wanted}.")
    try:
        _open(path)
    except (ValueError, RuntimeError, OSError) as error:
        kind = "tokenizer.json" if _suffix(path) == JSON else "SentencePiece model"
        raise WeightsError(f"{path} is damaged or no {kind}, get it again.") from error


def _open(path: Path) -> None:
    if _suffix(path) == JSON:
        Tokenizer.from_buffer(path.read_bytes())
    else:
        SentencePieceProcessor(model_file=str(path))


def _suffix(tokenizer: Path) -> str:
    """What the file is called in the store: SentencePiece models have many endings elsewhere."""
    return JSON if tokenizer.suffix == JSON else SENTENCEPIECE


def _remove_others(folder: Path, record: Record) -> None:
    """Old files, and what a killed process may have left."""
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path)
        elif path.name not in {record.weights, record.tokenizer, RECORD}:
            with contextlib.suppress(PermissionError):  # Windows keeps a file that another process has mapped
                path.unlink()
