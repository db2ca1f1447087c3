"""Runs that outlive QGIS: what is needed to go on lies beside the journal until the run has ended. Any thread."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import time
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from qgis.PyQt.QtCore import QLockFile

from ...protocol import ProtocolError, Recall, Recalled, Request, decode, encode
from ...protocol.version import version
from ..errors import Cancelled, UserError
from ..runtime.engine import Engine, EngineFailed
from ..runtime.folders import delete_if_empty
from ..runtime.home import data_folder

_RECORD, _JOURNAL = "run.json", "journal"
_NAME = re.compile(r"[0-9a-f]{32}")
_ENGINE_GOES_S = 8.0
"""So long the engine of a QGIS that was killed may still hold its journal."""
_PAUSE_S = 0.3


@dataclass(frozen=True)
class Record:
    """What is needed to go on with a run.

    Attributes:
        request: of the engine.
        notes: what the user should know about the raster, translated sentences.
        raster: identifier of the raster's layer.
        crs: of the raster, as WKT; empty for none.
        folder: where the run has its temporary files.
        temporary: whether the polygons go to a temporary layer.
    """

    request: Request
    notes: tuple[str, ...]
    raster: str
    crs: str
    folder: Path
    temporary: bool


class Kept:
    """A run's place in the data folder; the QGIS that works on the run holds its lock.

    Args:
        place: folder of all such places.
        name: of this one; empty: a new one.
    """

    def __init__(self, place: Path, name: str = "") -> None:
        self._place = place
        self._folder = place / (name or uuid.uuid4().hex)
        # Beside the folder, so that whoever looks for leftovers never meets a folder that is about to be locked.
        self._lock = QLockFile(f"{self._folder}.lock")
        self._lock.setStaleLockTime(0)  # only the end of its process makes a lock stale, never its age

    @property
    def journal(self) -> Path:
        """Folder of the engine's journal."""
        return self._folder / _JOURNAL

    def claim(self) -> bool:
        """Hold it from now on; False: another QGIS does, or it cannot be written to."""
        return bool(self._lock.isLocked() or self._lock.tryLock(0))

    def write(self, record: Record) -> None:
        """Hold it, and write down what is needed to go on.

        Raises:
            OSError: the data folder cannot be written to.
        """
        self._place.mkdir(parents=True, exist_ok=True)
        if not self.claim():
            raise OSError(f"{self._folder} cannot be locked")
        self._folder.mkdir(exist_ok=True)
        draft = self._folder / f"{_RECORD}.part"
        draft.write_text(json.dumps(_packed(record)), encoding="utf-8")
        draft.replace(self._folder / _RECORD)

    def read(self) -> Record | None:
        """What was written down; None: nothing, or by another version, whose runs no other goes on with."""
        try:
            return _unpacked(json.loads((self._folder / _RECORD).read_text(encoding="utf-8")))
        except (OSError, ValueError, KeyError, TypeError, ProtocolError):
            return None

    def remove(self) -> None:
        """The run has ended: nothing of it is kept. A second time does nothing."""
        with contextlib.suppress(OSError):
            (self._folder / _RECORD).unlink()  # first, so that a folder that cannot go is at least none to go on with
        shutil.rmtree(self._folder, ignore_errors=True)
        self._lock.unlock()
        delete_if_empty(self._place)

    def release(self) -> None:
        """Leave it to the next QGIS."""
        self._lock.unlock()


@dataclass(frozen=True)
class Leftover:
    """A run that was broken off with its QGIS, and that this QGIS holds now.

    Attributes:
        kept: its place.
        record: what is needed to go on.
        recalled: how far it has come.
        made: when it was begun, or gone on with, seconds since 1970.
    """

    kept: Kept
    record: Record
    recalled: Recalled
    made: float


def kept_runs() -> Path:
    """Folder of the runs that outlive QGIS; need not exist."""
    return data_folder() / "runs"


def leftovers(place: Path, engine: Engine, cancelled: Callable[[], bool] = lambda: False) -> list[Leftover]:
    """Take the runs that no living QGIS owns, the newest first; those that nobody can go on with are removed.

    Args:
        place: folder of the runs.
        engine: tells how far they have come.
        cancelled: asked about ten times a second.

    Raises:
        OSError: the folder cannot be read.
    """
    if not place.is_dir():
        return []
    found = []
    for name in sorted({entry.name.partition(".")[0] for entry in place.iterdir()}):
        if cancelled():
            break
        leftover = _taken(place, name, engine, cancelled) if _NAME.fullmatch(name) else None
        if leftover is not None:
            found.append(leftover)
    return sorted(found, key=lambda leftover: leftover.made, reverse=True)


def _taken(place: Path, name: str, engine: Engine, cancelled: Callable[[], bool]) -> Leftover | None:
    kept = Kept(place, name)
    if not kept.claim():
        return None
    record = kept.read()
    if record is None or not _sources_there(record):
        kept.remove()
        return None
    recalled = _recalled(kept.journal, engine, cancelled)
    if recalled is None:
        kept.release()
        return None
    if not recalled.tiles_done:
        kept.remove()
        return None
    return Leftover(kept, record, recalled, (place / name / _RECORD).stat().st_mtime)


def _sources_there(record: Record) -> bool:
    """Whether the run's temporary files are there; a file of the user's may lie on a drive that comes back."""
    sources = [Path(each) for each in (record.request.scene, record.request.aoi) if each is not None]
    return all(each.is_file() for each in sources if record.folder in each.parents)


def _recalled(journal: Path, engine: Engine, cancelled: Callable[[], bool]) -> Recalled | None:
    """How far a run has come; None: nobody can tell now, such as while the engine of a QGIS that was killed lives."""
    deadline = time.monotonic() + _ENGINE_GOES_S
    while True:
        try:
            answer = engine.ask(Recall(str(journal)), cancelled=cancelled)
        except EngineFailed as error:
            if error.failure.error != "OutputError" or time.monotonic() > deadline:
                return None
            time.sleep(_PAUSE_S)
        except (Cancelled, UserError):
            return None
        else:
            return answer if isinstance(answer, Recalled) else None


def _packed(record: Record) -> dict[str, object]:
    return {
        "version": version(),
        "request": encode(record.request),
        "notes": record.notes,
        "raster": record.raster,
        "crs": record.crs,
        "folder": str(record.folder),
        "temporary": record.temporary,
    }


def _unpacked(content: dict[str, object]) -> Record | None:
    _, request = decode(str(content["request"]))
    if content["version"] != version() or not isinstance(request, Request):
        return None
    return Record(
        request,
        tuple(map(str, content["notes"])) if isinstance(content["notes"], list) else (),
        str(content["raster"]),
        str(content["crs"]),
        Path(str(content["folder"])),
        bool(content["temporary"]),
    )
