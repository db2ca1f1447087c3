"""The road from a scene to polygons, walked with a segmenter whose answers are known beforehand."""

from __future__ import annotations

import threading
import warnings

import geopandas
import numpy as np
import pytest
import rasterio
import shapely
from rasterio.features import shapes
from rasterio.transform import Affine

from phrasegon.model.errors import OptionError, OutputError, PhraseError, PhrasegonError, SceneError
from phrasegon.model.pipeline import Note, Options, segment, segment_with
from phrasegon.model.scene.mosaic import PROBABILITY_NODATA, PROBABILITY_SCALE
from phrasegon.protocol import Progress

SCHEMA = ["phrase", "score", "presence", "area_m2", "perimeter_m", "model", "geometry"]


def in_one_pass(mask, transform):
    """Polygons of the whole mask at once, as rasterio makes them."""
    found = shapes(mask.astype(np.uint8), mask=mask, transform=transform)
    return {shapely.normalize(shapely.geometry.shape(shape)) for shape, _ in found}


def outlines(frame):
    return {shapely.normalize(polygon) for polygon in frame.geometry}


def test_tiles_give_the_polygons_of_the_whole_scene(brightness, blobs, write_scene):
    scene = write_scene(blobs)
    with rasterio.open(scene) as raster:
        expected = in_one_pass(blobs > 127, raster.transform)
        crs = raster.crs

    found = segment_with(brightness, scene, "the bright blobs")

    assert outlines(found) == expected
    assert found.crs == crs
    assert set(found.columns) == set(SCHEMA)
    assert set(found["phrase"]) == {"the bright blobs"}
    assert set(found["model"]) == {"brightness"}
    assert np.allclose(found["score"], 230 / 255, atol=1 / PROBABILITY_SCALE)
    # The projection stretches lengths by 0.9996 at its central meridian, so the ground is a little larger.
    assert np.allclose(found["area_m2"], found.geometry.area / 0.9996**2, rtol=1e-4)


def test_a_rotated_scene_keeps_its_geometry(brightness, blobs, write_scene):
    transform = Affine.translation(500_000, 6_000_000) @ Affine.rotation(30) @ Affine.scale(0.5, -0.5)
    found = segment_with(brightness, write_scene(blobs, transform=transform), "the bright blobs")
    expected = in_one_pass(blobs > 127, transform)
    assert shapely.union_all(found.geometry).symmetric_difference(shapely.union_all(list(expected))).area < 1e-3
    assert len(found) == len(expected)


def test_a_scene_smaller_than_a_tile(brightness, write_scene):
    grey = np.full((20, 30), 20, np.uint8)
    grey[5:9, 10:20] = 230
    found = segment_with(brightness, write_scene(grey), "the bright blobs")
    assert found.geometry.area.tolist() == [4 * 10 * 0.25]


def test_the_probability_is_kept_as_it_is_documented(brightness, blobs, write_scene, tmp_path):
    blobs[:, :70] = 0
    scene, kept = write_scene(blobs), tmp_path / "p.tif"
    segment_with(brightness, scene, "the bright blobs", Options(probability=kept))
    with rasterio.open(kept) as raster, rasterio.open(scene) as source:
        values = raster.read(1)
        assert (raster.transform, raster.crs, raster.nodata) == (source.transform, source.crs, PROBABILITY_NODATA)
    expected = np.where(blobs == 0, PROBABILITY_NODATA, np.round(blobs / 255 * PROBABILITY_SCALE))
    assert np.array_equal(values, expected)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["p.tif", "scene.tif"]


