"""SAM 2.1 by its name in the catalogue."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import torch

from phrasegon.model.errors import ModelError, WeightsError
from phrasegon.model.networks.sam2 import PRESETS
from phrasegon.model.networks.sam2.checkpoint import load_network
from phrasegon.model.prompting import Box, snap
from phrasegon.model.segmenters.precision import precision_for
from phrasegon.model.segmenters.prompted import DEFAULT, load_prompted, prompted_entries
from phrasegon.model.weights.catalogue import entries
from phrasegon.model.weights.store import load_state_dict, locate_part


def test_every_sam_2_is_offered_with_the_memory_it_takes():
    known = prompted_entries()
    assert next(iter(known)) == DEFAULT
    assert set(known) == {name for name in entries() if name.startswith("sam2.1-")}
    assert all(1e9 < entry.memory < 4e9 for entry in known.values())


def test_it_is_the_network_of_its_file(small_sam2):
    prompted = load_prompted(small_sam2, device="cpu")
    checkpoint = locate_part(small_sam2)
    assert (prompted.name, prompted.device, prompted.weights_sha256) == (DEFAULT, "cpu", checkpoint.sha256)
    state = load_state_dict(checkpoint.weights)
    same = load_network(PRESETS["hiera-tiny"], state, dtype=precision_for(torch.device("cpu")))
    tile = np.random.default_rng(0).integers(0, 256, (3, 96, 96), dtype=np.uint8)
    found, expected = (snap(network, tile, [Box(20, 20, 70, 60)]) for network in (prompted.network, same))
    assert found[0].score == expected[0].score
    assert (found[0].mask == expected[0].mask).all()


def test_what_is_not_there_says_how_to_get_it(home):
    with pytest.raises(WeightsError, match=r"phrasegon fetch sam2\.1-hiera-small"):
        load_prompted("sam2.1-hiera-small")


def test_what_takes_phrases_takes_no_boxes(home):
    with pytest.raises(ModelError, match=r"rs2sam2-nano does not segment what boxes show it: choose one of sam2\.1-"):
        load_prompted("rs2sam2-nano")
    with pytest.raises(ModelError, match=r"did you mean sam2\.1-hiera-tiny\?"):
        load_prompted("sam2-hiera-tiny")


def test_an_unknown_device_is_refused(small_sam2):
    with pytest.raises(ModelError, match="abacus"):
        load_prompted(small_sam2, device="abacus")


def test_too_little_memory_is_told_before_it_is_taken(small_sam2, monkeypatch):
    monkeypatch.setitem(entries(), small_sam2, replace(entries()[small_sam2], memory=10**15))
    with pytest.raises(ModelError, match=r"takes about 1000000\.0 GB of memory"):
        load_prompted(small_sam2, device="cpu")
