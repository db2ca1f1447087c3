from __future__ import annotations

import pytest
from qgis.core import QgsPalLayerSettings, QgsVectorLayerSimpleLabeling
from qgis.PyQt.QtGui import QColor

from phrasegon.plugin.errors import UserError
from phrasegon.plugin.layers.results import show
from phrasegon.plugin.layers.revision import swap
from phrasegon.protocol import Revision

from .polygons import answer, ask, write


@pytest.fixture
def revise(tmp_path):
    """Shows polygons, then other ones."""

    class Reviser:
        count = 0

        def first(self, project, found, suffix=".gpkg"):
            path = tmp_path / f"out{suffix}"
            names = write(path, {phrase: scores for phrase, scores in found.items() if scores} or found)
            by_phrase = [phrase.replace(" ", "_") for phrase in found] if suffix == ".gpkg" else names[:1] * len(found)
            return show(answer(path, found, tuple(by_phrase)), ask(path, found), project)

        def then(self, shown, found, name=None, threshold=0.3, separate=False, **options):
            self.count += 1
            path = tmp_path / (name or f"revised{self.count}.fgb")
            names = write(path, found)
            how = {"threshold": threshold, "separate": separate}
            revision = Revision(("p.tif",) * len(found), tuple(found), str(path), **how)
            swap(shown, answer(path, found, names), revision, **options)
            return path

    return Reviser()


def scores(layer):
    return sorted(feature["score"] for feature in layer.getFeatures())


def test_the_layer_shows_the_revision(project, revise):
    shown = revise.first(project, {"trees": (0.6, 0.9)})
    (layer,) = shown.layers
    path = revise.then(shown, {"trees": (0.35, 0.6, 0.9)})
    assert shown.layers == [layer]
    assert scores(layer) == [0.35, 0.6, 0.9]
    assert layer.source() == str(path)
    assert layer.isValid()


def test_what_the_user_made_of_the_layer_stays(project, revise):
    shown = revise.first(project, {"trees": (0.6, 0.9)})
    (layer,) = shown.layers
    shown.group.setName("my trees")
    other = project.layerTreeRoot().addGroup("elsewhere")
    node = project.layerTreeRoot().findLayer(layer.id())
    moved = other.addLayer(layer)
    shown.group.removeChildNode(node)
    moved.setItemVisibilityChecked(False)
    layer.setName("Bäume")
    layer.renderer().updateRangeSymbol(2, _blue(layer))
    layer.setOpacity(0.7)
    layer.setLabeling(QgsVectorLayerSimpleLabeling(QgsPalLayerSettings()))
    layer.setLabelsEnabled(True)
    layer.setFieldAlias(layer.fields().indexFromName("score"), "Güte")
    layer.setCustomProperty("mine", 7)
    revise.then(shown, {"trees": (0.35, 0.6, 0.9)})
    assert layer.name() == "Bäume"
    ranges = layer.renderer().ranges()
    assert ranges[2].symbol().color() == QColor("#0000ff")
    assert layer.renderer().type() == "graduatedSymbol"
    assert layer.opacity() == 0.7
    assert layer.labelsEnabled()
    assert layer.fields().field("score").alias() == "Güte"
    assert layer.fields().field("area_m2").alias() == "Area (m²)"
    assert layer.displayExpression().startswith('"phrase"')
    assert layer.customProperty("mine") == 7
    assert project.layerTreeRoot().findLayer(layer.id()) == moved
    assert moved.parent() == other
    assert not moved.isVisible()
    assert shown.group.name() == "my trees"


def _blue(layer):
    ranges = layer.renderer().ranges()
    symbol = ranges[2].symbol().clone()
    symbol.setColor(QColor("#0000ff"))
    return symbol


def test_several_phrases_stay_apart(project, revise):
    shown = revise.first(project, {"trees": (0.6,), "pools": (0.7, 0.8)})
    revise.then(shown, {"trees": (0.4, 0.6), "pools": (0.3, 0.7, 0.8)})
    assert [scores(layer) for layer in shown.layers] == [[0.4, 0.6], [0.3, 0.7, 0.8]]


def test_temporary_files_go_and_the_final_one_stays(project, revise, tmp_path):
    shown = revise.first(project, {"trees": (0.6,)})
    one = revise.then(shown, {"trees": (0.5,)})
    two = revise.then(shown, {"trees": (0.4,)})
    assert not one.exists()
    final = revise.then(shown, {"trees": (0.45, 0.8)}, name="out.gpkg", temporary=False)
    assert not two.exists()
    assert final.exists()
    (layer,) = shown.layers
    assert scores(layer) == [0.45, 0.8]
    assert layer.source() == f"{final}|layername=trees"
    after = revise.then(shown, {"trees": (0.1,)})
    assert final.exists()
    assert after.exists()


