"""Our network gives what the released one gave, for weights and inputs that two scripts make bit for bit."""

from __future__ import annotations

import importlib.util
import json
import os
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
from torch import nn

from phrasegon.model.networks.lqvg import LQVG, PRESETS, Boxes, Features, Words
from phrasegon.model.networks.lqvg.checkpoint import check_tensors, empty_network, load_network

REPOSITORY = Path(__file__).resolve().parents[4]
ROOT = Path(os.environ.get("PHRASEGON_PARITY", REPOSITORY.parent / "shared" / "parity")).resolve()
FOLDER = ROOT / "lqvg"
SPECIFIED = ROOT.parent / "spec" / "lqvg_state_dict.json"
BASE = PRESETS["dior-rsvg"]


def script(name: str) -> ModuleType:
    """One of the two scripts beside the recordings."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


CASES = script("deterministic_inputs").load_cases(FOLDER / "cases_public.json") if FOLDER.is_dir() else []

pytestmark = [
    pytest.mark.skipif(not CASES, reason=f"no recordings in {FOLDER}; point PHRASEGON_PARITY at them"),
    pytest.mark.skipif(not SPECIFIED.is_file(), reason="no specification beside the recordings"),
]


def specified_tensors() -> dict[str, tuple[int, ...]]:
    return {entry["key"]: tuple(entry["shape"]) for entry in json.loads(SPECIFIED.read_text())["tensors"]}


@pytest.fixture(scope="module")
def network() -> LQVG:
    (salt,) = {case["salt"] for case in CASES}
    fill = script("deterministic_weights").fill
    shapes = specified_tensors()
    del shapes["text_encoder.embeddings.position_ids"]
    return load_network(BASE, {name: torch.from_numpy(fill(name, shape, salt=salt)) for name, shape in shapes.items()})


@dataclass
class Run:
    """One forward pass with the tensors that passed through its modules, beside the recording."""

    features: Features
    words: Words
    boxes: Boxes
    seen: dict[str, torch.Tensor]
    recorded: dict[str, np.ndarray]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case["case"])
def run(request: pytest.FixtureRequest, network: LQVG) -> Run:
    case = request.param
    inputs = {name: torch.from_numpy(array) for name, array in script("deterministic_inputs").make_case(case).items()}
    padding = inputs["pixel_mask"][:, 0]
    seen: dict[str, torch.Tensor] = {}
    with torch.inference_mode(), watched(network, seen):
        features = network.encode_image(inputs["images"][:, 0], ~padding if padding.any() else None)
        words = network.encode_phrase(inputs["input_ids"], inputs["attention_mask"])
        boxes = network.ground(features, words)
    with np.load(FOLDER / "public.npz") as file:
        prefix = case["case"] + "/"
        recorded = {name.removeprefix(prefix): file[name] for name in file.files if name.startswith(prefix)}
    return Run(features, words, boxes, seen, recorded)


class watched:  # noqa: N801 (reads as a verb)
    """Note what goes through the modules whose outputs were recorded; a module used several times is numbered."""

    def __init__(self, network: LQVG, seen: dict[str, torch.Tensor]) -> None:
        body, text, transformer = network.backbone[0].body, network.text_encoder, network.transformer
        self._after: dict[str, nn.Module] = {
            "bn1": body.bn1,
            **{f"layer{index}": getattr(body, f"layer{index}") for index in range(1, 5)},
            "roberta_embeddings": text.embeddings,
            **{f"roberta{index}": layer for index, layer in enumerate(text.encoder.layer)},
            "text_after_level": network.fusion_module_text,
            "fused": network.fusion_module,
            "sentence": network.poolout_module,
            "enc0_attn": transformer.encoder.layers[0].self_attn,
            **{f"encoder{index}": layer for index, layer in enumerate(transformer.encoder.layers)},
            **{f"decoder{index}": layer for index, layer in enumerate(transformer.decoder.layers)},
            **{f"cross{index}": layer.cross_attn for index, layer in enumerate(transformer.decoder.layers)},
        }
        self._seen = seen

    def __enter__(self) -> None:
        def note(name: str) -> Any:
            def hook(module: nn.Module, args: Any, result: torch.Tensor) -> None:
                times = sum(key.partition("@")[0] == name for key in self._seen)
                # The rectifiers behind them work in place.
                self._seen[f"{name}@{times}"] = result.clone()

            return hook

        self._hooks = [module.register_forward_hook(note(name)) for name, module in self._after.items()]

    def __exit__(self, *_: object) -> None:
        for hook in self._hooks:
            hook.remove()


def close(actual: torch.Tensor, recorded: np.ndarray, tolerance: float) -> None:
    np.testing.assert_allclose(actual.numpy().reshape(recorded.shape), recorded, rtol=0, atol=tolerance)


def thinned(maps: torch.Tensor) -> torch.Tensor:
    """Every so many cells, as they were recorded."""
    step = max(maps.shape[2] // 8, 1)
    return maps[:, :, ::step, ::step]


def layers(run: Run, name: str, count: int) -> torch.Tensor:
    return torch.stack([run.seen[f"{name}{index}@0"] for index in range(count)])


def test_the_boxes_and_their_logits_are_the_recorded_ones_after_every_layer(run: Run) -> None:
    close(run.boxes.layer_boxes, run.recorded["boxes_cxcywh"], 5e-5)
    close(run.boxes.layer_logits, run.recorded["class_logits"], 2e-4)


def test_the_answer_is_the_recorded_one(run: Run) -> None:
    scores, boxes = run.boxes.best()
    np.testing.assert_array_equal(run.boxes.scores.argmax(1), run.recorded["chosen_index"])
    close(scores, run.recorded["chosen_score"], 5e-5)
    close(boxes, run.recorded["chosen_box_cxcywh"], 5e-5)


def test_the_decoder_is_the_recorded_one(run: Run) -> None:
    count = BASE.decoder_layers
    close(layers(run, "cross", count), run.recorded["dec_cross_attn_out"], 5e-4)
    close(layers(run, "decoder", count), run.recorded["hs"], 5e-4)


def test_the_encoder_is_the_recorded_one(run: Run) -> None:
    tokens = run.recorded["token_index"]
    encoder = layers(run, "encoder", BASE.encoder_layers)
    close(run.seen["enc0_attn@0"][:, tokens, ::4], run.recorded["enc0_attn_slice"], 5e-5)
    close(encoder[:, :, tokens, ::4], run.recorded["enc_layer_slice"], 5e-5)
    close(encoder[-1][:, tokens], run.recorded["memory_slice"], 5e-5)


def test_the_alignment_is_the_recorded_one(run: Run) -> None:
    for level, maps in enumerate(run.features.maps):
        fused = run.seen[f"fused@{level}"].transpose(1, 2).unflatten(2, maps.shape[2:])
        close(thinned(fused)[:, ::4], run.recorded[f"fused{level}_slice"], 1e-4)
        sentence = run.seen[f"text_after_level@{level}"][:, 0]
        recorded = run.recorded["text_after_level"][level, 0]
        close(sentence, recorded, 2e-5 * np.abs(recorded).max())
    close(run.seen["sentence@0"], run.recorded["sentence"], 1e-4)


def test_the_maps_are_the_recorded_ones(run: Run) -> None:
    for stage in ("bn1", "layer1", "layer2", "layer3", "layer4"):
        maps, largest = run.seen[f"{stage}@0"], run.recorded[f"{stage}_stats"][2]
        close(thinned(maps)[:, :16], run.recorded[f"{stage}_slice"], 1e-5 * largest)
    for level, maps in enumerate(run.features.maps):
        close(thinned(maps)[:, ::8], run.recorded[f"proj{level}_slice"], 5e-5)


def test_the_words_are_the_recorded_ones(run: Run) -> None:
    depth = BASE.text.depth
    close(run.seen["roberta_embeddings@0"][..., :96], run.recorded["roberta_embeddings_slice"], 1e-5)
    close(layers(run, "roberta", depth)[..., :8], run.recorded["roberta_layer_slice"], 5e-5)
    close(run.seen[f"roberta{depth - 1}@0"][..., :192], run.recorded["roberta_last_hidden_slice"], 5e-5)
    close(run.words.tokens, run.recorded["text_feat"], 5e-5)


def test_padding_is_where_it_was_recorded(run: Run) -> None:
    cells = sum(maps.shape[2] * maps.shape[3] for maps in run.features.maps)
    recorded = np.unpackbits(run.recorded["pad_packed"], axis=1)[:, :cells].astype(bool)
    if run.features.valid is None:
        assert not recorded.any()
    else:
        valid = torch.cat([level.flatten(1) for level in run.features.valid], dim=1)
        np.testing.assert_array_equal(~valid.numpy(), recorded)


def test_the_specified_tensors_are_accepted() -> None:
    check_tensors(BASE, specified_tensors())


def test_without_the_second_names_and_the_dead_the_network_has_the_specified_tensors() -> None:
    entries = json.loads(SPECIFIED.read_text())["tensors"]
    used = {entry["key"]: tuple(entry["shape"]) for entry in entries if entry["use"] in ("used", "aux_only")}
    assert {name: tuple(tensor.shape) for name, tensor in empty_network(BASE).state_dict().items()} == used
