"""Measures of scenes whose answers can be counted by hand."""

from __future__ import annotations

import json

import geopandas
import numpy as np
import pytest
import shapely
from PIL import Image
from rasterio.transform import Affine

from phrasegon.model.evaluation import Case, evaluate
from phrasegon.model.evaluation.manifest import ManifestError
from phrasegon.model.evaluation.pixels import STRIP_ROWS, count_pixels
from phrasegon.model.scene.raster import open_scene

METRE = Affine(1, 0, 500_000, 0, -1, 6_000_000)


def square(left, top, width, height):
    """A box by its pixels, in the CRS."""
    return shapely.box(500_000 + left, 6_000_000 - top - height, 500_000 + left + width, 6_000_000 - top)


def write_labels(path, polygons, crs="EPSG:32633"):
    geopandas.GeoSeries(polygons, crs="EPSG:32633").to_crs(crs).to_file(path)
    return path


@pytest.fixture
def scene(write_scene):
    """Two bright squares of 10 x 10 pixels on dark ground; the right half of the last ten rows is invalid."""
    grey = np.full((100, 100), 20, np.uint8)
    grey[10:20, 10:20] = 230
    grey[10:20, 50:60] = 230
    grey[90:, 50:] = 0
    return write_scene(grey, transform=METRE)


def case(scene, phrase, *labels, number=1, **more):
    """A case that is absent unless it has labels."""
    return Case(number, scene.name, scene, phrase, labels, **{"absent": not labels, **more})


@pytest.mark.parametrize("crs", ["EPSG:32633", "EPSG:4326"])
def test_every_measure_of_one_case(brightness, scene, tmp_path, crs):
    labels = write_labels(
        tmp_path / "labels.gpkg",
        [square(10, 10, 10, 6), square(50, 11, 10, 10), square(80, 40, 10, 10)],
        crs,
    )
    report = evaluate(brightness, [case(scene, "the bright squares", labels)])
    (row,) = report["cases"]
    both, found, labelled, valid = 60 + 90, 200, 60 + 100 + 100, 100 * 100 - 500
    assert row == {
        "scene": "scene.tif",
        "phrase": "the bright squares",
        "absent": False,
        "iou": pytest.approx(both / (found + labelled - both)),
        "precision": pytest.approx(both / found),
        "recall": pytest.approx(both / labelled),
        "polygon_precision": 1.0,  # six tenths of the first are labelled, and nine of the second
        "polygon_recall": pytest.approx(2 / 3),
        "area_share": pytest.approx(found / valid),
    }
    assert report["mean_iou"] == report["overall_iou"] == row["iou"]
    assert report["absent_area_share"] is None
    assert json.loads(json.dumps(report, allow_nan=False)) == report


def test_sums_over_cases(brightness, scene, tmp_path):
    small = write_labels(tmp_path / "small.gpkg", [square(10, 10, 10, 10)])
    all_ = write_labels(tmp_path / "all.gpkg", [square(10, 10, 10, 10), square(50, 10, 10, 10)])
    report = evaluate(
        brightness,
        [
            case(scene, "the bright squares", small),
            case(scene, "the bright squares", all_, number=2),
            case(scene, "the bright dragons", number=3),
            case(scene, "the bright ships", number=4),
        ],
    )
    assert [row["iou"] for row in report["cases"]] == [0.5, 1.0, None, None]
    assert report["mean_iou"] == 0.75
    assert report["overall_iou"] == 300 / 400
    assert [row["area_share"] for row in report["cases"][2:]] == [0.0, 200 / 9500]
    assert report["absent_area_share"] == pytest.approx(100 / 9500)
    silent, alarmed = report["cases"][2:]
    assert (silent["precision"], silent["recall"], silent["polygon_precision"]) == (None, None, None)
    assert (alarmed["precision"], alarmed["polygon_precision"], alarmed["polygon_recall"]) == (0.0, 0.0, None)


def test_nothing_found_of_what_is_there(brightness, scene, tmp_path):
    labels = write_labels(tmp_path / "labels.gpkg", [square(10, 10, 10, 10)])
    (row,) = evaluate(brightness, [case(scene, "the bright dragons", labels)])["cases"]
    assert (row["iou"], row["precision"], row["recall"]) == (0.0, None, 0.0)
    assert (row["polygon_precision"], row["polygon_recall"]) == (None, 0.0)


def test_only_valid_pixels_within_the_scene_count(brightness, scene, tmp_path):
    labels = write_labels(
        tmp_path / "labels.gpkg",
        [
            square(10, 10, 10, 10),
            square(50, 10, 10, 10),
            square(60, 92, 10, 5),  # wholly invalid ground
            square(-50, -50, 10, 10),  # outside
        ],
    )
    (row,) = evaluate(brightness, [case(scene, "the bright squares", labels)])["cases"]
    assert (row["iou"], row["recall"]) == (1.0, 1.0)
    assert row["polygon_recall"] == pytest.approx(2 / 3)


