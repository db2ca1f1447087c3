"""Labelled pictures for training: one file a source, all loaded into memory once."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from . import calpoly, cars, dubai, fields, neon, oam, ucm
from .picture import CLASSES, IGNORE, NO_DATA, UNKNOWN, Picture

Split = Literal["train", "val"]

__all__ = ["CLASSES", "IGNORE", "NO_DATA", "UNKNOWN", "Picture", "Split", "load_pictures", "load_showable"]


def load_pictures(root: Path, split: Split) -> list[Picture]:
    """All pictures of one split.

    Args:
        root: the data folder that holds ``train/``.
        split: ``train`` or ``val``; the two share no ground.

    Raises:
        FileNotFoundError: a source's folder is missing.
    """
    folder = root / "train"
    return [
        *oam.load_buildings(folder / "oam_buildings", split),
        *oam.load_attributes(folder / "oam_banepa_osm", split),
        *dubai.load(folder / "dubai_mbrsc", split),
        *calpoly.load(folder / "calpoly_urban_trees", split),
        *fields.load(folder / "naip_fields_agoro", split),
        *cars.load(folder / "cars_aerial", split),
        *neon.load(folder / "neon_trees", split),
        *ucm.load(folder / "ucm_landuse", split),
    ]


def load_showable(root: Path) -> list[Picture]:
    """The held-out pictures of those sources whose imagery may be passed on, with its attribution.

    Args:
        root: the data folder that holds ``train/``.

    Raises:
        FileNotFoundError: a source's folder is missing.
    """
    folder = root / "train"
    return [
        *oam.load_attributes(folder / "oam_banepa_osm", "val"),
        *calpoly.load(folder / "calpoly_urban_trees", "val"),
        *fields.load(folder / "naip_fields_agoro", "val"),
    ]
