"""``python -m phrasegon.model.training.manifest``: the validation manifest, for ``phrasegon evaluate``.

It names imagery and labels where the data lies; what is written beside it holds no imagery.
"""

from __future__ import annotations

import json
from pathlib import Path

import click

from ..scene.aside import file_aside
from .bundle import Bundle
from .held_out import ask_buildings, ask_california, ask_dubai, ask_fields, ask_plots

MANIFEST = "manifest.json"


def validation_files(data: Path, folder: Path) -> dict[str, str]:
    """The manifest and the scenes and labels that it brings along, as texts by their name in the folder.

    Args:
        data: the folder that holds ``train/`` and ``scenes/``.
        folder: where they will lie; paths are relative to it.

    Raises:
        FileNotFoundError: a source's folder is missing.
    """
    bundle = Bundle(folder)
    for ask in (ask_buildings, ask_dubai, ask_california, ask_fields, ask_plots):
        ask(bundle, data)
    return {MANIFEST: bundle.manifest(), **bundle.texts}


@click.command()
@click.option("--data", type=click.Path(path_type=Path, exists=True, file_okay=False), required=True)
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), required=True)
def main(data: Path, out: Path) -> None:
    """Write the manifest about the places of DATA that are kept out of training."""
    texts = validation_files(data, out)
    for name, text in texts.items():
        path = out / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with file_aside(path) as staged:
            staged.write_text(text, encoding="utf-8", newline="\n")
    click.echo(f"{out / MANIFEST}: {len(json.loads(texts[MANIFEST]))} questions, {len(texts) - 1} files beside it")


if __name__ == "__main__":
    main()
