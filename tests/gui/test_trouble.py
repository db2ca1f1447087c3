"""The engine dies in mid-run, and QGIS closes in mid-run, in the real desktop."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest
from osgeo import gdal

ROOT = Path(__file__).parents[2]
SIDE = 256
"""Of the sample, in pixels; its own neighbours make it as large as a run of some seconds needs."""


@pytest.fixture(scope="module")
def seen(desktop):
    sample = ROOT / "resources" / "sample" / "claremont.tif"
    scene = desktop.folder / "large.tif"
    tile = gdal.Open(str(sample)).ReadAsArray()[:3]
    source = gdal.Open(str(sample))
    large = gdal.GetDriverByName("GTiff").Create(str(scene), 12 * SIDE, 12 * SIDE, 3)
    large.SetGeoTransform(source.GetGeoTransform())
    large.SetProjection(source.GetProjection())
    for row in range(12):
        for column in range(12):
            large.WriteArray(tile, column * SIDE, row * SIDE)
    large = None  # which closes the file
    python = ROOT / ".venv" / "bin" / "python"
    return desktop.run("trouble_script.py", PHRASEGON_ENGINE_PYTHON=str(python), PHRASEGON_SCENE=str(scene))


def test_a_killed_engine_is_one_message_and_the_run_goes_on_after_a_click(seen):
    assert seen["messages"] == 1
    assert seen["after_restart"]["trees"] > 1000


def test_escape_cancels_and_leaves_nothing(seen):
    assert seen["after_cancel"] == seen["after_restart"]


def test_qgis_closes_in_mid_run_and_leaves_no_engine(seen):
    for _ in range(50):
        try:
            os.kill(seen["engine"], 0)
        except ProcessLookupError:
            break
        time.sleep(0.1)
    assert not Path("/proc", str(seen["engine"])).exists()
