"""``phrasegon fetch``: a model from the Hugging Face Hub, or from a file at hand, into the store."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from ..errors import WeightsError
from .at_hand import take_file
from .catalogue import Entry, HubFolder, find_entry
from .convert import Arrange, Check
from .disk import alone, need_space, writing
from .hub import Confirm, Offer, RemoteFile, make_offer
from .install import Origin, Put, check_tokenizer, install
from .record import Record, read_record
from .store import Checkpoint, folder_of
from .transfer import Progress, bytes_on_disk, forget, place, transfer


def fetch(
    name: str,
    *,
    confirm: Confirm | None,
    file: Path | None = None,
    tokenizer: Path | None = None,
    revision: str | None = None,
    endpoint: str | None = None,
    progress: Progress | None = None,
    check: Check | None = None,
    arrange: Arrange | None = None,
) -> Checkpoint:
    """Get a model or a part: download or take a file at hand, check it, convert it to safetensors, put it in the store.

    Args:
        name: name in the catalogue.
        confirm: asked before a download; None: nothing is downloaded.
        file: a checkpoint at hand (see ``convert.convert``) instead of a download.
        tokenizer: a tokenizer file at hand; without it, a file is searched for one in its own folder, and one that
            has a repository of its own is downloaded.
        revision: commit, tag or branch. None: the catalogue's; else the one fetched before, whose hashes must come
            out the same; else the newest.
        endpoint: address of the Hub or of a mirror; None for ``HF_ENDPOINT`` or the usual one.
        progress: called as bytes arrive.
        check: gets the shape of every tensor by name and raises WeightsError if they do not fit the network.
        arrange: makes the network's own tensors of those that its authors released.

    Returns:
        Its own files, without the parts that it needs besides.

    Raises:
        ModelError: no such entry.
        WeightsError: it cannot be had; the store is as it was.
    """
    entry = find_entry(name)
    if entry.ships:
        raise _shipped(name)
    if file is not None and (revision is not None or endpoint is not None):
        raise WeightsError("A file at hand has no revision or endpoint, leave them out.")
    if tokenizer is not None:
        check_tokenizer(tokenizer, entry)  # before gigabytes are downloaded to go with it
    put = partial(install, check=check, arrange=arrange)
    with alone(name), writing():
        if file is not None:
            return take_file(entry, file, tokenizer, confirm, progress, put)
        if entry.hub is None:
            raise _by_hand(entry)
        record = read_record(folder_of(name))
        offer = _offer(entry, entry.hub, record, revision, endpoint, wants_tokenizer=tokenizer is None)
        expected = {known.url: _expected_sha256(known, offer, entry, record) for known in offer.files}
        need_space(offer.total_bytes - bytes_on_disk(offer) + sum(part.size for part in offer.weights))
        if confirm is None or not confirm(offer):
            raise WeightsError(f"{name} was not fetched because the download was declined.")
        return _from_hub(entry, offer, expected, tokenizer, progress, put)


def quote(name: str, *, endpoint: str | None = None) -> Offer:
    """What ``fetch`` would download.

    Args:
        name: name in the catalogue.
        endpoint: address of the Hub or of a mirror; None for ``HF_ENDPOINT`` or the usual one.

    Raises:
        ModelError: no such entry.
        WeightsError: its source cannot be reached, or does not hold it.
    """
    entry = find_entry(name)
    if entry.ships:
        raise _shipped(name)
    if entry.hub is None:
        raise _by_hand(entry)
    return _offer(entry, entry.hub, read_record(folder_of(name)), None, endpoint, wants_tokenizer=True)


def _shipped(name: str) -> WeightsError:
    return WeightsError(f"{name} ships with Phrasegon, there is nothing to fetch.")


def _by_hand(entry: Entry) -> WeightsError:
    return WeightsError(
        f"{entry.name} cannot be downloaded by Phrasegon, get its weight file from {entry.page} in a browser and run "
        f"phrasegon fetch {entry.name} --file PATH, or take it with the button From a file in QGIS's options."
    )


def _offer(
    entry: Entry,
    hub: HubFolder,
    record: Record | None,
    revision: str | None,
    endpoint: str | None,
    *,
    wants_tokenizer: bool,
) -> Offer:
    wanted = revision or hub.revision or (record.revision if record else None)
    return make_offer(entry, hub, wanted, folder_of(entry.name), endpoint=endpoint, wants_tokenizer=wants_tokenizer)


def _from_hub(
    entry: Entry,
    offer: Offer,
    expected: dict[str, str | None],
    tokenizer: Path | None,
    progress: Progress | None,
    put: Put,
) -> Checkpoint:
    files = transfer(offer, expected, progress)
    vocabulary = tokenizer if offer.tokenizer is None else files[-1][0]
    origin = Origin(offer.repository, offer.revision, offer.licence, tuple(original for _, original in files))
    try:
        checkpoint = put(entry, files[0][0], vocabulary, origin)
    except WeightsError:
        forget(offer)  # what was refused once would be refused again
        raise
    forget(offer)
    return checkpoint


def _expected_sha256(file: RemoteFile, offer: Offer, entry: Entry, record: Record | None) -> str | None:
    """The one hash that the Hub, the catalogue and an earlier fetch of the same commit agree on; None if none says."""
    known = {file.sha256}
    if file == offer.weights[0]:
        known.add(entry.sha256)
    if record is not None and record.revision == offer.revision:
        known.update(original.sha256 for original in record.originals if original.path == place(file, offer))
    known.discard(None)
    if len(known) > 1:
        raise WeightsError(
            f"{file.url} is no longer the file it was (its SHA-256 differs from the one recorded), so it is not "
            f"downloaded; ask its authors what happened."
        )
    return next(iter(known), None)
