"""From a layer through the real engine to layers, and on to other thresholds."""

from __future__ import annotations

import uuid

import pytest
from qgis.core import (
    QgsCoordinateReferenceSystem,
    QgsCoordinateTransform,
    QgsGeometry,
    QgsProject,
    QgsRasterLayer,
    QgsRectangle,
    edit,
)

from phrasegon.plugin.layers.extent import rectangle, whole_layer
from phrasegon.plugin.layers.preview import PreviewLayer
from phrasegon.plugin.layers.results import show
from phrasegon.plugin.layers.revision import swap
from phrasegon.plugin.layers.source import prepare
from phrasegon.protocol import Preview, Request, Revision

from .imagery import SAMPLE, sample_in_mercator

TRAINED = (0.12, 5.0)


@pytest.fixture
def scene(project):
    layer = QgsRasterLayer(str(SAMPLE), "claremont")
    project.addMapLayer(layer)
    return layer


def request_for(source, phrases, output, **wishes):
    return Request(phrases=phrases, output=str(output), device="cpu", **source.asked(), **wishes)


def test_threshold_up_and_down_and_to_the_end(scene, project, engine, tmp_path, never):
    source = prepare(scene, whole_layer(), None, tmp_path, trained=TRAINED).materialise(never)
    kept = tmp_path / "kept"
    kept.mkdir()
    phrases = ("trees", "swimming pools")
    request = request_for(
        source, phrases, tmp_path / "out.gpkg", probability=str(kept / "p.tif"), preview=str(tmp_path / "tiles")
    )
    (tmp_path / "tiles").mkdir()
    preview = PreviewLayer(project, scene.crs())
    seen = []
    result = engine.ask(
        request, listen=lambda said: seen.append(preview.add(said)) if isinstance(said, Preview) else None
    )
    assert seen[-1] > 0
    assert preview.layer.extent().intersects(scene.extent())
    preview.remove()
    shown = show(result, request, project, scene)
    trees, pools = shown.layers
    assert (trees.featureCount(), pools.featureCount()) == result.counts
    assert trees.crs() == scene.crs()
    assert scene.extent().buffered(0.001).contains(trees.extent())
    assert result.weights_sha256 in trees.metadata().abstract()

    def revise(threshold, output, **options):
        revision = Revision(result.probability, phrases, str(output), request.model, threshold=threshold)
        swap(shown, engine.ask(revision), revision, **options)

    areas = [sum(feature["area_m2"] for feature in trees.getFeatures())]
    for number, threshold in enumerate((0.3, 0.8)):
        revise(threshold, tmp_path / f"live{number}.fgb")
        assert shown.layers == [trees, pools]
        areas.append(sum(feature["area_m2"] for feature in trees.getFeatures()))
    assert areas[2] < areas[0] < areas[1]
    assert {feature["phrase"] for feature in pools.getFeatures()} <= {"swimming pools"}
    revise(0.5, tmp_path / "out.gpkg", temporary=False)
    assert (trees.featureCount(), pools.featureCount()) == result.counts
    assert not list(tmp_path.glob("live*"))
    with edit(trees):
        assert trees.deleteFeature(next(trees.getFeatures()).id())
    assert trees.featureCount() == result.counts[0] - 1


def test_a_web_map_gives_nearly_the_polygons_of_the_file(scene, engine, server, tmp_path, never):
    address = f"{server.url}/tiles/{uuid.uuid4().hex}/%7Bz%7D/%7Bx%7D/%7By%7D.png"
    tiles = QgsRasterLayer(f"type=xyz&url={address}&zmax=21&zmin=0", "tiles", "wms")
    crs = QgsCoordinateReferenceSystem("EPSG:3857")
    context = QgsProject.instance().transformContext()
    area = rectangle(QgsRectangle(*sample_in_mercator()), crs, tiles, context)
    found = []
    for layer, gsd in ((tiles, 0.6), (scene, None)):
        limit = rectangle(area.box, crs, layer, context)
        folder = tmp_path / layer.name()
        source = prepare(layer, limit, gsd, folder, trained=TRAINED).materialise(never)
        folder.mkdir(exist_ok=True)
        request = request_for(source, ("trees",), folder / "out.fgb")
        result = engine.ask(request)
        assert result.gsd == pytest.approx(0.6, rel=0.01)
        (shown,) = show(result, request, QgsProject.instance(), layer).layers
        shapes = [feature.geometry() for feature in shown.getFeatures()]
        found.append(_in_mercator(QgsGeometry.unaryUnion(shapes), shown.crs(), context))
    common, union = found[0].intersection(found[1]).area(), found[0].combine(found[1]).area()
    assert common / union > 0.7


def _in_mercator(geometry, crs, context):
    geometry.transform(QgsCoordinateTransform(crs, QgsCoordinateReferenceSystem("EPSG:3857"), context))
    return geometry
