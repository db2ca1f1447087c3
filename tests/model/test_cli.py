"""The command line, from its arguments to its exit status, output and files."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import geopandas
import numpy as np
import pyogrio
import pytest
import rasterio
import shapely
import torch

import phrasegon
from phrasegon.model.errors import OutputError
from phrasegon.model.weights.catalogue import catalogue

pytestmark = pytest.mark.usefixtures("home")


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


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def start(*arguments: object, **options: object) -> subprocess.Popen[str]:
    asked = "from phrasegon.model.cli import main; main()"
    command = [sys.executable, "-X", "faulthandler", "-c", asked, *map(str, arguments)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, **options)


def heed_signals() -> None:
    """A program started in the background by a shell without job control is born deaf to SIGINT."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


# What goes well ---------------------------------------------------------------------------------------------------


def test_segment_writes_a_layer_a_phrase_and_says_nothing_where_nobody_looks(run, scene, stand_in, tmp_path):
    assert run("segment", scene, "bright blobs", "dark ground", "-o", "out.gpkg") == (0, "", "")
    assert names(tmp_path) == ["out.gpkg", "scene.tif"]
    assert sorted(pyogrio.list_layers("out.gpkg")[:, 0]) == ["bright_blobs", "dark_ground"]
    found = geopandas.read_file("out.gpkg", layer="bright_blobs")
    assert found.crs == "EPSG:32633"
    assert set(found["phrase"]) == {"bright blobs"}
    assert found["score"].between(0.5, 1).all()


@pytest.mark.parametrize("suffix", ["gpkg", "shp", "geojson", "json", "fgb", "parquet"])
def test_every_format_holds_the_same_ground(run, scene, stand_in, tmp_path, suffix):
    assert run("segment", scene, "bright", "-o", f"out.{suffix}") == (0, "", "")
    read = geopandas.read_parquet if suffix == "parquet" else geopandas.read_file
    found = read(f"out.{suffix}").to_crs("EPSG:32633")
    with rasterio.open(scene) as raster:
        expected = np.count_nonzero(raster.read(1) > 127) * 0.25
    assert found.area.sum() == pytest.approx(expected, rel=1e-3)  # GeoJSON keeps 7 decimals of a degree


def test_an_empty_answer_is_a_file_too(run, scene, stand_in):
    assert run("segment", scene, "bright dragons", "-o", "out.gpkg") == (0, "", "")
    assert len(geopandas.read_file("out.gpkg")) == 0


def test_every_option_of_segment_is_heard(run, scene, stand_in, tmp_path):
    geopandas.GeoSeries([shapely.box(500_010, 5_999_940, 500_080, 5_999_990)], crs="EPSG:32633").to_file("aoi.gpkg")
    limited = ("--aoi", "aoi.gpkg"), ("--bounds", 500_010, 5_999_940, 500_080, 5_999_990)
    areas = []
    for limit in limited:
        assert run("segment", scene, "bright", "-o", "limited.gpkg", *limit)[0] == 0
        areas.append(geopandas.read_file("limited.gpkg").area.sum())
    assert areas[0] == areas[1] < np.count_nonzero(rasterio.open(scene).read(1) > 127) * 0.25

    options = ("--gsd", 1, "--threshold", 0.6, "--overlap", 0.5, "--min-area", 40, "--fill-holes", 5, "--simplify", 1)
    assert run("segment", scene, "bright", "-o", "all.gpkg", *options, "--orthogonalise", "--device", "cpu")[0] == 0
    found = geopandas.read_file("all.gpkg")
    assert found["area_m2"].min() >= 40

    assert run("segment", scene, "bright", "-o", "whole.gpkg")[0] == 0
    assert run("segment", scene, "bright", "-o", "pieces.gpkg", "--separate")[0] == 0
    whole, pieces = geopandas.read_file("whole.gpkg"), geopandas.read_file("pieces.gpkg")
    assert len(pieces) > len(whole)
    assert pieces.area.sum() == pytest.approx(whole.area.sum())

    assert run("segment", scene, "bright", "dark", "-o", "both.fgb", "--probability", "p.tif")[0] == 0
    assert set(geopandas.read_file("both.fgb")["phrase"]) == {"bright", "dark"}
    assert {"p_1_bright.tif", "p_2_dark.tif"} <= set(names(tmp_path))


