"""Runs that do not come to their end: cancelled, killed, or left behind by the project."""

from __future__ import annotations

import os
import resource
import signal
import sys
from pathlib import Path

import pytest
from qgis.core import QgsProject
from qgis.PyQt.QtCore import Qt
from qgis.PyQt.QtTest import QTest

from phrasegon.plugin.dock.leftovers import kept_runs, leftovers
from phrasegon.plugin.log import log
from phrasegon.plugin.runtime.engine import Engine
from phrasegon.plugin.runtime.python import engine_python

from .hand import Hand, results


@pytest.fixture
def long_run(hand, tmp_path):
    """A run of many tiles, some of which are finished."""
    start(hand, tmp_path)
    return hand


def start(hand, tmp_path):
    hand.control("phrasegonOutput").setText(str(tmp_path / "trees.gpkg"))
    hand.control("phrasegonDetail").setValue(0.08)
    done = []
    hand.dock.run.progressed.connect(lambda progress: done.append(progress.tiles_done))
    hand.type("trees")
    hand.click("phrasegonRun")
    hand.wait_until(lambda: done and done[-1] > 1, 40)


def check_nothing_is_left(hand, tmp_path):
    assert not hand.dock.run.order.folder.exists()
    assert not kept_runs().exists()
    assert {path.name for path in tmp_path.iterdir()} <= {"claremont.tif", "claremont.tif.aux.xml"}
    assert results() == {}
    assert not hand.control("phrasegonProgress").isVisible()
    assert "Find" in hand.control("phrasegonRun").text()


def test_the_button_cancels_and_nothing_is_left(long_run, tmp_path):
    assert "Polygons so far" in results()
    long_run.click("phrasegonRun")
    assert "Cancelling" in long_run.text("phrasegonStage")
    long_run.wait_for_end()
    check_nothing_is_left(long_run, tmp_path)
    assert long_run.messages() == []


def test_escape_cancels(long_run, interface, tmp_path):
    interface.window.activateWindow()
    line = long_run.control("phrasegonPhraseText")
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Escape)
    long_run.wait_for_end()
    check_nothing_is_left(long_run, tmp_path)


def test_after_a_cancelled_run_the_next_one_works(long_run, tmp_path):
    long_run.click("phrasegonRun")
    long_run.wait_for_end()
    long_run.control("phrasegonDetail").setValue(0)
    long_run.run("trees")
    assert results()["trees"].featureCount() > 0


def test_a_raster_that_is_removed_cancels_its_run_and_says_so(long_run, raster, tmp_path):
    QgsProject.instance().removeMapLayer(raster.id())
    long_run.wait_for_end()
    check_nothing_is_left(long_run, tmp_path)
    assert any("raster was removed" in text for text in long_run.messages())


def test_a_project_that_is_closed_cancels_its_run(long_run, tmp_path):
    QgsProject.instance().clear()
    long_run.wait_for_end()
    check_nothing_is_left(long_run, tmp_path)


def test_a_dock_that_is_closed_goes_on(hand):
    hand.type("trees")
    hand.click("phrasegonRun")
    hand.dock.close()
    hand.wait_for_end()
    assert "trees" in results()


def test_another_active_layer_does_not_touch_the_run(hand, interface, scene):
    hand.type("trees")
    hand.click("phrasegonRun")
    interface.setActiveLayer(None)
    hand.wait_for_end()
    assert "trees" in results()


def test_shutting_down_in_a_run_leaves_nothing(long_run, make_dock, tmp_path):
    folder = long_run.dock.run.order.folder
    assert folder.exists()
    make_dock.end(long_run.dock)
    assert not folder.exists()
    assert not kept_runs().exists()
    assert results() == {}
    assert not (tmp_path / "trees.gpkg").exists()


@pytest.fixture
def own_hand(make_dock, interface, raster, wait_until):
    """With an engine that may come to harm."""
    engine = Engine(engine_python, log)
    dock = make_dock(engine)
    hand = Hand(dock, interface, wait_until)
    hand.engine = engine
    wait_until(lambda: dock.view.model.model is not None)
    yield hand
    engine.stop()


def test_a_killed_engine_is_one_message_whose_button_brings_the_result(own_hand, tmp_path):
    start(own_hand, tmp_path)
    os.kill(own_hand.engine.pid, signal.SIGKILL)
    own_hand.wait_for_end()
    assert len(own_hand.messages()) == 1
    assert results() == {}
    assert any(own_hand.dock.run.order.kept.journal.iterdir())
    again = []
    own_hand.dock.run.progressed.connect(lambda progress: again.append(progress.tiles_done))
    QTest.mouseClick(own_hand.bar_button("phrasegonRestart"), Qt.MouseButton.LeftButton)
    assert own_hand.dock.run.busy
    own_hand.wait_for_end()
    assert results()["trees"].featureCount() > 0
    assert (tmp_path / "trees.gpkg").is_file()
    assert next(done for done in again if done > 0) > 1, "the finished tiles were not done again"
    assert not kept_runs().exists()


