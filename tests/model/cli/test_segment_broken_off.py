"""``phrasegon segment``: runs that do not come to their end, and how they go on."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from phrasegon.model.errors import OutputError

from .conftest import names


def start(*arguments: object, **options: object) -> subprocess.Popen[str]:
    asked = "from phrasegon.model.cli import main; main()"
    command = [sys.executable, "-X", "faulthandler", "-c", asked, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def heed_signals() -> None:
    """A program started in the background by a shell without job control is born deaf to SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_a_run_that_was_broken_off_goes_on_or_begins_anew_as_told(run, scene, stand_in, tmp_path, monkeypatch):
    arguments = "segment", scene, "bright", "-o", "out.fgb"
    assert run(*arguments)[0] == 0
    expected = Path("out.fgb").read_bytes()
    Path("out.fgb").unlink()

    def full(*_):
        raise OutputError("The disk is full: make room.")

    monkeypatch.setattr("phrasegon.model.pipeline.failed.write", full)
    status, _, err = run(*arguments)
    assert (status, err.splitlines()[-1]) == (2, "The disk is full: make room.")
    assert "12 tiles are finished: the same command with --resume goes on from there" in err
    assert names(tmp_path) == ["out.fgb.run", "scene.tif"]
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("phrasegon.model.pipeline.request.load_segmenter", lambda *_, **__: stand_in)

    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "was broken off after 12 tiles: add --resume to go on with it, or --restart to begin anew." in err
    seen = len(stand_in.images)
    status, out, err = run(*arguments, "--overlap", "0.5", "--resume")
    assert (status, "another overlap" in err) == (2, True)
    assert run(*arguments, "--resume") == (0, "", "")
    assert len(stand_in.images) == seen
    assert Path("out.fgb").read_bytes() == expected
    assert names(tmp_path) == ["out.fgb", "scene.tif"]
    assert run(*arguments, "--resume")[0] == 0  # where nothing was broken off, it is a run like any other


def test_a_run_that_was_broken_off_can_be_forgotten(run, scene, stand_in, tmp_path, monkeypatch):
    def full(*_):
        raise OutputError("The disk is full: make room.")

    with monkeypatch.context() as patch:
        patch.setattr("phrasegon.model.pipeline.failed.write", full)
        assert run("segment", scene, "bright", "-o", "out.fgb")[0] == 2
    seen = len(stand_in.images)
    assert run("segment", scene, "dark", "-o", "out.fgb", "--restart") == (0, "", "")
    assert len(stand_in.images) > seen
    assert names(tmp_path) == ["out.fgb", "scene.tif"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals to send")
@pytest.mark.parametrize(("sent", "expected"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_run_that_is_stopped_leaves_nothing_but_its_journal(write_scene, tmp_path, sent, expected):
    write_scene(np.random.default_rng(1).integers(1, 255, (3000, 3000), dtype=np.uint8))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    arguments = ("segment", "scene.tif", "the buildings", "-o", "out.gpkg", "--probability", "p.tif")
    process = start(*arguments, cwd=tmp_path, preexec_fn=heed_signals)
    deadline = time.monotonic() + 60
    # A raster in the temporary folder is the sign that tiles are under way.
    while not list(tmp_path.glob(".phrasegon-*/*0.tif*")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.Signals[sent])
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (expected, ""), err
    assert "Traceback" not in err
    resumable = "the same command with --resume goes on from there" in err
    assert names(tmp_path) == [*(["out.gpkg.run"] if resumable else []), "scene.tif", "temporary"]