def test_labels_are_counted_on_the_scenes_own_grid(make_segmenter, scene, tmp_path):
    labels = write_labels(tmp_path / "labels.gpkg", [square(10, 10, 10, 10), square(50, 10, 10, 10)])
    coarse = make_segmenter(gsd_range=(2.0, 4.0))
    with pytest.warns(UserWarning, match="read at 2 m"):
        (row,) = evaluate(coarse, [case(scene, "the bright squares", labels)])["cases"]
    assert row["iou"] == 1.0
    assert row["area_share"] == pytest.approx(200 / 9500)


@pytest.mark.parametrize(
    "geometry", [shapely.LineString([(500_010, 5_999_990), (500_020, 5_999_990)]), shapely.Point(500_010, 5_999_990)]
)
def test_labels_that_have_no_area_are_refused_before_anything_is_computed(brightness, scene, tmp_path, geometry):
    labels = write_labels(tmp_path / "labels.gpkg", [geometry])
    with pytest.raises(ManifestError, match=r"^Entry 2: .*only polygons can be used\.$"):
        evaluate(brightness, [case(scene, "bright ships"), case(scene, "the bright squares", labels, number=2)])
    assert brightness.images == []


def test_labels_that_miss_the_scene_are_refused(brightness, scene, tmp_path):
    labels = write_labels(tmp_path / "labels.gpkg", [square(500, 500, 10, 10)])
    with pytest.raises(ManifestError, match=r"Entry 1: no polygon of .* lies in"):
        evaluate(brightness, [case(scene, "the bright squares", labels)])


def test_pieces_of_different_files_that_touch_are_one_polygon(brightness, scene, tmp_path):
    tiles = [
        write_labels(tmp_path / "west.gpkg", [square(10, 10, 4, 10), square(50, 10, 5, 10)]),
        write_labels(tmp_path / "east.gpkg", [square(14, 10, 6, 10)]),
        write_labels(tmp_path / "beside.gpkg", [square(55, 10, 5, 10), square(80, 80, 5, 5)]),
    ]
    (row,) = evaluate(brightness, [case(scene, "the bright squares", *tiles)])["cases"]
    assert (row["polygon_precision"], row["polygon_recall"]) == (1.0, pytest.approx(2 / 3))
    assert row["precision"] == 1.0


COLOURS = {1: (0xE2, 0xA9, 0x29), 2: (0x9B, 0x9B, 0x9B), 0: (0, 0, 0)}


@pytest.fixture(params=["numbers", "palette", "colours"])
def codes(request, tmp_path):
    """1 on one square and a stripe beside it, 2 (unknown) on the other square; and how a manifest names the two."""
    grey = np.zeros((100, 100), np.uint8)
    grey[10:20, 10:25] = 1
    grey[5:25, 45:65] = 2
    image = Image.fromarray(grey, "P") if request.param == "palette" else Image.fromarray(grey)
    if request.param == "palette":
        image.putpalette([level for code in range(3) for level in COLOURS[code]])
    if request.param == "colours":
        image = Image.fromarray(np.array([COLOURS[code] for code in range(3)], np.uint8)[grey])
    image.save(tmp_path / "codes.png")
    values = ((1,), (2,)) if request.param == "numbers" else (("#E2A929",), ("#9b9b9b",))
    return tmp_path / "codes.png", *values


def test_labels_that_are_a_raster(brightness, scene, codes):
    path, values, unknown = codes
    cases = [
        case(scene, "bright", path, values=values, unknown=unknown),
        case(scene, "bright", path, values=values, number=2),
        case(scene, "bright ships", path, absent=True, unknown=unknown, number=3),
    ]
    known, all_, absent = evaluate(brightness, cases)["cases"]
    assert (known["iou"], known["precision"], known["recall"]) == (100 / 150, 1.0, 100 / 150)
    assert (all_["iou"], all_["precision"]) == (100 / 250, 0.5)
    assert absent["area_share"] == 100 / (100 * 100 - 500 - 400)
    assert known["polygon_precision"] is known["polygon_recall"] is absent["polygon_precision"] is None


def test_raster_labels_that_do_not_fit_are_refused_before_anything_is_computed(brightness, scene, tmp_path):
    grey = np.zeros((100, 100), np.uint8)
    Image.fromarray(grey).save(tmp_path / "grey.png")
    Image.fromarray(grey[:50]).save(tmp_path / "half.png")
    (tmp_path / "text.png").write_text("not a raster")
    for name, values, says in [
        ("half.png", (1,), "100 x 50 pixels and scene.tif 100 x 100"),
        ("grey.png", ("#E2A929",), "no colours: give its values as numbers"),
        ("grey.png", (1,), "no pixel of these values in .* lies in"),
        ("text.png", (1,), "cannot be read as a raster of labels"),
    ]:
        with pytest.raises(ManifestError, match=f"^Entry 1: .*{says}"):
            evaluate(brightness, [case(scene, "bright", tmp_path / name, values=values)])
    assert brightness.images == []


