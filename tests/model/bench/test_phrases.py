"""The bench of further phrases measures what it says, on a model that is at hand."""

from __future__ import annotations

import pytest

from phrasegon.model.bench.phrases import bench_phrases


def test_both_phrases_are_timed_and_set_in_relation() -> None:
    (measured,) = bench_phrases(("rsrefseg2-nano",), tiles=1)["systems"]
    assert measured["first_s"] > 0
    assert measured["second_s"] > 0
    assert measured["ratio"] == pytest.approx(measured["second_s"] / measured["first_s"], rel=0.01)
