"""Examples drawn from a few real pictures of every source."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import numpy as np
import pytest

from phrasegon.model.training.dataset import IGNORE, Example, PhraseDataset, corpus
from phrasegon.model.training.sampling import ABSENT_SHARE, CLASS_SHARES

SIZE = 64


@pytest.fixture(scope="module")
def training(small_root: Path) -> PhraseDataset:
    return PhraseDataset(small_root, "train", SIZE)


@pytest.fixture(scope="module")
def drawn(training: PhraseDataset) -> list[Example]:
    rng = np.random.default_rng(0)
    return [training.draw(rng)[0] for _ in range(400)]


@pytest.fixture(scope="module")
def validation(small_root: Path) -> list[Example]:
    return list(PhraseDataset(small_root, "val", SIZE).validation())


def same(one: Example, other: Example) -> bool:
    return (
        one.phrase == other.phrase
        and np.array_equal(one.image, other.image)
        and np.array_equal(one.mask, other.mask)
        and one.gsd == other.gsd
    )


def test_examples_are_what_they_say(drawn: list[Example], validation: list[Example]) -> None:
    sayable = set(corpus())
    for example in drawn + validation:
        assert example.image.shape == (3, SIZE, SIZE)
        assert example.image.dtype == example.mask.dtype == np.uint8
        assert set(np.unique(example.mask)) <= {0, 1, IGNORE}
        assert example.phrase in sayable
        assert example.present == np.any(example.mask == 1) == (example.kind != "absent")
        assert 0.06 <= example.gsd <= 8


def test_a_seed_gives_the_same_examples_again(training: PhraseDataset) -> None:
    first, again, other = (training.draw(np.random.default_rng(seed), 3) for seed in (5, 5, 6))
    assert all(same(*pair) for pair in zip(first, again, strict=True))
    assert not all(same(*pair) for pair in zip(first, other, strict=True))


def test_several_phrases_share_one_crop(training: PhraseDataset) -> None:
    rng = np.random.default_rng(1)
    sets = [training.draw(rng, 4) for _ in range(30)]
    for examples in sets:
        assert len(examples) == 4
        assert all(example.image is examples[0].image for example in examples)
    assert np.mean([len({example.phrase for example in examples}) for examples in sets]) > 2.5


def test_a_share_of_the_further_phrases_is_a_mere_place(training: PhraseDataset) -> None:
    rng = np.random.default_rng(2)
    sets = [training.draw(rng, 6, 0.25) for _ in range(60)]
    assert all(examples[0].kind != "place" for examples in sets)
    further = [example for examples in sets for example in examples[1:]]
    assert 0.15 < np.mean([example.kind == "place" for example in further]) < 0.4


def test_shares_of_absent_phrases_and_classes_are_kept(drawn: list[Example]) -> None:
    assert np.mean([not example.present for example in drawn]) == pytest.approx(ABSENT_SHARE, abs=0.07)
    counts = Counter(example.target for example in drawn)
    for name, share in CLASS_SHARES.items():
        assert counts[name] / len(drawn) == pytest.approx(share, abs=0.1), name


def test_every_class_is_denied_as_well_as_shown(training: PhraseDataset, drawn: list[Example]) -> None:
    rng = np.random.default_rng(2)
    more = [training.draw(rng)[0] for _ in range(500)]
    seen = {(example.target, example.present) for example in drawn + more}
    assert seen >= {(name, present) for name in CLASS_SHARES for present in (True, False)}


def test_validation_is_the_same_each_time_and_uses_other_kinds_too(small_root: Path, validation: list[Example]) -> None:
    again = list(PhraseDataset(small_root, "val", SIZE).validation())
    assert len(again) == len(validation)
    assert all(same(*pair) for pair in zip(validation, again, strict=True))
    kinds = Counter(example.kind for example in validation)
    assert kinds["class"] > 50
    assert {"absent", "position", "size", "colour"} <= set(kinds)
