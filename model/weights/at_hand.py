"""A checkpoint that the user has already, into the store; its tokenizer may still have to come from the Hub."""

from __future__ import annotations

from pathlib import Path

from ..errors import WeightsError
from .catalogue import Entry
from .convert import INDEX, shards_of
from .digest import sha256_of
from .disk import need_space
from .hub import Confirm, Offer, make_tokenizer_offer
from .install import Origin, Put
from .record import Original
from .store import Checkpoint, folder_of
from .transfer import Progress, forget, transfer


def take_file(
    entry: Entry, file: Path, tokenizer: Path | None, confirm: Confirm | None, progress: Progress | None, put: Put
) -> Checkpoint:
    """Install a file at hand.

    Args:
        entry: of the catalogue.
        file: the checkpoint, in any form that ``convert`` takes.
        tokenizer: None searches beside the file, and then asks for a download where the tokenizer has a repository
            of its own.
        confirm: asked before that download; None: nothing is downloaded.
        progress: called as bytes arrive.
        put: installs the files.

    Raises:
        WeightsError: it cannot be had; the store is as it was.
    """
    if not file.is_file():
        raise WeightsError(f"There is no file {file}, check the path.")
    parts = shards_of(file) if file.name.endswith(INDEX) else [file]
    need_space(sum(part.stat().st_size for part in parts))
    vocabulary = tokenizer or _beside(entry, file)
    offer = _offered(entry, file, confirm) if vocabulary is None and entry.tokenizer else None
    taken = parts if vocabulary is None else [*parts, vocabulary]
    originals = [Original(str(path), path.stat().st_size, sha256_of(path)) for path in taken]
    if entry.sha256 not in {None, originals[0].sha256}:
        raise WeightsError(f"{file} is not the file known as {entry.name} (its SHA-256 differs), get it again.")
    if offer is not None:
        ((vocabulary, original),) = transfer(offer, {one.url: one.sha256 for one in offer.files}, progress)
        originals.append(original)
    checkpoint = put(entry, file, vocabulary, Origin(None, None, entry.licence, tuple(originals)))
    if offer is not None:
        forget(offer)
    return checkpoint


def _beside(entry: Entry, file: Path) -> Path | None:
    named = [file.parent / name for name in entry.tokenizer]
    kind = {Path(name).suffix for name in entry.tokenizer} & {".spm"}
    others = [path for suffix in kind for path in sorted(file.parent.glob(f"*{suffix}"))]
    return next((path for path in (*named, *others) if path.is_file()), None)


def _offered(entry: Entry, file: Path, confirm: Confirm | None) -> Offer:
    """The download of the tokenizer, which the user has agreed to."""
    name, hub = entry.tokenizer[0], entry.tokenizer_hub
    if hub is not None and confirm is not None:
        offer = make_tokenizer_offer(entry, hub, folder_of(entry.name), endpoint=None)
        if confirm(offer):
            return offer
    from_where = "" if hub is None else f" (huggingface.co/{hub.repository} holds it)"
    raise WeightsError(
        f"There is no tokenizer beside {file}, put {name}{from_where} there or give its path with --tokenizer."
    )
