"""What to draw next: how often each class and kind of phrase, from which picture, where and at which scale."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from .colours import recoloured
from .crops import Crop, Turn, cut, oblique, oblique_side
from .paste import pasted
from .phrases import OUTLINED, Kind
from .sources import Picture
from .surfaces import resurfaced

CLASS_SHARES = {
    "building": 0.30,
    "road": 0.10,
    "tree": 0.10,
    "vegetation": 0.09,
    "water": 0.10,
    "swimming pool": 0.07,
    "bare land": 0.06,
    "field": 0.07,
    "low vegetation": 0.03,
    "built-up area": 0.03,
    "car": 0.05,
    "storage tank": 0.05,
    "tennis court": 0.05,
}
"""How often each class is asked for."""

KIND_SHARES: dict[Kind, float] = {
    "class": 0.44,
    "position": 0.15,
    "relation": 0.16,
    "size": 0.08,
    "colour": 0.07,
    "shape": 0.03,
    "count": 0.04,
    "attribute": 0.03,
}
"""How often a present phrase goes by what, for a class that can be asked in all these ways."""

ABSENT_SHARE = 0.3
"""How often the phrase is true of nothing in the crop."""

_MEASURED: tuple[Kind, ...] = ("class", "position", "size", "relation")
KINDS: dict[str, tuple[Kind, ...]] = {
    "building": (*_MEASURED, "colour", "shape", "count", "attribute"),
    "tree": (*_MEASURED, "colour", "count"),
    "field": (*_MEASURED, "colour", "shape"),
    "swimming pool": (*_MEASURED, "count"),
    "car": ("class", "position", "count"),
    "storage tank": ("class", "position", "size", "count"),
    "tennis court": ("class", "position", "count"),
    "water": ("class", "position", "relation"),
    "vegetation": ("class", "position", "relation"),
    "built-up area": ("class", "position", "relation"),
    "road": ("class", "position"),
    "bare land": ("class", "position"),
    "low vegetation": ("class", "position"),
}
"""The ways in which each class can be asked for."""

_SOURCE_WEIGHTS = {"oam_buildings": 1.5, "calpoly_urban_trees": 1.5, "ucm_landuse": 0.5, "neon_trees": 0.3}
LOOKALIKES = {
    "building": ("bare land", "road"),
    "road": ("bare land", "built-up area"),
    "bare land": ("road", "built-up area"),
    "water": ("vegetation", "road", "swimming pool"),
    "swimming pool": ("tree", "low vegetation"),
    "vegetation": ("water", "bare land"),
    "low vegetation": ("tree",),
    "tree": ("low vegetation", "water"),
    "field": ("vegetation", "low vegetation", "bare land"),
    "built-up area": ("bare land", "road"),
    "storage tank": ("building", "tennis court", "water"),
    "tennis court": ("field", "storage tank", "road"),
}
"""What a class that is not there is easily taken for."""
_TEMPTING = 0.5
"""How often a crop without a class is drawn around what it is taken for."""
_VISIBLE = 0.4
"""Least share of a crop that must show something."""
_JITTER = 0.4
_BEYOND = 1.4
"""How much coarser a crop may be than the picture that it shows whole."""
_PASTED = 0.25
"""How often objects of another crop are pasted in."""

_OBLIQUE = 0.5
"""How often a crop is turned by any angle, where the picture is large enough."""

_Option = TypeVar("_Option", bound=str)


class Lot:
    """Pictures to draw from: by the weight of their source, and within a source by the ground they show."""

    def __init__(self, pictures: Iterable[Picture]) -> None:
        self._pictures: Sequence[Picture] = list(pictures)
        sources = np.array([picture.source for picture in self._pictures])
        # The square root keeps one vast mosaic from drowning many small pictures.
        weights = np.array([np.sqrt(picture.shape[0] * picture.shape[1]) * picture.gsd for picture in self._pictures])
        for source in set(sources.tolist()):
            members = sources == source
            weights[members] *= _SOURCE_WEIGHTS.get(source, 1.0) / weights[members].sum()
        self._bounds = np.cumsum(weights)

    def __len__(self) -> int:
        return len(self._pictures)

    def draw(self, rng: np.random.Generator) -> Picture:
        """One picture.

        Raises:
            IndexError: the lot is empty.
        """
        return self._pictures[int(np.searchsorted(self._bounds, rng.random() * self._bounds[-1], side="right"))]


class Sampler:
    """Draws classes, kinds and crops from the pictures of a split.

    Args:
        pictures: the pictures; a class that none of them holds is never drawn.
        size: side of the crops in pixels.
    """

    def __init__(self, pictures: Sequence[Picture], size: int) -> None:
        self._size = size
        self._holding = {name: Lot(p for p in pictures if name in p.seeds) for name in CLASS_SHARES}
        self._answering = {name: Lot(p for p in pictures if name in p.exhaustive) for name in CLASS_SHARES}
        self._outlined = {
            name: Lot(p for p in pictures if name in p.seeds and p.outlines(name)) for name in CLASS_SHARES
        }
        sources = {p.source for p in pictures if p.levels[0].instances is not None}
        self._donors = {source: Lot(p for p in pictures if p.source == source) for source in sources}
        self._tagged = Lot(p for p in pictures if p.attributes)
        self._classes = [name for name, lot in self._holding.items() if len(lot)]
        self._deniable = [name for name, lot in self._answering.items() if len(lot)]

    def draw_class(self, rng: np.random.Generator, *, absent: bool) -> str:
        """A class by ``CLASS_SHARES``, among those that can be shown or, with ``absent``, denied."""
        return _weighted(CLASS_SHARES, self._deniable if absent else self._classes, rng)

    def crop(self, name: str, kind: Kind, rng: np.random.Generator) -> Crop | None:
        """A turned and recoloured crop to ask for the class in; None if it shows too little.

        It lies around some pixel of the class or, for ``absent``, in a picture that can tell of absence: anywhere, or
        around what looks alike.
        """
        if kind == "absent":
            picture = self._answering[name].draw(rng)
            alike = [other for other in LOOKALIKES.get(name, ()) if other in picture.seeds]
            if not alike or rng.random() > _TEMPTING:
                return self._crop(picture, rng.random(2) * picture.shape, rng)
            name = alike[int(rng.integers(len(alike)))]
        else:
            picture = self._lot(name, kind).draw(rng)
        seeds = picture.seeds[name]
        return self._crop(picture, seeds[rng.integers(len(seeds))].astype(float), rng)

    def _lot(self, name: str, kind: Kind) -> Lot:
        """Pictures that hold the class and can be asked for it in this way."""
        if kind == "attribute":
            return self._tagged
        return (self._outlined if kind in OUTLINED else self._holding)[name]

    def _crop(self, picture: Picture, centre: NDArray[np.float64], rng: np.random.Generator) -> Crop | None:
        low, high = picture.gsd_range
        # Hardly coarser than the picture fills the crop.
        fits = _BEYOND * max(picture.shape) * picture.gsd / self._size
        gsd = float(np.exp(rng.uniform(np.log(min(low, fits)), np.log(min(high, fits)))))
        crop = self._cut(picture, centre, gsd, rng)
        if crop.visible_share < _VISIBLE:
            return None
        if picture.source in self._donors and rng.random() < _PASTED:
            other = self._donors[picture.source].draw(rng)
            crop = pasted(crop, self._cut(other, rng.random(2) * other.shape, gsd, rng), rng)
        # Colour words are measured on what the network will see.
        return replace(crop, render=lambda: recoloured(resurfaced(crop, rng), rng))

    def _cut(self, picture: Picture, centre: NDArray[np.float64], gsd: float, rng: np.random.Generator) -> Crop:
        row, column = centre + rng.uniform(-_JITTER, _JITTER, 2) * self._size * gsd / picture.gsd
        at, turn = (float(row), float(column)), Turn(int(rng.integers(4)), bool(rng.integers(2)))
        if rng.random() < _OBLIQUE and not picture.boxed:
            degrees = rng.uniform(0, 90)
            side = oblique_side(self._size, degrees)
            if side * gsd <= min(picture.shape) * picture.gsd:
                return oblique(cut(picture, at, gsd, side, turn), degrees, self._size)
        return cut(picture, at, gsd, self._size, turn)


def draw_kind(name: str, rng: np.random.Generator) -> Kind:
    """A kind of present phrase for a class, by ``KIND_SHARES``."""
    return _weighted(KIND_SHARES, KINDS[name], rng)


def _weighted(shares: Mapping[_Option, float], among: Sequence[_Option], rng: np.random.Generator) -> _Option:
    weights = np.array([shares[option] for option in among])
    return among[int(rng.choice(len(among), p=weights / weights.sum()))]
