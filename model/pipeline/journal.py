"""Finished tiles on disk, so that a run that was killed goes on where it was and ends with the same bytes.

A journal is a SQLite file in a folder of its own. Every batch is kept there as the mosaic takes it, so that replaying
the journal gives the very raster that computing gave. What is kept is on the disk, and not only on its way there, with
every batch; where the disk is slower than the network, with every few.
"""

from __future__ import annotations

import json
import math
import sqlite3
import time
import zlib
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

import numpy as np
import pyarrow as pa
from numpy.typing import NDArray

from ..errors import OptionError, OutputError
from .batches import Answer

_FILE = "run.sqlite"
_SIDECARS = (f"{_FILE}-journal", f"{_FILE}-wal", f"{_FILE}-shm")
_SHARE = 9
"""So many times as long as it took the disk to hold what is finished, the next batches may wait for that."""
_TABLES = """
    CREATE TABLE run (about TEXT NOT NULL, batch INTEGER NOT NULL, tiles INTEGER NOT NULL);
    CREATE TABLE batches (
        done INTEGER PRIMARY KEY, numbers TEXT NOT NULL, failed TEXT NOT NULL, shape TEXT NOT NULL,
        presence TEXT NOT NULL, content BLOB NOT NULL, checksum INTEGER NOT NULL
    );
"""

About = Mapping[str, Any]
"""All that the probabilities of a run depend on, under names for people; what JSON can hold."""


class Journal:
    """What a run has finished so far. A context manager that closes the file; one process at a time.

    Args:
        folder: where it lies; made with the first batch. Only files of its own are touched.
        about: says which run it is.
        batch: most tiles of a batch, if the run is a new one.
        tiles: how many the plan has.

    Attributes:
        done: how many tiles of the plan lie behind.
        batch: most tiles of a batch; a run that is taken up keeps what it began with.

    Raises:
        OptionError: the folder holds a run of something else.
        OutputError: the folder cannot be written to, or another process works in it.
    """

    def __init__(self, folder: Path, about: About, batch: int, tiles: int) -> None:
        self._folder, self._about, self.batch = folder, json.loads(json.dumps(about)), batch
        self._tiles = tiles
        self._base: sqlite3.Connection | None = None
        self._due = 0.0
        self.done = 0
        if (folder / _FILE).is_file():
            with _explained(self._folder):
                self._take_up()

    def answers(self) -> Iterator[Answer]:
        """The batches that are kept, in their order; what is damaged, and all that follows it, is forgotten."""
        if self._base is None:
            return
        self.done = 0
        with _explained(self._folder):
            kept = self._base.execute("SELECT done FROM batches ORDER BY done").fetchall()
        for key in kept:
            with _explained(self._folder):
                row = self._base.execute("SELECT * FROM batches WHERE done = ?", key).fetchone()
            answer = _unpacked(*row)
            if answer is None:
                break
            self.done = answer.done
            yield answer
        with _explained(self._folder), self._base:
            self._base.execute("DELETE FROM batches WHERE done > ?", (self.done,))

    def keep(self, answer: Answer) -> None:
        """Keep a batch, before it goes into the rasters.

        Raises:
            OutputError: the disk is full.
        """
        with _explained(self._folder):
            base = self._base or self._begin()
            base.execute("INSERT INTO batches VALUES (?, ?, ?, ?, ?, ?, ?)", _packed(answer))
            if time.monotonic() >= self._due:
                self._commit(base)
        self.done = answer.done

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._base is not None:
            with _explained(self._folder), closing(self._base):
                self._base.commit()

    def _take_up(self) -> None:
        base = _connected(self._folder / _FILE)
        run = _run_in(base, whole=True)
        if run is None:
            base.close()
            clear(self._folder)
            return
        kept, self.batch, self.done = run.about, run.batch, run.done
        changed = [name for name in {**kept, **self._about} if kept.get(name) != self._about.get(name)]
        if changed:
            base.close()
            raise OptionError(
                f"{self._folder} holds an unfinished run with another {' and '.join(changed)}: give what that one had, "
                "or begin anew."
            )
        self._base = base

    def _begin(self) -> sqlite3.Connection:
        self._folder.mkdir(parents=True, exist_ok=True)
        base = _connected(self._folder / _FILE)
        self._base = base
        _set_up(base)
        base.executescript(_TABLES)
        base.execute("INSERT INTO run VALUES (?, ?, ?)", (json.dumps(self._about), self.batch, self._tiles))
        return base

    def _commit(self, base: sqlite3.Connection) -> None:
        start = time.monotonic()
        base.commit()
        end = time.monotonic()
        self._due = end + _SHARE * (end - start)


