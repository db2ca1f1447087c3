"""What a run's raster file comes from, and how it comes to be; any thread may ask for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Protocol

from ..errors import UserError
from ..translation import tr

Asked = Callable[[], bool]
"""Whether the user has cancelled."""
Told = Callable[[float], None]
"""Takes how much is done, 0..1."""


class Picture(Protocol):
    """A raster that becomes a file of this computer.

    Attributes:
        notes: what the user should know about the file, filled while it is made; translated sentences.
    """

    notes: list[str]

    def produce(self, cancelled: Asked, progress: Told) -> str:
        """Name of the file, as GDAL opens it; whole, or not at all.

        Raises:
            UserError: it cannot be read or written.
            Cancelled: the user ended it.
        """


class File:
    """A file that the engine reads itself."""

    def __init__(self, path: str) -> None:
        self._path, self.notes = path, list[str]()

    def produce(self, cancelled: Asked, progress: Told) -> str:  # noqa: ARG002 (it is there)
        """Its path."""
        return self._path


@contextmanager
def drafted(path: Path) -> Iterator[Path]:
    """Where to write a file that gets its name when it is whole, and goes when it is not.

    Raises:
        UserError: the folder cannot be written to.
    """
    draft = path.with_name(f"{path.stem}.part{path.suffix}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        yield draft
        draft.replace(path)
    except OSError as error:
        raise UserError(
            tr("{} cannot be written: make room or choose another folder.").format(path), str(error)
        ) from error
    finally:
        for left in (draft, Path(f"{draft}.aux.xml")):
            with suppress(OSError):  # what cannot be removed goes with the run's folder
                left.unlink()


def unreadable(name: str, detail: str = "") -> UserError:
    """The error of a raster that gives no pixels."""
    return UserError(
        tr("“{}” cannot be read: check that the source can be reached, or choose another raster.").format(name), detail
    )
