"""SAM 2.1 hiera-tiny with random weights, always the same: ``python sam2_at_random.py DATA_FOLDER`` installs it there.

For engines that tests start as processes of their own; run by the engine's Python.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

NAME = "sam2.1-hiera-tiny"


def install_at(home: Path) -> None:
    """Put the network into a data folder."""
    os.environ["PHRASEGON_HOME"] = str(home)
    import torch
    from safetensors.torch import save_file

    from phrasegon.model.networks.sam2 import PRESETS, SAM2
    from phrasegon.model.weights.catalogue import find_entry
    from phrasegon.model.weights.install import Origin, install

    torch.manual_seed(1)
    tensors = SAM2(PRESETS["hiera-tiny"]).state_dict()
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "random.safetensors"
        save_file(tensors, file)
        install(find_entry(NAME), file, None, Origin(None, None, "none", ()), check=None, arrange=None)


if __name__ == "__main__":
    install_at(Path(sys.argv[1]))
