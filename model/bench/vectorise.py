"""What polygons cost: the strip by strip vectoriser beside rasterio's in memory, and beside bare reading."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

import numpy as np
import rasterio
import shapely
from numpy.typing import NDArray
from rasterio.features import shapes
from rasterio.windows import Window
from rich.table import Table

from ..scene.vectorise import lowest_value, vectorise, vectorise_values
from .apart import MEBI, apart
from .blobs import write_probability

_THRESHOLD = 0.5
_ROWS = 256

Result = dict[str, Any]
_Done = TypeVar("_Done")


def bench_vectorise(
    compared: int = 10_000,
    large: int = 40_000,
    outlines: Sequence[str] = ("smooth", "ragged"),
    repeats: int = 3,
) -> Result:
    """Make polygons of made-up probability rasters.

    Each measurement is taken in a process of its own, which loads what vectorising needs and no torch.

    Args:
        compared: side of the rasters of which rasterio vectorises the whole mask in memory too, in pixels.
        large: side of the rasters of which it does not, in pixels.
        outlines: ``smooth``, ``ragged``.
        repeats: how often the former are measured; the median counts.

    Returns:
        What JSON can hold: ``machine`` and ``rasters``, a list with for each ``outlines``, ``side`` (pixels),
        ``file_mib``, ``same`` (whether both give the same polygons to the last bit; None for the large ones) and
        ``ways``, a list with for each its ``name``, ``seconds``, ``processor_s`` (those that the process had a
        processor, which others on the machine disturb less), ``seconds_per_megapixel``, ``ratio`` (to the seconds of
        rasterio's shapes alone, or of reading the file for the large ones), ``peak_mib`` (resident memory of the
        process, libraries included, sampled every 5 ms), ``start_mib`` (before the work) and, where they are known,
        ``polygons``, ``vertices`` and ``area_m2``.
    """
    from .machine import machine  # loads torch, which would count in the processes that import this module

    rasters = [_compared(compared, kind, repeats) for kind in outlines] + [_large(large, kind) for kind in outlines]
    return {"machine": machine(), "rasters": rasters}


def table(result: Result) -> Table:
    """The result of ``bench_vectorise`` for a terminal."""
    about = result["machine"]
    shown = Table(
        title="Polygons of a probability raster",
        caption=f"{about['processor']}, {about['threads']} threads; ratio of seconds to the way that has 1.00",
    )
    shown.add_column("")
    for heading in ("polygons", "vertices", "seconds", "processor s", "s/Mpx", "ratio", "peak MiB", "start MiB"):
        shown.add_column(heading, justify="right")
    for raster in result["rasters"]:
        same = {None: "", True: ", all the same polygons", False: ", DIFFERENT polygons"}[raster["same"]]
        shown.add_section()
        shown.add_row(f"{raster['outlines']}, {raster['side']} px, {raster['file_mib']:.0f} MiB{same}")
        for way in raster["ways"]:
            shown.add_row(
                way["name"],
                *(f"{way[key]:,}" if key in way else "" for key in ("polygons", "vertices")),
                f"{way['seconds']:.2f}",
                f"{way['processor_s']:.2f}",
                f"{way['seconds_per_megapixel']:.4f}",
                f"{way['ratio']:.2f}",
                f"{way['peak_mib']:.0f}",
                f"{way['start_mib']:.0f}",
            )
    return shown


def _compared(side: int, outlines: str, repeats: int) -> Result:
    ways = {
        "strips, from the file": _from_file,
        "strips, from memory": _from_memory,
        "shapes of the mask in memory": _shapes_alone,
        "shapes and polygons of them": _shapes_and_polygons,
        "reading the file": _reading,
    }
    with _raster(side, outlines) as path:
        runs = [{name: apart(work, path) for name, work in ways.items()} for _ in range(repeats)]
        about = {"file_mib": _size(path), "same": apart(_comparison, path)["same"]}
    return _raster_result(side, outlines, runs, "shapes of the mask in memory") | about


def _large(side: int, outlines: str) -> Result:
    ways = {"strips, polygons kept": _from_file, "strips, polygons dropped": _dropped, "reading the file": _reading}
    with _raster(side, outlines) as path:
        run = {name: apart(work, path) for name, work in ways.items()}
        about = {"file_mib": _size(path), "same": None}
    return _raster_result(side, outlines, [run], "reading the file") | about


@contextmanager
def _raster(side: int, outlines: str) -> Iterator[Path]:
    with TemporaryDirectory(prefix="phrasegon-bench-") as folder:
        path = Path(folder) / "probability.tif"
        write_probability(path, side, ragged=outlines == "ragged")
        yield path


def _size(path: Path) -> float:
    return round(path.stat().st_size / MEBI, 1)


def _raster_result(side: int, outlines: str, runs: Sequence[dict[str, Result]], limit: str) -> Result:
    def middle(name: str, key: str) -> float:
        figures: list[float] = [run[name][key] for run in runs]
        return statistics.median(figures)

    ways = [
        {"name": name}
        | runs[0][name]
        | {
            "seconds": round(middle(name, "seconds"), 3),
            "processor_s": round(middle(name, "processor_s"), 3),
            "seconds_per_megapixel": round(middle(name, "seconds") / side**2 * 1e6, 5),
            "ratio": round(middle(name, "seconds") / middle(limit, "seconds"), 3),
            "peak_mib": max(run[name]["peak_mib"] for run in runs),
        }
        for name in runs[0]
    ]
    return {"outlines": outlines, "side": side, "ways": ways}


def _from_file(path: Path) -> Result:
    found, took = _timed(lambda: list(vectorise(path, _THRESHOLD)))
    return took | _counts([polygon for polygon, _ in found])


def _dropped(path: Path) -> Result:
    count, took = _timed(lambda: sum(1 for _ in vectorise(path, _THRESHOLD)))
    return took | {"polygons": count}


def _from_memory(path: Path) -> Result:
    with rasterio.open(path) as raster:
        values, transform = raster.read(1), raster.transform
    found, took = _timed(lambda: list(vectorise_values(values, _THRESHOLD, transform)))
    return took | _counts([polygon for polygon, _ in found])


def _shapes_alone(path: Path) -> Result:
    mask, transform = _mask(path)
    count, took = _timed(lambda: sum(1 for _ in shapes(mask, mask.view(np.bool_), transform=transform)))
    return took | {"polygons": count}


def _shapes_and_polygons(path: Path) -> Result:
    mask, transform = _mask(path)
    found, took = _timed(lambda: _in_one_pass(mask, transform))
    return took | _counts(found)


def _reading(path: Path) -> Result:
    return _timed(lambda: _read(path))[1]


def _read(path: Path) -> None:
    with rasterio.open(path) as raster:
        for top in range(0, raster.height, _ROWS):
            raster.read(1, window=Window(0, top, raster.width, min(_ROWS, raster.height - top)))


def _timed(work: Callable[[], _Done]) -> tuple[_Done, Result]:
    clock, processor = time.perf_counter(), time.process_time()
    done = work()
    return done, {"seconds": time.perf_counter() - clock, "processor_s": time.process_time() - processor}


def _comparison(path: Path) -> Result:
    ours = [polygon for polygon, _ in vectorise(path, _THRESHOLD)]
    return {"same": _exact(ours) == _exact(_in_one_pass(*_mask(path)))}


def _mask(path: Path) -> tuple[NDArray[np.uint8], Any]:
    with rasterio.open(path) as raster:
        values, transform = raster.read(1), raster.transform
        return ((values >= lowest_value(_THRESHOLD)) & (values != raster.nodata)).view(np.uint8), transform


def _in_one_pass(mask: NDArray[np.uint8], transform: Any) -> list[Any]:
    return [shapely.geometry.shape(outline) for outline, _ in shapes(mask, mask.view(np.bool_), transform=transform)]


def _exact(polygons: Sequence[shapely.Geometry]) -> list[bytes]:
    return sorted(shapely.to_wkb(shapely.normalize(np.array(polygons, dtype=object))))


def _counts(polygons: Sequence[shapely.Geometry]) -> Result:
    kept = np.array(polygons, dtype=object)
    vertices, area = shapely.get_num_coordinates(kept).sum(), shapely.area(kept).sum()
    return {"polygons": len(kept), "vertices": int(vertices), "area_m2": round(float(area), 2)}
