"""``phrasegon snap``: what it writes, says and refuses."""

from __future__ import annotations

import geopandas
import pytest
import shapely

from .conftest import names


@pytest.fixture
def vector(small_sam2, scene, tmp_path):
    boxes = [shapely.box(x, 5_999_950, x + 15, 5_999_962) for x in (500_010, 600_000)]
    columns = {"name": ["near", "far"]}
    geopandas.GeoDataFrame(columns, geometry=boxes, crs="EPSG:32633").to_file(tmp_path / "rough.gpkg")
    return "rough.gpkg"


def test_snap_writes_the_polygons_and_says_nothing_where_nobody_looks(run, scene, vector, tmp_path):
    assert run("snap", scene, vector, "-o", "out.gpkg", "--device", "cpu") == (0, "", "")
    assert names(tmp_path) == ["out.gpkg", "rough.gpkg", "scene.tif"]
    found = geopandas.read_file("out.gpkg")
    assert found["name"].tolist() == ["near", "far"]
    assert not found["snapped"].iloc[1]


def test_its_options_are_heard(run, scene, vector, monkeypatch):
    heard = []

    def snap(*_, **options):
        heard.append(options)
        return [None]

    monkeypatch.setattr("phrasegon.model.pipeline.snap_request.snap", snap)
    run("snap", scene, vector, "-o", "out.gpkg")
    run("snap", scene, vector, "-o", "out.gpkg", "--no-point", "--boundary")
    assert heard == [
        {"use_point": True, "optimise_boundary": False},
        {"use_point": False, "optimise_boundary": True},
    ]
    assert run("snap", scene, vector, "-o", "out.gpkg", "--bounds", 0, 0, 1, 1)[0] == 2


def test_a_terminal_sees_tiles_and_a_summary(run, scene, vector, monkeypatch):
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    status, _, err = run("snap", scene, vector, "-o", "out.gpkg")
    assert status == 0
    assert "1/1 tiles" in err
    assert err.splitlines()[-1].endswith("of 2 polygons snapped in out.gpkg")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["scene.tif", "rough.gpkg"], "--output"),
        (["scene.tif", "-o", "out.gpkg"], "VECTOR"),
        (["none.tif", "rough.gpkg", "-o", "out.gpkg"], "none.tif"),
        (["scene.tif", "none.gpkg", "-o", "out.gpkg"], "none.gpkg"),
        (["scene.tif", "rough.gpkg", "-o", "rough.gpkg"], "rough.gpkg"),
        (["scene.tif", "rough.gpkg", "-o", "out.dxf"], ".dxf"),
        (["scene.tif", "rough.gpkg", "-o", "out.gpkg", "--model", "sam2.1-hiera-large"], "phrasegon fetch"),
        (["scene.tif", "rough.gpkg", "-o", "out.gpkg", "--bounds", "1", "0", "0", "1"], "do not enclose"),
    ],
)
def test_snap_refuses_in_one_sentence_and_leaves_nothing(refused, vector, arguments, says):
    assert says in refused("snap", *arguments)
