"""Label maps laid out by hand, and the real data where it is at hand."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from pathlib import Path

import numpy as np
import pytest

from phrasegon.model.training.crops import Crop, cut
from phrasegon.model.training.phrases import Objects, find_objects
from phrasegon.model.training.sources.picture import Legend, legend, make_picture

Box = tuple[int, int, int, int]
"""First row, first column, last row + 1, last column + 1."""

SIZE = 128


@pytest.fixture
def lay() -> Callable[..., Objects]:
    """Lays boxes of one class, each with its own id and colour, on a plain ground and measures them."""

    def lay_boxes(
        boxes: Iterable[Box],
        *,
        name: str = "building",
        colours: Iterable[tuple[int, int, int]] | None = None,
        attributes: dict[int, frozenset[str]] | None = None,
    ) -> Objects:
        boxes = list(boxes)
        codes = np.zeros((SIZE, SIZE), np.uint8)
        instances = np.zeros((SIZE, SIZE), np.uint16)
        image = np.full((SIZE, SIZE, 3), 90, np.uint8)
        for number, (box, colour) in enumerate(zip(boxes, colours or [(120, 120, 120)] * len(boxes), strict=True), 1):
            at = np.s_[box[0] : box[2], box[1] : box[3]]
            codes[at], instances[at], image[at] = 1, number, colour
        return find_objects(
            crop_of(codes, {name: legend((1,))}, image=image, instances=instances, attributes=attributes), name
        )

    return lay_boxes


@pytest.fixture
def make_crop() -> Callable[..., Crop]:
    return crop_of


def crop_of(
    codes: np.ndarray,
    legends: dict[str, Legend],
    *,
    image: np.ndarray | None = None,
    instances: np.ndarray | None = None,
    attributes: dict[int, frozenset[str]] | None = None,
    gsd: float = 0.5,
    boxed: frozenset[str] = frozenset(),
) -> Crop:
    """The whole of a label map as one crop at its own scale."""
    picture = make_picture(
        source="drawn",
        place="here",
        image=np.full((*codes.shape, 3), 90, np.uint8) if image is None else image,
        codes=codes,
        gsd=gsd,
        gsd_range=(gsd, 4 * gsd),
        legends=legends,
        exhaustive=frozenset(legends),
        instances=instances,
        attributes=attributes,
        boxed=boxed,
    )
    middle = len(codes) / 2
    return cut(picture, (middle, middle), gsd, len(codes))


@pytest.fixture
def rows_of_boxes() -> Callable[[int], list[Box]]:
    """Boxes of random size, one a cell of a 5 x 5 grid, some cells empty; none touches another."""

    def boxes(seed: int) -> list[Box]:
        rng = np.random.default_rng(seed)
        cell = SIZE // 5
        made = []
        for row, column in np.ndindex(5, 5):
            if rng.random() < 0.45:
                h, w = rng.integers(5, cell - 2, 2)
                top = row * cell + int(rng.integers(0, cell - h - 1))
                left = column * cell + int(rng.integers(0, cell - w - 1))
                made.append((top, left, top + int(h), left + int(w)))
        return made

    return boxes


@pytest.fixture(scope="session")
def data_root() -> Path:
    """The folder with the labelled imagery: ``PHRASEGON_DATA``, else ``../shared/data`` beside the clone."""
    beside = Path(__file__).resolve().parents[4] / "shared" / "data"
    root = Path(os.environ.get("PHRASEGON_DATA", beside))
    if not (root / "train").is_dir():
        pytest.skip(f"no labelled imagery in {root}; set PHRASEGON_DATA to the folder that holds train/")
    return root


@pytest.fixture(scope="session")
def small_root(data_root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A few pictures of every source, linked, so that they load in seconds."""
    root = tmp_path_factory.mktemp("data")
    train = data_root / "train"

    def link(pattern: str, first: int) -> None:
        for path in sorted(train.glob(pattern))[:first]:
            target = root / "train" / path.relative_to(train)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.symlink_to(path)

    for place in ("zanzibar", "banepa", "catanduanes"):
        link(f"oam_buildings/{place}/geojson/*", 3000)
    for place, pattern in (
        ("zanzibar", "*12771[78]?-10838[45]*-21.*"),
        ("banepa", "*-20.*"),
        ("catanduanes", "*-21.*"),
    ):
        link(f"oam_buildings/{place}/images/{pattern}", 200)
    link("oam_banepa_osm/train/*-22024[34]-*.tif", 100)
    link("oam_banepa_osm/osm_features_*.geojson", 1)
    for area in ("Tile 1", "Tile 4", "Tile 6"):
        for part in ("images", "masks"):
            link(f"dubai_mbrsc/{area}/{part}/*_00[12].*", 2)
    link("calpoly_urban_trees/test.txt", 1)
    for part in ("images", "derived/semantic", "derived/tree_instances", "derived/pool_instances"):
        link(f"calpoly_urban_trees/{part}/claremont_2020_[1-4]*", 30)
    link("naip_fields_agoro/images/*", 4)
    link("naip_fields_agoro/annotations.json", 1)
    link("cars_aerial/aerial.names", 1)
    for pattern in ("kit_ais/MunichStreet02-MOS7*", "minsk_drone/DJI_0005-000*", "minsk_drone/DJI_0013-*"):
        link(f"cars_aerial/{pattern}", 4)
    link("neon_trees/SJER/SJER_00[2-9].*", 12)
    for scene in ("harbor", "runway", "agricultural", "storagetanks", "tenniscourt"):
        link(f"ucm_landuse/train/{scene}/*", 4)
    return root


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Layouts for the tests that ask for a seed."""
    if "seed" in metafunc.fixturenames:
        metafunc.parametrize("seed", range(12))
