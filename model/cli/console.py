"""What commands show: tables on standard output; progress and remarks on standard error."""

from __future__ import annotations

import sys
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
    with _bar() as bar:
        task = bar.add_task("starting", total=None, figures="")

        def show(progress: Progress) -> None:
            bar.update(
                task,
                description=progress.stage,
                completed=progress.tiles_done,
                total=progress.tiles_total or None,
                figures=_figures(progress),
                refresh=True,  # a batch takes longer than drawing the bar
            )

        yield show


@contextmanager
def progress_bars(scenes: int) -> Iterator[Callable[[int, str, Progress], None]]:
    """Two bars on a terminal, silence elsewhere: called with scenes done, the scene under way, and its progress."""
    with _bar() as bar:
        whole = bar.add_task("scenes", total=scenes, figures=f"0/{scenes} scenes")
        current = bar.add_task("starting", total=None, figures="")

        def show(done: int, name: str, progress: Progress) -> None:
            bar.update(whole, completed=done, figures=f"{done}/{scenes} scenes")
            bar.update(
                current,
                description=f"{name}: {progress.stage}",
                completed=progress.tiles_done,
                total=progress.tiles_total or None,
                figures=_figures(progress),
                refresh=True,
            )

        yield show


def print_table(table: Table) -> None:
    """On standard output, in full where it is not a terminal."""
    width = None if sys.stdout.isatty() else _PIPE_WIDTH
    Console(width=width).print(table)


def remark(text: str) -> None:
    """One line on standard error, also where it is not a terminal."""
    click.echo(text, err=True)


def summary(text: str) -> None:
    """One line on standard error if it is a terminal."""
    console = Console(stderr=True)
    if console.is_terminal:
        console.print(text, markup=False, highlight=False, soft_wrap=True)


def _bar() -> Bar:
    """Bars on standard error if it is a terminal."""
    console = Console(stderr=True)
    columns = (TextColumn("{task.description}"), BarColumn(), TextColumn("{task.fields[figures]}"))
    return Bar(*columns, console=console, transient=True, disable=not console.is_terminal)


def _figures(progress: Progress) -> str:
    tiles = f"{progress.tiles_done}/{progress.tiles_total} tiles" if progress.tiles_total else ""
    if progress.eta_s is None or not progress.tiles_done:
        return tiles
    minutes, seconds = divmod(round(progress.eta_s), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{tiles}, {hours}:{minutes:02}:{seconds:02} left"
