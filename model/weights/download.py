"""One file from the Hugging Face Hub to disk: resumed where an earlier try stopped, and checked against its hash.

``huggingface_hub.hf_hub_download`` throws away what an interrupted call had received; at several gigabytes that is
worth keeping, so its own transfer function is used here on a partial file that outlives the call.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path
from types import TracebackType

from huggingface_hub.file_download import http_get

from ..errors import WeightsError
from .digest import sha256_of
from .hub import RemoteFile

Report = Callable[[int], None]
"""Gets the bytes of this file that are on disk so far. May raise to cancel; what has arrived stays for the next try."""


def download(file: RemoteFile, folder: Path, *, sha256: str | None, report: Report) -> tuple[Path, str]:
    """Download one file into ``folder``.

    Args:
        file: what to download.
        folder: where the file and, until it is complete, its partial file lie; one folder a commit.
        sha256: the hash it must have; None if nobody knows it beforehand.
        report: called as bytes arrive.

    Returns:
        The file and its hash.

    Raises:
        WeightsError: the file that came is not the one expected; it is deleted.
        httpx2.HTTPError: the connection failed, also after some tries.
        OSError: the disk is full or cannot be written.
    """
    complete = folder / file.name
    folder.mkdir(parents=True, exist_ok=True)
    if not complete.is_file():
        unfinished = folder / f"{file.name}.partial"
        _transfer(file, unfinished, report)
        unfinished.replace(complete)
    report(file.size)
    found = sha256_of(complete)
    if complete.stat().st_size != file.size or sha256 not in {None, found}:
        complete.unlink()
        raise WeightsError(
            f"{file.url} is not the expected file (its size or SHA-256 differs) and was deleted, try again and do not "
            f"trust that source if it happens twice."
        )
    return complete, found


def _transfer(file: RemoteFile, unfinished: Path, report: Report) -> None:
    with unfinished.open("ab") as target:
        if target.tell() >= file.size:  # killed between the last byte and the new name, or the wrong file
            return
        http_get(
            file.url,
            target,
            resume_size=target.tell(),
            headers={"Accept-Encoding": "identity"},  # a compressed answer could not be resumed,
            tqdm_class=partial(_Meter, report),  # type: ignore[arg-type]  # anything that mimics tqdm does
        )


class _Meter:
    """The few members of a progress bar that the transfer needs; counts instead of drawing."""

    def __init__(self, report: Report, *, initial: int = 0, **_: object) -> None:
        self._report = report
        self._done = initial

    def __enter__(self) -> _Meter:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to close."""

    def update(self, count: int) -> None:
        """More bytes arrived; fewer than none if the server began again."""
        self._done += count
        self._report(self._done)
