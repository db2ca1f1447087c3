"""What is written can be read back, and a file is written whole or not at all."""

from __future__ import annotations

import json
import re
import sqlite3
from contextlib import closing, contextmanager
from pathlib import Path

import geopandas as gpd
import numpy as np
import pyogrio
import pyproj
import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from phrasegon.model.errors import OutputError
from phrasegon.model.scene.export import layer_names, write
from phrasegon.model.scene.polygons import clean

pytestmark = pytest.mark.filterwarnings("error")

SUFFIXES = [".gpkg", ".shp", ".geojson", ".json", ".fgb", ".parquet"]
PLANAR = [".gpkg", ".shp", ".fgb", ".parquet"]
CORNER = (431_234.5, 5_812_345.6)


def table(phrase: str = "grey roof", count: int = 3, crs: str | None = "EPSG:32633", corner=CORNER) -> gpd.GeoDataFrame:
    x, y = corner
    polygons = [
        shapely.Polygon(
            shapely.box(x + 50 * i, y, x + 50 * i + 30, y + 20).exterior,
            [shapely.box(x + 50 * i + 5, y + 5, x + 50 * i + 9, y + 9).exterior],
        )
        for i in range(count)
    ]
    return clean(polygons, np.linspace(0.5, 0.9, count), phrase=phrase, model="rs2sam2-nano", crs=crs)


def read(path: Path, layer: str | None = None) -> gpd.GeoDataFrame:
    if path.suffix.lower() == ".parquet":
        return gpd.read_parquet(path)
    return pyogrio.read_dataframe(path, layer=layer or pyogrio.list_layers(path)[0, 0])


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir() if path.is_file()}


