"""A model with a part, by the command line and by the engine: what is missing is fetched, and nothing else."""

from __future__ import annotations

from pathlib import Path

import pytest
import torch

from phrasegon.model.cli import main
from phrasegon.model.engine.fetching import fetch, quote
from phrasegon.model.engine.hello import welcome
from phrasegon.model.errors import WeightsError
from phrasegon.model.networks import lqvg, sam2
from phrasegon.model.weights.store import missing
from phrasegon.protocol import Fetch, Hello, Quote

SCENE = Path(__file__).resolve().parents[3] / "resources" / "sample" / "claremont.tif"
NAME, PART = "pslg-sam", "sam2.1-hiera-large"
GROUNDING = lqvg.LQVGConfig(
    blocks=(1, 1, 1, 1),
    text=lqvg.TextConfig(dim=8, depth=1, heads=1, ffn=8, vocabulary=300, positions=20),
    dim=32,
    heads=4,
    encoder_layers=1,
    decoder_layers=1,
    ffn=16,
)
MASKING = sam2.SAM2Config(
    dim=8,
    heads=1,
    stages=(1, 1, 1, 1),
    windows=(8, 4, 8, 4),
    global_blocks=(),
    position_grid=7,
    prompt_dim=16,
    decoder_mlp=16,
)


@pytest.fixture
def checkpoint(tmp_path, monkeypatch, know) -> Path:
    """LQVG's, which a person has downloaded."""
    monkeypatch.setitem(lqvg.PRESETS, "tiny", GROUNDING)
    know(NAME, preset="tiny")
    path = tmp_path / "by-hand" / "checkpoint.pth"
    path.parent.mkdir()
    torch.save({"model": lqvg.LQVG(GROUNDING).state_dict()}, path, _use_new_zipfile_serialization=False)
    return path


@pytest.fixture
def hub_of_parts(hub_of_all, tmp_path, monkeypatch, know, word_pieces):
    """Holds SAM 2.1 and RoBERTa's tokenizer."""
    monkeypatch.setitem(sam2.PRESETS, "tiny", MASKING)
    know(PART, preset="tiny", sha256=None)
    torch.save({"model": sam2.SAM2(MASKING).state_dict()}, tmp_path / "sam.pt")
    hub_of_all.hold_other("facebook/sam2.1-hiera-large", {"sam2.1_hiera_large.pt": (tmp_path / "sam.pt").read_bytes()})
    hub_of_all.hold_other("FacebookAI/roberta-base", {"tokenizer.json": word_pieces})
    return hub_of_all


@pytest.fixture
def typed(capsys):
    """Runs the command line; returns exit status, standard output and standard error."""

    def run(*arguments: object) -> tuple[int, str, str]:
        with pytest.raises(SystemExit) as left:
            main([str(argument) for argument in arguments])
        captured = capsys.readouterr()
        return left.value.code, captured.out, captured.err

    return run


def listed(typed, name: str) -> str:
    return next(line for line in typed("models")[1].splitlines() if f" {name} " in line)


def test_the_command_fetches_the_parts_that_a_model_needs(hub_of_parts, checkpoint, typed):
    status, _, err = typed("fetch", NAME, "--yes")
    assert status == 2
    assert "https://github.com/LANMNG/LQVG" in err
    assert hub_of_parts.downloads == []

    assert typed("fetch", NAME, "--file", checkpoint, "--yes")[0] == 0
    assert hub_of_parts.downloads == ["tokenizer.json", "sam2.1_hiera_large.pt"]
    assert missing(NAME) == ()
    assert " yes " in listed(typed, NAME)
    assert " a part " in listed(typed, PART)

    assert typed("fetch", NAME)[0] == 0
    assert len(hub_of_parts.downloads) == 2


def test_a_part_that_went_missing_is_told_and_fetched_alone(hub_of_parts, checkpoint, typed, home):
    typed("fetch", NAME, "--file", checkpoint, "--yes")
    (home / "models" / PART / "record.json").unlink()
    assert f" lacks {PART} " in listed(typed, NAME)
    assert typed("fetch", NAME, "--yes")[0] == 0
    assert hub_of_parts.downloads[2:] == ["sam2.1_hiera_large.pt"]


def test_a_part_alone_answers_nothing(typed, tmp_path):
    status, _, err = typed("segment", SCENE, "roofs", "--model", PART, "--output", tmp_path / "roofs.gpkg")
    assert status == 2
    assert err == f"{PART} answers no phrase by itself: choose {NAME}, which takes it.\n"


def test_the_engine_offers_what_is_missing_and_lists_what_answers(hub_of_parts, checkpoint, word_pieces):
    said = []
    with pytest.raises(WeightsError, match=r"https://github.com/LANMNG/LQVG .* From a file in QGIS's options"):
        quote(Quote(NAME), said.append)
    with pytest.raises(WeightsError, match="There is no tokenizer beside"):
        fetch(Fetch(NAME, file=str(checkpoint)), said.append)
    assert hub_of_parts.downloads == []
    (checkpoint.parent / "tokenizer.json").write_bytes(word_pieces)
    assert fetch(Fetch(NAME, file=str(checkpoint)), said.append).model == NAME
    assert not installed()[NAME]
    offer = quote(Quote(NAME), said.append)
    assert (offer.model, offer.source) == (PART, f"huggingface.co/facebook/{PART}")
    assert fetch(Fetch(offer.model, revision=offer.revision), said.append).model == PART
    assert installed()[NAME]
    assert PART not in installed()


def installed() -> dict[str, bool]:
    return {model.name: model.installed for model in welcome(Hello("test"), lambda _: None).models}
