"""The folder that a batch writes, and what of it is finished."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, TypeVar

import pystac
from filelock import FileLock, Timeout

from ..errors import OutputError
from . import stac
from .sources import Known, Source, stamp_of

_LOCK, _RUNS = ".lock", ".runs"
_Kind = TypeVar("_Kind", pystac.Item, pystac.Collection)


class Results:
    """A folder of results.

    A scene is finished when its item is there, which is put there last. The collection is brought up to date when a
    batch begins and when it ends; one that was killed leaves it to the next.

    Args:
        path: the folder; it may not be there yet.
        parameters: all that results depend on besides the scene, as JSON has it.

    Attributes:
        path: the folder.

    Raises:
        OutputError: the folder holds something else, or results of other parameters, or there is no place for it.
    """

    def __init__(self, path: Path, parameters: Mapping[str, Any]) -> None:
        self.path, self._parameters = path, parameters
        self._collection = path / stac.COLLECTION
        self._name = f"phrasegon-{path.resolve().name}"
        if path.exists() and not path.is_dir():
            raise OutputError(f"{path} is a file: give the name of a folder.")
        if not path.parent.is_dir():
            raise OutputError(f"There is no folder {path.parent}: create it, or write to another one.")
        if self._collection.exists():
            self._take_up()
        elif path.exists() and any(not entry.name.startswith(".") for entry in path.iterdir()):
            raise OutputError(f"{path} holds files of something else: choose an empty or a new folder.")
        files = sorted((path / stac.ITEMS).glob("*.json"))
        self._items = {file.stem: _read(pystac.Item, file) for file in files}

    @property
    def known(self) -> dict[str, Known]:
        """The scenes that have items, by name."""
        return {name: stac.known_of(item, self.path) for name, item in self._items.items()}

    def has(self, source: Source) -> bool:
        """Whether a scene is finished: nothing of it failed, its file has not changed, and its polygons are there."""
        item = self._items.get(source.name)
        if item is None or item.properties.get(stac.FAILED) != 0:
            return False
        unchanged = stac.known_of(item, self.path).stamp == stamp_of(source.path)
        return unchanged and self._place(source, stac.POLYGONS).is_file()

    @contextmanager
    def being_written(self) -> Iterator[None]:
        """The folder is there, and no other run writes to it, as long as the block lasts.

        Raises:
            OutputError: it cannot be made, or another run writes to it.
        """
        new = not self.path.exists()
        with explained(self.path):
            self.path.mkdir(exist_ok=True)
        try:
            with self._locked():
                self._save_collection()  # from now on the folder says of what parameters it is
                try:
                    yield
                finally:
                    self._settle()
        finally:
            if new:
                with suppress(OSError):
                    self.path.rmdir()  # if nothing is in it

    def journal_of(self, source: Source) -> Path:
        """Where a run on a scene keeps what it has finished."""
        return self.path / _RUNS / source.name

    def put(self, source: Source, staged: Mapping[str, Path], item: pystac.Item) -> None:
        """Put the files of a finished scene in their places, each whole, and its item last.

        Args:
            source: the scene.
            staged: files on the file system of the folder, by asset: ``polygons``, ``failed_tiles``, and
                ``probability_`` with the number of a phrase.
            item: what tells of the scene; it is told of the files.

        Raises:
            OutputError: they cannot be put there.
        """
        with explained(self.path):
            written = self.path / stac.ITEMS / f"{source.name}.json"
            written.unlink(missing_ok=True)
            self._place(source, stac.FAILED_TILES).unlink(missing_ok=True)  # of an earlier run
            for key, file in staged.items():
                place = self._place(source, key, file.name)
                place.parent.mkdir(parents=True, exist_ok=True)
                file.replace(place)
                stac.add_file(item, key, self.path, place)
            written.parent.mkdir(exist_ok=True)
            stac.link_to(item, self._name)
            stac.save(item, written)
        self._items[source.name] = item

    def _place(self, source: Source, key: str, name: str = "") -> Path:
        """Where a file of a scene lies."""
        if key == stac.POLYGONS:
            return self.path / key / f"scene={source.name}" / "part-0.parquet"
        if key == stac.FAILED_TILES:
            return self.path / key / f"{source.name}.parquet"
        return self.path / "probability" / source.name / name

    def _take_up(self) -> None:
        """Learn what the collection says.

        Raises:
            OutputError: it is of other parameters.
        """
        collection = _read(pystac.Collection, self._collection)
        parameters = collection.extra_fields.get(stac.PARAMETERS)
        if not isinstance(parameters, dict):
            raise OutputError(f"{self.path} holds a collection of something else: choose an empty or a new folder.")
        others = [key for key in {**parameters, **self._parameters} if parameters.get(key) != self._parameters.get(key)]
        if others:
            differing = ", ".join(key.replace("_", " ") for key in others)
            raise OutputError(f"{self.path} holds results of other parameters ({differing}): choose another folder.")
        self._name = collection.id

    def _settle(self) -> None:
        """The collection links all items; where nothing was finished and nothing begun, there is none."""
        with suppress(OSError):
            (self.path / _RUNS).rmdir()  # if nothing is in it
        if self._items or (self.path / _RUNS).exists():
            self._save_collection()
        else:
            self._collection.unlink(missing_ok=True)

    def _save_collection(self) -> None:
        with explained(self.path):
            items = [self._items[name] for name in sorted(self._items)]
            stac.save(stac.collection_of(self._name, items, self._parameters), self._collection)

    @contextmanager
    def _locked(self) -> Iterator[None]:
        lock = FileLock(self.path / _LOCK, timeout=0)
        with explained(self.path):
            try:
                lock.acquire()
            except Timeout:
                raise OutputError(f"Another run writes to {self.path}: wait until it has ended.") from None
        try:
            yield
        finally:
            lock.release()
            (self.path / _LOCK).unlink(missing_ok=True)


@contextmanager
def explained(folder: Path) -> Iterator[None]:
    """Say in one sentence what keeps a folder from being written to."""
    try:
        yield
    except OSError as error:
        raise OutputError(
            f"Results cannot be kept in {folder} ({error.strerror or error}): make room there or choose another folder."
        ) from error


def _read(kind: type[_Kind], path: Path) -> _Kind:
    """An item or the collection.

    Raises:
        OutputError: it cannot be understood.
    """
    try:
        return kind.from_dict(json.loads(path.read_text(encoding="utf-8")), preserve_dict=False)
    except (OSError, ValueError, KeyError, TypeError, AttributeError, pystac.STACError, pystac.STACTypeError) as error:
        raise OutputError(f"{path} cannot be understood: choose another folder.") from error
