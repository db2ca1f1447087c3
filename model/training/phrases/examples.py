"""A page of examples: what is asked, of which picture, and the right answer.

``python -m phrasegon.model.training.phrases.examples --data DATA --out docs/images/phrases.jpg``

Only imagery that may be passed on with its attribution is shown; ``docs/phrases.md`` gives it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import click
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ..crops import Crop, cut
from ..sheets import save_sheet
from ..sources import IGNORE, Picture, load_showable
from .phrase import Kind, Phrase
from .questions import Questions

KINDS: tuple[tuple[str, Kind], ...] = (
    ("building", "class"), ("building", "count"), ("building", "size"), ("field", "colour"),
    ("building", "position"), ("tree", "relation"), ("building", "relation"), ("tree", "size"),
    ("swimming pool", "relation"), ("building", "attribute"), ("field", "relation"), ("building", "colour"),
    ("building", "shape"), ("field", "size"), ("building", "absent"), ("tree", "absent"),
)  # fmt: skip
"""What is asked for and by what, in the order of the page."""

_SIZE = 256
_GSD = 0.12
"""Finest, in metres a pixel."""
_LEAST = 0.004
"""Share of a crop below which an answer is hard to see in print."""
_COLUMNS, _PANEL, _GAP, _CAPTION = 4, 200, 8, 22
_TRUE, _UNKNOWN = np.array((255, 225, 0)), np.array((128, 128, 128))
_TINT = 0.5
_LARGEST_BYTES = 500_000
_TRIES = 400


def examples(pictures: Sequence[Picture], rng: np.random.Generator) -> Iterator[tuple[Crop, Phrase]]:
    """One crop and phrase for each of ``KINDS``, without augmentation; a kind that no crop gives is left out."""
    for name, kind in KINDS:
        holding = [picture for picture in pictures if name in picture.seeds]
        tried = (_ask(holding[int(rng.integers(len(holding)))], name, kind, rng) for _ in range(_TRIES))
        found = next((made for made in tried if made is not None), None)
        if found is not None:
            yield found


def page(shown: Sequence[tuple[Crop, Phrase]]) -> Image.Image:
    """Image and answer beside each other, the phrase below, four to a row."""
    width, height = 2 * _PANEL + _GAP, _PANEL + _CAPTION + _GAP
    rows = -(-len(shown) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * (width + _GAP), rows * height), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.load_default(14)
    for number, (crop, phrase) in enumerate(shown):
        left, top = number % _COLUMNS * (width + _GAP), number // _COLUMNS * height
        for panel in (crop.image, _answered(crop.image, phrase.mask)):
            shown_panel = Image.fromarray(panel).resize((_PANEL, _PANEL), Image.Resampling.LANCZOS)
            sheet.paste(shown_panel, (left, top))
            left += _PANEL + 2
        caption = f"“{phrase.text}”  ({phrase.kind})"
        draw.text((left - 2 * _PANEL - 4, top + _PANEL + 2), caption, fill="black", font=font)
    return sheet


def _ask(picture: Picture, name: str, kind: Kind, rng: np.random.Generator) -> tuple[Crop, Phrase] | None:
    seeds = picture.seeds[name]
    row, column = seeds[int(rng.integers(len(seeds)))].tolist()
    crop = cut(picture, (row, column), max(picture.gsd_range[0], _GSD), _SIZE)
    questions = Questions(crop, rng)
    phrase = questions.absent(name) if kind == "absent" else questions.present(name, kind)
    if phrase is None or crop.visible_share < 1:
        return None
    if kind != "absent" and np.mean(phrase.mask == 1) < _LEAST:
        return None
    return crop, phrase


def _answered(image: NDArray[np.uint8], mask: NDArray[np.uint8]) -> NDArray[np.uint8]:
    """The answer in yellow, what is not known in grey."""
    tinted = image * (1 - _TINT)
    answered = np.where((mask == 1)[..., None], tinted + _TINT * _TRUE, image)
    return np.where((mask == IGNORE)[..., None], tinted + _TINT * _UNKNOWN, answered).astype(np.uint8)


@click.command(help=__doc__)
@click.option("--data", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), required=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Another page.")
def main(data: Path, out: Path, seed: int) -> None:
    """Draw the page."""
    save_sheet(page(list(examples(load_showable(data), np.random.default_rng(seed)))), out, _LARGEST_BYTES)


if __name__ == "__main__":
    main()
