"""The command line as it is typed, and what can be given to it rightly and wrongly."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import geopandas
import pytest
import shapely


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


@pytest.fixture(autouse=True)
def at_home(home):
    """Every command is typed there."""


@pytest.fixture
def run(typed):
    return typed


@pytest.fixture
def scene(write_scene, blobs):
    return write_scene(blobs)


@pytest.fixture
def stand_in(brightness, monkeypatch):
    """The commands get the segmenter whose answers are known, whatever model they ask for."""
    monkeypatch.setattr("phrasegon.model.pipeline.request.load_segmenter", lambda *_, **__: brightness)
    monkeypatch.setattr("phrasegon.model.segmenters.registry.load_segmenter", lambda *_, **__: brightness)
    return brightness


@pytest.fixture
def folder(scene, blobs, tmp_path):
    """Everything that can be given wrongly."""
    (tmp_path / "text.tif").write_text("not a raster")
    (tmp_path / "empty.tif").touch()
    whole = scene.read_bytes()
    (tmp_path / "truncated.tif").write_bytes(whole[: len(whole) // 2])
    (tmp_path / "folder.gpkg").mkdir()
    geopandas.GeoSeries([shapely.box(0, 0, 1, 1)], crs="EPSG:4326").to_file(tmp_path / "far.gpkg")
    geopandas.GeoSeries([shapely.box(500_010, 5_999_980, 500_020, 5_999_990)], crs="EPSG:32633").to_file(
        tmp_path / "inside.gpkg"
    )
    geopandas.GeoSeries([shapely.Point(500_010, 5_999_990)], crs="EPSG:32633").to_file(tmp_path / "points.gpkg")
    return tmp_path


@pytest.fixture
def refused(run, folder) -> Callable[..., str]:
    """Types what cannot be carried out; returns the one sentence that says why. Nothing is left, nothing is changed."""

    def refuse(*arguments: object) -> str:
        before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
        status, out, err = run(*arguments)
        assert (status, out) == (2, "")
        (sentence,) = err.splitlines()
        assert "Traceback" not in err
        assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before
        return sentence

    return refuse
