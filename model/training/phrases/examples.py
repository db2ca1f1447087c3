"""Pages of examples: what is asked, of which picture, and the right answer.

``python -m phrasegon.model.training.phrases.examples --data DATA --out docs/images``

writes ``phrases.jpg`` in English and ``phrases-languages.jpg`` in the other languages. Only imagery that may be passed
on with its attribution is shown; ``docs/phrases.md`` gives it.
"""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

import click
import matplotlib
import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from ..crops import Crop, cut
from ..sheets import save_sheet
from ..sources import IGNORE, Picture, load_showable
from . import words
from .languages import FRENCH, GERMAN, PORTUGUESE, SPANISH, Language
from .phrase import Kind, Phrase
from .questions import Questions
from .vocabulary import corpus

KINDS: tuple[tuple[str, Kind], ...] = (
    ("building", "class"), ("building", "count"), ("building", "size"), ("field", "colour"),
    ("building", "position"), ("tree", "relation"), ("building", "relation"), ("tree", "size"),
    ("swimming pool", "relation"), ("building", "attribute"), ("field", "relation"), ("building", "colour"),
    ("building", "shape"), ("field", "size"), ("building", "absent"), ("vegetation", "class"),
)  # fmt: skip
"""What is asked for and by what, in the order of the page in English."""

FOREIGN_KINDS: tuple[tuple[str, Kind], ...] = (
    ("building", "class"), ("building", "size"), ("building", "colour"), ("building", "absent"),
    ("tree", "class"), ("vegetation", "class"), ("swimming pool", "class"), ("field", "colour"),
)  # fmt: skip
"""The same for each of the other languages."""

LANGUAGES = {"German": GERMAN, "Spanish": SPANISH, "French": FRENCH, "Portuguese": PORTUGUESE}

_SIZE = 256
_GSD = 0.12
"""Finest, in metres a pixel."""
_LEAST = 0.004
"""Share of a crop below which an answer is hard to see in print."""
_COLUMNS, _PANEL, _GAP, _CAPTION = 4, 200, 8, 22
_FONT = Path(matplotlib.get_data_path(), "fonts", "ttf", "DejaVuSans.ttf")
"""Pillow's own has no accents."""
_TRUE, _UNKNOWN = np.array((255, 225, 0)), np.array((128, 128, 128))
_TINT = 0.5
_LARGEST_BYTES = 600_000
_TRIES = 3000
"""Few phrases are in a given language."""


@dataclass(frozen=True)
class Example:
    """A crop, a phrase and the language it is in."""

    crop: Crop
    phrase: Phrase
    language: str

    @property
    def caption(self) -> str:
        """The phrase and what it goes by; English goes without saying."""
        told = self.phrase.kind if self.language == "English" else f"{self.language}, {self.phrase.kind}"
        return f"“{self.phrase.text}”  ({told})"


def tongues() -> dict[str, frozenset[str]]:
    """The phrases of each language; what English shares with another one is English."""
    english = frozenset(words.phrases())
    others = {name: frozenset(_told(language)) - english for name, language in LANGUAGES.items()}
    return {"English": frozenset(corpus()).difference(*others.values()), **others}


def examples(
    pictures: Sequence[Picture], language: str, sayable: Container[str], rng: np.random.Generator
) -> Iterator[Example]:
    """One for each kind of a language's page, without augmentation; what no crop gives is left out.

    Args:
        pictures: where to look.
        language: name of the language.
        sayable: its phrases.
        rng: source of chance.
    """
    for name, kind in KINDS if language == "English" else FOREIGN_KINDS:
        holding = [picture for picture in pictures if name in picture.seeds]
        tried = (_ask(holding[int(rng.integers(len(holding)))], name, kind, rng) for _ in range(_TRIES))
        found = next((made for made in tried if made is not None and made[1].text in sayable), None)
        if found is not None:
            yield Example(*found, language)


def page(shown: Sequence[Example]) -> Image.Image:
    """Image and answer beside each other, the phrase below, four to a row."""
    width, height = 2 * _PANEL + _GAP, _PANEL + _CAPTION + _GAP
    rows = -(-len(shown) // _COLUMNS)
    sheet = Image.new("RGB", (_COLUMNS * (width + _GAP), rows * height), "white")
    draw, font = ImageDraw.Draw(sheet), ImageFont.truetype(_FONT, 13)
    for number, example in enumerate(shown):
        left, top = number % _COLUMNS * (width + _GAP), number // _COLUMNS * height
        for panel in (example.crop.image, _answered(example.crop.image, example.phrase.mask)):
            shown_panel = Image.fromarray(panel).resize((_PANEL, _PANEL), Image.Resampling.LANCZOS)
            sheet.paste(shown_panel, (left, top))
            left += _PANEL + 2
        draw.text((left - 2 * _PANEL - 4, top + _PANEL + 2), example.caption, fill="black", font=font)
    return sheet


def _told(language: Language) -> Iterator[str]:
    for noun in (noun for nouns in language.nouns.values() for noun in nouns):
        yield from (noun.one, noun.many)
        for form in language.forms(noun):
            described = (language.described(noun, adjective, form) for adjective in language.adjectives)
            yield from (frame.format(text) for text in (noun.many, *described) for frame in language.frames[form])


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
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
@click.option("--seed", type=int, default=0, show_default=True, help="Other pages.")
def main(data: Path, out: Path, seed: int) -> None:
    """Draw the pages."""
    out.mkdir(parents=True, exist_ok=True)
    pictures = load_showable(data)
    english, *others = [
        list(examples(pictures, language, sayable, np.random.default_rng((seed, number))))
        for number, (language, sayable) in enumerate(tongues().items())
    ]
    save_sheet(page(english), out / "phrases.jpg", _LARGEST_BYTES)
    save_sheet(page(list(chain.from_iterable(others))), out / "phrases-languages.jpg", _LARGEST_BYTES)


if __name__ == "__main__":
    main()
