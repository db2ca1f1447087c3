"""What was fetched, from where, and which bytes: a small JSON file beside the weights of each model in the store."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from ..errors import WeightsError

RECORD = "record.json"


@dataclass(frozen=True)
class Original:
    """A file as its source gave it.

    Attributes:
        path: its path in the repository; its address if it comes from another repository; or the local path it was
            read from.
        size: in bytes.
        sha256: its hash.
    """

    path: str
    size: int
    sha256: str


@dataclass(frozen=True)
class Record:
    """The origin and the present files of an entry in the store.

    Attributes:
        name: name in the catalogue.
        repository: repository on the Hugging Face Hub; None if the files were given by the user.
        revision: commit of that repository.
        licence: licence the user was told.
        originals: the files as the source gave them.
        weights: name of the converted weight file.
        tokenizer: name of the tokenizer file; None for a part, which has none.
        size: bytes of the converted weight file.
        sha256: hash of the converted weight file.
        date: when it was fetched, ISO 8601 in UTC.
    """

    name: str
    repository: str | None
    revision: str | None
    licence: str
    originals: tuple[Original, ...]
    weights: str
    tokenizer: str | None
    size: int
    sha256: str
    date: str

    def write(self, path: Path) -> None:
        """Write as JSON."""
        path.write_text(json.dumps(asdict(self), indent=2) + "\n", encoding="utf-8")


def read_record(folder: Path) -> Record | None:
    """The record of a model's folder in the store, None if the model was never fetched.

    Raises:
        WeightsError: the record is there and cannot be understood.
    """
    path = folder / RECORD
    try:
        fields = json.loads(path.read_text(encoding="utf-8"))
        originals = tuple(Original(**original) for original in fields.pop("originals"))
        return Record(originals=originals, **fields)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
        raise WeightsError(f"{path} cannot be read, delete the folder {folder} and fetch the model again.") from error
