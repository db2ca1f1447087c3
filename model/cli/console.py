"""What commands show: tables on standard output; progress and remarks on standard error."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click
from rich.console import Console
from rich.progress import BarColumn, TextColumn
from rich.progress import Progress as Bar
from rich.table import Table

from ...protocol import Progress

_PIPE_WIDTH = 240


@contextmanager
def progress_bar() -> Iterator[Callable[[Progress], None]]:
    """A bar of tiles with the time left on a terminal, silence elsewhere."""
    console = Console(stderr=True)
    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        TextColumn("{task.completed:.0f}/{task.total:.0f} tiles"),
        TextColumn("{task.fields[left]}"),
    )
    with Bar(*columns, console=console, transient=True, disable=not console.is_terminal) as bar:
        task = bar.add_task("starting", total=0, left="")

        def show(progress: Progress) -> None:
            left = "" if progress.eta_s is None else f"{_clock(progress.eta_s)} left"
            bar.update(
                task,
                description=progress.stage,
                completed=progress.tiles_done,
                total=progress.tiles_total,
                left=left,
            )

        yield show


def print_table(table: Table) -> None:
    """On standard output, in full where it is not a terminal."""
    console = Console()
    console.print(table, width=None if console.is_terminal else _PIPE_WIDTH)


def remark(text: str) -> None:
    """One line on standard error, also where it is not a terminal."""
    click.echo(text, err=True)


def summary(text: str) -> None:
    """One line on standard error if it is a terminal."""
    console = Console(stderr=True)
    if console.is_terminal:
        console.print(text, markup=False, highlight=False, soft_wrap=True)


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}"