def test_a_run_that_the_engine_died_of_is_left_to_the_next_qgis(own_hand, make_dock, tmp_path):
    start(own_hand, tmp_path)
    os.kill(own_hand.engine.pid, signal.SIGKILL)
    own_hand.wait_for_end()
    assert leftovers(kept_runs(), own_hand.engine) == [], "this QGIS holds it"
    make_dock.end(own_hand.dock)
    (leftover,) = leftovers(kept_runs(), own_hand.engine)
    assert leftover.record.request.phrases == ("trees",)
    assert 0 < leftover.recalled.tiles_done < leftover.recalled.tiles_total
    leftover.kept.remove()


def check_it_can_go_on(hand):
    """One message with a button, and what is finished is there."""
    (message,) = hand.messages()
    assert "Finished and kept:" in message
    assert results() == {}
    assert any(hand.dock.run.order.kept.journal.iterdir())
    return message


def go_on(hand, tmp_path):
    again = []
    hand.dock.run.progressed.connect(lambda progress: again.append(progress.tiles_done))
    QTest.mouseClick(hand.bar_button("phrasegonGoOn"), Qt.MouseButton.LeftButton)
    assert hand.dock.run.busy
    hand.wait_for_end()
    assert results()["trees"].featureCount() > 0
    assert (tmp_path / "trees.gpkg").is_file()
    assert next(done for done in again if done > 0) > 1, "the finished tiles were not done again"
    assert not kept_runs().exists()


def test_a_raster_that_changes_under_way_ends_the_run_which_goes_on_once_it_is_back(long_run, scene, tmp_path):
    before = scene.stat()
    os.utime(scene, ns=(0, 0))
    long_run.wait_for_end()
    assert "was changed or taken away during the run" in check_it_can_go_on(long_run)
    QTest.mouseClick(long_run.bar_button("phrasegonGoOn"), Qt.MouseButton.LeftButton)
    long_run.wait_for_end()
    assert "another scene" in check_it_can_go_on(long_run), "what is kept outlives a second failure"
    os.utime(scene, ns=(before.st_atime_ns, before.st_mtime_ns))
    go_on(long_run, tmp_path)


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only there a process is given a limit from outside")
def test_a_disk_that_is_full_ends_the_run_which_goes_on_once_there_is_room(own_hand, tmp_path):
    start(own_hand, tmp_path)
    engine, room = own_hand.engine.pid, resource.RLIM_INFINITY
    held = max(file.stat().st_size for file in own_hand.dock.run.order.kept.journal.iterdir())
    resource.prlimit(engine, resource.RLIMIT_FSIZE, (held, room))  # no file grows beyond
    own_hand.wait_for_end()
    assert "make room" in check_it_can_go_on(own_hand)
    resource.prlimit(engine, resource.RLIMIT_FSIZE, (room, room))
    go_on(own_hand, tmp_path)


def test_a_run_that_goes_on_and_is_cancelled_leaves_nothing(long_run, scene, tmp_path):
    os.utime(scene, ns=(0, 0))
    long_run.wait_for_end()
    check_it_can_go_on(long_run)
    QTest.mouseClick(long_run.bar_button("phrasegonGoOn"), Qt.MouseButton.LeftButton)
    long_run.click("phrasegonRun")
    long_run.wait_for_end()
    check_nothing_is_left(long_run, tmp_path)


def test_a_run_that_fails_before_any_tile_keeps_nothing(hand, scene, tmp_path):
    scene.write_bytes(b"no raster any more")
    hand.control("phrasegonOutput").setText(str(tmp_path / "trees.gpkg"))
    hand.run("trees")
    check_nothing_is_left(hand, tmp_path)
    (message,) = hand.messages()
    assert "kept" not in message
    assert hand.bar_button("phrasegonGoOn") is None


def test_another_run_forgets_the_one_that_was_broken_off(own_hand, tmp_path):
    start(own_hand, tmp_path)
    folder = own_hand.dock.run.order.folder
    os.kill(own_hand.engine.pid, signal.SIGKILL)
    own_hand.wait_for_end()
    own_hand.control("phrasegonDetail").setValue(0)
    own_hand.run("trees")
    assert not folder.exists()
    assert not kept_runs().exists()
    assert results()["trees"].featureCount() > 0


def test_without_an_engine_the_dock_says_so_and_leads_to_its_window(
    make_dock, interface, raster, wait_until, monkeypatch
):
    monkeypatch.delenv("PHRASEGON_ENGINE_PYTHON")
    dock = make_dock(Engine(engine_python, log))
    hand = Hand(dock, interface, wait_until)
    wanted = []
    dock.install_wanted.connect(lambda: wanted.append(True))
    wait_until(hand.control("phrasegonNotice").isVisible)
    hand.click("phrasegonInstall")
    assert wanted == [True]
    monkeypatch.setenv("PHRASEGON_ENGINE_PYTHON", str(Path(__file__).resolve().parents[3] / ".venv/bin/python"))
    dock.refresh()
    assert not hand.control("phrasegonNotice").isVisible()
