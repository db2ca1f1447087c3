"""The command line as it is typed, a segmenter whose answers are known, and scenes in two places on Earth."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import numpy as np
import pytest
from rasterio.transform import Affine

RIO = Affine(4.5e-6, 0, -43.2, 0, -4.5e-6, -22.9)
"""Half a metre a pixel, in degrees."""


@pytest.fixture(autouse=True)
def at_home(home):
    """Every batch is typed there."""


@pytest.fixture
def run(typed):
    """Runs ``phrasegon batch``; returns exit status, standard output and standard error."""
    return partial(typed, "batch")


@pytest.fixture
def loads() -> list[str]:
    """The models that were loaded, in their order."""
    return []


@pytest.fixture
def stand_in(brightness, monkeypatch, loads):
    """The command gets the segmenter whose answers are known, whatever model it asks for."""

    def load(name: str, **_: object) -> object:
        loads.append(name)
        return brightness

    monkeypatch.setattr("phrasegon.model.pipeline.request.load_segmenter", load)
    return brightness


@pytest.fixture
def scenes(write_scene: Callable[..., Path], blobs: np.ndarray) -> tuple[Path, Path]:
    """The same picture in UTM and, turned over, in degrees on another continent."""
    return write_scene(blobs, "utm.tif"), write_scene(blobs[::-1], "rio.tif", transform=RIO, crs="EPSG:4326")


@pytest.fixture
def phrases() -> str:
    """A file of two phrases."""
    Path("phrases.txt").write_text("# what to look for\nbright blobs\n\n  dark   ground \nbright blobs\n")
    return "phrases.txt"


@pytest.fixture
def state() -> Callable[[Path], dict[Path, int]]:
    """What lies in a folder, and since when."""

    def state(folder: Path) -> dict[Path, int]:
        return {path: path.stat().st_mtime_ns for path in folder.rglob("*")}

    return state
