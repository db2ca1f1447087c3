"""What the probabilities of a run depend on, so that only the same run is ever taken up."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Sequence
from pathlib import Path

import torch
from rasterio.errors import RasterioError

from ...protocol.version import version
from ..errors import SceneError
from ..scene.gdal import open_raster
from ..scene.raster import Scene
from ..segmenters.interface import SegmenterSpec
from ..weights.digest import sha256_of
from .journal import About
from .options import Search

_PROBES, _PROBE_BYTES = 64, 65536

Stamps = tuple[tuple[str, int, int], ...]
"""Name, size in bytes and time of change of each file of a scene."""


def about_run(tiles: About, search: Search) -> About:
    """The run under names for people.

    Args:
        tiles: as ``about_tiles`` gives it.
        search: what is looked for.
    """
    options = search.options
    return {
        "version of Phrasegon or torch": (version(), str(torch.__version__)),
        "phrase": search.phrases,
        "choice of presence": options.presence,
        "least score of boxes": options.least_score,
        **tiles,
    }


def about_tiles(scene: Scene, search: Search, files: Stamps, spec: SegmenterSpec) -> About:
    """That part of a run which its tiles depend on, whatever is looked for in them, under names for people.

    Args:
        scene: open.
        search: how it is looked at.
        files: what the scene consists of.
        spec: of the network.

    Raises:
        SceneError: a file that it reads has vanished.
    """
    options = search.options
    return {
        "model, weights or device": (spec.name, spec.weights_sha256, spec.tile, spec.device, spec.precision),
        "overlap": options.overlap,
        "area of interest": (options.bounds, None if options.aoi is None else _content(Path(options.aoi))),
        "resolution": (scene.width, scene.height, tuple(scene.transform), scene.gsd),
        "choice of bands or contrast": (options.bands, options.stretch),
        "scene": (str(search.scene), files, _probe(Path(search.scene))),
    }


def stamps(path: str | Path) -> Stamps:
    """Size and time of all files of a scene, those beside it and those it is put together from; none at an address.

    Raises:
        SceneError: the scene cannot be opened any more.
    """
    try:
        with open_raster(path) as dataset:
            names = sorted(dataset.files)
    except RasterioError as error:
        raise _changed(Path(path)) from error
    return stamps_of(names)


def stamps_of(names: Sequence[str]) -> Stamps:
    """Size and time of those of the names that are files."""
    found = []
    for name in names:
        if os.path.isfile(name):  # noqa: PTH113 (names that GDAL made up may be no paths at all)
            status = os.stat(name)  # noqa: PTH116
            found.append((name, status.st_size, status.st_mtime_ns))
    return tuple(found)


def check_unchanged(path: str | Path, before: Stamps) -> None:
    """Raise a SceneError if a file of the scene is not what it was."""
    if stamps_of([name for name, _, _ in before]) != before:
        raise _changed(Path(path))


def _changed(path: Path) -> SceneError:
    return SceneError(
        f"{path.name} was changed or taken away during the run: put it back as it was and go on, or run again."
    )


def _probe(path: Path) -> str:
    """Hash of pieces from all over a file, which takes a moment however large it is; empty for what is no file."""
    if not path.is_file():
        return ""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        size = file.seek(0, os.SEEK_END)
        for piece in range(_PROBES):
            file.seek(max(0, size - _PROBE_BYTES) * piece // (_PROBES - 1))
            digest.update(file.read(_PROBE_BYTES))
    return digest.hexdigest()


def _content(aoi: Path) -> str:
    try:
        return sha256_of(aoi)
    except OSError as error:
        raise SceneError(f"{aoi} cannot be read any more: leave it in its place until the run has ended.") from error
