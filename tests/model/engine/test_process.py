"""The engine's process: what it keeps to itself, and how it ends."""

from __future__ import annotations

import re
import signal
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import psutil
import pytest

from phrasegon.model.engine import __main__ as bootstrap
from phrasegon.model.engine.server import UNFIT
from phrasegon.protocol import Cancel, Failure, Hello, Progress, Request, Result, Shutdown, Welcome, encode

ROOT = Path(__file__).resolve().parents[3]
LIBRARIES = sysconfig.get_path("purelib")
BIN = "Scripts" if sys.platform == "win32" else "bin"


@pytest.fixture
def long_run(tmp_path) -> Request:
    """Hundreds of tiles."""
    scene = ROOT / "resources" / "sample" / "banepa.tif"
    return Request(str(scene), ("buildings",), str(tmp_path / "out.gpkg"), gsd=0.04, overlap=0.75)


@pytest.fixture
def temporary(tmp_path) -> Path:
    """Where engines put what is temporary."""
    folder = tmp_path / "temporary"
    folder.mkdir()
    return folder


@pytest.fixture
def make_python(tmp_path) -> Callable[..., str]:
    """Makes an environment, with the libraries of this one or without, whose Python begins with some code."""

    def make(code: str = "", *, libraries: bool = True) -> str:
        home = tmp_path / "environment"
        venv.create(home, symlinks=True)
        site = Path(sysconfig.get_path("purelib", vars={"base": str(home), "platbase": str(home)}))
        (site / "beginning.py").write_text(code)
        (site / "beginning.pth").write_text((f"{LIBRARIES}\n" if libraries else "") + "import beginning\n")
        return str(home / BIN / "python")

    return make


def begin(talk, request):
    """Have some tiles of a run done."""
    number = talk.send(request)
    while True:
        _, answer = talk.hear()
        assert isinstance(answer, Progress)
        if answer.tiles_done:
            assert answer.tiles_done < answer.tiles_total
            return number


def last_answer(talk):
    while isinstance(answer := talk.hear()[1], Progress):
        pass
    return answer


def test_a_cancelled_run_leaves_nothing_and_the_engine_goes_on(start, long_run, claremont, temporary, tmp_path):
    talk = start(environment={"TMPDIR": str(temporary), "TMP": str(temporary)})
    number = begin(talk, replace(long_run, probability=str(tmp_path / "p.tif")))
    talk.send(Cancel(), number)
    assert last_answer(talk).error == "Cancelled"
    assert [path.name for path in tmp_path.iterdir()] == ["temporary"]
    assert list(temporary.iterdir()) == []
    again = talk.ask(replace(long_run, scene=str(claremont), gsd=None))
    assert isinstance(again, Result)
    assert "loading" not in talk.stages()


def test_it_ends_when_qgis_closes_the_conversation_in_the_middle_of_a_run(start, long_run, temporary, tmp_path):
    talk = start(environment={"TMPDIR": str(temporary), "TMP": str(temporary)})
    begin(talk, long_run)
    assert talk.end() == 0
    assert [path.name for path in tmp_path.iterdir()] == ["temporary"]
    assert list(temporary.iterdir()) == []


def test_it_ends_when_told_to_in_the_middle_of_a_run(start, long_run):
    talk = start()
    begin(talk, long_run)
    talk.send(Shutdown())
    assert talk.process.wait(60) == 0


