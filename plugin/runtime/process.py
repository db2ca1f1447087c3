"""Programs that run beside QGIS: watched, ended with all their children, never a window of their own."""

from __future__ import annotations

import os
import queue
import signal
import subprocess
import threading
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from ..errors import Cancelled

KEPT_LINES = 200
POLL_S = 0.1
GRACE_S = 5.0


@dataclass(frozen=True)
class Finished:
    """A program that has ended.

    Attributes:
        status: its exit status; 0 is success.
        output: the last lines it wrote.
    """

    status: int
    output: str


def run(
    command: Sequence[str],
    *,
    environment: Mapping[str, str],
    folder: Path,
    listen: Callable[[str], None] | None = None,
    cancelled: Callable[[], bool] = lambda: False,
) -> Finished:
    """Run a program to its end.

    Args:
        command: program and arguments.
        environment: all environment variables that it gets.
        folder: where it works.
        listen: gets each line it writes, and an empty text about ten times a second.
        cancelled: asked about ten times a second; when true, the program and its children are ended.

    Raises:
        Cancelled: it was ended; none of it runs any more.
        OSError: it cannot be started.
    """
    process = start(command, environment=environment, folder=folder)
    lines: queue.Queue[str | None] = queue.Queue()
    reader = threading.Thread(target=_read, args=(process, lines), daemon=True)
    reader.start()
    last: deque[str] = deque(maxlen=KEPT_LINES)
    try:
        for line in _lines(lines, cancelled):
            if line:
                last.append(line)
            if listen is not None:
                listen(line)
        status = process.wait()
    finally:
        end(process)
        reader.join(GRACE_S)
    return Finished(status, "\n".join(last))


def start(command: Sequence[str], *, environment: Mapping[str, str], folder: Path) -> subprocess.Popen[str]:
    """Start a program in a group of its own, without input, errors among its output.

    Raises:
        OSError: it cannot be started.
    """
    return subprocess.Popen(  # noqa: S603 (no shell; the callers name programs of their own)
        list(command),
        env=dict(environment),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
        start_new_session=os.name != "nt",
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )


def end(process: subprocess.Popen[str]) -> None:
    """End a program with its children, the hard way if need be; nothing happens if it has ended already."""
    if process.poll() is not None:
        return
    _signal(process, hard=False)
    try:
        process.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        _signal(process, hard=True)
        process.wait()


def _signal(process: subprocess.Popen[str], *, hard: bool) -> None:
    if os.name == "nt":
        taskkill = Path(os.environ.get("SYSTEMROOT", r"C:\Windows"), "System32", "taskkill.exe")
        command = [str(taskkill), "/F", "/T", "/PID", str(process.pid)]
        subprocess.run(command, capture_output=True, check=False, creationflags=0x08000000)  # noqa: S603 (no window)
        return
    try:
        os.killpg(process.pid, signal.SIGKILL if hard else signal.SIGTERM)
    except ProcessLookupError:
        return  # it ended in this moment


def _read(process: subprocess.Popen[str], lines: queue.Queue[str | None]) -> None:
    if process.stdout is not None:
        with process.stdout:
            for line in process.stdout:
                lines.put(line.rstrip())
    lines.put(None)


def _lines(lines: queue.Queue[str | None], cancelled: Callable[[], bool]) -> Iterator[str]:
    while True:
        if cancelled():
            raise Cancelled
        try:
            line = lines.get(timeout=POLL_S)
        except queue.Empty:
            line = ""
        if line is None:
            return
        yield line
