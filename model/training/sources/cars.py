"""Boxes of vehicles in aerial and drone pictures of streets; what is no car is unknown to be one.

A box holds some of the road around its car. No scene tells its scale, so the typical car does.
"""

from __future__ import annotations

from pathlib import Path
from typing import Literal

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from .boxes import paint
from .picture import UNKNOWN, Picture, legend, make_picture

_VALIDATION = "MunichStreet02"
_CARS = ("car", "minibus")
_LEGENDS = {"car": legend((1,))}
_CAR_LENGTH = 4.5
"""Metres."""
_GSD_RANGE = (0.1, 0.3)
_MARGIN = 1.5
"""Car lengths along the picture's edge in which the annotators left cars out."""


def scene(path: Path) -> str:
    """The ground of an image: a video's frames share theirs, and the frames MOS75 to MOS93 show another than the rest.

    ``MunichStreet02-MOS75`` -> ``MunichStreet02``; ``DJI_0005-0018`` -> ``DJI_0005``; ``MOS155`` -> ``MOS1``.
    """
    if path.stem.startswith("MOS"):
        return "MOS1" if len(path.stem) == len("MOS155") else "MOS"
    return path.stem.rpartition("-")[0]


def members(folder: Path, split: Literal["train", "val"]) -> list[Path]:
    """The images of a split: one street of Munich is the validation part."""
    return [path for path in sorted(folder.glob("*/*.jpg")) if (scene(path) == _VALIDATION) == (split == "val")]


def load(folder: Path, split: Literal["train", "val"]) -> list[Picture]:
    """The pictures of a split."""
    names = (folder / "aerial.names").read_text().split()
    by_scene: dict[str, list[Path]] = {}
    for path in members(folder, split):
        by_scene.setdefault(scene(path), []).append(path)
    return [picture for place, paths in by_scene.items() for picture in _read(place, paths, names)]


def _read(place: str, paths: list[Path], names: list[str]) -> list[Picture]:
    """The pictures of one scene, all at the GSD that its median car tells."""
    images = [np.asarray(Image.open(path).convert("RGB")) for path in paths]
    labels = [_boxes(path, image.shape[:2]) for path, image in zip(paths, images, strict=True)]
    cars = np.concatenate([boxes[kinds == names.index("car")] for kinds, boxes in labels])
    length = float(np.median((cars[:, 2:] - cars[:, :2]).max(axis=1)))
    wanted = [names.index(name) for name in _CARS]
    pictures = []
    for image, (kinds, boxes) in zip(images, labels, strict=True):
        instances = paint(boxes, (image.shape[0], image.shape[1]))
        # Which boxes are cars, by their id; 0 stands for no box.
        car = np.concatenate([[False], np.isin(kinds, wanted)])
        codes = np.where(instances > 0, UNKNOWN, _seen(instances.shape, round(_MARGIN * length))).astype(np.uint8)
        codes[car[instances]] = 1
        pictures.append(
            make_picture(
                source="cars_aerial",
                place=place,
                image=image,
                codes=codes,
                gsd=_CAR_LENGTH / length,
                gsd_range=_GSD_RANGE,
                legends=_LEGENDS,
                exhaustive=frozenset(_LEGENDS),
                instances=np.where(car[instances], instances, 0).astype(np.uint16),
                boxed=frozenset(_LEGENDS),
            )
        )
    return pictures


def _boxes(path: Path, shape: tuple[int, ...]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Class ids (n,) and boxes (n, 4) as rows and columns of pixels, from centre and size in shares of the image."""
    table = np.array([line.split() for line in path.with_suffix(".txt").read_text().splitlines() if line], float)
    table = table.reshape(-1, 5)
    middle, half = table[:, [2, 1]], table[:, [4, 3]] / 2
    corners = np.concatenate([middle - half, middle + half], axis=1) * [shape[0], shape[1], shape[0], shape[1]]
    return table[:, 0].astype(np.int64), np.rint(corners).astype(np.int64)


def _seen(shape: tuple[int, ...], margin: int) -> NDArray[np.uint8]:
    """0 where cars would have been marked, UNKNOWN along the edge."""
    codes = np.full(shape, UNKNOWN, np.uint8)
    codes[margin:-margin, margin:-margin] = 0
    return codes
