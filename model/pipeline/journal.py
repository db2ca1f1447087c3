"""Finished batches on disk, so that a run that was killed goes on where it was and ends with the same bytes.

A batch is kept, with the network's answers bit by bit, until all rows of the probability raster that it touches are
finished; from then on those rows are kept in its place. So the folder holds little more than the raster will.
"""

from __future__ import annotations

import re
import zlib
from collections import deque
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from zipfile import BadZipFile

import numpy as np
from numpy.typing import NDArray

from ..errors import OutputError
from ..scene.tiles import TilePlan
from .batches import Answer

_KEY = "run.key"
_BATCH = re.compile(r"batch-(\d{12})-(\d{12})-(\d{12})\.npz")
_ROWS = re.compile(r"rows-(\d{4})-(\d{12})\.bin")
_PART = re.compile(r"\..+\.part")


class DamagedJournal(Exception):  # noqa: N818 (nobody hears of it: the run begins anew)
    """What the folder holds is not what was written there."""


@dataclass(frozen=True)
class _Kept:
    """A batch on disk: its tiles end at ``done``, begin at or after ``start``, and touch no row from ``bottom`` on."""

    path: Path
    start: int
    done: int
    bottom: int


class Journal:
    """What a run has finished so far.

    Args:
        folder: where it lies; made if it is not there. Only files of its own are touched.
        key: says which run it is; what the folder holds of another one is thrown away.
        plan: the tiles of the run.
        width: of the scene's grid, in pixels.

    Raises:
        OutputError: the folder cannot be written to.
    """

    def __init__(self, folder: Path, key: str, plan: TilePlan, width: int) -> None:
        self._folder, self._key, self._plan, self._width = folder, key, plan, width
        with self._explained():
            folder.mkdir(parents=True, exist_ok=True)
            path = folder / _KEY
            if not path.is_file() or path.read_text(encoding="ascii", errors="replace") != key:
                self.begin()
            found = [(file, _BATCH.fullmatch(file.name)) for file in sorted(folder.iterdir())]
        self._batches = deque(_Kept(file, *map(int, match.groups())) for file, match in found if match)

    def begin(self) -> None:
        """Forget everything; the run begins anew."""
        with self._explained():
            clear(self._folder)
            self._write(_KEY, self._key.encode("ascii"))
        self._batches = deque()

    def answers(self) -> Iterator[Answer]:
        """The batches that are kept, in their order.

        Raises:
            DamagedJournal: they are not what was written.
        """
        before = None
        for batch in tuple(self._batches):
            if before not in (None, batch.start):
                raise DamagedJournal
            before = batch.done
            yield self._read(batch)

    def rows(self, phrase: int) -> Iterator[NDArray[np.uint8]]:
        """Finished rows of a phrase's raster, uint8 (n, width), from the top down.

        Raises:
            DamagedJournal: they are not what was written.
        """
        top = 0
        for path in sorted(self._folder.glob(f"rows-{phrase:04d}-*.bin")):
            match = _ROWS.fullmatch(path.name)
            if match is None or int(match[2]) != top:
                raise DamagedJournal
            try:
                rows = np.frombuffer(zlib.decompress(path.read_bytes()), np.uint8).reshape(-1, self._width)
            except (zlib.error, OSError, ValueError) as error:
                raise DamagedJournal from error
            yield rows
            top += len(rows)

    def keep(self, answer: Answer) -> None:
        """Keep a batch, before it goes into the rasters.

        Raises:
            OutputError: the disk is full.
        """
        start = self._batches[-1].done if self._batches else 0
        last = self._plan[answer.numbers[-1]]
        bottom = int(last.row_off + last.height)
        path = self._folder / f"batch-{start:012d}-{answer.done:012d}-{bottom:012d}.npz"
        part = self._folder / f".{path.name}.part"
        with self._explained():
            with part.open("wb") as file:
                np.savez(
                    file,
                    numbers=np.array(answer.numbers, np.int64),
                    probability=answer.probability,
                    valid=np.packbits(answer.valid, axis=-1),
                )
            part.replace(path)
        self._batches.append(_Kept(path, start, answer.done, bottom))

    def keep_rows(self, phrase: int, top: int, rows: NDArray[np.uint8]) -> None:
        """Keep rows that no further batch touches.

        Raises:
            OutputError: the disk is full.
        """
        with self._explained():
            self._write(f"rows-{phrase:04d}-{top:012d}.bin", zlib.compress(rows.tobytes(), 1))

    def forget(self, top: int) -> None:
        """Drop batches that touch no row from ``top`` on, but for the last, which says how far the run has come."""
        with self._explained():
            while len(self._batches) > 1 and self._batches[0].bottom <= top:
                self._batches.popleft().path.unlink(missing_ok=True)

    def _read(self, batch: _Kept) -> Answer:
        try:
            with np.load(batch.path) as arrays:
                numbers, probability, valid = (arrays[name] for name in ("numbers", "probability", "valid"))
        except (OSError, ValueError, KeyError, EOFError, BadZipFile) as error:
            raise DamagedJournal from error
        whole = np.unpackbits(valid, axis=-1, count=probability.shape[-1]).astype(np.bool_)
        return Answer(tuple(map(int, numbers)), probability, whole, batch.done)

    def _write(self, name: str, content: bytes) -> None:
        part = self._folder / f".{name}.part"
        part.write_bytes(content)
        part.replace(self._folder / name)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            raise OutputError(
                f"What is finished cannot be kept in {self._folder} ({error.strerror or error}): make room there or "
                "choose another folder."
            ) from error


def clear(folder: Path) -> None:
    """Remove a journal's files from its folder, the key first: without it, nobody takes what is left for a whole run.

    Raises:
        OSError: a file cannot be removed.
    """
    (folder / _KEY).unlink(missing_ok=True)
    for path in folder.iterdir():
        if any(pattern.fullmatch(path.name) for pattern in (_BATCH, _ROWS, _PART)):
            path.unlink(missing_ok=True)