def test_remarks_are_one_line_each_on_standard_error(run, write_scene, blobs, stand_in):
    scene = write_scene(blobs, transform=None, crs=None)
    status, out, err = run("segment", scene, "bright zebra", "-o", "out.gpkg")
    assert (status, out) == (0, "")
    assert err.splitlines() == [
        "the scene has no coordinate reference system: areas and lengths are in pixels",
        "not learnt: zebra",
    ]


def test_a_terminal_sees_tiles_and_a_summary(run, scene, stand_in, monkeypatch):
    monkeypatch.setenv("TTY_COMPATIBLE", "1")
    status, out, err = run("segment", scene, "bright", "-o", "out.gpkg")
    assert (status, out) == (0, "")
    assert "12/12 tiles" in err
    assert err.splitlines()[-1].endswith(f"{len(geopandas.read_file('out.gpkg'))} polygons in out.gpkg")


def test_models_lists_the_catalogue(run):
    status, out, err = run("models")
    assert (status, err) == (0, "")
    for model in catalogue().values():
        (line,) = [line for line in out.splitlines() if f" {model.name} " in line]
        assert model.licence in line
        assert model.trained_on in line
        assert f" {'yes' if model.hub is None else 'no'} " in line


def test_version_and_help(run):
    version = next(line for line in (Path(phrasegon.__file__).parent / "metadata.txt").read_text().splitlines()
                   if line.startswith("version=")).removeprefix("version=")  # fmt: skip
    assert run("--version") == (0, f"phrasegon, version {version}\n", "")
    for arguments in ((), ("--help",), ("segment", "--help"), ("bench", "--help")):
        status, out, err = run(*arguments)
        assert (status, err) == (0, "")
        assert out.startswith("Usage: phrasegon")


@pytest.mark.parametrize(
    ("command", "without"),
    [
        ("--help", {"torch", "numpy", "rasterio", "geopandas", "shapely"}),
        ("models", {"torch", "rasterio", "geopandas"}),
    ],
)
def test_what_only_tells_loads_nothing_heavy(command, without):
    code = (
        "import sys; from phrasegon.model.cli import main\n"
        f"try: main(['{command}'])\n"
        f"except SystemExit: print(sorted({without!r} & set(sys.modules)))"
    )
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert ran.stdout.splitlines()[-1] == "[]"


def test_evaluate_writes_what_it_measures(run, scene, stand_in):
    with rasterio.open(scene) as raster:
        grey, transform = raster.read(1), raster.transform
    found = rasterio.features.shapes(grey, mask=grey > 127, transform=transform)
    geopandas.GeoSeries([shapely.geometry.shape(shape) for shape, _ in found], crs="EPSG:32633").to_file("labels.gpkg")
    entries = [
        {"scene": "scene.tif", "labels": "labels.gpkg", "phrase": "bright blobs", "class": "roof"},
        {"scene": "scene.tif", "phrase": "bright dragons", "absent": True, "class": "dragon"},
    ]
    Path("manifest.json").write_text(json.dumps(entries))
    status, out, err = run("evaluate", "manifest.json", "--json", "numbers.json")
    assert (status, err) == (0, "")
    report = json.loads(Path("numbers.json").read_text())
    assert [report["mean_iou"], report["overall_iou"], report["absent_area_share"]] == [1.0, 1.0, 0.0]
    assert [case["polygon_recall"] for case in report["cases"]] == [1.0, None]
    assert "bright dragons (absent)" in out
    assert [sums["polygon_recall"] for sums in report["by_class"].values()] == [1.0, None]
    assert "absent empty share" in out
    assert "1.000" in out


def test_bench_prints_a_table_and_writes_its_numbers(run):
    arguments = "--preset", "nano", "--precision", "float32", "--json", "numbers.json"
    status, out, err = run("bench", "network", *arguments)
    assert (status, err) == (0, "")
    assert "nano" in out
    assert [row["preset"] for row in json.loads(Path("numbers.json").read_text())["networks"]] == ["nano"]


