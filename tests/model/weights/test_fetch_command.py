"""``phrasegon fetch`` against a hub on this machine: it asks before it downloads, and keeps only what fits."""

from __future__ import annotations

import os
import sys

import pytest
import torch
from safetensors.torch import save

from phrasegon.model.cli import main


@pytest.fixture
def offered(hub_of_all, vocabulary):
    """A hub that holds files of the right names, which are not weights of the network."""
    hub_of_all.hold({"rrsisd/model.safetensors": save({"weight": torch.zeros(2, 2)}), "rrsisd/beit3.spm": vocabulary})
    return hub_of_all


@pytest.fixture
def fetch(capsys):
    """Runs the command; returns exit status, standard output and standard error."""

    def fetch(*options: str) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main(["fetch", "rs2sam2-rrsisd", *options])
        captured = capsys.readouterr()
        return left.value.code, captured.out, captured.err

    return fetch


def test_nothing_is_downloaded_where_nobody_can_confirm(offered, fetch):
    status, out, err = fetch()
    assert (status, out) == (2, "")
    assert err == "Nobody is there to confirm the download: run it in a terminal, or add --yes.\n"
    assert offered.downloads == []


def test_what_was_agreed_to_must_fit_the_network(offered, fetch, home):
    offered.drop = [5]  # the client goes on from there, and its log of that stays off the terminal
    status, out, err = fetch("--yes")
    assert (status, out) == (2, "")
    (sentence,) = err.splitlines()
    assert "not of this network" in sentence
    assert not list((home / "models").rglob("*.*"))


def test_a_terminal_is_asked_and_told_what_it_agrees_to(offered, fetch, home, monkeypatch):
    keyboard, terminal = pytest.importorskip("pty", reason="Windows has none").openpty()
    os.write(keyboard, b"n\n")
    with os.fdopen(terminal, encoding="utf-8") as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        status, out, err = fetch()
    os.close(keyboard)
    assert (status, out) == (2, "")
    for told in ("ReeF2025/RS2-SAM2", "a" * 40, "rrsisd/model.safetensors", "MB", "not stated by its authors"):
        assert told in err
    assert "declined" in err.splitlines()[-1]
    assert offered.downloads == []
    assert not (home / "models").exists()
