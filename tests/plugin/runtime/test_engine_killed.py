"""The engine is killed at random moments: one error each time, nothing half-written, and the next question works."""

from __future__ import annotations

import os
import random
import resource
import signal
import threading
from dataclasses import dataclass
from pathlib import Path

import pytest

from phrasegon.plugin.errors import Remedy
from phrasegon.plugin.runtime.engine import Engine, EngineDied, EngineFailed
from phrasegon.plugin.runtime.python import engine_python
from phrasegon.protocol import Hello, Progress, Request, Result

from .processes import children, state

SCENE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "claremont.tif"
TABLE = "PHRASEGON_KILL_TABLE"
STAGES = ("loading", "segmenting", "vectorising", "writing")
SEED = 20


@dataclass(frozen=True)
class Moment:
    """When to kill.

    Attributes:
        when: ``starting`` (at once, before hello), ``greeting`` (after a part of the time that hello takes), a stage of
            a run, or ``idle``.
        number: which message of that stage to kill at, counted from 0.
        delay: how long after that message, or after the start, in seconds.
    """

    when: str
    number: int = 0
    delay: float = 0.0


def moments():
    chance = random.Random(SEED)
    drawn = [Moment("starting"), Moment("idle"), *(Moment("greeting", 0, chance.random()) for _ in range(4))]
    while len(drawn) < 20:
        stage = chance.choice(STAGES)
        number = chance.randrange(3) if stage == "segmenting" else 0
        # Vectorising and writing are over in a moment: there the processes' own pace is chance enough.
        delay = chance.uniform(0, 0.2) if stage in ("loading", "segmenting") else 0.0
        drawn.append(Moment(stage, number, delay))
    return drawn


class Killer:
    """Kills the engine at a moment, and tells what it did."""

    def __init__(self, engine, moment):
        self._engine, self._moment = engine, moment
        self._seen = 0
        self.pid = None

    def kill(self):
        self.pid = self._engine.pid
        os.kill(self.pid, signal.SIGKILL)

    def listen(self, said):
        if isinstance(said, Progress) and said.stage == self._moment.when:
            if self._seen == self._moment.number:
                threading.Timer(self._moment.delay, self.kill).start() if self._moment.delay else self.kill()
            self._seen += 1

    def wait_for_the_process(self, seconds):
        """Kill in another thread, so long after the process is there."""
        ended = threading.Event()

        def watch():
            while self._engine.pid is None and not ended.wait(0.001):
                pass
            if not ended.wait(seconds):
                self.kill()

        threading.Thread(target=watch, daemon=True).start()
        return ended


def request(folder):
    """A run of four tiles that keeps a journal."""
    (folder / "journal").mkdir(exist_ok=True)
    output, probability = str(folder / "trees.gpkg"), str(folder / "trees.tif")
    journal = str(folder / "journal")
    return Request(str(SCENE), ("trees",), output, gsd=0.2, probability=probability, journal=journal)


@pytest.fixture(scope="module")
def table():
    """What happened, for a document; written where the environment variable names a file."""
    rows = []
    yield rows
    target = os.environ.get(TABLE)
    if target:
        head = "| killed while | errors | remedy | files left | state of the process | next question |\n"
        Path(target).write_text(head + "|---|---|---|---|---|---|\n" + "".join(rows), encoding="utf-8")


@pytest.fixture(scope="module")
def unbroken(application, tmp_path_factory):
    """The run that nobody killed: how many polygons, and the probabilities."""
    folder = tmp_path_factory.mktemp("unbroken")
    engine = Engine(engine_python, lambda line: None)
    try:
        result = engine.ask(request(folder))
    finally:
        engine.stop()
    return result.polygons, (folder / "trees.tif").read_bytes()


@pytest.fixture
def own(application):
    engine = Engine(engine_python, lambda line: None)
    before = children()
    yield engine
    engine.stop()
    assert children() <= before


def errors_of(engine, command, killer, moment):
    """Ask once, killed at the moment; the errors that came of it."""
    ended = threading.Event()
    if moment.when == "starting":
        ended = killer.wait_for_the_process(0)
    elif moment.when == "greeting":
        ended = killer.wait_for_the_process(moment.delay)
    try:
        engine.ask(command, listen=killer.listen)
    except EngineDied as error:
        return [error]
    finally:
        ended.set()
    if moment.when == "idle":
        killer.kill()
    return []


@pytest.mark.parametrize("moment", moments(), ids=lambda moment: f"{moment.when}-{moment.number}-{moment.delay:.3f}")
def test_a_killed_engine_is_one_error_and_the_next_question_works(own, tmp_path, unbroken, table, wait_until, moment):
    command, killer = request(tmp_path), Killer(own, moment)
    errors = errors_of(own, command, killer, moment)
    assert killer.pid is not None
    wait_until(lambda: state(killer.pid) is None)
    # Nothing was lost by an engine that was killed while it had nothing to do, so nobody need hear of it.
    assert len(errors) == (0 if moment.when == "idle" else 1)
    for error in errors:
        assert error.remedy is Remedy.RESTART
        assert "signal 9 (SIGKILL)" in error.detail
    finished = {Path(command.output), Path(command.probability)} if moment.when == "idle" else set()
    left = {path for path in tmp_path.iterdir() if not path.name.startswith(".")} - {tmp_path / "journal"}
    assert left == finished
    result = own.ask(command)
    assert isinstance(result, Result)
    assert (result.polygons, Path(command.probability).read_bytes()) == unbroken
    assert {path.name for path in tmp_path.iterdir()} == {"trees.gpkg", "trees.tif"}  # nor anything hidden
    names = ", ".join(sorted(path.name for path in left)) or "none"
    remedy = errors[0].remedy.value if errors else "–"
    number = f", message {moment.number + 1}" if moment.when == "segmenting" else ""
    label = f"{moment.when}{number}" + (f", after {moment.delay:.2f} s" if moment.delay else "")
    table.append(f"| {label} | {len(errors)} | {remedy} | {names} | gone | works, same bytes as unbroken |\n")


def test_an_engine_without_memory_is_one_error_and_the_next_question_works(own, tmp_path):
    own.ask(Hello("1"))
    pid = own.pid
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[0])
    size = pages * resource.getpagesize()
    resource.prlimit(pid, resource.RLIMIT_AS, (size + 50_000_000, resource.RLIM_INFINITY))
    with pytest.raises((EngineDied, EngineFailed)) as raised:
        own.ask(request(tmp_path))
    if isinstance(raised.value, EngineFailed):  # it noticed in time
        assert raised.value.failure.error == "OutOfMemory"
    assert state(pid) is None
    assert isinstance(own.ask(request(tmp_path)), Result)