def test_fetch_takes_only_what_fits(run, tmp_path):
    torch.save({"weight": torch.zeros(2, 2)}, "other.pth")
    status, out, err = run("fetch", "rs2sam2-rrsisd", "--file", "other.pth")
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert names(tmp_path) == ["other.pth"]


# What goes wrong: exit status 2, one sentence, nothing left --------------------------------------------------------


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


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["none.tif", "bright", "-o", "out.gpkg"], "none.tif"),
        (["text.tif", "bright", "-o", "out.gpkg"], "text.tif"),
        (["empty.tif", "bright", "-o", "out.gpkg"], "empty.tif"),
        (["folder.gpkg", "bright", "-o", "out.gpkg"], "folder.gpkg"),
        (["scene.tif", "", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", " \t ", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", "bright", "", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", "\u200b\u200b", "-o", "out.gpkg"], "phrase is empty"),
        (["scene.tif", "caf\udce9", "-o", "out.gpkg"], "UTF-8"),
        (["caf\udce9.tif", "bright", "-o", "out.gpkg"], "UTF-8"),
        (["scene.tif", "bright", "-o", "caf\udce9.gpkg"], "UTF-8"),
        (["scene.tif", "-o", "out.gpkg"], "PHRASE"),
        (["scene.tif", "bright"], "--output"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--model", "rs2sam2-nona"], "rs2sam2-nona"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--model", "rs2sam2-rrsisd"], "phrasegon fetch rs2sam2-rrsisd"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--weights", "none.safetensors"], "none.safetensors"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--weights", "text.tif"], "text.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "far.gpkg"], "scene.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "points.gpkg"], "points.gpkg"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "none.gpkg"], "none.gpkg"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "text.tif"], "text.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "0", "0", "1", "1"], "scene.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "1", "0", "0", "1"], "do not enclose"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "0", "1", "1", "0"], "do not enclose"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", "0", "1", "1"], "--bounds"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--bounds", *"0011", "--aoi", "far.gpkg"], "not both"),
        (["scene.tif", "bright", "-o", "none/out.gpkg"], "none"),
        (["scene.tif", "bright", "-o", "folder.gpkg"], "folder.gpkg"),
        (["scene.tif", "bright", "-o", "text.tif/out.gpkg"], "text.tif"),
        (["scene.tif", "bright", "-o", "out.dxf"], ".dxf"),
        (["scene.tif", "bright", "-o", "out"], "out"),
        (["scene.tif", "bright", "-o", "far.gpkg", "--aoi", "far.gpkg"], "far.gpkg"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--probability", "none/p.tif"], "none"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--probability", "p.gpkg"], ".tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--probability", "scene.tif"], "scene.tif"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "1.5"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "-0.5"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "nan"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--threshold", "half"], "threshold"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--overlap", "1"], "overlap"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "0"], "ground sample distance"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e-12"], "too fine"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e-6"], "too fine"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "0.005"], "too fine"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e9"], "finer"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--gsd", "1e-6", "--aoi", "inside.gpkg"], "too fine"),
        (["scene.tif", "bright", "-o", "o" * 300 + ".gpkg"], "too long"),
        (["s" * 300 + ".tif", "bright", "-o", "out.gpkg"], "too long"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--aoi", "a" * 300 + ".gpkg"], "too long"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--min-area", "-1"], "minimum area"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--device", "abacus"], "abacus"),
        (["scene.tif", "bright", "-o", "out.gpkg", "--colour", "red"], "--colour"),
    ],
)
def test_segment_refuses_in_one_sentence_and_leaves_nothing(run, folder, arguments, says):
    before = {path: path.stat().st_mtime_ns for path in folder.rglob("*")}
    status, out, err = run("segment", *arguments)
    assert (status, out) == (2, "")
    (sentence,) = err.splitlines()
    assert says in sentence
    assert sentence.endswith((".", "?"))
    assert "Traceback" not in err
    assert {path: path.stat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.skipif(torch.cuda.is_available(), reason="there is a GPU")
def test_a_gpu_that_is_not_there_is_refused(run, scene, tmp_path):
    status, out, err = run("segment", scene, "bright", "-o", "out.gpkg", "--device", "cuda")
    assert (status, out, len(err.splitlines())) == (2, "", 1)
    assert names(tmp_path) == ["scene.tif"]


def test_a_truncated_raster_gives_what_can_be_read_and_names_the_rest(run, folder, scene, stand_in):
    status, out, err = run("segment", "truncated.tif", "bright", "-o", "out.gpkg", "--probability", "p.tif")
    assert (status, out) == (3, "")
    told, where = err.splitlines()
    assert told == "8 of 12 tiles of truncated.tif could not be read: nothing is known there"
    assert where == "their extents are in the layer failed_tiles of out.gpkg"
    failed = geopandas.read_file("out.gpkg", layer="failed_tiles")
    assert (len(failed), failed.crs) == (8, "EPSG:32633")
    with rasterio.open("p.tif") as raster, rasterio.open(scene) as source:
        known = raster.read(1) != raster.nodata
        unread = rasterio.features.geometry_mask(failed.geometry, known.shape, raster.transform, invert=True)
        grey = source.read(1)
    assert not unread[known].all()
    assert (known | unread).all()
    found = geopandas.read_file("out.gpkg", layer="bright")
    assert found.area.sum() == pytest.approx(np.count_nonzero((grey > 127) & known) * 0.25)


def test_formats_of_one_layer_have_the_failed_tiles_beside_them(run, folder, stand_in):
    status, _, err = run("segment", "truncated.tif", "bright", "-o", "out.shp")
    assert status == 3
    assert err.splitlines()[1] == "their extents are in the layer failed_tiles of out_failed_tiles.shp"
    assert geopandas.read_file("out_failed_tiles.shp")["tile"].tolist() == list(range(4, 12))
    assert set(geopandas.read_file("out.shp")["phrase"]) == {"bright"}


def test_a_run_that_was_broken_off_goes_on_or_begins_anew_as_told(run, scene, stand_in, tmp_path, monkeypatch):
    arguments = "segment", scene, "bright", "-o", "out.fgb"
    assert run(*arguments)[0] == 0
    expected = Path("out.fgb").read_bytes()
    Path("out.fgb").unlink()

    def full(*_):
        raise OutputError("The disk is full: make room.")

    monkeypatch.setattr("phrasegon.model.pipeline.failed.write", full)
    status, _, err = run(*arguments)
    assert (status, err.splitlines()[-1]) == (2, "The disk is full: make room.")
    assert "12 tiles are finished: the same command with --resume goes on from there" in err
    assert names(tmp_path) == ["out.fgb.run", "scene.tif"]
    monkeypatch.undo()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("phrasegon.model.pipeline.request.load_segmenter", lambda *_, **__: stand_in)

    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    assert "was broken off after 12 tiles: add --resume to go on with it, or --restart to begin anew." in err
    seen = len(stand_in.images)
    status, out, err = run(*arguments, "--overlap", "0.5", "--resume")
    assert (status, "another overlap" in err) == (2, True)
    assert run(*arguments, "--resume") == (0, "", "")
    assert len(stand_in.images) == seen
    assert Path("out.fgb").read_bytes() == expected
    assert names(tmp_path) == ["out.fgb", "scene.tif"]
    assert run(*arguments, "--resume")[0] == 0  # where nothing was broken off, it is a run like any other


def test_a_run_that_was_broken_off_can_be_forgotten(run, scene, stand_in, tmp_path, monkeypatch):
    def full(*_):
        raise OutputError("The disk is full: make room.")

    with monkeypatch.context() as patch:
        patch.setattr("phrasegon.model.pipeline.failed.write", full)
        assert run("segment", scene, "bright", "-o", "out.fgb")[0] == 2
    seen = len(stand_in.images)
    assert run("segment", scene, "dark", "-o", "out.fgb", "--restart") == (0, "", "")
    assert len(stand_in.images) > seen
    assert names(tmp_path) == ["out.fgb", "scene.tif"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["evaluate", "none.json"], "none.json"),
        (["evaluate", "text.tif"], "text.tif"),
        (["evaluate", "lines.json"], "only polygons"),
        (["evaluate", "wrong.json"], "Entry 1"),
        (["evaluate", "good.json", "--json", "none/numbers.json"], "none"),
        (["evaluate", "good.json", "--json", "folder.gpkg"], "folder.gpkg"),
        (["evaluate", "good.json", "--json", "good.json"], "would destroy"),
        (["evaluate", "good.json", "--json", "scene.tif"], "would destroy"),
        (["evaluate", "good.json", "--device", "abacus"], "abacus"),
        (["models", "--colour"], "--colour"),
        (["fetch", "rs2sam2-nona"], "rs2sam2-nona"),
        (["fetch", "rs2sam2-nano"], "ships with"),
        (["fetch", "rs2sam2-rrsisd", "--file", "none.pth"], "none.pth"),
        (["fetch", "rs2sam2-rrsisd", "--file", "text.tif"], "text.tif"),
        (["fetch"], "NAME"),
        (["bench", "abacus"], "abacus"),
        (["bench", "network", "--preset", "abacus"], "abacus"),
        (["bench", "network", "--precision", "abacus"], "abacus"),
        (["bench", "network", "--batch", "0"], "--batch"),
        (["bench", "network", "--json", "none/numbers.json"], "none"),
        (["bench", "scene", "--json", "folder.gpkg"], "folder.gpkg"),
        (["segmnt"], "segmnt"),
        (["--colour"], "--colour"),
    ],
)
def test_other_commands_refuse_in_one_sentence_and_leave_nothing(run, folder, stand_in, arguments, says):
    Path("lines.json").write_text('[{"scene": "scene.tif", "labels": "points.gpkg", "phrase": "bright"}]')
    Path("wrong.json").write_text('[{"scene": "scene.tif"}]')
    Path("good.json").write_text('[{"scene": "scene.tif", "phrase": "bright", "absent": true}]')
    before = names(folder)
    status, out, err = run(*arguments)
    assert (status, out) == (2, "")
    (sentence,) = err.splitlines()
    assert says in sentence
    assert sentence.endswith((".", "?", ")"))
    assert names(folder) == before


