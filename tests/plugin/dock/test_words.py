from __future__ import annotations

from phrasegon.plugin.dock.words import hint, unknown_words, words_in

WORDS = ("large", "largest", "pools", "red", "swimming", "the", "trees")


def test_words_are_told_from_signs_and_capitals():
    assert words_in("The red-trees, (trees) 12!") == ("the", "red", "trees")


def test_a_word_that_the_model_has_not_learnt_is_unknown():
    assert unknown_words("the striped Zebras; trees", WORDS) == ("striped", "zebras")


def test_a_word_that_is_being_typed_is_not_judged_yet():
    assert unknown_words("the lar", WORDS, typing=True) == ()
    assert unknown_words("the lar", WORDS) == ("lar",)
    assert unknown_words("the lar ", WORDS, typing=True) == ("lar",)
    assert unknown_words("the lax", WORDS, typing=True) == ("lax",)


def test_without_a_vocabulary_any_word_may_be_tried():
    assert unknown_words("zebras", ()) == ()


def test_the_hint_names_the_words():
    text = hint("the largest zebras", WORDS, ("largest", "left"))
    assert text.count("\n") == 1
    unknown, compared = text.splitlines()
    assert "zebras" in unknown
    assert "largest" not in unknown
    assert "largest" in compared


def test_there_is_no_hint_about_known_words():
    assert hint("the red trees", WORDS, ("largest",)) == ""
