"""What this computer is, as far as the choice of torch goes."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from .environ import child_environment

_SYSTEMS = {"linux": "linux", "win32": "windows", "darwin": "macos"}
_PROCESSORS = {"amd64": "x86_64", "x86_64": "x86_64", "aarch64": "aarch64", "arm64": "arm64"}
_WAIT_S = 20


@dataclass(frozen=True)
class Machine:
    """A computer.

    Attributes:
        platform: system and processor, such as ``linux-x86_64``.
        card: name of its NVIDIA card; empty: it has none that its driver knows.
        driver: first number of that driver's version; 0: no card.
    """

    platform: str
    card: str = ""
    driver: int = 0


def this_machine() -> Machine:
    """Look at this computer; takes up to some seconds, because the driver is asked."""
    system = _SYSTEMS.get(sys.platform, sys.platform)
    processor = platform.machine().lower()
    if system == "macos" and _ask("/usr/sbin/sysctl", "-n", "hw.optional.arm64").strip() == "1":
        processor = "arm64"  # QGIS itself may be an Intel program in translation
    card, driver = _nvidia()
    return Machine(f"{system}-{_PROCESSORS.get(processor, processor)}", card, driver)


def _nvidia() -> tuple[str, int]:
    for program in _nvidia_smi():
        first = _ask(program, "--query-gpu=driver_version,name", "--format=csv,noheader").partition("\n")[0]
        version, _, name = first.partition(",")
        driver = version.strip().partition(".")[0]
        if driver.isdigit() and name:
            return name.strip(), int(driver)
    return "", 0


def _nvidia_smi() -> list[str]:
    windows = os.environ.get("SYSTEMROOT", "")
    usual = [f"{windows}/System32/nvidia-smi.exe"] if windows else ["/usr/lib/wsl/lib/nvidia-smi"]
    found = [shutil.which("nvidia-smi"), *(path for path in usual if Path(path).is_file())]
    return [path for path in found if path]


def _ask(*command: str) -> str:
    """What a program says; nothing if it is not there or fails."""
    try:
        done = subprocess.run(  # noqa: S603 (programs of the system)
            command,
            env=child_environment(),
            capture_output=True,
            text=True,
            errors="replace",
            timeout=_WAIT_S,
            check=False,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout if done.returncode == 0 else ""
