"""Our network gives what the released one gave, for weights and inputs that two scripts make bit for bit."""

from __future__ import annotations

import json
import os
import re
import runpy
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from phrasegon.model.networks.blank import blank
from phrasegon.model.networks.rsrefseg2 import PRESETS, ImageMaps, Output, PhraseState, RSRefSeg2
from phrasegon.model.networks.rsrefseg2.checkpoint import arranged, check_released, load_network
from phrasegon.model.networks.rsrefseg2.network import SAM2
from phrasegon.model.networks.rsrefseg2.prompter import CascadedPrompter
from phrasegon.model.networks.rsrefseg2.released import base_name, plain_names
from phrasegon.model.networks.rsrefseg2.similarity import enlarged_cosine

SHARED = Path(__file__).resolve().parents[5] / "shared" / "parity"
FOLDER = Path(os.environ.get("PHRASEGON_PARITY", SHARED)).resolve() / "rsrefseg2"
LARGE = PRESETS["large"]
STAGE, MASK, WORST = 5e-6, 2e-5, 2e-3
"""Allowed root mean square before the dense prompt, in the mask, and largest difference; over the recorded spread."""
DENSE, EMBEDDED = 4e-5, 2e-4
"""The same for the dense prompt, a rounded cosine times about 100, and for its embedding, whose norm amplifies that."""
FLIPS = 20


def script(name: str) -> dict[str, Any]:
    """What one of the scripts beside the recordings defines."""
    return runpy.run_path(str(FOLDER / f"{name}.py"))


CASES = json.loads((FOLDER / "cases_public.json").read_text()) if FOLDER.is_dir() else []

pytestmark = pytest.mark.skipif(not CASES, reason=f"no recordings in {FOLDER}; point PHRASEGON_PARITY at them")


def released_shapes() -> dict[str, tuple[int, ...]]:
    entries = json.loads((FOLDER / "state_dict.json").read_text())
    return {name: tuple(entry["shape"]) for name, entry in entries.items()}


class Released(Mapping[str, torch.Tensor]):
    """A released checkpoint whose tensors are made when they are asked for: 1.4 billion values do not fit twice."""

    def __init__(self, recipe: dict[str, Any]) -> None:
        self._shapes = released_shapes()
        self._fill = script("deterministic_weights")["fill"]
        self._recipe = {"salt": recipe["salt"], "extra": recipe["extra"]}

    def __getitem__(self, name: str) -> torch.Tensor:
        return torch.from_numpy(self._fill(name, self._shapes[name], **self._recipe))

    def __iter__(self) -> Iterator[str]:
        return iter(self._shapes)

    def __len__(self) -> int:
        return len(self._shapes)

    def part(self, prefix: str, names: Mapping[str, Any]) -> dict[str, torch.Tensor]:
        """The tensors of a module without adapters, by its own names."""
        return {name: self[base_name(plain_names(prefix + name)[0])] for name in names if not name.endswith("tracked")}


@pytest.fixture(scope="module")
def network() -> RSRefSeg2:
    return load_network(LARGE, arranged(Released(CASES[0])))


def adapt(network: RSRefSeg2, case: dict[str, Any]) -> None:
    """Give the few tensors that a case has rules of its own for their values in ``case``."""
    rules = [re.compile(rule[0]) for other in CASES for rule in other["extra"]]
    tensors = Released(case)
    for name, parameter in network.named_parameters():
        plain = plain_names(name)
        if any(rule.search(base_name(plain[0])) for rule in rules):
            parameter.copy_(tensors[plain[0]].view(parameter.shape))


@dataclass
class Run:
    """One forward pass with the tensors that passed through its modules, beside the recording."""

    maps: ImageMaps
    phrase: PhraseState
    output: Output
    seen: dict[str, Any]
    case: dict[str, Any]
    recorded: dict[str, np.ndarray]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case["case"])
