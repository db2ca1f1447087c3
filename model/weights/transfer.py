"""All files of an offer to disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

from .download import download
from .hub import Offer, RemoteFile, hub_errors
from .record import Original
from .store import home

Progress = Callable[[int, int], None]
"""Gets the bytes downloaded so far and in all. May raise to cancel; the next fetch goes on from there."""


def transfer(offer: Offer, expected: dict[str, str | None], progress: Progress | None) -> list[tuple[Path, Original]]:
    """Download an offer's files, in their order, each with what the record shall say of it.

    Args:
        offer: what was agreed to.
        expected: hash that each file must have by its address; None where nobody knows it beforehand.
        progress: called as bytes arrive.

    Raises:
        WeightsError: a file cannot be had or is not the one expected.
    """
    files, before = [], 0
    for file in offer.files:
        report = partial(_report, progress, before, offer.total_bytes)
        with hub_errors(offer.name, file.repository, offer.revision):
            path, sha256 = download(file, _folder(offer), sha256=expected[file.url], report=report)
        files.append((path, Original(place(file, offer), file.size, sha256)))
        before += file.size
    return files


def place(file: RemoteFile, offer: Offer) -> str:
    """How the record names a file: by its path in the offer's repository, or by its address in another one."""
    return file.path if file.repository == offer.repository else file.url


def bytes_on_disk(offer: Offer) -> int:
    """What an earlier try has left of it."""
    return sum(path.stat().st_size for path in _folder(offer).glob("*"))


def forget(offer: Offer) -> None:
    """Delete what was downloaded."""
    shutil.rmtree(_folder(offer).parent)


def _report(progress: Progress | None, before: int, total: int, done: int) -> None:
    if progress is not None:
        progress(before + done, total)


def _folder(offer: Offer) -> Path:
    return home() / "downloads" / offer.name / offer.revision
