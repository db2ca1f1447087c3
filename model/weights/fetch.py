"""``phrasegon fetch``: a model from the Hugging Face Hub, or from a file at hand, into the store."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from filelock import FileLock, Timeout

from ..errors import WeightsError
from .catalogue import HubFolder, Model, find
from .convert import INDEX, Check, shards_of
from .digest import sha256_of
from .download import download
from .hub import Offer, RemoteFile, hub_errors, make_offer
from .install import Origin, check_tokenizer, install
from .record import Original, Record, read_record
from .store import Checkpoint, folder_of, home

Confirm = Callable[[Offer], bool]
"""Shows the user what would be downloaded, under which licence, and returns whether to go on."""

Progress = Callable[[int, int], None]
"""Gets the bytes downloaded so far and in all. May raise to cancel; the next fetch goes on from there."""


def fetch(
    name: str,
    *,
    confirm: Confirm,
    file: Path | None = None,
    tokenizer: Path | None = None,
    revision: str | None = None,
    endpoint: str | None = None,
    progress: Progress | None = None,
    check: Check | None = None,
) -> Checkpoint:
    """Get a model: download or take a file at hand, check it, convert it to safetensors, put it into the store.

    Args:
        name: name in the catalogue.
        confirm: asked before a download; never for ``file``.
        file: a checkpoint at hand (see ``convert.convert``) instead of a download.
        tokenizer: a SentencePiece model at hand; without it, a file is searched for one in its own folder.
        revision: commit, tag or branch. None: the catalogue's; else the one fetched before, whose hashes must come
            out the same; else the newest.
        endpoint: address of the Hub or of a mirror; None for ``HF_ENDPOINT`` or the usual one.
        progress: called as bytes arrive.
        check: gets the shape of every tensor by name and raises WeightsError if they do not fit the network.

    Raises:
        ModelError: no such model.
        WeightsError: it cannot be had; the store is as it was.
    """
    model = find(name)
    if model.hub is None:
        raise WeightsError(f"{name} ships with Phrasegon, there is nothing to fetch.")
    if file is not None and (revision is not None or endpoint is not None):
        raise WeightsError("A file at hand has no revision or endpoint, leave them out.")
    if tokenizer is not None:
        check_tokenizer(tokenizer)  # before gigabytes are downloaded to go with it
    with _alone(name), _writing(home()):
        if file is not None:
            return _from_file(model, file, tokenizer, check)
        record = read_record(folder_of(name))
        offer = _offer(model, model.hub, record, revision, endpoint, wants_tokenizer=tokenizer is None)
        expected = {known.path: _expected_sha256(known, offer, model, record) for known in offer.files}
        _need_space(offer.total_bytes - _on_disk(_downloads(offer)) + sum(part.size for part in offer.weights))
        if not confirm(offer):
            raise WeightsError(f"{name} was not fetched because the download was declined.")
        return _from_hub(offer, expected, tokenizer, progress, check)


def quote(name: str, *, endpoint: str | None = None) -> Offer:
    """What ``fetch`` would download.

    Args:
        name: name in the catalogue.
        endpoint: address of the Hub or of a mirror; None for ``HF_ENDPOINT`` or the usual one.

    Raises:
        ModelError: no such model.
        WeightsError: its source cannot be reached, or does not hold it.
    """
    model = find(name)
    if model.hub is None:
        raise WeightsError(f"{name} ships with Phrasegon, there is nothing to fetch.")
    return _offer(model, model.hub, read_record(folder_of(name)), None, endpoint, wants_tokenizer=True)


def _offer(
    model: Model,
    hub: HubFolder,
    record: Record | None,
    revision: str | None,
    endpoint: str | None,
    *,
    wants_tokenizer: bool,
) -> Offer:
    wanted = revision or hub.revision or (record.revision if record else None)
    return make_offer(model, hub, wanted, folder_of(model.name), endpoint=endpoint, wants_tokenizer=wants_tokenizer)


def _from_hub(
    offer: Offer,
    expected: dict[str, str | None],
    tokenizer: Path | None,
    progress: Progress | None,
    check: Check | None,
) -> Checkpoint:
    paths, originals, before = [], [], 0
    for file in offer.files:
        report = partial(_report, progress, before, offer.total_bytes)
        with hub_errors(offer.name, offer.repository, offer.revision):
            path, sha256 = download(file, _downloads(offer), sha256=expected[file.path], report=report)
        paths.append(path)
        originals.append(Original(file.path, file.size, sha256))
        before += file.size
    vocabulary = paths[-1] if tokenizer is None else tokenizer
    origin = Origin(offer.repository, offer.revision, offer.licence, tuple(originals))
    try:
        checkpoint = install(offer.name, paths[0], vocabulary, origin, check=check)
    except WeightsError:
        shutil.rmtree(_downloads(offer).parent)  # what was refused once would be refused again
        raise
    shutil.rmtree(_downloads(offer).parent)
    return checkpoint


def _from_file(model: Model, file: Path, tokenizer: Path | None, check: Check | None) -> Checkpoint:
    if not file.is_file():
        raise WeightsError(f"There is no file {file}, check the path.")
    parts = shards_of(file) if file.name.endswith(INDEX) else [file]
    vocabulary = tokenizer or _tokenizer_beside(model, file)
    _need_space(sum(part.stat().st_size for part in parts))
    originals = tuple(Original(str(path), path.stat().st_size, sha256_of(path)) for path in (*parts, vocabulary))
    if model.sha256 not in {None, originals[0].sha256}:
        raise WeightsError(f"{file} is not the file known as {model.name} (its SHA-256 differs), get it again.")
    origin = Origin(None, None, model.licence, originals)
    return install(model.name, file, vocabulary, origin, check=check)


def _tokenizer_beside(model: Model, file: Path) -> Path:
    known = [file.parent / name for name in model.tokenizer]
    for path in (*known, *sorted(file.parent.glob("*.spm"))):
        if path.is_file():
            return path
    raise WeightsError(
        f"There is no tokenizer beside {file}, put {model.tokenizer[0]} there or give its path with --tokenizer."
    )


def _expected_sha256(file: RemoteFile, offer: Offer, model: Model, record: Record | None) -> str | None:
    """The one hash that the Hub, the catalogue and an earlier fetch of the same commit agree on; None if none says."""
    known = {file.sha256}
    if file == offer.weights[0]:
        known.add(model.sha256)
    if record is not None and record.revision == offer.revision:
        known.update(original.sha256 for original in record.originals if original.path == file.path)
    known.discard(None)
    if len(known) > 1:
        raise WeightsError(
            f"{file.url} is no longer the file it was (its SHA-256 differs from the one recorded), so it is not "
            f"downloaded; ask its authors what happened."
        )
    return next(iter(known), None)


def _report(progress: Progress | None, before: int, total: int, done: int) -> None:
    if progress is not None:
        progress(before + done, total)


def _downloads(offer: Offer) -> Path:
    return home() / "downloads" / offer.name / offer.revision


def _on_disk(folder: Path) -> int:
    return sum(path.stat().st_size for path in folder.glob("*"))


def _need_space(needed: int) -> None:
    free = shutil.disk_usage(home()).free
    if needed > free:
        raise WeightsError(
            f"{home()} has {free / 1e9:.1f} GB free and {needed / 1e9:.1f} GB are needed, make room or set "
            f"PHRASEGON_HOME to a folder on another disk."
        )


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Keep a second process from writing the same files."""
    with _writing(home()):
        (home() / "downloads").mkdir(parents=True, exist_ok=True)
        lock = FileLock(home() / "downloads" / f"{name}.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            raise WeightsError(f"{name} is being fetched by another process, wait until it has ended.") from error
    try:
        yield
    finally:
        lock.release()


@contextmanager
def _writing(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        reason = error.strerror or str(error)
        raise WeightsError(
            f"The model cannot be written to {folder} ({reason}), make room there or set "
            f"PHRASEGON_HOME to another folder."
        ) from error
