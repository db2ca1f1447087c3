"""A small Hugging Face Hub on this machine: the paths and headers that its client asks for, over real HTTP."""

from __future__ import annotations

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

from phrasegon.model.weights.hub import Offer
from phrasegon.model.weights.store import Checkpoint, load_state_dict

COMMIT = "a" * 40
REPOSITORY = "ReeF2025/RS2-SAM2"


@dataclass
class Hub:
    """What the server holds, and what it was asked.

    Files in ``large`` are redirected to a download address and come with their hash, as the real Hub does it for
    files under LFS. ``drop`` closes the connection after so many bytes, once an entry.
    """

    address: str = ""
    commits: dict[str, dict[str, bytes]] = field(default_factory=dict)
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

    def info(self, commit: str) -> dict[str, object]:
        siblings = []
        for path, content in self.commits[commit].items():
            size = self.claimed_sizes.get(path, len(content))
            sibling: dict[str, object] = {"rfilename": path, "size": size, "blobId": "0" * 40}
            if path in self.large:
                sha256 = self.claimed_hashes.get(path, hashlib.sha256(content).hexdigest())
                sibling["lfs"] = {"size": size, "sha256": sha256, "pointerSize": 134}
            siblings.append(sibling)
        card = {"cardData": {"license": self.licence}} if self.licence else {}
        return {"id": REPOSITORY, "sha": commit, "siblings": siblings, **card}


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
        elif match := re.fullmatch(rf"/api/models/{REPOSITORY}(?:/revision/(\w+))?", path):
            self.describe(match[1])
        elif match := re.fullmatch(rf"/{REPOSITORY}/resolve/(\w+)/(.+)", path):
            self.hub.downloads.append(match[2])
            self.reply(302, b"", {"Location": f"/download/{match[1]}/{match[2]}", "X-Repo-Commit": match[1]})
        elif match := re.fullmatch(r"/download/(\w+)/(.+)", path):
            self.serve(self.hub.commits[match[1]][match[2]])
        else:
            self.reply(404, b"", {"X-Error-Code": "RepoNotFound"})

    def describe(self, revision: str | None) -> None:
        commit = next(reversed(self.hub.commits), None) if revision in {None, "main"} else revision
        if commit in self.hub.commits:
            self.reply(200, json.dumps(self.hub.info(commit)).encode(), {"Content-Type": "application/json"})
        else:
            code = "RevisionNotFound" if self.hub.commits else "RepoNotFound"
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