def tiles_done(folder: Path) -> tuple[int, int]:
    """How many tiles an unfinished run in a folder has behind it and in all; 0 and 0 if there is none.

    Raises:
        OutputError: the run goes on in another process.
    """
    if not (folder / _FILE).is_file():
        return 0, 0
    with _explained(folder), closing(_connected(folder / _FILE)) as base:
        run = _run_in(base, whole=False)  # which takes a moment, however much is kept
    return (0, 0) if run is None else (run.done, run.tiles)


def clear(folder: Path) -> None:
    """Remove a journal, and its folder if nothing else lies there.

    Raises:
        OSError: a file cannot be removed.
    """
    for name in (_FILE, *_SIDECARS):
        (folder / name).unlink(missing_ok=True)
    if folder.is_dir() and not any(folder.iterdir()):
        folder.rmdir()


@contextmanager
def _explained(folder: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.OperationalError as error:
        if "locked" in str(error):
            raise OutputError(f"Another run is at work in {folder}: let it end, or choose another output.") from error
        raise _unwritable(folder, str(error)) from error
    except OSError as error:
        raise _unwritable(folder, error.strerror or str(error)) from error


def _unwritable(folder: Path, reason: str) -> OutputError:
    return OutputError(
        f"What is finished cannot be kept in {folder} ({reason}): make room there or choose another folder."
    )


def _connected(path: Path) -> sqlite3.Connection:
    # The thread that writes is not the one that opened it; they take turns.
    return sqlite3.connect(path, timeout=1.0, check_same_thread=False)


def _set_up(base: sqlite3.Connection) -> None:
    for setting in ("page_size = 65536", "locking_mode = EXCLUSIVE", "journal_mode = TRUNCATE", "synchronous = FULL"):
        base.execute(f"PRAGMA {setting}")


class _Run(NamedTuple):
    """What a journal is about, its tiles a batch, and how many tiles are done and there are."""

    about: dict[str, Any]
    batch: int
    done: int
    tiles: int


def _run_in(base: sqlite3.Connection, *, whole: bool) -> _Run | None:
    """What a journal tells of its run; None if it holds nothing, or is damaged as far as it is looked at."""
    try:
        _set_up(base)
        base.execute("BEGIN EXCLUSIVE")  # from here on nobody else can work with it
        base.commit()
        if whole and base.execute("PRAGMA quick_check").fetchone() != ("ok",):
            return None
        about, batch, tiles = base.execute("SELECT about, batch, tiles FROM run").fetchone()
        (done,) = base.execute("SELECT coalesce(max(done), 0) FROM batches").fetchone()
        return _Run(json.loads(about), batch, done, tiles)
    except sqlite3.OperationalError as error:
        if "no such" not in str(error):
            raise
        return None  # it was broken off before it held anything
    except (sqlite3.DatabaseError, TypeError, ValueError):
        return None


def _packed(answer: Answer) -> tuple[int, str, str, str, str, bytes, int]:
    content: bytes = pa.compress(np.ascontiguousarray(answer.values), codec="lz4", asbytes=True)
    texts = answer.numbers, answer.failed, answer.values.shape, answer.presence.tolist()
    numbers, failed, shape, presence = map(json.dumps, texts)
    checksum = _checksum(numbers, failed, shape, presence, content)
    return answer.done, numbers, failed, shape, presence, content, checksum


def _unpacked(
    done: int, numbers: str, failed: str, shape: str, presence: str, content: bytes, checksum: int
) -> Answer | None:
    """The batch, or None if it is not what was kept."""
    if _checksum(numbers, failed, shape, presence, content) != checksum:
        return None
    size = tuple(json.loads(shape))
    flat = pa.decompress(content, decompressed_size=math.prod(size), codec="lz4", asbytes=True)
    values: NDArray[np.uint8] = np.frombuffer(flat, np.uint8).reshape(size)
    told = np.array(json.loads(presence), np.uint8).reshape(size[:2])
    return Answer(tuple(json.loads(numbers)), values, told, done, tuple(json.loads(failed)))


def _checksum(numbers: str, failed: str, shape: str, presence: str, content: bytes) -> int:
    return zlib.crc32(content, zlib.crc32(f"{numbers}{failed}{shape}{presence}".encode()))
