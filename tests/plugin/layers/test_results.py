from __future__ import annotations

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsGraduatedSymbolRenderer,
    QgsRasterLayer,
    QgsSingleSymbolRenderer,
    QgsVectorLayer,
)

from phrasegon.plugin.layers.results import show
from phrasegon.plugin.layers.style import style_by_score
from phrasegon.protocol import Model, Remark

from .imagery import SAMPLE
from .polygons import answer, ask, write

FOUND = {"trees": (0.55, 0.95, 0.7), "swimming pools": (0.8,)}
NOTE = Remark("unknown_words", "not learnt: blue", ("blue",))
MODEL = Model("rs2sam2-nano", "RS2-SAM 2 nano", True, "GPL-2.0-or-later", "open imagery", 512, (0.12, 5.0), 10**9)


def shown_as(project, path, found, **options):
    names = write(path, {phrase: scores for phrase, scores in found.items() if scores} or found)
    by_phrase = [phrase.replace(" ", "_") for phrase in found]
    names = tuple(by_phrase) if path.suffix == ".gpkg" else names[:1] * len(found)
    request = ask(path, found, **options.pop("wishes", {}))
    return show(answer(path, found, names, **options.pop("told", {})), request, project, **options)


def test_one_phrase_is_one_layer_in_a_group_of_its_name(project, tmp_path):
    scene = QgsRasterLayer(str(SAMPLE), "claremont")
    project.addMapLayer(scene)
    shown = shown_as(project, tmp_path / "out.gpkg", {"trees": (0.55, 0.95)}, scene=scene)
    first, *rest = project.layerTreeRoot().children()
    assert first == shown.group
    assert first.name() == "trees"
    assert len(rest) == 1
    (layer,) = shown.layers
    (node,) = first.children()
    assert node.layerId() == layer.id()
    assert (layer.name(), layer.featureCount(), layer.crs().authid()) == ("trees", 2, "EPSG:26911")
    assert (node.isVisible(), node.isExpanded()) == (True, False)
    assert (shown.nothing, shown.notes) == ((), ())


@pytest.mark.parametrize("suffix", [".gpkg", ".fgb", ".shp", ".geojson"])
def test_several_phrases_are_several_layers_in_any_format(project, tmp_path, suffix):
    shown = shown_as(project, tmp_path / f"out{suffix}", FOUND)
    assert shown.group.name() == "trees, swimming pools"
    assert [node.name() for node in shown.group.children()] == list(FOUND)
    assert [layer.featureCount() for layer in shown.layers] == [3, 1]
    for layer, phrase in zip(shown.layers, FOUND):  # noqa: B905 (Python 3.9 has no strict)
        assert {feature["phrase"] for feature in layer.getFeatures()} == {phrase}


def test_phrases_with_quotes_are_told_apart(project, tmp_path):
    found = {"the farmer's field": (0.8,), "field": (0.6, 0.7)}
    shown = shown_as(project, tmp_path / "out.fgb", found)
    assert [layer.featureCount() for layer in shown.layers] == [1, 2]


def test_a_phrase_longer_than_a_shapefiles_text_is_found_again(project, tmp_path):
    phrase = "ü" * 200
    path = tmp_path / "out.shp"
    names = write(path, {phrase.encode()[:254].decode(errors="ignore"): (0.6, 0.7), "b": (0.5,)})
    found = {phrase: (0.6, 0.7), "b": (0.5,)}
    shown = show(answer(path, found, names), ask(path, found), project)
    assert [layer.featureCount() for layer in shown.layers] == [2, 1]


def test_a_phrase_without_polygons_is_named_and_gets_no_layer(project, tmp_path):
    shown = shown_as(project, tmp_path / "out.gpkg", {"trees": (), "pools": (0.8,)})
    assert shown.nothing == ("trees",)
    assert [layer.name() for layer in shown.layers] == ["pools"]


def test_nothing_at_all_leaves_the_project_as_it_was(project, tmp_path):
    shown = shown_as(project, tmp_path / "out.gpkg", {"trees": (), "pools": ()})
    assert (shown.nothing, shown.layers, shown.group) == (("trees", "pools"), [], None)
    assert not project.layerTreeRoot().children()
    assert not project.mapLayers()


def test_a_second_run_lies_above_the_first(project, tmp_path):
    first = shown_as(project, tmp_path / "one.gpkg", {"trees": (0.6,)})
    second = shown_as(project, tmp_path / "two.gpkg", {"trees": (0.6,)})
    assert project.layerTreeRoot().children() == [second.group, first.group]


def test_a_file_that_qgis_cannot_read_is_one_sentence_and_no_broken_layer(project, tmp_path):
    path = tmp_path / "out.parquet"
    path.write_bytes(b"PAR1 nothing that this GDAL reads PAR1")
    found = {"trees": (0.5,), "pools": (0.6,)}
    shown = show(answer(path, found, ("out", "out")), ask(path, found), project)
    (note,) = shown.notes
    assert "cannot read GeoParquet" in note
    assert str(path) in note
    assert not project.mapLayers()
    assert not project.layerTreeRoot().children()


