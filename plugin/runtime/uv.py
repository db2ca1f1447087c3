"""uv, which makes the engine's environment: found on this computer, else fetched for the time it is needed."""

from __future__ import annotations

import os
import platform
import re
import shutil
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from ..errors import UserError
from ..translation import tr
from . import causes, interpreter, process
from .environ import child_environment
from .environment import ROOT
from .proxy import proxy_variables

REQUIREMENTS = ROOT / "requirements" / "uv.txt"
OLDEST = (0, 8)
_PROGRAM = "uv.exe" if os.name == "nt" else "uv"
# The user's own settings of uv that say how packages are reached; all others could send the work somewhere else.
_REACHING = (
    *("UV_INDEX", "UV_DEFAULT_INDEX", "UV_EXTRA_INDEX", "UV_HTTP_", "UV_REQUEST_", "UV_KEYRING_", "UV_INSECURE"),
    *("UV_OFFLINE", "UV_NATIVE_TLS", "UV_SYSTEM_CERTS", "UV_PYTHON_INSTALL_MIRROR", "UV_CONFIG_FILE"),
)


@dataclass(frozen=True)
class Uv:
    """A uv and the folder it works in, which holds all that it keeps.

    Attributes:
        program: the program.
        folder: a folder of our own.
        pythons: folder for Pythons that it fetches.
    """

    program: Path
    folder: Path
    pythons: Path

    @property
    def cache(self) -> Path:
        """Where downloads go."""
        return self.folder / "cache"

    def run(
        self,
        *arguments: str,
        listen: Callable[[str], None] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
        **variables: str,
    ) -> process.Finished:
        """Run uv to its end.

        Args:
            arguments: the command.
            listen: gets each line that it writes, and an empty text about ten times a second.
            cancelled: asked about ten times a second.
            variables: more environment variables.

        Raises:
            Cancelled: it was ended.
            UserError: it cannot be started.
        """
        command = [str(self.program), *arguments, "--color", "never"]
        try:
            return process.run(
                command,
                environment={**self._environment(), **variables},
                folder=self.folder,
                listen=listen,
                cancelled=cancelled,
            )
        except OSError as error:
            raise causes.error_of_system(error) from error

    def _environment(self) -> dict[str, str]:
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        return {
            **working_environment(temporary),
            "UV_CACHE_DIR": str(self.cache),
            "UV_PYTHON_INSTALL_DIR": str(self.pythons),
            "UV_PYTHON_INSTALL_BIN": "0",
            "UV_PYTHON_INSTALL_REGISTRY": "0",
        }


def working_environment(temporary: Path) -> dict[str, str]:
    """Variables for uv and pip: the proxy of QGIS, temporary files in a folder of our own."""
    kept = {
        name: value
        for name, value in child_environment().items()
        if not name.startswith("UV_") or name.startswith(_REACHING)
    }
    own = {**dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)), "PATH": _path_without_qgis(kept.get("PATH", ""))}
    return {**kept, **proxy_variables(), **own}


def _path_without_qgis(path: str) -> str:
    """Where QGIS brings a Python of its own, that one is not for us."""
    if platform.system() == "Linux":
        return path
    own = Path(sys.base_prefix)
    return os.pathsep.join(entry for entry in path.split(os.pathsep) if own not in (Path(entry), *Path(entry).parents))


def find(folder: Path) -> Path | None:
    """A uv of this computer that is new enough; None: there is none.

    Args:
        folder: an existing folder to work in.
    """
    home = Path.home()
    usual = [home / ".local" / "bin", home / ".cargo" / "bin", Path("/opt/homebrew/bin"), Path("/usr/local/bin")]
    on_path = shutil.which("uv")
    places = [Path(on_path)] if on_path else []
    places += [place / _PROGRAM for place in usual]
    return next((path for path in places if path.is_file() and _is_new_enough(path, folder)), None)


def fetch(folder: Path, *, wheels: Path | None = None, cancelled: Callable[[], bool] = lambda: False) -> Path:
    """Get uv as a wheel, checked against its hashes, into a folder.

    Args:
        folder: an existing folder; what is fetched stays in it.
        wheels: folder of wheels to take it from, without network.
        cancelled: asked about ten times a second.

    Raises:
        Cancelled: it was ended.
        UserError: no Python with pip, or the download failed.
    """
    python = interpreter.with_pip()
    if python is None:
        raise UserError(
            tr("Neither uv nor a Python with pip was found, and one of them is needed: install uv on this computer.")
        )
    target = folder / "uv"
    command = [str(python), "-I", "-m", "pip", "install", "--target", str(target), "--no-deps", "--no-cache-dir"]
    command += ["--only-binary", ":all:", "--require-hashes", "--disable-pip-version-check", "--no-input"]
    command += ["--requirement", str(REQUIREMENTS)]
    if wheels is not None:
        command += ["--no-index", "--find-links", str(wheels)]
    try:
        done = process.run(command, environment=working_environment(folder), folder=folder, cancelled=cancelled)
    except OSError as error:
        raise causes.error_of_system(error) from error
    program = next((path for path in target.rglob(_PROGRAM) if path.is_file()), None) if target.is_dir() else None
    if done.status or program is None:
        raise causes.error_of(done.output)
    return program


def _is_new_enough(program: Path, folder: Path) -> bool:
    try:
        done = process.run([str(program), "--version"], environment=child_environment(), folder=folder)
    except OSError:
        return False
    found = re.search(r"\buv (\d+)\.(\d+)", done.output)
    return done.status == 0 and found is not None and (int(found[1]), int(found[2])) >= OLDEST
