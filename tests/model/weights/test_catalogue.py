from __future__ import annotations

import pytest

from phrasegon.model.errors import ModelError
from phrasegon.model.weights.catalogue import catalogue, find


def test_the_small_model_ships_and_the_released_ones_come_from_their_authors():
    assert find("rs2sam2-nano").hub is None
    assert {
        name: (find(name).hub.repository, find(name).hub.folder) for name in ("rs2sam2-rrsisd", "rs2sam2-refseg")
    } == {
        "rs2sam2-rrsisd": ("ReeF2025/RS2-SAM2", "rrsisd"),
        "rs2sam2-refseg": ("ReeF2025/RS2-SAM2", "refseg"),
    }


@pytest.mark.parametrize("name", catalogue())
def test_every_entry_says_what_a_user_must_know(name):
    model = find(name)
    finest, coarsest = model.gsd_range
    assert 0 < finest <= coarsest
    assert model.tile > 0
    assert model.name == name
    assert all([model.system, model.preset, model.title, model.weights, model.tokenizer, model.source])
    assert all([model.licence, model.trained_on])


def test_only_the_small_model_was_trained_on_pictures_without_the_object():
    assert [model.name for model in catalogue().values() if model.knows_absence] == ["rs2sam2-nano"]


def test_a_missing_licence_is_said():
    assert find("rs2sam2-rrsisd").licence == "not stated by its authors"


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ModelError, match=r"rs2sam2-nano, rs2sam2-rrsisd, rs2sam2-refseg; did you mean rs2sam2-nano\?"):
        find("rs2sam-nano")
    with pytest.raises(ModelError, match=r"known ones are .*refseg\.$"):
        find("zzz")
