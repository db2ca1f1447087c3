from __future__ import annotations

import pytest

from phrasegon.plugin.phrases import phrases_in


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("trees", ("trees",)),
        (" the  red trees ;; swimming pools; ", ("the red trees", "swimming pools")),
        ("trees\nswimming pools\ntrees", ("trees", "swimming pools")),
        (" ; \n", ()),
    ],
)
def test_semicolons_and_lines_separate_phrases(text, phrases):
    assert phrases_in(text) == phrases
