"""``python -m phrasegon.model.demo``: two phrases on the sample scene, on the processor, offline."""

from __future__ import annotations

import time
from collections.abc import Mapping
from pathlib import Path

import geopandas
from rich.console import Console
from rich.table import Table

from ..pipeline import segment
from ..scene.export import write
from .figure import draw

SCENE = Path(__file__).parents[2] / "resources" / "sample" / "claremont.tif"
PHRASES = ("trees", "swimming pools")
MODEL = "rs2sam2-nano"
OUTPUT = Path("demo-output")
TITLE = "Claremont, California (imagery: USDA NAIP), segmented by {}"


def main() -> None:
    """Segment the sample scene, write a GeoPackage for each phrase and one picture, and say where they are."""
    console = Console()
    OUTPUT.mkdir(exist_ok=True)
    found: dict[str, geopandas.GeoDataFrame] = {}
    seconds: dict[str, float] = {}
    for phrase in PHRASES:
        with console.status(f"looking for “{phrase}”"):
            start = time.perf_counter()
            found[phrase] = segment(SCENE, phrase, model=MODEL, device="cpu", min_area=4)
            seconds[phrase] = time.perf_counter() - start
        write({phrase: found[phrase]}, OUTPUT / f"{phrase}.gpkg")
    draw(SCENE, found, TITLE.format(MODEL), OUTPUT / "demo.png")
    console.print(summary(found, seconds))
    console.print(f"The picture: {OUTPUT / 'demo.png'}", highlight=False)
    names = ", ".join(str(OUTPUT / f"{phrase}.gpkg") for phrase in PHRASES)
    console.print(f"The polygons, for QGIS: {names}", highlight=False)


def summary(found: Mapping[str, geopandas.GeoDataFrame], seconds: Mapping[str, float]) -> Table:
    """The table that the demo prints, one line a phrase."""
    table = Table(title=f"{SCENE.name}, {MODEL}", title_justify="left")
    table.add_column("phrase")
    for heading in ("polygons", "area, m²", "mean score", "seconds"):
        table.add_column(heading, justify="right")
    for phrase, polygons in found.items():
        score = f"{polygons['score'].mean():.2f}" if len(polygons) else "-"
        table.add_row(phrase, str(len(polygons)), f"{polygons['area_m2'].sum():,.0f}", score, f"{seconds[phrase]:.1f}")
    return table


if __name__ == "__main__":
    main()
