"""``phrasegon models``."""

from __future__ import annotations

import click
from rich.box import SIMPLE
from rich.table import Table

from ..errors import WeightsError
from .console import print_table


@click.command()
def models() -> None:
    """List the models: what they have learnt, under which licence, and which are installed."""
    from ..weights.catalogue import catalogue

    table = Table("name", "metres a pixel", "licence of the weights", "trained on", "installed", box=SIMPLE)
    for model in catalogue().values():
        finest, coarsest = model.gsd_range
        gsd = f"{finest:g}" if finest == coarsest else f"{finest:g} to {coarsest:g}"
        table.add_row(model.name, gsd, model.licence, model.trained_on, "yes" if _is_installed(model.name) else "no")
    print_table(table)


def _is_installed(name: str) -> bool:
    from ..weights.store import locate

    try:
        locate(name)
    except WeightsError:
        return False
    return True