def test_the_file_that_is_shown_may_be_replaced_under_its_name(project, revise, tmp_path):
    shown = revise.first(project, {"trees": (0.6,)})
    found = {"trees": (0.2, 0.3, 0.4)}
    names = write(tmp_path / "draft.gpkg", found)
    path = (tmp_path / "draft.gpkg").replace(tmp_path / "out.gpkg")
    swap(shown, answer(path, found, names), Revision(("p.tif",), ("trees",), str(path)), temporary=False)
    assert scores(shown.layers[0]) == [0.2, 0.3, 0.4]
    assert path.exists()


def test_a_layer_that_was_removed_stays_away(project, revise):
    shown = revise.first(project, {"trees": (0.6,), "pools": (0.7,)})
    project.removeMapLayer(shown.layers[0].id())
    revise.then(shown, {"trees": (0.5,), "pools": (0.4, 0.7)})
    assert [scores(layer) for layer in shown.layers] == [[0.4, 0.7]]


def test_all_removed_is_no_error(project, revise):
    shown = revise.first(project, {"trees": (0.6,)})
    project.clear()
    revise.then(shown, {"trees": (0.5,)})
    assert shown.layers == []
    assert not project.mapLayers()


def test_a_phrase_that_had_nothing_gets_its_layer_when_it_has(project, revise):
    shown = revise.first(project, {"trees": (), "pools": ()})
    assert shown.nothing == ("trees", "pools")
    revise.then(shown, {"trees": (0.2, 0.3), "pools": ()})
    assert [layer.name() for layer in shown.layers] == ["trees"]
    assert shown.group.name() == "trees, pools"
    assert shown.nothing == ("pools",)
    assert shown.layers[0].renderer().type() == "graduatedSymbol"


def test_a_layer_may_become_empty_and_fill_again(project, revise):
    shown = revise.first(project, {"trees": (0.6,), "pools": (0.7,)})
    revise.then(shown, {"trees": (), "pools": (0.7,)})
    assert shown.nothing == ("trees",)
    assert [layer.featureCount() for layer in shown.layers] == [0, 1]
    revise.then(shown, {"trees": (0.5, 0.6), "pools": (0.7,)})
    assert [layer.featureCount() for layer in shown.layers] == [2, 1]
    assert shown.layers[0].renderer().type() == "graduatedSymbol"


def test_a_layer_in_edit_mode_is_not_touched(project, revise):
    shown = revise.first(project, {"trees": (0.6,), "pools": (0.7,)})
    trees, pools = shown.layers
    before = trees.source(), pools.source()
    pools.startEditing()
    with pytest.raises(UserError, match="“pools” is being edited"):
        revise.then(shown, {"trees": (0.5,), "pools": (0.4,)})
    assert (trees.source(), pools.source()) == before
    pools.rollBack()


def test_a_file_that_cannot_be_read_leaves_the_layer_as_it_was(project, revise, tmp_path):
    shown = revise.first(project, {"trees": (0.6,)})
    broken = tmp_path / "broken.fgb"
    broken.write_bytes(b"nothing")
    result = answer(broken, {"trees": (0.6,)}, ("broken",))
    with pytest.raises(UserError, match="cannot be read"):
        swap(shown, result, Revision(("p.tif",), ("trees",), str(broken)))
    assert scores(shown.layers[0]) == [0.6]
    revise.then(shown, {"trees": (0.5,)})
    assert scores(shown.layers[0]) == [0.5]


def test_the_users_filter_and_selection_stay(project, revise):
    shown = revise.first(project, {"trees": (0.6, 0.9), "pools": (0.7,)})
    trees = shown.layers[0]
    trees.setSubsetString('"score" > 0.5')
    (chosen,) = (feature for feature in trees.getFeatures() if feature["score"] == 0.9)
    trees.selectByIds([chosen.id()])
    for _ in range(2):
        revise.then(shown, {"trees": (0.6, 0.9, 0.3), "pools": (0.7, 0.8)})
        assert scores(trees) == [0.6, 0.9]
        assert [feature["score"] for feature in trees.getSelectedFeatures()] == [0.9]
    revise.then(shown, {"trees": (0.6, 0.9, 0.3), "pools": (0.7,)}, name="out.gpkg", temporary=False)
    assert trees.subsetString() == '"score" > 0.5'


def test_the_metadata_follow(project, revise):
    shown = revise.first(project, {"trees": (0.6,)})
    revise.then(shown, {"trees": (0.5,)}, threshold=0.35)
    revise.then(shown, {"trees": (0.4,)}, threshold=0.25, separate=True)
    metadata = shown.layers[0].metadata()
    assert {"Threshold: 0.25", "Touching objects separated: yes"} <= set(metadata.abstract().splitlines())
    assert len(metadata.history()) == 2
    assert "threshold of 0.25" in metadata.history()[1]
