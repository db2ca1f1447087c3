from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from phrasegon.plugin.errors import Cancelled, Remedy, UserError
from phrasegon.plugin.log import log
from phrasegon.plugin.runtime.engine import Engine, EngineDied, EngineFailed
from phrasegon.plugin.runtime.python import engine_python
from phrasegon.protocol import Hello, Preview, Progress, Request, Result, Welcome
from phrasegon.protocol.version import version

from .processes import children, state

ROOT = Path(__file__).resolve().parents[3]
SCENE = ROOT / "resources" / "sample" / "claremont.tif"
PARENT = """
import sys
from pathlib import Path
from phrasegon.plugin.runtime.engine import Engine
from phrasegon.protocol import Hello, Request
engine = Engine(lambda: Path(sys.argv[1]), lambda line: None)
engine.ask(Hello("1"))
print(engine.pid, flush=True)
if len(sys.argv) > 2:
    engine.ask(Request(sys.argv[2], ("trees",), sys.argv[3], gsd=0.1), listen=lambda answer: print("busy", flush=True))
sys.stdin.read()
"""


def request(folder, **options):
    return Request(str(SCENE), ("trees",), str(folder / "trees.gpkg"), **options)


def long_request(folder):
    return request(folder, gsd=0.05)


@pytest.fixture
def own(application):
    """An engine that the test may harm."""
    engine = Engine(engine_python, log)
    yield engine
    engine.stop()


def test_it_starts_when_it_is_asked_and_tells_what_it_is(own):
    assert own.welcome is None
    assert own.pid is None
    assert not own.running
    answer = own.ask(Hello(version()))
    assert isinstance(answer, Welcome)
    assert answer.phrasegon == version()
    assert own.welcome == answer
    assert own.running
    assert "rs2sam2-nano" in {model.name for model in answer.models if model.installed}


def test_a_run_is_told_of_in_the_thread_that_asked(engine, tmp_path):
    heard = []
    answer = engine.ask(request(tmp_path), listen=lambda said: heard.append((said, threading.get_ident())))
    assert isinstance(answer, Result)
    assert answer.polygons > 0
    assert Path(answer.output).exists()
    assert {thread for _, thread in heard} == {threading.get_ident()}
    assert {"segmenting", "vectorising"} <= {said.stage for said, _ in heard if isinstance(said, Progress)}


def test_the_process_stays_for_the_next_question(engine, tmp_path):
    engine.ask(Hello("1"))
    pid = engine.pid
    engine.ask(request(tmp_path))
    assert engine.pid == pid


@pytest.mark.parametrize(
    ("options", "error", "words"),
    [
        ({"scene": "/nowhere/scene.tif"}, "SceneError", "The raster cannot be used: "),
        ({"phrases": (" ",)}, "PhraseError", "The phrase cannot be used: "),
        ({"model": "no-such-model"}, "ModelError", "The model cannot be used: "),
        ({"threshold": 7.0}, "OptionError", "A setting cannot be used: "),
        ({"output": "/nowhere/found.gpkg"}, "OutputError", "The result cannot be written: "),
        ({"weights": str(SCENE)}, "WeightsError", "The model's files cannot be used: "),
    ],
)
def test_each_failure_is_one_sentence_that_says_what_it_is_about(engine, tmp_path, options, error, words):
    command = Request(**{**vars(request(tmp_path)), **options})
    with pytest.raises(EngineFailed) as failed:
        engine.ask(command)
    assert failed.value.failure.error == error
    assert failed.value.sentence == words + failed.value.failure.message
    assert "Traceback" in failed.value.detail
    assert "\n" not in failed.value.sentence
    assert engine.running


def test_cancelling_ends_the_run_and_leaves_no_file_and_the_engine_alive(own, tmp_path):
    segmenting = threading.Event()

    def listen(said):
        if said.stage == "segmenting":
            segmenting.set()

    with pytest.raises(Cancelled):
        own.ask(long_request(tmp_path), listen=listen, cancelled=segmenting.is_set)
    assert own.running
    assert list(tmp_path.iterdir()) == []
    assert isinstance(own.ask(request(tmp_path)), Result)


def test_what_is_cancelled_from_the_start_starts_nothing(own, tmp_path):
    with pytest.raises(Cancelled):
        own.ask(request(tmp_path), cancelled=lambda: True)
    assert not own.running


def test_an_engine_that_hangs_is_ended_when_the_run_is_cancelled(own, tmp_path):
    own.ask(Hello("1"))
    pid = own.pid
    os.kill(pid, signal.SIGSTOP)
    asked = iter([False] * 5)
    with pytest.raises(Cancelled):
        own.ask(request(tmp_path), cancelled=lambda: next(asked, True))
    assert state(pid) is None
    assert isinstance(own.ask(Hello("1")), Welcome)


