"""How often the point that prompts SAM 2 lies on the object, and what moving outlines does to masks.

    python benchmarks/foreground_points.py --data DATA --seed 1

Masks for the second part are outlines of real objects, disturbed as a network might disturb them: SAM 2 is not run.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from rich.console import Console
from rich.table import Table
from scipy import ndimage
from skimage.morphology import disk

from phrasegon.benchmarks.labelled_objects import LabelledObject, draw_objects
from phrasegon.model.prompting import MIN_CONFIDENCE, Box, find_point, propose_boundary

JITTER = 0.12
"""Of the side of a box: how far each of its edges is moved at most."""
DISTURBANCE = 0.04
"""Of the square root of an object's area."""

Mask = NDArray[np.bool_]


@dataclass(frozen=True)
class Trial:
    """One box of an object: whether its centre and the point found in it lie on the object."""

    centre_hits: bool
    point_hits: bool
    confidence: float

    @property
    def used(self) -> bool:
        """Whether the point would be given to the network."""
        return self.confidence >= MIN_CONFIDENCE


@dataclass(frozen=True)
class Moved:
    """IoU of a disturbed outline with the true one: before, as proposed, and after the gate."""

    before: float
    proposed: float
    gated: float
    accepted: bool


def jittered(box: Box, rng: np.random.Generator) -> Box:
    """The box with every edge moved by up to ``JITTER`` of its side."""
    left, top, right, bottom = rng.uniform(-JITTER, JITTER, 4)
    return Box(
        box.left + left * box.width,
        box.top + top * box.height,
        box.right + right * box.width,
        box.bottom + bottom * box.height,
    )


def tried(one: LabelledObject, box: Box) -> Trial | None:
    """What a box of an object gives; None where it gives no point at all."""
    clipped = box.clipped(*one.mask.shape)
    steps = find_point(one.tile, box)
    if clipped is None or steps is None:
        return None
    centre = one.holds((clipped.left + clipped.right) / 2, (clipped.top + clipped.bottom) / 2)
    return Trial(centre, one.holds(steps.point.x, steps.point.y), steps.point.confidence)


def point_table(title: str, trials: Mapping[str, Sequence[Trial]]) -> Table:
    """Share of points on the object by kind, in per cent."""
    table = Table("objects", title=title)
    for column in ("n", "box centre", "point", "point used", "on object when used", "box centre there"):
        table.add_column(column, justify="right")
    pooled = [trial for each in trials.values() for trial in each]
    for kind, each in (*trials.items(), ("all", pooled)):
        used = [trial for trial in each if trial.used]
        shares = (
            _percent(trial.centre_hits for trial in each),
            _percent(trial.point_hits for trial in each),
            _percent(trial.used for trial in each),
            _percent(trial.point_hits for trial in used),
            _percent(trial.centre_hits for trial in used),
        )
        table.add_row(kind, str(len(each)), *shares, end_section=kind == list(trials)[-1])
    return table


def _percent(hits: Iterable[bool]) -> str:
    counted = list(hits)
    return f"{100 * np.mean(counted):.1f}" if counted else "-"


def smoothed(mask: Mask) -> Mask:
    """The mask as it returns from a quarter of the resolution."""
    coarse = ndimage.zoom(mask.astype(np.float32), 0.25, order=1, grid_mode=True, mode="nearest")
    factors = [whole / part for whole, part in zip(mask.shape, coarse.shape, strict=True)]
    return np.asarray(ndimage.zoom(coarse, factors, order=1, grid_mode=True, mode="nearest") > 0.5, np.bool_)


def _reach(mask: Mask) -> int:
    return max(1, round(DISTURBANCE * float(np.sqrt(np.count_nonzero(mask)))))


DISTURBANCES: dict[str, Callable[[Mask], Mask]] = {
    "none": lambda mask: mask,
    "from a quarter of the resolution": smoothed,
    "dilated by 4 %": lambda mask: np.asarray(ndimage.binary_dilation(mask, disk(_reach(mask))), np.bool_),
    "eroded by 4 %": lambda mask: np.asarray(ndimage.binary_erosion(mask, disk(_reach(mask))), np.bool_),
    "shifted by 4 %": lambda mask: np.roll(mask, _reach(mask), axis=1),
}


def moved(one: LabelledObject, mask: Mask) -> Moved | None:
    """What becomes of a disturbed mask; None where it is too small to be moved."""
    proposal = propose_boundary(one.tile, mask, one.box)
    if proposal is None:
        return None
    before, proposed = _iou(mask, one.mask), _iou(proposal.on_tile(mask), one.mask)
    accepted = proposal.acceptable()
    return Moved(before, proposed, proposed if accepted else before, accepted)


def _iou(a: Mask, b: Mask) -> float:
    return np.count_nonzero(a & b) / np.count_nonzero(a | b)


def boundary_table(objects: Sequence[LabelledObject]) -> Table:
    """Mean IoU with the true outlines before and after they were moved, by disturbance."""
    table = Table("disturbance", title="Moving outlines: mean IoU with the true one")
    for column in ("n", "before", "always moved", "gated", "accepted, %"):
        table.add_column(column, justify="right")
    for name, disturb in DISTURBANCES.items():
        found = [result for one in objects if (result := moved(one, disturb(one.mask))) is not None]
        means = (np.mean([getattr(each, part) for each in found]) for part in ("before", "proposed", "gated"))
        table.add_row(name, str(len(found)), *(f"{mean:.3f}" for mean in means), _percent(e.accepted for e in found))
    return table


def _trials(
    objects: Mapping[str, Sequence[LabelledObject]], box: Callable[[LabelledObject], Box]
) -> Iterator[tuple[str, list[Trial]]]:
    for kind, each in objects.items():
        yield kind, [trial for one in each if (trial := tried(one, box(one))) is not None]


@click.command(help=__doc__.partition("\n")[0])
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--seed", default=1, show_default=True, help="Draws the objects and moves the boxes.")
@click.option("--count", default=60, show_default=True, help="Objects of each kind for points.")
@click.option("--outlines", default=12, show_default=True, help="Objects of each kind for outlines.")
def foreground_points(data: Path, seed: int, count: int, outlines: int) -> None:
    """Draw objects, try both parts on them and show the tables."""
    rng = np.random.default_rng(seed)
    objects = draw_objects(data, count, rng)
    console = Console(width=None if sys.stdout.isatty() else 130)
    start = time.perf_counter()
    exact = dict(_trials(objects, lambda one: one.box))
    seconds = time.perf_counter() - start
    shaken = dict(_trials(objects, lambda one: jittered(one.box, rng)))
    console.print(point_table("Points on the object, exact boxes, %", exact))
    console.print(point_table("Points on the object, boxes moved by up to 12 %, %", shaken))
    click.echo(f"{1000 * seconds / sum(map(len, exact.values())):.1f} ms a box")
    console.print(boundary_table([one for each in objects.values() for one in each[:outlines]]))


if __name__ == "__main__":
    foreground_points()
