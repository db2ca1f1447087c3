from __future__ import annotations

import os
import signal
import threading
from pathlib import Path

import pytest
from qgis.core import QgsApplication

from phrasegon.plugin.errors import Cancelled, Remedy, UserError
from phrasegon.plugin.log import log
from phrasegon.plugin.runtime.engine import Engine, EngineDied, EngineFailed
from phrasegon.plugin.runtime.python import engine_python
from phrasegon.plugin.runtime.task import EngineTask
from phrasegon.protocol import Hello, Progress, Request, Result

SCENE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "claremont.tif"


class Ear:
    """Hears what a task says, and in which thread."""

    def __init__(self, task):
        self.said, self.ends, self.threads = [], [], set()
        task.said.connect(lambda answer: self._hear(self.said, answer))
        task.answered.connect(lambda answer: self._hear(self.ends, answer))
        task.failed.connect(lambda error: self._hear(self.ends, error))
        task.cancelled_.connect(lambda: self._hear(self.ends, Cancelled))

    def _hear(self, heard, what):
        heard.append(what)
        self.threads.add(threading.get_ident())


@pytest.fixture
def run(wait_until):
    """Runs a task to its end; returns what was heard, the end being one."""

    def run_to_the_end(task, meanwhile=lambda ear: None):
        ear = Ear(task)
        task.start()
        wait_until(lambda: meanwhile(ear) or ear.ends)
        wait_until(lambda: QgsApplication.taskManager().countActiveTasks() == 0)
        assert len(ear.ends) == 1
        return ear

    return run_to_the_end


def request(folder, **options):
    return Request(str(SCENE), ("trees",), str(folder / "trees.gpkg"), **options)


def test_progress_and_answer_are_heard_in_the_main_thread(run, engine, tmp_path):
    ear = run(EngineTask("a run", engine, request(tmp_path)))
    (answer,) = ear.ends
    assert isinstance(answer, Result)
    assert {"segmenting", "vectorising"} <= {said.stage for said in ear.said if isinstance(said, Progress)}
    assert ear.threads == {threading.get_ident()}


def test_what_comes_before_the_question_runs_in_the_background(run, engine, tmp_path):
    threads = []

    def prepare(cancelled):
        assert not cancelled()
        threads.append(threading.get_ident())
        return request(tmp_path)

    assert isinstance(run(EngineTask("a run", engine, prepare)).ends[0], Result)
    assert len(threads) == 1
    assert threads[0] != threading.get_ident()


def test_a_failure_is_an_error_for_the_user(run, engine, tmp_path):
    (error,) = run(EngineTask("a run", engine, request(tmp_path, model="no-such-model"))).ends
    assert isinstance(error, EngineFailed)
    assert error.failure.error == "ModelError"


def test_an_error_before_the_question_is_passed_on(run, engine):
    def fail(cancelled):
        raise UserError("The layer is gone.")

    (error,) = run(EngineTask("a run", engine, fail)).ends
    assert error.sentence == "The layer is gone."


def test_a_defect_before_the_question_does_not_take_qgis_with_it(run, engine):
    def fail(cancelled):
        raise ZeroDivisionError("a mistake of ours")

    (error,) = run(EngineTask("a run", engine, fail)).ends
    assert isinstance(error, UserError)
    assert "log" in error.sentence
    assert "a mistake of ours" in error.detail
    assert "Traceback" in error.detail


def test_cancelling_is_heard_of_once_and_leaves_no_file(run, engine, tmp_path):
    task = EngineTask("a run", engine, request(tmp_path, gsd=0.05))
    ear = run(task, meanwhile=lambda ear: task.cancel() if ear.said and not ear.ends else None)
    assert ear.ends == [Cancelled]
    assert list(tmp_path.iterdir()) == []


def test_a_task_that_waits_for_the_engine_can_be_cancelled(engine, tmp_path, wait_until):
    first = EngineTask("first", engine, request(tmp_path, gsd=0.05))
    second = EngineTask("second", engine, Hello("1"))
    ears = [Ear(first), Ear(second)]
    first.start()
    wait_until(lambda: ears[0].said)
    second.start().cancel()
    wait_until(lambda: ears[1].ends)
    assert ears[1].ends == [Cancelled]
    assert ears[0].ends == []
    first.cancel()
    wait_until(lambda: ears[0].ends)


def test_a_killed_engine_is_one_error_with_a_button_to_start_it_again(run, application, tmp_path):
    engine = Engine(engine_python, log)
    killed = []

    def kill(ear):
        if ear.said and not killed:
            killed.append(engine.pid)
            os.kill(engine.pid, signal.SIGKILL)

    (error,) = run(EngineTask("a run", engine, request(tmp_path, gsd=0.05)), meanwhile=kill).ends
    assert isinstance(error, EngineDied)
    assert error.remedy is Remedy.RESTART
    assert isinstance(run(EngineTask("again", engine, request(tmp_path))).ends[0], Result)
    engine.stop()
