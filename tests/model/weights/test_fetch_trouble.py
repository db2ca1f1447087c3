from __future__ import annotations

import time

import pytest
import torch
from filelock import FileLock
from safetensors.torch import save

from phrasegon.model.errors import WeightsError
from phrasegon.model.weights.fetch import fetch
from phrasegon.model.weights.store import locate

NAME = "rs2sam2-rrsisd"
WEIGHTS = "rrsisd/model.safetensors"


def assert_store_empty(home) -> None:
    assert not [path for path in (home / "models").rglob("*") if path.is_file()]
    with pytest.raises(WeightsError, match="phrasegon fetch"):
        locate(NAME)


def big(vocabulary: bytes) -> tuple[dict[str, torch.Tensor], dict[str, bytes]]:
    """A repository whose weights arrive in three pieces: the client writes 10 MB at a time."""
    tensors = {"w": torch.randint(0, 256, (25_000_000,), dtype=torch.uint8)}
    return tensors, {WEIGHTS: save(tensors), "rrsisd/beit3.spm": vocabulary}


def test_what_a_killed_fetch_left_goes_with_the_next(hub, home, repository, tensors, accept, assert_same):
    hub.hold(repository)
    left = home / "models" / NAME / ".incoming-x"
    left.mkdir(parents=True)
    (left / "weights").write_bytes(b"half")
    waiting = home / "downloads" / NAME / ("a" * 40)
    waiting.mkdir(parents=True)
    (waiting / "model.safetensors.partial").write_bytes(repository[WEIGHTS])  # all bytes, not yet renamed
    checkpoint = fetch(NAME, confirm=accept, endpoint=hub.address)
    assert_same(checkpoint, tensors)
    assert hub.downloads == ["rrsisd/sentencepiece.bpe.model"]
    assert not left.exists()


def test_a_connection_that_breaks_goes_on_by_itself(hub, vocabulary, monkeypatch, accept, assert_same):
    tensors, files = big(vocabulary)
    hub.hold(files)
    hub.drop = [21_000_000]
    monkeypatch.setattr(time, "sleep", lambda seconds: None)  # the client waits before each new try
    assert_same(fetch(NAME, confirm=accept, endpoint=hub.address), tensors)
    assert hub.ranges[:2] == [None, "bytes=20971520-"]


def test_a_cancelled_download_goes_on_at_the_next_fetch(hub, home, vocabulary, accept, assert_same):
    tensors, files = big(vocabulary)
    hub.hold(files)

    def cancel(done, total):
        if done > 15_000_000:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fetch(NAME, confirm=accept, endpoint=hub.address, progress=cancel)
    assert_store_empty(home)
    progress = []
    checkpoint = fetch(NAME, confirm=accept, endpoint=hub.address, progress=lambda *at: progress.append(at))
    assert_same(checkpoint, tensors)
    (resumed,) = (asked for asked in hub.ranges if asked)
    assert int(resumed.removeprefix("bytes=").removesuffix("-")) > 9_000_000
    assert progress[0][0] > 15_000_000


def test_a_connection_lost_for_good(hub, home, vocabulary, monkeypatch, accept, assert_same):
    tensors, files = big(vocabulary)
    hub.hold(files)
    hub.drop = [15_000_000] + [0] * 6
    monkeypatch.setattr(time, "sleep", lambda seconds: None)
    with pytest.raises(
        WeightsError, match=r"cannot be reached, check the internet connection and the proxy settings or"
    ):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    assert_store_empty(home)
    hub.ranges.clear()
    assert_same(fetch(NAME, confirm=accept, endpoint=hub.address), tensors)
    assert hub.ranges[0] == "bytes=10485760-"


def test_no_network(hub, home, accept):
    closed = hub.address.rsplit(":", 1)[0] + ":9"
    with pytest.raises(
        WeightsError, match=r"cannot be reached, check the internet .*fetch rs2sam2-rrsisd --file PATH\.$"
    ):
        fetch(NAME, confirm=accept, endpoint=closed)
    assert_store_empty(home)


def test_offline_by_choice(hub, repository, monkeypatch, accept):
    hub.hold(repository)
    monkeypatch.setattr("huggingface_hub.constants.HF_HUB_OFFLINE", True)
    with pytest.raises(WeightsError, match="HF_HUB_OFFLINE forbids downloads, unset it"):
        fetch(NAME, confirm=accept, endpoint=hub.address)


def test_a_repository_that_is_gone(hub, home, accept):
    with pytest.raises(WeightsError, match="is not on the Hugging Face Hub any more"):
        fetch(NAME, confirm=accept, endpoint=hub.address)


@pytest.mark.parametrize(
    "answer", [b"<html>please sign in</html>", b"[]", b"{}", b'{"id": "x", "sha": "../../y", "siblings": []}', b'"x"']
)
def test_a_sign_in_page_of_the_network(hub, home, answer, accept):
    hub.answer_all = answer
    with pytest.raises(WeightsError, match="Something else than the Hugging Face Hub answered"):
        fetch(NAME, confirm=accept, endpoint=hub.address)


def test_not_enough_disk_is_said_before_anything_is_asked(hub, home, repository):
    hub.hold(repository)
    hub.claimed_sizes[WEIGHTS] = 10**18
    with pytest.raises(WeightsError, match=r"GB free and 2000000000\.0 GB are needed, make room or set PHRASEGON_HOME"):
        fetch(NAME, confirm=lambda offer: pytest.fail("was asked"), endpoint=hub.address)
    assert hub.downloads == []


def test_a_home_that_cannot_be_written(hub, repository, tmp_path, monkeypatch, accept):
    (tmp_path / "file").write_bytes(b"")
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path / "file"))
    with pytest.raises(
        WeightsError, match=r"cannot be written to .*/file \(.+\), make room there or set PHRASEGON_HOME"
    ):
        fetch(NAME, confirm=accept, endpoint=hub.address)


def test_two_at_once(hub, home, repository, accept):
    hub.hold(repository)
    (home / "downloads").mkdir(parents=True)
    with (
        FileLock(home / "downloads" / f"{NAME}.lock"),
        pytest.raises(WeightsError, match="is being fetched by another process"),
    ):
        fetch(NAME, confirm=accept, endpoint=hub.address)
    fetch(NAME, confirm=accept, endpoint=hub.address)
