"""Damaged GeoTIFFs through the command line: each must end in a result or in one sentence.

Small real rasters of every make are damaged in every way that a seed brings about. Each is then segmented by the real
command line with the real smallest network, in a process of its own. A traceback, another exit status, an end by a
signal, more than a minute, more than 2 GiB of memory, or anything left behind is a defect; the file is then kept.

    python benchmarks/mutated_scenes.py --seed 1
"""

from __future__ import annotations

import json
import shutil
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

import click
import numpy as np
from rich.console import Console
from rich.progress import track
from rich.table import Table

import phrasegon.model.pipeline  # noqa: F401 (loaded once, before processes are forked)
from phrasegon.benchmarks.confined import MEMORY, SECONDS, Ending, confined
from phrasegon.benchmarks.mutations import MUTATIONS, Files
from phrasegon.benchmarks.originals import ROOT, make_originals
from phrasegon.model.cli import main

SOUND = ("result", "part", "sentence")
"""What may come of a case; a part is a result without the tiles that cannot be read."""
DEFECTS = ("traceback", "status", "signal", "hang", "memory", "remains")
OUTCOMES = SOUND + DEFECTS

_SUFFIXES = (".gpkg", ".geojson", ".fgb")
_REFUSAL, _PARTLY = 2, 3
_TIDYING = ("--separate", "--orthogonalise", "--simplify", "1", "--min-area", "4", "--fill-holes", "4")


@dataclass(frozen=True)
class Case:
    """A damaged file and how it is asked for.

    Attributes:
        number: together with the seed, all that it depends on.
        original: name of the sound file.
        damage: kind of damage.
        files: what lies on the disk, see ``mutations.Files``.
        options: of the command.
        suffix: of the output.
    """

    number: int
    original: str
    damage: str
    files: Files
    options: tuple[str, ...]
    suffix: str


@dataclass(frozen=True)
class Outcome:
    """What came of a case; ``kind`` is one of ``OUTCOMES``."""

    number: int
    original: str
    damage: str
    kind: str
    status: int
    seconds: float
    memory_mib: int
    said: str
    noise: str


def make_case(seed: int, number: int, originals: Sequence[Path]) -> Case:
    """One case; the same seed, number and originals make the same one."""
    rng = np.random.default_rng((seed, number))
    damage = list(MUTATIONS)[number % len(MUTATIONS)]
    original = originals[int(rng.integers(len(originals)))]
    content = original.read_bytes()
    files = MUTATIONS[damage](content, rng)
    while files == {"": content}:  # some damage happens to change nothing
        files = MUTATIONS[damage](content, rng)
    options = _TIDYING if rng.random() < 0.3 else ()
    return Case(number, original.name, damage, files, options, _SUFFIXES[int(rng.integers(len(_SUFFIXES)))])


def try_case(case: Case, folder: Path) -> Outcome:
    """Segment the damaged file in an empty folder."""
    scene = write_case(case, folder)
    before = set(folder.iterdir())
    output = folder / f"out{case.suffix}"
    with TemporaryDirectory() as aside:
        call = partial(main, ["segment", str(scene), "buildings", "-o", str(output), "--device", "cpu", *case.options])
        ending = confined(call, Path(aside))
    kind = _kind(ending)
    made = {path.name for path in set(folder.iterdir()) - before}
    if kind in SOUND and not _is_due(made, kind, output):
        kind = "remains"
    seconds, memory = round(ending.seconds, 2), ending.memory // 2**20
    return Outcome(
        case.number, case.original, case.damage, kind, ending.status, seconds, memory, ending.said, ending.noise
    )


def write_case(case: Case, folder: Path) -> Path:
    """Write the files of a case into a folder and return the raster."""
    scene = folder / "scene.tif"
    for suffix, content in case.files.items():
        path = scene.with_suffix(suffix) if suffix == ".tfw" else scene.with_name(scene.name + suffix)
        path.write_bytes(content)
    return scene


