"""Stands for the engine's Python: the real engine, with a random network of test size in place of a large model.

Run by the engine's own Python with the arguments that QGIS starts an engine with; the last one is its start file.
"""

from __future__ import annotations

import importlib.util
import os
import sys
import tempfile
from dataclasses import replace
from pathlib import Path

NAME = "rsrefseg2-rrsisd"
TILE = 80


def main() -> int:
    spec = importlib.util.spec_from_file_location("start", sys.argv[-1])
    start = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(start)
    load = start._load_package
    start._load_package = lambda: (load(), install())
    return start.main()


def install():
    from phrasegon.model.networks.rsrefseg2 import PRESETS
    from phrasegon.model.segmenters.systems import conversion
    from phrasegon.model.weights.catalogue import entries, find_entry
    from phrasegon.model.weights.fetch import fetch
    from phrasegon.model.weights.store import missing

    PRESETS["small"] = small(PRESETS["nano"])
    about = {"sha256": None, "preset": "small", "tile": TILE, "memory": 10**8}
    entries()[NAME] = replace(find_entry(NAME), **about)
    if missing(NAME):
        with tempfile.TemporaryDirectory() as folder:
            weights, tokenizer = Path(folder, "weights.safetensors"), Path(folder, "tokenizer.json")
            write_weights(weights, PRESETS["small"])
            write_tokenizer(tokenizer)
            check, arrange = conversion(find_entry(NAME))
            fetch(NAME, confirm=None, file=weights, tokenizer=tokenizer, check=check, arrange=arrange)


def small(nano):
    return replace(
        nano,
        image_size=128,
        siglip=replace(nano.siglip, dim=32, heads=2, image_size=64, vocabulary=64, context=16),
        trunk=replace(nano.trunk, dim=16, stages=(1, 1, 2, 1), global_blocks=(3,), convolutions=False),
        prompter=replace(nano.prompter, inner=32, heads=4, hidden=24, batch_norm=True),
        prompt_dim=64,
        alternatives=3,
        mask_padding=False,
    )


def write_weights(path, config):
    import torch
    from safetensors.torch import save_file

    from phrasegon.model.networks.rsrefseg2 import RSRefSeg2
    from phrasegon.model.networks.rsrefseg2.released import dead_shapes, released_shapes

    torch.manual_seed(2)
    network = RSRefSeg2(config).state_dict()
    shapes = {name: tuple(tensor.shape) for name, tensor in network.items() if "num_batches" not in name}
    released = (released_shapes(shapes) | dead_shapes(config)).items()
    tensors = {name: torch.randn(shape) * 0.1 + ("running_var" in name) for name, shape in released}
    save_file(tensors, path)


def write_tokenizer(path):
    from tokenizers import Tokenizer
    from tokenizers.models import BPE
    from tokenizers.trainers import BpeTrainer

    pieces = Tokenizer(BPE(unk_token="<unk>"))
    special = ["<s>", "<eos>", "</s>", "<unk>"]
    words = ["the red roofs beside the road", "ships in the harbour of the town"] * 3
    pieces.train_from_iterator(words, BpeTrainer(vocab_size=60, special_tokens=special, show_progress=False))
    pieces.save(str(path))


if __name__ == "__main__":
    status = main()
    for stream in (sys.stdout, sys.stderr):
        stream.flush()
    os._exit(status)
