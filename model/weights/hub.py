"""What a repository on the Hugging Face Hub holds for a model, before anything is downloaded."""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path, PurePosixPath, PureWindowsPath

import httpx2
from huggingface_hub import HfApi, hf_hub_url
from huggingface_hub.errors import GatedRepoError, OfflineModeIsEnabled, RepositoryNotFoundError, RevisionNotFoundError
from huggingface_hub.hf_api import ModelInfo

from ..errors import WeightsError
from .catalogue import HubFolder, Model
from .convert import INDEX, PICKLES

_TIMEOUT = 30.0
_COMMIT = re.compile(r"[0-9a-f]{40}")
_SHARD = re.compile(r"(?P<stem>.+)-\d{5}-of-\d{5}(?P<suffix>\.\w+)")


@dataclass(frozen=True)
class RemoteFile:
    """A file of a repository at one commit.

    Attributes:
        path: its path in the repository.
        url: its address at that commit.
        size: in bytes.
        sha256: its hash; None for small files, for which the Hub does not tell it.
    """

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
        revision: the commit that all files are taken from.
        weights: the weight file, or the index of a sharded set and its parts.
        tokenizer: the tokenizer file; None if the user gives one.
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


def make_offer(
    model: Model, hub: HubFolder, revision: str | None, target: Path, *, endpoint: str | None, wants_tokenizer: bool
) -> Offer:
    """Look up a model's files at one commit. Anonymous: no token of the user's is sent.

    Args:
        model: entry of the catalogue.
        hub: its repository.
        revision: commit, tag or branch; None for the newest commit.
        target: folder where the model will live.
        endpoint: address of the Hub or of a mirror; None for the usual one.
        wants_tokenizer: False if the user gives a tokenizer file.

    Raises:
        WeightsError: the Hub cannot be reached, or it does not hold the files.
    """
    with hub_errors(model.name, hub.repository, revision):
        commit, licence, files = _look_up(hub.repository, revision, endpoint)
    weights = _pick_weights(model, hub, files)
    tokenizer = _pick_tokenizer(model, hub, files) if wants_tokenizer else None
    return Offer(
        name=model.name,
        repository=hub.repository,
        revision=commit,
        weights=weights,
        tokenizer=tokenizer,
        total_bytes=sum(file.size for file in weights) + (0 if tokenizer is None else tokenizer.size),
        licence=licence or model.licence,
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


def _look_up(repository: str, revision: str | None, endpoint: str | None) -> tuple[str, str | None, list[RemoteFile]]:
    """The commit a revision stands for, the licence its model card states, and its files."""
    api = HfApi(endpoint=endpoint, token=False, library_name="phrasegon")
    try:
        info = api.model_info(repository, revision=revision, files_metadata=True, timeout=_TIMEOUT)
        return _content(info, repository, endpoint)
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise WeightsError(
            f"Something else than the Hugging Face Hub answered for {repository}, check the proxy settings and the "
            f"sign-in page of your network."
        ) from error


def _content(info: ModelInfo, repository: str, endpoint: str | None) -> tuple[str, str | None, list[RemoteFile]]:
    if info.sha is None or not _COMMIT.fullmatch(info.sha) or info.siblings is None:
        raise ValueError("no commit or no list of files")
    files = []
    for file in info.siblings:
        if file.size is None:
            raise ValueError(f"no size of {file.rfilename}")
        url = hf_hub_url(repository, file.rfilename, revision=info.sha, endpoint=endpoint)
        files.append(RemoteFile(file.rfilename, url, file.size, None if file.lfs is None else file.lfs.sha256))
    licence = None if info.card_data is None else info.card_data.get("license")
    return info.sha, licence, files


def _inside(folder: str, files: list[RemoteFile]) -> dict[str, RemoteFile]:
    """The files that lie directly in a folder of the repository, by names that are safe on every system."""
    return {
        file.name: file
        for file in files
        if PurePosixPath(file.path).parent == PurePosixPath(folder) and PureWindowsPath(file.name).name == file.name
    }


def _pick_weights(model: Model, hub: HubFolder, files: list[RemoteFile]) -> tuple[RemoteFile, ...]:
    here = _inside(hub.folder, files)
    for name in model.weights:
        if name in here:
            return (here[name], *_shards(name, here)) if name.endswith(INDEX) else (here[name],)
    others = [file for name, file in here.items() if PurePosixPath(name).suffix in {".safetensors", *PICKLES}]
    if len(others) == 1:
        return (others[0],)
    held = ", ".join(sorted(here)) or "nothing"
    raise WeightsError(
        f"{hub.repository} holds no weight file of a known name in {hub.folder} (it holds {held}), download the right "
        f"one in a browser and run phrasegon fetch {model.name} --file PATH."
    )


def _shards(index: str, here: dict[str, RemoteFile]) -> list[RemoteFile]:
    whole = index.removesuffix(INDEX)
    matches = ((_SHARD.fullmatch(name), file) for name, file in here.items())
    return [file for match, file in matches if match and match["stem"] + match["suffix"] == whole]


def _pick_tokenizer(model: Model, hub: HubFolder, files: list[RemoteFile]) -> RemoteFile:
    for folder in (hub.folder, ""):
        here = _inside(folder, files)
        for name in model.tokenizer:
            if name in here:
                return here[name]
    raise WeightsError(
        f"{hub.repository} holds no tokenizer ({' or '.join(model.tokenizer)}), get {model.tokenizer[0]} from the "
        f"authors' page and run phrasegon fetch {model.name} --tokenizer PATH."
    )
