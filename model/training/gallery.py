"""Pictures of what a model finds on ground that it was not trained on, beside the truth.

``python -m phrasegon.model.training.gallery --data DATA --out docs/images``

Only imagery that may be passed on with its attribution is shown; ``docs/gallery.md`` gives it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click
import numpy as np
import torch
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont
from scipy.ndimage import binary_erosion

from ..segmenters.interface import Segmenter
from ..segmenters.registry import load_segmenter
from .crops import cut
from .dataset import IGNORE, Example
from .report import predicted
from .sheets import save_sheet
from .sources import Picture, load_showable


@dataclass(frozen=True)
class Exhibit:
    """A crop and what to look for in it.

    Attributes:
        place: the picture's place, as its source calls it.
        centre: of the crop, as shares of the picture's height and width.
        size: side of the crop in pixels.
        gsd: metres a pixel of the crop.
        name: the class whose labels are the truth.
        phrase: what the model is asked.
    """

    place: str
    centre: tuple[float, float]
    size: int
    gsd: float
    name: str
    phrase: str


_WHOLE = (0.5, 0.5)
_FIELDS = ("37.2292207864713--86.8936640526172", "42.657476--90.079525", "43.4089390406588--83.6679532051476")
EXHIBITS = (
    Exhibit("banepa", (0.15, 0.5), 512, 0.15, "building", "buildings"),
    Exhibit("banepa", (0.4, 0.4), 512, 0.15, "building", "houses"),
    Exhibit("banepa", (0.6, 0.5), 512, 0.15, "building", "all the buildings"),
    Exhibit("banepa", (0.85, 0.5), 448, 0.3, "building", "buildings"),
    Exhibit("claremont_28", _WHOLE, 256, 0.6, "swimming pool", "swimming pools"),
    Exhibit("long_beach_80", _WHOLE, 256, 0.6, "swimming pool", "pools"),
    Exhibit("claremont_13", _WHOLE, 256, 0.6, "tree", "trees"),
    Exhibit("chico_36", _WHOLE, 256, 0.6, "tree", "tree canopies"),
    Exhibit("riverside_10", _WHOLE, 256, 0.6, "vegetation", "vegetation"),
    Exhibit("palm_springs_82", _WHOLE, 256, 0.6, "low vegetation", "low vegetation"),
    Exhibit(_FIELDS[0], _WHOLE, 512, 4.5, "field", "fields"),
    Exhibit(_FIELDS[1], _WHOLE, 512, 4.5, "field", "farm fields"),
    Exhibit(_FIELDS[2], _WHOLE, 512, 4.5, "field", "farmland"),
    Exhibit("long_beach_78", _WHOLE, 256, 0.6, "tree", "trees"),
)
"""In the order in which they are shown, good and bad."""

_PER_SHEET = 5
_PANEL = 320
_GAP = 8
_CAPTION = 26
_FOUND, _TRUTH, _UNKNOWN = (255, 0, 200), (255, 225, 0), (128, 128, 128)
_TINT = 0.3
LARGEST_BYTES = 400_000


def strip(segmenter: Segmenter, picture: Picture, exhibit: Exhibit) -> Image.Image:
    """One exhibit: the crop, the crop with what was found, the crop with the truth, and a caption above."""
    height, width = picture.shape
    centre = exhibit.centre[0] * height, exhibit.centre[1] * width
    crop = cut(picture, centre, exhibit.gsd, exhibit.size)
    truth, image = crop.answer(exhibit.name), np.ascontiguousarray(np.moveaxis(crop.image, 2, 0))
    example = Example(image, exhibit.phrase, truth, True, "class", exhibit.name, picture.source, exhibit.gsd, None)
    known = truth != IGNORE
    found = predicted(segmenter, example)
    panels = [crop.image, _tinted(crop.image, found, _FOUND), _tinted(crop.image, truth == 1, _TRUTH)]
    panels[2] = np.where(known[..., None], panels[2], _blended(panels[2], _UNKNOWN, 2 * _TINT))
    sheet = Image.new("RGB", (3 * _PANEL + 2 * _GAP, _CAPTION + _PANEL), "white")
    for number, panel in enumerate(panels):
        shown = Image.fromarray(panel.astype(np.uint8)).resize((_PANEL, _PANEL), Image.Resampling.LANCZOS)
        sheet.paste(shown, (number * (_PANEL + _GAP), _CAPTION))
    iou = np.count_nonzero(found & (truth == 1)) / np.count_nonzero((found & known) | (truth == 1))
    caption = f"“{exhibit.phrase}”    IoU {iou:.2f}    {exhibit.gsd:g} m a pixel"
    ImageDraw.Draw(sheet).text((0, 4), caption, fill="black", font=ImageFont.load_default(15))
    return sheet


def sheets(strips: Sequence[Image.Image]) -> list[Image.Image]:
    """Strips below each other, five to a sheet."""
    stacked = []
    for first in range(0, len(strips), _PER_SHEET):
        group = strips[first : first + _PER_SHEET]
        sheet = Image.new("RGB", (group[0].width, sum(part.height + _GAP for part in group)), "white")
        top = 0
        for part in group:
            sheet.paste(part, (0, top))
            top += part.height + _GAP
        stacked.append(sheet)
    return stacked


def _tinted(image: NDArray[np.uint8], mask: NDArray[np.bool_], colour: tuple[int, int, int]) -> NDArray[np.uint8]:
    """The image with a mask tinted and its edge drawn."""
    edge = mask & ~binary_erosion(mask, iterations=max(1, len(mask) // _PANEL))
    tinted = np.where(mask[..., None], _blended(image, colour), image)
    return np.where(edge[..., None], np.array(colour, np.uint8), tinted)


def _blended(image: NDArray[np.uint8], colour: tuple[int, int, int], part: float = _TINT) -> NDArray[np.uint8]:
    return ((1 - part) * image + part * np.array(colour)).astype(np.uint8)


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
@click.option("--model", default="rs2sam2-nano", show_default=True)
@click.option("--weights", type=click.Path(path_type=Path), help="A weight file in place of the model's own.")
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def main(data: Path, model: str, weights: Path | None, out: Path) -> None:
    """Draw the gallery of a model: gallery-1.jpg and so on."""
    segmenter = load_segmenter(model, weights=weights, device="cpu")
    places = {picture.place: picture for picture in load_showable(data)}
    with torch.inference_mode():
        strips = [strip(segmenter, places[exhibit.place], exhibit) for exhibit in EXHIBITS]
    out.mkdir(parents=True, exist_ok=True)
    for number, sheet in enumerate(sheets(strips), start=1):
        save_sheet(sheet, out / f"gallery-{number}.jpg", LARGEST_BYTES)
        click.echo(str(out / f"gallery-{number}.jpg"))


if __name__ == "__main__":
    main()
