"""The plugin in the real QGIS program, on a virtual screen, in a profile of its own."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SCRIPT = Path(__file__).with_name("desktop_script.py")


@pytest.fixture(scope="module")
def report(tmp_path_factory):
    folder = tmp_path_factory.mktemp("qgis")
    plugins = folder / "profiles" / "test" / "python" / "plugins"
    plugins.mkdir(parents=True)
    (plugins / "phrasegon").symlink_to(ROOT)
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "QT_", "DISPLAY"))
    }
    environment.update(PHRASEGON_REPORT=str(folder / "report.json"), HOME=str(folder), XDG_RUNTIME_DIR=str(folder))
    command = ["xvfb-run", "--auto-servernum", "--server-args=-screen 0 1280x800x24", "qgis", "--nologo"]
    command += ["--noversioncheck", "--profiles-path", str(folder), "--profile", "test", "--code", str(SCRIPT)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=120, check=False)
    assert (folder / "report.json").exists(), done.stderr
    yield json.loads((folder / "report.json").read_text(encoding="utf-8"))
    screenshots = os.environ.get("PHRASEGON_SCREENSHOTS")
    if screenshots:
        shutil.copy(folder / "report.png", screenshots)


def test_qgis_finds_and_starts_the_plugin(report):
    assert report["loaded"]
    assert report["started"]
    assert report["name"] == "Phrasegon"


def test_the_actions_are_in_the_raster_menu_and_under_help(report):
    assert report["raster_menu"] == ["Phrasegon", "Options…", "Help", "About Phrasegon"]
    assert report["help_menu"] == ["Phrasegon"]


def test_the_dock_opens_when_it_is_asked_for(report):
    assert not report["dock_visible_at_first"]
    assert report["dock_visible"]


def test_the_about_window_opens(report):
    assert report["dialog_visible"]


def test_the_algorithms_are_there(report):
    assert report["provider"]


def test_nothing_heavy_came_with_it(report):
    assert report["heavy_modules"] == []


def test_it_unloads_without_a_trace(report):
    assert report["unloaded"]
    assert report["raster_menu_after"] is None
    assert report["help_menu_after"] == []
    assert not report["dialog_after"]
    assert not report["dock_after"]
    assert not report["provider_after"]
