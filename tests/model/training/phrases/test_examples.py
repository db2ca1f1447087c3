"""A page holds what its language says and nothing else, in letters that can be read."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PIL import ImageFont

from phrasegon.model.training.crops import Crop
from phrasegon.model.training.phrases import Phrase, corpus, examples
from phrasegon.model.training.phrases.examples import Example, page, tongues
from phrasegon.model.training.sources import load_showable
from phrasegon.model.training.sources.picture import legend

YELLOW = (255, 225, 0)


@pytest.fixture
def asked(make_crop: Callable[..., Crop]) -> Example:
    """A crop whose upper half is meant and of which a quarter is undecided."""
    codes = np.zeros((64, 64), np.uint8)
    codes[:32] = 1
    crop = make_crop(codes, {"building": legend((1,))})
    mask = codes.copy()
    mask[32:, 32:] = 255
    return Example(crop, Phrase("alle dächer", mask, "class", "building"), "German")


def test_every_phrase_is_in_a_language_and_english_ones_in_no_other() -> None:
    said = tongues()
    assert set(corpus()) <= frozenset().union(*said.values())
    assert not said.pop("English") & frozenset().union(*said.values())


@pytest.mark.parametrize(
    ("language", "text", "other"),
    [
        ("English", "pools", "die pools"),
        ("German", "alle roten dächer", "all red roofs"),
        ("Spanish", "las casas rojas", "as casas vermelhas"),
        ("French", "toutes les petites maisons", "petites buildings"),
        ("Portuguese", "as casas vermelhas", "las casas rojas"),
    ],
)
def test_languages_are_told_apart(language: str, text: str, other: str) -> None:
    assert text in tongues()[language]
    assert other not in tongues()[language]


def test_a_caption_names_every_language_but_english(asked: Example) -> None:
    assert asked.caption == "“alle dächer”  (German, class)"
    assert Example(asked.crop, asked.phrase, "English").caption == "“alle dächer”  (class)"


def test_an_answer_is_yellow_and_what_is_undecided_grey(asked: Example) -> None:
    sheet = np.asarray(page([asked] * 5), int)
    assert sheet.shape == (2 * 230, 4 * 416, 3)
    for top, left in ((0, 0), (0, 416), (230, 0)):
        plain, answered = (sheet[top : top + 200, start : start + 200] for start in (left, left + 202))
        assert np.abs(plain - 90).max() <= 1
        assert answered[50, 50].tolist() == [(90 + band) // 2 for band in YELLOW]
        assert answered[150, 50].tolist() == [90, 90, 90]
        assert answered[150, 150].tolist() == [109, 109, 109]


def test_the_font_has_every_letter_of_every_phrase() -> None:
    font = ImageFont.truetype(examples._FONT, 20)
    lacking = bytes(font.getmask("\uffff"))
    letters = set("".join(corpus())) - {" "}
    assert "ß" in letters
    assert [letter for letter in sorted(letters) if bytes(font.getmask(letter)) == lacking] == []


def test_a_page_has_its_own_language_alone(data_root) -> None:
    pictures = load_showable(data_root)
    sayable = tongues()["Portuguese"]
    shown = list(examples.examples(pictures, "Portuguese", sayable, np.random.default_rng(1)))
    assert [(example.phrase.target, example.phrase.kind) for example in shown] == list(examples.FOREIGN_KINDS)
    assert all(example.phrase.text in sayable for example in shown)
