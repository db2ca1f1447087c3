"""A small Hugging Face Hub on this machine: the paths and headers that its client asks for, over real HTTP."""

from __future__ import annotations

import dataclasses
import hashlib
import io
import json
import re
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest
import sentencepiece
import torch
from safetensors.torch import save
from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.trainers import BpeTrainer

from phrasegon.model.weights.catalogue import entries, find_entry
from phrasegon.model.weights.hub import Offer
from phrasegon.model.weights.store import Checkpoint, load_state_dict

COMMIT = "a" * 40
REPOSITORY = "ReeF2025/RS2-SAM2"


@dataclass
class Hub:
    """What the server holds, and what it was asked.

    ``commits`` are those of one repository; ``others`` are the files of more, at one commit each.
    Files in ``large`` are redirected to a download address and come with their hash, as the real Hub does it for
    files under LFS. ``drop`` closes the connection after so many bytes, once an entry.
    """

    address: str = ""
    commits: dict[str, dict[str, bytes]] = field(default_factory=dict)
    others: dict[str, dict[str, bytes]] = field(default_factory=dict)
    licence: str | None = None
    large: set[str] = field(default_factory=set)
    claimed_sizes: dict[str, int] = field(default_factory=dict)
    claimed_hashes: dict[str, str] = field(default_factory=dict)
    drop: list[int] = field(default_factory=list)
    answer_all: bytes | None = None
    ranges: list[str | None] = field(default_factory=list)
    downloads: list[str] = field(default_factory=list)

    def hold(self, files: dict[str, bytes], commit: str = COMMIT) -> None:
        self.commits[commit] = files
        self.large |= set(files)

    def hold_other(self, repository: str, files: dict[str, bytes]) -> None:
        self.others[repository] = files
        self.large |= set(files)

    def commits_of(self, repository: str) -> dict[str, dict[str, bytes]]:
        return {COMMIT: self.others[repository]} if repository in self.others else self.commits

    def info(self, repository: str, commit: str) -> dict[str, object]:
        siblings = []
        for path, content in self.commits_of(repository)[commit].items():
            size = self.claimed_sizes.get(path, len(content))
            sibling: dict[str, object] = {"rfilename": path, "size": size, "blobId": "0" * 40}
            if path in self.large:
                sha256 = self.claimed_hashes.get(path, hashlib.sha256(content).hexdigest())
                sibling["lfs"] = {"size": size, "sha256": sha256, "pointerSize": 134}
            siblings.append(sibling)
        card = {"cardData": {"license": self.licence}} if self.licence else {}
        return {"id": repository, "sha": commit, "siblings": siblings, **card}


class Handler(BaseHTTPRequestHandler):
    server: Server
    protocol_version = "HTTP/1.1"

    @property
    def hub(self) -> Hub:
        return self.server.hub

    def do_GET(self) -> None:
        path = self.path.split("?")[0]
        if self.hub.answer_all is not None:
            self.reply(200, self.hub.answer_all, {"Content-Type": "text/html"})
        elif match := re.fullmatch(r"/api/models/([^/]+/[^/]+)(?:/revision/(\w+))?", path):
            self.describe(match[1], match[2])
        elif match := re.fullmatch(r"/([^/]+/[^/]+)/resolve/(\w+)/(.+)", path):
            self.hub.downloads.append(match[3])
            self.reply(302, b"", {"Location": f"/download{path}", "X-Repo-Commit": match[2]})
        elif match := re.fullmatch(r"/download/([^/]+/[^/]+)/resolve/(\w+)/(.+)", path):
            self.serve(self.hub.commits_of(match[1])[match[2]][match[3]])
        else:
            self.reply(404, b"", {"X-Error-Code": "RepoNotFound"})

    def describe(self, repository: str, revision: str | None) -> None:
        commits = self.hub.commits_of(repository) if repository in {REPOSITORY, *self.hub.others} else {}
        commit = next(reversed(commits), None) if revision in {None, "main"} else revision
        if commit in commits:
            info = json.dumps(self.hub.info(repository, commit)).encode()
            self.reply(200, info, {"Content-Type": "application/json"})
        else:
            code = "RevisionNotFound" if commits else "RepoNotFound"
            self.reply(404, b"", {"X-Error-Code": code})

    def serve(self, content: bytes) -> None:
        wanted = self.headers["Range"]
        self.hub.ranges.append(wanted)
        start = int(wanted.removeprefix("bytes=").removesuffix("-")) if wanted else 0
        extra = {"Content-Range": f"bytes {start}-{len(content) - 1}/{len(content)}"} if wanted else {}
        drop = self.hub.drop.pop(0) if self.hub.drop else None
        self.reply(206 if wanted else 200, content[start:], extra, drop)

    def reply(self, status: int, body: bytes, headers: dict[str, str], drop: int | None = None) -> None:
        self.send_response(status)
        for name, value in {"Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body[:drop])
        self.close_connection = drop is not None

    def log_message(self, *_: object) -> None:
        """Keep the test's output clean."""


class Server(ThreadingHTTPServer):
    def __init__(self, hub: Hub) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.hub = hub


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Hub]:
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    hub = Hub()
    server = Server(hub)
    hub.address = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield hub
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Phrasegon's data folder, empty."""
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path / "home"))
    return tmp_path / "home"