def test_scores_are_shown_in_classes(project, tmp_path):
    (layer,) = shown_as(project, tmp_path / "out.gpkg", {"trees": (0.55, 0.95)}).layers
    renderer = layer.renderer()
    assert isinstance(renderer, QgsGraduatedSymbolRenderer)
    assert renderer.classAttribute() == "score"
    ranges = renderer.ranges()
    assert (ranges[0].lowerValue(), ranges[-1].upperValue()) == (0, 1)
    assert [each.upperValue() for each in ranges[:-1]] == [each.lowerValue() for each in ranges[1:]]
    lightness = [each.symbol().color().lightnessF() for each in ranges]
    luminance = [_luminance(each.symbol().symbolLayer(2).color()) for each in ranges]
    assert luminance == sorted(luminance)  # whoever cannot see hues sees an order
    assert len(lightness) == 6
    for each in ranges:
        fill, casing, outline = each.symbol().symbolLayers()
        assert fill.color().alphaF() == pytest.approx(0.2)
        assert outline.color().alphaF() == 1
        assert casing.width() > outline.width() > 0


def _luminance(colour):
    return 0.2126 * colour.redF() + 0.7152 * colour.greenF() + 0.0722 * colour.blueF()


def test_a_layer_without_polygons_or_scores_has_one_symbol(application, tmp_path):
    without_score = QgsVectorLayer("Polygon?crs=EPSG:3857&field=name:string", "x", "memory")
    empty = QgsVectorLayer("Polygon?crs=EPSG:3857&field=score:double", "x", "memory")
    for layer in (without_score, empty):
        style_by_score(layer)
        assert isinstance(layer.renderer(), QgsSingleSymbolRenderer)
        assert layer.renderer().symbol().symbolLayerCount() == 3


def test_columns_have_names_for_people(project, tmp_path):
    (layer,) = shown_as(project, tmp_path / "out.gpkg", {"trees": (0.55,)}).layers
    named = {field.name(): field.alias() for field in layer.fields()}
    assert named == {
        **{"fid": "", "phrase": "Phrase", "score": "Score (0 to 1)", "presence": "Presence (0 to 1)"},
        **{"area_m2": "Area (m²)", "perimeter_m": "Perimeter (m)", "model": "Model"},
    }
    assert layer.displayExpression() == '"phrase" || \' \' || format_number("score", 2)'


def test_without_crs_columns_are_in_pixels_and_the_layer_stays_without(project, tmp_path):
    path = tmp_path / "out.fgb"
    names = write(path, {"trees": (0.5,)}, epsg=None)
    (layer,) = show(
        answer(path, {"trees": (0.5,)}, names, gsd=None), ask(path, {"trees": (0.5,)}, min_area=9), project
    ).layers
    assert layer.crs() == QgsCoordinateReferenceSystem()
    assert layer.fields().field("area_m2").alias() == "Area (pixels)"
    assert "Smallest area (pixels): 9" in layer.metadata().abstract()


def test_the_layer_says_where_it_comes_from(project, tmp_path):
    scene = QgsRasterLayer(str(SAMPLE), "claremont")
    (layer,) = shown_as(
        project,
        tmp_path / "out.gpkg",
        {"trees": (0.55,)},
        scene=scene,
        model=MODEL,
        told={"weights_sha256": "c0a1", "device": "cpu", "notes": (NOTE,)},
        wishes={
            "threshold": 0.4,
            "simplify": 0.5,
            "separate": True,
            "orthogonalise": True,
            "bands": (3, 2, 1),
            "presence": False,
        },
    ).layers
    metadata = layer.metadata()
    assert metadata.title() == "“trees” in claremont"
    lines = metadata.abstract().splitlines()
    for line in (
        *("Phrase: trees", f"Raster: claremont ({SAMPLE})", "Model: RS2-SAM 2 nano (rs2sam2-nano)"),
        *("Trained on: open imagery", "Weights (SHA-256): c0a1", "Computed on: cpu", "Metres a pixel: 0.6"),
        *("Threshold: 0.4", "Simplified by (m): 0.5", "Touching objects separated: yes", "Right angles: yes"),
        *("Bands: 3, 2, 1", "Note: not learnt: blue", "Tiles without the object left out: no"),
    ):
        assert line in lines
    assert metadata.licenses() == ["GPL-2.0-or-later"]
    assert metadata.rights() == ["Weights of RS2-SAM 2 nano: GPL-2.0-or-later"]
    assert metadata.keywords()["Phrasegon"] == ["trees", "rs2sam2-nano"]
    assert metadata.crs() == layer.crs()
    assert metadata.extent().spatialExtents()[0].bounds.xMinimum() == layer.extent().xMinimum()
    (line,) = metadata.history()
    assert "threshold of 0.4" in line


def test_passwords_of_the_raster_stay_out_of_the_metadata(project, tmp_path):
    address = "http://me:hush1@127.0.0.1:1/%7Bz%7D%3Faccess_token%3Dhush2%26style%3Dplain"
    scene = QgsRasterLayer(f"url={address}&type=xyz&username=me&password=hush3", "tiles", "wms")
    (layer,) = shown_as(project, tmp_path / "out.gpkg", {"trees": (0.55,)}, scene=scene).layers
    (line,) = (line for line in layer.metadata().abstract().splitlines() if line.startswith("Raster"))
    assert line == (
        "Raster: tiles (url=http://***@127.0.0.1:1/{z}?access_token=***&style=plain&type=xyz&username=***&password=***)"
    )
