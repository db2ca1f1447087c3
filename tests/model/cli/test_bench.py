"""``phrasegon bench``."""

from __future__ import annotations

import json
from pathlib import Path

import pytest


def test_bench_prints_a_table_and_writes_its_numbers(run):
    arguments = "--preset", "nano", "--precision", "float32", "--json", "numbers.json"
    status, out, err = run("bench", "network", *arguments)
    assert (status, err) == (0, "")
    assert "nano" in out
    assert [row["preset"] for row in json.loads(Path("numbers.json").read_text())["networks"]] == ["nano"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["bench", "abacus"], "abacus"),
        (["bench", "network", "--preset", "abacus"], "abacus"),
        (["bench", "network", "--precision", "abacus"], "abacus"),
        (["bench", "network", "--batch", "0"], "--batch"),
        (["bench", "network", "--json", "none/numbers.json"], "none"),
        (["bench", "scene", "--json", "folder.gpkg"], "folder.gpkg"),
    ],
)
def test_bench_refuses_in_one_sentence_and_leaves_nothing(refused, arguments, says):
    sentence = refused(*arguments)
    assert says in sentence
    assert sentence.endswith((".", "?", ")"))
