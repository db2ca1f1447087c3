from __future__ import annotations

import pytest
from qgis.core import QgsCoordinateReferenceSystem, QgsGeometry, QgsMapLayer, QgsVectorLayer

from phrasegon.plugin.layers.preview import PreviewLayer
from phrasegon.protocol import Preview


@pytest.fixture
def preview(project):
    project.addMapLayer(QgsVectorLayer("Point?crs=EPSG:26911", "mine", "memory"))
    project.setDirty(False)
    preview = PreviewLayer(project, QgsCoordinateReferenceSystem("EPSG:26911"))
    yield preview
    preview.remove()


def said(path, count, first=0):
    lines = [
        bytes(QgsGeometry.fromWkt(f"POLYGON(({x} 0,{x} 1,{x + 1} 1,{x} 0))").asWkb()).hex()
        for x in range(first, first + count)
    ]
    path.write_text("\n".join(lines) + "\n")
    return Preview("trees", str(path))


def test_polygons_gather_on_top_of_the_map(preview, project, tmp_path):
    assert preview.add(said(tmp_path / "one", 3)) == 3
    assert preview.add(said(tmp_path / "two", 2, first=3)) == 5
    assert not list(tmp_path.iterdir())
    assert project.layerTreeRoot().layerOrder()[0] == preview.layer
    assert preview.layer.crs().authid() == "EPSG:26911"
    assert preview.layer.extent().xMaximum() == 5
    assert sum(feature.geometry().area() for feature in preview.layer.getFeatures()) == 2.5


def test_it_stays_out_of_the_legend_and_nobody_is_asked_to_save_it(preview, project, tmp_path):
    preview.add(said(tmp_path / "one", 3))
    assert preview.layer.flags() & QgsMapLayer.LayerFlag.Private
    assert preview.layer.customProperty("skipMemoryLayersCheck")
    assert not project.isDirty()


def test_it_goes_without_a_trace(preview, project, tmp_path):
    preview.add(said(tmp_path / "one", 3))
    preview.remove()
    preview.remove()
    assert [layer.name() for layer in project.mapLayers().values()] == ["mine"]
    assert len(project.layerTreeRoot().children()) == 1
    assert not project.isDirty()


def test_changes_of_the_user_are_not_forgotten(preview, project):
    project.setDirty(True)
    preview.remove()
    assert project.isDirty()


def test_a_new_project_takes_it_away_and_files_go_all_the_same(preview, project, tmp_path):
    project.clear()
    assert preview.layer is None
    assert preview.add(said(tmp_path / "one", 3)) == 0
    assert not list(tmp_path.iterdir())
    preview.remove()


def test_half_a_line_and_a_file_that_is_gone_are_passed_over(preview, tmp_path):
    whole = said(tmp_path / "one", 3)
    text = (tmp_path / "one").read_text()
    (tmp_path / "one").write_text(text[:-9] + "\nnonsense\n")
    assert preview.add(whole) == 2
    assert preview.add(Preview("trees", str(tmp_path / "none"))) == 2


def test_the_map_is_drawn_anew(preview, tmp_path, wait_until):
    drawn = []
    preview.layer.repaintRequested.connect(lambda: drawn.append(True))
    for number in range(5):
        preview.add(said(tmp_path / "one", 1, first=number))
    wait_until(lambda: drawn)
    assert len(drawn) == 1
