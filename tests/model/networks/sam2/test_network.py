"""Our road through SAM 2.1 gives what the sam2 package's own predictor gives, with the same weights."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import numpy as np
import pytest
import torch
import torchvision.transforms.v2.functional as V
from sam2.build_sam import build_sam2
from sam2.modeling.sam2_base import SAM2Base
from sam2.sam2_image_predictor import SAM2ImagePredictor

from phrasegon.model.errors import WeightsError
from phrasegon.model.networks.blank import blank
from phrasegon.model.networks.sam2 import PRESETS, SAM2, Maps
from phrasegon.model.networks.sam2.checkpoint import load_network

SIDE = 256
CONFIG = replace(PRESETS["hiera-tiny"], image_size=SIDE)
BOXES = np.array([[25.0, 55.5, 120.0, 152.0], [1.0, 10.0, 22.0, 250.0], [175.0, 75.0, 256.0, 80.0]])
POINTS = np.array([[62.25, 100.0], [12.0, 175.0], [225.0, 77.5]])


def released(size: str, device: str = "cpu") -> SAM2Base:
    return build_sam2(
        f"configs/sam2.1/sam2.1_hiera_{size}.yaml",
        device=device,
        apply_postprocessing=False,
        hydra_overrides_extra=[f"++model.image_size={SIDE}"],
    )


@pytest.fixture(scope="module")
def package() -> SAM2Base:
    """With random weights, always the same, and none of them left at nothing."""
    torch.manual_seed(3)
    model = released("t")
    with torch.no_grad():
        for parameter in model.parameters():
            parameter.add_(0.05 * torch.randn_like(parameter))
    return model


@pytest.fixture(scope="module")
def network(package: SAM2Base) -> SAM2:
    return load_network(CONFIG, package.state_dict())


@pytest.fixture(scope="module")
def picture() -> np.ndarray:
    return np.random.default_rng(1).integers(0, 256, (SIDE, SIDE, 3), dtype=np.uint8)


@pytest.fixture(scope="module")
def predictor(package: SAM2Base, picture: np.ndarray) -> SAM2ImagePredictor:
    made = SAM2ImagePredictor(package)
    made._bb_feat_sizes = [(SIDE // stride, SIDE // stride) for stride in (4, 8, 16)]  # it expects 1024 pixels
    made.set_image(picture)
    return made


@pytest.fixture(scope="module")
def normalised(picture: np.ndarray) -> torch.Tensor:
    tensor = V.to_dtype(torch.from_numpy(picture).permute(2, 0, 1), torch.float32, scale=True)
    return V.normalize(tensor, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])[None]


@pytest.fixture(scope="module")
def maps(network: SAM2, normalised: torch.Tensor) -> Maps:
    with torch.inference_mode():
        return network.encode_image(normalised)


def asked(predictor: SAM2ImagePredictor, box: np.ndarray, point: np.ndarray | None) -> Iterator[torch.Tensor]:
    prompts = {} if point is None else {"point_coords": point[None], "point_labels": np.ones(1)}
    _, predicted, logits = predictor.predict(box=box, multimask_output=True, **prompts)
    yield from (torch.from_numpy(logits), torch.from_numpy(predicted))


@pytest.mark.parametrize("pointed", [False, True], ids=["box", "box and point"])
def test_masks_and_scores_are_those_of_the_predictor(
    network: SAM2, maps: Maps, predictor: SAM2ImagePredictor, pointed: bool
) -> None:
    points = torch.from_numpy(POINTS) if pointed else None
    with torch.inference_mode():
        logits, predicted = network.prompt(maps, torch.from_numpy(BOXES), points)
    assert logits.shape == (3, 3, SIDE // 4, SIDE // 4)
    assert logits.std() > 0.1
    for index, box in enumerate(BOXES):
        reference, scores = asked(predictor, box, POINTS[index] if pointed else None)
        # The predictor clamps what it gives as logits.
        torch.testing.assert_close(logits[index].clamp(-32, 32), reference, rtol=1e-4, atol=1e-4)
        torch.testing.assert_close(predicted[index], scores, rtol=1e-4, atol=1e-5)


def test_a_point_makes_a_difference(network: SAM2, maps: Maps) -> None:
    with torch.inference_mode():
        alone, _ = network.prompt(maps, torch.from_numpy(BOXES))
        pointed, _ = network.prompt(maps, torch.from_numpy(BOXES), torch.from_numpy(POINTS))
    assert (alone - pointed).abs().max() > 1e-2


def test_prompts_of_one_picture_do_not_mix(network: SAM2, maps: Maps) -> None:
    with torch.inference_mode():
        together, _ = network.prompt(maps, torch.from_numpy(BOXES))
        single, _ = network.prompt(maps, torch.from_numpy(BOXES[1:2]))
    torch.testing.assert_close(together[1:2], single, rtol=1e-4, atol=1e-4)


def test_half_precision_comes_near(network: SAM2, maps: Maps, normalised: torch.Tensor) -> None:
    half = load_network(CONFIG, network.state_dict(), dtype=torch.bfloat16)
    with torch.inference_mode():
        exact, _ = network.prompt(maps, torch.from_numpy(BOXES))
        rounded, scores = half.prompt(half.encode_image(normalised), torch.from_numpy(BOXES))
    assert rounded.dtype == scores.dtype == torch.float32
    assert (rounded - exact).abs().mean() < 0.1 * exact.std()


@pytest.mark.parametrize(
    ("preset", "size"), [("hiera-tiny", "t"), ("hiera-small", "s"), ("hiera-base-plus", "b+"), ("hiera-large", "l")]
)
def test_every_preset_has_the_released_tensors(preset: str, size: str) -> None:
    package = blank(lambda: released(size, device="meta"))
    load_network(PRESETS[preset], package.state_dict(), device="meta")


def test_the_video_memory_is_not_kept(package: SAM2Base, network: SAM2) -> None:
    left_out = package.state_dict().keys() - network.state_dict().keys()
    assert {name.split(".")[0] for name in left_out} >= {"memory_attention", "memory_encoder", "obj_ptr_proj"}
    assert not {name for name in left_out if name.startswith(("image_encoder", "sam_", "no_mem_embed"))}


@pytest.mark.parametrize("name", ["no_mem_embed", "sam_prompt_encoder.no_mask_embed.weight"])
def test_a_missing_tensor_is_named(network: SAM2, name: str) -> None:
    state = network.state_dict()
    del state[name]
    with pytest.raises(WeightsError, match=f"missing: {name}"):
        load_network(CONFIG, state)


def test_an_unknown_tensor_is_named(network: SAM2) -> None:
    with pytest.raises(WeightsError, match=r"unknown: text_encoder\.weight"):
        load_network(CONFIG, network.state_dict() | {"text_encoder.weight": torch.zeros(1)})


def test_weights_of_another_size_are_refused_in_one_short_sentence(network: SAM2) -> None:
    with pytest.raises(WeightsError, match=r"of another shape: .* instead of") as refusal:
        load_network(PRESETS["hiera-base-plus"], network.state_dict())
    assert len(str(refusal.value)) < 1000
