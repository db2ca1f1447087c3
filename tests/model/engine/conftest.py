"""The engine as QGIS starts it: a process of its own, spoken to through pipes."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from types import TracebackType
from typing import IO, Any

import pytest

from phrasegon.protocol import Answer, Command, Preview, Progress, decode, encode

ROOT = Path(__file__).resolve().parents[3]
MAIN = ROOT / "model" / "engine" / "__main__.py"


class Talk:
    """A conversation with an engine.

    Attributes:
        process: the engine.
        heard: answers to the last command, the final one included.
    """

    def __init__(
        self,
        python: str = sys.executable,
        environment: dict[str, str] | None = None,
        stderr: IO[bytes] | int = subprocess.DEVNULL,
    ) -> None:
        self.process = subprocess.Popen(
            [python, "-I", "-X", "utf8", str(MAIN)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=stderr,
            cwd=ROOT.root,
            env=os.environ | (environment or {}),
        )
        self._job = 0
        self.heard: list[Answer] = []

    def send(self, command: Command, job: int | None = None) -> int:
        """Say a command without waiting; returns its job's number."""
        self._job += 1
        number = self._job if job is None else job
        self.send_line(encode(command, number))
        return number

    def send_line(self, line: str) -> None:
        self.process.stdin.write(line.encode() + b"\n")
        self.process.stdin.flush()

    def hear(self) -> tuple[int, Answer]:
        """The next answer and its job."""
        line = self.process.stdout.readline()
        assert line, f"the engine has ended with {self.process.wait(60)}"
        return decode(line.decode())

    def ask(self, command: Command) -> Answer:
        """The final answer to a command."""
        number = self.send(command)
        self.heard = []
        while True:
            job, answer = self.hear()
            assert job == number
            self.heard.append(answer)
            if not isinstance(answer, Progress | Preview):
                return answer

    def stages(self) -> list[str]:
        return [answer.stage for answer in self.heard if isinstance(answer, Progress)]

    def end(self) -> int:
        """Go away, as QGIS does, and return the exit status."""
        self.process.stdin.close()
        return self.process.wait(60)

    def __enter__(self) -> Talk:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        with contextlib.suppress(BrokenPipeError):
            self.process.stdin.close()


@pytest.fixture
def start() -> Iterator[Callable[..., Talk]]:
    """Starts engines, which end with the test."""
    talks: list[Talk] = []

    def begin(*arguments: Any, **options: Any) -> Talk:
        talks.append(Talk(*arguments, **options))
        return talks[-1]

    yield begin
    for talk in talks:
        talk.__exit__(None, None, None)


@pytest.fixture(scope="module")
def start_once() -> Iterator[Callable[..., Talk]]:
    """Starts engines, which end with the module's last test."""
    with contextlib.ExitStack() as stack:
        yield lambda **options: stack.enter_context(Talk(**options))


@pytest.fixture(scope="module")
def engine(start_once: Callable[..., Talk]) -> Talk:
    """One engine for the tests that leave it as it was."""
    return start_once()


@pytest.fixture(scope="session")
def claremont() -> Path:
    return ROOT / "resources" / "sample" / "claremont.tif"
