"""``phrasegon fetch``, as far as it goes without a network."""

from __future__ import annotations

import pytest
import torch

from .conftest import names


def test_fetch_takes_only_what_fits(run, tmp_path):
    torch.save({"weight": torch.zeros(2, 2)}, "other.pth")
    status, out, err = run("fetch", "rs2sam2-rrsisd", "--file", "other.pth")
    assert (status, out) == (2, "")
    assert len(err.splitlines()) == 1
    assert names(tmp_path) == ["other.pth"]


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["fetch", "rs2sam2-nona"], "rs2sam2-nona"),
        (["fetch", "rs2sam2-nano"], "ships with"),
        (["fetch", "rs2sam2-rrsisd", "--file", "none.pth"], "none.pth"),
        (["fetch", "rs2sam2-rrsisd", "--file", "text.tif"], "text.tif"),
        (["fetch"], "NAME"),
    ],
)
def test_fetch_refuses_in_one_sentence_and_leaves_nothing(refused, arguments, says):
    sentence = refused(*arguments)
    assert says in sentence
    assert sentence.endswith((".", "?", ")"))
