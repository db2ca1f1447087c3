"""The numbers of an evaluation as a file for people or for programs."""

from __future__ import annotations

import json
from dataclasses import asdict
from html import escape
from pathlib import Path

from ...protocol import Scores
from ..errors import UserError
from ..translation import tr


def write_report(path: Path, scores: Scores, inputs: dict[str, str]) -> None:
    """Write a report, whole or not at all.

    Args:
        path: ``.json`` for programs; with any other suffix HTML.
        scores: the numbers.
        inputs: what was compared, by its translated name.

    Raises:
        UserError: the file cannot be written.
    """
    text = _json(scores, inputs) if path.suffix.lower() == ".json" else _html(scores, inputs)
    draft = path.with_name(f".{path.name}.part")
    try:
        draft.write_text(text, encoding="utf-8")
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise UserError(
            tr("The report cannot be written to {} ({}): choose another place.").format(path, reason)
        ) from error


def labelled(scores: Scores) -> dict[str, str]:
    """The numbers with their translated names, as people read them."""
    return {
        tr("Intersection over union"): _percent(scores.iou),
        tr("Precision of pixels"): _percent(scores.precision),
        tr("Recall of pixels"): _percent(scores.recall),
        tr("Precision of polygons"): _percent(scores.polygon_precision),
        tr("Recall of polygons"): _percent(scores.polygon_recall),
        tr("Found polygons"): str(scores.found),
        tr("Reference polygons"): str(scores.reference),
    }


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{100 * share:.1f} %"


def _json(scores: Scores, inputs: dict[str, str]) -> str:
    return json.dumps({"inputs": inputs, "scores": asdict(scores)}, ensure_ascii=False, indent=2) + "\n"


def _html(scores: Scores, inputs: dict[str, str]) -> str:
    title = escape(tr("Evaluation against reference polygons"))
    remark = escape(
        tr(
            "Pixels are compared on the raster's grid. A found polygon pairs with one of the reference where the two "
            "share at least half of what they cover together (intersection over union of 0.5)."
        )
    )
    return (
        f'<!DOCTYPE html>\n<html><head><meta charset="utf-8"><title>{title}</title></head>\n<body>\n<h1>{title}</h1>\n'
        f"{_table(inputs)}\n{_table(labelled(scores))}\n<p>{remark}</p>\n</body></html>\n"
    )


def _table(rows: dict[str, str]) -> str:
    cells = "\n".join(
        f"<tr><th align=left>{escape(name)}</th><td>{escape(value)}</td></tr>" for name, value in rows.items()
    )
    return f"<table cellpadding=4>\n{cells}\n</table>"
