"""What a repository on the Hugging Face Hub holds for a model, before anything is downloaded."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

import httpx2
from huggingface_hub import HfApi, hf_hub_url
from huggingface_hub.errors import GatedRepoError, OfflineModeIsEnabled, RepositoryNotFoundError, RevisionNotFoundError
from huggingface_hub.hf_api import ModelInfo

from ..errors import WeightsError
from .catalogue import Entry, HubFolder
from .convert import INDEX, PICKLES

_TIMEOUT = 30.0
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHARD = re.compile(r"(?P<stem>.+)-\d{5}-of-\d{5}(?P<suffix>\.\w+)")


@dataclass(frozen=True)
class RemoteFile:
    """A file of a repository at one commit.

    Attributes:
        repository: ``owner/name`` on the Hub.
        path: its path in the repository.
        url: its address at that commit.
        size: in bytes.
        sha256: its hash; None for small files, for which the Hub does not tell it.
    """

    repository: str
    path: str
    url: str
    size: int
    sha256: str | None

    @property
    def name(self) -> str:
        """The last part of its path."""
        return PurePosixPath(self.path).name


@dataclass(frozen=True)
class Offer:
    """What would be downloaded; the user accepts or declines it.

    Attributes:
        name: name in the catalogue.
        repository: ``owner/name`` on the Hub.
        revision: the commit that the files of that repository are taken from.
        weights: the weight file, or the index of a sharded set and its parts; empty if the user gives it.
        tokenizer: the tokenizer file, perhaps of another repository; None if the user gives one or none is needed.
        total_bytes: of all files together.
        licence: the licence as the repository states it, else as the catalogue does.
        target: folder where the model will live.
    """

    name: str
    repository: str
    revision: str
    weights: tuple[RemoteFile, ...]
    tokenizer: RemoteFile | None
    total_bytes: int
    licence: str
    target: Path

    @property
    def files(self) -> tuple[RemoteFile, ...]:
        """All files that would be downloaded."""
        return self.weights if self.tokenizer is None else (*self.weights, self.tokenizer)


Confirm = Callable[[Offer], bool]
"""Shows the user what would be downloaded, under which licence, and returns whether to go on."""


def make_offer(
    entry: Entry, hub: HubFolder, revision: str | None, target: Path, *, endpoint: str | None, wants_tokenizer: bool
) -> Offer:
    """Look up an entry's files at one commit. Anonymous: no token of the user's is sent.

    Args:
        entry: of the catalogue.
        hub: its repository.
        revision: commit, tag or branch; None for the newest commit.
        target: folder where the files will live.
        endpoint: address of the Hub or of a mirror; None for the usual one.
        wants_tokenizer: False if the user gives a tokenizer file.

    Raises:
        WeightsError: the Hub cannot be reached, or it does not hold the files.
    """
    found = _look_up(entry.name, hub, revision, endpoint)
    weights = _pick_weights(entry, hub, found.files)
    tokenizer = None
    if wants_tokenizer and entry.tokenizer:
        elsewhere = entry.tokenizer_hub
        tokenizer = (
            _pick_tokenizer(entry, hub, found.files)
            if elsewhere is None
            else _pick_tokenizer(entry, elsewhere, _look_up(entry.name, elsewhere, elsewhere.revision, endpoint).files)
        )
    return _offer(entry, hub, found, weights, tokenizer, target)


def make_tokenizer_offer(entry: Entry, hub: HubFolder, target: Path, *, endpoint: str | None) -> Offer:
    """Look up the tokenizer alone, for weights that are at hand; arguments and errors are those of ``make_offer``."""
    found = _look_up(entry.name, hub, hub.revision, endpoint)
    return _offer(entry, hub, found, (), _pick_tokenizer(entry, hub, found.files), target)


def _offer(
    entry: Entry,
    hub: HubFolder,
    found: _Found,
    weights: tuple[RemoteFile, ...],
    tokenizer: RemoteFile | None,
    target: Path,
) -> Offer:
    return Offer(
        name=entry.name,
        repository=hub.repository,
        revision=found.commit,
        weights=weights,
        tokenizer=tokenizer,
        total_bytes=sum(file.size for file in weights) + (0 if tokenizer is None else tokenizer.size),
        licence=found.licence or entry.licence,
        target=target,
    )


@contextmanager
def hub_errors(name: str, repository: str, revision: str | None) -> Iterator[None]:
    """Turn what the Hub's client raises into one sentence.

    Raises:
        WeightsError: in place of the client's own errors.
    """
    by_hand = f"or give a file you already have with phrasegon fetch {name} --file PATH."
    try:
        yield
    except OfflineModeIsEnabled as error:
        raise WeightsError(f"HF_HUB_OFFLINE forbids downloads, unset it {by_hand}") from error
    except RevisionNotFoundError as error:
        raise WeightsError(
            f"{repository} has no revision {revision} any more, accept the newest one with --revision main {by_hand}"
        ) from error
    except GatedRepoError as error:
        raise WeightsError(
            f"{repository} asks for an account, download from its page in a browser {by_hand}"
        ) from error
    except RepositoryNotFoundError as error:
        raise WeightsError(
            f"{repository} is not on the Hugging Face Hub any more, try again later {by_hand}"
        ) from error
    except httpx2.HTTPError as error:
        raise WeightsError(
            f"{repository} cannot be reached, check the internet connection and the proxy settings {by_hand}"
        ) from error


@dataclass(frozen=True)
class _Found:
    """The commit a revision stands for, the licence its model card states, and its files."""

    commit: str
    licence: str | None
    files: list[RemoteFile]


def _look_up(name: str, hub: HubFolder, revision: str | None, endpoint: str | None) -> _Found:
    api = HfApi(endpoint=endpoint, token=False, library_name="phrasegon")
    with hub_errors(name, hub.repository, revision):
        try:
            info = api.model_info(hub.repository, revision=revision, files_metadata=True, timeout=_TIMEOUT)
            return _content(info, hub.repository, endpoint)
        except (ValueError, LookupError, TypeError, AttributeError) as error:
            raise WeightsError(
                f"Something else than the Hugging Face Hub answered for {hub.repository}, check the proxy settings "
                f"and the sign-in page of your network."
            ) from error


def _content(info: ModelInfo, repository: str, endpoint: str | None) -> _Found:
    if info.sha is None or not _COMMIT.fullmatch(info.sha) or info.siblings is None:
        raise ValueError("no commit or no list of files")
    files = []
    for file in info.siblings:
        if file.size is None:
            raise ValueError(f"no size of {file.rfilename}")
        url = hf_hub_url(repository, file.rfilename, revision=info.sha, endpoint=endpoint)
        sha256 = None if file.lfs is None else file.lfs.sha256
        files.append(RemoteFile(repository, file.rfilename, url, file.size, sha256))
    licence = None if info.card_data is None else info.card_data.get("license")
    return _Found(info.sha, licence, files)


def _inside(folder: str, files: list[RemoteFile]) -> dict[str, RemoteFile]:
    """The files that lie directly in a folder of the repository, by names that are safe on every system."""
    return {
        file.name: file
        for file in files
        if PurePosixPath(file.path).parent == PurePosixPath(folder) and PureWindowsPath(file.name).name == file.name
    }


def _pick_weights(entry: Entry, hub: HubFolder, files: list[RemoteFile]) -> tuple[RemoteFile, ...]:
    here = _inside(hub.folder, files)
    for name in entry.weights:
        if name in here:
            return (here[name], *_shards(name, here)) if name.endswith(INDEX) else (here[name],)
    others = [file for name, file in here.items() if PurePosixPath(name).suffix in {".safetensors", *PICKLES}]
    if len(others) == 1:
        return (others[0],)
    held, place = ", ".join(sorted(here)) or "nothing", hub.folder or "its root"
    raise WeightsError(
        f"{hub.repository} holds no weight file of a known name in {place} (it holds {held}), download the right one "
        f"in a browser and run phrasegon fetch {entry.name} --file PATH."
    )


def _shards(index: str, here: dict[str, RemoteFile]) -> list[RemoteFile]:
    whole = index.removesuffix(INDEX)
    matches = ((_SHARD.fullmatch(name), file) for name, file in here.items())
    return [file for match, file in matches if match and match["stem"] + match["suffix"] == whole]


def _pick_tokenizer(entry: Entry, hub: HubFolder, files: list[RemoteFile]) -> RemoteFile:
    for folder in (hub.folder, ""):
        here = _inside(folder, files)
        for name in entry.tokenizer:
            if name in here:
                return here[name]
    raise WeightsError(
        f"{hub.repository} holds no tokenizer ({' or '.join(entry.tokenizer)}), get {entry.tokenizer[0]} from the "
        f"authors' page and run phrasegon fetch {entry.name} --tokenizer PATH."
    )