def test_sums_by_class_and_kind(brightness, scene, tmp_path):
    small = write_labels(tmp_path / "small.gpkg", [square(10, 10, 10, 10)])
    all_ = write_labels(tmp_path / "all.gpkg", [square(10, 10, 10, 10), square(50, 10, 10, 10)])
    building, ship = {"class": "building", "kind": "class"}, {"class": "ship", "kind": "absent"}
    report = evaluate(
        brightness,
        [
            case(scene, "bright", small, tags=building),
            case(scene, "bright", all_, tags={**building, "kind": "size"}, number=2),
            case(scene, "bright dragons", tags=ship, number=3),
            case(scene, "bright ships", tags=ship, number=4),
            case(scene, "bright", small, number=5),
        ],
    )
    assert report["absent_empty_share"] == 0.5
    assert list(report["by_class"]) == ["building", "ship"]
    assert report["by_class"]["building"] == {
        "cases": 2,
        "iou": 300 / 400,
        "precision": 300 / 400,
        "recall": 1.0,
        "polygon_precision": 3 / 4,
        "polygon_recall": 1.0,
        "absent_cases": 0,
        "absent_empty_share": None,
        "absent_area_share": None,
    }
    ships = report["by_class"]["ship"]
    assert (ships["cases"], ships["iou"], ships["polygon_recall"]) == (0, None, None)
    assert (ships["absent_cases"], ships["absent_empty_share"]) == (2, 0.5)
    assert ships["absent_area_share"] == pytest.approx(100 / 9500)
    assert {kind: sums["cases"] for kind, sums in report["by_kind"].items()} == {"class": 1, "size": 1, "absent": 0}
    assert report["cases"][0]["class"] == "building"


def test_a_case_may_say_at_which_resolution(brightness, scene, tmp_path):
    labels = write_labels(tmp_path / "labels.gpkg", [square(10, 10, 10, 10), square(50, 10, 10, 10)])
    (row,) = evaluate(brightness, [case(scene, "bright", labels, gsd=2.0)])["cases"]
    assert brightness.images[0].shape[-1] == brightness.spec.tile
    assert len(np.concatenate(brightness.images)) == 1  # 50 x 50 pixels fit one tile, 100 x 100 do not
    assert row["iou"] == 1.0
    with pytest.raises(ManifestError, match=r"^Entry 1: .*too fine"):
        evaluate(brightness, [case(scene, "bright", labels, gsd=0.001)])


def test_a_case_may_ask_for_objects_that_touch_one_by_one(brightness, write_scene, tmp_path):
    grey = np.full((100, 100), 20, np.uint8)
    grey[20:60, 20:50] = grey[20:60, 50:80] = 230
    grey[20:36, 47:53] = grey[44:60, 47:53] = 20
    scene = write_scene(grey, transform=METRE)
    labels = write_labels(tmp_path / "labels.gpkg", [square(20, 20, 30, 40), square(50, 20, 30, 40)])
    recalls = [
        evaluate(brightness, [case(scene, "bright", labels, separate=separate)])["cases"][0]["polygon_recall"]
        for separate in (False, True)
    ]
    assert recalls == [0.0, 1.0]


def test_progress_names_the_case(brightness, scene, tmp_path):
    labels = write_labels(tmp_path / "labels.gpkg", [square(10, 10, 10, 10)])
    steps = []
    evaluate(brightness, [case(scene, "bright", labels), case(scene, "bright ships", number=2)], steps.append)
    stages = list(dict.fromkeys(step.stage for step in steps))
    assert stages[0] == "case 1 of 2: segmenting"
    assert stages[-1] == "case 2 of 2: vectorising"


def test_strips_count_every_pixel_once(write_scene):
    """A scene of more than one strip, turned by 20 degrees, against the whole scene at once."""
    height = STRIP_ROWS + 77
    grey = np.full((height, 40), 9, np.uint8)
    grey[: STRIP_ROWS // 2, 7] = 0
    transform = Affine.translation(500_000, 6_000_000) @ Affine.rotation(20) @ Affine.scale(1, -1)
    path = write_scene(grey, transform=transform)
    pixels = [shapely.Polygon([transform @ corner for corner in corners]) for corners in (
        [(5, 10), (30, 10), (30, height - 5), (5, height - 5)],
        [(0, STRIP_ROWS - 3), (40, STRIP_ROWS - 3), (40, STRIP_ROWS + 4), (0, STRIP_ROWS + 4)],
    )]  # fmt: skip
    found, labelled = np.array(pixels[:1], dtype=object), np.array(pixels[1:], dtype=object)
    with open_scene(path) as scene:
        counts = count_pixels(scene, found, labelled)
    assert counts.valid == grey.size - STRIP_ROWS // 2
    assert counts.found == 25 * (height - 15) - (STRIP_ROWS // 2 - 10)
    assert counts.labelled == 7 * 40
    assert counts.both == 7 * 25
    assert counts.either == counts.found + 7 * 15