@contextmanager
def file_size_limit(limit: int):
    """The operating system refuses to let a file grow further, as a full disk would."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("suffix", PLANAR)
@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:4326", None])
def test_rows_come_back_as_they_were(tmp_path, suffix, crs):
    frame = table(crs=crs, corner=(13.0, 52.0) if crs == "EPSG:4326" else CORNER)
    path = tmp_path / f"roofs{suffix}"
    write({"grey roof": frame}, path)
    back = read(path).sort_values("score", ignore_index=True)  # FlatGeobuf sorts by place
    assert shapely.equals(shapely.normalize(back.geometry), shapely.normalize(frame.geometry)).all()
    assert list(back["phrase"]) == ["grey roof"] * 3
    assert list(back["model"]) == ["rs2sam2-nano"] * 3
    np.testing.assert_allclose(back["score"], frame["score"])
    np.testing.assert_allclose(back["area_m2"], frame["area_m2"])
    np.testing.assert_allclose(back["perim_m" if suffix == ".shp" else "perimeter_m"], frame["perimeter_m"])
    if crs:
        assert back.crs == crs
    else:
        assert back.crs is None or back.crs.type_name == "Engineering CRS"


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_nothing_but_the_file_is_left_in_the_folder(tmp_path, suffix):
    write({"roof": table()}, tmp_path / f"roofs{suffix}")
    sidecars = {".shp", ".shx", ".dbf", ".prj", ".cpg"} if suffix == ".shp" else {suffix}
    assert {path.name for path in tmp_path.iterdir()} == {f"roofs{sidecar}" for sidecar in sidecars}


@pytest.mark.parametrize(
    ("suffix", "crs"),
    [*((suffix, "EPSG:32633") for suffix in SUFFIXES), *((suffix, None) for suffix in PLANAR)],
)
def test_empty_results_are_files_with_a_schema(tmp_path, suffix, crs):
    path = tmp_path / f"none{suffix}"
    write({"roof": table(count=0, crs=crs), "road": table(count=0, crs=crs)}, path)
    back = read(path)
    assert len(back) == 0
    if suffix in PLANAR:
        fields = set(table().columns) - {"perimeter_m"}
        assert fields <= set(back.columns)
        assert back["score"].dtype == np.float64
    if suffix in (".gpkg", ".shp", ".fgb"):
        layers = pyogrio.list_layers(path)[:, 0]
        assert {pyogrio.read_info(path, layer=layer)["geometry_type"] for layer in layers} == {"Polygon"}
    if suffix == ".geojson":
        assert json.loads(path.read_text())["features"] == []


def test_geopackage_holds_a_layer_for_each_phrase(tmp_path):
    path = tmp_path / "city.gpkg"
    write(
        {"grey roof": table("grey roof", 2), "the road, left": table("the road, left", 3), "car": table("car", 0)}, path
    )
    assert list(pyogrio.list_layers(path)[:, 0]) == ["grey_roof", "the_road_left", "car"]
    assert [len(read(path, layer)) for layer in ("grey_roof", "the_road_left", "car")] == [2, 3, 0]


def test_geopackage_is_of_a_version_that_old_programs_read(tmp_path):
    write({"trees": clean([shapely.box(0, 0, 1, 1)], [0.5], phrase="trees", model="m", crs=32611)}, tmp_path / "t.gpkg")
    with closing(sqlite3.connect(tmp_path / "t.gpkg")) as database:
        assert database.execute("PRAGMA user_version").fetchone() == (10200,)


@pytest.mark.parametrize("suffix", [".shp", ".geojson", ".fgb", ".parquet"])
def test_other_formats_tell_phrases_apart_by_column(tmp_path, suffix):
    path = tmp_path / f"city{suffix}"
    write({"roof": table("roof", 2), "car": table("car", 0), "road": table("road", 1)}, path)
    assert sorted(read(path)["phrase"]) == ["road", "roof", "roof"]


NASTY = [
    "",
    "  ",
    "gpkg_contents",
    "sqlite_x",
    'ro"of; DROP',
    "Dächer",
    "DÄCHER",
    "dach/er",
    "крыша",
    "छत लाल",
    "屋顶",
    "a" * 300,
]


def test_any_phrase_makes_a_layer(tmp_path):
    path = tmp_path / "any.gpkg"
    write({phrase: table(phrase, 1) for phrase in NASTY}, path)
    names = list(pyogrio.list_layers(path)[:, 0])
    assert [read(path, name)["phrase"][0] for name in names] == NASTY


@given(st.lists(st.text(max_size=80), max_size=12))
def test_layer_names_are_plain_and_differ_in_any_case(phrases):
    names = layer_names(phrases)
    assert len({name.lower() for name in names}) == len(phrases)
    for name in names:
        assert 0 < len(name) < 80
        assert not name.lower().startswith(("gpkg_", "rtree_", "sqlite_"))
        assert not re.search(r"[\s\"'`;,./\\-]", name)


def test_same_name_is_counted_on():
    assert layer_names(["roof", "Roof!", "roof 2", "roof?"]) == ["roof", "Roof_2", "roof_2_2", "roof_3"]


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:3857", "EPSG:2180"])
def test_geojson_follows_its_standard(tmp_path, crs):
    frame = table().to_crs(crs)
    path = tmp_path / "roofs.geojson"
    write({"roof": frame}, path)
    document = json.loads(path.read_text(), parse_float=str)
    assert document["type"] == "FeatureCollection"
    assert "crs" not in document
    for feature in document["features"]:
        assert feature["geometry"]["type"] == "Polygon"
        outer, hole = (np.array(ring) for ring in feature["geometry"]["coordinates"])
        assert max(len(number.partition(".")[2]) for number in (*outer.flat, *hole.flat)) == 7
        assert shapely.LinearRing(outer.astype(float)).is_ccw
        assert not shapely.LinearRing(hole.astype(float)).is_ccw
    there = frame.to_crs("EPSG:4326").geometry
    assert shapely.hausdorff_distance(there.to_numpy(), read(path).geometry.to_numpy()).max() < 1e-7


def test_geojson_is_cut_at_the_antimeridian(tmp_path):
    to_utm = pyproj.Transformer.from_crs("EPSG:4326", "EPSG:32660", always_xy=True)
    x, y = to_utm.transform(180.0, 10.0)
    frame = clean([shapely.box(x - 100, y, x + 100, y + 50)], [0.5], phrase="reef", model="nano", crs="EPSG:32660")
    write({"reef": frame}, tmp_path / "reef.geojson")
    (feature,) = json.loads((tmp_path / "reef.geojson").read_text())["features"]
    parts = feature["geometry"]["coordinates"]
    assert feature["geometry"]["type"] == "MultiPolygon"
    assert sorted(round(part[0][0][0]) for part in parts) == [-180, 180]


def test_geojson_without_crs_points_to_geopackage(tmp_path):
    with pytest.raises(OutputError, match=r"write roofs\.gpkg instead"):
        write({"roof": table(crs=None)}, tmp_path / "roofs.geojson")
    assert list(tmp_path.iterdir()) == []


def test_shapefile_fits_its_limits(tmp_path):
    path = tmp_path / "dächer.shp"
    phrase = "Dächer südlich der Straße, " * 20
    write({phrase: table(phrase)}, path)
    back = read(path)
    assert list(back.columns) == ["phrase", "score", "area_m2", "perim_m", "model", "geometry"]
    assert phrase.startswith(back["phrase"][0])
    assert 250 < len(back["phrase"][0].encode()) <= 254
    assert path.with_suffix(".cpg").read_text() == "UTF-8"


def test_polygons_of_several_parts_are_written_as_such(tmp_path):
    frame = table()
    frame.loc[0, "geometry"] = shapely.MultiPolygon([shapely.box(0, 0, 1, 1), shapely.box(2, 0, 3, 1)])
    for suffix in PLANAR:
        write({"roof": frame}, tmp_path / f"parts{suffix}")
        assert read(tmp_path / f"parts{suffix}").geometry.area.sum() == pytest.approx(frame.area.sum())


@pytest.mark.parametrize("suffix", SUFFIXES)
def test_an_older_file_is_replaced(tmp_path, suffix):
    path = tmp_path / f"roofs{suffix}"
    write({"roof": table("roof", 3), "car": table("car", 2)}, path)
    write({"tree": table("tree", 1)}, path)
    assert list(read(path)["phrase"]) == ["tree"]
    if suffix == ".gpkg":
        assert list(pyogrio.list_layers(path)[:, 0]) == ["tree"]


def test_what_belonged_to_the_older_file_goes_with_it(tmp_path):
    path = tmp_path / "roofs.shp"
    write({"roof": table()}, path)
    path.with_suffix(".qix").write_bytes(b"index of other polygons")
    (tmp_path / "roofs.txt").write_text("notes")
    write({"roof": table(crs=None)}, path)
    assert {file.suffix for file in tmp_path.iterdir()} == {".shp", ".shx", ".dbf", ".cpg", ".txt"}
    database = tmp_path / "roofs.gpkg"
    write({"roof": table()}, database)
    (tmp_path / "roofs.gpkg-journal").write_bytes(b"half a transaction")
    write({"roof": table()}, database)
    assert not (tmp_path / "roofs.gpkg-journal").exists()


@pytest.mark.parametrize("suffix", SUFFIXES)
@pytest.mark.parametrize("short_of", [1.0, 0.98, 0.5, 0.0])
def test_full_disk_leaves_the_older_file_and_nothing_else(tmp_path, suffix, short_of):
    large = table(count=600)
    probe, path = tmp_path / "probe", tmp_path / "results" / f"roofs{suffix}"
    probe.mkdir()
    path.parent.mkdir()
    write({"roof": large}, probe / f"roofs{suffix}")
    write({"old": table("old", 1)}, path)
    before = contents(path.parent)
    size = max(file.stat().st_size for file in probe.iterdir())
    with file_size_limit(max(100, int(size * short_of) - 200)):
        try:
            write({"roof": large}, path)
            written = True
        except OutputError:
            written = False
    if written:
        assert suffix == ".gpkg"  # which may do without its spatial index
        assert len(read(path)) == 600
    else:
        assert contents(path.parent) == before
    assert not list(path.parent.glob(".*"))


def test_shapefile_that_cannot_be_put_in_place_leaves_the_older_one(tmp_path):
    path = tmp_path / "roofs.shp"
    write({"roof": table("old", 1)}, path)
    path.with_suffix(".shx").unlink()
    path.with_suffix(".shx").mkdir()  # nothing can take its place
    before = contents(tmp_path)
    with pytest.raises(OutputError, match=r"roofs\.shp cannot be written"):
        write({"roof": table("new", 2)}, path)
    assert contents(tmp_path) == before
    assert not list(tmp_path.glob(".*"))


@pytest.mark.parametrize("name", ["roofs", "roofs.kml", "roofs.tif"])
def test_unknown_format_is_refused_with_the_known_ones(tmp_path, name):
    with pytest.raises(OutputError, match=r"\.gpkg, \.shp, \.geojson"):
        write({"roof": table()}, tmp_path / name)


def test_missing_folder_is_named(tmp_path):
    with pytest.raises(OutputError, match=r"no folder .*nowhere"):
        write({"roof": table()}, tmp_path / "nowhere" / "roofs.gpkg")


def test_folder_as_output_is_refused(tmp_path):
    (tmp_path / "roofs.gpkg").mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write({"roof": table()}, tmp_path / "roofs.gpkg")


@pytest.mark.skipif(not Path("/proc/self").is_dir(), reason="a folder that not even an administrator can write to")
def test_folder_that_cannot_be_written_to():
    with pytest.raises(OutputError, match="choose another"):
        write({"roof": table()}, Path("/proc/roofs.gpkg"))


def test_no_layer_is_refused(tmp_path):
    with pytest.raises(OutputError, match="at least one phrase"):
        write({}, tmp_path / "roofs.gpkg")
    assert list(tmp_path.iterdir()) == []


def test_suffix_may_be_in_capitals(tmp_path):
    for name in ("A.GPKG", "B.SHP", "C.GEOJSON", "D.FGB", "E.PARQUET"):
        write({"roof": table()}, tmp_path / name)
        assert len(read(tmp_path / name)) == 3
    assert len(list(tmp_path.iterdir())) == 9  # the shapefile's four sidecars


def test_geojson_of_a_plan_without_a_place_on_earth_is_refused(tmp_path):
    plan = 'LOCAL_CS["a drawing",UNIT["metre",1]]'
    layer = gpd.GeoDataFrame({"phrase": ["a"]}, geometry=[shapely.box(0, 0, 1, 1)], crs=plan)
    with pytest.raises(OutputError, match=r"coordinate reference system on Earth: write out\.gpkg"):
        write({"a": layer}, tmp_path / "out.geojson")
    assert list(tmp_path.iterdir()) == []


def test_columns_of_other_programs_come_back_from_every_format(tmp_path):
    frame = table().assign(fid=[7, 7, 9], remark=["é" * 200, None, "x"], storeys_to_a=[1, 2, 3], storeys_to_b=[4, 5, 6])
    for suffix in SUFFIXES:
        path = tmp_path / f"roofs{suffix}"
        write({"grey roof": frame}, path)
        back = read(path).sort_values("score", ignore_index=True)
        numbers = ["fid", "storeys_to", "storeys__2"] if suffix == ".shp" else ["fid", "storeys_to_a", "storeys_to_b"]
        assert back[numbers].to_numpy().tolist() == [[7, 1, 4], [7, 2, 5], [9, 3, 6]], suffix
        assert back["remark"].isna().tolist() == [False, True, False]
