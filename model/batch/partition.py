"""The polygons of one scene as a part of the table of all."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import geopandas
import pandas

from ..scene.export import write
from .placing import placed


def write_partition(found: Path, path: Path, name: str, phrases: Sequence[str]) -> None:
    """Write what a run has found as GeoParquet with the same columns and types for every scene, in WGS 84.

    Args:
        found: GeoParquet that the run has written, in the CRS of its scene.
        path: file to write.
        name: of the scene; begins the identifiers, ``name/number of the phrase/number of the polygon``, which count
            from 1.
        phrases: in the order of their numbers.

    Raises:
        SceneError: the polygons have no place on Earth.
        OutputError: the file cannot be written.
    """
    table = geopandas.read_parquet(found)
    numbers = {phrase: number for number, phrase in enumerate(phrases, start=1)}
    within = table.groupby("phrase").cumcount() + 1
    identifiers = [f"{name}/{numbers[phrase]}/{number}" for phrase, number in zip(table["phrase"], within, strict=True)]
    table.insert(0, "id", pandas.Series(identifiers, dtype="str"))
    write({name: table.set_geometry(placed(table.geometry, name))}, path)
