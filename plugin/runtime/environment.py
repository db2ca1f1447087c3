"""The environments of the engine that have been made: which there are, and which one counts."""

from __future__ import annotations

import hashlib
import json
import os
import time
from dataclasses import asdict, dataclass
from pathlib import Path

from .home import data_folder

ROOT = Path(__file__).resolve().parents[2]
REQUIREMENTS = ROOT / "requirements" / "engine.txt"
"""The lock: every package of the engine with its version and its hashes."""
RECORD = "phrasegon.json"


@dataclass(frozen=True)
class Environment:
    """A finished environment.

    Attributes:
        folder: where it lies.
        lock: hash of the lock that it was made from.
        accelerator: what its torch can compute on: ``cuda``, ``cpu`` or ``apple``.
        size: bytes on disk.
        made: seconds since 1970.
    """

    folder: Path
    lock: str
    accelerator: str
    size: int
    made: float

    @classmethod
    def now(cls, folder: Path, lock: str, accelerator: str, size: int) -> Environment:
        """One that has been finished in this moment."""
        return cls(folder, lock, accelerator, size, time.time())

    @property
    def python(self) -> Path:
        """Its interpreter."""
        return python_in(self.folder)


def python_in(folder: Path) -> Path:
    """The interpreter of a virtual environment."""
    return folder / "Scripts" / "python.exe" if os.name == "nt" else folder / "bin" / "python"


def environments_folder() -> Path:
    """Folder that holds them."""
    return data_folder() / "environments"


def lock_hash(requirements: Path = REQUIREMENTS) -> str:
    """What tells one lock from another. Line ends do not count."""
    text = requirements.read_text(encoding="utf-8")
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def environments(folder: Path | None = None) -> list[Environment]:
    """All finished environments, the newest first.

    Args:
        folder: where to look; None: in the data folder.
    """
    records = (folder or environments_folder()).glob(f"[!.]*/{RECORD}")
    found = [environment for environment in map(_read, records) if environment and environment.python.exists()]
    return sorted(found, key=lambda environment: environment.made, reverse=True)


def current(folder: Path | None = None, requirements: Path = REQUIREMENTS) -> Environment | None:
    """The environment that the engine runs in: the newest of this lock, else the newest of another one."""
    found = environments(folder)
    lock = lock_hash(requirements)
    return next((environment for environment in found if environment.lock == lock), found[0] if found else None)


def update_needed(folder: Path | None = None, requirements: Path = REQUIREMENTS) -> bool:
    """Whether there is an environment, but only one that was made for another version of Phrasegon."""
    environment = current(folder, requirements)
    return environment is not None and environment.lock != lock_hash(requirements)


def write_record(environment: Environment, folder: Path) -> None:
    """Declare an environment finished, while it still lies in another folder.

    Raises:
        OSError: the record cannot be written.
    """
    content = {name: value for name, value in asdict(environment).items() if name != "folder"}
    (folder / RECORD).write_text(json.dumps(content), encoding="utf-8")


def _read(record: Path) -> Environment | None:
    try:
        content = json.loads(record.read_text(encoding="utf-8"))
        return Environment(folder=record.parent, **content)
    except (OSError, ValueError, TypeError):  # a record of another version of Phrasegon
        return None
