"""Colour of whole objects, by their mean: "the building with the red roof", "brown fields"."""

from __future__ import annotations

import colorsys
from collections.abc import Callable

import numpy as np
from numpy.typing import NDArray

from . import languages, words
from .objects import Flags, Objects
from .phrase import Phrase, missing, telling

Hsv = NDArray[np.float64]
"""Hue in degrees, saturation and value in 0..1, (n, 3)."""

Rule = Callable[[Hsv], tuple[Flags, Flags]]
"""Objects that certainly have the colour, and that certainly do not."""


def _hue(low: float, high: float, saturation: float, margin: float = 15) -> Rule:
    """Hue within low..high (may wrap over 0) at a saturation; certainly another beyond the margin, all in degrees."""
    middle, half = ((low + (high if high > low else high + 360)) / 2) % 360, ((high - low) % 360) / 2

    def rule(hsv: Hsv) -> tuple[Flags, Flags]:
        away = np.abs((hsv[:, 0] - middle + 180) % 360 - 180)
        strong = (hsv[:, 1] >= saturation) & (hsv[:, 2] >= 0.2)
        weak = (hsv[:, 1] <= saturation * 0.6) | (away >= half + margin)
        return (away <= half) & strong, weak

    return rule


def _grey(low: float, high: float) -> Rule:
    def rule(hsv: Hsv) -> tuple[Flags, Flags]:
        value, saturation = hsv[:, 2], hsv[:, 1]
        yes = (saturation <= 0.12) & (value >= low) & (value <= high)
        return yes, (saturation >= 0.25) | (value <= low - 0.1) | (value >= high + 0.1)

    return rule


COLOURS: dict[str, dict[str, Rule]] = {
    "building": {
        "red": _hue(345, 18, 0.32),
        "blue": _hue(195, 250, 0.25),
        "green": _hue(85, 165, 0.22),
        "white": _grey(0.82, 1.0),
        "grey": _grey(0.4, 0.65),
    },
    "field": {"green": _hue(80, 190, 0.15, margin=30), "brown": _hue(8, 42, 0.2, margin=25)},
}
TEMPLATES = {
    "building": (
        "{c} roofs", "{c} buildings", "the {c} roofs", "the buildings with {c} roofs", "buildings with a {c} roof",
        "all {c} buildings", "{c} rooftops",
    ),
    "field": ("{c} fields", "the {c} fields", "all {c} fields", "{c} farm fields"),
}  # fmt: skip
SINGLE = {
    "building": ("the building with the {c} roof", "the {c} building", "the {c} roof", "the house with the {c} roof"),
    "field": ("the {c} field",),
}
SHADES = {"dark": ("dark {}", "the dark {}", "the darker {}"), "bright": ("bright {}", "the bright {}", "light {}")}
SHADED = ("building", "tree", "field")
_SHADE_GAP = 28.0


def colour_phrase(objects: Objects, rng: np.random.Generator, *, absent: bool = False) -> Phrase | None:
    """Objects of one colour, or clearly darker or brighter than the typical one; with ``absent``, a colour none has."""
    rules = COLOURS.get(objects.name)
    if absent:
        return _hued(objects, rules, rng, absent=True) if rules else None
    phrase = _hued(objects, rules, rng, absent=False) if rules and rng.random() < 0.7 else None
    return phrase or _shade_phrase(objects, rng)


def _hued(objects: Objects, rules: dict[str, Rule], rng: np.random.Generator, *, absent: bool) -> Phrase | None:
    hsv = np.array([colorsys.rgb_to_hsv(*colour / 255) for colour in objects.colours]).reshape(-1, 3)
    hsv[:, 0] *= 360
    found = {name: rule(hsv) for name, rule in rules.items()}
    fitting = [name for name, (yes, no) in found.items() if (no.all() if absent else yes.any() and no.any())]
    if not fitting:
        return None
    colour = str(rng.choice(fitting))
    yes, no = found[colour]
    if languages.is_foreign(rng):
        text = languages.described(objects.name, colour, rng)
    elif not absent and objects.only(yes, no):
        text = str(rng.choice(SINGLE[objects.name])).format(c=colour)
    else:
        text = str(rng.choice(TEMPLATES[objects.name])).format(c=colour)
    if absent:
        return missing(objects, text, no)
    return telling(objects, text, yes, no, "colour")


def _shade_phrase(objects: Objects, rng: np.random.Generator) -> Phrase | None:
    if len(objects) < 4 or objects.name not in SHADED:
        return None
    shade = "dark" if rng.random() < 0.5 else "bright"
    value = objects.colours.mean(axis=1)
    offset = (value - np.median(value)) * (1 if shade == "bright" else -1)
    if languages.is_foreign(rng):
        text = languages.described(objects.name, shade, rng)
    else:
        text = str(rng.choice(SHADES[shade])).format(words.many(objects.name, rng))
    return telling(objects, text, offset >= _SHADE_GAP, offset <= _SHADE_GAP / 2, "colour")