def _kind(ending: Ending) -> str:
    held = {
        "memory": ending.memory > MEMORY,
        "hang": ending.seconds > SECONDS,
        "signal": ending.status < 0,
        "traceback": "Traceback" in ending.said,
        "result": ending.status == 0,
        "part": ending.status == _PARTLY and bool(ending.said),
        "sentence": ending.status == _REFUSAL and _is_sentence(ending.said),
    }
    return next((kind for kind, holds in held.items() if holds), "status")


def _is_due(made: set[str], kind: str, output: Path) -> bool:
    """Whether there is a result where there should be one, and nothing else."""
    if kind == "sentence":
        return not made
    failed = f"{output.stem}_failed_tiles{output.suffix}"
    return made == {output.name} or (kind == "part" and made == {output.name, failed})


def _is_sentence(said: str) -> bool:
    lines = [line for line in said.splitlines() if line.strip()]
    return len(lines) == 1 and lines[0].rstrip().endswith(".")


def _outcomes(seed: int, numbers: range, keep: Path) -> Iterator[Outcome]:
    with TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "originals").mkdir()
        originals = make_originals(folder / "originals")
        for number in numbers:
            case, place = make_case(seed, number, originals), folder / "case"
            place.mkdir()
            outcome = try_case(case, place)
            if outcome.kind in DEFECTS:
                kept = keep / f"{seed}-{number}"
                kept.mkdir(parents=True, exist_ok=True)
                write_case(case, kept)
            shutil.rmtree(place)
            yield outcome


def table(outcomes: Sequence[Outcome]) -> Table:
    """How often each kind of damage came to what."""
    shown = Table("damage", title="Damaged scenes")
    for kind in OUTCOMES:
        shown.add_column(kind, justify="right")
    counts = Counter((outcome.damage, outcome.kind) for outcome in outcomes)
    for damage in MUTATIONS:
        shown.add_row(damage, *(str(counts[damage, kind] or "") for kind in OUTCOMES))
    total = Counter(outcome.kind for outcome in outcomes)
    shown.add_section()
    shown.add_row("all", *(str(total[kind]) for kind in OUTCOMES))
    return shown


@click.command(help=__doc__.partition("\n")[0])
@click.option("--seed", default=1, show_default=True, help="Makes the damage.")
@click.option("--count", default=500, show_default=True, help="How many files.")
@click.option("--first", default=0, show_default=True, help="Number of the first, to repeat a part of a run.")
@click.option("--report", type=click.Path(path_type=Path), metavar="JSON", help="Keep what came of each file.")
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    default=ROOT / "build" / "mutated_scenes",
    help="Folder for files that bring about a defect.  [default: build/mutated_scenes]",
)
def mutated_scenes(seed: int, count: int, first: int, report: Path | None, keep: Path) -> None:
    """Try the cases, show the counts, and leave with status 1 if there is a defect."""
    found = _outcomes(seed, range(first, first + count), keep)
    outcomes = list(
        track(found, "damaged scenes", count, console=Console(stderr=True), disable=not sys.stderr.isatty())
    )
    defects = [outcome for outcome in outcomes if outcome.kind in DEFECTS]
    Console(width=None if sys.stdout.isatty() else 120).print(table(outcomes))
    slowest = max(outcomes, key=lambda outcome: outcome.seconds)
    largest = max(outcomes, key=lambda outcome: outcome.memory_mib)
    click.echo(f"longest: {slowest.seconds:.1f} s; largest: {largest.memory_mib} MiB")
    noisy = [outcome.number for outcome in outcomes if outcome.noise]
    if noisy:
        click.echo(f"libraries wrote to standard error past Python in {len(noisy)}: {noisy}")
    for defect in defects:
        said = defect.said[-300:].strip()
        click.echo(f"{defect.kind}: {keep / f'{seed}-{defect.number}'}: {defect.damage}: {said}")
    if report is not None:
        content = {"seed": seed, "first": first, "cases": [asdict(outcome) for outcome in outcomes]}
        report.write_text(json.dumps(content, indent=2) + "\n", encoding="utf-8")
    sys.exit(bool(defects))


if __name__ == "__main__":
    mutated_scenes()
