"""Phrases that teach the union encoder's coarse mask alone."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
import torch

from phrasegon.model.errors import OptionError
from phrasegon.model.networks.rs2sam2 import PRESETS
from phrasegon.model.training.batches import PhraseDraw, PromptDraw
from phrasegon.model.training.dataset import PhraseDataset
from phrasegon.model.training.prompts import PromptBatch, Shares, share_dice, share_loss, shares
from phrasegon.model.training.recipe import Recipe, read_recipe
from phrasegon.model.training.trainer import Trainer

RECIPES = Path(__file__).resolve().parents[3] / "model" / "training"
VOCABULARY = RECIPES.parents[1] / "resources" / "weights" / "rs2sam2-nano.spm"
UNION = PRESETS["nano2"].union


@pytest.fixture
def recipe() -> Recipe:
    return replace(read_recipe(RECIPES / "rs2sam2_nano_prompts.toml"), learning_rate=1e-3, warm_up=1, average=0.5)


@pytest.fixture
def batch() -> PromptBatch:
    """A bright square on the left, asked for in one sample and absent in the other."""
    target = torch.zeros(2, UNION.image_size, UNION.image_size, dtype=torch.bool)
    target[0, 32:96, 16:80] = True
    truth = shares(target, torch.ones_like(target), UNION.grid)
    image = (120 + 100 * target[:, None].expand(-1, 3, -1, -1)).to(torch.uint8)
    return PromptBatch(image, torch.tensor([[0, 5, 2, 3], [0, 6, 7, 2]]), truth.of_object, truth.known)


def test_a_cell_holds_its_share_of_what_is_known() -> None:
    target = torch.zeros(1, 8, 8, dtype=torch.bool)
    target[0, :4, :2] = True
    known = torch.ones_like(target)
    known[0, :2, :4] = False
    known[0, 4:, 4:] = False
    truth = shares(target, known, 2)
    assert truth.of_object.tolist() == [[[0.5, 0.0], [0.0, 0.0]]]
    assert truth.known.tolist() == [[[0.5, 1.0], [1.0, 0.0]]]


def test_losses_are_least_at_the_shares_and_do_not_see_the_unknown() -> None:
    truth = Shares(torch.tensor([[[0.3, 0.0], [0.0, 0.7]]]), torch.tensor([[[1.0, 1.0], [0.0, 1.0]]]))
    right = truth.of_object.clone()
    elsewhere = right.clone()
    elsewhere[0, 1, 0] = 1.0
    for loss in (share_loss, share_dice):
        assert loss(elsewhere, truth) == loss(right, truth)
        for change in (-0.1, 0.1):
            assert loss(right + change * (truth.of_object > 0), truth) > loss(right, truth)


def test_a_small_object_weighs_as_much_as_a_large_one() -> None:
    of_object = torch.zeros(2, 4, 4)
    of_object[0, 0, 0], of_object[1] = 1, 1
    truth = Shares(of_object, torch.ones(2, 4, 4))
    missed = [share_dice(of_object * keep[:, None, None], truth) for keep in torch.eye(2)]
    assert missed[0].item() == pytest.approx(missed[1].item(), rel=0.02)


def test_a_drawn_batch_holds_the_masks_of_its_phrases(small_root: Path) -> None:
    dataset = PhraseDataset(small_root, "train", 96)
    phrases = PhraseDraw(dataset, VOCABULARY, UNION.image_size, crops=3, phrases=4, places=0.25, words="phrases")
    batch = PromptDraw(phrases, UNION.grid)(np.random.default_rng(3))
    examples = phrases.examples(np.random.default_rng(3))
    assert batch.samples == len(examples) == 12
    assert batch.union_image.shape == (12, 3, UNION.image_size, UNION.image_size)
    for example, object_share, known in zip(examples, batch.of_object, batch.known, strict=True):
        if example.boxes is not None:
            assert not known.any()
        else:
            assert known.mean().item() == pytest.approx((example.mask != 255).mean(), abs=1e-6)
            assert (object_share * known).mean().item() == pytest.approx((example.mask == 1).mean(), abs=1e-6)


def test_phrases_teach_the_union_encoder_and_nothing_else(recipe: Recipe, batch: PromptBatch) -> None:
    trainer = Trainer(recipe, "cpu")
    trunk = {name: tensor.clone() for name, tensor in trainer.network.visual_model.state_dict().items()}
    losses = [trainer.learn(batch) for _ in range(12)]
    assert losses[-1]["mask_prompt"] < 0.8 * losses[0]["mask_prompt"]
    assert losses[-1]["dice"] < 0.8 * losses[0]["dice"]
    assert all(torch.equal(tensor, trunk[name]) for name, tensor in trainer.network.visual_model.state_dict().items())


def test_a_network_without_a_union_encoder_says_so(batch: PromptBatch) -> None:
    with pytest.raises(OptionError, match="take the stages that teach prompts out"):
        Trainer(read_recipe(RECIPES / "rsrefseg2_nano.toml"), "cpu").learn(batch)
