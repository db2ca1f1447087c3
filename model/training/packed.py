"""The labelled pictures of a split in a few small files: ``python -m phrasegon.model.training.packed --help``.

A machine that only trains does not need the sources as they were published. Labels are kept as they are; colours lose
about as much as in the compressed files that most of the sources consist of.
"""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

import click
import numpy as np
from numpy.typing import NDArray
from PIL import Image

from ..scene.aside import file_aside
from .sources import Picture, Split, load_pictures
from .sources.picture import make_picture

QUALITY = 70
"""Of WebP, 0..100."""
_FACTS = "pictures.json"


def pack_path(root: Path, split: Split, source: str) -> Path:
    """Where the pictures of one source lie within a folder of packs."""
    return root / f"{split}-{source}.zip"


def write_packs(pictures: list[Picture], root: Path, split: Split) -> None:
    """Write one file for each source among the pictures."""
    root.mkdir(parents=True, exist_ok=True)
    for source in sorted({picture.source for picture in pictures}):
        members = [picture for picture in pictures if picture.source == source]
        with (
            ThreadPoolExecutor() as pool,
            file_aside(pack_path(root, split, source)) as staged,
            ZipFile(staged, "w", ZIP_STORED) as pack,
        ):
            for number, files in enumerate(pool.map(_files, members)):
                for name, content in files.items():
                    pack.writestr(f"{number}/{name}", content)
            pack.writestr(_FACTS, json.dumps([_facts(picture) for picture in members]))


def read_packs(root: Path, split: Split) -> list[Picture]:
    """The pictures of every source that was packed for a split; none if there is no pack."""
    with ThreadPoolExecutor() as pool:
        entries = (entry for path in sorted(root.glob(f"{split}-*.zip")) for entry in _entries(path))
        return list(pool.map(lambda entry: _unpacked(*entry), entries))


def _facts(picture: Picture) -> dict[str, Any]:
    return {
        "source": picture.source,
        "place": picture.place,
        "gsd": picture.gsd,
        "gsd_range": picture.gsd_range,
        "legends": {name: table.tobytes().hex() for name, table in picture.legends.items()},
        "exhaustive": sorted(picture.exhaustive),
        "boxed": sorted(picture.boxed),
        "attributes": {number: sorted(tags) for number, tags in picture.attributes.items()},
    }


def _files(picture: Picture) -> dict[str, bytes]:
    native = picture.levels[0]
    files = {"image": _coded(native.image, "WEBP", quality=QUALITY), "codes": _coded(native.codes, "PNG")}
    return files if native.instances is None else {**files, "instances": _coded(native.instances, "PNG")}


def _coded(pixels: NDArray[Any], form: str, **options: int) -> bytes:
    file = io.BytesIO()
    Image.fromarray(pixels).save(file, form, **options)
    return file.getvalue()


def _entries(path: Path) -> Iterator[tuple[dict[str, Any], dict[str, bytes]]]:
    """What is told of each picture of a pack, and its files."""
    with ZipFile(path) as pack:
        names = set(pack.namelist())
        for number, facts in enumerate(json.loads(pack.read(_FACTS))):
            held = (name for name in ("image", "codes", "instances") if f"{number}/{name}" in names)
            yield facts, {name: pack.read(f"{number}/{name}") for name in held}


def _unpacked(facts: dict[str, Any], files: dict[str, bytes]) -> Picture:
    arrays = {name: np.asarray(Image.open(io.BytesIO(content))) for name, content in files.items()}
    legends = {name: np.frombuffer(bytes.fromhex(table), np.uint8) for name, table in facts["legends"].items()}
    return make_picture(
        source=facts["source"],
        place=facts["place"],
        image=arrays["image"],
        codes=arrays["codes"],
        gsd=facts["gsd"],
        gsd_range=(facts["gsd_range"][0], facts["gsd_range"][1]),
        legends=legends,
        exhaustive=frozenset(facts["exhaustive"]),
        instances=arrays["instances"].astype(np.uint16) if "instances" in arrays else None,
        attributes={int(number): frozenset(tags) for number, tags in facts["attributes"].items()},
        boxed=frozenset(facts["boxed"]),
    )


@click.command()
@click.option("--data", type=Path, required=True, help="Folder that holds train/.")
@click.option("--out", type=Path, required=True, help="Folder for the packs.")
@click.option("--split", type=click.Choice(["train", "val"]), default="train", show_default=True)
def main(data: Path, out: Path, split: Split) -> None:
    """Pack the pictures; training takes the folder for its --data."""
    write_packs(load_pictures(data, split), out, split)


if __name__ == "__main__":
    main()