def run(request: pytest.FixtureRequest, network: RSRefSeg2) -> Run:
    case = request.param
    adapt(network, case)
    inputs = script("deterministic_inputs")["make_case"](case)
    seen: dict[str, Any] = {}
    hooks = [
        module.register_forward_hook(lambda _module, _inputs, result, name=name: seen.update({name: result}))
        for name, module in watched(network)
    ]
    maps = network.encode_image(torch.from_numpy(inputs["images"]))
    phrase = network.encode_phrase(torch.from_numpy(inputs["input_ids"]))
    output = network.decode(maps, phrase)
    for hook in hooks:
        hook.remove()
    prefix = case["case"] + "/"
    with np.load(FOLDER / "public.npz") as file:
        recorded = {name.removeprefix(prefix): file[name] for name in file.files if name.startswith(prefix)}
    return Run(maps, phrase, output, seen, case, recorded)


def watched(network: RSRefSeg2) -> Iterator[tuple[str, torch.nn.Module]]:
    """The modules whose outputs were recorded."""
    prompter, sam = network.prompter, network.sam
    for index in (0, 1, 13, 26):
        yield f"vis_block{index}", network.siglip.visual.trunk.blocks[index]
        yield f"txt_block{index}", network.siglip.text.transformer.resblocks[index]
    yield "text", network.siglip.text
    for index in range(2):
        yield f"split{index}", prompter.two_queries_text_attn_layers[index]
        yield f"coarse{index}", prompter.queries1_to_img_attn_layers[index]
        yield f"refine{index}", prompter.prompt_queries2_img_attn_layers[index].get_submodule("norm_img_2")
        yield f"prompts{index}", prompter.prompt_queries2_img_attn_layers[index].get_submodule("norm_prompt_5")
    yield "prompter", prompter
    yield "trunk", sam.image_encoder.trunk
    yield "neck", sam.image_encoder.neck
    yield "dense_embed", sam.sam_prompt_encoder
    yield "twoway", sam.sam_mask_decoder.transformer
    yield "iou", sam.sam_mask_decoder.iou_prediction_head


def close(actual: torch.Tensor, recorded: np.ndarray, tolerance: float = STAGE) -> None:
    difference = actual.numpy().reshape(recorded.shape) - recorded
    error = float(np.sqrt(np.mean(np.square(difference))) / recorded.std())
    assert error <= tolerance


def test_the_low_resolution_mask_is_the_recorded_one(run: Run) -> None:
    recorded = run.recorded["low_res_mask"]
    close(run.output.logits, recorded, MASK)
    np.testing.assert_allclose(run.output.logits.numpy(), recorded, rtol=0, atol=WORST * recorded.std())


def test_hardly_a_pixel_flips_at_full_and_at_native_size(run: Run) -> None:
    full = F.interpolate(run.output.logits, size=(1024, 1024), mode="bilinear", align_corners=False)
    height, width = run.case["valid"]
    native = F.interpolate(full[..., :height, :width], size=run.case["ori"], mode="bilinear", align_corners=False)
    for logits, name in ((full, "pred_1024_packed"), (native, "native_pred_packed")):
        mask = (logits > 0).numpy().ravel()
        recorded = np.unpackbits(run.recorded[name])[: mask.size].astype(bool)
        assert np.count_nonzero(mask != recorded) <= FLIPS


def test_both_towers_are_the_recorded_ones(run: Run) -> None:
    for index in (0, 1, 13, 26):
        close(run.seen[f"vis_block{index}"][0, ::64, :32], run.recorded[f"vis_block{index}_slice"])
        close(run.seen[f"txt_block{index}"][0, :, :32], run.recorded[f"txt_block{index}_slice"])
    close(run.maps.patches[0, ::16, :128], run.recorded["vis_slice"])
    close(run.seen["text"][0], run.recorded["txt"])
    close(run.phrase.pooled, run.recorded["txt_pool"])


def test_every_layer_of_the_prompter_is_the_recorded_one(run: Run) -> None:
    for index in range(2):
        close(torch.stack(run.seen[f"split{index}"], dim=1), run.recorded[f"split{index}_q1q2"])
        close(run.phrase.coarse[index], run.recorded[f"step1_{index}_q"])
        close(run.seen[f"coarse{index}"][0, ::32, :64], run.recorded[f"step1_{index}_img_slice"])
        close(run.phrase.refine[index], run.recorded[f"step2_{index}_q"])
        close(run.seen[f"refine{index}"][0, ::32, :64], run.recorded[f"step2_{index}_img_slice"])
        close(run.seen[f"prompts{index}"], run.recorded[f"step2_{index}_prompts"])
    sparse, features = run.seen["prompter"]
    close(sparse, run.recorded["sparse"])
    close(features[0, ::36, ::4, ::4], run.recorded["dense_conv_slice"], MASK)
    close(run.output.similarity[0, 0, ::4, ::4], run.recorded["dense_slice"], DENSE)


