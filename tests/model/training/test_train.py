"""A training run learns, goes on where it stopped, and its averaged weights ship as a file that loads."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
import torch.nn.functional as F
from safetensors.torch import load_file, save

from phrasegon.model.errors import OptionError
from phrasegon.model.networks.rs2sam2 import PRESETS, RS2SAM2
from phrasegon.model.networks.rs2sam2.checkpoint import load_network
from phrasegon.model.networks.rs2sam2.config import RS2SAM2Config
from phrasegon.model.segmenters.preprocess import standardised
from phrasegon.model.segmenters.tokenizer import Tokenizer
from phrasegon.model.training import export
from phrasegon.model.training.batches import Batch, Both, LabelBatch
from phrasegon.model.training.export import averaged_weights, blended
from phrasegon.model.training.optimisation import learning_rate
from phrasegon.model.training.recipe import Recipe, read_recipe
from phrasegon.model.training.sources import CLASSES, IGNORE
from phrasegon.model.training.tokens import train_vocabulary
from phrasegon.model.training.trainer import Trainer

REPOSITORY = Path(__file__).resolve().parents[3]
RECIPES = REPOSITORY / "model" / "training"
RECIPE = RECIPES / "rs2sam2_nano.toml"
NANO = REPOSITORY / "resources" / "weights" / "rs2sam2-nano.safetensors"
SIDE = 64


@pytest.fixture
def recipe() -> Recipe:
    return replace(read_recipe(RECIPE), learning_rate=1e-3, warm_up=1, average=0.5)


@pytest.fixture(params=["rs2sam2_nano.toml", "rsrefseg2_nano.toml"])
def either(request: pytest.FixtureRequest) -> Recipe:
    """A recipe of each system."""
    return replace(read_recipe(RECIPES / request.param), learning_rate=1e-3, warm_up=1, average=0.5)


@pytest.fixture
def batch() -> Batch:
    """A bright square, asked for in one sample and absent in the other."""
    generator = torch.Generator().manual_seed(5)
    target = torch.zeros(2, SIDE, SIDE, dtype=torch.bool)
    target[0, 16:48, 16:48] = True
    light = 120 + 100 * target[:, None] + 6 * torch.randn(2, 3, SIDE, SIDE, generator=generator)
    image = light.to(torch.uint8)
    small = PRESETS["nano"].union.image_size
    return Batch(
        image=image,
        union_image=F.interpolate(image, (small, small)),
        ids=torch.tensor([[0, 5, 2, 3], [0, 6, 7, 2]]),
        target=target,
        valid=torch.ones_like(target),
        present=torch.tensor([1.0, 0.0]),
        boxes=(None, None),
    )


@pytest.fixture
def labelled(batch: Batch) -> LabelBatch:
    """The same pictures; the bright square is a building, nothing else is known."""
    labels = torch.full((2, len(CLASSES), SIDE // 4, SIDE // 4), IGNORE, dtype=torch.uint8)
    labels[:, CLASSES.index("building")] = batch.target[:, 2::4, 2::4]
    return LabelBatch(batch.image, batch.union_image, labels)


def test_the_loss_falls(either: Recipe, batch: Batch) -> None:
    trainer = Trainer(either, "cpu")
    losses = [sum(trainer.learn(batch)[term] for term in ("cross_entropy", "dice", "presence")) for _ in range(12)]
    assert losses[-1] < 0.8 * losses[0]


def test_all_labels_of_a_crop_teach_without_a_phrase(either: Recipe, labelled: LabelBatch) -> None:
    trainer = Trainer(either, "cpu")
    losses = [trainer.learn(labelled) for _ in range(24)]
    assert losses[-1]["pixels"] < 0.8 * losses[0]["pixels"]
    assert losses[-1]["patches"] < losses[0]["patches"]


def test_phrases_and_labels_teach_in_one_step(recipe: Recipe, batch: Batch, labelled: LabelBatch) -> None:
    trainer = Trainer(recipe, "cpu")
    losses = [trainer.learn(Both(batch, labelled)) for _ in range(24)]
    for term in ("cross_entropy", "pixels"):
        assert losses[-1][term] < 0.8 * losses[0][term]


def test_boxes_teach_in_place_of_a_mask(either: Recipe, batch: Batch) -> None:
    boxed = replace(batch, boxes=(torch.tensor([[16, 16, 48, 48]]), None))
    trainer = Trainer(either, "cpu")
    terms = [trainer.learn(boxed) for _ in range(12)]
    assert terms[-1]["boxes"] < terms[0]["boxes"]
    assert trainer.learn(batch)["boxes"] == 0


def test_a_run_can_begin_with_the_weights_of_another(recipe: Recipe, batch: Batch, tmp_path: Path) -> None:
    train_vocabulary(["the red roofs", "a green field"], tmp_path / "one.spm")
    train_vocabulary(["blue fields", "red cars", "green roofs"], tmp_path / "other.spm")
    known, wanted = Tokenizer(tmp_path / "one.spm"), Tokenizer(tmp_path / "other.spm")
    first = Trainer(recipe, "cpu")
    for _ in range(3):
        first.learn(batch)
    second = Trainer(replace(recipe, seed=recipe.seed + 1), "cpu")
    second.start_from(first.network.state_dict(), known, wanted)
    image, small = standardised(batch.image[:1]), standardised(batch.union_image[:1])

    def ask(trainer: Trainer, tokenizer: Tokenizer, phrase: str) -> torch.Tensor:
        with torch.inference_mode():
            return trainer.network(image, small, torch.tensor([tokenizer.encode(phrase)])).logits

    assert torch.equal(ask(first, known, "the red roofs"), ask(second, wanted, "red roofs"))
    assert not torch.equal(ask(first, known, "green field"), ask(second, wanted, "blue fields"))


def test_weights_from_before_the_convolutions_give_the_same_answer_with_them(recipe: Recipe, batch: Batch) -> None:
    trainer = Trainer(recipe, "cpu")
    trainer.learn(batch)
    before = trainer.network.state_dict()
    former = {
        name: tensor for name, tensor in before.items() if ".stem." not in name and ".neighbourhoods." not in name
    }
    assert len(former) < len(before)
    later = Trainer(replace(recipe, seed=recipe.seed + 1), "cpu")
    vocabulary = NANO.with_suffix(".spm")
    later.start_from(former, Tokenizer(vocabulary), Tokenizer(vocabulary))
    plain = RS2SAM2(without_convolutions(PRESETS["nano"]))
    plain.load_state_dict(former)
    given = (standardised(batch.image), standardised(batch.union_image), batch.ids)
    with torch.inference_mode():
        assert torch.allclose(later.network(*given).logits, plain(*given).logits, atol=1e-5)


def test_what_had_another_shape_starts_anew(recipe: Recipe) -> None:
    trainer = Trainer(recipe, "cpu")
    positions = "mm_extractor.beit3.encoder.embed_positions.A.weight"
    fresh = trainer.network.state_dict()[positions].clone()
    former = {name: tensor + 1 for name, tensor in trainer.network.state_dict().items()}
    former[positions] = former[positions][:-3]
    tokenizer = Tokenizer(NANO.with_suffix(".spm"))
    trainer.start_from(former, tokenizer, tokenizer)
    now = trainer.network.state_dict()
    assert torch.equal(now[positions], fresh)
    assert torch.equal(now["mask_linear.weight"], former["mask_linear.weight"])


def without_convolutions(config: RS2SAM2Config) -> RS2SAM2Config:
    return replace(config, trunk=replace(config.trunk, convolutions=False))


def test_a_resumed_run_goes_on_as_if_it_had_not_stopped(recipe: Recipe, batch: Batch, tmp_path: Path) -> None:
    trainer = Trainer(recipe, "cpu")
    for _ in range(3):
        trainer.learn(batch)
    trainer.save(tmp_path / "checkpoint.pt")
    expected = trainer.learn(batch)
    resumed = Trainer(recipe, "cpu")
    resumed.resume(tmp_path / "checkpoint.pt")
    assert resumed.step == 3
    assert resumed.learn(batch) == pytest.approx(expected, rel=1e-3)


def test_the_averaged_weights_load_as_a_network(recipe: Recipe, batch: Batch, tmp_path: Path) -> None:
    trainer = Trainer(recipe, "cpu")
    trainer.learn(batch)
    trainer.save(tmp_path / "checkpoint.pt")
    weights, _ = averaged_weights(tmp_path / "checkpoint.pt")
    assert {tensor.dtype for tensor in weights.values()} == {torch.float16}
    load_network(PRESETS["nano"], weights)


def test_weights_can_ship_between_a_run_and_its_start(recipe: Recipe, batch: Batch, tmp_path: Path) -> None:
    trainer = Trainer(recipe, "cpu")
    trainer.learn(batch)
    trainer.save(tmp_path / "checkpoint.pt")
    run, _ = averaged_weights(tmp_path / "checkpoint.pt")
    added, common = "visual_model.image_encoder.trunk.stem.out.weight", "mask_linear.weight"
    start = {name: torch.zeros_like(tensor) for name, tensor in run.items() if name != added}
    reshaped = "mm_extractor.beit3.encoder.embed_positions.A.weight"
    start[reshaped] = start[reshaped][:1]
    between = blended(run, start, 0.25)
    assert between.keys() == run.keys()
    for kept in (added, reshaped):
        assert torch.equal(between[kept], run[kept])
    assert torch.allclose(between[common].float(), 0.75 * run[common].float(), rtol=1e-3, atol=1e-6)
    assert {tensor.dtype for tensor in between.values()} == {torch.float16}


def test_blended_words_keep_their_meaning_in_another_vocabulary(recipe: Recipe, tmp_path: Path) -> None:
    trainer = Trainer(recipe, "cpu")
    trainer.save(tmp_path / "checkpoint.pt")
    start = tmp_path / "start.safetensors"
    start.write_bytes(save(averaged_weights(tmp_path / "checkpoint.pt")[0]))
    train_vocabulary(["the red roofs", "a green field"], start.with_suffix(".spm"))
    train_vocabulary(["blue fields", "red cars", "green roofs"], tmp_path / "vocabulary.spm")
    target = tmp_path / "target.safetensors"
    export.main([str(tmp_path), str(target), "--start", str(start), "--share", "1"], standalone_mode=False)
    ids = {}
    for path in (start, target):
        tokenizer = Tokenizer(path.with_suffix(".spm"))
        ids[path] = [tokenizer.encode(word)[1] for word in ("red", "green", "roofs")]
    before, after = (load_file(path)[trainer.student.words][ids[path]] for path in (start, target))
    assert ids[start] != ids[target]
    assert torch.equal(before, after)


def test_the_rate_warms_up_and_falls_to_its_final_share(recipe: Recipe) -> None:
    slow = replace(recipe, warm_up=100)
    rates = [learning_rate(slow, step) for step in range(slow.steps + 1)]
    assert rates[0] == pytest.approx(slow.learning_rate / 100)
    assert max(rates) == pytest.approx(slow.learning_rate)
    assert rates[-1] == pytest.approx(slow.learning_rate * slow.final_share)
    assert rates[100:] == sorted(rates[100:], reverse=True)


def test_the_rate_of_a_timed_run_follows_the_time(recipe: Recipe) -> None:
    slow = replace(recipe, warm_up=10)
    assert learning_rate(slow, 5, 0.1) == pytest.approx(0.6 * learning_rate(slow, 50, 0.1))
    assert learning_rate(slow, 50, 0.5) == pytest.approx(slow.learning_rate * (1 + slow.final_share) / 2)
    assert learning_rate(slow, 50, 1.2) == pytest.approx(slow.learning_rate * slow.final_share)


@pytest.mark.parametrize(("boundary", "moves"), [("soft", True), ("released", False)])
def test_only_our_boundary_loss_moves_the_mask(recipe: Recipe, batch: Batch, boundary: str, moves: bool) -> None:
    trainer = Trainer(replace(recipe, boundary=boundary), "cpu")
    terms = trainer.student.phrase_terms(batch, torch.float32)
    decoder = list(trainer.network.visual_model.sam_mask_decoder.output_upscaling.parameters())
    found = torch.autograd.grad(terms["boundary"], decoder, allow_unused=True)
    assert any(gradient is not None and gradient.any() for gradient in found) == moves


def test_a_run_can_do_without_the_boundary_loss(recipe: Recipe, batch: Batch) -> None:
    assert "boundary" not in Trainer(replace(recipe, boundary="none"), "cpu").learn(batch)


def test_a_variant_lacks_its_part_and_learns(recipe: Recipe, batch: Batch) -> None:
    trainer = Trainer(replace(recipe, variant="no_mask_prompt"), "cpu")
    before = trainer.network.mask_product.weight.clone()
    losses = [trainer.learn(batch) for _ in range(8)]
    assert "mask_prompt" not in losses[0]
    assert losses[-1]["cross_entropy"] < losses[0]["cross_entropy"]
    assert torch.equal(trainer.network.mask_product.weight, before)


def test_a_recipe_with_an_unknown_variant_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE.read_text().replace('variant = "full"', 'variant = "fool"'))
    with pytest.raises(OptionError, match="no known variant; choose one of full"):
        read_recipe(path)


def test_a_recipe_that_lacks_an_entry_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "recipe.toml"
    path.write_text(RECIPE.read_text().replace("seed", "sead"))
    with pytest.raises(OptionError, match="sead, seed"):
        read_recipe(path)