def test_several_phrases_share_what_is_read_and_encoded(brightness, blobs, write_scene, tmp_path):
    scene = write_scene(blobs)
    both = segment_with(
        brightness, scene, ["the bright blobs", "the dark ground"], Options(probability=tmp_path / "p.tif")
    )

    assert brightness.phrases == ["the bright blobs", "the dark ground"]
    tiles = sum(len(batch) for batch in brightness.images)
    images = len(brightness.images)
    for phrase in ("the bright blobs", "the dark ground"):
        alone = segment_with(brightness, scene, phrase)
        assert outlines(both[both["phrase"] == phrase]) == outlines(alone)
    assert [len(brightness.images), sum(map(len, brightness.images))] == [3 * images, 3 * tiles]
    assert (tmp_path / "p_1_the-bright-blobs.tif").is_file()
    assert (tmp_path / "p_2_the-dark-ground.tif").is_file()
    assert not (tmp_path / "p.tif").exists()
    assert both.index.is_unique
    assert both.crs == "EPSG:32633"


def test_the_same_phrase_twice_is_one(brightness, blobs, write_scene):
    found = segment_with(brightness, write_scene(blobs), ["bright  blobs", " bright blobs "])
    assert brightness.phrases == ["bright blobs"]
    assert set(found["phrase"]) == {"bright blobs"}


def test_what_is_not_there_is_not_found(brightness, blobs, write_scene):
    found = segment_with(brightness, write_scene(blobs), ["the bright dragon"])
    assert len(found) == 0
    assert set(found.columns) == set(SCHEMA)
    assert found.crs == "EPSG:32633"


def test_an_empty_answer_beside_a_full_one(brightness, blobs, write_scene):
    found = segment_with(brightness, write_scene(blobs), ["the bright dragon", "the bright blobs"])
    assert set(found["phrase"]) == {"the bright blobs"}
    assert found["score"].dtype == np.float64
    assert found.crs == "EPSG:32633"


def test_the_threshold_chooses(brightness, write_scene):
    grey = np.tile(np.arange(1, 201, dtype=np.uint8), (20, 1))
    scene = write_scene(grey)
    for threshold in (0.25, 0.5, 0.75):
        found = segment_with(brightness, scene, "bright", Options(threshold=threshold))
        columns = np.count_nonzero(np.round(grey[0] / 255 * PROBABILITY_SCALE) >= threshold * PROBABILITY_SCALE)
        assert found.geometry.area.sum() == columns * 20 * 0.25


def test_an_area_of_interest_in_another_crs_limits_the_run(brightness, blobs, write_scene, tmp_path):
    scene = write_scene(blobs)
    wanted = shapely.box(500_010, 5_999_940, 500_055, 5_999_985)
    other = shapely.box(500_070, 5_999_950, 500_090, 5_999_990)
    aoi = tmp_path / "aoi.geojson"
    geopandas.GeoSeries([wanted, other], crs="EPSG:32633").to_crs("EPSG:4326").to_file(aoi)

    limited = segment_with(brightness, scene, "bright", Options(aoi=aoi))
    whole = segment_with(brightness, scene, "bright")

    found, expected = shapely.union_all(limited.geometry), shapely.union_all(whole.geometry)
    area = shapely.union_all([wanted, other])
    assert found.difference(area.buffer(0.75)).area == 0
    assert expected.intersection(area.buffer(-0.75)).difference(found).area < 1e-6
    assert found.area > 0


def test_bounds_limit_the_run(brightness, blobs, write_scene):
    scene = write_scene(blobs)
    bounds = (500_010.0, 5_999_940.0, 500_055.0, 5_999_985.0)
    found = shapely.union_all(segment_with(brightness, scene, "bright", Options(bounds=bounds)).geometry)
    whole = shapely.union_all(segment_with(brightness, scene, "bright").geometry)
    assert found.symmetric_difference(whole.intersection(shapely.box(*bounds))).area < 1e-6
    assert found.area > 0


def test_the_scene_is_read_at_what_the_model_has_learnt(make_segmenter, blobs, write_scene):
    scene = write_scene(blobs)
    coarse = make_segmenter(gsd_range=(1.0, 2.0))
    with pytest.warns(Note, match=r"has learnt pixels of 1 to 2 m: the scene has 0\.5 m and is read at 1 m"):
        found = segment_with(coarse, scene, "bright")
    fine = make_segmenter()
    fine_found = segment_with(fine, scene, "bright")
    assert sum(map(len, coarse.images)) < sum(map(len, fine.images))
    assert found.geometry.area.sum() == pytest.approx(fine_found.geometry.area.sum(), rel=0.05)


