"""What is said between QGIS and a real engine when polygons snap to objects."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import geopandas
import pytest
import rasterio
import shapely

from phrasegon.protocol import Failure, Hello, Snap, Snapped

INSTALL = Path(__file__).resolve().parents[2] / "sam2_at_random.py"


@pytest.fixture(scope="module")
def engine(start_once, tmp_path_factory):
    """With a SAM 2.1 of random weights."""
    home = tmp_path_factory.mktemp("home")
    subprocess.run([sys.executable, str(INSTALL), str(home)], check=True)
    return start_once(environment={"PHRASEGON_HOME": str(home)})


@pytest.fixture
def command(claremont, tmp_path) -> Snap:
    """Two pools, one of them far away."""
    with rasterio.open(claremont) as scene:
        x, y = scene.transform @ (128, 128)
        crs = scene.crs
    boxes = [shapely.box(x, y, x + 20, y + 15), shapely.box(x + 5000, y, x + 5020, y + 15)]
    geopandas.GeoDataFrame({"name": ["a", "b"]}, geometry=boxes, crs=crs).to_file(tmp_path / "rough.gpkg")
    return Snap(str(claremont), str(tmp_path / "rough.gpkg"), str(tmp_path / "out.gpkg"), device="cpu")


def test_polygons_snap_and_the_network_stays_loaded(engine, command):
    first = engine.ask(command)
    assert engine.stages() == ["loading", "segmenting", "segmenting", "writing"]
    assert isinstance(first, Snapped)
    found = geopandas.read_file(command.output)
    assert found["name"].tolist() == ["a", "b"]
    assert (first.polygons, first.snapped, first.tiles) == (2, int(found["snapped"].sum()), 1)
    again = engine.ask(replace(command, point=False))
    assert "loading" not in engine.stages()
    assert again.weights_sha256 == first.weights_sha256


def test_the_engine_tells_what_polygons_can_snap_with(engine):
    parts = engine.ask(Hello("0.1.0")).snapping
    assert [(part.name, part.installed) for part in parts] == [
        (Snap.model, True),
        ("sam2.1-hiera-small", False),
        ("sam2.1-hiera-base-plus", False),
        ("sam2.1-hiera-large", False),
    ]
    assert all(part.needed_bytes > 1e9 for part in parts)


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"vector": "/nowhere/rough.gpkg"}, "SceneError"),
        ({"model": "sam2.1-hiera-small"}, "WeightsError"),
        ({"model": "rs2sam2-nano"}, "ModelError"),
        ({"output": "/nowhere/out.gpkg"}, "OutputError"),
    ],
)
def test_what_the_user_can_mend_is_one_sentence(engine, command, tmp_path, change, error):
    failure = engine.ask(replace(command, **change))
    assert isinstance(failure, Failure)
    assert (failure.error, failure.message[-1]) == (error, ".")
    assert [path.name for path in tmp_path.iterdir()] == ["rough.gpkg"]
