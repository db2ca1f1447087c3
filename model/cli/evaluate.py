"""``phrasegon evaluate``."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click
from rich.box import SIMPLE
from rich.table import Table

from .choices import device_option, json_option, model_option, weights_option
from .console import print_table, progress_bar, remark
from .json_file import check_json, write_json

_MEASURES = ("iou", "precision", "recall", "polygon_precision", "polygon_recall")


@click.command()
@click.argument("manifest", type=click.Path(path_type=Path))
@model_option
@weights_option
@device_option
@json_option
def evaluate(manifest: Path, model: str, weights: Path | None, device: str, json_path: Path | None) -> None:
    """Measure a model on the labelled scenes of MANIFEST.

    MANIFEST is a JSON list of {"scene", "labels", "phrase"}, and of {"scene", "phrase", "absent": true} where nothing
    in the scene is what the phrase speaks of; paths are relative to it. "labels" is a vector file, a list of them, or a
    raster on the scene's own grid with "values" (what the phrase speaks of) and "unknown" (what does not count), both
    lists of pixel values or colours. "gsd" sets the metres a pixel to work at, "separate" cuts apart what
    touches; "class" and "kind" are summed up by.
    """
    from ..evaluation import evaluate as measure
    from ..evaluation import read_manifest
    from ..pipeline import collected_notes
    from ..pipeline.staging import refuse_overwriting
    from ..segmenters.registry import load_segmenter

    check_json(json_path)
    cases = read_manifest(manifest)
    if json_path is not None:
        refuse_overwriting(json_path, manifest, *(path for case in cases for path in (case.scene, *case.labels)))
    with collected_notes() as notes, progress_bar() as progress:
        report = measure(load_segmenter(model, weights=weights, device=device), cases, progress)
    for note in notes:
        remark(note.text)
    print_table(_table(report))
    if report["by_class"] or report["by_kind"]:
        print_table(_summary(report))
    write_json(json_path, report)


def _table(report: dict[str, Any]) -> Table:
    measures = (*_MEASURES, "area_share")
    table = Table("scene", "phrase", *(measure.replace("_", " ") for measure in measures), box=SIMPLE)
    for case in report["cases"]:
        phrase = f"{case['phrase']} (absent)" if case["absent"] else case["phrase"]
        table.add_row(case["scene"], phrase, *(_number(case[measure]) for measure in measures))
    table.add_section()
    table.add_row("mean", "", _number(report["mean_iou"]), "", "", "", "", _number(report["absent_area_share"]))
    table.add_row("overall", "", _number(report["overall_iou"]))
    return table


def _summary(report: dict[str, Any]) -> Table:
    """One line a class and a kind: the sums over its cases."""
    counts = ("cases", "absent_cases")
    measures = (*_MEASURES, "absent_empty_share", "absent_area_share")
    table = Table("", *(heading.replace("_", " ") for heading in (*counts, *measures)), box=SIMPLE)
    for tag in ("by_class", "by_kind"):
        for name, sums in report[tag].items():
            figures = [str(sums[count]) for count in counts] + [_number(sums[measure]) for measure in measures]
            table.add_row(name, *figures)
        table.add_section()
    return table


def _number(share: float | None) -> str:
    return "" if share is None else f"{share:.3f}"
