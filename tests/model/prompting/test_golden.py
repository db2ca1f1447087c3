"""Points are where the trial that set the constants found them.

The recording holds a box, a point and two measures for 28 made-up scenes, but not the scenes. Storage tanks can be
drawn again from their boxes, as discs that fill them; the others cannot.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from phrasegon.model.prompting import Box, find_point

from .conftest import SIDE, draw, grid

REPOSITORY = Path(__file__).resolve().parents[3]
ROOT = Path(os.environ.get("PHRASEGON_PARITY", REPOSITORY.parent / "shared" / "parity")).resolve()
RECORDED = ROOT / "lqvg" / "stage2_golden.json"

pytestmark = pytest.mark.skipif(not RECORDED.is_file(), reason=f"there is no {RECORDED}; set PHRASEGON_PARITY")


def tanks() -> list[dict[str, Any]]:
    cases = json.loads(RECORDED.read_text())["cases"] if RECORDED.is_file() else []
    return [case for case in cases if case["kind"] == "tank"]


@pytest.mark.parametrize("case", tanks(), ids=lambda case: f"tank {case['k']}")
def test_a_tank_gives_the_recorded_point(case: dict[str, Any]) -> None:
    box = Box(*case["box"])
    rows, columns = grid(SIDE)
    y = (rows - (box.top + box.bottom) / 2) / (box.height / 2)
    x = (columns - (box.left + box.right) / 2) / (box.width / 2)
    point = find_point(draw(np.hypot(x, y) <= 1).tile, box).point
    assert (point.x, point.y) == pytest.approx(case["point"], abs=1.5)
    assert point.confidence == pytest.approx(case["conf"], abs=0.01)
    assert point.convexity == pytest.approx(case["kappa"], abs=0.01)