def test_the_image_encoder_is_the_recorded_one(run: Run) -> None:
    for name, levels in (("trunk", run.seen["trunk"]), ("fpn", run.seen["neck"])):
        for level, maps in enumerate(levels):
            step = maps.shape[2] // 16
            close(maps[0, :16, ::step, ::step], run.recorded[f"{name}{level}_slice"])
    close(run.maps.coarse[0, ::8, ::8, ::8], run.recorded["image_embed_slice"])
    close(run.maps.middle[0, :, ::8, ::8], run.recorded["s1_slice"])
    close(run.maps.fine[0, :, ::16, ::16], run.recorded["s0_slice"])


def test_the_decoder_is_the_recorded_one(run: Run) -> None:
    close(run.seen["dense_embed"][0, ::8, ::8, ::8], run.recorded["dense_embed_slice"], EMBEDDED)
    tokens, source = run.seen["twoway"]
    close(tokens, run.recorded["twoway_tokens"], MASK)
    close(source[0, ::64], run.recorded["twoway_src_slice"], MASK)
    np.testing.assert_allclose(run.seen["iou"].numpy(), run.recorded["iou_pred4"], rtol=0, atol=1e-5)
    np.testing.assert_allclose(run.output.presence.numpy(), run.recorded["object_score"][0], rtol=0, atol=1e-4)


@pytest.fixture(scope="module")
def unit() -> dict[str, Any]:
    with np.load(FOLDER / "unit.npz") as file:
        recorded = {name: file[name] for name in file.files}
    recipe = json.loads(str(recorded["recipe"]))
    fill = script("deterministic_weights")["fill"]
    inputs = {
        name: torch.from_numpy(fill(name, shape, salt=recipe["salt"], extra=recipe["extra"]))
        for name, shape in recipe["inputs"].items()
    }
    return recorded | inputs | {"recipe": recipe}


@torch.no_grad()
def test_the_prompter_alone_is_the_recorded_one(unit: dict[str, Any]) -> None:
    released = Released(unit["recipe"])
    prompter = blank(lambda: CascadedPrompter(LARGE))
    prompter.load_state_dict(released.part("prompter.", prompter.state_dict()), strict=False, assign=True)
    prompter.eval().freeze()
    phrase = prompter.read_phrase(unit["unit.txt"], unit["unit.txt_pool"], None)
    sparse, features = prompter(unit["unit.vis"], phrase)
    scale, bias = (released[base_name(plain_names(f"siglip.logit_{part}")[0])] for part in ("scale", "bias"))
    dense = enlarged_cosine(features, unit["unit.txt_pool"], 256) * scale.exp() + bias
    close(phrase.queries[0], unit["prompter/q1"])
    close(phrase.queries[1], unit["prompter/q2"])
    close(sparse, unit["prompter/sparse"])
    close(dense[..., ::2, ::2], unit["prompter/dense"], MASK)


@torch.no_grad()
@pytest.mark.parametrize(("case", "rules"), [("decoder_a", 2), ("decoder_b", 1)])
def test_the_decoder_alone_is_the_recorded_one(unit: dict[str, Any], case: str, rules: int) -> None:
    recipe = unit["recipe"] | {"extra": unit["recipe"]["extra"][:rules]}
    sam = blank(lambda: SAM2(LARGE)).eval()
    parts = {name: tensor for name, tensor in sam.state_dict().items() if name.startswith("sam_")}
    sam.load_state_dict(Released(recipe).part("sam.", parts), strict=False, assign=True)
    maps = ImageMaps(unit["unit.vis"], unit["unit.image_embed"], unit["unit.s1"], unit["unit.s0"])
    logits, _ = sam.decode(maps, unit["unit.sparse"], unit["unit.dense"])
    close(logits[..., ::2, ::2], unit[f"{case}/low_res_mask"], MASK)


def test_the_large_preset_has_the_recorded_tensors() -> None:
    shapes = released_shapes()
    assert len(shapes) == 2649
    check_released(shapes)
