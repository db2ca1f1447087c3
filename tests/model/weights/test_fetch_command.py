"""``phrasegon fetch`` against a hub on this machine: it asks before it downloads, and keeps only what fits."""

from __future__ import annotations

import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest
import torch
from safetensors.torch import save

COMMAND = [sys.executable, "-c", "from phrasegon.model.cli import main; main()", "fetch", "rs2sam2-rrsisd"]


@pytest.fixture
def offered(hub, vocabulary, monkeypatch):
    """A hub that holds files of the right names, which are not weights of the network."""
    hub.hold({"rrsisd/model.safetensors": save({"weight": torch.zeros(2, 2)}), "rrsisd/beit3.spm": vocabulary})
    monkeypatch.setenv("HF_ENDPOINT", hub.address)
    return hub


def test_nothing_is_downloaded_where_nobody_can_confirm(offered, home):
    ran = subprocess.run(COMMAND, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    assert ran.stderr == "Nobody is there to confirm the download: run it in a terminal, or add --yes.\n"
    assert offered.downloads == []


def test_what_was_agreed_to_must_fit_the_network(offered, home):
    ran = subprocess.run([*COMMAND, "--yes"], stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False)
    assert (ran.returncode, ran.stdout) == (2, "")
    (sentence,) = ran.stderr.splitlines()
    assert "not of this network" in sentence
    assert not list((home / "models").rglob("*.*"))


def test_a_terminal_is_asked_and_told_what_it_agrees_to(offered, home):
    keyboard, terminal = pty.openpty()
    process = subprocess.Popen(COMMAND, stdin=terminal, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    os.write(keyboard, b"n\n")
    out, err = process.communicate(timeout=120)
    os.close(keyboard)
    os.close(terminal)
    assert (process.returncode, out) == (2, "")
    for told in ("ReeF2025/RS2-SAM2", "a" * 40, "rrsisd/model.safetensors", "MB", "not stated by its authors"):
        assert told in err
    assert "declined" in err.splitlines()[-1]
    assert offered.downloads == []
    assert not Path(home / "models").exists()
