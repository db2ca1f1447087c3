"""Networks that are told a class and no phrase."""

from __future__ import annotations

from dataclasses import replace

from .dataset import Example, corpus
from .phrases.words import WORDS
from .recipe import WordsKind

CLASS_OF = {words.many[0]: name for name, words in WORDS.items()}
"""The class of each plain phrase, which is what a report asks for in place of another phrase."""


def one_word(name: str) -> str:
    """The class's name as one word, so that it is one token: ``swimmingpool``."""
    return "".join(letter for letter in name if letter.isalpha())


def told(example: Example, words: WordsKind) -> Example:
    """The example with the phrase that the network gets to hear: its own, or its class's name."""
    return example if words == "phrases" else replace(example, phrase=one_word(example.target))


def sayable(words: WordsKind) -> list[str]:
    """All that a network will hear, to make its vocabulary of."""
    return list(corpus()) if words == "phrases" else [one_word(name) for name in WORDS]