def test_a_scene_far_coarser_than_the_model_has_learnt_is_magnified_no_more_than_twice(
    make_segmenter, blobs, write_scene
):
    fine = make_segmenter(gsd_range=(0.02, 0.05))
    with pytest.warns(Note, match=r"the scene has 0\.5 m and is read at 0\.25 m"):
        segment_with(fine, write_scene(blobs), "bright")


def test_another_resolution_on_request(brightness, blobs, write_scene):
    scene = write_scene(blobs)
    found = segment_with(brightness, scene, "bright", Options(gsd=0.25))
    native = segment_with(brightness, scene, "bright")
    assert found.geometry.area.sum() == pytest.approx(native.geometry.area.sum(), rel=0.05)
    assert sum(map(len, brightness.images)) > 2 * 12


def test_a_scene_without_crs_works_in_pixels_and_says_so(brightness, blobs, write_scene):
    scene = write_scene(blobs, transform=None, crs=None)
    with pytest.warns(Note, match="areas and lengths are in pixels"):
        found = segment_with(brightness, scene, "bright")
    assert found.crs is None
    assert found["area_m2"].sum() == pytest.approx(np.count_nonzero(blobs > 127))
    with pytest.raises(OptionError, match="no coordinate reference system"):
        segment_with(brightness, scene, "bright", Options(gsd=1.0))


def test_words_that_were_never_learnt_are_named(brightness, blobs, write_scene):
    with pytest.warns(Note, match="^not learnt: zebra$"):
        segment_with(brightness, write_scene(blobs), ["the bright zebra", "the dark zebra"])


def test_mistyped_words_are_named_with_what_they_are_read_as(brightness, blobs, write_scene):
    with pytest.warns(Note, match='^read as known words: "brihgt" as "bright"$'):
        segment_with(brightness, write_scene(blobs), "brihgt")


def test_words_that_compare_a_whole_picture_are_named_where_there_are_tiles(brightness, blobs, write_scene):
    scene = write_scene(blobs)
    with pytest.warns(Note, match="within each of 12 tiles, not over the whole scene: largest"):
        segment_with(brightness, scene, "the largest blob", Options(overlap=0.0))
    with warnings.catch_warnings():
        warnings.simplefilter("error", Note)
        segment_with(brightness, write_scene(blobs[:64, :64]), "the largest blob")


def test_progress_reaches_the_end_and_never_goes_back(brightness, blobs, write_scene):
    blobs[-64:, :] = 0  # the last tiles are empty
    steps: list[Progress] = []
    segment_with(brightness, write_scene(blobs), "bright", progress=steps.append)
    segmenting = [step for step in steps if step.stage == "segmenting"]
    assert [step.tiles_done for step in segmenting] == sorted(step.tiles_done for step in segmenting)
    assert (segmenting[0].tiles_done, segmenting[0].eta_s) == (0, None)
    assert segmenting[-1].tiles_done == segmenting[-1].tiles_total > 1
    assert segmenting[-1].eta_s == 0
    assert all(step.eta_s >= 0 for step in segmenting[1:])
    assert steps[-1].stage == "vectorising"


def test_tiles_without_a_valid_pixel_never_reach_the_network(brightness, blobs, write_scene):
    blobs[:, 64:] = 0
    blobs[10, 199] = 230
    segment_with(brightness, write_scene(blobs), "bright", Options(overlap=0.0))
    tiles = np.concatenate(brightness.images)
    assert len(tiles) == 3 + 1


def test_a_scene_without_a_valid_pixel_is_an_empty_answer(brightness, write_scene):
    found = segment_with(brightness, write_scene(np.zeros((100, 100), np.uint8)), "bright")
    assert len(found) == 0
    assert brightness.images == []


@pytest.mark.parametrize("phrases", ["", "  \t", [], ["bright", " "]])
def test_a_blank_phrase_is_refused(brightness, blobs, write_scene, phrases):
    with pytest.raises(PhraseError, match="say what to look for"):
        segment_with(brightness, write_scene(blobs), phrases)