# With the model that ships -----------------------------------------------------------------------------------------


def test_the_model_that_ships_runs_on_a_laptop(run, scene, tmp_path):
    assert run("segment", scene, "the buildings", "-o", "out.gpkg", "--device", "cpu")[0] == 0
    assert names(tmp_path) == ["out.gpkg", "scene.tif"]
    found = geopandas.read_file("out.gpkg")
    assert list(found.columns) == ["phrase", "score", "area_m2", "perimeter_m", "model", "geometry"]


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such signals to send")
@pytest.mark.parametrize(("sent", "expected"), [("SIGINT", 130), ("SIGTERM", 143)])
def test_a_run_that_is_stopped_leaves_nothing_but_its_journal(write_scene, tmp_path, sent, expected):
    write_scene(np.random.default_rng(1).integers(1, 255, (3000, 3000), dtype=np.uint8))
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    arguments = ("segment", "scene.tif", "the buildings", "-o", "out.gpkg", "--probability", "p.tif")
    process = start(*arguments, cwd=tmp_path, preexec_fn=heed_signals)
    deadline = time.monotonic() + 60
    # A raster in the temporary folder is the sign that tiles are under way.
    while not list(tmp_path.glob(".phrasegon-*/*0.tif*")) and process.poll() is None and time.monotonic() < deadline:
        time.sleep(0.05)
    process.send_signal(signal.Signals[sent])
    out, err = process.communicate(timeout=60)
    assert (process.returncode, out) == (expected, ""), err
    assert "Traceback" not in err
    resumable = "the same command with --resume goes on from there" in err
    assert names(tmp_path) == [*(["out.gpkg.run"] if resumable else []), "scene.tif", "temporary"]
