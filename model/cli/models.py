"""``phrasegon models``."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from rich.box import SIMPLE
from rich.table import Table

from .console import print_table

if TYPE_CHECKING:
    from ..weights.catalogue import Entry


@click.command()
def models() -> None:
    """List the models: what they have learnt, under which licence, and which are installed.

    Parts answer no phrase by themselves: they hold weights that a model takes besides its own.
    """
    from ..weights.catalogue import entries
    from ..weights.store import missing

    table = Table("name", "metres a pixel", "licence of the weights", "trained on", "installed", box=SIMPLE)
    for entry in entries().values():
        lacking = missing(entry.name)
        others = [name for name in lacking if name != entry.name]
        installed = "no" if entry.name in lacking else f"lacks {', '.join(others)}" if others else "yes"
        table.add_row(entry.name, _range(entry), entry.licence, entry.trained_on, installed)
    print_table(table)


def _range(entry: Entry) -> str:
    from ..weights.catalogue import Model

    if not isinstance(entry, Model):
        return "a part"
    finest, coarsest = entry.gsd_range
    return f"{finest:g}" if finest == coarsest else f"{finest:g} to {coarsest:g}"
