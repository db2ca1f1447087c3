"""What the batches of a step are made of."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from phrasegon.model.training.batches import PhraseDraw
from phrasegon.model.training.class_names import one_word
from phrasegon.model.training.dataset import PhraseDataset
from phrasegon.model.training.sources import CLASSES

VOCABULARY = Path(__file__).resolve().parents[3] / "resources" / "weights" / "rs2sam2-nano.spm"


def test_only_a_network_of_words_hears_of_places(small_root: Path) -> None:
    dataset = PhraseDataset(small_root, "train", 64)
    spoken, named = (
        PhraseDraw(dataset, VOCABULARY, 32, crops=20, phrases=6, places=0.25, words=words).examples(
            np.random.default_rng(1)
        )
        for words in ("phrases", "classes")
    )
    places = [example for example in spoken if example.kind == "place"]
    assert len(spoken) == 120
    assert places
    assert len(named) == len(spoken) - len(places)
    assert {example.phrase for example in named} <= {one_word(name) for name in CLASSES}
