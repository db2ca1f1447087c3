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
    from ..weights.hub import Offer, RemoteFile

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
    help="Its SentencePiece model or tokenizer.json.  [default: the one beside the checkpoint]",
)
@click.option("--revision", metavar="R", help="Commit, tag or branch to download.  [default: the newest]")
@click.option("--yes", is_flag=True, help="Download without asking.")
def fetch(name: str, file: Path | None, tokenizer: Path | None, revision: str | None, yes: bool) -> None:
    """Install the weights of the model NAME: download them, or take a file at hand.

    Parts that the model needs besides, and that are not there yet, are downloaded after it.
    """
    from ..weights.catalogue import find_entry
    from ..weights.store import missing

    # What was taken from a file stays when the parts beside it are fetched.
    kept = find_entry(name).page is not None and name not in missing(name)
    if not kept or file or tokenizer or revision:
        _install(name, yes=yes, file=file, tokenizer=tokenizer, revision=revision)
    for part in missing(name):
        _install(part, yes=yes)


def _install(
    name: str, *, yes: bool, file: Path | None = None, tokenizer: Path | None = None, revision: str | None = None
) -> None:
    from ..segmenters.systems import conversion
    from ..weights.catalogue import find_entry
    from ..weights.fetch import fetch as install

    check, arrange = conversion(find_entry(name))
    with _bytes_bar() as progress:
        checkpoint = install(
            name,
            confirm=partial(_confirm, yes=yes),
            file=file,
            tokenizer=tokenizer,
            revision=revision,
            progress=progress,
            check=check,
            arrange=arrange,
        )
    summary(f"{name} is installed: {checkpoint.weights}")


def _confirm(offer: Offer, *, yes: bool) -> bool:
    """Say what would be downloaded; ask, unless the answer was given beforehand."""
    if not (yes or sys.stdin.isatty()):
        raise click.UsageError("Nobody is there to confirm the download: run it in a terminal, or add --yes.")
    say = summary if yes else remark
    say(f"{offer.name} from huggingface.co/{offer.repository}")
    say(f"  revision {offer.revision}")
    say(f"  files    {', '.join(_named(file, offer) for file in offer.files)}")
    say(f"  size     {offer.total_bytes / _MEGABYTE:,.0f} MB, kept in {offer.target}")
    say(f"  licence  {offer.licence}")
    return yes or click.confirm("Download?", err=True)


def _named(file: RemoteFile, offer: Offer) -> str:
    return file.path if file.repository == offer.repository else f"{file.path} of {file.repository}"


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
