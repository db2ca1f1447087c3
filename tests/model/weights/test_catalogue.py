from __future__ import annotations

import pytest

from phrasegon.model.errors import ModelError
from phrasegon.model.segmenters.systems import system_of
from phrasegon.model.weights.catalogue import Model, catalogue, entries, find, find_entry


def test_the_small_model_ships_and_the_released_ones_come_from_their_authors():
    assert find("rs2sam2-nano").hub is None
    assert {
        name: (find(name).hub.repository, find(name).hub.folder) for name in ("rs2sam2-rrsisd", "rs2sam2-refseg")
    } == {
        "rs2sam2-rrsisd": ("ReeF2025/RS2-SAM2", "rrsisd"),
        "rs2sam2-refseg": ("ReeF2025/RS2-SAM2", "refseg"),
    }


@pytest.mark.parametrize("name", catalogue())
def test_every_model_says_what_a_user_must_know(name):
    model = find(name)
    finest, coarsest = model.gsd_range
    assert 0 < finest <= coarsest
    assert model.tile > 0
    assert model.memory > 0
    assert model.tokenizer


@pytest.mark.parametrize("name", entries())
def test_every_entry_says_what_it_is_and_where_it_comes_from(name):
    entry = find_entry(name)
    assert entry.name == name
    assert all([entry.title, entry.weights, entry.licence, entry.trained_on, entry.source])
    assert entry.ships == (name in ("rs2sam2-nano", "rsrefseg2-nano"))


@pytest.mark.parametrize("name", entries())
def test_the_network_of_every_entry_is_there(name):
    entry = find_entry(name)
    assert entry.preset in system_of(entry.system).presets
    assert (system_of(entry.system).load is not None) == isinstance(entry, Model)


def test_what_a_model_needs_is_a_part_of_some_source():
    needed = {need for model in catalogue().values() for need in model.needs}
    assert {"sam2.1-hiera-large", "sam-vit-base", "siglip2-so400m-patch14-384"} <= needed
    assert not needed & catalogue().keys()
    assert all(find_entry(name).hub is not None for name in needed)


def test_a_part_answers_no_phrase():
    assert "sam2.1-hiera-large" not in catalogue()
    with pytest.raises(ModelError, match="answers no phrase by itself: choose pslg-sam, which takes it"):
        find("sam2.1-hiera-large")
    with pytest.raises(ModelError, match="answers no phrase by itself: choose one of rs2sam2-nano, "):
        find("sam2.1-hiera-tiny")


def test_only_the_small_models_were_trained_on_pictures_without_the_object():
    knowing = [model.name for model in catalogue().values() if model.knows_absence]
    assert knowing == ["rs2sam2-nano", "rsrefseg2-nano"]


def test_a_missing_licence_is_said():
    assert find("rs2sam2-rrsisd").licence == "not stated by its authors"


def test_an_unknown_name_lists_the_known_ones():
    with pytest.raises(ModelError, match=r"rs2sam2-nano, rsrefseg2-nano, .*; did you mean rs2sam2-nano\?"):
        find("rs2sam-nano")
    with pytest.raises(ModelError, match=r"known ones are .*pslg-sam\.$"):
        find("zzz")
    with pytest.raises(ModelError, match=r"did you mean sam2.1-hiera-tiny\?"):
        find_entry("sam2-hiera-tiny")