@pytest.fixture(scope="session")
def vocabulary() -> bytes:
    """A SentencePiece model of a few words."""
    words = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(["the red roof", "a road beside the field", "ships in the harbour"] * 5),
        model_writer=words,
        vocab_size=20,
        minloglevel=2,
    )
    return words.getvalue()


@pytest.fixture(scope="session")
def word_pieces() -> bytes:
    """A tokenizer.json of a few words, with the tokens that SigLIP 2 and RoBERTa put around a phrase."""
    model = BpeTrainer(vocab_size=300, special_tokens=["<s>", "<pad>", "</s>", "<unk>", "<eos>"], show_progress=False)
    pieces = Tokenizer(BPE(unk_token="<unk>"))
    pieces.train_from_iterator(["the red roof", "a road beside the field", "ships in the harbour"], model)
    return pieces.to_str().encode()


@pytest.fixture
def tensors() -> dict[str, torch.Tensor]:
    generator = torch.Generator().manual_seed(7)
    return {
        "head.weight": torch.randn(4, 3, generator=generator),
        "head.bias": torch.randn(4, generator=generator).to(torch.bfloat16),
        "steps": torch.tensor(12, dtype=torch.int64),
    }


@pytest.fixture
def repository(tensors: dict[str, torch.Tensor], vocabulary: bytes) -> dict[str, bytes]:
    """Files of a repository as the authors' export script writes them."""
    return {
        "README.md": b"# weights",
        "rrsisd/config.json": b"{}",
        "rrsisd/model.safetensors": save(tensors, {"format": "pt"}),
        "rrsisd/sentencepiece.bpe.model": vocabulary,
    }


@pytest.fixture
def accept() -> Callable[[Offer], bool]:
    """Says yes to any download."""
    return lambda offer: True


@pytest.fixture
def assert_same() -> Callable[[Checkpoint, dict[str, torch.Tensor]], None]:
    """Fails unless an installed checkpoint holds just these tensors."""

    def compare(checkpoint: Checkpoint, tensors: dict[str, torch.Tensor]) -> None:
        found = load_state_dict(checkpoint.weights)
        assert found.keys() == tensors.keys()
        assert all(torch.equal(found[name], tensor) for name, tensor in tensors.items())

    return compare


@pytest.fixture
def know(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Changes an entry of the catalogue."""

    def change(name: str, **values: object) -> None:
        monkeypatch.setitem(entries(), name, dataclasses.replace(find_entry(name), **values))

    return change


@pytest.fixture
def hub_of_all(hub: Hub, monkeypatch: pytest.MonkeyPatch) -> Hub:
    """The hub that everything in this process asks."""
    # The Hub's client reads HF_ENDPOINT once, when it is imported.
    monkeypatch.setattr("huggingface_hub.constants.ENDPOINT", hub.address)
    files = f"{hub.address}/{{repo_id}}/resolve/{{revision}}/{{filename}}"
    monkeypatch.setattr("huggingface_hub.constants.HUGGINGFACE_CO_URL_TEMPLATE", files)
    return hub