def test_two_threads_get_one_answer_each(engine, tmp_path):
    answers = {}

    def ask(name):
        (tmp_path / name).mkdir()
        answers[name] = engine.ask(request(tmp_path / name))

    threads = [threading.Thread(target=ask, args=(name,)) for name in ("first", "second")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert {Path(answer.output).parent.name for answer in answers.values()} == {"first", "second"}
    assert len({answer.polygons for answer in answers.values()}) == 1


def test_who_waits_for_another_ones_run_can_cancel(own, tmp_path):
    started, go_on = threading.Event(), threading.Event()
    ended = []

    def occupy():
        try:
            own.ask(long_request(tmp_path), listen=lambda _: started.set(), cancelled=go_on.is_set)
        except Cancelled:
            ended.append("first")

    thread = threading.Thread(target=occupy)
    thread.start()
    started.wait()
    with pytest.raises(Cancelled):
        own.ask(Hello("1"), cancelled=lambda: True)
    assert ended == []
    go_on.set()
    thread.join()
    assert ended == ["first"]


def test_a_listener_that_fails_leaves_no_run_behind(own, tmp_path):
    def fail(_):
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        own.ask(long_request(tmp_path), listen=fail)
    assert not own.running
    assert isinstance(own.ask(Hello("1")), Welcome)


def test_stop_ends_it_for_good_however_often(own):
    before = children()
    own.ask(Hello("1"))
    pid = own.pid
    assert children() - before == {pid}
    own.stop()
    assert state(pid) is None
    assert children() == before
    assert (own.pid, own.welcome, own.running) == (None, None, False)
    own.stop()


def test_stop_during_a_run_is_a_cancelled_run_and_starts_no_waiting_one(own, tmp_path):
    started, ended = threading.Event(), []

    def ask(name, listen):
        try:
            own.ask(long_request(tmp_path / name), listen=listen)
        except Cancelled:
            ended.append(name)

    first = threading.Thread(target=ask, args=("first", lambda _: started.set()))
    second = threading.Thread(target=ask, args=("second", lambda _: None))
    (tmp_path / "first").mkdir()
    first.start()
    started.wait()
    second.start()
    time.sleep(0.3)  # it waits for the first by now
    own.stop()
    first.join()
    second.join()
    assert sorted(ended) == ["first", "second"]
    assert not own.running


def test_after_a_stop_the_next_question_starts_it_again(own):
    own.ask(Hello("1"))
    own.stop()
    assert isinstance(own.ask(Hello("1")), Welcome)


@pytest.mark.parametrize("busy", [False, True])
def test_it_ends_when_qgis_is_killed(application, tmp_path, wait_until, busy):
    command = [sys.executable, "-c", PARENT, str(engine_python())]
    command += [str(SCENE), str(tmp_path / "trees.gpkg")] if busy else []
    environment = {**os.environ, "PYTHONPATH": str(ROOT / ".venv" / "src")}
    with subprocess.Popen(command, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as parent:
        pid = int(parent.stdout.readline())
        if busy:
            assert parent.stdout.readline() == "busy\n"
        assert state(pid) in ("R", "S", "D")
        parent.kill()
    # An orphan that has ended is init's to clear away.
    wait_until(lambda: state(pid) in (None, "Z"), 30)
    assert list(tmp_path.iterdir()) == []


def test_a_python_that_cannot_be_started_is_said(application, tmp_path):
    engine = Engine(lambda: tmp_path / "python", log)
    with pytest.raises(UserError) as error:
        engine.ask(Hello("1"))
    assert str(tmp_path / "python") in error.value.sentence
    assert error.value.remedy is Remedy.INSTALL


def test_no_python_is_said_by_who_knows_where_it_should_be(application):
    def missing():
        raise UserError("There is none.", remedy=Remedy.INSTALL)

    with pytest.raises(UserError, match="There is none"):
        Engine(missing, log).ask(Hello("1"))


def test_a_python_without_the_libraries_is_said_and_can_be_asked_again(application):
    lines = []
    engine = Engine(lambda: Path(sys.executable), lines.append)
    for _ in range(2):
        with pytest.raises(EngineFailed) as failed:
            engine.ask(Hello("1"))
        assert failed.value.failure.error == "EngineImportError"
        assert failed.value.remedy is Remedy.INSTALL
        assert sys.executable in failed.value.sentence
    assert not engine.running


def test_a_program_that_is_no_python_is_no_engine(application):
    engine = Engine(lambda: Path("/bin/false"), log)
    with pytest.raises(EngineDied) as died:
        engine.ask(Hello("1"))
    assert died.value.remedy is Remedy.INSTALL
    assert "exit status 1" in died.value.detail


def test_what_is_no_message_is_said_and_ends_the_conversation(application):
    engine = Engine(lambda: Path("/bin/echo"), log)
    with pytest.raises(EngineFailed) as failed:
        engine.ask(Hello("1"))
    assert failed.value.failure.error == "ProtocolError"
    assert not engine.running


def test_previews_are_told_of(engine, tmp_path):
    (tmp_path / "preview").mkdir()
    heard = []
    engine.ask(request(tmp_path, preview=str(tmp_path / "preview")), listen=heard.append)
    previews = [said for said in heard if isinstance(said, Preview)]
    assert {preview.phrase for preview in previews} == {"trees"}
    assert all(Path(preview.polygons).exists() for preview in previews)