@pytest.mark.skipif(sys.platform == "win32", reason="no SIGKILL")
def test_it_ends_when_qgis_is_killed(long_run):
    qgis = """
import subprocess, sys, time
python, main, line = sys.argv[1:]
engine = subprocess.Popen([python, "-I", "-X", "utf8", main], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
engine.stdin.write(line.encode() + b"\\n")
engine.stdin.flush()
while b"segmenting" not in engine.stdout.readline():
    pass
print(engine.pid, flush=True)
time.sleep(600)
"""
    command = [sys.executable, "-c", qgis, sys.executable, bootstrap.__file__, encode(long_run, 1)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as parent:
        try:
            engine = psutil.Process(int(parent.stdout.readline()))
            assert engine.is_running()
        finally:
            parent.send_signal(signal.SIGKILL)
    _, alive = psutil.wait_procs([engine], timeout=60)
    for process in alive:
        process.kill()
    assert not alive


def test_what_libraries_print_does_not_reach_the_conversation(start, make_python, claremont, tmp_path):
    code = """
import os, threading
def print_on():
    while True:
        os.write(1, b"from C\\n")
        print("from Python")
        stop.wait(0.01)
stop = threading.Event()
original = os.dup2
def dup2(source, target, *more):
    done = original(source, target, *more)
    if target == 1:
        threading.Thread(target=print_on, daemon=True).start()
    return done
os.dup2 = dup2
"""
    with (tmp_path / "log").open("wb") as log:
        talk = start(make_python(code), stderr=log)
        assert isinstance(talk.ask(Hello("0")), Welcome)
        assert isinstance(talk.ask(Request(str(claremont), ("trees",), str(tmp_path / "out.gpkg"))), Result)
        talk.end()
    text = (tmp_path / "log").read_text()
    assert "from C\n" in text
    assert "from Python\n" in text


def test_neither_the_plugin_s_folder_nor_its_parent_is_searched_for_modules(start, make_python, tmp_path):
    noted = tmp_path / "path.txt"
    code = f"""
import os, sys
leave = os._exit
def note_and_leave(status):
    import phrasegon
    with open({str(noted)!r}, "w") as file:
        file.write("\\n".join([phrasegon.__file__, *sys.path]))
    leave(status)
os._exit = note_and_leave
"""
    python = make_python(code)
    other = Path(sysconfig.get_path("purelib", vars={"base": str(tmp_path / "environment")})) / "phrasegon"
    other.mkdir()
    (other / "__init__.py").write_text("raise ImportError('the wrong one')")
    talk = start(python)
    assert isinstance(talk.ask(Hello("0")), Welcome)
    talk.end()
    loaded, *searched = noted.read_text().splitlines()
    assert Path(loaded) == ROOT / "__init__.py"
    assert not {ROOT, ROOT.parent, ROOT / "model" / "engine", Path()} & set(map(Path, searched))


def test_a_python_without_the_libraries_is_told_of(start, make_python, claremont):
    python = make_python(libraries=False)
    for command in (Hello("0"), Request(str(claremont), ("trees",), "trees.gpkg")):
        talk = start(python)
        failure = talk.ask(command)
        assert isinstance(failure, Failure)
        assert failure.error == "EngineImportError"
        assert "lacks the module" in failure.message
        assert python in failure.message
        assert talk.process.wait(60) == UNFIT


def test_a_python_that_is_too_old_is_told_of(start, make_python):
    talk = start(make_python("import sys\nsys.version_info = (3, 9, 18)"))
    failure = talk.ask(Hello("0"))
    assert failure.error == "EngineImportError"
    assert "3.10 or newer" in failure.message
    assert "3.9.18" in failure.message
    assert talk.process.wait(60) == UNFIT


@pytest.mark.parametrize(
    ("error", "name", "says"),
    [("ZeroDivisionError", "Defect", "ZeroDivisionError.*report it"), ("MemoryError", "OutOfMemory", "smaller model")],
)
def test_what_no_sentence_was_written_for_is_told_of_and_the_engine_goes_on(
    start, make_python, claremont, tmp_path, error, name, says
):
    code = f"""
import sys
def fail(event, arguments):
    if event == "open" and str(arguments[0]).endswith("faulty.safetensors"):
        raise {error}
sys.addaudithook(fail)
"""
    talk = start(make_python(code))
    weights = tmp_path / "faulty.safetensors"
    weights.touch()
    request = Request(str(claremont), ("trees",), str(tmp_path / "out.gpkg"), weights=str(weights))
    failure = talk.ask(request)
    assert failure.error == name
    assert re.search(says, failure.message)
    assert f"{error}" in failure.detail
    assert "Traceback" in failure.detail
    assert isinstance(talk.ask(replace(request, weights=None)), Result)
