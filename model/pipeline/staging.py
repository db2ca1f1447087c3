"""Probability rasters lie in a temporary folder until the run has succeeded; what is kept then moves in one step."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

import geopandas

from ..errors import OutputError
from ..scene.aside import folder_aside
from ..scene.export import write
from ..scene.rows import compress_raster


def kept_paths(probability: Path, phrases: Sequence[str]) -> tuple[Path, ...]:
    """Where each phrase's probability is kept: the path itself for one, a numbered name beside it for several.

    ``p.tif`` becomes ``p_1_tin-roofs.tif``, ``p_2_trees.tif`` and so on.
    """
    if len(phrases) == 1:
        return (probability,)
    return tuple(
        probability.with_name(f"{probability.stem}_{number}_{_slug(phrase)}{probability.suffix}")
        for number, phrase in enumerate(phrases, start=1)
    )


@contextmanager
def staged_rasters(
    scene: str | Path, phrases: Sequence[str], probability: str | Path | None
) -> Iterator[tuple[Path, ...]]:
    """Paths to write the phrases' probability rasters to; moved to where they are kept if the block succeeds.

    Args:
        scene: the raster that is read; it is never overwritten.
        phrases: one path for each.
        probability: where to keep them, see ``kept_paths``; None: they are gone after the block.

    Raises:
        OutputError: they cannot be kept there. Told on entry, before anything is computed.
    """
    kept = () if probability is None else kept_paths(Path(probability), phrases)
    for path in kept:
        _check(path, scene)
    # In the folder they are kept in, so that moving them is one step of the file system.
    with _folder(kept[0].parent if kept else None) as folder:
        rasters = tuple(folder / f"{number}.tif" for number in range(len(phrases)))
        yield rasters
        drafts = [(folder / f"kept-{raster.name}", path) for raster, path in zip(rasters, kept, strict=False)]
        for raster, (draft, _) in zip(rasters, drafts, strict=False):
            compress_raster(raster, draft)
            raster.unlink()
        for draft, path in drafts:
            draft.replace(path)


def rehearse(output: Path, layers: Mapping[str, geopandas.GeoDataFrame]) -> None:
    """Write layers without rows in a temporary folder beside the output, and nothing to the output itself.

    Whatever would keep it from being written, such as its format or its folder, is told before anything is computed.

    Raises:
        OutputError: it cannot be written.
    """
    if output.is_dir():
        raise OutputError(f"{output} is a folder: give the name of a file in it.")
    with _folder(output.parent) as folder:
        write(layers, folder / output.name)


def refuse_overwriting(path: Path, *read: str | Path) -> None:
    """Raise an OutputError if writing ``path`` would destroy one of the files that a run reads."""
    for other in read:
        if _is_same(path, Path(other)):
            raise OutputError(f"Writing {path} would destroy what is read from it: give another name.")


def _is_same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except (OSError, ValueError):  # one is not there, or is no file but another name that GDAL opens
        return False


def _check(path: Path, scene: str | Path) -> None:
    if path.suffix.lower() not in (".tif", ".tiff"):
        raise OutputError(f"The probability is kept as a GeoTIFF: give {path.name} the suffix .tif.")
    if path.is_dir():
        raise OutputError(f"{path} is a folder: give the name of a file to keep the probability in.")
    refuse_overwriting(path, scene)


@contextmanager
def _folder(parent: Path | None) -> Iterator[Path]:
    if parent is not None and not parent.is_dir():
        raise OutputError(f"There is no folder {parent}: create it, or write to another one.")
    with ExitStack() as stack:
        try:
            folder = stack.enter_context(folder_aside(parent))
        except OSError as error:
            place = "the folder for temporary files" if parent is None else parent
            raise OutputError(f"Nothing can be written in {place}: choose another place.") from error
        yield folder


def _slug(phrase: str) -> str:
    return re.sub(r"\W+", "-", phrase.lower()).strip("-_")[:40].rstrip("-_") or "phrase"
