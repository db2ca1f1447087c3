"""``phrasegon fetch``."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click
from rich.console import Console
from rich.progress import BarColumn, DownloadColumn, Progress, TimeRemainingColumn, TransferSpeedColumn

from .console import remark, summary

if TYPE_CHECKING:
    from ..weights.hub import Offer

_MEGABYTE = 1_000_000


@click.command()
@click.argument("name")
@click.option(
    "--file",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="A checkpoint at hand, to take in place of a download: .safetensors, .bin, .pt, .pth or .index.json.",
)
@click.option(
    "--tokenizer",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help="Its SentencePiece model.  [default: the one beside the checkpoint]",
)
@click.option("--revision", metavar="R", help="Commit, tag or branch to download.  [default: the newest]")
@click.option("--yes", is_flag=True, help="Download without asking.")
def fetch(name: str, file: Path | None, tokenizer: Path | None, revision: str | None, yes: bool) -> None:
    """Install the weights of the model NAME: download them, or take a file at hand."""
    from ..networks.rs2sam2 import PRESETS
    from ..networks.rs2sam2.checkpoint import check_tensors
    from ..weights.catalogue import find
    from ..weights.fetch import fetch as install

    check = partial(check_tensors, PRESETS[find(name).preset])
    with _bytes_bar() as progress:
        checkpoint = install(
            name,
            confirm=partial(_confirm, yes=yes),
            file=file,
            tokenizer=tokenizer,
            revision=revision,
            progress=progress,
            check=check,
        )
    summary(f"{name} is installed: {checkpoint.weights}")


def _confirm(offer: Offer, *, yes: bool) -> bool:
    """Say what would be downloaded; ask, unless the answer was given beforehand."""
    if not (yes or sys.stdin.isatty()):
        raise click.UsageError("Nobody is there to confirm the download: run it in a terminal, or add --yes.")
    say = summary if yes else remark
    say(f"{offer.name} from huggingface.co/{offer.repository}")
    say(f"  revision {offer.revision}")
    say(f"  files    {', '.join(file.path for file in offer.files)}")
    say(f"  size     {offer.total_bytes / _MEGABYTE:,.0f} MB, kept in {offer.target}")
    say(f"  licence  {offer.licence}")
    return yes or click.confirm("Download?", err=True)


@contextmanager
def _bytes_bar() -> Iterator[Callable[[int, int], None]]:
    """A bar of bytes on a terminal, from the first byte on so that it does not disturb the question before it."""
    console = Console(stderr=True)
    columns = BarColumn(), DownloadColumn(), TransferSpeedColumn(), TimeRemainingColumn()
    bar = Progress(*columns, console=console, transient=True, disable=not console.is_terminal)

    def show(done: int, total: int) -> None:
        if not bar.tasks:
            bar.add_task("download")
            bar.start()
        bar.update(bar.tasks[0].id, completed=done, total=total)

    try:
        yield show
    finally:
        bar.stop()
