from __future__ import annotations

from io import StringIO

import geopandas
from rich.console import Console
from shapely.geometry import box

from phrasegon.model.demo.__main__ import SCENE, summary


def printed(table):
    text = StringIO()
    Console(width=100, file=text).print(table)
    return text.getvalue()


def test_the_table_adds_up_what_was_found():
    houses = geopandas.GeoDataFrame(
        {"score": [0.9, 0.7], "area_m2": [1200.0, 34.6]}, geometry=[box(0, 0, 1, 1), box(2, 2, 3, 3)]
    )
    text = printed(summary({"houses": houses, "boats": houses.iloc[:0]}, {"houses": 1.25, "boats": 0.5}))
    lines = [[cell.strip() for cell in line.strip("│").split("│")] for line in text.splitlines() if "│" in line]
    assert lines == [["houses", "2", "1,235", "0.80", "1.2"], ["boats", "0", "0", "-", "0.5"]]


def test_the_sample_scene_is_there():
    assert SCENE.is_file()
