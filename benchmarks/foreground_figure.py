"""Draw how a point on a roof in Banepa is found, and how an outline is moved to its edge.

python benchmarks/foreground_figure.py --data DATA --out docs/images
"""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import click
import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.patches import Rectangle
from numpy.typing import NDArray
from PIL import Image
from scipy import ndimage
from skimage.color import label2rgb
from skimage.morphology import disk

from phrasegon.benchmarks.labelled_objects import LabelledObject, draw_roofs
from phrasegon.model.prompting import Proposal, Steps, find_point, propose_boundary
from phrasegon.model.training.sheets import save_sheet

ROOFS = 60
LARGEST = 200_000
"""Bytes of a picture."""
TOO_WIDE = 0.05
"""Of the square root of the roof's area: how far its outline is moved out before it is moved back."""

_POINT, _BOX, _OLD, _NEW, _TRUE = "#ff30c0", "#ffe040", "#40d0ff", "#ff30c0", "#ffe040"
_INCHES, _DPI = 2.4, 130


@click.command(help=__doc__.partition("\n")[0])
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--out", type=click.Path(file_okay=False, path_type=Path), required=True)
@click.option("--seed", default=1, show_default=True, help="Draws the roofs.")
@click.option("--roof", type=click.IntRange(0, ROOFS - 1), default=42, show_default=True, help="Which of them.")
def foreground_figure(data: Path, out: Path, seed: int, roof: int) -> None:
    """Draw both pictures."""
    one = draw_roofs(data, ROOFS, np.random.default_rng(seed))[roof]
    steps = find_point(one.tile, one.box)
    proposal = propose_boundary(one.tile, _widened(one.mask), one.box)
    if steps is None or proposal is None:
        raise click.UsageError("This roof is too small; choose another with --roof.")
    save_sheet(_point_figure(steps), out / "pslg-steps.jpg", LARGEST)
    save_sheet(_boundary_figure(one, proposal), out / "pslg-boundary.jpg", LARGEST)


def _widened(mask: NDArray[np.bool_]) -> NDArray[np.bool_]:
    radius = round(TOO_WIDE * float(np.sqrt(np.count_nonzero(mask))))
    return np.asarray(ndimage.binary_dilation(mask, disk(radius)), np.bool_)


def _point_figure(steps: Steps) -> Image.Image:
    figure, axes = _row(("1 crop and box", "2 two clusters", "3 foreground", "4 distance", "5 regions", "6 point"))
    picture = steps.picture / 255
    shown = (picture, steps.clusters, steps.foreground, steps.depth, label2rgb(steps.regions, picture), picture)
    for axis, image in zip(axes, shown, strict=True):
        axis.imshow(image, cmap="gray" if image.dtype == bool else "magma")
        box = steps.box
        # The centre of a pixel is a whole number here.
        axis.add_patch(Rectangle((box.left - 0.5, box.top - 0.5), box.width, box.height, fill=False, edgecolor=_BOX))
    axes[-1].contour(steps.best, levels=[0.5], colors=_POINT, linewidths=1)
    (across, down), point = steps.window.scale, steps.point
    x, y = (point.x - steps.window.left) / across, (point.y - steps.window.top) / down
    axes[-1].plot(x - 0.5, y - 0.5, "o", color=_POINT, markeredgecolor="white")
    return _picture(figure)


def _boundary_figure(one: LabelledObject, proposal: Proposal) -> Image.Image:
    figure, axes = _row(("OpenStreetMap", "made too wide", "moved to the edge"))
    truth = proposal.window.view(one.mask[..., None])[..., 0] >= 0.5
    masks = ((truth, _TRUE), (proposal.before, _OLD), (proposal.after, _NEW))
    for axis, (mask, colour) in zip(axes, masks, strict=True):
        axis.imshow(proposal.picture)
        axis.contour(mask, levels=[0.5], colors=colour, linewidths=1.5)
    return _picture(figure)


def _row(titles: tuple[str, ...]) -> tuple[Figure, list[Axes]]:
    figure = Figure(figsize=(_INCHES * len(titles), _INCHES * 1.1), dpi=_DPI, layout="constrained")
    axes = list(figure.subplots(1, len(titles)))
    for axis, title in zip(axes, titles, strict=True):
        axis.set_title(title, fontsize=10)
        axis.set_axis_off()
    return figure, axes


def _picture(figure: Figure) -> Image.Image:
    stream = BytesIO()
    figure.savefig(stream, format="png")
    return Image.open(stream).convert("RGB")


if __name__ == "__main__":
    foreground_figure()
