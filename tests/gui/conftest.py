"""The real QGIS desktop on a virtual screen, with the built zip unpacked into a fresh profile."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
DROPPED = ("PYTHON", "QT_", "DISPLAY", "PHRASEGON_ENGINE")


class Desktop:
    """QGIS with a profile of its own; each call of ``run`` is one session, from its start to its end."""

    def __init__(self, folder: Path, archive: Path) -> None:
        self.folder = folder
        profile = folder / "profiles" / "test"
        with zipfile.ZipFile(archive) as plugin:
            plugin.extractall(profile / "python" / "plugins")
        settings = profile / "QGIS" / "QGIS3.ini"
        settings.parent.mkdir(parents=True)
        settings.write_text("[PythonPlugins]\nphrasegon=true\n", encoding="utf-8")

    def run(self, script: str, seconds: int = 240, **given: str) -> dict:
        """What the script saw.

        Args:
            script: file beside this one.
            seconds: how long QGIS may take.
            given: environment variables.
        """
        report = self.folder / f"{Path(script).stem}.json"
        environment = {name: value for name, value in os.environ.items() if not name.startswith(DROPPED)}
        environment.update(
            {"HOME": str(self.folder), "XDG_RUNTIME_DIR": str(self.folder), "PHRASEGON_REPORT": str(report)}
        )
        environment.update({"PHRASEGON_GUI": str(HERE), "PHRASEGON_HOME": str(self.folder / "Phrasegon Däta"), **given})
        command = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1400x900x24", "qgis", "--nologo"]
        command += ["--noversioncheck", "--profiles-path", str(self.folder), "--profile", "test"]
        command += ["--code", str(HERE / script)]
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=seconds, check=False, cwd=self.folder
        )
        self._keep_pictures()
        assert report.exists(), done.stderr[-4000:]
        seen = json.loads(report.read_text(encoding="utf-8"))
        assert "error" not in seen, seen["error"]
        return seen

    def _keep_pictures(self) -> None:
        target = os.environ.get("PHRASEGON_SCREENSHOTS")
        if target:
            for kept in (*self.folder.glob("*.png"), *self.folder.glob("*.json")):
                shutil.copy(kept, target)


@pytest.fixture(scope="session")
def archive() -> Path:
    named = os.environ.get("PHRASEGON_ZIP")
    assert named, "PHRASEGON_ZIP must name the built zip: run make test-gui"
    return Path(named)


@pytest.fixture(scope="module")
def desktop(tmp_path_factory, archive) -> Desktop:
    return Desktop(tmp_path_factory.mktemp("desktop"), archive)
