"""QGIS itself is killed in mid-run: the next one offers to go on."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import sqlite3
import subprocess
import sys
import time
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest
from qgis.PyQt.QtWidgets import QPushButton

from phrasegon.plugin.dock.leftovers import Kept, kept_runs, leftovers
from phrasegon.protocol import decode, encode

from ..runtime.processes import state
from .conftest import SAMPLE
from .hand import Hand, results

SCRIPT = Path(__file__).with_name("killed_script.py")
HOLDER = """
import sys, time
from pathlib import Path
from phrasegon.plugin.dock.leftovers import Kept
kept = Kept(Path(sys.argv[1]), sys.argv[2])
print(kept.claim(), flush=True)
time.sleep(600)
"""


@pytest.fixture(scope="module")
def killed(tmp_path_factory):
    """The data folder of a QGIS that was killed when some tiles were finished, and what it worked on."""
    folder = tmp_path_factory.mktemp("killed")
    scene, report = folder / "claremont.tif", folder / "report"
    shutil.copy(SAMPLE, scene)
    environment = {**os.environ, "PHRASEGON_HOME": str(folder / "home")}
    command = [sys.executable, str(SCRIPT), str(scene), str(folder / "trees.gpkg"), str(report)]
    with subprocess.Popen(command, env=environment) as qgis:
        deadline = time.monotonic() + 200
        while not report.exists() and time.monotonic() < deadline and qgis.poll() is None:
            time.sleep(0.05)
        qgis.kill()
    assert qgis.returncode == -signal.SIGKILL
    engine = int(report.read_text(encoding="ascii"))
    while state(engine) not in (None, "Z") and time.monotonic() < deadline:  # a copy of what it still writes is no good
        time.sleep(0.05)
    yield folder
    for record in (folder / "home" / "runs").glob("*/run.json"):
        shutil.rmtree(json.loads(record.read_text(encoding="utf-8"))["folder"], ignore_errors=True)


@pytest.fixture
def runs(killed, tmp_path, monkeypatch):
    """Its runs in a data folder of the test's own."""
    shutil.copytree(killed / "home", tmp_path / "home")
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path / "home"))
    assert len(names(kept_runs())) == 1
    return kept_runs()


@pytest.fixture
def run(runs):
    """The folder of the one run that was broken off; the result is the test's own."""
    folder = runs / names(runs)[0]
    change(folder, output=str(runs.parent.parent / "trees.gpkg"))
    return folder


@pytest.fixture
def open_dock(make_dock, engine, interface, wait_until):
    """Opens a dock as the next QGIS does, and waits until it has looked for leftovers."""

    def opened():
        hand = Hand(make_dock(engine), interface, wait_until)
        wait_until(lambda: hand.dock.view.model.model is not None)
        wait_until(lambda: hand.dock._resuming._search is None)
        return hand

    return opened


def names(runs):
    return sorted(path.name for path in runs.iterdir() if path.is_dir())


def change(folder, *, temporary=False, **wishes):
    record = json.loads((folder / "run.json").read_text(encoding="utf-8"))
    request = replace(decode(record["request"])[1], **wishes)
    record.update(request=encode(request), temporary=temporary)
    (folder / "run.json").write_text(json.dumps(record), encoding="utf-8")
    return Path(record["folder"])


def offers(hand):
    return [text for text in hand.messages() if "broken off" in text]


def offered(hand, phrase):
    """The one offer, and how much of the run is finished."""
    (text,) = offers(hand)
    found = re.fullmatch(f"A search for “{phrase}” in claremont.tif was broken off after (\\d+) of (\\d+) tiles.", text)
    done, total = map(int, found.groups())
    assert 0 < done < total
    return done


