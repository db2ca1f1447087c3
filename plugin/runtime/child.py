"""One process of the engine: its lines in and out, and its end."""

from __future__ import annotations

import contextlib
import queue
import signal
import subprocess
import tempfile
import threading
from collections import deque
from collections.abc import Callable
from pathlib import Path
from typing import IO

from ...protocol import ANSWERS, Answer, Command, Failure, ProtocolError, Shutdown, decode, encode
from .environ import child_environment
from .proxy import proxy_variables

SCRIPT = Path(__file__).resolve().parents[2] / "model" / "engine" / "__main__.py"
KEPT_LINES = 60
"""Lines of standard error that are kept to tell how it ended."""
GRACE_S = 5.0
"""So long a process may take to end by itself."""
_FIRST_TO_GO = "500"


class Child:
    """A running engine.

    Attributes:
        python: the interpreter it runs in.
        stopping: whether it was asked to end.
        greeted: whether it has answered a greeting, which whoever talks to it notes here.

    Args:
        python: the interpreter to start it with.
        log: gets what it writes to standard error, line by line, in a thread of its own.

    Raises:
        OSError: it cannot be started.
    """

    def __init__(self, python: Path, log: Callable[[str], None]) -> None:
        self.python = python
        self.stopping = False
        self.greeted = False
        self._log = log
        self._last: deque[str] = deque(maxlen=KEPT_LINES)
        self._answers: queue.Queue[tuple[int, Answer] | None] = queue.Queue()
        self._sending = threading.Lock()
        self._process = _start(python)
        _offer_to_the_kernel(self._process.pid)
        self._errors = threading.Thread(target=self._read_errors, name="phrasegon errors", daemon=True)
        self._reader = threading.Thread(target=self._read_answers, name="phrasegon answers", daemon=True)
        self._errors.start()
        self._reader.start()

    @property
    def pid(self) -> int:
        """Number of the process."""
        return self._process.pid

    @property
    def running(self) -> bool:
        """Whether it has not ended yet."""
        return self._process.poll() is None

    @property
    def status(self) -> int | None:
        """Exit status, the negative number of the signal that ended it, or None while it runs."""
        return self._process.poll()

    @property
    def last_lines(self) -> str:
        """The end of what it wrote to standard error."""
        return "\n".join(tuple(self._last))

    def send(self, command: Command, job: int) -> None:
        """Send a command. A process that has ended gets nothing; ``receive`` is what tells of it."""
        with self._sending, contextlib.suppress(OSError, ValueError):
            _pipe(self._process.stdin).write(encode(command, job) + "\n")
            _pipe(self._process.stdin).flush()

    def receive(self, seconds: float) -> tuple[int, Answer] | None:
        """Wait for the next answer and its job; None: there was none in this time.

        Raises:
            EOFError: the process has ended and has nothing more to say.
        """
        try:
            answer = self._answers.get(timeout=seconds)
        except queue.Empty:
            if self.running:
                return None
            answer = self._last_answer()
        if answer is None:
            self._answers.put(None)
            raise EOFError
        return answer

    def stop(self, grace: float = GRACE_S) -> None:
        """Let it end, or end it where it takes longer.

        Args:
            grace: seconds it may take.
        """
        self.stopping = True
        self.send(Shutdown(), 0)
        self._close_input()
        try:
            self._process.wait(grace)
        except subprocess.TimeoutExpired:
            self.kill()
        self._reap()

    def kill(self) -> None:
        """End it at once and for good."""
        self._process.kill()
        self._process.wait()
        self._close_input()
        self._reap()

    def _last_answer(self) -> tuple[int, Answer] | None:
        """What is still to be read after its end, which a child of its own may keep from coming to its end."""
        try:
            return self._answers.get(timeout=GRACE_S)
        except queue.Empty:
            return None

    def _reap(self) -> None:
        for thread in (self._reader, self._errors):
            if thread is not threading.current_thread():
                thread.join(GRACE_S)

    def _close_input(self) -> None:
        with self._sending, contextlib.suppress(OSError):  # what had not been sent yet is nothing to it any more
            _pipe(self._process.stdin).close()

    def _read_answers(self) -> None:
        with _pipe(self._process.stdout) as lines:
            for line in lines:
                self._answers.put(_answer(line))
        # Waiting here is what leaves no zombie, even if nobody asks for anything again.
        try:
            self._process.wait(GRACE_S)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._errors.join(GRACE_S)
        self._answers.put(None)

    def _read_errors(self) -> None:
        with _pipe(self._process.stderr) as lines:
            for line in lines:
                text = line.rstrip()
                if text:
                    self._last.append(text)
                    self._log(text)


def how_it_ended(status: int | None) -> str:
    """Exit status or signal in words, for the log."""
    if status is not None and status < 0:
        try:
            return f"signal {-status} ({signal.Signals(-status).name})"
        except ValueError:
            return f"signal {-status}"
    return f"exit status {status}"


def _start(python: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(  # noqa: S603 (no shell; a Python that the user chose or that we made)
        [str(python), "-I", "-X", "utf8", "-X", "faulthandler", str(SCRIPT)],
        env={**child_environment(), **proxy_variables()},  # it fetches models from where QGIS's proxy leads
        cwd=tempfile.gettempdir(),  # neither the plugin's folder nor the user's data is kept busy
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        errors="replace",
        bufsize=1,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def _offer_to_the_kernel(pid: int) -> None:
    """When memory runs out, Linux shall end the engine and not QGIS."""
    with contextlib.suppress(OSError):
        Path(f"/proc/{pid}/oom_score_adj").write_text(_FIRST_TO_GO, encoding="ascii")


def _answer(line: str) -> tuple[int, Answer]:
    try:
        job, message = decode(line)
    except ProtocolError as error:
        return 0, Failure("ProtocolError", str(error), line[:2000])
    if isinstance(message, ANSWERS):
        return job, message
    return 0, Failure("ProtocolError", f"A {type(message).__name__.lower()} is no answer.")


def _pipe(stream: IO[str] | None) -> IO[str]:
    if stream is None:
        raise ValueError("the process was started without this pipe")
    return stream
