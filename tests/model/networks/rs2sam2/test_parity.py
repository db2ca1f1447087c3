"""Our network gives what the released one gave, for weights and inputs that two scripts make bit for bit."""

from __future__ import annotations

import importlib.util
import json
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest
import torch
import torch.nn.functional as F

from phrasegon.model.networks.rs2sam2 import PRESETS, RS2SAM2, Output
from phrasegon.model.networks.rs2sam2.checkpoint import empty_network, load_network
from phrasegon.model.networks.rs2sam2.dead import dead_tensors
from phrasegon.model.training.losses import released_losses

REPOSITORY = Path(__file__).resolve().parents[4]
ROOT = Path(os.environ.get("PHRASEGON_PARITY", REPOSITORY.parent / "shared" / "parity")).resolve()
FOLDER = ROOT / "rs2sam2"


def script(name: str) -> ModuleType:
    """One of the two scripts beside the recordings."""
    spec = importlib.util.spec_from_file_location(name, FOLDER / f"{name}.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def recorded_cases() -> Iterator[tuple[Path, dict[str, Any]]]:
    """Every case of every ``cases_*.json``, with the file of its recorded outputs."""
    for listing in sorted(FOLDER.glob("cases_*.json")):
        recording = listing.with_name(listing.stem.removeprefix("cases_") + ".npz")
        for case in script("deterministic_inputs").load_cases(listing):
            yield recording, case


LARGE = PRESETS["large"]
CASES = list(recorded_cases()) if FOLDER.is_dir() else []

pytestmark = pytest.mark.skipif(not CASES, reason=f"no recordings in {FOLDER}; point PHRASEGON_PARITY at them")


def released_state(salt: str) -> dict[str, torch.Tensor]:
    fill = script("deterministic_weights").fill
    shapes = {name: tuple(tensor.shape) for name, tensor in empty_network(LARGE).state_dict().items()}
    shapes |= dead_tensors(LARGE)
    return {name: torch.from_numpy(fill(name, shape, salt=salt)) for name, shape in shapes.items()}


class Networks:
    """The network of the salt asked for last; two would not fit a small machine's memory."""

    def __init__(self) -> None:
        self._salt, self._network = "", None

    def of(self, salt: str) -> RS2SAM2:
        if self._network is None or salt != self._salt:
            self._network = None
            self._salt, self._network = salt, load_network(LARGE, released_state(salt))
        return self._network


@pytest.fixture(scope="module")
def networks() -> Networks:
    return Networks()


@dataclass
class Run:
    """One forward pass with the tensors that passed through its modules, beside the recording."""

    output: Output
    seen: dict[str, Any]
    inputs: dict[str, np.ndarray]
    recorded: dict[str, np.ndarray]


@pytest.fixture(scope="module", params=CASES, ids=lambda case: case[1]["case"])
def run(request: pytest.FixtureRequest, networks: Networks) -> Run:
    recording, case = request.param
    network = networks.of(case["salt"])
    inputs = script("deterministic_inputs").make_case(case)
    network.mask_padding = bool(inputs["attention_mask"].all())
    seen: dict[str, Any] = {}
    with watched(network, seen):
        output = network(*(torch.from_numpy(inputs[name]) for name in ("images", "images_evf", "input_ids")))
    with np.load(recording) as file:
        prefix = case["case"] + "/"
        recorded = {name.removeprefix(prefix): file[name] for name in file.files if name.startswith(prefix)}
    return Run(output, seen, inputs, recorded)


class watched:  # noqa: N801 (reads as a verb)
    """Note what goes through the modules whose outputs were recorded."""

    def __init__(self, network: RS2SAM2, seen: dict[str, Any]) -> None:
        visual = network.visual_model
        trunk, decoder = visual.image_encoder.trunk, visual.sam_mask_decoder
        self._after = {
            "union": network.mm_extractor.beit3,
            "vmtoken": network.vmtoken,
            "feat": network.text_hidden_fcs[0],
            "text_feat": network.text_feat_linear,
            "patch": trunk.patch_embed,
            "neck": visual.image_encoder.neck,
            "dense": visual.sam_prompt_encoder,
            "twoway": decoder.transformer,
        } | {f"block{index}": block for index, block in enumerate(trunk.blocks)}
        self._before = {
            "block_in": trunk.blocks[0],
            "mask_prompt_256": visual.sam_prompt_encoder.mask_downscaling,
            "decoder": decoder,
        }
        self._seen = seen

    def __enter__(self) -> None:
        def after(name: str) -> Any:
            return lambda module, args, result: self._seen.update({name: result})

        def before(name: str) -> Any:
            return lambda module, args: self._seen.update({name: args})

        self._hooks = [module.register_forward_hook(after(name)) for name, module in self._after.items()]
        self._hooks += [module.register_forward_pre_hook(before(name)) for name, module in self._before.items()]

    def __exit__(self, *_: object) -> None:
        for hook in self._hooks:
            hook.remove()


def close(actual: torch.Tensor, recorded: np.ndarray, tolerance: float = 1e-3) -> None:
    np.testing.assert_allclose(actual.numpy().reshape(recorded.shape), recorded, rtol=0, atol=tolerance)


def full_size(output: Output) -> torch.Tensor:
    return F.interpolate(output.logits, size=(1024, 1024), mode="bilinear", align_corners=False)


def test_the_low_resolution_mask_is_the_recorded_one(run: Run) -> None:
    close(run.output.logits, run.recorded["low_res_mask"], tolerance=1e-4)


def test_at_full_size_at_most_20_pixels_flip(run: Run) -> None:
    mask = full_size(run.output)[0, 0].numpy() > 0.5
    recorded = np.unpackbits(run.recorded["pred_packed"], axis=2)[0].astype(bool)
    assert np.count_nonzero(mask != recorded) <= 20


def test_the_losses_and_their_gradient_are_the_recorded_ones(run: Run) -> None:
    logits = full_size(run.output).requires_grad_()
    losses = released_losses(logits, torch.from_numpy(run.inputs["target"]), run.output.text_weight)
    recorded = run.recorded["loss_ce_dice_boundary_total"]
    terms = [losses.cross_entropy, losses.dice, losses.boundary, losses.total]
    for term, value, tolerance in zip(terms, recorded, (1e-5, 1e-5, 1e-3, 1e-5), strict=True):
        assert term.item() == pytest.approx(value, rel=tolerance)
    losses.total.backward()
    close(logits.grad[0, 0, ::16, ::16], run.recorded["grad_logit_slice"], tolerance=1e-9)


def test_the_text_weight_and_the_object_score_are_the_recorded_ones(run: Run) -> None:
    close(run.output.text_weight, run.recorded["sen_scalar"], tolerance=1e-4)
    close(run.output.presence, run.recorded["object_score"][0], tolerance=1e-4)


def test_the_union_encoder_is_the_recorded_one(run: Run) -> None:
    class_token, patches, words = run.seen["union"]
    close(class_token[0, 0], run.recorded["beit3_cls"])
    close(patches[0, ::14, :128], run.recorded["beit3_vis_slice"])
    close(words[0, :, :128], run.recorded["beit3_text_slice"])
    close(run.seen["text_feat"], run.recorded["text_feat"])


def test_the_prompts_are_the_recorded_ones(run: Run) -> None:
    class_token = run.seen["union"][0]
    close((class_token * run.seen["vmtoken"])[0, 0], run.recorded["vmtoken"])
    close(run.output.mask_prompt, run.recorded["mask_prompt_14"])
    close(run.seen["mask_prompt_256"][0][:, :, ::8, ::8], run.recorded["mask_prompt_256_slice"])
    close(run.seen["feat"], run.recorded["feat"])
    close(run.seen["dense"][0, :, ::8, ::8], run.recorded["dense_slice"])


def test_every_block_of_the_trunk_is_the_recorded_one(run: Run) -> None:
    close(run.seen["patch"][0, ::32, ::32, :16], run.recorded["patch_slice"])
    close(run.seen["block_in"][0][0, ::32, ::32, :16], run.recorded["block_in_slice"])
    for index, recorded in enumerate(run.recorded["block_slice"]):
        maps, text = run.seen[f"block{index}"]
        quarter = maps.shape[1] // 4
        close(maps[0, quarter // 2 :: quarter, quarter // 2 :: quarter, :8], recorded)
        if index < len(run.recorded["block_slice"]) - 1:
            close(text[0, :7, :8], run.recorded["block_text_slice"][index])


def test_the_neck_and_the_decoder_are_the_recorded_ones(run: Run) -> None:
    for level, maps in enumerate(run.seen["neck"]):
        step = maps.shape[2] // 16
        close(maps[0, :16, ::step, ::step], run.recorded[f"fpn{level}_slice"])
    gated, _, _, _, fine, middle = run.seen["decoder"]
    close(fine[0, :, ::16, ::16], run.recorded["s0_slice"])
    close(middle[0, :, ::8, ::8], run.recorded["s1_slice"])
    close(gated[0, :, ::8, ::8], run.recorded["dec_image_fused_slice"])
    tokens, source = run.seen["twoway"]
    close(tokens, run.recorded["twoway_tokens"])
    close(source[0, ::64], run.recorded["twoway_src_slice"])


def specified_tensors() -> Iterator[tuple[str, tuple[int, ...]]]:
    specification = Path(FOLDER.parent.parent / "spec" / "rs2sam2_state_dict.json")
    for name, entry in json.loads(specification.read_text())["tensors"].items():
        yield name, tuple(entry["shape"])


@pytest.mark.skipif(not (FOLDER.parent.parent / "spec").is_dir(), reason="no specification beside the recordings")
def test_the_large_preset_has_the_specified_tensors() -> None:
    network = {name: tuple(tensor.shape) for name, tensor in empty_network(LARGE).state_dict().items()}
    assert network | dead_tensors(LARGE) == dict(specified_tensors())