def press(hand, name):
    QTest.mouseClick(hand.interface.bar.currentItem().findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def test_going_on_ends_with_the_result_on_the_map(open_dock, run, runs, make_dock, tmp_path):
    hand = open_dock()
    finished = offered(hand, "trees")
    done = []
    hand.dock.run.progressed.connect(lambda progress: done.append(progress.tiles_done))
    press(hand, "phrasegonGoOn")
    assert hand.dock.run.busy
    assert offers(hand) == []
    hand.wait_until(lambda: not hand.dock.run.busy, 240)
    assert results()["trees"].featureCount() > 0
    assert str(tmp_path / "trees.gpkg") in results()["trees"].source()
    assert "Threshold: 0.45" in results()["trees"].metadata().abstract()
    assert next(each for each in done if each > 0) == finished, "the finished tiles were not done again"
    assert not runs.exists()
    assert hand.control("phrasegonThreshold").value() == pytest.approx(0.45)
    assert hand.dock.outcome.live_for(("trees",)) is not None
    folder = hand.dock.run.order.folder
    make_dock.end(hand.dock)
    assert not folder.exists()


def test_a_temporary_result_gets_a_folder_of_this_session(open_dock, run, runs):
    old = change(run, temporary=True, output="/nowhere/polygons.gpkg", preview="/nowhere/preview")
    shutil.rmtree(old, ignore_errors=True)
    hand = open_dock()
    press(hand, "phrasegonGoOn")
    hand.wait_until(lambda: not hand.dock.run.busy, 240)
    assert results()["trees"].isTemporary()
    assert str(hand.dock.run.order.folder) in results()["trees"].source()
    assert hand.dock.run.order.folder != old
    assert not runs.exists()


def test_forgetting_leaves_nothing(open_dock, run, runs):
    hand = open_dock()
    press(hand, "phrasegonForget")
    assert offers(hand) == []
    assert not runs.exists()
    assert not hand.dock.run.busy
    assert results() == {}


@pytest.mark.parametrize("spoil", ["scene", "area", "version", "journal", "record"])
def test_what_nobody_can_go_on_with_is_removed(open_dock, run, runs, spoil):
    if spoil == "scene":
        change(run, scene=str(change(run) / "raster.tif"))
    elif spoil == "area":
        change(run, aoi=str(change(run) / "area.fgb"))
    elif spoil == "version":
        record = json.loads((run / "run.json").read_text(encoding="utf-8"))
        (run / "run.json").write_text(json.dumps({**record, "version": "0.0.1"}), encoding="utf-8")
    elif spoil == "journal":
        shutil.rmtree(run / "journal")
    else:
        (run / "run.json").write_text("{", encoding="utf-8")
    hand = open_dock()
    assert offers(hand) == []
    assert not runs.exists()


def test_a_raster_of_the_users_that_is_away_can_come_back(open_dock, run, runs, killed):
    scene, away = killed / "claremont.tif", killed / "away.tif"
    scene.rename(away)
    try:
        hand = open_dock()
        press(hand, "phrasegonGoOn")
        hand.wait_until(lambda: not hand.dock.run.busy)
        (message,) = hand.messages()
        assert "Finished and kept:" in message
        assert (run / "run.json").is_file()
    finally:
        away.rename(scene)
    press(hand, "phrasegonGoOn")
    hand.wait_until(lambda: not hand.dock.run.busy, 240)
    assert results()["trees"].featureCount() > 0
    assert not runs.exists()


def test_a_run_of_a_living_qgis_is_left_alone(open_dock, run, runs, make_dock):
    command = [sys.executable, "-c", HOLDER, str(runs), run.name]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as other:
        try:
            assert other.stdout.readline() == "True\n"
            hand = open_dock()
            assert offers(hand) == []
            make_dock.end(hand.dock)
            assert (run / "run.json").is_file()
        finally:
            other.kill()
    assert offers(open_dock())


def test_a_run_whose_engine_still_lives_is_left_alone(run, runs, engine, monkeypatch):
    monkeypatch.setattr("phrasegon.plugin.dock.leftovers._ENGINE_GOES_S", 0.1)
    with closing(sqlite3.connect(run / "journal" / "run.sqlite")) as other:
        other.execute("PRAGMA locking_mode = EXCLUSIVE")
        other.execute("BEGIN EXCLUSIVE")
        assert leftovers(runs, engine) == []
    (leftover,) = leftovers(runs, engine)
    assert leftover.record.request.phrases == ("trees",)


def test_an_undecided_one_is_offered_again_by_the_next_qgis(open_dock, run, engine, make_dock):
    first = open_dock()
    assert offers(first)
    assert leftovers(run.parent, engine) == [], "one window asks, not all"
    make_dock.end(first.dock)
    first.interface.bar.clearWidgets()
    assert offers(open_dock())


def test_several_are_offered_one_after_the_other_the_newest_first(open_dock, run, runs):
    older = runs / ("0" * 32)
    shutil.copytree(run, older)
    change(older, phrases=("older trees",))
    os.utime(older / "run.json", (1, 1))
    hand = open_dock()
    assert offered(hand, "trees")
    press(hand, "phrasegonForget")
    assert offered(hand, "older trees")
    press(hand, "phrasegonForget")
    assert offers(hand) == []
    assert not runs.exists()


def test_while_another_run_is_under_way_the_answer_has_to_wait(open_dock, run, raster):
    hand = open_dock()
    hand.type("trees")
    hand.click("phrasegonRun")
    press(hand, "phrasegonGoOn")
    assert any("Another search is under way" in text for text in hand.messages())
    assert offers(hand) == []
    hand.wait_until(lambda: not hand.dock.run.busy, 240)
    assert offers(hand)
    assert (run / "run.json").is_file()


def test_a_run_can_do_without_the_data_folder(open_dock, raster, tmp_path, monkeypatch):
    (tmp_path / "file").write_text("no folder")
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path / "file"))
    hand = open_dock()
    hand.run("trees")
    assert results()["trees"].featureCount() > 0
    assert not any(Path(hand.dock.run.order.folder).glob("journal/*"))


def test_other_files_in_the_folder_of_runs_are_nobodys_business(engine, tmp_path):
    (tmp_path / "mine").mkdir()
    (tmp_path / "notes.txt").write_text("mine")
    assert leftovers(tmp_path, engine) == leftovers(tmp_path / "nothing", engine) == []
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine", "notes.txt"]
    assert Kept(tmp_path / "nothing").claim() is False
