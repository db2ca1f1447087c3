"""The measurement of revisions, on a small scene."""

from __future__ import annotations

from rich.console import Console

from phrasegon.model.bench.revision import bench_revision, table


def test_every_slider_is_measured():
    result = bench_revision(side=1024, repeats=1)
    sliders = {slider["name"]: slider for slider in result["sliders"]}
    assert all(slider["polygons"] > 0 and 0 < slider["median_s"] <= slider["slowest_s"] for slider in sliders.values())
    assert sliders["simplify"]["vertices"] < sliders["minimum area"]["vertices"] < sliders["threshold"]["vertices"]
    console = Console(record=True, width=120)
    console.print(table(result))
    text = console.export_text()
    assert all(name in text for name in sliders)
