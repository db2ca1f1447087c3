"""What Linux knows of a process."""

from __future__ import annotations

from pathlib import Path


def state(pid):
    """Its letter in /proc, such as R, S or Z (a zombie); None: there is no such process."""
    try:
        return Path(f"/proc/{pid}/stat").read_text(encoding="ascii").rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return None


def children():
    """Processes that this one has started and that are still there, zombies among them."""
    return {int(pid) for task in Path("/proc/self/task").iterdir() for pid in (task / "children").read_text().split()}


def environment(pid):
    """The variables that it was started with."""
    entries = Path(f"/proc/{pid}/environ").read_bytes().decode().split("\0")
    return dict(entry.split("=", 1) for entry in entries if entry)