@pytest.mark.parametrize(
    "choice",
    [
        {"threshold": -0.01},
        {"threshold": 1.01},
        {"threshold": float("nan")},
        {"overlap": -0.1},
        {"overlap": 0.8},
        {"gsd": 0.0},
        {"gsd": -1.0},
        {"gsd": float("inf")},
        {"min_area": -1.0},
        {"fill_holes": float("nan")},
        {"simplify": float("inf")},
        {"bounds": (1.0, 0.0, 0.0, 1.0)},
        {"bounds": (0.0, 1.0, 1.0, 0.0)},
        {"bounds": (0.0, 0.0, float("nan"), 1.0)},
        {"bounds": (0.0, 0.0, 1.0, 1.0), "aoi": "a.gpkg"},
    ],
)
def test_an_option_outside_its_range_is_refused(choice):
    with pytest.raises(OptionError):
        Options(**choice)
    with pytest.raises(OptionError):
        segment("never-opened.tif", "bright", **choice)


def test_an_area_that_cannot_be_used_is_refused(brightness, blobs, write_scene, tmp_path):
    scene = write_scene(blobs)
    lines, far, empty, text = (tmp_path / name for name in ("lines.gpkg", "far.gpkg", "empty.gpkg", "text.gpkg"))
    geopandas.GeoSeries([shapely.LineString([(0, 0), (1, 1)])], crs="EPSG:4326").to_file(lines)
    geopandas.GeoSeries([shapely.box(0, 0, 1, 1)], crs="EPSG:4326").to_file(far)
    geopandas.GeoDataFrame(geometry=[], crs="EPSG:4326").to_file(empty)
    text.write_text("not a vector file")
    for aoi in (lines, far, empty, text, tmp_path / "none.gpkg"):
        with pytest.raises(SceneError) as caught:
            segment_with(brightness, scene, "bright", Options(aoi=aoi))
        assert "\n" not in str(caught.value)
    with pytest.raises(SceneError):
        segment_with(brightness, scene, "bright", Options(bounds=(0.0, 0.0, 1.0, 1.0)))
    assert brightness.images == []


@pytest.mark.parametrize("kept", ["nowhere/p.tif", "p.png", "folder.tif", "scene.tif"])
def test_a_place_that_cannot_keep_the_probability_is_refused_first(brightness, blobs, write_scene, tmp_path, kept):
    scene = write_scene(blobs)
    before = scene.read_bytes()
    (tmp_path / "folder.tif").mkdir()
    with pytest.raises(OutputError):
        segment_with(brightness, scene, "bright", Options(probability=tmp_path / kept))
    assert brightness.images == []
    assert scene.read_bytes() == before


@pytest.mark.parametrize("error", [MemoryError, KeyboardInterrupt, PhrasegonError])
def test_nothing_is_left_behind_when_a_run_breaks_off(make_segmenter, blobs, write_scene, tmp_path, error, monkeypatch):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    scene = write_scene(blobs)
    broken = make_segmenter()

    def stop(progress: Progress) -> None:
        if progress.tiles_done:
            raise error("stopped")

    for options in (Options(), Options(probability=tmp_path / "p.tif")):
        with pytest.raises(error):
            segment_with(broken, scene, ["bright", "dark"], options, stop)
    assert broken.images
    assert sorted(path.name for path in tmp_path.iterdir()) == ["scene.tif", "temporary"]
    assert list(temporary.iterdir()) == []
    assert not [thread for thread in threading.enumerate() if thread.name.startswith(("read", "blend"))]


def test_a_kept_probability_survives_a_later_run_that_breaks_off(brightness, blobs, write_scene, tmp_path):
    scene, kept = write_scene(blobs), tmp_path / "p.tif"
    segment_with(brightness, scene, "bright", Options(probability=kept))
    before = kept.read_bytes()

    def stop(progress: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        segment_with(brightness, scene, "dark", Options(probability=kept), stop)
    assert kept.read_bytes() == before
