"""Scenes of the UC Merced set at 0.3 m: what a scene class surely does not hold, and outlines that we drew.

The set tells the class of a scene and nothing of where things are. ``ucm_outlines.json`` holds what we add: water,
roads, buildings, tanks and courts by coarse outlines in hundredths of the picture, beside which a belt stays unknown,
the pictures that one class fills, and ``doubtful`` outlines of what may be the class or not, which stays unknown.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any, Literal

import numpy as np
from PIL import Image

from .outlines import DOUBTFUL, OTHER, SHOWN, Outlines, coded
from .picture import Legend, Picture, legend, make_picture

_FACILITIES = ("storage tank", "tennis court")
_OPEN_LAND = ("building", "built-up area", "swimming pool", "water", *_FACILITIES)
# Only what a look at the scenes bears out; a class that is not named here is not known either way.
_LACKING = {
    "agricultural": _OPEN_LAND,
    "airplane": ("swimming pool", "field", "water"),
    "beach": ("building", "built-up area", "swimming pool", "field", *_FACILITIES),
    "chaparral": (*_OPEN_LAND, "field", "road"),
    "forest": (*_OPEN_LAND, "field"),
    "freeway": ("swimming pool", "field", "water", *_FACILITIES),
    "harbor": ("swimming pool", "field", "tree", "road", "bare land", "vegetation", "low vegetation", *_FACILITIES),
    "intersection": ("field", "water", *_FACILITIES),
    "overpass": ("swimming pool", "field", *_FACILITIES),
    "parkinglot": ("swimming pool", "field", "water", *_FACILITIES),
    "river": ("swimming pool", "built-up area", *_FACILITIES),
    "runway": (*_OPEN_LAND, "field", "tree"),
    "storagetanks": ("field", "tennis court"),
    "tenniscourt": ("field", "storage tank"),
}
_HELD = 82
"""Of tanks and courts the pictures from this number on are the validation part: other places than those before."""
_PER_SCENE = 40
"""Pictures of a scene class besides those that are outlined."""
_SIDE = 256
_GSD = 0.3
_GSD_RANGE = (0.2, 0.4)

_OUTLINES = Path(__file__).with_name("ucm_outlines.json")
_INNER, _OUTER = 3, 10
"""Width of the belt in pixels, on both sides of an outline."""
_SURF = 36
"""Its outer width along a beach, where waves run up."""
_IMPLIED = {"tree": ("vegetation",)}
_PLANTS = ("vegetation", "low vegetation", "tree")
_APART = {
    "water": ("building", "road", "bare land", "field", *_PLANTS),
    "road": ("building", "water", "bare land", "field", *_PLANTS),
    "building": ("road", "water", "bare land", "field", "swimming pool", *_PLANTS),
    "tree": ("building", "road", "water", "bare land", "field", "low vegetation"),
    "field": ("building", "road", "water", "tree"),
    "storage tank": ("road", "bare land", "swimming pool", *_PLANTS),
    "tennis court": ("building", "road", "water", "bare land", "swimming pool", *_PLANTS),
}
"""What ground of the outlined class is not; elsewhere in the picture that is as unknown as without outlines."""

_WHOLE = ((0, 0), (100, 0), (100, 100), (0, 100))


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """The pictures of a split: some of tanks and courts are held, the others, which overlap, are to train on only."""
    found: dict[str, Any] = json.loads(_OUTLINES.read_text(encoding="utf-8"))
    outlined, doubtful = _outlined(found), found["doubtful"]
    return [
        _read(path, name, outlines, doubtful.get(path.stem, ()))
        for scene in sorted((folder / "train").iterdir())
        for number, path in enumerate(sorted(scene.glob("*.jpg")))
        if path.stem in outlined or (scene.name in _LACKING and number < _PER_SCENE)
        for name, outlines in [outlined.get(path.stem, (None, ()))]
        if (name in _FACILITIES and int(path.stem[-2:]) >= _HELD) == (split == "val")
    ]


def _outlined(found: dict[str, Any]) -> dict[str, tuple[str, Outlines]]:
    """Class and outlines of what is outlined in a picture, by its name."""
    whole = {picture: (name, [_WHOLE]) for name, pictures in found["whole"].items() for picture in pictures}
    return whole | {
        picture: (name, outlines)
        for name, pictures in found["outlined"].items()
        for picture, outlines in pictures.items()
    }


def _read(path: Path, name: str | None, outlines: Outlines, doubtful: Outlines) -> Picture:
    scene = path.parent.name
    legends: dict[str, Legend] = dict.fromkeys(_LACKING.get(scene, ()), legend(()))
    exhaustive = set(legends)
    if name is not None:
        legends = dict.fromkeys(_APART[name], legend((), unknown=(OTHER, DOUBTFUL))) | legends
        legends |= dict.fromkeys((name, *_IMPLIED.get(name, ())), legend((SHOWN,), unknown=(DOUBTFUL,)))
        exhaustive.add(name)
    return make_picture(
        source="ucm_landuse",
        place=path.stem,
        image=np.asarray(Image.open(path).convert("RGB").resize((_SIDE, _SIDE))),
        codes=coded(outlines, doubtful, _SIDE, (_INNER, _SURF if scene == "beach" else _OUTER)),
        gsd=_GSD,
        gsd_range=_GSD_RANGE,
        legends=legends,
        exhaustive=frozenset(exhaustive),
    )
