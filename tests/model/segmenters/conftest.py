"""Models of test size in a data folder of their own, installed from files as their authors would have written them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch
from safetensors.torch import save_file
from tokenizers import Tokenizer
from tokenizers.models import BPE
from tokenizers.trainers import BpeTrainer

from phrasegon.model.segmenters.systems import conversion
from phrasegon.model.weights.catalogue import entries, find_entry
from phrasegon.model.weights.fetch import fetch

WORDS = ["the red roofs beside the road", "ships in the harbour of the town"] * 3


@pytest.fixture
def word_pieces(tmp_path: Path) -> Path:
    """A tokenizer.json of at most 60 tokens."""
    special = ["<s>", "<eos>", "</s>", "<unk>"]
    pieces = Tokenizer(BPE(unk_token="<unk>"))
    pieces.train_from_iterator(WORDS, BpeTrainer(vocab_size=60, special_tokens=special, show_progress=False))
    pieces.save(str(tmp_path / "tokenizer.json"))
    return tmp_path / "tokenizer.json"


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Puts released tensors into the store under the name of an entry of the catalogue, which becomes another size."""
    monkeypatch.setenv("PHRASEGON_HOME", str(tmp_path / "home"))

    def install(name: str, tensors: dict[str, torch.Tensor], tokenizer: Path | None = None, **values: object) -> None:
        monkeypatch.setitem(entries(), name, replace(find_entry(name), sha256=None, **values))
        save_file(tensors, tmp_path / f"{name}.safetensors")
        check, arrange = conversion(find_entry(name))
        file = tmp_path / f"{name}.safetensors"
        fetch(name, confirm=None, file=file, tokenizer=tokenizer, check=check, arrange=arrange)

    return install


@pytest.fixture(scope="session")
def tiles() -> np.ndarray:
    """Two tiles (2, 3, 80, 80): smooth noise, and a bright square on dark ground."""
    generator = np.random.default_rng(3)
    noise = np.kron(generator.integers(40, 200, (3, 10, 10)), np.ones((8, 8)))
    square = np.full((3, 80, 80), 40)
    square[:, 20:60, 24:56] = 210
    return np.stack([noise, square]).astype(np.uint8)
