"""Phrases to token ids, with the vocabulary that our own networks are trained with."""

from __future__ import annotations

from pathlib import Path

import pytest

from phrasegon.model.errors import WeightsError
from phrasegon.model.segmenters.tokenizer import Tokenizer, pad
from phrasegon.model.training.phrases import corpus
from phrasegon.model.training.tokens import train_vocabulary


@pytest.fixture(scope="module")
def tokenizer(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    path = tmp_path_factory.mktemp("vocabulary") / "words.spm"
    train_vocabulary(["the red roofs", "buildings near a road", "built-up areas"], path)
    return Tokenizer(path)


def test_a_phrase_begins_with_0_and_ends_with_2(tokenizer: Tokenizer) -> None:
    ids = tokenizer.encode("the red roofs")
    assert ids[0] == 0
    assert ids[-1] == 2
    assert len(set(ids[1:-1]) - {0, 1, 2, 3}) == 2


def test_every_id_is_a_row_of_the_token_table(tokenizer: Tokenizer) -> None:
    assert max(tokenizer.encode("buildings near a road the red roofs built-up areas")) < len(tokenizer)


@pytest.mark.parametrize("phrase", ["The RED roofs", "the red roofs.", "«the red, roofs!»", "  the   red roofs "])
def test_capitals_and_punctuation_make_no_difference(tokenizer: Tokenizer, phrase: str) -> None:
    assert tokenizer.encode(phrase) == tokenizer.encode("the red roofs")


def test_a_word_never_learnt_is_padding_and_is_told(tokenizer: Tokenizer) -> None:
    assert tokenizer.encode("the zebra roofs")[1] == 3
    assert tokenizer.unknown_words("the zebra near a Giraffe.") == ("zebra", "Giraffe.")


def test_a_phrase_of_known_words_has_no_unknown_ones(tokenizer: Tokenizer) -> None:
    assert tokenizer.unknown_words("Red buildings, built-up areas") == ()


def test_padding_fills_up_to_the_longest() -> None:
    assert pad([[0, 5, 2], [0, 5, 6, 7, 2]]) == [[0, 5, 2, 3, 3], [0, 5, 6, 7, 2]]


@pytest.mark.parametrize("content", [None, b"no model"])
def test_a_missing_or_damaged_vocabulary_is_refused(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "broken.spm"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(WeightsError, match="missing or damaged"):
        Tokenizer(path)


@pytest.fixture(scope="module")
def spoken(tmp_path_factory: pytest.TempPathFactory) -> Tokenizer:
    """The vocabulary of all that our networks are trained with."""
    path = tmp_path_factory.mktemp("vocabulary") / "words.spm"
    train_vocabulary(corpus(), path)
    return Tokenizer(path)


PHRASES = (
    "large buildings near the swimming pools",
    "vegetation surrounded by grass",
    "trees along the road network",
    "vehicles right of the largest building",
    "Bebaute Flächen",
    "telhados vermelhos",
)


def slips(word: str) -> set[str]:
    """The word with one letter left out, doubled, or taking its neighbour's place."""
    made = {word[:at] + word[at + 1 :] for at in range(len(word))}
    made |= {word[:at] + word[at] + word[at:] for at in range(len(word))}
    made |= {word[:at] + word[at + 1] + word[at] + word[at + 2 :] for at in range(len(word) - 1)}
    return made | {word[:at] + "q" + word[at + 1 :] for at in range(len(word) - 1)}


@pytest.mark.parametrize("phrase", PHRASES)
def test_one_slip_in_any_word_makes_no_difference(spoken: Tokenizer, phrase: str) -> None:
    known = set(spoken.words())
    tried = 0
    # A slip in a short word often gives the neighbour of several: "treets" may be "streets" or "trees".
    for word in [word for word in phrase.split() if len(word) > 6]:
        # What is a word itself, as "pool" for "pools", is no slip.
        for slip in sorted(slip for slip in slips(word) if len(slip) > 3 and slip.lower() not in known):
            tried += 1
            mistyped = phrase.replace(word, slip)
            assert spoken.encode(mistyped) == spoken.encode(phrase), mistyped
            assert spoken.unknown_words(mistyped) == ()
    assert tried > 20


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("BUILDINGS next to THE road", "buildings next to road"),
        ("an isolated building", "the isolated building"),
        ("die Bäume", "Bäume"),
        ("las casas", "casas"),
        ("les toits rouges", "toits rouges"),
        ("l'eau", "eau"),
        ("os telhados", "telhados"),
        ("arboles", "árboles"),
        ("grosse Gebaude", "große Gebäude"),
    ],
)
def test_articles_capitals_and_accents_make_no_difference(spoken: Tokenizer, typed: str, meant: str) -> None:
    assert spoken.encode(typed) == spoken.encode(meant)
    assert spoken.unknown_words(typed) == spoken.corrected_words(typed) == ()


def test_an_article_alone_is_still_a_phrase(spoken: Tokenizer) -> None:
    assert len(spoken.encode("the")) == 3


def test_slips_are_told_with_the_word_they_are_read_as(spoken: Tokenizer) -> None:
    assert spoken.corrected_words("Bulidings near the raod") == (("bulidings", "buildings"), ("raod", "road"))
    assert spoken.unknown_words("the zebras near a bulding") == ("zebras",)


def test_a_short_word_is_not_guessed_at(spoken: Tokenizer) -> None:
    assert spoken.unknown_words("bus") == ("bus",)


def test_the_same_of_several_near_words_is_taken_each_time(spoken: Tokenizer) -> None:
    # One letter from "pool" and from "pools", and ends as the latter does.
    assert spoken.corrected_words("poosl poools") == (("poosl", "pools"), ("poools", "pools"))


def test_articles_are_among_the_words(spoken: Tokenizer) -> None:
    assert {"the", "una", "buildings", "edificios"} <= set(spoken.words())
    assert len(spoken.words()) < 1000
